"""What a process may be doing when it is killed, and what must be true afterwards."""

import random
import shutil
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from certstudy.app.opening import open_desk
from certstudy.core.errors import StoreError
from certstudy.store import backups
from certstudy.store.identity import version_of
from certstudy.store.lock import RECORD
from certstudy.store.migrations import MIGRATIONS
from certstudy.store.opening import Store
from certstudy.store.restoring import restore
from certstudy.store.salvaging import salvage
from certstudy.store.verify import verify
from tests.faults.blow import Life, Say
from tests.faults.script import MANY, Told, places, study
from tests.store.learner import QUESTIONS, START, given, opened, practice
from tests.store.older import written_as


@dataclass
class Toll:
    """What the kills of a scene came to: answers and steps acknowledged, some in flight, what was lost."""

    kills: int = 0
    acknowledged: int = 0
    extra: int = 0
    slowest_start: float = 0.0
    lost: list[str] = field(default_factory=list)


class Scene(Protocol):
    """One thing to do on a folder of its own; `longest` says within how many seconds the blow falls."""

    longest: float
    toll: Toll

    def life(self, rng: random.Random) -> Life:
        """What the process does, from the start of the app on."""

    def judge(self, told: Iterable[str]) -> None:
        """Open what the process left behind and write down what is amiss."""


class Studying:
    """Opening, answering, taking notes, entering results, handing in, backing up, on a record that grows."""

    longest = 0.12

    def __init__(self, folder: Path) -> None:
        self.toll, self._folder, self._told = Toll(), folder, Told()

    def life(self, rng: random.Random) -> Life:
        """The scripted learner."""
        return lambda say: study(self._folder, rng, say)

    def judge(self, told: Iterable[str]) -> None:
        """All that was told is there, at most one answer more, and the session goes on."""
        heard = self._told
        for line in told:
            heard.hear(line)
        began = time.perf_counter()
        with closing(open_desk(places(self._folder))) as again:
            self.toll.slowest_start = max(self.toll.slowest_start, time.perf_counter() - began)
            self.toll.lost += heard.missing(again)
            answers = again.desk.history.latest_answers(MANY)
        held = sum(answer.sitting in heard.forms for answer in answers)
        self.toll.acknowledged, self.toll.extra = len(heard.answers), held - len(heard.answers)
        if self.toll.extra > self.toll.kills + 1:
            self.toll.lost.append(f"{self.toll.extra} answers that nobody gave")


class Migrating:
    """The start of the app on a record of an older format, and an answer."""

    longest = 0.08

    def __init__(self, folder: Path) -> None:
        self.toll, self._folder, self._lives = Toll(), folder, 0
        self._before = _studied(folder / "today", 40)
        self._formats = [(v, journal) for v in range(1, len(MIGRATIONS)) for journal in ("WAL", "DELETE")]
        for version, journal in self._formats:
            written_as(version, folder / "today" / RECORD, folder / f"{version}-{journal}.db", journal)

    def life(self, rng: random.Random) -> Life:
        """Open what an older program wrote."""
        self._lives += 1
        here = self._here
        here.mkdir()
        shutil.copyfile(self._folder / "{}-{}.db".format(*self._format), here / RECORD)
        return lambda say: self._open(here, say)

    @property
    def _format(self) -> tuple[int, str]:
        return self._formats[self._lives % len(self._formats)]

    @property
    def _here(self) -> Path:
        return self._folder / str(self._lives)

    @staticmethod
    def _open(here: Path, say: Say) -> None:
        with closing(opened(here)) as store:
            say("open")
            say(f"answer {store.ledger.record(given(practice(store), QUESTIONS[0]), 1).id}")

    def judge(self, told: Iterable[str]) -> None:
        """Every answer is there and what derives from them follows; before a new format stands a sound copy."""
        lost, begun = self.toll.lost, version_of(self._here / RECORD, len(MIGRATIONS)) > self._format[0]
        if begun and not self._copies():
            lost.append(f"no copy from before the change of format {self._format}")
        new = {int(line.split()[1]) for line in told if line.startswith("answer")}
        with closing(opened(self._here)) as store:
            held = _answers(store)
            lost += [f"{self._before | new} became {held}"] if not self._before | new <= held else []
            lost += [f"{len(held)} answers"] if len(held) > len(self._before) + 1 else []
            lost += unsound(store)
        if not self._copies():
            lost.append(f"no copy of format {self._format}")
        self.toll.acknowledged += len(new)
        shutil.rmtree(self._here)

    def _copies(self) -> list[Path]:
        """The whole copies of the record as it was."""
        found = self._here.glob(f"{backups.FOLDER}/before-format-*.db")
        return [path for path in found if verify(path).answers == len(self._before)]


