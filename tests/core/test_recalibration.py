"""The learner's own forgetting curve, learnt from answers."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.recalibration import Recalibration, learnt, recalibrated


def trained(truth: float, chance: float, answers: int = 2000) -> Recalibration:
    """Of a learner who always recalls a little more or less than the curve says."""
    rng, found = random.Random(3), Recalibration()
    for _ in range(answers):
        r = rng.uniform(0.3, 0.97)
        knew = rng.random() < min(1.0, max(0.0, r + truth))
        found = learnt(found, r, float(knew or rng.random() < chance), chance)
    return found


def test_at_first_the_curve_is_taken_as_it_is() -> None:
    for r in (0.05, 0.5, 0.93):
        assert recalibrated(Recalibration(), r) == pytest.approx(r)


@pytest.mark.parametrize("chance", [0.0, 0.25])
@pytest.mark.parametrize("truth", [-0.15, 0.0, 0.1])
def test_a_learner_off_the_curve_is_found(truth: float, chance: float) -> None:
    found = trained(truth, chance)
    for r in (0.5, 0.7, 0.85):
        assert recalibrated(found, r) == pytest.approx(min(1.0, r + truth), abs=0.06)


@given(
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 0.5)), max_size=200),
    st.floats(0, 1),
)
def test_it_stays_a_probability_with_a_sound_covariance(
    answers: list[tuple[float, float, float]], r: float
) -> None:
    found = Recalibration()
    for recall, credit, chance in answers:
        found = learnt(found, recall, credit, chance)
    assert 0 < recalibrated(found, r) < 1
    assert found.shift_variance > 0
    assert found.stretch_variance > 0
    assert found.covariance**2 <= found.shift_variance * found.stretch_variance * 1.0001
