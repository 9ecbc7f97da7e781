"""Every kind of question in a terminal: asked in full, answered by a line, explained part by part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.cli.asking import asked, explained, how_to_answer, parsed
from certstudy.core.picture import Picture
from certstudy.core.question import (
    CaseStudy,
    CodeExhibit,
    Kind,
    PictureExhibit,
    Question,
    Reference,
    Tab,
    TextExhibit,
)
from certstudy.core.response import NOTHING, Arranged, Response, Written, filled
from certstudy.core.tasks import Task
from tests.core.tasks.samples import (
    ALL_THAT_APPLY,
    GAPS,
    HOTSPOT,
    MATCHING,
    ORDERING,
    SEVERAL,
    SHORT,
    SINGLE,
    STATEMENTS,
    TASKS,
)


def question(task: Task) -> Question:
    return Question(
        id="q",
        kind=Kind.SINGLE,
        objective="a.b.c",
        difficulty=2,
        stem="It is slow.\n\nWhat helps?",
        task=task,
        explanation="The idea behind it.",
        exhibits=(
            CodeExhibit("ci.yml", "yaml", "on: push"),
            TextExhibit("Runs", "| a |"),
            PictureExhibit("Board", Picture("assets/x.svg", "Two columns", 10, 10)),
        ),
        references=(Reference("Page", "https://example.org", "2026-01-01"),),
    )


@pytest.mark.parametrize(
    ("task", "line", "response"),
    [
        (SINGLE, "b", frozenset("b")),
        (SEVERAL, "b, d", frozenset("bd")),
        (SEVERAL, "DB", frozenset("bd")),
        (ALL_THAT_APPLY, "abd", frozenset("abd")),
        (STATEMENTS, "yny", filled({"1": "yes", "2": "no", "3": "yes"})),
        (STATEMENTS, "Y - n", filled({"1": "yes", "3": "no"})),
        (ORDERING, "cad", Arranged(("c", "a", "d"))),
        (MATCHING, "ba", filled({"1": "b", "2": "a"})),
        (GAPS, "12", filled({"event": "0", "act": "1"})),
        (HOTSPOT, "b", frozenset(("middle",))),
        (SHORT, "  git reflog ", Written("git reflog")),
        (SINGLE, "", NOTHING),
        (STATEMENTS, "---", NOTHING),
    ],
)
def test_a_line_stands_for_a_response(task: Task, line: str, response: Response) -> None:
    assert parsed(question(task), line) == response
    assert task.fits(response)


@pytest.mark.parametrize(
    ("task", "line"),
    [
        (SINGLE, "e"),
        (SINGLE, "1"),
        (STATEMENTS, "yy"),
        (STATEMENTS, "yxy"),
        (ORDERING, "cac"),
        (GAPS, "19"),
        (MATCHING, "z"),
    ],
)
def test_a_line_that_stands_for_none_is_told_apart(task: Task, line: str) -> None:
    assert parsed(question(task), line) is None


@given(st.sampled_from(TASKS), st.text(max_size=12))
def test_no_line_breaks_a_question(task: Task, line: str) -> None:
    response = parsed(question(task), line)
    if response is not None:
        assert 0 <= task.points(task.fitting(response)) <= task.out_of


@pytest.mark.parametrize("task", TASKS)
def test_everything_a_learner_needs_is_in_the_text(task: Task) -> None:
    text = asked(question(task), CaseStudy("case", "A harbour", (Tab("Overview", "Ships come."),)))
    for words in (
        "A harbour",
        "Ships come.",
        "It is slow.",
        "on: push",
        "| a |",
        "Two columns",
        "What helps?",
    ):
        assert words in text
    assert how_to_answer(question(task))
    assert "Because" not in text


@pytest.mark.parametrize("task", TASKS)
def test_afterwards_the_right_answer_stands_there_with_its_reasons(task: Task) -> None:
    text = explained(question(task), NOTHING)
    assert "The idea behind it." in text
    assert "https://example.org" in text
    right = explained(question(task), task.model)
    assert "x " not in [line[:2] for line in right.splitlines()]
    assert any(line.startswith("+") for line in right.splitlines())


def test_a_wrong_part_is_marked() -> None:
    lines = explained(question(STATEMENTS), filled({"1": "no", "2": "no", "3": "yes"})).splitlines()
    assert [line[0] for line in lines[:3]] == ["x", "+", "+"]
