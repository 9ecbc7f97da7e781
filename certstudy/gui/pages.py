"""The pages of the window, each loaded when it is first opened so that the window itself starts fast."""

from collections.abc import Callable, Mapping

from certstudy.gui.page import Page
from certstudy.gui.room import Room

# ruff: noqa: PLC0415  # the whole point is to import late


def _practice(room: Room) -> Page:
    from certstudy.gui.practice.setup_page import PracticeSetupPage

    return PracticeSetupPage(room)


def _quiz(room: Room) -> Page:
    from certstudy.gui.practice.quiz_page import QuizPage

    return QuizPage(room)


def _mock(room: Room) -> Page:
    from certstudy.gui.mock.setup_page import MockSetupPage

    return MockSetupPage(room)


def _exam(room: Room) -> Page:
    from certstudy.gui.mock.exam_page import ExamPage

    return ExamPage(room)


def _result(room: Room) -> Page:
    from certstudy.gui.mock.result_page import ResultPage

    return ResultPage(room)


def _library(room: Room) -> Page:
    from certstudy.gui.library.page import LibraryPage

    return LibraryPage(room)


def _notes(room: Room) -> Page:
    from certstudy.gui.notes.page import NotesPage

    return NotesPage(room)


def _progress(room: Room) -> Page:
    from certstudy.gui.progress.page import ProgressPage

    return ProgressPage(room)


def _plan(room: Room) -> Page:
    from certstudy.gui.plan.page import PlanPage

    return PlanPage(room)


def _certification(room: Room) -> Page:
    from certstudy.gui.certification.page import CertificationPage

    return CertificationPage(room)


def _settings(room: Room) -> Page:
    from certstudy.gui.settings.page import SettingsPage

    return SettingsPage(room)


PAGES: Mapping[str, Callable[[Room], Page]] = {
    "practice": _practice,
    "quiz": _quiz,
    "mock": _mock,
    "exam": _exam,
    "result": _result,
    "library": _library,
    "notes": _notes,
    "progress": _progress,
    "plan": _plan,
    "certification": _certification,
    "settings": _settings,
}
