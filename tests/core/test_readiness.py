"""Readiness: ranges narrow with evidence, nothing is claimed without it, and the map meets its fixed points."""

import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.ability import Item
from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.forecast import EVIDENCE_NEEDED
from certstudy.core.readiness import (
    Attempted,
    FirstAttempts,
    Readiness,
    another_form,
    known_unmet,
    readiness,
    reported,
    scaled,
    share_right,
    stage_on,
    trajectory,
)
from tests.core.syllabi import syllabus

AREAS = [area.id for area in syllabus().areas]
DAY = 739_000


@given(st.integers(0, 500), st.floats(0, 1))
def test_an_estimate_lies_inside_its_range(answers: int, share: float) -> None:
    estimate = share_right(FirstAttempts(answers, share * answers))
    assert 0 < estimate.low < estimate.mean < estimate.high < 1


def test_more_answers_narrow_the_range() -> None:
    few, many = share_right(FirstAttempts(10, 7)), share_right(FirstAttempts(200, 140))
    assert many.high - many.low < (few.high - few.low) / 2


def on_evidence(first: Mapping[str, FirstAttempts], results: Sequence[Result] = ()) -> Readiness:
    """The readiness after so many first attempts at middling questions, areas in turn."""
    rows = [
        Attempted(area, Item(floor=0.15), float(n * held.credit % held.answers < held.credit), DAY)
        for n in range(max((held.answers for held in first.values()), default=0))
        for area, held in first.items()
        if n < held.answers
    ]
    told = trajectory(rows)
    said = [reported(syllabus(), told, result) for result in results]
    return readiness(syllabus(), stage_on(told, DAY), DAY, said)


def test_no_chance_is_named_without_evidence() -> None:
    short = on_evidence({area: FirstAttempts(3, 3) for area in AREAS})
    assert short.forecast is None
    assert short.missing == EVIDENCE_NEEDED - 15
    lopsided = on_evidence({AREAS[0]: FirstAttempts(100, 90)})
    assert lopsided.forecast is None
    assert lopsided.missing == 4
    assert on_evidence({}).missing == EVIDENCE_NEEDED


def test_better_answers_raise_the_chance() -> None:
    chances = []
    for share in (0.3, 0.5, 0.7, 0.9):
        forecast = on_evidence({area: FirstAttempts(40, 40 * share) for area in AREAS}).forecast
        assert forecast is not None
        assert 0 <= forecast.p_low <= forecast.p_pass <= forecast.p_high <= 1
        assert forecast.low < forecast.mean < forecast.high
        chances.append(forecast.p_pass)
    assert chances == sorted(chances)
    assert chances[0] < 0.02
    assert chances[-1] > 0.9


def test_the_heavy_area_counts_most() -> None:
    def mean(weak: str) -> float:
        forecast = on_evidence(
            {area: FirstAttempts(40, 10 if area == weak else 34) for area in AREAS}
        ).forecast
        assert forecast is not None
        return forecast.mean

    assert mean(AREAS[2]) < min(mean(AREAS[0]), mean(AREAS[4])) - 80


def test_a_real_result_moves_score_and_chance() -> None:
    held = {area: FirstAttempts(40, 31) for area in AREAS}
    plain = on_evidence(held).forecast
    failed = on_evidence(held, [Result(ResultKind.EXAM, DAY, 560.0)]).forecast
    assessed = on_evidence(held, [Result(ResultKind.ASSESSMENT, DAY, None, 0.95)]).forecast
    assert plain is not None
    assert failed is not None
    assert assessed is not None
    assert failed.mean < plain.mean - 80
    assert failed.offset > plain.offset + 0.3
    assert failed.p_pass < plain.p_pass < assessed.p_pass


def test_a_result_still_to_come_says_nothing() -> None:
    held = {area: FirstAttempts(40, 31) for area in AREAS}
    assert on_evidence(held, [Result(ResultKind.EXAM, DAY + 1, 300.0)]) == on_evidence(held)


@given(
    st.lists(st.tuples(st.sampled_from(AREAS), st.integers(0, 3), st.booleans()), max_size=30),
    st.integers(0, 30),
)
def test_a_story_can_go_on_where_it_stopped(rows: list[tuple[str, int, bool]], cut: int) -> None:
    day, attempts = DAY, []
    for area, pause, right in rows:
        day += pause
        attempts.append(Attempted(area, Item(), float(right), day))
    told = trajectory(attempts)
    assert trajectory(attempts[cut:], trajectory(attempts[:cut])) == told
    assert [stage.day for stage in told] == sorted({attempt.day for attempt in attempts})
    assert sum(stage_on(told, day).answers.values()) == len(rows)
    assert stage_on(told, DAY - 1).answers == {}


def test_time_away_widens_the_range() -> None:
    told = trajectory(Attempted(area, Item(), float(n % 4 > 0), DAY) for n in range(30) for area in AREAS)
    now, later = (readiness(syllabus(), told[-1], day).forecast for day in (DAY, DAY + 60))
    assert now is not None
    assert later is not None
    assert later.high - later.low > now.high - now.low
    assert later.p_high - later.p_low > now.p_high - now.p_low


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


def test_what_is_known_of_unmet_questions_follows_the_first_answers_area_by_area() -> None:
    def told(credit: float) -> dict[str, float]:
        rows = [Attempted("a2", Item(floor=0.15), credit, DAY) for _ in range(20)]
        return known_unmet(syllabus(), stage_on(trajectory(rows), DAY))

    assert known_unmet(syllabus(), stage_on((), DAY)) == {}
    assert told(1.0)["a2"] > told(1.0)["a0"] > told(0.0)["a0"] > told(0.0)["a2"]
    assert told(0.0)["a2"] < 0.3
