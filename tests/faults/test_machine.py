"""The study loop under any order of moves, with restarts, odd clocks and content that changes among them."""

import shutil
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from certstudy.core.exam import MockExam
from certstudy.core.record import SittingKind
from certstudy.core.response import NOTHING
from certstudy.core.sitting import Practice
from certstudy.store.opening import Store, open_store
from certstudy.study import mock_exam, practice, progress, readiness, today
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeCatalog, FakeClock, small_bank, small_syllabus

SYLLABUS = small_syllabus()
BANK = small_bank(SYLLABUS, each=3)


class Evening(RuleBasedStateMachine):
    """One learner at one record; `told` holds what was acknowledged and not taken back, by answer id."""

    @initialize()
    def begin(self) -> None:
        """An empty record."""
        self.folder = Path(tempfile.mkdtemp())
        self.clock, self.bank, self.edition = FakeClock(), list(BANK), 0
        self.told: dict[int, str] = {}
        self.sitting: Practice | None = None
        self.exam: MockExam | None = None
        self._open()

    def _open(self) -> None:
        self.store: Store = open_store(self.folder, self.clock)
        self._lay_out()

    def _lay_out(self) -> None:
        catalog = FakeCatalog(SYLLABUS, tuple(self.bank))
        catalog.fingerprint = f"edition {self.edition}"
        self.store.ledger.adopt(catalog.entries, catalog.fingerprint)
        self.desk = Desk(catalog, self.store.ledger, self.store.history, self.clock, lambda: 5)

    @rule(size=st.integers(5, 10))
    @precondition(lambda self: self.sitting is None and self.bank)
    def start(self, size: int) -> None:
        """A practice sitting, kept in hand."""
        self.sitting, _ = practice.start(self.desk, practice.propose(self.desk, Request(Mode.MIX, size)))

    @rule(right=st.booleans(), milliseconds=st.integers(0, 10**7))
    @precondition(lambda self: self.sitting is not None and self.sitting.current in self.desk.catalog)
    def answer(self, right: bool, milliseconds: int) -> None:
        """An answer to the question on the screen."""
        assert self.sitting is not None
        task = self.desk.catalog.question(self.sitting.current or "").task
        given = practice.answer(self.desk, self.sitting, task.model if right else NOTHING, None, milliseconds)
        self.sitting = given.sitting
        self.told[given.answer.id] = given.answer.question

    @rule()
    @precondition(lambda self: self.sitting is not None and self.sitting.answers)
    def undo(self) -> None:
        """The latest answer is taken back."""
        assert self.sitting is not None
        del self.told[self.sitting.answers[-1].id]
        self.sitting, _ = practice.undo(self.desk, self.sitting)

    @rule()
    @precondition(lambda self: self.sitting is not None)
    def finish(self) -> None:
        """The sitting ends, answered through or not."""
        assert self.sitting is not None
        practice.finish(self.desk, self.sitting)
        self.sitting = None

    @rule()
    @precondition(lambda self: self.exam is None and len(self.bank) >= 10)
    def sit(self) -> None:
        """A mock exam begins."""
        self.exam, _ = mock_exam.start(self.desk, mock_exam.prepare(self.desk, 5, 5), mock_exam.Rules(20))

    @rule(milliseconds=st.integers(0, 3 * 10**6))
    @precondition(lambda self: self.exam is not None)
    def tick(self, milliseconds: int) -> None:
        """Time runs in the exam."""
        assert self.exam is not None
        self.exam = mock_exam.tick(self.desk, self.exam, milliseconds)
        assert self.exam.elapsed_ms >= 0

    @rule()
    @precondition(lambda self: self.exam is not None)
    def hand_in(self) -> None:
        """The exam is handed in."""
        assert self.exam is not None
        mock_exam.hand_in(self.desk, self.exam)
        for answer in self.store.history.answers_of(self.exam.record.id):
            self.told[answer.id] = answer.question
        self.exam = None

    @rule()
    def restart(self) -> None:
        """The app ends and comes back: what was open is open, in the same order, as far as before."""
        self.store.close()
        self._open()
        if self.sitting is not None:
            again = practice.resume(self.desk, self.sitting.record.id)
            assert [a.id for a in again.answers] == [a.id for a in self.sitting.answers]
            held = [qid for qid in self.sitting.form[self.sitting.index :] if qid in self.desk.catalog]
            assert list(again.form[again.index :]) == held
            self.sitting = again
        if self.exam is not None:
            resumed = mock_exam.resume(self.desk, self.exam.record.id)
            assert resumed.elapsed_ms <= self.exam.elapsed_ms
            self.exam = resumed

    @rule(days=st.integers(-20_000, 20_000), minutes=st.integers(-1_500, 1_500))
    def set_the_clock(self, days: int, minutes: int) -> None:
        """Somebody sets the clock, by years even, back or forward."""
        moved = self.clock.time + timedelta(days=days, minutes=minutes)
        if 1975 < moved.year < 2100:
            self.clock.time = moved

    @rule(place=st.integers(0, 10**6))
    @precondition(lambda self: len(self.bank) > 12)
    def lose_a_question(self, place: int) -> None:
        """A question is retired."""
        del self.bank[place % len(self.bank)]
        self.edition += 1
        self._lay_out()

    @rule(place=st.integers(0, 10**6), aim=st.integers(0, 11))
    @precondition(lambda self: self.bank)
    def move_a_question(self, place: int, aim: int) -> None:
        """A question moves to another objective and its text changes."""
        at = place % len(self.bank)
        objective = list(SYLLABUS.objectives)[aim % len(list(SYLLABUS.objectives))].id
        self.bank[at] = replace(self.bank[at], objective=objective, revision=f"r{self.edition}")
        self.edition += 1
        self._lay_out()

    @rule()
    def look_at_everything(self) -> None:
        """What the screens read can be read, and nothing in it is negative."""
        today.look(self.desk)
        progress.overview(self.desk, 8)
        readiness.standing(self.desk)
        assert all(total.answers > 0 and total.milliseconds >= 0 for total in self.store.history.days())
        assert all(state.memory.stability > 0 for state in self.store.history.states().values())

    @invariant()
    def nothing_told_is_lost(self) -> None:
        """What was acknowledged is there, and nothing else is."""
        if hasattr(self, "store"):
            held = {a.id: a.question for a in self.store.history.latest_answers(10**9)}
            assert held == self.told

    def teardown(self) -> None:
        """The record is sound at the end of every evening."""
        if not hasattr(self, "store"):
            return
        found = self.store.check()
        kinds = {s.kind for s in self.store.history.open_sittings()}
        self.store.close()
        with closing(open_store(self.folder, self.clock)) as again:
            assert again.check() == found
        shutil.rmtree(self.folder, ignore_errors=True)
        assert found.sound, found
        assert not found.differing, found
        assert kinds <= {SittingKind.PRACTICE, SittingKind.MOCK}


Evening.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestEvening = Evening.TestCase
