"""An outline is taken as a whole or not at all, and every fault in it is told."""

import pytest

from certstudy.bank.problem import Problem
from certstudy.bank.syllabus import read_syllabus
from certstudy.core.syllabus import WeightRange
from tests.bank.files import BREW, brew_syllabus

TEXT = (BREW / "syllabus.yaml").read_text(encoding="utf-8")


def changed(old: str, new: str) -> list[Problem]:
    assert old in TEXT
    syllabus, problems = read_syllabus(TEXT.replace(old, new, 1).encode(), "syllabus.yaml")
    assert syllabus is None
    return problems


def test_a_sound_outline() -> None:
    syllabus = brew_syllabus()
    assert [area.id for area in syllabus.areas] == ["beans", "preparation", "brewing"]
    assert syllabus.areas[0].weight == WeightRange(20, 30)
    assert len(syllabus.objectives) == 12
    assert syllabus.objective("beans.roasting.resting").terms == ("degassing", "bloom")
    assert syllabus.group_of("beans.roasting.resting").short_title == "Roasting"
    exam = syllabus.exam
    assert (exam.minutes, exam.questions_low, exam.questions_high) == (30, 10, 14)
    assert (exam.score_max, exam.score_to_pass) == (100, 60)
    assert exam.links == (("Exam page", "https://brew.example.org/exams/brew-1"),)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("pass: 60", "pass: 160", "score"),
        ("{low: 40, high: 50}", "{low: 10, high: 20}", "weights"),
        ("{low: 20, high: 30}", "{low: 30, high: 20}", "shape"),
        ("- id: preparation\n", "- id: beans\n", "repeated-id"),
        ("code: Pr", "code: Be", "repeated-id"),
        ("code: Pr", "code: PREP", "pattern"),
        ("id: beans.roasting\n", "id: roasting\n", "misplaced-id"),
        ("id: beans.roasting.degree", "id: beans.buying.degree", "misplaced-id"),
        ("minutes: 30", "minutes: half an hour", "type"),
        ("  minutes: 30\n", "", "missing-key"),
        ("schema: certstudy.syllabus/1", "schema: certstudy.syllabus/2", "value"),
        ("\nexam:\n", "\nexam: &x\n", "anchor"),
    ],
)
def test_each_fault_has_its_code_and_place(old: str, new: str, code: str) -> None:
    problems = changed(old, new)
    assert code in {problem.code for problem in problems}
    assert all(problem.place.file == "syllabus.yaml" for problem in problems)


def test_an_empty_file_and_one_that_is_no_mapping() -> None:
    assert read_syllabus(b"", "s")[1][0].message == "the file is empty"
    assert read_syllabus(b"- a\n", "s")[1][0].message == "the file does not hold a mapping"
