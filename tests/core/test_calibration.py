"""Scores of foretold chances against what their definitions say."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.calibration import quality, reliability

PAIRS = st.lists(
    st.tuples(
        st.sampled_from([0.1, 0.2, 0.35, 0.5, 0.9]) | st.floats(0.01, 0.99), st.sampled_from([0.0, 1.0])
    ),
    min_size=1,
    max_size=60,
)


@given(PAIRS)
def test_definitions(pairs: list[tuple[float, float]]) -> None:
    chances, outcomes = [p for p, _ in pairs], [y for _, y in pairs]
    found = quality(chances, outcomes)
    assert found is not None
    assert found.n == len(pairs)
    assert found.brier == pytest.approx(sum((p - y) ** 2 for p, y in pairs) / len(pairs))
    loss = -sum(math.log(p if y else 1 - p) for p, y in pairs) / len(pairs)
    assert found.log_loss == pytest.approx(loss)
    right, wrong = [p for p, y in pairs if y], [p for p, y in pairs if not y]
    if right and wrong:
        wins = sum((r > w) + 0.5 * (r == w) for r in right for w in wrong)
        assert found.auc == pytest.approx(wins / len(right) / len(wrong))
    else:
        assert found.auc is None
    assert 0 <= found.ece <= 1


@given(PAIRS)
def test_bins_have_equal_mass_and_lose_nothing(pairs: list[tuple[float, float]]) -> None:
    bins = reliability([p for p, _ in pairs], [y for _, y in pairs])
    sizes = [b.n for b in bins]
    assert sum(sizes) == len(pairs)
    assert max(sizes) - min(sizes) <= 1
    foretold = [b.foretold for b in bins]
    assert foretold == pytest.approx(sorted(foretold))
    assert sum(b.n * b.true for b in bins) == pytest.approx(sum(y for _, y in pairs))


def test_calibration_error_of_an_honest_and_a_boastful_forecaster() -> None:
    outcomes = [float(i % 10 < 7) for i in range(1000)]
    honest, boastful = quality([0.7] * 1000, outcomes), quality([0.95] * 1000, outcomes)
    assert honest is not None
    assert boastful is not None
    assert honest.ece == pytest.approx(0, abs=1e-9)
    assert boastful.ece == pytest.approx(0.25)


def test_no_answers_no_scores() -> None:
    assert quality([], []) is None
    assert reliability([], []) == ()


def test_certainty_that_fails_is_costly_but_finite() -> None:
    found = quality([1.0, 0.0], [0.0, 1.0])
    assert found is not None
    assert 10 < found.log_loss < 100
