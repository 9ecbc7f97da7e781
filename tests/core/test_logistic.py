"""The closed form against the curve itself and a fine sum."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.logistic import expected, expected_with_derivatives, logistic


@given(st.floats(-8, 8))
def test_it_is_the_curve(x: float) -> None:
    assert expected(x, 0.0) == pytest.approx(logistic(x), abs=5e-6)


@given(st.floats(-5, 5), st.floats(0.01, 4))
def test_it_is_the_average_over_a_normal_belief(mean: float, variance: float) -> None:
    points = [-8 + 0.02 * i for i in range(801)]
    masses = [math.exp(-0.5 * z * z) for z in points]
    summed = sum(m * logistic(mean + math.sqrt(variance) * z) for z, m in zip(points, masses, strict=True))
    assert expected(mean, variance) == pytest.approx(summed / sum(masses), abs=1e-5)


@given(st.floats(-6, 6), st.floats(0, 4))
def test_derivatives(mean: float, variance: float) -> None:
    value, first, second = expected_with_derivatives(mean, variance)
    low, high = expected(mean - 1e-3, variance), expected(mean + 1e-3, variance)
    assert value == pytest.approx(expected(mean, variance), abs=1e-12)
    assert first == pytest.approx((high - low) / 2e-3, abs=1e-6)
    assert second == pytest.approx((high - 2 * value + low) / 1e-6, abs=1e-4)


@pytest.mark.parametrize("x", [-1e6, -800, 800, 1e6])
def test_far_out_nothing_overflows(x: float) -> None:
    assert 0 < expected(x, 1.0) < 1
    assert 0 <= logistic(x) <= 1
