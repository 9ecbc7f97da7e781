"""The plan to the exam from the record, and what missed days do to it."""

from datetime import date

from certstudy.core.exam_plan import DayKind
from certstudy.core.preferences import Preferences
from certstudy.study.availability import minutes_missed
from certstudy.study.plan import plan
from tests.fakes import FakeDesk
from tests.study.learning import meet


def test_without_an_exam_ahead_there_is_no_plan(at: FakeDesk) -> None:
    for exam in (None, date(2026, 11, 20), date(2035, 1, 1)):
        at.record.prefer(Preferences(exam_date=exam))
        assert plan(at.desk) is None


def test_the_plan_runs_from_today_to_the_exam_with_days_off(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 3), days_off=(date(2026, 11, 25),)))
    before = at.record.writes.total()
    found = plan(at.desk)
    assert found is not None
    kinds = [day.kind for day in found.days]
    assert kinds == [DayKind.STUDY] * 2 + [DayKind.OFF] + [DayKind.STUDY] * 6 + [DayKind.LAST, DayKind.EXAM]
    assert found.days[0].day == at.desk.now().day
    assert at.record.writes.total() == before


def test_missed_days_change_the_plan(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20)))
    meet(at, ["plan.g1.o1-0"])
    at.clock.forward(days=4)
    found = plan(at.desk)
    assert found is not None
    assert found.behind == 159
    assert sum(day.catch_up for day in found.days) == 159
    assert found.days[0].minutes == 50


def test_days_before_the_learner_began_are_not_missed(at: FakeDesk) -> None:
    assert minutes_missed(Preferences(), at.record.days(), at.desk.now().day) == 0
