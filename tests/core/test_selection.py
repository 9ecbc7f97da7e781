"""Practice picks: seats filled, missed and due before the rest, new kept in balance."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import blueprint, weight_ranges
from certstudy.core.grading import Response
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, QuestionState, replayed
from certstudy.core.selection import Reason, picked, reason_for
from tests.core.syllabi import entries, syllabus

START = datetime(2026, 1, 5, 18, tzinfo=UTC)


def state(question: str, *points: int, day: int = 0) -> QuestionState:
    """The state after answers with these points on consecutive days."""
    answers = [
        Answer(1, question, Moment(START + timedelta(days=day + i)), Response(), earned, 1, 30_000)
        for i, earned in enumerate(points)
    ]
    made = replayed(answers)
    assert made is not None
    return made


TODAY = Moment(START).day


@settings(max_examples=30, deadline=None)
@given(n=st.integers(5, 60), seed=st.integers(0, 10**6), seen=st.sets(st.integers(0, 257), max_size=200))
def test_seats_are_filled_without_repeats(n: int, seed: int, seen: set[int]) -> None:
    bank = entries()
    states = {bank[i].id: state(bank[i].id, i % 2) for i in seen}
    seats = blueprint(weight_ranges(syllabus()), n).seats
    picks = picked(syllabus().areas, seats, bank, states, TODAY + 2, seed)
    areas = Counter(pick.entry.area for pick in picks)
    assert tuple(areas[area.id] for area in syllabus().areas) == seats
    assert len({pick.entry.id for pick in picks}) == n
    assert all(pick.reason is reason_for(states.get(pick.entry.id), TODAY + 2) for pick in picks)
    assert picks == picked(syllabus().areas, seats, bank, states, TODAY + 2, seed)


def test_new_questions_are_not_starved_by_reviews() -> None:
    bank = entries()
    states = {entry.id: state(entry.id, 1) for entry in bank if entry.id.endswith(("-0", "-1"))}
    seats = blueprint(weight_ranges(syllabus()), 30).seats
    reasons = Counter(p.reason for p in picked(syllabus().areas, seats, bank, states, TODAY + 30, 1))
    assert 8 <= reasons[Reason.NEW] <= 13
    assert reasons[Reason.DUE] == 30 - reasons[Reason.NEW]


def test_missed_questions_come_before_other_reviews() -> None:
    bank = entries()
    missed = {entry.id for entry in bank if entry.area == "a2" and entry.id.endswith("-0")}
    states = {entry.id: state(entry.id, 0 if entry.id in missed else 1) for entry in bank}
    seats = blueprint(weight_ranges(syllabus()), 30).seats
    picks = picked(syllabus().areas, seats, bank, states, TODAY + 30, 1)
    assert all(p.entry.id in missed for p in picks if p.entry.area == "a2")


def test_a_reason_follows_the_state() -> None:
    assert reason_for(None, TODAY) is Reason.NEW
    assert reason_for(state("q", 0), TODAY) is Reason.MISSED
    assert reason_for(state("q", 1), TODAY) is Reason.AHEAD
    assert reason_for(state("q", 1), TODAY + 10) is Reason.DUE
