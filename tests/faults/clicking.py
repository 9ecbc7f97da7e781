"""A learner at the real window: clicks, and says that an answer is kept once its verdict has been painted."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from certstudy.app.places import Places
from certstudy.app.window import WindowSession
from certstudy.gui.override import override
from certstudy.gui.practice.feedback_panel import FeedbackPanel
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.question.answers.choice import ChoiceAnswer
from tests.faults.blow import Say

READING_MS = 5


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
        self._choose(page)
        _click(page.foot.primary if page.controller.complete else page.foot.unknown)

    @staticmethod
    def _choose(page: QuizPage) -> None:
        answer = page.board.question.answer.current
        if isinstance(answer, ChoiceAnswer):
            _click(answer.options.rows[0])

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


def _click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def click_through(places: Places, say: Say) -> None:
    """Open the window and study in it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    session = WindowSession(app, places)
    learner = Learner(session, say)
    session.window.today.renewed.connect(
        lambda _view: QTimer.singleShot(0, learner.act), Qt.ConnectionType.SingleShotConnection
    )
    session.open()
    app.exec()
