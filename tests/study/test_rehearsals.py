"""Mock exams in the plan of a learner: placed from the record, as long as they take, gone when not wanted."""

from datetime import date

import pytest

from certstudy.core.mock_plan import FormKind
from certstudy.core.preferences import Preferences
from certstudy.study import mock_exam
from certstudy.study.plan import plan
from certstudy.study.today import look
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import meet

EXAM = Preferences(date(2026, 12, 20))


@pytest.fixture
def at() -> FakeDesk:
    made = fake_desk()
    made.record.prefer(EXAM)
    return made


def kinds(at: FakeDesk) -> dict[int, FormKind]:
    """The mock exams of the plan by days from now."""
    found, now = plan(at.desk), at.desk.now().day
    assert found is not None
    return {day.day - now: day.mock.kind for day in found.days if day.mock is not None}


def test_a_newcomer_begins_with_the_diagnostic_and_after_it_has_whole_ones(at: FakeDesk) -> None:
    assert kinds(at) == {0: FormKind.DIAGNOSTIC, 5: FormKind.FULL, 14: FormKind.FULL, 23: FormKind.FULL}
    sit(at, FormKind.DIAGNOSTIC)
    assert kinds(at) == {5: FormKind.FULL, 14: FormKind.FULL, 23: FormKind.FULL}


def test_evidence_makes_the_diagnostic_needless(at: FakeDesk) -> None:
    meet(at, [entry.id for entry in at.catalog.entries[:20]])
    assert FormKind.DIAGNOSTIC not in kinds(at).values()


def test_its_time_and_questions_are_the_days(at: FakeDesk) -> None:
    found = plan(at.desk)
    assert found is not None
    day = found.days[23]
    assert (day.minutes, day.questions) == (100, 50)
    assert look(at.desk).coming[23].minutes == 100


def test_one_just_sat_puts_the_next_off(at: FakeDesk) -> None:
    at.clock.forward(days=13)
    sit(at, FormKind.FULL)
    assert kinds(at) == {10: FormKind.FULL}


def test_who_wants_none_gets_none(at: FakeDesk) -> None:
    at.record.prefer(Preferences(EXAM.exam_date, plan_mocks=False))
    assert kinds(at) == {}


def sit(at: FakeDesk, kind: FormKind) -> None:
    """Hand a mock exam in."""
    form = mock_exam.prepare(at.desk, mock_exam.usual(at.catalog.syllabus, kind), 1, kind)
    exam, _changes = mock_exam.start(at.desk, form, mock_exam.Rules(100))
    mock_exam.hand_in(at.desk, exam)
