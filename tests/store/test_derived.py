"""Whatever a learner does, in whatever order: the totals kept up by each step are those that all facts give."""

import tempfile
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import given as holds
from hypothesis import settings
from hypothesis import strategies as st

from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import DEFAULT_PARAMETERS, fsrs_of
from certstudy.core.preferences import Preferences
from certstudy.core.question import Entry
from certstudy.core.record import (
    Answer,
    DayTotal,
    NewSitting,
    ObjectiveTotal,
    SittingKind,
    SittingTotals,
    replayed,
)
from certstudy.store.opening import Store
from certstudy.store.rebuild import differences
from certstudy.study.ports import History
from tests.fakes import FakeRecord
from tests.store.learner import CATALOG, QUESTIONS, at, given, opened, practice

OWN = (*(value / 2 for value in DEFAULT_PARAMETERS[:4]), *DEFAULT_PARAMETERS[4:])

POOL = QUESTIONS[:6]
SOMEWHERE = [entry for entry in CATALOG.entries if entry.id.endswith("-0")]


@dataclass
class Learner:
    """Does everything twice: in a record on the disk, and in one in memory that works all out at each read."""

    store: Store
    memory: FakeRecord
    minutes: float = 0
    stored: list[tuple[Answer, Answer]] = field(default_factory=list)

    def open(self, kind: SittingKind, source: str) -> None:
        new = NewSitting(kind, source, 1, POOL, at(self.minutes))
        self.store.ledger.open_sitting(new)
        self.memory.open_sitting(new)

    def answer(
        self, k: int, question: int, grade: tuple[int, int], sure: Confidence | None, gap: int
    ) -> None:
        self.minutes += gap
        numbers = self._open(SittingKind.PRACTICE)
        if not numbers:
            return
        on_disk, in_memory = numbers[k % len(numbers)]
        one = self._given(POOL[question], grade, sure)
        pair = [
            record.record(replace(one, sitting=number), 1_000)
            for record, number in ((self.store.ledger, on_disk), (self.memory, in_memory))
        ]
        self.stored.append((pair[0], pair[1]))

    def retract(self, k: int) -> None:
        if self.stored:
            on_disk, in_memory = self.stored.pop(k % len(self.stored))
            self.store.ledger.retract(on_disk.id, at(self.minutes))
            self.memory.retract(in_memory.id, at(self.minutes))

    def close(self, k: int, kind: SittingKind, grades: list[tuple[int, int]]) -> None:
        numbers = self._open(kind)
        if not numbers:
            return
        self.minutes += 1
        on_disk, in_memory = numbers[k % len(numbers)]
        answers = [self._given(question, grade) for question, grade in zip(POOL, grades, strict=False)]
        handed_in = answers if kind is SittingKind.MOCK else []
        for record, number in ((self.store.ledger, on_disk), (self.memory, in_memory)):
            own = [replace(answer, sitting=number) for answer in handed_in]
            record.close_sitting(number, at(self.minutes), 5_000, own)

    def move(self, places: list[int]) -> None:
        """Put the questions somewhere else in the outline."""
        entries = [self._entry(question, place) for question, place in zip(POOL, places, strict=True)]
        fingerprint = f"edition {places}"
        self.store.ledger.adopt(entries, fingerprint)
        self.memory.adopt(entries, fingerprint)

    def _entry(self, question: str, place: int) -> Entry:
        return replace(SOMEWHERE[place], id=question)

    def _given(self, question: str, grade: tuple[int, int], sure: Confidence | None = None) -> Answer:
        points, out_of = grade
        return Answer(0, question, at(self.minutes), frozenset("a"), points, out_of, 30_000, sure)

    def _open(self, kind: SittingKind) -> list[tuple[int, int]]:
        """The open sittings of a kind, each with its numbers on the disk and in memory."""
        pairs = zip(self.store.history.open_sittings(), self.memory.open_sittings(), strict=True)
        return [(a.id, b.id) for a, b in pairs if a.kind is kind]


grades = st.integers(1, 13).flatmap(lambda out_of: st.tuples(st.integers(0, out_of), st.just(out_of)))
sure = st.sampled_from([None, *Confidence])
numbers = st.integers(0, 50)
steps = st.one_of(
    st.tuples(st.just("open"), st.just(SittingKind.PRACTICE), st.sampled_from(["mix", "focus"])),
    st.tuples(st.just("open"), st.just(SittingKind.MOCK), st.just("mock")),
    st.tuples(st.just("answer"), numbers, st.integers(0, 5), grades, sure, st.integers(-2_000, 9_000)),
    st.tuples(st.just("answer"), numbers, st.integers(0, 5), grades, sure, st.integers(-2_000, 9_000)),
    st.tuples(st.just("retract"), numbers),
    st.tuples(st.just("close"), numbers, st.sampled_from(SittingKind), st.lists(grades, max_size=6)),
    st.tuples(st.just("move"), st.lists(st.integers(0, len(SOMEWHERE) - 1), min_size=6, max_size=6)),
)


