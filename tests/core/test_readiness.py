"""Readiness: ranges narrow with evidence, nothing is claimed without it, and the map meets its fixed points."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.readiness import (
    EVIDENCE_NEEDED,
    FirstAttempts,
    another_form,
    readiness,
    scaled,
    share_right,
)
from tests.core.syllabi import syllabus

AREAS = [area.id for area in syllabus().areas]


@given(st.integers(0, 500), st.floats(0, 1))
def test_an_estimate_lies_inside_its_range(answers: int, share: float) -> None:
    estimate = share_right(FirstAttempts(answers, share * answers))
    assert 0 < estimate.low < estimate.mean < estimate.high < 1


def test_more_answers_narrow_the_range() -> None:
    few, many = share_right(FirstAttempts(10, 7)), share_right(FirstAttempts(200, 140))
    assert many.high - many.low < (few.high - few.low) / 2


def test_no_chance_is_named_without_evidence() -> None:
    short = {area: FirstAttempts(3, 3) for area in AREAS}
    assert readiness(syllabus(), short).forecast is None
    assert readiness(syllabus(), short).missing == EVIDENCE_NEEDED - 15
    lopsided = {AREAS[0]: FirstAttempts(100, 90)}
    assert readiness(syllabus(), lopsided).forecast is None
    assert readiness(syllabus(), lopsided).missing == 4


def test_better_answers_raise_the_chance() -> None:
    chances = []
    for share in (0.3, 0.5, 0.7, 0.9):
        forecast = readiness(syllabus(), {area: FirstAttempts(40, 40 * share) for area in AREAS}).forecast
        assert forecast is not None
        assert 0 <= forecast.p_low <= forecast.p_pass <= forecast.p_high <= 1
        assert forecast.low < forecast.mean < forecast.high
        chances.append(forecast.p_pass)
    assert chances == sorted(chances)
    assert chances[0] < 0.02
    assert chances[-1] > 0.95


def test_the_heavy_area_counts_most() -> None:
    def mean(weak: str) -> float:
        first = {area: FirstAttempts(40, 10 if area == weak else 34) for area in AREAS}
        forecast = readiness(syllabus(), first).forecast
        assert forecast is not None
        return forecast.mean

    assert mean(AREAS[2]) < min(mean(AREAS[0]), mean(AREAS[4])) - 100


def test_the_range_of_an_area_holds_the_truth_about_as_often_as_it_says() -> None:
    rng = random.Random(5)
    held = 0
    for _ in range(1500):
        truth = min(0.98, max(0.05, rng.gauss(0.62, 0.14)))
        right = sum(rng.random() < truth for _ in range(40))
        estimate = share_right(FirstAttempts(40, right))
        held += estimate.low <= truth <= estimate.high
    assert 0.74 <= held / 1500 <= 0.87


@pytest.mark.parametrize(("share", "score"), [(0.0, 0), (0.70, 700), (0.85, 850), (1.0, 1000)])
def test_the_scale_meets_its_fixed_points(share: float, score: int) -> None:
    assert scaled(share) == pytest.approx(score)


@given(st.integers(40, 60), st.data())
def test_another_form_scores_around_this_one(questions: int, data: st.DataObject) -> None:
    points = data.draw(st.integers(0, questions))
    low, high = another_form(syllabus(), points, questions, questions)
    assert 0 <= low <= scaled(points / questions) <= high <= 1000
    assert low < high


def test_a_longer_form_says_more() -> None:
    narrow, wide = another_form(syllabus(), 140, 200, 200), another_form(syllabus(), 28, 40, 40)
    assert narrow[1] - narrow[0] < (wide[1] - wide[0]) / 2


def test_the_range_of_another_form_holds_eight_in_ten() -> None:
    rng, held, rounds = random.Random(1), 0, 3000
    for _ in range(rounds):
        here, there = (sum(rng.random() < 0.72 for _ in range(50)) for _ in range(2))
        low, high = another_form(syllabus(), here, 50, 50)
        held += low <= scaled(there / 50) <= high
    assert held / rounds == pytest.approx(0.8, abs=0.05)
