"""The filter against exact sums on a grid, and what must hold for any answers."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.ability import (
    PACES,
    STILL,
    Ability,
    Item,
    Population,
    blended,
    chance,
    idled,
    newcomer,
    observed,
    with_area,
)
from certstudy.core.logistic import logistic

ITEMS = st.builds(
    Item,
    difficulty=st.floats(-2.5, 2.5),
    variance=st.floats(0, 1.2),
    slope=st.floats(0.4, 2.2),
    floor=st.floats(0, 0.5),
)
ANSWERS = st.lists(st.tuples(st.sampled_from("abc"), ITEMS, st.sampled_from([0.0, 0.5, 1.0])), max_size=40)


def after(answers: list[tuple[str, Item, float]]) -> Ability:
    ability = newcomer()
    for area, item, credit in answers:
        ability = observed(ability, area, item, credit)[1]
    return ability


def on_a_grid(item: Item, right: bool, mean: float, variance: float) -> tuple[float, float, float]:
    """P(right), and mean and variance of the ability after the answer, by summing over ability and difficulty."""
    total = first = second = p_right = whole = 0.0
    points = [-6 + 0.15 * i for i in range(81)]
    for z in points:
        theta = mean + math.sqrt(variance) * z
        for w in points:
            mass = math.exp(-0.5 * (z * z + w * w))
            b = item.difficulty + math.sqrt(item.variance) * w
            p = item.floor + (1 - item.floor) * logistic(item.slope * (theta - b))
            like = mass * (p if right else 1 - p)
            whole += mass
            p_right += mass * p
            total += like
            first += like * theta
            second += like * theta * theta
    centre = first / total
    return p_right / whole, centre, second / total - centre * centre


@pytest.mark.parametrize("right", [True, False])
@pytest.mark.parametrize(
    "item", [Item(), Item(1.2, 0.64, 1.0, 0.2), Item(-0.8, 0.1, 1.8, 0.0), Item(2.0, 0.3, 0.6, 0.33)]
)
def test_one_answer_has_the_exact_moments(item: Item, right: bool) -> None:
    people = Population(0.4, 0.7, 0.2)
    start = newcomer(people, STILL)
    foretold, ability = observed(start, "a", item, float(right))
    p, mean, variance = on_a_grid(item, right, people.mean, people.general + people.area)
    (belief,) = ability.beliefs
    assert foretold == pytest.approx(p, abs=1e-4)
    assert belief.mean[1] == pytest.approx(mean, abs=1e-3)
    assert belief.covariance[1][1] == pytest.approx(variance, abs=1e-3)


def test_many_answers_stay_near_the_exact_posterior() -> None:
    """Rasch items of known difficulty: the filter against the grid after forty answers."""
    people = Population(0.2, 0.8, 0.0)
    points = [-5 + 0.02 * i for i in range(501)]
    masses = [math.exp(-0.5 * (x - people.mean) ** 2 / people.general) for x in points]
    ability = newcomer(people, STILL)
    for i in range(40):
        item, right = Item(math.sin(1.7 * i), 0.0, 1.0, 0.1), (i * i) % 5 < 3
        ability = observed(ability, "a", item, float(right))[1]
        for k, x in enumerate(points):
            p = 0.1 + 0.9 * logistic(x - item.difficulty)
            masses[k] *= p if right else 1 - p
    whole = sum(masses)
    mean = sum(x * m for x, m in zip(points, masses, strict=True)) / whole
    sd = math.sqrt(sum((x - mean) ** 2 * m for x, m in zip(points, masses, strict=True)) / whole)
    (belief,) = ability.beliefs
    assert belief.mean[1] == pytest.approx(mean, abs=0.03)
    assert math.sqrt(belief.covariance[1][1]) == pytest.approx(sd, rel=0.03)


@given(ANSWERS, ITEMS, st.sampled_from("abcd"))
def test_a_right_answer_raises_and_a_wrong_one_lowers(
    answers: list[tuple[str, Item, float]], item: Item, area: str
) -> None:
    ability = with_area(after(answers), area)
    for belief, up, down in zip(
        with_area(ability, area).beliefs,
        observed(ability, area, item, 1.0)[1].beliefs,
        observed(ability, area, item, 0.0)[1].beliefs,
        strict=True,
    ):
        place = ability.areas.index(area) + 1
        assert down.mean[place] <= belief.mean[place] + 0.02
        assert up.mean[place] >= belief.mean[place]


@given(ANSWERS)
def test_beliefs_stay_proper(answers: list[tuple[str, Item, float]]) -> None:
    ability = after(answers)
    assert sum(ability.weights) == pytest.approx(1)
    assert ability.answers == len(answers)
    for belief in ability.beliefs:
        size = range(len(belief.mean))
        assert all(belief.covariance[i][i] > 0 for i in size)
        for i in size:
            for j in size:
                assert belief.covariance[i][j] == pytest.approx(belief.covariance[j][i])
                bound = math.sqrt(belief.covariance[i][i] * belief.covariance[j][j])
                assert abs(belief.covariance[i][j]) <= bound * (1 + 1e-9)


@given(ANSWERS, ITEMS)
def test_what_is_foretold_is_the_chance(answers: list[tuple[str, Item, float]], item: Item) -> None:
    ability = after(answers)
    assert observed(ability, "a", item, 1.0)[0] == pytest.approx(chance(ability, "a", item))
    assert item.floor <= chance(ability, "b", item) <= 1


@given(ANSWERS)
def test_areas_share_what_is_general(answers: list[tuple[str, Item, float]]) -> None:
    """A further right answer in one area helps the others too, but less."""
    start = with_area(with_area(after(answers), "a"), "b")
    before, _ = blended(start, ("a", "b"))
    up, _ = blended(observed(start, "a", Item(), 1.0)[1], ("a", "b"))
    assert up[0] - before[0] > up[1] - before[1] > -0.05


@given(ANSWERS, st.floats(1, 200))
def test_time_without_practice_only_widens(answers: list[tuple[str, Item, float]], days: float) -> None:
    ability = after([*answers, ("a", Item(), 1.0)])
    (mean,), ((variance,),) = blended(ability, ("a",))
    (later,), ((wider,),) = blended(idled(ability, days), ("a",))
    assert later == pytest.approx(mean)
    assert wider > variance
    assert idled(ability, 0.0) is ability


@settings(max_examples=20)
@given(ANSWERS)
def test_part_credit_lies_between(answers: list[tuple[str, Item, float]]) -> None:
    ability = after(answers)
    low, middle, high = (
        blended(observed(ability, "a", Item(floor=0.1), credit)[1], ("a",))[0][0]
        for credit in (0.0, 0.5, 1.0)
    )
    assert low < middle < high


def test_steady_improvement_favours_the_fast_hypotheses() -> None:
    slow, fast = newcomer(), newcomer()
    for i in range(300):
        fast = observed(fast, "a", Item(0.0, 0.2), float(i % 20 < 20 * logistic(-1.5 + i / 75)))[1]
        slow = observed(slow, "a", Item(0.0, 0.2), float(i % 2))[1]
    gains = [pace.gain for pace in PACES]
    mean_fast = sum(w * g for w, g in zip(fast.weights, gains, strict=True))
    mean_slow = sum(w * g for w, g in zip(slow.weights, gains, strict=True))
    assert mean_fast > 1.5 * mean_slow


def test_any_number_of_areas_with_any_names() -> None:
    ability = newcomer()
    for i in range(60):
        ability = observed(ability, f"área {i % 30} / x", Item(), float(i % 3 > 0))[1]
    mean, covariance = blended(ability, (*ability.areas, "never met"))
    assert len(mean) == len(covariance) == 31
    assert covariance[-1][-1] > covariance[0][0]
