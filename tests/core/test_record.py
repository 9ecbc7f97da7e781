"""Moments, memory and the state of a question."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.confidence import Confidence
from certstudy.core.moment import Moment, date_of, moment_of
from certstudy.core.record import Answer, replayed, state_after

zones = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))


@given(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=zones))  # noqa: DTZ001
def test_a_moment_keeps_the_instant_and_the_wall_clock(when: datetime) -> None:
    moment = moment_of(when)
    assert moment.utc == when
    assert moment.local == when.replace(tzinfo=None)
    assert date_of(moment.day) == (moment.local - timedelta(hours=4)).date()


def test_the_day_rolls_at_four() -> None:
    zone = timezone(timedelta(hours=2))
    late = moment_of(datetime(2026, 5, 2, 3, 59, tzinfo=zone))
    early = moment_of(datetime(2026, 5, 2, 4, 0, tzinfo=zone))
    assert date_of(late.day).day == 1
    assert early.day == late.day + 1


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        moment_of(datetime(2026, 1, 1))  # noqa: DTZ001
    with pytest.raises(ValueError, match="UTC"):
        Moment(datetime(2026, 1, 1, tzinfo=timezone(timedelta(hours=1))))


def test_a_state_is_the_replay_of_its_answers() -> None:
    start = datetime(2026, 1, 5, 18, tzinfo=UTC)
    answers = [
        Answer(1, "q", Moment(start + timedelta(days=4 * i)), frozenset("A"), points, 2, 9_000, confidence)
        for i, (points, confidence) in enumerate([(0, None), (1, Confidence.UNSURE), (2, Confidence.SURE)])
    ]
    state = replayed(answers)
    assert state is not None
    assert (state.answers, state.right, state.first_credit, state.last_credit) == (3, 1, 0.0, 1.0)
    assert state.known
    assert state.last == answers[-1].at
    assert state == state_after(replayed(answers[:-1]), answers[-1])
    assert replayed([]) is None


def test_an_error_of_which_the_learner_was_sure_misled() -> None:
    at = Moment(datetime(2026, 1, 5, 18, tzinfo=UTC))
    for points, confidence, misled in (
        (0, Confidence.SURE, True),
        (0, Confidence.GUESS, False),
        (0, None, False),
        (2, Confidence.SURE, False),
    ):
        state = state_after(None, Answer(1, "q", at, frozenset(), points, 2, 9_000, confidence))
        assert state.misled is misled
