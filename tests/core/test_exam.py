"""A mock exam: sections are one-way, what is locked stays locked, time never runs negative or beyond the limit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.errors import OutOfStepError
from certstudy.core.exam import MockExam
from certstudy.core.mock_plan import MockPlan
from certstudy.core.moment import Moment
from certstudy.core.record import Away, Draft, Highlight, SittingKind, SittingRecord
from certstudy.core.sections import SectionKind, laid_out

NOW = Moment(datetime(2026, 1, 5, 18, tzinfo=UTC))
FORM = tuple("abcdefghij")
SECTIONS = laid_out([(SectionKind.GENERAL, 4, ""), (SectionKind.SERIES, 3, "s"), (SectionKind.CASE, 3, "c")])
LIMIT = 100_000


def exam(limit_ms: int | None = LIMIT, open_book: bool = False, runs_on: bool = False) -> MockExam:
    """Four general questions, a series of three, a case study of three."""
    plan = MockPlan(SECTIONS, open_book=open_book, runs_on=runs_on)
    return MockExam(
        SittingRecord(1, SittingKind.MOCK, "mock", 7, FORM, NOW, limit_ms, None, 0, 0, plan), {}, 0, 0
    )


def reachable(at: MockExam) -> list[int]:
    return [place for place in range(-2, 12) if at.may_go(place)]


def test_general_questions_can_be_moved_between_freely() -> None:
    assert reachable(exam()) == reachable(exam().at(3)) == [0, 1, 2, 3]
    assert (exam().next_place, exam().previous_place) == (1, None)
    assert (exam().at(3).next_place, exam().at(3).previous_place) == (None, 2)


def test_a_series_goes_forward_only() -> None:
    series = exam().section_left()
    assert (series.index, series.returnable) == (4, False)
    assert reachable(series) == [4, 5]
    assert reachable(series.at(5)) == [5, 6]
    assert series.at(5).previous_place is None
    with pytest.raises(OutOfStepError):
        series.at(5).drafted("e", Draft(frozenset("A")))


def test_a_section_once_left_is_closed() -> None:
    case = exam().drafted("a", Draft(frozenset("A"))).section_left().section_left()
    assert reachable(case) == [7, 8, 9]
    assert case.draft("a").response == frozenset("A")
    for place in (0, 5):
        with pytest.raises(OutOfStepError):
            case.at(place)
        with pytest.raises(OutOfStepError):
            case.drafted(FORM[place], Draft())
    assert case.next_section is None
    with pytest.raises(OutOfStepError):
        case.section_left()


def test_questions_of_a_later_section_cannot_be_answered_yet() -> None:
    with pytest.raises(OutOfStepError):
        exam().drafted("h", Draft())
    with pytest.raises(OutOfStepError):
        exam().drafted("elsewhere", Draft())


def test_a_break_locks_what_was_seen() -> None:
    there = exam().at(2).break_taken(NOW)
    assert (there.index, there.away) == (1, Away.BREAK)
    assert reachable(there) == [1, 3]
    assert [there.locked(place) for place in range(4)] == [True, False, True, False]
    with pytest.raises(OutOfStepError):
        there.back().drafted("c", Draft())


def test_a_break_with_nothing_left_in_the_section_goes_on_in_the_next() -> None:
    seen = exam().at(1).at(2).at(3).break_taken(NOW)
    assert seen.index == 4
    last = exam().section_left().section_left().at(8).at(9).break_taken(NOW)
    assert last.exhausted
    assert last.section.kind is SectionKind.CASE


def test_a_break_costs_time_but_no_question_does() -> None:
    back = exam().ticked(5_000).break_taken(NOW).ticked(30_000).back().ticked(1_000)
    assert back.elapsed_ms == 36_000
    assert [(gone.kind, gone.milliseconds) for gone in back.interruptions] == [(Away.BREAK, 30_000)]
    assert back.draft("a").milliseconds == 5_000
    assert back.draft("b").milliseconds == 1_000


def test_looking_up_counts_on_the_question_and_by_itself() -> None:
    with pytest.raises(OutOfStepError):
        exam().looking_up(NOW)
    back = exam(open_book=True).looking_up(NOW).ticked(20_000).back().ticked(1_000)
    assert [(gone.kind, gone.milliseconds) for gone in back.interruptions] == [(Away.LOOKUP, 20_000)]
    assert back.draft("a").milliseconds == 21_000


@pytest.mark.parametrize(("runs_on", "left"), [(False, LIMIT), (True, LIMIT - 40_000)])
def test_a_pause_costs_time_only_where_the_clock_runs_on(runs_on: bool, left: int) -> None:
    after = exam(runs_on=runs_on).paused(NOW, 40_000)
    assert after.left_ms == left
    assert [(gone.kind, gone.milliseconds) for gone in after.interruptions] == [(Away.PAUSE, 40_000)]


def test_a_clock_set_back_gives_no_time() -> None:
    after = exam(runs_on=True).ticked(10_000).paused(NOW, -3_600_000)
    assert after.elapsed_ms == 10_000
    assert after.interruptions[0].milliseconds == 0


def test_an_older_mock_has_one_section() -> None:
    old = replace(exam(), record=replace(exam().record, plan=None))
    assert reachable(old) == list(range(10))
    assert old.next_section is None


def test_nothing_changes_once_the_time_is_up() -> None:
    over = exam(limit_ms=1_000).drafted("a", Draft(frozenset("A"))).ticked(1_000)
    assert over.expired
    assert over.draft("a").response == frozenset("A")
    with pytest.raises(OutOfStepError):
        over.drafted("a", Draft())
    with pytest.raises(OutOfStepError):
        over.break_taken(NOW)


def test_an_answer_settles_when_it_is_left() -> None:
    kept = Draft(frozenset("A")).left()
    assert (kept.first, kept.changes) == (frozenset("A"), 0)
    assert kept.left() == kept
    changed = replace(kept, response=frozenset("B")).left()
    again = replace(changed, response=frozenset("A")).left()
    assert (again.first, again.settled, again.changes) == (frozenset("A"), frozenset("A"), 2)
    assert Draft().left() == Draft()
    first = exam().drafted("a", Draft(frozenset("A")))
    assert first.draft("a").first is None
    assert first.at(1).draft("a").first == first.section_left().draft("a").first == frozenset("A")


STEPS = st.one_of(
    st.tuples(st.just("at"), st.integers(-1, 10)),
    st.tuples(st.just("tick"), st.integers(0, 40_000)),
    st.tuples(st.just("answer"), st.sampled_from(FORM)),
    st.tuples(st.just("leave"), st.just(0)),
    st.tuples(st.just("break"), st.just(0)),
    st.tuples(st.just("lookup"), st.just(0)),
    st.tuples(st.just("back"), st.just(0)),
    st.tuples(st.just("pause"), st.integers(-10_000, 50_000)),
)


def answered(at: MockExam, question: str) -> MockExam:
    return at.drafted(question, replace(at.draft(question), response=frozenset("A")))


ACTS: dict[str, Callable[[MockExam, Any], MockExam]] = {
    "at": lambda at, place: at.at(place),
    "tick": lambda at, spent: at.ticked(spent),
    "answer": answered,
    "leave": lambda at, _: at.section_left(),
    "break": lambda at, _: at.break_taken(NOW),
    "lookup": lambda at, _: at.looking_up(NOW),
    "back": lambda at, _: at.back(),
    "pause": lambda at, gone: at.paused(NOW, gone),
}


def stepped(at: MockExam, name: str, value: int | str) -> MockExam:
    """One step on; what is out of step leaves the exam as it was."""
    try:
        return ACTS[name](at, value)
    except OutOfStepError:
        return at


@given(st.lists(STEPS, max_size=40), st.booleans())
def test_whatever_is_done_the_rules_hold(steps: list[tuple[str, int | str]], runs_on: bool) -> None:
    at = exam(open_book=True, runs_on=runs_on)
    for name, value in steps:
        before, at = at, stepped(at, name, value)
        assert 0 <= at.index < len(FORM)
        assert at.section_number >= before.section_number
        assert before.elapsed_ms <= at.elapsed_ms <= LIMIT
        for place, question in enumerate(FORM):
            if before.locked(place):
                assert at.locked(place), "what is locked stays locked"
                assert at.draft(question).response == before.draft(question).response
        spent = sum(draft.milliseconds for draft in at.drafts.values())
        breaks = [gone.milliseconds for gone in at.interruptions if gone.kind is Away.BREAK]
        if not runs_on:
            assert spent + sum(breaks) == at.elapsed_ms


def _marked(at: MockExam, *marks: Highlight) -> MockExam:
    """After just this was highlighted."""
    for name, draft in at.highlighted(marks).items():
        at = at.drafted(name, draft)
    return at


def test_the_pages_of_a_case_study_are_highlighted_for_all_of_its_questions() -> None:
    page, stem = ("case-0", 0, 5), ("ask", 1, 3)
    first = _marked(exam().section_left().section_left(), page, stem)
    second = first.at(8)
    assert (first.highlights, second.highlights) == ((stem, page), (page,))
    both = _marked(second, page, ("case-1", 2, 4))
    assert both.draft("i").highlights == (("case-1", 2, 4),)
    none = _marked(both)
    assert (none.draft("h").highlights, none.draft("i").highlights) == ((stem,), ())


def test_what_was_highlighted_before_a_break_stays() -> None:
    page = ("case-0", 0, 5)
    after = _marked(exam().section_left().section_left(), page).break_taken(NOW).back()
    assert _marked(after).highlights == (page,)


def test_outside_a_case_study_every_question_has_its_own_highlights() -> None:
    assert _marked(exam(), ("case-0", 0, 5)).at(1).highlights == ()
