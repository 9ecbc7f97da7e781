"""Every hostile file comes to the end expected of it, in time, in little memory, and without leaving its place."""

from pathlib import Path

import pytest

from tests.faults.hostile.case import Case
from tests.faults.hostile.corpus import cases
from tests.faults.hostile.reading import Outcome
from tests.faults.hostile.trial import MOST_SECONDS, faults, is_shown, on_screen, tried

ALL = cases()
# `python -m tests.faults hostile` reads all of them
CASES = ALL[::8]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    return {case.name: found for case, found in tried(CASES, tmp_path_factory.mktemp("hostile"))}


def test_the_corpus_is_large_and_names_each_case_once() -> None:
    assert len(ALL) >= 150
    assert len({case.name for case in ALL}) == len(ALL)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file(outcomes: dict[str, Outcome], case: Case) -> None:
    assert faults(case, outcomes[case.name]) == []


def test_what_is_accepted_can_be_shown_without_a_stall(tmp_path: Path) -> None:
    drawn = list(on_screen([case for case in ALL if is_shown(case)][::6], tmp_path))
    assert drawn
    assert [(case.name, found) for case, found in drawn if found.crash or found.seconds > MOST_SECONDS] == []


def test_a_reader_that_does_what_it_may_not_is_caught(tmp_path: Path) -> None:
    assert faults(CASES[0], Outcome(deeds=["socket.connect"], seconds=9.0, peak=900.0))
