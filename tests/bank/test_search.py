"""Search finds whole words and beginnings, ranks what matters first, and takes any text a person types."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certstudy.bank import words
from certstudy.bank.catalog import CompiledCatalog, open_catalog
from tests.bank.files import BREW


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CompiledCatalog]:
    made = open_catalog(BREW, tmp_path_factory.mktemp("cache"))
    yield made
    made.close()


def test_all_words_must_be_there(catalog: CompiledCatalog) -> None:
    assert catalog.search("foam jug") == ["brew-milk-001"]
    assert catalog.search("foam osmosis") == []


def test_beginnings_accents_and_case(catalog: CompiledCatalog) -> None:
    assert catalog.search("OSMO")[0] == "brew-water-001"
    assert catalog.search("kavarna") == catalog.search("KAVÁRNA") == ["brew-pouring-001"]


def test_ids_tags_objectives_code_and_reasons_are_found(catalog: CompiledCatalog) -> None:
    assert catalog.search("brew-dialing-001")[0] == "brew-dialing-001"
    assert catalog.search("degassing") == ["brew-resting-001"]
    assert catalog.search("temperature_c") == ["brew-grind-001"]
    assert "brew-batches-001" in catalog.search("thermos holds warmth")


def test_the_place_in_the_outline_outranks_a_mention(catalog: CompiledCatalog) -> None:
    assert catalog.search("storage")[0] == "brew-storage-001"
    assert set(catalog.search("temperature")[:1]) == {"brew-temperature-001"}


def test_a_text_without_words_asks_for_nothing(catalog: CompiledCatalog) -> None:
    everything = [entry.id for entry in catalog.entries]
    assert catalog.search("") == catalog.search('  "*" -- ') == everything


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "foam OR",
        "NOT foam",
        "stem:foam",
        "foam*",
        "^foam",
        "(foam",
        "NEAR(foam jug)",
        "a\0b",
        "\ud800",
        "'",
    ],
)
def test_operators_are_only_text(catalog: CompiledCatalog, text: str) -> None:
    assert set(catalog.search(text)) <= {entry.id for entry in catalog.entries}


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=40))
def test_any_text_can_be_searched(catalog: CompiledCatalog, text: str) -> None:
    found = catalog.search(text)
    assert set(found) <= {entry.id for entry in catalog.entries}
    assert len(found) == len(set(found))


def test_the_query_is_bounded() -> None:
    assert len(words.query("word " * 10_000)) < 1_000


def test_search_of_a_folder_with_odd_characters(tmp_path: Path) -> None:
    made = open_catalog(BREW, tmp_path / "what?mode=memory #100%41 'é")
    assert made.search("milk")[0] == "brew-milk-001"
    made.close()
    assert list(tmp_path.glob("what*/*.sqlite"))
