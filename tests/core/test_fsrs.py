"""The forgetting model against the `fsrs` package, and what holds of it between whole days."""

from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS as THEIRS
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.fsrs import DEFAULT_PARAMETERS, Fsrs, Rating, Trace

ORACLE = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
START = datetime(2026, 1, 1, tzinfo=UTC)
MODEL = Fsrs()

steps = st.tuples(st.integers(0, 400), st.sampled_from(list(Rating)))


def replayed(history: list[tuple[int, Rating]], model: Fsrs) -> Trace:
    """Our memory after reviews so many whole days apart."""
    trace = model.first(history[0][1])
    for gap, rating in history[1:]:
        if gap == 0:
            trace = model.again_same_day(trace, rating)
        else:
            trace = model.again_later(trace, model.retrievability(gap, trace.stability), rating)
    return trace


def test_the_parameters_are_theirs() -> None:
    assert DEFAULT_PARAMETERS == THEIRS


@settings(max_examples=1000)
@given(st.lists(steps, min_size=1, max_size=30))
def test_whole_day_histories_lead_where_the_package_leads(history: list[tuple[int, Rating]]) -> None:
    card, now = fsrs.Card(), START
    for gap, rating in history:
        now += timedelta(days=gap)
        card, _ = ORACLE.review_card(card, fsrs.Rating(rating.value), now)
    trace = replayed(history, MODEL)
    assert trace.stability == pytest.approx(card.stability, rel=1e-6)
    assert trace.difficulty == pytest.approx(card.difficulty, rel=1e-6)
    later = now + timedelta(days=17)
    assert MODEL.retrievability(17, trace.stability) == pytest.approx(
        ORACLE.get_card_retrievability(card, later), abs=1e-6
    )


def test_recall_fades_without_a_step_at_24_hours() -> None:
    before, at, after = (MODEL.retrievability(days, 2.0) for days in (1 - 1e-6, 1.0, 1 + 1e-6))
    assert before > at > after
    assert before - after < 1e-6


@given(st.floats(0.01, 1000), st.floats(0, 1000), st.floats(0, 1000))
def test_recall_only_fades(stability: float, days: float, more: float) -> None:
    assert 0 < MODEL.retrievability(days + more, stability) <= MODEL.retrievability(days, stability) <= 1


@given(st.floats(0.01, 1000), st.floats(0.05, 0.99))
def test_stability_and_the_days_until_invert_the_curve(stability: float, share: float) -> None:
    days = MODEL.days_until(share, stability)
    assert MODEL.retrievability(days, stability) == pytest.approx(share)
    assert MODEL.stability(days, share) == pytest.approx(stability)
    assert MODEL.retrievability(stability, stability) == pytest.approx(0.9)


def test_another_number_of_parameters_is_refused() -> None:
    with pytest.raises(ValueError, match="21"):
        Fsrs(DEFAULT_PARAMETERS[:-1])
