"""What a question is worth for the day of the exam."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.fsrs import Fsrs, Rating
from certstudy.core.gain import LATER, NEW_COSTS, PATIENCE, Outlook

MODEL = Fsrs()
stabilities, difficulties = st.floats(0.05, 300), st.floats(1, 10)


def gain_of_review(days: float, stability: float, difficulty: float, elapsed: float, wait: float) -> float:
    """The recall on the day that a review after `wait` more days adds to leaving the question alone."""
    ahead, r = days - wait, MODEL.retrievability(elapsed + wait, stability)
    recalled = MODEL.retrievability(ahead, MODEL.recalled(stability, difficulty, r))
    forgotten = MODEL.retrievability(ahead, MODEL.forgotten(stability, difficulty, r))
    return r * recalled + (1 - r) * forgotten - MODEL.retrievability(elapsed + days, stability)


@given(st.floats(0.25, 200), stabilities, difficulties, st.floats(0, 200))
def test_a_review_is_worth_what_it_adds_less_a_part_of_what_waiting_would_add(
    days: float, stability: float, difficulty: float, elapsed: float
) -> None:
    now = gain_of_review(days, stability, difficulty, elapsed, 0.0)
    later = gain_of_review(days, stability, difficulty, elapsed, days * LATER)
    (worth,) = Outlook(days, MODEL).of_reviews([(stability, difficulty, elapsed)])
    assert worth == pytest.approx(now - PATIENCE * max(0.0, later), abs=1e-9)


def test_what_was_just_answered_is_worth_nothing() -> None:
    (worth,) = Outlook(20, MODEL).of_reviews([(5.0, 5.0, 0.001)])
    assert worth < 0.01


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
