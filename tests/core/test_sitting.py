"""Practice sittings: answers go forward one by one."""

from datetime import UTC, datetime

import pytest

from certstudy.core.errors import OutOfStepError
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, SittingKind, SittingRecord
from certstudy.core.sitting import Practice

NOW = Moment(datetime(2026, 1, 5, 18, tzinfo=UTC))
FORM = ("a", "b", "c")


def record() -> SittingRecord:
    """A fresh sitting of three questions."""
    return SittingRecord(1, SittingKind.PRACTICE, "mix", 7, FORM, NOW, None, None, 0, 0)


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
