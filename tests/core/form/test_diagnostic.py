"""The diagnostic: a quarter of an hour, areas in turn, most for those of which least is known."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.form import Exposure
from certstudy.core.form.diagnostic import LONG, SECONDS, diagnose, information
from certstudy.core.mock_plan import FormKind
from tests.core.syllabi import full_bank, syllabus

BANK = full_bank()
AREAS = [area.id for area in syllabus().areas]


@settings(max_examples=30)
@given(st.integers(0, 10**9))
def test_areas_take_turns_for_a_quarter_of_an_hour(seed: int) -> None:
    form = diagnose(syllabus(), BANK, seed, Exposure(), {})
    assert form.recipe.kind is FormKind.DIAGNOSTIC
    assert 15 * 60 <= sum(SECONDS.get(e.kind, LONG) for e in form.entries) < 15 * 60 + LONG
    assert {entry.area for entry in form.entries[: len(AREAS)]} == set(AREAS)
    counts = Counter(entry.area for entry in form.entries)
    assert max(counts.values()) - min(counts.values()) <= 1
    assert len({entry.objective for entry in form.entries}) == len(form.entries)
    assert not any(entry.family for entry in form.entries)
    assert form == diagnose(syllabus(), BANK, seed, Exposure(), {})


def test_an_area_already_known_gets_fewer_seats() -> None:
    counts = Counter(e.area for e in diagnose(syllabus(), BANK, 3, Exposure(), {"a2": 12}).entries)
    assert counts["a2"] < min(counts[area] for area in AREAS if area != "a2")


def test_what_was_met_before_is_not_asked_again() -> None:
    first = diagnose(syllabus(), BANK, 3, Exposure(), {})
    met = frozenset(entry.id for entry in first.entries)
    again = diagnose(syllabus(), BANK, 3, Exposure(met, met), {})
    assert not met & {entry.id for entry in again.entries}


def test_guessing_takes_information_away() -> None:
    entry = BANK[0]
    known = [information(replace(entry, guess_rate=rate)) for rate in (0.0, 0.1, 0.25, 0.5, 1.0)]
    assert known == sorted(known, reverse=True)
    assert known[0] > 2 * known[3]
