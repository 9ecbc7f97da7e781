"""The blueprint against a brute-force oracle, the published ranges and its own promises."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import blueprint, feasible, session, weights, within_ranges
from certstudy.core.syllabus import WeightRange

AZ400 = tuple(WeightRange(*pair) for pair in ((10, 15), (10, 15), (50, 55), (10, 15), (5, 10)))
NO_EXACT_SPLIT = {*range(1, 14), 16, 17, 18, 19, 21, 25, 26}


@st.composite
def range_sets(draw: st.DrawFn) -> tuple[WeightRange, ...]:
    """Ranges of two to six areas that some weights can fill."""
    count = draw(st.integers(2, 6))
    cuts = sorted(draw(st.lists(st.integers(1, 99), min_size=count - 1, max_size=count - 1, unique=True)))
    shares = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    return tuple(
        WeightRange(max(0, share - draw(st.integers(0, 6))), min(100, share + draw(st.integers(0, 6))))
        for share in shares
    )


def _splits(ranges: tuple[WeightRange, ...], n: int) -> list[tuple[int, ...]]:
    """Every split of n within the ranges."""
    choices = [[c for c in range(n + 1) if r.low * n <= 100 * c <= r.high * n] for r in ranges[:-1]]
    rows = ((*head, n - sum(head)) for head in product(*choices) if sum(head) <= n)
    return [row for row in rows if within_ranges(ranges, row)]


def _distance(ranges: tuple[WeightRange, ...], seats: tuple[int, ...]) -> Fraction:
    """What Sainte-Lague minimises: squared distances from the exact shares over the shares."""
    shares, n = weights(ranges), sum(seats)
    exact = [Fraction(w * n, sum(shares)) for w in shares]
    return sum(((s - e) ** 2 / e for s, e in zip(seats, exact, strict=True) if e), Fraction(0))


def test_weights_sum_to_the_whole_inside_the_ranges() -> None:
    shares = weights(AZ400)
    assert [100 * w / sum(shares) for w in shares] == [13, 13, 53, 13, 8]


def test_every_size_up_to_1000_is_right() -> None:
    before = (0,) * len(AZ400)
    for n in range(1, 1001):
        plan = blueprint(AZ400, n)
        assert plan.n == n
        assert plan.in_range == (n not in NO_EXACT_SPLIT) == feasible(AZ400, n)
        assert all(a <= b for a, b in zip(before, plan.seats, strict=True)), f"not monotone at {n}"
        before = plan.seats


@pytest.mark.parametrize("n", [n for n in range(14, 81) if n not in NO_EXACT_SPLIT])
def test_no_split_in_range_is_nearer_to_the_weights(n: int) -> None:
    best = min(_distance(AZ400, row) for row in _splits(AZ400, n))
    assert _distance(AZ400, blueprint(AZ400, n).seats) == best


@pytest.mark.parametrize("n", sorted(NO_EXACT_SPLIT))
def test_sizes_without_a_split_really_have_none(n: int) -> None:
    assert _splits(AZ400, n) == []
    assert any(blueprint(AZ400, n).off_range(area) for area in range(len(AZ400)))


@pytest.mark.parametrize(
    ("n", "seats"),
    [(10, (1, 1, 6, 1, 1)), (20, (3, 3, 10, 2, 2)), (30, (4, 4, 16, 4, 2)), (50, (7, 6, 27, 6, 4))],
)
def test_known_splits(n: int, seats: tuple[int, ...]) -> None:
    assert blueprint(AZ400, n).seats == seats


@settings(max_examples=200)
@given(ranges=range_sets(), n=st.integers(1, 300))
def test_any_range_set_is_met_whenever_it_can_be(ranges: tuple[WeightRange, ...], n: int) -> None:
    plan = blueprint(ranges, n)
    assert plan.n == n
    assert plan.in_range == feasible(ranges, n)
    assert plan.seats == blueprint(ranges, n).seats


@settings(max_examples=100)
@given(ranges=range_sets(), n=st.integers(1, 30))
def test_feasible_means_that_a_split_exists(ranges: tuple[WeightRange, ...], n: int) -> None:
    assert feasible(ranges, n) == bool(_splits(ranges, n))


@settings(max_examples=150)
@given(n=st.integers(0, 120), pool=st.lists(st.integers(0, 80), min_size=5, max_size=5))
def test_a_small_pool_gives_what_it_has_and_tells_the_rest(n: int, pool: list[int]) -> None:
    plan = blueprint(AZ400, n, pool)
    assert plan.n == min(n, sum(pool))
    assert all(s <= p for s, p in zip(plan.seats, pool, strict=True))
    assert all(s == p for s, p, missing in zip(plan.seats, pool, plan.short, strict=True) if missing), (
        "an area is short although it had more to give"
    )


@settings(max_examples=60)
@given(sizes=st.lists(st.integers(1, 60), min_size=1, max_size=60))
def test_short_sessions_add_up_to_the_exam(sizes: list[int]) -> None:
    held = (0,) * len(AZ400)
    for size in sizes:
        plan = session(AZ400, held, size)
        assert plan.n == size
        held = tuple(h + s for h, s in zip(held, plan.seats, strict=True))
        assert within_ranges(AZ400, held) or sum(held) in NO_EXACT_SPLIT


@settings(max_examples=100)
@given(held=st.lists(st.integers(0, 3000), min_size=5, max_size=5), size=st.integers(1, 60))
def test_a_session_never_takes_back_what_was_answered(held: list[int], size: int) -> None:
    plan = session(AZ400, held, size)
    assert plan.n == size
    assert min(plan.seats) >= 0


def test_a_negative_size_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 0"):
        blueprint(AZ400, -1)
