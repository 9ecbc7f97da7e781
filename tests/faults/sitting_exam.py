"""A candidate in a mock exam who is killed again and again: the exam goes on at the same place with the same time left.

Sections, moves, answers, notes of time and breaks; each life takes the exam up half an hour later than the one before.
"""

import json
import random
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from certstudy.core.errors import OutOfStepError
from certstudy.core.exam import MockExam
from certstudy.core.mock_plan import FormKind
from certstudy.core.record import Away, SittingKind
from certstudy.store.opening import Store, open_store
from certstudy.study import mock_exam
from certstudy.study.desk import Desk
from tests.fakes import NOON, FakeClock, fake_desk
from tests.families import with_families
from tests.faults.blow import Life, Say
from tests.faults.scenes import Toll

CATALOG = with_families(fake_desk(each=10)).catalog
BETWEEN_LIVES = timedelta(minutes=30)
LONGEST_TICK_MS = 900

Standing = dict[str, Any]
Step = Callable[[Desk, MockExam, random.Random], MockExam]


def standing(exam: MockExam) -> Standing:
    """Everything the next life must find as it was, but for the pause between."""
    drafts = sorted(exam.drafts.items())
    return {
        "at": exam.index,
        "used": exam.elapsed_ms,
        "left": exam.left_ms,
        "answers": {name: repr(sorted(map(str, kept.response))) for name, kept in drafts if kept.response},  # type: ignore[arg-type]
        "settled": {name: kept.changes for name, kept in drafts if kept.first is not None},
        "spent": {name: kept.milliseconds for name, kept in drafts if kept.milliseconds},
        "locked": [name for name, kept in drafts if kept.locked],
        "away": [[i.kind, i.place, i.milliseconds] for i in exam.interruptions if i.kind is not Away.PAUSE],
    }


def _answer(desk: Desk, exam: MockExam, rng: random.Random) -> MockExam:
    kept = replace(exam.draft(exam.current), response=frozenset(rng.choice("abcd")))
    return mock_exam.draft(desk, exam, exam.current, kept)


# what a candidate does, how often, and what that may change
STEPS: dict[str, tuple[Step, int, frozenset[str]]] = {
    "answer": (_answer, 40, frozenset(("answers", "settled"))),
    "go": (lambda d, e, rng: mock_exam.go(d, e, rng.choice(e.section.places)), 25, frozenset(("at", "settled"))),
    "leave": (lambda d, e, _rng: mock_exam.leave_section(d, e), 1, frozenset(("at", "settled"))),
    "break": (
        lambda d, e, _rng: mock_exam.take_break(d, e),
        2,
        frozenset(("at", "settled", "locked", "away")),
    ),
    "back": (lambda d, e, _rng: mock_exam.come_back(d, e), 2, frozenset()),
    "tick": (
        lambda d, e, rng: mock_exam.tick(d, e, rng.randint(1, LONGEST_TICK_MS)),
        30,
        frozenset(("used", "left", "spent", "away")),
    ),
}  # fmt: skip


class Examining:
    """An exam is open, or is just handed in."""

    longest = 0.1

    def __init__(self, folder: Path) -> None:
        self.toll, self._folder, self._clock = Toll(), folder, FakeClock(NOON)

    def life(self, rng: random.Random) -> Life:
        """Take the exam up, or begin one, and go on until the end."""
        self._clock.time += BETWEEN_LIVES

        def sit(say: Say) -> None:
            store = open_store(self._folder, self._clock)
            store.ledger.adopt(CATALOG.entries, CATALOG.fingerprint)
            desk = self._desk(store)
            while True:
                _sit(desk, rng, say)

        return sit

    def _desk(self, store: Store) -> Desk:
        return Desk(CATALOG, store.ledger, store.history, self._clock, lambda: 7)

    def judge(self, told: Iterable[str]) -> None:
        """The exam stands as it was told last, but for what the step in flight may have changed."""
        lines = [line.split(" ", 1) for line in told]
        self.toll.acknowledged += sum(word == "stands" for word, _rest in lines)
        self._clock.time += BETWEEN_LIVES
        with closing(open_store(self._folder, self._clock)) as store:
            handed = {int(rest) for word, rest in lines if word == "handed"}
            still = {sitting.id for sitting in store.history.open_sittings()}
            self.toll.lost += [f"exam {number} is open again" for number in handed & still]
            begun = [int(rest) for word, rest in lines if word == "sits"]
            if begun and begun[-1] not in handed:
                last = max(n for n, line in enumerate(lines) if line[0] == "sits")
                self._compare(store, begun[-1], lines[last + 1 :])
            found = store.check()
        self.toll.lost += [] if found.sound else [f"unsound: {found}"]

    def _compare(self, store: Store, number: int, lines: list[list[str]]) -> None:
        in_flight = lines[-1][1] if lines and lines[-1][0] == "step" else ""
        stood = [json.loads(rest) for word, rest in lines if word == "stands"]
        if store.history.sitting(number).closed is not None:
            whole = len(list(store.history.answers_of(number))) == len(store.history.sitting(number).form)
            self.toll.lost += [] if in_flight == "hand in" and whole else [f"exam {number} ended by itself"]
            return
        exam = mock_exam.resume(self._desk(store), number)
        if not stood:
            return
        may = STEPS[in_flight][2] if in_flight in STEPS else frozenset(("settled",) if in_flight else ())
        before, after = stood[-1], json.loads(json.dumps(standing(exam)))
        changed = {key for key in before if before[key] != after[key]}
        self.toll.extra += bool(changed)
        if not changed <= may:
            self.toll.lost.append(f"exam {number} after {in_flight!r}: {before} became {after}")
        elif not 0 <= before["left"] - after["left"] <= LONGEST_TICK_MS:
            self.toll.lost.append(f"exam {number}: {before['left']} ms left became {after['left']}")
        elif exam.interruptions[-1:] == () or exam.interruptions[-1].kind is not Away.PAUSE:
            self.toll.lost.append(f"exam {number}: the pause is not written down")


def _sit(desk: Desk, rng: random.Random, say: Say) -> None:
    """One exam from where it stands to the end."""
    waiting = desk.history.open_sittings()
    if waiting:
        exam = mock_exam.resume(desk, waiting[0].id)
    else:
        form = mock_exam.prepare(desk, 40, rng.randrange(1_000), FormKind.FULL)
        exam, _changes = mock_exam.start(desk, form, mock_exam.Rules(100))
    say(f"sits {exam.record.id}")
    say(f"stands {json.dumps(standing(exam))}")
    names, weights = list(STEPS), [weight for _step, weight, _may in STEPS.values()]
    for _ in range(rng.randint(50, 400)):
        name = rng.choices(names, weights)[0]
        with suppress(OutOfStepError):
            say(f"step {name}")
            exam = STEPS[name][0](desk, exam, rng)
            say(f"stands {json.dumps(standing(exam))}")
    say("step hand in")
    mock_exam.hand_in(desk, exam)
    assert desk.history.sitting(exam.record.id).kind is SittingKind.MOCK
    say(f"handed {exam.record.id}")
