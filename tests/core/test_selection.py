"""Practice picks: seats filled with what is worth most, reasons true, areas mixed, new and old side by side."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.core.blueprint import blueprint, weight_ranges
from certstudy.core.confidence import Confidence
from certstudy.core.moment import Moment
from certstudy.core.ranking import CONVICTION, NEW_SHARE, REVIEW_SHARE, Occasion, Reason, best, why_now
from certstudy.core.record import Answer, QuestionState, replayed
from certstudy.core.selection import picked
from tests.core.syllabi import entries, syllabus

START = datetime(2026, 1, 5, 18, tzinfo=UTC)


def state(question: str, *points: int, day: float = 0, confidence: Confidence | None = None) -> QuestionState:
    """The state after answers with these points on consecutive days."""
    answers = [
        Answer(
            1, question, Moment(START + timedelta(days=day + i)), frozenset(), earned, 1, 30_000, confidence
        )
        for i, earned in enumerate(points)
    ]
    made = replayed(answers)
    assert made is not None
    return made


def on(days: float, exam: float | None = None) -> Occasion:
    """So many days after the start, with an exam so many days after it."""
    now = START + timedelta(days=days)
    return Occasion(now, None if exam is None else START + timedelta(days=exam))


def seats(n: int) -> tuple[int, ...]:
    return blueprint(weight_ranges(syllabus()), n).seats


@settings(max_examples=30)
@given(
    n=st.integers(5, 60),
    seed=st.integers(0, 10**6),
    seen=st.sets(st.integers(0, 257), max_size=200),
    exam=st.none() | st.integers(-5, 90),
)
def test_seats_are_filled_without_repeats(n: int, seed: int, seen: set[int], exam: int | None) -> None:
    bank = entries()
    states = {bank[i].id: state(bank[i].id, i % 2, day=i % 7) for i in seen}
    occasion = on(8, exam)
    picks = picked(syllabus().areas, seats(n), bank, states, occasion, seed)
    areas = Counter(pick.entry.area for pick in picks)
    assert tuple(areas[area.id] for area in syllabus().areas) == seats(n)
    assert len({pick.entry.id for pick in picks}) == n
    assert all(pick.why == why_now(states.get(pick.entry.id), occasion) for pick in picks)
    assert picks == picked(syllabus().areas, seats(n), bank, states, occasion, seed)


@settings(max_examples=30)
@given(
    st.dictionaries(
        st.integers(0, 257), st.tuples(st.floats(0, 20), st.lists(st.integers(0, 1), min_size=1))
    ),
    st.integers(1, 30),
    st.floats(21, 60),
)
def test_no_question_left_out_is_worth_more_than_one_chosen(
    seen: dict[int, tuple[float, list[int]]], count: int, exam: float
) -> None:
    bank = [entry for entry in entries() if entry.area == "a2"]
    states = {
        entry.id: state(entry.id, *points, day=day)
        for i, entry in enumerate(bank)
        if i in seen
        for day, points in [seen[i]]
    }
    occasion = on(21, exam)
    outlook = occasion.outlook

    def worth(question: str) -> float:
        held = states.get(question)
        if held is None:
            return outlook.of_new(occasion.known_before("a2"))
        elapsed = (occasion.now - held.last.utc) / timedelta(days=1)
        return outlook.of_reviews([(held.memory.stability, held.memory.difficulty, max(0.0, elapsed))])[0]

    chosen = [pick.entry.id for pick in best(bank, states, occasion, count, random.Random(1))]
    left = [entry.id for entry in bank if entry.id not in chosen]
    assert len(chosen) == min(count, len(bank))
    for met in (True, False):
        inside = [worth(question) for question in chosen if (question in states) is met]
        outside = [worth(question) for question in left if (question in states) is met]
        assert min(inside, default=1) >= max(outside, default=-1) - 1e-12
    new = sum(question not in states for question in chosen)
    unmet = sum(entry.id not in states for entry in bank)
    assert new >= min(unmet, int(NEW_SHARE * count))
    useful = sum(worth(question) > 0 for question in states)
    assert len(chosen) - new >= min(useful, int(REVIEW_SHARE * count))


def test_areas_are_mixed() -> None:
    picks = picked(syllabus().areas, seats(40), entries(), {}, on(0), 3)
    runs = [a.entry.area == b.entry.area == c.entry.area for (a, b), (_, c) in pairwise(pairwise(picks))]
    assert not any(runs)


def test_new_questions_come_one_objective_after_another() -> None:
    bank = entries()
    met = {"a2.g0.o0", "a2.g1.o1"}
    states = {
        entry.id: state(entry.id, 1) for entry in bank if entry.objective in met and entry.id.endswith("-0")
    }
    picks = picked(syllabus().areas, seats(60), bank, states, on(0.1), 1)
    objectives = Counter(p.entry.objective for p in picks if p.entry.area == "a2" and p.reason is Reason.NEW)
    assert set(objectives.values()) == {1}
    assert not met & set(objectives)


def test_new_and_old_stand_side_by_side() -> None:
    bank = entries()
    states = {entry.id: state(entry.id, 0) for entry in bank if entry.id.endswith("-0")}
    for exam in (5, 30, 200, None):
        picks = picked(syllabus().areas, seats(60), bank, states, on(3, exam), 1)
        kinds = [pick.reason is Reason.NEW for pick in picks]
        assert 15 <= sum(kinds) <= 57
        assert abs(sum(kinds[:30]) - sum(kinds[30:])) <= 14


def test_missed_questions_come_before_other_reviews() -> None:
    bank = entries()
    missed = {entry.id for entry in bank if entry.area == "a2" and entry.id.endswith("-0")}
    states = {entry.id: state(entry.id, 0 if entry.id in missed else 1) for entry in bank}
    picks = picked(syllabus().areas, seats(30), bank, states, on(1, 20), 1)
    assert all(p.entry.id in missed for p in picks if p.entry.area == "a2")


def test_a_sure_error_comes_before_a_plain_one() -> None:
    bank = [entry for entry in entries() if entry.area == "a2"]
    states = {
        entry.id: state(entry.id, 0, confidence=Confidence.SURE if i == 40 else None)
        for i, entry in enumerate(bank)
    }
    first = best(bank, states, on(2, 20), 1, random.Random(1))[0]
    assert first.entry.id == bank[40].id
    assert first.reason is Reason.MISLED
    assert CONVICTION > 1


def test_a_reason_follows_the_state() -> None:
    strong = state("q", 1, 1, 1, 1, 1)
    assert why_now(None, on(0)).reason is Reason.NEW
    assert why_now(state("q", 0), on(1)).reason is Reason.MISSED
    assert why_now(state("q", 0, confidence=Confidence.SURE), on(1)).reason is Reason.MISLED
    assert why_now(state("q", 1), on(10)).reason is Reason.DUE
    assert why_now(strong, on(5, 90)).reason is Reason.FADING
    assert why_now(strong, on(5, 6)).reason is Reason.AHEAD


def test_recall_now_and_on_the_day_are_said() -> None:
    why = why_now(state("q", 1), on(2, 30))
    assert 0 < why.left_alone < why.recall < 1


def test_where_little_is_known_more_is_new_and_where_much_is_known_no_less() -> None:
    bank = [entry for entry in entries() if entry.area == "a2"]
    met = {entry.id: state(entry.id, 1, day=k % 20) for k, entry in enumerate(bank[:70])}

    def new(known: float | None) -> int:
        occasion = replace(on(21, 60), known=None if known is None else {"a2": known})
        return sum(pick.reason is Reason.NEW for pick in best(bank, met, occasion, 30, random.Random(1)))

    assert new(0.05) > new(None)
    assert new(0.9) == new(None)
