"""A real result moves the offset and the abilities."""

import random

import pytest

from certstudy.core.ability import Item, newcomer, observed
from certstudy.core.exam_result import Reported, Result, ResultKind, informed
from certstudy.core.forecast import (
    Part,
    Scale,
    Spread,
    Standing,
    chance_to_pass,
    lots,
    share_spread,
    standing,
)

AREAS, SCALE = ("a", "b", "c"), Scale()
PARTS = [
    Part("a", 25, (Item(floor=0.15),)),
    Part("b", 15, (Item(floor=0.15),)),
    Part("c", 10, (Item(floor=0.15),)),
]


def practised(share: float = 0.75, answers: int = 120) -> Standing:
    rng, ability = random.Random(1), newcomer()
    for i in range(answers):
        ability = observed(ability, AREAS[i % 3], Item(floor=0.15), float(rng.random() < share))[1]
    return standing(ability, AREAS)


def with_results(known: Standing, *results: Result) -> Standing:
    return informed(known, [Reported(result, known.mean[:-1]) for result in results], PARTS, SCALE)


def foreseen(known: Standing) -> Spread:
    return share_spread(lots(known, PARTS))


def test_practice_inflation_is_corrected_by_one_entered_mock() -> None:
    known = practised()
    before = foreseen(known)
    after = with_results(known, Result(ResultKind.MOCK, 1, None, 0.56))
    told = foreseen(after)
    assert before.mean > 0.72
    assert told.q10 < 0.56 < told.q90
    assert before.mean - told.mean > 0.7 * (before.mean - 0.56)
    assert after.mean[-1] > known.mean[-1] + 0.4
    assert chance_to_pass(lots(after, PARTS), SCALE) < 0.35 < chance_to_pass(lots(known, PARTS), SCALE)


def test_a_result_as_foreseen_changes_little() -> None:
    known = practised()
    share = foreseen(known).mean
    told = foreseen(with_results(known, Result(ResultKind.ASSESSMENT, 1, None, share)))
    assert told.mean == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("kind", [ResultKind.EXAM, ResultKind.ASSESSMENT, ResultKind.MOCK])
def test_better_results_raise_and_worse_lower(kind: ResultKind) -> None:
    known = practised()

    def after(share: float) -> float:
        score = 1000 * share if kind is ResultKind.EXAM else None
        result = Result(kind, 1, score, None if score else share)
        return foreseen(with_results(known, result)).mean

    means = [after(share) for share in (0.3, 0.5, 0.7, 0.9)]
    assert means == sorted(means)


def test_a_second_result_moves_it_further() -> None:
    known = practised()
    failed = Result(ResultKind.EXAM, 1, 560.0)
    once, twice = foreseen(with_results(known, failed)), foreseen(with_results(known, failed, failed))
    assert twice.mean < once.mean
    assert twice.q90 - twice.q10 < once.q90 - once.q10


def test_the_bars_of_a_failed_attempt_move_the_areas_apart() -> None:
    known = practised()
    bars = {"a": 0.3, "b": 0.75, "c": 0.9}
    after = with_results(known, Result(ResultKind.EXAM, 1, 620.0, None, bars))
    moved = [now - then for now, then in zip(after.mean, known.mean, strict=True)]
    assert moved[0] < moved[1] < moved[2]
    assert after.covariance[0][0] < known.covariance[0][0]


def test_what_was_learnt_since_counts() -> None:
    """A poor result from before a lot was learnt says less about today's score."""
    known = practised()
    result = Result(ResultKind.EXAM, 1, 560.0)
    weaker_then = tuple(m - 0.8 for m in known.mean[:-1])
    now = foreseen(informed(known, [Reported(result, weaker_then)], PARTS, SCALE))
    assert now.mean > foreseen(with_results(known, result)).mean + 0.05


def test_no_results_change_nothing() -> None:
    known = practised()
    assert informed(known, [], PARTS, SCALE) is known