class Restoring:
    """A backup is put in place of a record that has more answers, some of them still in the log."""

    longest = 0.05

    def __init__(self, folder: Path) -> None:
        self.toll, self._folder, self._lives = Toll(), folder, 0
        self._then, self._now = _two_states(folder / "made", folder / "then.db")

    def life(self, rng: random.Random) -> Life:
        """Restore, as the command does."""
        self._lives += 1
        here, backup = self._folder / str(self._lives), self._folder / "then.db"
        shutil.copytree(self._folder / "made", here)

        def restoring(say: Say) -> None:
            restore(here, backup, START)
            say("restored")

        return restoring

    def judge(self, told: Iterable[str]) -> None:
        """The record is the one or the other, whole; where it is the backup, the other one is kept."""
        here, lost, done = self._folder / str(self._lives), self.toll.lost, "restored" in told
        with closing(opened(here)) as store:
            held = _answers(store)
            lost += _unlike(held, (self._then,) if done else (self._then, self._now), "restore")
            lost += unsound(store)
        kept = [path for path in here.glob("record-replaced-*.db") if _count(path) == len(self._now)]
        if held == self._then and not kept:
            lost.append("restored, and the record before is not kept")
        self.toll.acknowledged += done
        shutil.rmtree(here)


class Merging:
    """What is left of a damaged record is joined with a backup."""

    longest = 0.08

    def __init__(self, folder: Path) -> None:
        self.toll, self._folder, self._lives = Toll(), folder, 0
        made = folder / "made"
        self._then, self._now = _two_states(made, made / backups.FOLDER / "backup-20260101-000000.db")
        with (made / RECORD).open("r+b") as file:
            file.write(bytes(100))

    def life(self, rng: random.Random) -> Life:
        """Salvage, as the command does."""
        self._lives += 1
        here = self._folder / str(self._lives)
        shutil.copytree(self._folder / "made", here)
        return lambda say: say(f"salvaged {salvage(here, START).path}")

    def judge(self, told: Iterable[str]) -> None:
        """The damaged record is as it was, what is named salvaged is whole, and it can be done again."""
        here, lost = self._folder / str(self._lives), self.toll.lost
        for path in (self._folder / "made").glob(f"{RECORD}*"):
            if path.read_bytes() != (here / path.name).read_bytes():
                lost.append(f"{path.name} changed")
        made = list(here.glob(f"{backups.FOLDER}/salvaged-*.db"))
        lost += [f"{path.name} in halves" for path in made if verify(path).answers != len(self._now)]
        if not made and any(line.startswith("salvaged") for line in told):
            lost.append("told of a file that is not there")
        self.toll.acknowledged += len(made)
        again = salvage(here, START)
        if again.contents.answers != len(self._now):
            lost.append(f"{again.contents.answers} answers gathered the second time")
        lost += [f"left behind: {path.name}" for path in here.glob("salvage-*")]
        shutil.rmtree(here)


def _studied(folder: Path, answers: int) -> set[int]:
    """So many answers more; their numbers."""
    with closing(opened(folder)) as store:
        return set(_study(store, answers))


def _study(store: Store, answers: int) -> list[int]:
    sitting, count = practice(store), len(QUESTIONS)
    return [store.ledger.record(given(sitting, QUESTIONS[n % count]), 1).id for n in range(answers)]


def _two_states(folder: Path, backup: Path) -> tuple[set[int], set[int]]:
    """A record with a log beside it, as a killed program leaves it, and a backup from before; the answers of each."""
    first = _studied(folder.with_name("open"), 30)
    with closing(opened(folder.with_name("open"))) as store:
        folder.mkdir()
        backup.parent.mkdir(exist_ok=True)
        store.back_up(backup)
        more = _study(store, 30)
        for part in ("", "-wal"):
            shutil.copyfile(f"{store.path}{part}", folder / f"{RECORD}{part}")
    return first, first | set(more)


def _answers(store: Store) -> set[int]:
    return {answer.id for answer in store.history.latest_answers(MANY)}


def _count(path: Path) -> int | None:
    with suppress(StoreError):
        return verify(path).answers
    return None


def _unlike(held: set[int], allowed: Iterable[set[int]], name: str) -> list[str]:
    return [] if held in allowed else [f"{name}: {sorted(held)}"]


def unsound(store: Store) -> list[str]:
    found = store.check()
    return [] if found.sound and not found.differing else [f"unsound: {found}"]
