"""What an answer leaves in memory: guessing, confidence, part credit, days."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import Fsrs, Rating, Trace
from certstudy.core.memory import DAY, Evidence, Memory, remembered, retrievability
from certstudy.core.moment import Moment

EVENING = Moment(datetime(2026, 1, 5, 18, tzinfo=UTC))
HELD = Memory(8.0, 5.0, EVENING)
SURE, UNSURE, GUESS = Confidence.SURE, Confidence.UNSURE, Confidence.GUESS

rates = st.floats(0, 0.5)
moods = st.sampled_from([None, *Confidence])


def after(days: float) -> Moment:
    return Moment(EVENING.utc + timedelta(days=days))


def test_without_chance_an_answer_is_a_plain_grade() -> None:
    model, r = Fsrs(), retrievability(HELD, after(6).utc)
    for points, rating in ((0, Rating.AGAIN), (1, Rating.GOOD)):
        plain = model.again_later(Trace(8.0, 5.0), r, rating)
        memory = remembered(HELD, Evidence(points, 1, 0.0), after(6))
        assert memory.stability == pytest.approx(plain.stability, rel=1e-6)
        assert memory.difficulty == pytest.approx(plain.difficulty, rel=1e-6)


@given(st.floats(0.01, 0.99), rates, moods)
def test_what_was_known_is_a_probability_that_guessing_lowers(
    recall: float, rate: float, mood: Confidence | None
) -> None:
    knew = Evidence(1, 1, rate, mood).knew(recall)
    assert 0 < knew <= 1
    assert knew >= Evidence(1, 1, rate + 0.1, mood).knew(recall)
    assert Evidence(0, 1, rate, mood).knew(recall) == 0


@given(st.floats(0.01, 0.99), rates.filter(lambda rate: rate > 0.01), st.integers(2, 6))
def test_more_points_never_prove_less(recall: float, rate: float, out_of: int) -> None:
    proofs = [Evidence(points, out_of, rate).knew(recall) for points in range(out_of + 1)]
    assert proofs == sorted(proofs)


def test_a_sure_answer_lasts_longer_than_a_plain_one_and_a_guess_shortest() -> None:
    sure, plain, unsure, guess = (
        remembered(None, Evidence(1, 1, 0.25, mood), EVENING).stability
        for mood in (SURE, None, UNSURE, GUESS)
    )
    assert sure > plain > unsure > guess
    assert guess > remembered(None, Evidence(0, 1, 0.25), EVENING).stability


def test_a_lucky_yes_or_no_proves_less_than_an_order_of_five() -> None:
    coin = remembered(HELD, Evidence(1, 1, 0.5), after(20))
    order = remembered(HELD, Evidence(5, 5, 1 / 120), after(20))
    assert coin.stability < order.stability


def test_an_hour_less_than_a_day_counts_like_an_hour_more() -> None:
    young = Memory(2.3, 5.0, EVENING)
    shorter, longer = (
        remembered(young, Evidence(1, 1, 0.0), after(hours / 24)).stability for hours in (23, 25)
    )
    assert shorter == pytest.approx(longer, rel=0.05)
    assert shorter > 2 * young.stability
    same_evening = remembered(young, Evidence(1, 1, 0.0), after(1 / 24)).stability
    assert same_evening < 1.1 * young.stability


def test_right_answers_widen_the_gap_and_a_wrong_one_restarts() -> None:
    memory, at, gaps = remembered(None, Evidence(1, 1, 0.0), EVENING), EVENING, []
    for _ in range(5):
        gaps.append(memory.due - at.day)
        at = Moment(at.utc + gaps[-1] * DAY)
        memory = remembered(memory, Evidence(1, 1, 0.0), at)
    assert gaps == sorted(gaps)
    assert gaps[0] == 2
    assert gaps[-1] > 100
    missed = remembered(memory, Evidence(0, 1, 0.0), Moment(at.utc + 90 * DAY))
    assert missed.due < at.day + 90 + 30


@given(st.lists(st.tuples(st.integers(0, 4), moods, st.floats(0, 60)), min_size=1, max_size=40))
def test_a_memory_stays_in_bounds_and_is_due_on_a_later_day(
    answers: list[tuple[int, Confidence | None, float]],
) -> None:
    memory, at = None, EVENING
    for points, mood, wait in answers:
        at = Moment(at.utc + timedelta(days=wait))
        memory = remembered(memory, Evidence(points, 4, 1 / 24, mood), at)
        assert 0.0009 < memory.stability < 1e6
        assert 1 <= memory.difficulty <= 10
        assert memory.due > at.day
        assert retrievability(memory, at.utc) == 1
