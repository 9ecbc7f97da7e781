"""What holds for every kind of task, and what each kind calls right."""

import itertools
import math
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.response import NOTHING, Arranged, Filled, Response, Written, filled
from certstudy.core.tasks import Choice, Gaps, Hotspot, Matching, Ordering, Statements, Task
from tests.core.tasks.samples import (
    ALL_THAT_APPLY,
    GAPS,
    MATCHING,
    ORDERING,
    RESPONSES,
    REUSING,
    SEVERAL,
    SHORT,
    SINGLE,
    STATEMENTS,
    TASKS,
)


@pytest.mark.parametrize("task", TASKS)
def test_the_model_earns_everything_and_nothing_earns_nothing(task: Task) -> None:
    assert task.fits(task.model)
    assert task.complete(task.model)
    assert task.points(task.model) == task.out_of
    assert task.fits(NOTHING)
    assert not task.complete(NOTHING)
    assert task.points(NOTHING) == 0


@given(st.sampled_from(TASKS), RESPONSES)
def test_whatever_was_answered_becomes_gradable(task: Task, response: Response) -> None:
    kept = task.fitting(response)
    assert task.fits(kept)
    assert task.fitting(kept) == kept
    assert 0 <= task.points(kept) <= task.out_of
    if task.fits(response):
        assert kept == response


@pytest.mark.parametrize(
    ("response", "points"),
    [("b", 1), ("bd", 2), ("bc", 1), ("ac", 0)],
)
def test_each_right_option_earns_a_point(response: str, points: int) -> None:
    assert SEVERAL.points(frozenset(response)) == points


@pytest.mark.parametrize(("response", "points"), [("bd", 4), ("b", 3), ("abcd", 2), ("ac", 0), ("", 0)])
def test_where_all_that_apply_are_asked_for_each_option_is_judged(response: str, points: int) -> None:
    assert ALL_THAT_APPLY.points(frozenset(response)) == points


@pytest.mark.parametrize(
    ("cells", "points"),
    [({"1": "yes", "2": "no", "3": "yes"}, 3), ({"1": "yes"}, 1), ({"1": "no", "2": "no"}, 1)],
)
def test_each_statement_judged_right_earns_a_point(cells: dict[str, str], points: int) -> None:
    assert STATEMENTS.points(filled(cells)) == points


@pytest.mark.parametrize(
    ("items", "points"),
    [("cad", 3), ("cda", 3), ("c", 1), ("acd", 1), ("ecb", 0), ("cdb", 2), ("", 0)],
)
def test_the_right_step_in_the_right_place_earns_a_point_by_the_kinder_order(items: str, points: int) -> None:
    assert ORDERING.points(Arranged(tuple(items))) == points


def test_an_order_holds_no_step_twice_and_no_more_than_there_are_places() -> None:
    assert not ORDERING.fits(Arranged(("c", "c")))
    assert not ORDERING.fits(Arranged(("c", "a", "d", "b")))
    assert ORDERING.nearest(Arranged(("c", "d"))) == ("c", "d", "a")


def test_a_choice_that_may_be_used_once_fits_once() -> None:
    twice = filled({"1": "a", "2": "a"})
    assert not MATCHING.fits(twice)
    assert REUSING.fits(twice)
    assert REUSING.points(twice) == 1


def test_a_text_is_cut_only_at_declared_gaps() -> None:
    assert GAPS.pieces == ("on: ", "event", "\nif [[ -f x ]]; then ", "act", "; fi")
    assert [gap.id for gap in GAPS.in_order] == ["event", "act"]
    assert GAPS.completed(GAPS.model) == "on: push\nif [[ -f x ]]; then stop; fi"
    assert GAPS.completed(filled({"act": "0"})) == "on: [[event]]\nif [[ -f x ]]; then run; fi"


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("git reflog", 1),
        ("  GIT   Reflog ", 1),
        ("git log -g", 1),
        ("git log -g x", 0),
        ("42.5", 1),
        ("42,000", 0),
        ("42.6", 0),
        ("Exactly", 1),
        ("exactly", 0),
        ("", 0),
        ("nan", 0),
    ],
)
def test_what_is_typed_is_compared_as_the_answer_says(typed: str, points: int) -> None:
    assert SHORT.points(Written(typed)) == points


def _every_full_response(task: Task) -> Iterator[Response]:
    match task:
        case Choice(options):
            sizes = range(1, len(options) + 1) if task.all_that_apply else [task.choose]
            for size in sizes:
                yield from map(frozenset, itertools.combinations([o.id for o in options], size))
        case Hotspot(_picture, regions):
            yield from map(frozenset, itertools.combinations([r.id for r in regions], task.choose))
        case Ordering(steps):
            yield from map(Arranged, itertools.permutations([s.id for s in steps], task.places))
        case Statements(rows):
            yield from _tables({row.id: ["yes", "no"] for row in rows})
        case Matching(choices, asking):
            tables = _tables({row.id: [choice.id for choice in choices] for row in asking})
            yield from (table for table in tables if task.fits(table))
        case Gaps(_text, gaps):
            yield from _tables({gap.id: [filling.id for filling in gap.fillings] for gap in gaps})


def _tables(cells: dict[str, list[str]]) -> Iterator[Filled]:
    for values in itertools.product(*cells.values()):
        yield filled(dict(zip(cells, values, strict=True)))


@pytest.mark.parametrize("task", [task for task in TASKS if task is not SHORT])
def test_what_a_blind_guess_earns_is_what_counting_says(task: Task) -> None:
    points = [task.points(response) for response in _every_full_response(task)]
    assert task.guess_rate == pytest.approx(sum(p == task.out_of for p in points) / len(points))
    mean = sum(points) / len(points) / task.out_of
    if task is ALL_THAT_APPLY:
        # the one response that nobody gives, the empty one, is left out of the count
        assert mean == pytest.approx(task.chance, abs=0.05)
    elif task is ORDERING:
        assert mean >= task.chance
    else:
        assert mean == pytest.approx(task.chance)


def test_nobody_guesses_a_word() -> None:
    assert (SHORT.guess_rate, SHORT.chance) == (0.0, 0.0)
    assert math.isclose(SINGLE.guess_rate, 0.25)
