"""Where a learner stands: first attempts, results entered, what helps, and what was foretold of mock exams."""

from dataclasses import replace

import pytest

from certstudy.core.changes import Changes
from certstudy.core.errors import WorldError
from certstudy.core.exam_result import Result, ResultKind
from certstudy.study.honesty import account
from certstudy.study.mock_exam import Rules, hand_in, prepare, start
from certstudy.study.practice import Mode, Request
from certstudy.study.readiness import (
    enter_result,
    foretell,
    standing,
    what_helps,
    withdraw_result,
)
from tests.fakes import FakeDesk
from tests.study.learning import meet, work_through

PACE = 75_000


def practised(at: FakeDesk, right: bool = True) -> None:
    work_through(at, Request(Mode.MIX, 30), right)


def test_repeats_move_nothing(at: FakeDesk) -> None:
    practised(at)
    before = standing(at.desk)
    meet(at, [answer.question for answer in at.record.answers])
    after = standing(at.desk)
    assert after.readiness == before.readiness
    assert sum(after.stage.answers.values()) == 30


def test_questions_that_have_left_the_pack_are_passed_over(at: FakeDesk) -> None:
    practised(at)
    gone = at.record.answers[0].question
    at.catalog.entries = tuple(entry for entry in at.catalog.entries if entry.id != gone)
    assert sum(standing(at.desk).stage.answers.values()) == 29


def test_a_result_moves_the_forecast_until_it_is_withdrawn(at: FakeDesk) -> None:
    practised(at)
    before = standing(at.desk).readiness.forecast
    failed = Result(ResultKind.EXAM, at.desk.now().day, 520.0, None, {"plan": 0.3})
    assert enter_result(at.desk, failed) & Changes.ANSWERS
    after = standing(at.desk)
    assert before is not None
    assert after.readiness.forecast is not None
    assert after.readiness.forecast.mean < before.mean - 50
    assert after.readiness.areas["plan"].mean < after.readiness.areas["build"].mean
    withdraw_result(at.desk, at.record.kept_results[0].id)
    assert standing(at.desk).readiness.forecast == before


def test_the_same_result_counts_once(at: FakeDesk) -> None:
    practised(at)
    passed = Result(ResultKind.EXAM, at.desk.now().day, 700.0)
    enter_result(at.desk, passed)
    once = standing(at.desk).readiness
    with pytest.raises(WorldError, match="entered already"):
        enter_result(at.desk, passed)
    assert standing(at.desk).readiness == once
    for other in (replace(passed, score=701.0), replace(passed, bars={"plan": 0.5}), replace(passed, day=1)):
        enter_result(at.desk, other)
    assert len(at.record.kept_results) == 4


def test_what_helps_names_every_group_and_favours_the_heavy_area(at: FakeDesk) -> None:
    assert what_helps(at.desk, standing(at.desk), PACE) == ()
    work_through(at, Request(Mode.MIX, 30), right=False)
    found = what_helps(at.desk, standing(at.desk), PACE)
    assert {one.group for one in found} == {g.id for a in at.catalog.syllabus.areas for g in a.groups}
    assert found[0].area == "build"
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)
    assert all(0 < one.points < 300 and 0 <= one.p_pass < 1 for one in found)
    slower = what_helps(at.desk, standing(at.desk), 3 * PACE)
    assert slower[0].points < found[0].points


def test_each_mock_exam_is_foretold_before_it_is_sat_and_held_against_the_result(at: FakeDesk) -> None:
    practised(at)
    exam, _ = start(at.desk, prepare(at.desk, 20, seed=1), Rules(60))
    kept = at.record.kept_forecasts[exam.record.id]
    assert 0 < kept.low < kept.middle < kept.high < 1
    assert kept.p_pass is not None
    hand_in(at.desk, exam)
    (mock,) = account(at.desk).mocks
    assert mock.forecast == kept
    assert (mock.share, mock.held) == (0.0, False)


def test_without_evidence_a_mock_exam_gets_a_range_but_no_chance(at: FakeDesk) -> None:
    exam, _ = start(at.desk, prepare(at.desk, 20, seed=1), Rules(60))
    kept = foretell(at.desk, exam.record)
    assert kept.p_pass is None
    assert kept.high - kept.low > 0.3
