"""The library over a generated pack of 10,000 questions: opened, and searched with the rows painted.

python -m tests.benchmarks.bench_library    the first opening is a fresh process after the warm-up of the app itself.
"""

import os
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication

from certstudy.app.opening import open_desk
from certstudy.app.places import Places
from certstudy.gui.library.page import LibraryPage
from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.theme import ARGUMENTS, Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from certstudy.present import markup
from tests.packs.generate import write_pack

QUESTIONS, SEED = 10_000, 1
WORDS = ("pipeline", "vault", "gatezone", "p")


def main() -> None:
    """Open twice, search, print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(ARGUMENTS)
    register_fonts()
    theme = Theme(Scheme.LIGHT)
    theme.apply(app)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_pack(folder / "pack", QUESTIONS, SEED)
        opened = open_desk(Places(folder / "pack", folder / "data", folder / "cache"))
        operations = Operations()
        window = Window(theme, operations)
        window.resize(1280, 800)
        window.show()
        window.enter(Room(theme, opened.desk, operations, window))
        markup.warm()
        window.prepare()
        app.processEvents()
        for title in ("first opening", "next opening"):
            print(f"{title:24s} {timed(app, partial(window.go, 'library')):6.1f} ms")
            window.go("today")
            app.processEvents()
        window.go("library")
        app.processEvents()
        field = cast("LibraryPage", window.page).field
        for word in WORDS:
            print(f"search {word!r:17s} {timed(app, partial(field.setText, word)):6.1f} ms")
        operations.close()
        opened.close()


def timed(app: QApplication, act: Callable[[], object]) -> float:
    """Milliseconds until the act is done and everything it asked for is painted."""
    began = time.perf_counter()
    act()
    app.processEvents()
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
