"""The forecast against plain simulation, and what must hold of any."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.ability import Item, newcomer, observed
from certstudy.core.exam_result import share_of
from certstudy.core.forecast import (
    Part,
    Scale,
    Standing,
    chance_of_share,
    chance_to_pass,
    lots,
    scaled,
    scaled_spread,
    share_spread,
    standing,
)
from certstudy.core.logistic import logistic

SCALE = Scale()
DRAWS = 3000
ITEM = Item(0.2, 0.8, 1.1, 0.15)


def practised(answers: int, share: float = 0.7, seed: int = 3) -> Standing:
    rng, ability = random.Random(seed), newcomer()
    for i in range(answers):
        ability = observed(ability, "ab"[i % 2], Item(floor=0.15), float(rng.random() < share))[1]
    return standing(ability, ("a", "b"))


def parts(size: float = 50) -> list[Part]:
    return [Part("a", 0.7 * size, (ITEM,)), Part("b", 0.3 * size, (Item(-0.5, 0.5),))]


def simulated(
    known: Standing, form: list[Part], draws: int, rng: random.Random
) -> tuple[list[float], list[float]]:
    """Shares and scaled scores, the whole exam played out each time."""
    factor = cholesky(known.covariance)
    shares, scores = [], []
    for _ in range(draws):
        z = [rng.gauss(0, 1) for _ in known.mean]
        theta = [
            m + sum(f * x for f, x in zip(row, z, strict=False))
            for m, row in zip(known.mean, factor, strict=True)
        ]
        right = total = 0
        for part in form:
            for _ in range(round(part.count)):
                item = rng.choice(part.items)
                b = rng.gauss(item.difficulty, item.variance**0.5)
                odds = item.slope * (theta[known.areas.index(part.area)] - theta[-1] - b)
                right += rng.random() < item.floor + (1 - item.floor) * logistic(odds)
                total += 1
        share = right / total
        shares.append(share)
        scores.append(scaled(share, replace(SCALE, cut=rng.gauss(SCALE.cut, SCALE.cut_sd))))
    return sorted(shares), sorted(scores)


def cholesky(matrix: tuple[tuple[float, ...], ...]) -> list[list[float]]:
    rows: list[list[float]] = []
    for i, row in enumerate(matrix):
        made: list[float] = []
        for j in range(i):
            made.append((row[j] - sum(x * y for x, y in zip(made, rows[j], strict=False))) / rows[j][j])
        made.append((row[i] - sum(x * x for x in made)) ** 0.5)
        rows.append(made)
    return rows


def test_it_is_what_simulation_finds() -> None:
    known, form = practised(60), parts()
    shares, scores = simulated(known, form, DRAWS, random.Random(1))
    pieces = lots(known, form)
    share, score = share_spread(pieces), scaled_spread(pieces, SCALE)
    for q, ours in ((0.1, share.q10), (0.5, share.q50), (0.9, share.q90)):
        assert ours == pytest.approx(shares[int(q * len(shares))], abs=0.015)
    for q, ours in ((0.1, score.q10), (0.5, score.q50), (0.9, score.q90)):
        assert ours == pytest.approx(scores[int(q * len(scores))], abs=15)
    assert share.mean == pytest.approx(sum(shares) / len(shares), abs=0.005)
    assert score.mean == pytest.approx(sum(scores) / len(scores), abs=5)
    assert chance_to_pass(pieces, SCALE) == pytest.approx(sum(s >= 700 for s in scores) / DRAWS, abs=0.025)
    passed = sum(s >= 0.7 - 1e-9 for s in shares) / DRAWS
    assert chance_of_share(pieces, 0.7, 50) == pytest.approx(passed, abs=0.025)


def test_questions_that_all_come_bring_no_luck_of_the_draw() -> None:
    known = practised(40)
    pool = tuple(Item(b / 5, 0.0) for b in range(-10, 11))
    drawn = share_spread(lots(known, [Part("a", 21, pool)]))
    all_of_them = share_spread(lots(known, [Part("a", 21, pool, finite=True)]))
    assert all_of_them.q90 - all_of_them.q10 < drawn.q90 - drawn.q10
    assert all_of_them.mean == pytest.approx(drawn.mean)


@settings(max_examples=30)
@given(st.integers(0, 80), st.floats(0.1, 0.95), st.floats(0.05, 0.6))
def test_better_learners_have_better_chances(answers: int, share: float, up: float) -> None:
    known = practised(answers, share)
    better = replace(known, mean=(*(m + up for m in known.mean[:-1]), known.mean[-1]))
    harder = replace(known, mean=(*known.mean[:-1], known.mean[-1] + up))
    here, above, below = (chance_to_pass(lots(k, parts()), SCALE) for k in (known, better, harder))
    assert below <= here <= above


@settings(max_examples=30)
@given(st.integers(0, 80), st.floats(0, 1), st.integers(1, 200))
def test_quantiles_come_in_order(answers: int, share: float, size: int) -> None:
    pieces = lots(practised(answers, share), parts(size))
    for spread, top in ((share_spread(pieces), 1.0), (scaled_spread(pieces, SCALE), 1000.0)):
        assert 0 <= spread.q10 <= spread.q50 <= spread.q90 <= top
        assert 0 < spread.mean < top


@pytest.mark.parametrize("share", [0.0, 1.0])
@pytest.mark.parametrize("answers", [40, 100, 400])
def test_a_chance_is_a_chance_for_the_hopeless_and_the_perfect(answers: int, share: float) -> None:
    pieces = lots(practised(answers, share), parts())
    chances = [chance_of_share(pieces, cut, 50) for cut in (1e-9, 0.02, 0.5, 0.98, 1.0)]
    chances += [chance_to_pass(pieces, replace(SCALE, cut=cut)) for cut in (0.01, 0.5, 0.99)]
    assert all(0 <= chance <= 1 and str(chance)[0] != "-" for chance in chances)


def test_more_answers_and_longer_exams_narrow_it() -> None:
    few, many = (share_spread(lots(practised(n), parts())) for n in (20, 400))
    assert many.q90 - many.q10 < few.q90 - few.q10
    short, long = (share_spread(lots(practised(100), parts(n))) for n in (10, 200))
    assert long.q90 - long.q10 < short.q90 - short.q10


def test_it_is_the_same_every_time() -> None:
    known = practised(50)
    assert lots(known, parts()) == lots(known, parts())


@given(st.floats(0, 1))
def test_the_scale_there_and_back(share: float) -> None:
    assert share_of(scaled(share, SCALE), SCALE) == pytest.approx(share)
    assert scaled(SCALE.cut, SCALE) == 700


def test_a_cut_between_two_counts_asks_for_the_upper_one() -> None:
    pieces = lots(practised(50), parts(10))
    assert chance_of_share(pieces, 0.61, 10) == chance_of_share(pieces, 0.7, 10)
    assert chance_of_share(pieces, 0.6, 10) > chance_of_share(pieces, 0.7, 10)


def test_many_items_are_taken_together_without_harm() -> None:
    rng, known = random.Random(4), practised(60)
    pool = tuple(
        Item(rng.gauss(0.1, 1), rng.uniform(0.01, 0.1), rng.lognormvariate(0, 0.3), 0.15) for _ in range(400)
    )
    whole = share_spread(lots(known, [Part("a", 50, pool)]))
    fifties = [share_spread(lots(known, [Part("a", 50, pool[i : i + 50])])).mean for i in range(0, 400, 50)]
    assert whole.mean == pytest.approx(sum(fifties) / 8, abs=0.003)
