"""What the model has to beat."""

import pytest

from certstudy.core.baselines import Elo, ItemMean, Meeting, RunningAverage

ADA, BOB = Meeting("ada", "q1"), Meeting("bob", "q1")


def test_the_running_average_is_the_learners_own() -> None:
    average = RunningAverage()
    assert average.foretold(ADA) == 0.6
    for right in (True, True, False):
        average.learn(ADA, right)
    assert average.foretold(Meeting("ada", "q9")) == pytest.approx((3 + 2) / (5 + 3))
    assert average.foretold(BOB) == 0.6


def test_the_item_mean_is_everybodys() -> None:
    mean = ItemMean()
    for right in (True, False, False):
        mean.learn(ADA, right)
    assert mean.foretold(BOB) == pytest.approx((3 + 1) / (5 + 3))
    assert mean.foretold(Meeting("bob", "q2")) == 0.6


def test_elo_moves_both_sides_and_settles() -> None:
    elo = Elo()
    assert elo.foretold(ADA) == 0.5
    elo.learn(ADA, True)
    first = elo.foretold(ADA) - 0.5
    assert elo.foretold(BOB) > 0.5
    assert elo.foretold(Meeting("ada", "q2")) > 0.5
    before = elo.foretold(ADA)
    elo.learn(ADA, True)
    assert 0 < elo.foretold(ADA) - before < first
