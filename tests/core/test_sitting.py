"""Sittings: answers go forward one by one, a mock exam's time never runs negative or beyond the limit."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.errors import OutOfStepError
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, Draft, SittingKind, SittingRecord
from certstudy.core.sitting import MockExam, Practice

NOW = Moment(datetime(2026, 1, 5, 18, tzinfo=UTC))
FORM = ("a", "b", "c")


def record(limit_ms: int | None = None) -> SittingRecord:
    """A fresh sitting of three questions."""
    kind = SittingKind.PRACTICE if limit_ms is None else SittingKind.MOCK
    return SittingRecord(1, kind, "mix", 7, FORM, NOW, limit_ms, None, 0, 0)


def answer(question: str) -> Answer:
    """A right answer."""
    return Answer(1, question, NOW, frozenset("A"), 1, 1, 20_000)


def test_practice_goes_through_its_form() -> None:
    sitting = Practice(record())
    for number, question in enumerate(FORM):
        assert (sitting.current, sitting.index, sitting.finished) == (question, number, False)
        sitting = sitting.answered(answer(question))
    assert sitting.finished
    assert sitting.current is None
    assert sitting.undone().current == "c"


def test_practice_refuses_what_is_out_of_step() -> None:
    with pytest.raises(OutOfStepError):
        Practice(record()).answered(answer("b"))
    with pytest.raises(OutOfStepError):
        Practice(record()).undone()


@given(st.lists(st.tuples(st.integers(-3, 6), st.integers(0, 40_000)), max_size=40))
def test_time_adds_up_and_stops_at_the_limit(steps: list[tuple[int, int]]) -> None:
    exam = MockExam(record(limit_ms=100_000), {}, 0, 0)
    for place, spent in steps:
        exam = exam.at(place).ticked(spent)
        assert 0 <= exam.index < len(FORM)
    assert exam.elapsed_ms == min(100_000, sum(spent for _, spent in steps))
    assert exam.left_ms == 100_000 - exam.elapsed_ms
    assert sum(draft.milliseconds for draft in exam.drafts.values()) == exam.elapsed_ms


def test_nothing_changes_once_the_time_is_up() -> None:
    exam = MockExam(record(limit_ms=1_000), {}, 0, 0).drafted("a", Draft(frozenset("A")))
    over = exam.ticked(1_000)
    assert over.expired
    assert over.draft("a").response == frozenset("A")
    with pytest.raises(OutOfStepError):
        over.drafted("a", Draft(frozenset("B")))
    with pytest.raises(OutOfStepError):
        exam.drafted("elsewhere", Draft())
