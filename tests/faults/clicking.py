"""A learner at the real window, in practice or in a mock exam: clicks, and says what the screen has shown."""

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from certstudy.app.places import Places
from certstudy.app.window import WindowSession
from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.override import override
from certstudy.gui.practice.feedback_panel import FeedbackPanel
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.question.answers.area import AnswerArea
from certstudy.gui.question.answers.choice import ChoiceAnswer
from certstudy.study import mock_exam
from tests.faults.blow import Say

READING_MS = 5
QUESTIONS, MINUTES = 5, 20


class Learner(QObject):
    """Starts or resumes the session on Today, answers what is asked, starts another one, until the process ends."""

    def __init__(self, session: WindowSession, say: Say) -> None:
        super().__init__(session.window)
        self._window, self._say = session.window, say
        self._seen: set[int] = set()
        self._told: set[int] = set()
        self._watched: set[QObject] = set()

    def act(self) -> None:
        """The next click, and soon another one."""
        page = self._window.page
        if not isinstance(page, QuizPage):
            _click(self._window.today.session.start)
        elif page.controller.finished:
            _click(page.summary.done)
        else:
            self._answer(page)
        QTimer.singleShot(READING_MS, self.act)

    def _answer(self, page: QuizPage) -> None:
        self._watch(page)
        sitting = page.controller.sitting
        if sitting.record.id not in self._seen:
            self._seen.add(sitting.record.id)
            self._say(f"open {sitting.record.id} {','.join(sitting.record.form)}")
        if page.controller.checked:
            if sitting.answers[-1].id in self._told:
                _click(page.foot.primary)
            return
        _choose(page.board.question.answer)
        _click(page.foot.primary if page.controller.complete else page.foot.unknown)

    def _watch(self, page: QuizPage) -> None:
        for panel in page.findChildren(FeedbackPanel):
            content = panel.widget()
            if content is not None and content not in self._watched:
                self._watched.add(content)
                content.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        """The verdict on the screen is known from now on."""
        page = self._window.page
        if not isinstance(page, QuizPage) or page.controller.finished or not page.controller.checked:
            return
        answer = page.controller.sitting.answers[-1]
        if answer.id not in self._told and page.board.feedback.isVisible():
            self._told.add(answer.id)
            self._say(f"answer {answer.id} {answer.sitting}")


class Candidate(QObject):
    """Sits or resumes a mock exam, chooses and moves on, round and round, until the process ends."""

    def __init__(self, session: WindowSession, say: Say) -> None:
        super().__init__(session.window)
        self._session, self._window, self._say = session, session.window, say
        self._hears: QObject | None = None
        self._turn = 0

    def act(self) -> None:
        """The next click, and soon another one."""
        page = self._window.page
        if not isinstance(page, ExamPage):
            self._enter()
        elif page.frame.reading:
            _click(page.notice.button)
        elif page.frame.reviewing:
            _click(page.foot.next)
        else:
            self._answer(page)
        QTimer.singleShot(READING_MS, self.act)

    def _enter(self) -> None:
        opened = self._session._opened
        assert opened is not None
        if opened.desk.history.open_sittings():
            _click(self._window.today.banner.action)
        else:
            form = mock_exam.prepare(opened.desk, QUESTIONS, QUESTIONS)
            self._window.sit_mock(form, mock_exam.Rules(MINUTES))

    def _answer(self, page: ExamPage) -> None:
        if self._hears is not page:
            self._hears = page
            page.stopwatch.ticked.connect(lambda _ms: self._say(f"left {page.bar.clock.text()}"))
        self._turn += 1
        _choose(page.panes.question.answer, self._turn // QUESTIONS)
        exam = page.exam
        assert exam is not None
        if response := exam.draft(exam.current).response:
            self._say(f"chose {exam.current} {','.join(sorted(map(str, response)))}")  # type: ignore[arg-type]
        _click(page.foot.next)


def _choose(area: AnswerArea, turn: int = 0) -> None:
    """An option of a choice, another one each turn; what is no choice stays open."""
    if isinstance(area.current, ChoiceAnswer):
        rows = area.current.options.rows
        _click(rows[turn % len(rows)])


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_through(
    places: Places, say: Say, person: Callable[[WindowSession, Say], Learner | Candidate]
) -> None:
    """Open the window, and let a person have it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    session = WindowSession(app, places)
    acting = person(session, say)
    session.window.today.renewed.connect(
        lambda _view: QTimer.singleShot(0, acting.act), Qt.ConnectionType.SingleShotConnection
    )
    session.open()
    app.exec()
