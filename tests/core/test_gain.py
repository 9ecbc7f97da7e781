"""What a question is worth for the day of the exam."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.fsrs import Fsrs, Rating, Trace
from certstudy.core.gain import LATER, NEW_COSTS, PATIENCE, Outlook

MODEL = Fsrs()
stabilities, difficulties = st.floats(0.05, 300), st.floats(1, 10)


@given(st.floats(0.25, 200), stabilities, difficulties, st.floats(0.5, 200))
def test_a_gain_is_the_recall_with_a_review_less_the_recall_without(
    days: float, stability: float, difficulty: float, elapsed: float
) -> None:
    r = MODEL.retrievability(elapsed, stability)
    trace = Trace(stability, difficulty)
    good, again = (MODEL.again_later(trace, r, rating).stability for rating in (Rating.GOOD, Rating.AGAIN))
    reviewed = r * MODEL.retrievability(days, good) + (1 - r) * MODEL.retrievability(days, again)
    alone = MODEL.retrievability(elapsed + days, stability)
    gain = Outlook(days, MODEL).gain_of_review(stability, difficulty, elapsed)
    assert abs(gain - (reviewed - alone)) < 0.01


@given(st.floats(0.25, 200), stabilities, difficulties, st.floats(0, 200))
def test_waiting_can_only_lower_a_worth(
    days: float, stability: float, difficulty: float, elapsed: float
) -> None:
    outlook = Outlook(days, MODEL)
    gain = outlook.gain_of_review(stability, difficulty, elapsed)
    later = outlook.gain_of_review(stability, difficulty, elapsed, days * LATER)
    (worth,) = outlook.of_reviews([(stability, difficulty, elapsed)])
    assert worth == pytest.approx(gain - PATIENCE * max(0.0, later), abs=1e-9)


def test_what_was_just_answered_is_worth_nothing() -> None:
    assert abs(Outlook(20, MODEL).gain_of_review(5.0, 5.0, 0.001)) < 0.01


def test_a_faded_memory_is_worth_more_than_a_fresh_one() -> None:
    outlook = Outlook(10, MODEL)
    old, fresh = outlook.of_reviews([(5.0, 5.0, 20), (5.0, 5.0, 2)])
    assert old > fresh


@given(st.floats(0.25, 200), st.floats(0, 1), st.floats(0, 1))
def test_a_new_question_is_worth_the_more_the_less_it_is_known(days: float, one: float, other: float) -> None:
    outlook = Outlook(days, MODEL)
    low, high = sorted((one, other))
    assert outlook.gain_of_new(low) >= outlook.gain_of_new(high) - 1e-9
    missed = MODEL.retrievability(days, MODEL.first(Rating.AGAIN).stability)
    assert outlook.gain_of_new(0.0) * NEW_COSTS == pytest.approx(missed)
