"""Every hostile file comes to the end expected of it, in time, in little memory, and without leaving its place."""

from pathlib import Path

import pytest

from tests.faults.hostile.case import Case
from tests.faults.hostile.corpus import cases
from tests.faults.hostile.reading import Outcome
from tests.faults.hostile.trial import faults, tried

CASES = cases()


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    return {case.name: found for case, found in tried(CASES, tmp_path_factory.mktemp("hostile"))}


def test_the_corpus_is_large_and_names_each_case_once() -> None:
    assert len(CASES) >= 150
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file(outcomes: dict[str, Outcome], case: Case) -> None:
    assert faults(case, outcomes[case.name]) == []


def test_a_reader_that_does_what_it_may_not_is_caught(tmp_path: Path) -> None:
    assert faults(CASES[0], Outcome(deeds=["socket.connect"], seconds=9.0, peak=900.0))
