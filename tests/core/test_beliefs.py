"""A wrong part of an answer shows the belief behind it; an empty part shows nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.beliefs import believed
from certstudy.core.question import Kind, Question
from certstudy.core.response import NOTHING, Arranged, Response, filled
from certstudy.core.tasks import Task
from tests.core.tasks.samples import (
    GAPS,
    HOTSPOT,
    MATCHING,
    ORDERING,
    RESPONSES,
    SEVERAL,
    SINGLE,
    STATEMENTS,
    TASKS,
)


def question(task: Task) -> Question:
    return Question("q", Kind.SINGLE, "a.b.c", 2, "What?", task)


@pytest.mark.parametrize(
    ("task", "response", "slugs"),
    [
        (SINGLE, frozenset("a"), ("belief-a",)),
        (SEVERAL, frozenset("cb"), ("belief-c",)),
        (STATEMENTS, filled({"1": "no", "2": "yes", "3": "no"}), ("doubt", "trust")),
        (ORDERING, Arranged(("c", "b")), ("belief-b",)),
        (MATCHING, filled({"1": "a", "2": "b"}), ("mix-1", "mix-2")),
        (GAPS, filled({"act": "0"}), ("runs-on",)),
        (HOTSPOT, frozenset(("left",)), ("leftish",)),
    ],
)
def test_wrong_parts_show_their_beliefs(task: Task, response: Response, slugs: tuple[str, ...]) -> None:
    assert believed(question(task), response) == slugs


@pytest.mark.parametrize("task", TASKS)
def test_right_answers_and_none_show_nothing(task: Task) -> None:
    assert believed(question(task), task.model) == ()
    assert believed(question(task), NOTHING) == ()


@given(st.sampled_from(TASKS), RESPONSES)
def test_what_is_not_fully_right_never_fails(task: Task, response: Response) -> None:
    slugs = believed(question(task), task.fitting(response))
    assert len(slugs) == len(set(slugs))
    assert all(slugs)
