"""Flags and notes are the learner's own and say that only they changed."""

import pytest

from certstudy.core.changes import Changes
from certstudy.study.annotations import flag, note
from tests.fakes import FakeDesk

QUESTION = "plan.g1.o1-0"


def test_a_flag_is_set_and_cleared(at: FakeDesk) -> None:
    assert flag(at.desk, QUESTION, True) == Changes.ANNOTATIONS
    flag(at.desk, QUESTION, True)
    assert at.record.flags() == {QUESTION}
    assert flag(at.desk, QUESTION, False) == Changes.ANNOTATIONS
    assert not at.record.flags()


def test_a_note_is_kept_without_the_space_around_it(at: FakeDesk) -> None:
    assert note(at.desk, QUESTION, "  Line one.\n\nLine two. \n") == Changes.ANNOTATIONS
    assert at.record.notes() == {QUESTION: "Line one.\n\nLine two."}


def test_a_later_note_takes_the_place_of_the_first(at: FakeDesk) -> None:
    note(at.desk, QUESTION, "First.")
    note(at.desk, QUESTION, "Second.")
    assert at.record.notes() == {QUESTION: "Second."}


@pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
def test_a_blank_note_removes_it(at: FakeDesk, blank: str) -> None:
    note(at.desk, QUESTION, "First.")
    note(at.desk, QUESTION, blank)
    assert not at.record.notes()


def test_marks_need_no_answer(at: FakeDesk) -> None:
    flag(at.desk, QUESTION, True)
    note(at.desk, QUESTION, "Later.")
    assert not at.record.states()
