"""A scripted learner: opens the app's desk on a folder, studies without end, and says after each step what is kept."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from certstudy.app.opening import Opened, open_desk
from certstudy.app.places import Places
from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.response import NOTHING
from certstudy.core.sitting import Practice
from certstudy.study import annotations, mock_exam, practice
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request
from tests.bank.files import BREW

MANY = 10**9

Say = Callable[[str], None]


def places(folder: Path) -> Places:
    """The small pack, with everything that is written below the folder."""
    return Places(BREW, folder / "data", folder / "cache")


def study(folder: Path, rng: random.Random, say: Say) -> None:
    """Study until the process ends; `say` hears of each step once it is stored."""
    opened = open_desk(places(folder))
    desk = opened.desk
    while True:
        waiting = practice.paused(desk)
        sitting = (
            practice.resume(desk, waiting[0].id)
            if waiting and waiting[0].kind == "practice"
            else practice.start(desk, practice.propose(desk, Request(Mode.MIX, 8)))[0]
        )
        say(f"open {sitting.record.id} {','.join(sitting.record.form)}")
        while sitting.current is not None:
            task = desk.catalog.question(sitting.current).task
            given = practice.answer(desk, sitting, rng.choice((task.model, NOTHING)), None, 900)
            sitting = given.sitting
            say(f"answer {given.answer.id} {given.answer.sitting}")
            _in_between(opened, sitting, rng, say)
        practice.finish(desk, sitting)
        say(f"close {sitting.record.id}")


def _in_between(opened: Opened, sitting: Practice, rng: random.Random, say: Say) -> None:
    desk, lot = opened.desk, rng.random()
    if lot < 0.05:
        opened.backup()
    elif lot < 0.1:
        annotations.note(desk, sitting.answers[-1].question, f"note {lot}")
    elif lot < 0.2:
        exam, _changes = mock_exam.start(desk, mock_exam.prepare(desk, 5, 5), mock_exam.Rules(20))
        number = exam.record.id
        mock_exam.hand_in(desk, exam)
        say(f"handed {number}")
    elif lot < 0.25:
        entered = Result(ResultKind.MOCK, 739_000, None, round(lot, 3))
        say(f"result {desk.ledger.add_result(entered, desk.now()).id}")


@dataclass
class Told:
    """What a learner was told over all cycles, to be compared with what the record holds."""

    answers: dict[int, int] = field(default_factory=dict)
    forms: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)
    handed: set[int] = field(default_factory=set)
    results: set[int] = field(default_factory=set)

    def hear(self, line: str) -> None:
        """Take in a whole line that was said."""
        match line.split():
            case ["open", number, form]:
                self.forms[int(number)] = form
            case ["answer", number, sitting]:
                self.answers[int(number)] = int(sitting)
            case ["close", number]:
                self.closed.add(int(number))
            case ["handed", number]:
                self.handed.add(int(number))
            case ["result", number]:
                self.results.add(int(number))

    def missing(self, opened: Opened) -> list[str]:
        """What was told and is not there, and what is there in halves."""
        desk, lost = opened.desk, []
        held = {answer.id for answer in desk.history.latest_answers(MANY)}
        lost += [f"answer {number}" for number in self.answers if number not in held]
        still = {sitting.id: sitting for sitting in desk.history.open_sittings()}
        for number, form in self.forms.items():
            if number in self.closed:
                lost += [f"the end of {number}"] if number in still else []
            elif number in still:
                lost += self._not_resumed(desk, number, form)
        lost += [f"exam {number}" for number in self.handed if number in still]
        lost += [f"result {number}" for number in self.results - {kept.id for kept in desk.history.results()}]
        found = opened.store.check()
        return lost if found.sound else [*lost, f"unsound: {found}"]

    def _not_resumed(self, desk: Desk, number: int, form: str) -> list[str]:
        sitting = practice.resume(desk, number)
        given = [answer.question for answer in sitting.answers]
        if ",".join(sitting.record.form) != form or sitting.record.form[: len(given)] != tuple(given):
            return [f"the order of {number}"]
        return [] if sitting.record.index in (len(given), 0) else [f"the place in {number}"]
