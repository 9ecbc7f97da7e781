"""Today: a session of the right size, what is paused, and what is worth most."""

from dataclasses import replace
from datetime import date

import pytest

from certstudy.core.preferences import Preferences
from certstudy.core.record import PLANNED_SOURCE
from certstudy.study.desk import Desk
from certstudy.study.mock_exam import Rules, prepare, start
from certstudy.study.plan import plan
from certstudy.study.practice import SMALLEST, Mode, Request
from certstudy.study.today import FEWEST_FOR_PACE, USUAL_MS, Share, look, milliseconds_an_answer
from tests.fakes import FakeDesk
from tests.study.learning import MINUTE, answered, begin, meet, work_through


def test_the_first_day(at: FakeDesk) -> None:
    found = look(at.desk)
    assert len(found.proposal.picks) == 30
    assert found.proposal.request.mode == PLANNED_SOURCE
    assert (found.questions, found.met, found.open, found.days_left) == (72, 0, None, None)
    assert found.readiness.forecast is None
    assert found.minutes == round(30 * USUAL_MS / MINUTE)
    assert not at.record.writes


def test_the_session_stays_the_same_all_day(at: FakeDesk) -> None:
    before = look(at.desk).proposal
    at.clock.forward(hours=5)
    assert look(at.desk).proposal == before
    at.clock.forward(days=1)
    assert look(at.desk).proposal != before


def test_the_session_has_the_size_set(at: FakeDesk) -> None:
    at.record.prefer(Preferences(session_size=12))
    assert len(look(at.desk).proposal.picks) == 12


@pytest.mark.parametrize(("minutes", "questions"), [(15, 12), (1, 5)])
def test_a_short_session_fits_the_minutes(at: FakeDesk, minutes: int, questions: int) -> None:
    assert len(look(at.desk, minutes).proposal.picks) == questions


def test_the_learners_own_pace_counts_once_there_are_enough_answers(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.UNSEEN, FEWEST_FOR_PACE))
    for _number in range(FEWEST_FOR_PACE - 1):
        sitting = answered(at, sitting, milliseconds=30_000)
    assert milliseconds_an_answer(at.record.days()) == USUAL_MS
    answered(at, sitting, milliseconds=30_000)
    assert milliseconds_an_answer(at.record.days()) == 30_000
    assert len(look(at.desk, 15).proposal.picks) == 30


def test_a_pace_of_mere_clicking_does_not_make_sessions_endless(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.UNSEEN, FEWEST_FOR_PACE))
    while not sitting.finished:
        sitting = answered(at, sitting, milliseconds=10)
    assert milliseconds_an_answer(at.record.days()) == USUAL_MS / 3


@pytest.mark.parametrize(("exam", "left"), [((12, 19), 26), ((11, 23), 0), ((11, 22), -1)])
def test_the_days_left_are_counted_on_the_calendar(at: FakeDesk, exam: tuple[int, int], left: int) -> None:
    at.record.prefer(Preferences(exam_date=date(2026, *exam)))
    assert look(at.desk).days_left == left


def test_a_mock_exam_is_offered_before_the_latest_practice(at: FakeDesk) -> None:
    begin(at, Request(Mode.UNSEEN, 5))
    practice = begin(at, Request(Mode.MIX, 5))
    assert look(at.desk).open == look(at.desk).practice == practice.record
    exam, _changes = start(at.desk, prepare(at.desk, 40), Rules(50))
    found = look(at.desk).open
    assert found is not None
    assert found.id == exam.record.id
    later = begin(at, Request(Mode.MIX, 5))
    found = look(at.desk).open
    assert found is not None
    assert found.id == exam.record.id
    assert look(at.desk).practice == later.record
    at.record.close_sitting(exam.record.id, at.desk.now(), 0)
    assert look(at.desk).open == later.record


def test_a_paused_sitting_of_another_pack_is_not_offered(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    other = Desk(at.catalog.without(*sitting.form), at.record, at.record, at.clock, lambda: 1)
    assert look(other).open is None


def test_today_counts_as_the_plan_does(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), minutes_a_day=50, plan_mocks=False))
    whole = plan(at.desk)
    assert whole is not None
    first = look(at.desk)
    assert first.planned == Share(whole.days[0].questions, 50, 0)
    assert len(first.proposal.picks) == 30
    work_through(at, Request(Mode.MIX, 30))
    second = look(at.desk)
    assert second.planned is not None
    assert len(second.proposal.picks) == second.planned.left == second.planned.questions - 30
    work_through(at, Request(Mode.MIX, second.planned.left))
    third = look(at.desk)
    assert third.planned is not None
    assert (third.planned.left, len(third.proposal.picks)) == (0, 30)


def test_a_mock_exam_takes_its_part_of_the_day(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), minutes_a_day=40))
    whole, found = plan(at.desk), look(at.desk)
    assert whole is not None
    mock = whole.days[0].mock
    assert mock is not None
    assert found.planned == Share(whole.days[0].questions - mock.questions, 40 - mock.minutes, 0)
    assert len(found.proposal.picks) == found.planned.questions


def test_a_day_off_offers_a_short_session(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20), days_off=(date(2026, 11, 23),)))
    found = look(at.desk)
    assert found.planned is None
    assert len(found.proposal.picks) == SMALLEST


def test_worth_most_is_the_largest_unproven_share(at: FakeDesk) -> None:
    rows = look(at.desk).worth
    assert [row.area for row in rows[:4]] == ["build"] * 4
    gains = [row.gain for row in rows]
    assert gains == sorted(gains, reverse=True)
    # half of the exam on four objectives, of which a quarter is credited in advance
    assert gains[0] == pytest.approx(50 / 4 * 0.75)
    assert not any(row.met for row in rows)


def test_what_is_known_is_worth_less_and_what_was_missed_more(at: FakeDesk) -> None:
    meet(at, [f"build.g1.o1-{k}" for k in range(6)])
    meet(at, [f"build.g1.o2-{k}" for k in range(6)], right=False)
    rows = {row.objective.id: row for row in look(at.desk).worth}
    first = look(at.desk).worth[0]
    assert "build.g1.o1" not in rows
    assert (first.objective.id, first.met) == ("build.g1.o2", True)


def test_met_counts_questions_and_not_answers(at: FakeDesk) -> None:
    for _time in range(2):
        meet(at, ["plan.g1.o1-0", "plan.g1.o1-1"])
    assert look(at.desk).met == 2


def test_a_pack_all_met_still_has_a_session(at: FakeDesk) -> None:
    work_through(at, Request(Mode.UNSEEN, 72))
    assert len(look(at.desk).proposal.picks) == 30


def test_an_empty_pack_has_no_session(at: FakeDesk) -> None:
    bare = at.catalog.without(*(entry.id for entry in at.catalog.entries))
    found = look(replace(at.desk, catalog=bare))
    assert (found.proposal.picks, found.questions, found.minutes) == ((), 0, 0)
