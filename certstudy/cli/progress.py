"""How far a long command has come, on stderr."""

import sys
import time
from collections.abc import Iterator

from certstudy.cli.text import beside
from certstudy.core.response_log import Logged
from certstudy.exchange.response_log import ResponseLog
from certstudy.present.words import _

# a short command says nothing
SILENT_SECONDS = 2.0
ROWS_A_LOOK = 1_000


class Progress:
    """Says now and then how much is done: in place on a terminal, on a few lines elsewhere."""

    def __init__(self) -> None:
        """The clock starts."""
        self._terminal = sys.stderr is not None and sys.stderr.isatty()
        self._pause = 0.2 if self._terminal else 10.0
        self._next = time.monotonic() + SILENT_SECONDS
        self._shown = False

    def through(self, log: ResponseLog, doing: str) -> Iterator[Logged]:
        """The answers of a log, with progress while they are read."""
        for place, answer in enumerate(log):
            if place % ROWS_A_LOOK == 0:
                self.tell(doing, log.progress)
            yield answer
        self.end()

    def tell(self, doing: str, share: float) -> None:
        """Say what is being done and how much of it is, 0 to 1; not too often."""
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + self._pause
        self._shown = True
        text = _("{doing}: {p} %").format(doing=doing, p=round(100 * share))
        beside(f"\r{text} " if self._terminal else f"{text}\n")

    def end(self) -> None:
        """Leave a clean line."""
        if self._shown and self._terminal:
            beside("\r\x1b[K")
        self._shown = False
