"""Forecasts for the learners of a log."""

from collections import Counter

import pytest

from certstudy.core.response_log import Logged
from certstudy.study.log_forecast import Foresight, Wanted, foresights
from certstudy.study.log_knowledge import Knowledge, trained, untrained
from tests.study.logs import ITEMS, listed, log


def split(rows: list[Logged], answers: int) -> tuple[list[Logged], dict[str, list[bool]]]:
    """The first answers of each learner, and what came of the rest."""
    head: list[Logged] = []
    rest: dict[str, list[bool]] = {}
    given = Counter[str]()
    for row in rows:
        given[row.learner] += 1
        if given[row.learner] <= answers:
            head.append(row)
        else:
            rest.setdefault(row.learner, []).append(row.right)
    return head, rest


@pytest.mark.parametrize("source", ["nothing", "labels", "people"])
def test_the_range_holds_what_comes_in_about_eight_of_ten_cases(source: str) -> None:
    head, rest = split(log(120, ITEMS, seed=1), 25)
    knowledge: dict[str, Knowledge] = {
        "nothing": untrained({}),
        "labels": untrained(listed()),
        "people": trained(log(120, 40, seed=2), {}),
    }
    found = foresights(head, knowledge[source], Wanted(ITEMS - 25, cut=0.6))
    shares = {learner: sum(right) / len(right) for learner, right in rest.items()}
    inside = [f.share.q10 <= shares[f.learner] <= f.share.q90 for f in found]
    assert 0.70 <= sum(inside) / len(inside) <= 0.92
    passed = [shares[f.learner] >= 0.6 for f in found]
    chances = [f.p_pass for f in found if f.p_pass is not None]
    brier = sum((p - y) ** 2 for p, y in zip(chances, passed, strict=True)) / len(passed)
    base = sum(passed) / len(passed)
    assert len(chances) == 120
    assert brier < 0.75 * base * (1 - base)


def one(rows: list[Logged], wanted: Wanted, knowledge: Knowledge | None = None) -> Foresight:
    (found,) = foresights(rows, knowledge or untrained({}), wanted)
    return found


def test_under_twenty_first_attempts_no_chance_is_named() -> None:
    rows = log(1, 19, seed=3)
    few = one(rows, Wanted(40, cut=0.6))
    assert (few.p_pass, few.scaled, few.missing) == (None, None, 1)
    repeated = one([*rows, *rows], Wanted(40))
    assert (repeated.answers, repeated.first_attempts, repeated.p_pass) == (38, 19, None)
    enough = one(log(1, 20, seed=3), Wanted(40))
    assert enough.missing == 0
    assert enough.p_pass is not None
    assert enough.scaled is not None


def test_without_a_cut_there_is_a_scaled_score_with_its_own_luck() -> None:
    rows = log(1, 40, seed=4)
    with_cut, without = one(rows, Wanted(50, cut=0.7)), one(rows, Wanted(50))
    assert with_cut.scaled is None
    assert without.scaled is not None
    assert with_cut.share == without.share
    assert without.scaled.q90 - without.scaled.q10 > 1000 * (without.share.q90 - without.share.q10)


def test_repeats_do_not_move_it() -> None:
    rows = log(1, 30, seed=5)
    repeats = [row._replace(right=True) for row in rows]
    assert one([*rows, *repeats], Wanted(50)).scaled == one(rows, Wanted(50)).scaled


def test_weights_move_it_towards_what_one_can() -> None:
    rows = [Logged("ada", f"{area}{i}", area, area == "code") for i in range(20) for area in ("code", "ops")]
    strong, weak = (one(rows, Wanted(50, {"code": a, "ops": b})).share.mean for a, b in ((9, 1), (1, 9)))
    assert strong > one(rows, Wanted(50)).share.mean > weak


def test_an_area_nobody_met_is_foreseen_with_more_doubt() -> None:
    rows = [Logged("ada", f"i{i}", "code", True) for i in range(40)]
    known, unknown = (one(rows, Wanted(50, {area: 1})).share for area in ("code", "terra incognita"))
    assert unknown.q90 - unknown.q10 > known.q90 - known.q10
    assert unknown.mean < known.mean


def test_hard_questions_left_lower_what_is_expected() -> None:
    people = trained(log(150, 40, seed=6), {})
    easy = [row for row in log(1, ITEMS, seed=7) if int(row.item[1:]) < 30]
    hard = [row for row in log(1, ITEMS, seed=7) if int(row.item[1:]) >= 30]
    assert one([row._replace(right=True) for row in hard], Wanted(30), people).share.mean > 0.9
    average = [row._replace(right=i % 3 > 0) for i, row in enumerate(easy)]
    assert one(average, Wanted(30), people).share.mean < 0.6


def test_more_questions_than_there_are() -> None:
    assert 0 < one(log(1, ITEMS, seed=8), Wanted(500)).share.q10 < 1
