"""A whole journey, window and commands, in a place where no socket may be opened; says what it did as JSON.

`python -m tests.faults.offline FOLDER`. The interpreter's own sockets are refused; where the layer of
`calls` lies below, it counts those of Qt and every other library as well.
"""

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

MADE: list[str] = []
"""Sockets that the interpreter asked for, by event."""


def _hear(event: str, _values: tuple[Any, ...]) -> None:
    if event.startswith("socket."):
        MADE.append(event)
        raise PermissionError(f"no network here: {event}")


def _sockets_below() -> int | None:
    """How many sockets to other machines any library asked for; None where nothing counts them."""
    try:
        return int(ctypes.CDLL(None).failing_sockets())
    except (AttributeError, TypeError, OSError):
        return None


def commands(pack: Path, folder: Path) -> int:
    """Every command that needs nobody to answer; how many there were."""
    from certstudy.__main__ import main  # noqa: PLC0415

    asked = (
        ["plan", "-n", "10"],
        ["mock", "-n", "10", "--seed", "1"],
        ["stats"],
        ["lint", str(pack)],
        ["schema", "bank"],
        ["readiness"],
        ["check"],
        ["backup"],
    )
    for words in asked:
        code = main(["--content", str(pack), "--data-dir", str(folder), *words])
        assert code in (0, 1), words
    return len(asked)


def window(pack: Path, folder: Path) -> list[str]:
    """Study, sit a mock exam, look at every page; the pages seen."""
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from certstudy.app.places import find_places  # noqa: PLC0415
    from certstudy.app.window import WindowSession  # noqa: PLC0415
    from certstudy.gui.mock.exam_page import ExamPage  # noqa: PLC0415
    from certstudy.gui.practice.quiz_page import QuizPage  # noqa: PLC0415
    from certstudy.study import mock_exam  # noqa: PLC0415
    from certstudy.study.practice import Mode, Request  # noqa: PLC0415

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    session = WindowSession(app, find_places(pack, folder))
    loop = QEventLoop()
    session.window.today.renewed.connect(lambda _view: loop.quit())
    QTimer.singleShot(20_000, loop.quit)
    session.open()
    loop.exec()
    desk = session.window.today._room.desk  # type: ignore[union-attr]  # what the screens read
    session.window.practise(Request(Mode.UNSEEN, 5))
    quiz = session.window.page
    assert isinstance(quiz, QuizPage)
    while not quiz.controller.finished:
        quiz.controller.respond(quiz.controller.question.task.model)
        quiz.controller.check()
        quiz.controller.go_on()
        app.processEvents()
    session.window.sit_mock(mock_exam.prepare(desk, 10, 5), mock_exam.Rules(20))
    exam = session.window.page
    assert isinstance(exam, ExamPage)
    exam.hand_in()
    seen = ["quiz", "exam", session.window.here]
    for page in ("today", "practice", "mock", "library", "progress", "plan", "settings"):
        session.window.go(page)
        app.processEvents()
        session.window.grab()
        seen.append(session.window.here)
    session.close()
    return seen


def main() -> None:
    """Do it all and tell."""
    from tests.bank.files import BREW  # noqa: PLC0415

    folder = Path(sys.argv[1])
    sys.addaudithook(_hear)
    stdout, sys.stdout = sys.stdout, sys.stderr
    done = commands(BREW, folder)
    pages = window(BREW, folder)
    loaded = [name for name in ("socket", "ssl", "http.client", "PySide6.QtNetwork") if name in sys.modules]
    told = {"commands": done, "pages": pages, "made": MADE, "below": _sockets_below(), "loaded": loaded}
    stdout.write(json.dumps(told) + "\n")
    stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
