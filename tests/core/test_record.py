"""Moments, memory and the state of a question."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.memory import LADDER, Memory, remembered
from certstudy.core.moment import Moment, date_of, moment_of
from certstudy.core.record import Answer, Confidence, replayed, state_after

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


def test_right_answers_widen_the_gap_and_a_wrong_one_restarts() -> None:
    memory, day, gaps = None, 100, []
    for _ in range(8):
        memory = remembered(memory, 1.0, True, day)
        gaps.append(memory.due - day)
        day = memory.due
    assert gaps == [3, 7, 14, 28, 56, 112, 112, 112]
    assert remembered(memory, 0.0, True, day) == Memory(0, day + LADDER[0])


def test_cramming_before_the_due_day_does_not_climb() -> None:
    first = remembered(None, 1.0, True, 100)
    again = remembered(first, 1.0, True, 100)
    assert again.rung == first.rung
    assert again.due >= first.due


@given(
    st.lists(
        st.tuples(st.sampled_from([0.0, 0.5, 1.0]), st.booleans(), st.integers(0, 60)),
        min_size=1,
        max_size=50,
    )
)
def test_the_next_day_is_always_ahead(steps: list[tuple[float, bool, int]]) -> None:
    memory, day = None, 1000
    for credit, sure, wait in steps:
        day += wait
        memory = remembered(memory, credit, sure, day)
        assert day < memory.due <= day + LADDER[-1]


def test_a_guess_is_not_known_as_long_as_a_sure_answer() -> None:
    assert remembered(None, 1.0, False, 10).due < remembered(None, 1.0, True, 10).due


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
    assert state == state_after(replayed(answers[:-1]), answers[-1])
    assert replayed([]) is None
