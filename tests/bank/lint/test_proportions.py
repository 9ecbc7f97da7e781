"""How a bank is made up: a bank as the pack wants it is told so, every kind of shortfall is MISSED."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from certstudy.bank.lint.coverage import coverage, fewest
from certstudy.bank.lint.figures import Figure
from certstudy.bank.lint.proportions import proportions
from certstudy.bank.shapes import AimsShape, Span
from certstudy.core.question import CodeExhibit, Kind, Question, Solution
from certstudy.core.syllabus import Area, ExamFacts, Group, Objective, Syllabus, WeightRange
from tests.bank.lint.samples import CLEAN, with_stem

FACTS = ExamFacts("X", "X", "X", "2026-07-27", 100, 40, 60, 1000, 700)
EVEN = Group("a.even", "Even", "Even", (Objective("a.even.one", "1"), Objective("a.even.two", "2")))
LONE = Group("a.lone", "Lone", "Lone", (Objective("a.lone.one", "1"),))
SYLLABUS = Syllabus(
    FACTS,
    (
        Area("a", "Aa", "A", "A", WeightRange(60, 70), (EVEN, LONE)),
        Area("b", "Bb", "B", "B", WeightRange(30, 40), (Group("b.g", "G", "G", (Objective("b.g.o", "1"),)),)),
    ),
)
AIMS = AimsShape(
    least_questions=9,
    least_per_objective=2,
    least_series=1,
    least_cases=1,
    questions_per_case=Span(low=2, high=2),
    group_density=Span(low=80, high=120),
    kinds={
        "single": Span(low=60, high=70),
        "multiple": Span(low=20, high=25),
        "series": Span(low=10, high=12),
    },
    exhibits=30,
    scenarios=50,
)
BARE = with_stem("Why?")


def sound() -> list[Question]:
    """Nine questions as the aims want them: two an objective of the first area, three of the other."""
    objectives = ["a.even.one", "a.even.two", "a.lone.one"]
    made = [
        replace(CLEAN if number < 6 else BARE, id=f"q-{number}", objective=objective)
        for number, objective in enumerate([*objectives, *objectives, "b.g.o", "b.g.o", "b.g.o"])
    ]
    made[0] = replace(made[0], kind=Kind.BEST, case="bar")
    made[1] = replace(made[1], kind=Kind.MULTIPLE, case="bar")
    made[2] = replace(made[2], kind=Kind.MULTIPLE)
    made[3] = replace(made[3], kind=Kind.SERIES, solution=Solution("s", 0, 1, "A bar.", "Close it.", "Why?"))
    for number in (4, 5, 6):
        made[number] = replace(made[number], exhibits=(CodeExhibit("x", "yaml", "a: b"),))
    return made


def figures(
    questions: Sequence[Question], aims: AimsShape = AIMS, cases: Sequence[str] = ("bar",)
) -> list[Figure]:
    return proportions(questions, cases, coverage(SYLLABUS, questions), aims)


def missed(questions: Sequence[Question], cases: Sequence[str] = ("bar",)) -> set[str]:
    return {figure.name for figure in figures(questions, cases=cases) if figure.kept is False}


def with_kind(kind: Kind) -> list[Question]:
    return [replace(question, kind=kind, solution=None) for question in sound()]


def moved(to: str, *numbers: int) -> list[Question]:
    return [replace(q, objective=to) if n in numbers else q for n, q in enumerate(sound())]


def test_a_bank_as_it_should_be_keeps_every_aim() -> None:
    made = figures(sound())
    assert [figure for figure in made if not figure.kept] == []
    values = {figure.name: figure.value for figure in made}
    assert values["Kind single"] == "6, 66.7 %"
    assert values["With code or data to read"] == "33.3 %"
    assert values["Scenarios"] == "66.7 %"


@pytest.mark.parametrize(
    ("name", "questions", "cases"),
    [
        ("Questions written", sound()[1:], ("bar",)),
        ("Objectives with fewer than 2 questions", moved("a.even.one", 5), ("bar",)),
        ("Areas outside their range", moved("a.even.one", 6, 7), ("bar",)),
        ("Groups out of proportion", moved("a.even.one", 5), ("bar",)),
        ("Kind single", with_kind(Kind.SINGLE), ("bar",)),
        ("Kind multiple", with_kind(Kind.ORDER), ("bar",)),
        ("Series", with_kind(Kind.SINGLE), ("bar",)),
        ("Case studies", sound(), ()),
        ("Questions per case study", sound()[1:], ("bar",)),
        ("Questions per case study", sound(), ("bar", "inn")),
        ("With code or data to read", [replace(q, exhibits=()) for q in sound()], ("bar",)),
        ("Scenarios", [replace(q, stem="Why?", case="") for q in sound()], ("bar",)),
    ],
)
def test_what_falls_short_is_missed(name: str, questions: list[Question], cases: Sequence[str]) -> None:
    assert name in missed(questions, cases)


def test_without_aims_all_is_counted_and_few_questions_are_not_judged() -> None:
    made = figures(sound()[1:], AimsShape())
    assert [figure.name for figure in made if figure.kept is not None] == []
    assert {figure.limit for figure in made} == {"", "none"}
    assert proportions([], [], coverage(SYLLABUS, []), AIMS) == []


def test_many_questions_have_to_keep_the_ranges_of_the_outline() -> None:
    made = figures(moved("a.even.one", 6, 7) * 5, AimsShape())
    assert [(figure.name, figure.kept) for figure in made if figure.kept is not None] == [
        ("Areas outside their range", False)
    ]


def test_coverage_counts_objectives_groups_and_areas() -> None:
    first, second = coverage(SYLLABUS, moved("a.even.one", 2, 5))
    assert (first.questions, round(first.percent, 2), first.in_range) == (6, 66.67, True)
    assert (second.questions, second.missing) == (3, ())
    even, lone = first.groups
    assert even.objectives == {"a.even.one": 4, "a.even.two": 2}
    assert (even.density, first.relative(even)) == (3.0, 150.0)
    assert (lone.questions, first.relative(lone)) == (0, 0.0)
    assert first.missing == ("a.lone.one",)


def test_an_area_without_questions_is_even() -> None:
    first, _second = coverage(SYLLABUS, [])
    assert (first.percent, first.relative(first.groups[0])) == (0.0, 100.0)


def test_the_fewest_come_first() -> None:
    cover = coverage(SYLLABUS, moved("b.g.o", 0, 2, 5))
    assert fewest(cover, 2) == [("a.lone.one", 0), ("a.even.one", 1)]
    assert fewest(cover, 0) == []