@settings(max_examples=60)
@holds(st.lists(steps, max_size=40))
def test_what_each_step_added_up_is_what_all_facts_give(walk: list[tuple[str, *tuple[object, ...]]]) -> None:
    with tempfile.TemporaryDirectory() as scratch, closing(opened(Path(scratch))) as store:
        learner = Learner(store, FakeRecord({entry.id: entry for entry in CATALOG.entries}))
        learner.open(SittingKind.PRACTICE, "mix")
        for name, *values in walk:
            getattr(learner, name)(*values)
        _same(store.history, learner.memory)
        assert _differences(store) == 0
        kept = _everything(store.history)
        store.ledger.rebuild()
        assert _everything(store.history) == kept
        report = store.check()
        assert report.sound
        assert not report.rebuilt


def _differences(store: Store) -> int:
    with store._database.reading_whole() as connection:
        return differences(connection)


def _everything(history: History) -> tuple[object, ...]:
    return (
        history.states(),
        history.days(),
        history.objectives(),
        history.planned_answers(),
        [history.closed_sittings(kind) for kind in SittingKind],
    )


def _same(disk: History, memory: FakeRecord) -> None:
    assert disk.states() == memory.states()
    assert list(map(_unnumbered, disk.recent(10**6))) == list(map(_unnumbered, memory.recent(10**6)))
    assert list(map(_day, disk.days())) == list(map(_day, memory.days()))
    assert _by_objective(disk.objectives()) == _by_objective(memory.objectives())
    assert disk.planned_answers() == memory.planned_answers()
    for kind in SittingKind:
        on_disk = sorted(disk.closed_sittings(kind), key=lambda totals: totals.sitting.id)
        in_memory = sorted(memory.closed_sittings(kind), key=lambda totals: totals.sitting.id)
        assert list(map(_areas, on_disk)) == list(map(_areas, in_memory))


def _unnumbered(answer: Answer) -> Answer:
    """The two records count sittings and answers each in its own way."""
    return replace(answer, id=0, sitting=0)


def _day(total: DayTotal) -> object:
    near = pytest.approx(total.credit), pytest.approx(total.first_credit)
    return (total.day, total.area, total.answers, total.milliseconds, total.first_answers, *near)


def _by_objective(totals: object) -> object:
    assert isinstance(totals, dict)
    found: dict[str, ObjectiveTotal] = totals
    return {k: (t.answers, t.met, t.known, pytest.approx(t.credit)) for k, t in found.items()}


def _areas(totals: SittingTotals) -> object:
    return totals.sitting.opened, totals.sitting.closed, sorted(totals.areas, key=lambda area: area.area)


def test_a_share_of_thirteen_points_adds_up_exactly() -> None:
    """Thirteenths are no whole number of binary places, yet thirteen of them are one."""
    with tempfile.TemporaryDirectory() as scratch, closing(opened(Path(scratch))) as store:
        new = NewSitting(SittingKind.PRACTICE, "mix", 1, POOL, at())
        sitting = store.ledger.open_sitting(new)
        for _ in range(13):
            store.ledger.record(Answer(sitting.id, POOL[0], at(), frozenset("a"), 1, 13, 1_000), 1)
        (day,) = store.history.days()
        assert day.credit == 1.0


def test_own_parameters_of_forgetting_rework_every_state_and_stay(tmp_path: Path) -> None:
    with closing(opened(tmp_path)) as store:
        sitting = practice(store)
        store.ledger.record(given(sitting, QUESTIONS[0]), 1)
        usual = store.history.states()
        store.ledger.prefer(Preferences(forgetting=OWN))
        own = store.history.states()
        assert own[QUESTIONS[0]].memory.stability < usual[QUESTIONS[0]].memory.stability
        last = store.ledger.record(given(sitting, QUESTIONS[1]), 1)
        expected = replayed(store.history.answers_to(QUESTIONS[1]), fsrs_of(OWN))
        assert store.history.states()[QUESTIONS[1]] == expected
        assert store.check().differing == 0
        store.ledger.retract(last.id, at(1))
        assert store.check().differing == 0
        store.ledger.prefer(Preferences(forgetting=(1.0,)))
        assert store.history.states() == {QUESTIONS[0]: usual[QUESTIONS[0]]}
