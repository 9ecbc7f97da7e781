"""What a person may be doing in the real window when it is killed."""

import random
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from certstudy.app.opening import open_desk
from certstudy.core.exam import MockExam
from certstudy.core.record import SittingKind
from certstudy.study import mock_exam, today
from tests.faults.blow import Life
from tests.faults.scenes import Studying, Toll, unsound
from tests.faults.script import places

# the clock of an exam is kept and shown each second; a step counts two at most
A_TICK_SECONDS = 2


class Watched(Studying):
    """The same in the real window: an answer counts as told once its verdict has been painted."""

    longest = 1.5

    def life(self, rng: random.Random) -> Life:
        """A learner who clicks."""
        from tests.faults.clicking import Learner, click_through  # noqa: PLC0415  # other scenes need no Qt

        return lambda say: click_through(places(self._folder), say, Learner)


class WatchedExam:
    """A mock exam in the real window: its clock and choices are told as they are shown."""

    longest = 3.0

    def __init__(self, folder: Path) -> None:
        self.toll, self._folder = Toll(), folder
        self._left: int | None = None
        self._chosen: dict[str, str] = {}

    def life(self, rng: random.Random) -> Life:
        """A candidate who clicks."""
        from tests.faults.clicking import Candidate, click_through  # noqa: PLC0415  # other scenes need no Qt

        return lambda say: click_through(places(self._folder), say, Candidate)

    def judge(self, told: Iterable[str]) -> None:
        """Today offers the exam with the time left and the choices as last shown, but for one in flight."""
        for line in told:
            word, shown, *rest = line.split()
            if word == "left":
                self._left = _seconds(shown)
            else:
                self._chosen[shown] = rest[0]
            self.toll.acknowledged += 1
        began = time.perf_counter()
        with closing(open_desk(places(self._folder))) as again:
            self.toll.slowest_start = max(self.toll.slowest_start, time.perf_counter() - began)
            offered = today.look(again.desk).open
            if offered is None or offered.kind is not SittingKind.MOCK:
                self.toll.lost += ["no exam is offered"] if self._chosen or self._left is not None else []
                return
            self._compare(mock_exam.resume(again.desk, offered.id))
            self.toll.lost += unsound(again.store)

    def _compare(self, exam: MockExam) -> None:
        held = {name: ",".join(sorted(map(str, kept.response))) for name, kept in exam.drafts.items()}  # type: ignore[arg-type]
        differing = [name for name, chosen in self._chosen.items() if held.get(name) != chosen]
        self.toll.extra += len(differing)
        if len(differing) > 1:
            self.toll.lost.append(f"{self._chosen} became {held}")
        left = (exam.left_ms or 0) / 1000
        if self._left is not None and not self._left - A_TICK_SECONDS <= left <= self._left + 1:
            self.toll.lost.append(f"{self._left} s left became {left}")
        self._chosen = {name: chosen for name, chosen in held.items() if chosen}


def _seconds(clock: str) -> int:
    """What a clock face of hours, minutes and seconds says."""
    hours, minutes, seconds = map(int, f"0:{clock}".split(":")[-3:])
    return 3600 * hours + 60 * minutes + seconds
