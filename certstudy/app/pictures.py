"""Renders every screen with a sample learner's progress, light and dark, without a display."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QWidget

from certstudy.app.clock import local_time
from certstudy.app.places import Places
from certstudy.app.sample import SEED, SampleClock, SampleLearner
from certstudy.bank.catalog import open_catalog
from certstudy.core.errors import WorldError
from certstudy.core.response import Response
from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.theme import ARGUMENTS, Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from certstudy.present.words import _
from certstudy.store.opening import open_store
from certstudy.study import mock_exam, mock_result
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request

if TYPE_CHECKING:
    from certstudy.gui.mock.exam_page import ExamPage

WIDTH, HEIGHT = 1280, 800
SETTLE = 12


def render(places: Places, folder: Path) -> list[Path]:
    """Write PNG files into the folder; their paths in order. Raises WorldError where it cannot be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _make(folder)
    app = QApplication.instance() or QApplication(ARGUMENTS)
    assert isinstance(app, QApplication)
    register_fonts()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        catalog = open_catalog(places.pack, places.cache)
        clock = SampleClock(local_time())
        store = open_store(Path(scratch), clock)
        store.ledger.adopt(catalog.entries, catalog.fingerprint)
        desk = Desk(catalog, store.ledger, store.history, clock, lambda: SEED)
        try:
            SampleLearner(desk, clock).study(_this_evening())
            return [
                path for scheme in (Scheme.LIGHT, Scheme.DARK) for path in _render(app, desk, scheme, folder)
            ]
        finally:
            store.close()
            catalog.close()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise WorldError(
            _("The folder for the pictures cannot be made: {folder} ({reason}).").format(
                folder=folder, reason=fault.strerror or fault
            ),
            remedy=_("Name another folder."),
        ) from fault


def _this_evening() -> datetime:
    return local_time().replace(hour=19, minute=30, second=0, microsecond=0)


def _render(app: QApplication, desk: Desk, scheme: Scheme, folder: Path) -> Iterator[Path]:
    theme = Theme(scheme)
    theme.reduced_motion = True
    theme.apply(app)
    operations = Operations()
    window = Window(theme, operations)
    window.resize(WIDTH, HEIGHT)
    window.show()
    window.enter(Room(theme, desk, operations, window))
    for name, go in _screens(window, desk):
        go()
        path = folder / f"{name}-{scheme.value}.png"
        operations.settle()
        _settle(app)
        _save(window, path)
        yield path
    operations.close()
    window.close()
    window.deleteLater()
    _settle(app)


def _screens(window: Window, desk: Desk) -> Iterator[tuple[str, Callable[[], object]]]:
    quiz = next(e.id for e in desk.catalog.entries if desk.catalog.question(e.id).exhibits)
    yield "today", lambda: window.go("today")
    yield "practice", lambda: window.go("practice")
    yield "question", lambda: window.practise(Request(Mode.SELECTION, 1, questions=(quiz,)))
    yield "feedback", lambda: _answer(window, frozenset((desk.catalog.question(quiz).options[0].id,)))
    yield "mock", lambda: window.go("mock")
    yield (
        "exam-overview",
        lambda: window.sit_mock(
            mock_exam.prepare(desk, 50), mock_exam.Rules(desk.catalog.syllabus.exam.minutes)
        ),
    )
    yield "exam", _room(window).walk.next
    yield "exam-review", _room(window).walk.show_review
    yield "exam-next-section", lambda: _next_section(window)
    yield "exam-series", _room(window).walk.next
    yield "exam-case", lambda: _to_case(window)
    yield "result", lambda: window.show_result(mock_result.scores(desk)[-1].sitting.id)
    yield "library", lambda: window.go("library")
    yield "notes", lambda: window.go("notes")
    yield "progress", lambda: window.go("progress")
    yield "certification", lambda: window.go("certification")
    yield "plan", lambda: window.go("plan")
    yield "settings", lambda: window.go("settings")


def _answer(window: Window, response: Response) -> None:
    from certstudy.gui.practice.quiz_page import QuizPage  # noqa: PLC0415

    page = window.page
    assert isinstance(page, QuizPage)
    page.answer_with(response)


def _room(window: Window) -> "ExamPage":
    return cast("ExamPage", window.page)


def _next_section(window: Window) -> None:
    room = _room(window)
    if room.exam is not None and room.exam.next_section is not None:
        room.walk.leave_section()


def _to_case(window: Window) -> None:
    """Through the series, if there is one, to the questions of the last section."""
    _next_section(window)
    room = _room(window)
    if room.frame.reading:
        room.walk.next()


def _settle(app: QApplication) -> None:
    for _turn in range(SETTLE):
        app.processEvents()


def _save(window: QWidget, path: Path) -> None:
    if not window.grab().save(str(path)):
        raise WorldError(
            _("The picture {path} was not written.").format(path=path),
            remedy=_("Choose another folder, or free space on the disk."),
        )
