"""The plan to the exam: days, minutes, catching up, questions in range, what is new settled before the end."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import weight_ranges, weights, within_ranges
from certstudy.core.exam_plan import (
    CATCH_UP_SHARE,
    DayKind,
    ExamPlan,
    Pupil,
    behind,
    exam_plan,
    scheduled,
)
from certstudy.core.fsrs import Rating, Trace
from certstudy.core.memory import KNOWN_BEFORE, Memory, between, retrievability
from certstudy.core.moment import Moment
from certstudy.core.ranking import Occasion, best
from tests.core.syllabi import entries, syllabus

NOW = datetime(2026, 1, 5, 18, tzinfo=UTC)
TODAY = Moment(NOW).day
WEEK = [40, 40, 40, 40, 0, 60, 60]


LATELY = Memory(3.0, 5.0, Moment(NOW - timedelta(days=3)))


@dataclass(frozen=True, slots=True)
class Met:
    """A question met three days ago."""

    memory: Memory
    missed: bool = False
    misled: bool = False


def planned(days: int, minutes: list[int], met: int = 0, missed: int = 0) -> ExamPlan:
    bank = entries()
    return plan_of({entry.id: Met(LATELY) for entry in bank[:met]}, days, minutes, missed)


def plan_of(standings: dict[str, Met], days: int, minutes: list[int], missed: int = 0) -> ExamPlan:
    pupil = Pupil(syllabus(), entries(), standings, {}, 75.0)
    occasion = Occasion(NOW, NOW + timedelta(days=days, hours=-9))
    return exam_plan(pupil, scheduled(minutes, TODAY, TODAY + days, missed), missed, occasion)


def one_by_one(plan: ExamPlan, standings: dict[str, Met], occasion: Occasion) -> tuple[int, float]:
    """How many new questions come, and the share known on the day, if each question is chosen by itself."""
    held = dict(standings)
    for day in plan.days:
        now = occasion.now + timedelta(days=day.day - TODAY)
        for area, count in zip(syllabus().areas, day.seats, strict=False):
            mine = [entry for entry in entries() if entry.area == area.id]
            for pick in best(mine, held, replace(occasion, now=now), count, random.Random(1)):
                known = held.get(pick.entry.id)
                held[pick.entry.id] = Met(as_expected(known.memory if known else None, occasion, now))
    recalls = {area.id: [0.0, 0.0] for area in syllabus().areas}
    for entry in entries():
        known = held.get(entry.id)
        recall = retrievability(known.memory, occasion.exam or NOW) if known else KNOWN_BEFORE
        recalls[entry.area][0] += recall
        recalls[entry.area][1] += 1
    shares = weights(weight_ranges(syllabus()))
    means = [right / size for right, size in recalls.values()]
    return len(held) - len(standings), sum(s * m for s, m in zip(shares, means, strict=True)) / sum(shares)


def as_expected(memory: Memory | None, occasion: Occasion, now: datetime) -> Memory:
    model = occasion.model
    if memory is None:
        return between(model.first(Rating.AGAIN), model.first(Rating.GOOD), KNOWN_BEFORE, Moment(now), model)
    r = retrievability(memory, now)
    trace = Trace(memory.stability, memory.difficulty)
    lapse, recall = (model.again_later(trace, r, rating) for rating in (Rating.AGAIN, Rating.GOOD))
    return between(lapse, recall, r, Moment(now), model)


@given(st.lists(st.integers(0, 240), min_size=1, max_size=60), st.integers(0, 600))
def test_every_day_has_its_minutes_and_no_more_is_caught_up_than_was_missed(
    minutes: list[int], missed: int
) -> None:
    days = scheduled(minutes, 100, 100 + len(minutes), missed)
    assert [day.day for day in days] == list(range(100, 101 + len(minutes)))
    assert days[-1].kind is DayKind.EXAM
    assert sum(day.catch_up for day in days) <= missed
    for day, usual in zip(days[:-1], minutes, strict=True):
        assert (day.kind is DayKind.OFF) == (usual == 0)
        assert day.minutes <= round(usual * (1 + CATCH_UP_SHARE)) + 1
        assert day.kind is not DayKind.LAST or day.minutes == round(usual / 2)


def test_what_was_missed_is_spread_over_the_next_evenings() -> None:
    days = scheduled([40] * 10, 100, 110, 25)
    assert [day.minutes for day in days] == [50, 50, 45, 40, 40, 40, 40, 40, 40, 20, 0]


def test_a_gap_is_what_was_meant_less_what_was_done() -> None:
    assert behind({1: 40, 2: 40, 3: 0}, {1: 35.0, 3: 10.0}) == 35
    assert behind({1: 40}, {1: 90.0}) == 0


@settings(max_examples=20)
@given(st.integers(2, 150), st.integers(0, 258), st.integers(0, 200))
def test_a_plan_holds_what_there_is_time_for_in_the_exams_proportions(
    days: int, met: int, missed: int
) -> None:
    plan = planned(days, [WEEK[k % 7] for k in range(days)], met, missed)
    assert len(plan.days) == days + 1
    totals = [0] * 5
    for day in plan.days:
        assert day.questions == (0 if day.minutes == 0 else round(60 * day.minutes / 75.0))
        assert 0 <= day.new <= day.questions
        totals = [total + count for total, count in zip(totals, day.seats or (0,) * 5, strict=True)]
    if sum(totals) > 100:
        assert within_ranges(weight_ranges(syllabus()), totals)
    assert sum(day.new for day in plan.days) <= 258 - met
    assert plan.recall > plan.untouched


def test_all_is_met_in_time_and_not_on_the_last_evening() -> None:
    plan = planned(40, [40] * 40)
    assert plan.all_met is not None
    assert plan.all_met < TODAY + 39
    assert sum(day.new for day in plan.days) == 258
    assert plan.days[-2].kind is DayKind.LAST
    assert plan.days[-2].new == 0


def test_too_little_time_is_said() -> None:
    assert planned(3, [20] * 3).all_met is None


def test_more_time_is_worth_more() -> None:
    assert planned(30, [60] * 30).recall > planned(30, [20] * 30).recall


@pytest.mark.parametrize("met", [0, 90, 258])
def test_taking_alike_questions_together_says_what_choosing_each_by_itself_says(met: int) -> None:
    rng = random.Random(met)
    standings = {
        entry.id: Met(
            Memory(
                rng.uniform(0.5, 40), rng.uniform(2, 9), Moment(NOW - timedelta(days=rng.uniform(0.1, 30)))
            ),
            misled=rng.random() < 0.1,
        )
        for entry in rng.sample(list(entries()), met)
    }
    plan = plan_of(standings, 20, [40] * 20)
    new, recall = one_by_one(plan, standings, Occasion(NOW, NOW + timedelta(days=20, hours=-9)))
    assert abs(sum(day.new for day in plan.days) - new) <= 3
    assert plan.recall == pytest.approx(recall, abs=0.002)
    untouched = one_by_one(
        replace(plan, days=()), standings, Occasion(NOW, NOW + timedelta(days=20, hours=-9))
    )
    assert plan.untouched == pytest.approx(untouched[1], abs=0.001)
