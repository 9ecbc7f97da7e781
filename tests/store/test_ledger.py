"""What is written is there, once and whole, also for the next program that opens the record."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from certstudy.core.confidence import Confidence
from certstudy.core.errors import OutOfStepError
from certstudy.core.mock_plan import FormKind, MockPlan
from certstudy.core.moment import Moment
from certstudy.core.preferences import Appearance, Preferences
from certstudy.core.record import Away, Draft, Interruption, NewSitting, SittingKind
from certstudy.core.response import Arranged
from certstudy.core.sections import SectionKind, laid_out
from certstudy.store.opening import Store
from certstudy.study.ports import History, Ledger
from tests.store.learner import CATALOG, QUESTIONS, at, given, mock, opened, practice


def ports(store: Store) -> tuple[Ledger, History]:
    """The store satisfies the ports; mypy reads this."""
    return store.ledger, store.history


def test_an_answer_comes_back_as_it_was_given(store: Store, folder: Path) -> None:
    sitting = practice(store)
    odd = replace(
        given(sitting, QUESTIONS[0], 1, 3, confidence=Confidence.UNSURE),
        response=frozenset(("zwölf", 'a"b', "c,d")),
        at=Moment(datetime(1969, 7, 20, 20, 17, 40, 999_999, tzinfo=UTC), -570),
    )
    stored = store.ledger.record(odd, 40_000)
    assert stored == replace(odd, id=stored.id)
    assert stored.id > 0
    store.close()
    with closing(opened(folder)) as again:
        assert list(again.history.answers_of(sitting.id)) == [stored]
        assert list(again.history.answers_to(QUESTIONS[0])) == [stored]


def test_a_sitting_stands_one_further_after_each_answer(store: Store) -> None:
    sitting = practice(store)
    first = store.ledger.record(given(sitting, QUESTIONS[0]), 40_000)
    store.ledger.record(given(sitting, QUESTIONS[1]), 80_000)
    assert store.history.sitting(sitting.id) == replace(sitting, index=2, elapsed_ms=80_000)
    store.ledger.retract(first.id, at(3))
    assert store.history.sitting(sitting.id).index == 1


def test_open_sittings_come_newest_first(store: Store) -> None:
    sittings = [practice(store), mock(store, *QUESTIONS[:3]), practice(store, QUESTIONS[5])]
    assert store.history.open_sittings() == sittings[::-1]
    store.ledger.close_sitting(sittings[1].id, at(9), 500_000)
    assert store.history.open_sittings() == [sittings[2], sittings[0]]


def test_a_sitting_nobody_opened_is_unknown(store: Store) -> None:
    with pytest.raises(KeyError):
        store.history.sitting(1)
    assert store.history.answers_of(1) == []


def test_a_retraction_undoes_an_answer_and_all_that_came_of_it(store: Store) -> None:
    sitting = practice(store)
    store.ledger.record(given(sitting, QUESTIONS[0], points=0), 40_000)
    history = store.history
    before = (history.states(), history.days(), history.objectives(), history.planned_answers())
    second = store.ledger.record(given(sitting, QUESTIONS[0], minutes=3 * 1440), 80_000)
    assert history.states() != before[0]
    store.ledger.retract(second.id, at(5 * 1440))
    assert (history.states(), history.days(), history.objectives(), history.planned_answers()) == before
    assert [answer.id for answer in history.answers_of(sitting.id)] == [second.id - 1]


def test_taking_the_first_answer_back_makes_the_second_the_first_attempt(store: Store) -> None:
    sitting = practice(store)
    first = store.ledger.record(given(sitting, QUESTIONS[0], points=0), 40_000)
    store.ledger.record(given(sitting, QUESTIONS[0], minutes=3 * 1440), 80_000)
    store.ledger.retract(first.id, at(5 * 1440))
    assert store.history.states()[QUESTIONS[0]].first_credit == 1.0
    (day,) = store.history.days()
    assert (day.day, day.answers, day.first_answers, day.first_credit) == (at(3 * 1440).day, 1, 1, 1.0)


def test_an_answer_is_taken_back_only_once(store: Store) -> None:
    answer = store.ledger.record(given(practice(store), QUESTIONS[0]), 40_000)
    store.ledger.retract(answer.id, at(1))
    with pytest.raises(OutOfStepError):
        store.ledger.retract(answer.id, at(2))
    with pytest.raises(KeyError):
        store.ledger.retract(answer.id + 1, at(2))


def test_what_is_closed_takes_no_more(store: Store) -> None:
    sitting = mock(store, *QUESTIONS[:2])
    store.ledger.close_sitting(sitting.id, at(9), 1_000)
    closed = store.history.sitting(sitting.id)
    assert closed.closed == at(9)
    for write in (
        lambda: store.ledger.record(given(sitting, QUESTIONS[0]), 1),
        lambda: store.ledger.keep_place(sitting.id, 1, 2_000, at(9)),
        lambda: store.ledger.keep_draft(sitting.id, QUESTIONS[0], Draft()),
        lambda: store.ledger.close_sitting(sitting.id, at(10), 2_000),
    ):
        with pytest.raises(OutOfStepError):
            write()
    assert store.history.sitting(sitting.id) == closed
    assert not store.history.states()


def test_a_mock_exam_keeps_its_place_and_drafts(store: Store, folder: Path) -> None:
    sitting = mock(store, *QUESTIONS[:3])
    drafts = {
        QUESTIONS[0]: Draft(frozenset("a"), True, frozenset("bc"), 12_000),
        QUESTIONS[2]: Draft(milliseconds=5),
    }
    store.ledger.keep_draft(sitting.id, QUESTIONS[0], Draft(frozenset("d")))
    for question, draft in drafts.items():
        store.ledger.keep_draft(sitting.id, question, draft)
    store.ledger.keep_place(sitting.id, 2, 17_000, at(1))
    store.close()
    with closing(opened(folder)) as again:
        assert again.history.drafts_of(sitting.id) == drafts
        assert again.history.sitting(sitting.id) == replace(sitting, index=2, elapsed_ms=17_000, kept=at(1))


def test_handing_in_stores_all_answers_or_none(store: Store) -> None:
    sitting = mock(store, *QUESTIONS[:3])
    broken = replace(given(sitting, QUESTIONS[1]), points="many")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        store.ledger.close_sitting(sitting.id, at(9), 1_000, [given(sitting, QUESTIONS[0]), broken])
    assert store.history.answers_of(sitting.id) == []
    assert store.history.sitting(sitting.id) == sitting
    answers = [
        given(sitting, question, points) for question, points in zip(QUESTIONS, (1, 0, 1), strict=False)
    ]
    store.ledger.close_sitting(sitting.id, at(9), 1_000, answers)
    assert [a.question for a in store.history.answers_of(sitting.id)] == list(QUESTIONS[:3])
    (totals,) = store.history.closed_sittings("mock")
    assert totals.sitting == replace(sitting, closed=at(9), elapsed_ms=1_000)
    assert [(area.answers, area.points, area.out_of) for area in totals.areas] == [(3, 2, 3)]
    assert store.check().sound


def test_closed_sittings_come_newest_first_of_their_kind(store: Store) -> None:
    sittings = [mock(store, QUESTIONS[0]) for _ in range(4)]
    practised = practice(store)
    store.ledger.close_sitting(practised.id, at(1), 0)
    for minutes, sitting in zip((5, 3, 9), sittings, strict=False):
        store.ledger.close_sitting(sitting.id, at(minutes), 0)
    closed = [totals.sitting.id for totals in store.history.closed_sittings("mock")]
    assert closed == [sittings[2].id, sittings[0].id, sittings[1].id]
    assert len(store.history.closed_sittings("mock", limit=2)) == 2
    assert [t.sitting.id for t in store.history.closed_sittings("practice")] == [practised.id]


def test_only_the_mix_counts_as_planned(store: Store) -> None:
    mix, focus = practice(store), practice(store, source="focus")
    store.ledger.record(given(mix, QUESTIONS[0]), 1)
    taken = store.ledger.record(given(mix, QUESTIONS[1]), 2)
    store.ledger.record(given(focus, QUESTIONS[2]), 1)
    store.ledger.retract(taken.id, at(3))
    assert store.history.planned_answers() == {CATALOG.entries[0].area: 1}


def test_days_are_asked_for_from_a_day_on(store: Store) -> None:
    sitting = practice(store)
    for minutes in (0, 1440, 2880):
        store.ledger.record(given(sitting, QUESTIONS[0], minutes=minutes), 1)
    days = [total.day for total in store.history.days()]
    assert days == [at().day, at().day + 1, at().day + 2]
    assert [total.day for total in store.history.days(days[1])] == days[1:]


def test_flags_and_notes(store: Store) -> None:
    ledger, history = store.ledger, store.history
    ledger.flag(QUESTIONS[0], True, at())
    ledger.flag(QUESTIONS[0], True, at(1))
    ledger.flag("not in any pack", True, at())
    ledger.flag(QUESTIONS[1], False, at())
    assert history.flags() == {QUESTIONS[0], "not in any pack"}
    ledger.flag(QUESTIONS[0], False, at(2))
    assert history.flags() == {"not in any pack"}
    ledger.note(QUESTIONS[0], "Erst\nZweitens", at())
    ledger.note(QUESTIONS[1], "short", at())
    ledger.note(QUESTIONS[0], "changed", at(1))
    ledger.note(QUESTIONS[1], "", at(2))
    assert history.notes() == {QUESTIONS[0]: "changed"}


def test_preferences(store: Store) -> None:
    assert store.history.preferences() == Preferences()
    chosen = Preferences(date(2026, 12, 19), 25, appearance=Appearance.DARK, text_scale=1.5, show_keys=False)
    store.ledger.prefer(chosen)
    assert store.history.preferences() == chosen
    store.ledger.prefer(replace(chosen, exam_date=None))
    assert store.history.preferences().exam_date is None


def test_adopting_tells_whether_answered_questions_moved(store: Store) -> None:
    entries = list(CATALOG.entries)
    moved = [replace(entries[0], area="watch", objective="watch.g1.o1"), *entries[1:]]
    assert not store.ledger.adopt(moved, "another edition")
    sitting = practice(store)
    store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    assert [total.area for total in store.history.days()] == ["watch"]
    assert not store.ledger.adopt(moved, "only the texts changed")
    assert store.ledger.adopt(entries, "and back")
    assert [total.area for total in store.history.days()] == [entries[0].area]
    assert set(store.history.objectives()) == {entries[0].objective}
    assert store.history.planned_answers() == {entries[0].area: 1}


def test_a_question_that_left_the_pack_keeps_its_place(store: Store) -> None:
    sitting = practice(store)
    store.ledger.record(given(sitting, QUESTIONS[0]), 1)
    assert not store.ledger.adopt(CATALOG.entries[1:], "shorter")
    assert [total.area for total in store.history.days()] == [CATALOG.entries[0].area]
    assert store.history.sitting(sitting.id).form == QUESTIONS


def test_a_question_answered_before_any_pack_names_it_is_counted_once_placed(store: Store) -> None:
    sitting = practice(store, "stray")
    store.ledger.record(given(sitting, "stray"), 1)
    assert [(total.area, total.answers) for total in store.history.days()] == [("", 1)]
    stray = replace(CATALOG.entries[0], id="stray")
    assert store.ledger.adopt([*CATALOG.entries, stray], "with the stray")
    assert [(total.area, total.answers) for total in store.history.days()] == [(stray.area, 1)]


def test_seeds_of_any_size_are_kept(store: Store) -> None:
    new = NewSitting(SittingKind.PRACTICE, "focus", 2**63 - 1, QUESTIONS[:1], at())
    assert store.history.sitting(store.ledger.open_sitting(new).id).seed == 2**63 - 1


PLAN = MockPlan(
    laid_out([(SectionKind.GENERAL, 2, ""), (SectionKind.CASE, 2, "harbour")]),
    FormKind.AREA,
    "build",
    unscored=frozenset((1,)),
    open_book=True,
    runs_on=True,
)


def test_a_mock_exam_keeps_its_plan_its_interruptions_and_all_of_a_draft(store: Store, folder: Path) -> None:
    new = NewSitting(SittingKind.MOCK, "mock", 8, QUESTIONS[:4], at(), 600_000, PLAN)
    sitting = store.ledger.open_sitting(new)
    assert sitting.plan == PLAN
    drafts = {
        QUESTIONS[0]: Draft(
            frozenset("b"), True, frozenset("cd"), 41_000, "ask about slots", (("stem", 4, 19),),
            frozenset("a"), frozenset("b"), 3, Confidence.GUESS, True,
        ),
        QUESTIONS[1]: Draft(Arranged(("x", "y")), first=Arranged(("y",)), settled=Arranged(("y",))),
    }  # fmt: skip
    pause = Interruption(Away.PAUSE, 0, at(2), 90_000)
    growing = Interruption(Away.LOOKUP, 1, at(5), 1_000)
    store.ledger.keep_place(sitting.id, 0, 17_000, at(4), drafts, (0, pause))
    store.ledger.keep_place(sitting.id, 1, 18_000, at(5), {}, (1, growing))
    store.ledger.keep_place(sitting.id, 1, 19_000, at(6), None, (1, replace(growing, milliseconds=2_000)))
    store.close()
    with closing(opened(folder)) as again:
        kept = again.history.sitting(sitting.id)
        assert (kept.plan, kept.kept, kept.index, kept.elapsed_ms) == (PLAN, at(6), 1, 19_000)
        assert again.history.drafts_of(sitting.id) == drafts
        assert again.history.interruptions_of(sitting.id) == [pause, replace(growing, milliseconds=2_000)]


def test_what_goes_with_a_place_is_kept_whole_or_not_at_all(store: Store) -> None:
    sitting = mock(store, *QUESTIONS[:2])
    store.ledger.close_sitting(sitting.id, at(9), 1_000)
    with pytest.raises(OutOfStepError):
        store.ledger.keep_place(sitting.id, 1, 2_000, at(10), {QUESTIONS[0]: Draft(frozenset("a"))})
    assert store.history.drafts_of(sitting.id) == {}


def test_folding_brings_what_the_log_holds_into_the_file(folder: Path, tmp_path: Path) -> None:
    with closing(opened(folder)) as store:
        sitting = practice(store)
        store.ledger.record(given(sitting, sitting.form[0]), 40_000)
        store.fold()
        copy = tmp_path / "record.db"
        copy.write_bytes(store.path.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM answer").fetchone() == (1,)
