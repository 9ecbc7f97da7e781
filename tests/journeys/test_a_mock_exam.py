"""A whole mock exam with every type of question: by keyboard alone and by mouse, killed in the middle and resumed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListView, QWidget
from pytestqt.qtbot import QtBot

from certstudy.core.form import Form
from certstudy.core.question import Entry, Kind, Question
from certstudy.core.record import Away, SittingKind
from certstudy.core.sections import SectionKind
from certstudy.core.tasks import Choice
from certstudy.gui.mock.exam_page import ExamPage
from certstudy.gui.mock.result_page import ResultPage
from certstudy.gui.mock.setup_page import MockSetupPage
from certstudy.gui.operations import Operations
from certstudy.gui.question.answers.answer import Answer
from certstudy.gui.question.answers.gaps import GapsAnswer
from certstudy.gui.question.answers.hotspot import HotspotAnswer, Spot
from certstudy.gui.question.answers.matching import MatchingAnswer
from certstudy.gui.question.answers.ordering import OrderingAnswer
from certstudy.gui.question.answers.statements import StatementsAnswer
from certstudy.gui.room import Room
from certstudy.gui.theme import Scheme, Theme, register_fonts
from certstudy.gui.widgets.button import Button
from certstudy.gui.window import Window
from certstudy.store.opening import Store, open_store
from certstudy.study.desk import Desk
from tests.fakes import FakeCatalog, FakeClock, fake_desk
from tests.families import with_families
from tests.gui.answering import option_rows

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return


ALL_KINDS = set(Kind) - {Kind.BEST}


class Evening:
    """A window over a record on the disk; `kill` ends it without a word to the screens."""

    def __init__(
        self, folder: Path, qtbot: QtBot, theme: Theme, catalog: FakeCatalog, clock: FakeClock
    ) -> None:
        self.clock, self._qtbot, self._theme, self._catalog, self._folder = (
            clock,
            qtbot,
            theme,
            catalog,
            folder,
        )
        self._store: Store | None = None
        self._operations: Operations | None = None
        self.open()

    def open(self) -> None:
        """The program starts."""
        self._store = open_store(self._folder, self.clock)
        self._store.ledger.adopt(self._catalog.entries, self._catalog.fingerprint)
        self.desk = Desk(self._catalog, self._store.ledger, self._store.history, self.clock, lambda: 11)
        self._operations = Operations()
        self.window = Window(self._theme, self._operations)
        self._qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self._qtbot.waitExposed(self.window)
        self.window.enter(Room(self._theme, self.desk, self._operations, self.window))

    def kill(self) -> None:
        """What is on the disk is all that is left."""
        assert self._store is not None
        assert self._operations is not None
        if isinstance(self.window.page, ExamPage):
            self.room.stopwatch.blockSignals(True)
            self.room._sat = None
        self._operations.close()
        self._store.close()

    @property
    def room(self) -> ExamPage:
        """The exam room on the screen."""
        return cast("ExamPage", self.window.page)


@pytest.fixture
def evening(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Evening]:
    register_fonts()
    theme = Theme(Scheme.LIGHT)
    theme.set_reduced_motion(True)
    theme.apply(qapp)
    made = with_families(fake_desk(each=10))
    evening = Evening(tmp_path / "record", qtbot, theme, made.catalog, made.clock)
    yield evening
    evening.kill()


Answering = Callable[[Evening], None]


def with_every_kind(form: Form | None, entries: Sequence[Entry]) -> Form:
    """The form with its first questions exchanged for those of the rarer kinds."""
    assert form is not None
    rare = [entry for entry in entries if entry.id.startswith("kind-")]
    count = len(form.sections[0])
    general = [*rare, *(entry for entry in form.entries[:count] if entry not in rare)][:count]
    return replace(form, entries=(*general, *form.entries[count:]))


def question_of(evening: Evening) -> Question:
    exam = evening.room.exam
    assert exam is not None
    return evening.desk.catalog.question(exam.current)


def count_of(question: Question) -> int:
    """How many options or regions are to be picked."""
    return question.task.choose if isinstance(question.task, Choice) else 1


def by_keys(evening: Evening) -> None:
    """Answers the question on the screen with keys alone."""
    question = question_of(evening)
    typed = {
        Kind.STATEMENTS: (Qt.Key.Key_Y,) * 3,
        Kind.ORDER: (Qt.Key.Key_A, Qt.Key.Key_B, Qt.Key.Key_C),
        Kind.MATCH: (Qt.Key.Key_A, Qt.Key.Key_B),
    }
    if question.kind is Kind.DROPDOWN:
        for _ in range(2):
            tab_to(QComboBox)
            key(Qt.Key.Key_Down)
    elif question.kind is Kind.SHORT:
        type_in("git reflog")
    else:
        digits = [Qt.Key(Qt.Key.Key_1.value + place) for place in range(count_of(question))]
        for one in typed.get(question.kind, digits):
            key(one)


def by_mouse(evening: Evening) -> None:
    """Answers the question on the screen with clicks; only a line to be typed needs keys."""
    question, area = question_of(evening), evening.room.panes.question.answer
    if question.kind is Kind.SHORT:
        type_in("git reflog")
    elif question.kind is Kind.STATEMENTS:
        judge(area.current)
    elif isinstance(question.task, Choice):
        for row in option_rows(area)[: count_of(question)]:
            click(row)
    else:
        click_parts(area.current)


def judge(answer: Answer | None) -> None:
    """Yes to every statement."""
    assert isinstance(answer, StatementsAnswer)
    for row in answer.rows:
        click(row.cell("yes"))


def click_parts(answer: Answer | None) -> None:
    """The parts of what is no choice, one after the other."""
    if isinstance(answer, OrderingAnswer):
        for _ in range(3):
            click(answer.board.pool.pieces[0])
    elif isinstance(answer, MatchingAnswer):
        for row, piece in zip(answer.rows, answer.tray.pieces[:2], strict=True):
            click(piece)
            click(row.slot)
    elif isinstance(answer, GapsAnswer):
        for choice in answer.sheet.choices:
            choose_first(choice)
    else:
        assert isinstance(answer, HotspotAnswer)
        click(answer.findChildren(Spot)[1])


def choose_first(choice: QComboBox) -> None:
    """Opens the list of a gap and clicks its first line."""
    click(choice)
    view = cast("QListView", choice.view())
    # a release soon after the list has opened counts as the end of the click that opened it
    QTest.qWait(QApplication.doubleClickInterval() + 50)
    spot = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), LEFT, pos=spot)


def key(which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Pressed where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, which, modifiers)


def type_in(words: str) -> None:
    """Typed where the focus is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClicks(widget, words)


def tab_to(kind: type[QWidget]) -> None:
    """On with Tab to the next widget of a kind."""
    for _ in range(40):
        key(Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), kind):
            return
    raise AssertionError(f"no {kind.__name__} can be reached")


def click(widget: QWidget) -> None:
    """With the left button, in the middle."""
    QTest.mouseClick(widget, LEFT, pos=QPoint(widget.width() // 2, widget.height() // 2))


def press_next(evening: Evening, mouse: bool) -> None:
    click(evening.room.foot.next) if mouse else key(Qt.Key.Key_N, ALT)


def agree(evening: Evening, mouse: bool) -> None:
    """The second verb of the dialog."""
    dialog = evening.room.walk.dialog
    assert dialog is not None
    verb = dialog.findChildren(Button)[1]
    if mouse:
        click(verb)
    else:
        verb.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(verb, Qt.Key.Key_Space)


def end(evening: Evening, mouse: bool) -> None:
    click(evening.room.foot.end) if mouse else key(Qt.Key.Key_E, ALT)
    agree(evening, mouse)


def go_on(evening: Evening, mouse: bool) -> None:
    """From a notice."""
    assert evening.room.frame.reading
    click(evening.room.notice.button) if mouse else key(ENTER)


def answer_section(evening: Evening, answering: Answering, mouse: bool) -> set[Kind]:
    """Every question of the section on the screen; to its review, or out of a series."""
    met = set()
    exam = evening.room.exam
    assert exam is not None
    for _ in exam.section.places:
        assert evening.room.exam is not None
        met.add(evening.desk.catalog.question(evening.room.exam.current).kind)
        answering(evening)
        press_next(evening, mouse)
    return met


@pytest.mark.parametrize("mouse", [False, True], ids=["keyboard", "mouse"])
def test_a_whole_exam_killed_in_the_middle(evening: Evening, qtbot: QtBot, mouse: bool) -> None:
    answering = by_mouse if mouse else by_keys
    window = evening.window
    with qtbot.waitActive(window):
        window.activateWindow()
    window.go("mock")
    setup = cast("MockSetupPage", window.page)
    setup.questions.setValue(40)
    setup.form = with_every_kind(setup.form, evening.desk.catalog.entries)
    click(setup.start) if mouse else QTest.keyClick(setup.start, ENTER)
    go_on(evening, mouse)
    met = answer_section(evening, answering, mouse)
    room = evening.room
    assert room.frame.reviewing
    room.review.panel.opened.emit(3)
    room.stopwatch.ticked.emit(61_000)
    before = room.exam
    assert before is not None

    evening.kill()
    evening.clock.forward(minutes=30)
    evening.open()
    with qtbot.waitActive(evening.window):
        evening.window.activateWindow()
    qtbot.waitUntil(evening.window.today.banner.isVisible)
    click(evening.window.today.banner.action)
    room = evening.room
    after = room.exam
    assert after is not None
    assert (after.index, after.form, after.left_ms) == (3, before.form, before.left_ms)
    assert {q: d.response for q, d in after.drafts.items()} == {
        q: d.response for q, d in before.drafts.items()
    }

    end(evening, mouse)
    go_on(evening, mouse)
    met |= answer_section(evening, answering, mouse)
    assert room.exam is not None
    assert room.exam.section.kind is SectionKind.CASE
    go_on(evening, mouse)
    met |= answer_section(evening, answering, mouse)
    end(evening, mouse)
    result = evening.window.page
    assert isinstance(result, ResultPage)
    assert met == ALL_KINDS
    [totals] = evening.desk.history.closed_sittings(SittingKind.MOCK)
    answers = evening.desk.history.answers_of(totals.sitting.id)
    assert len(answers) == 40
    assert [answer.question for answer in answers if not answer.response] == []
    gone = evening.desk.history.interruptions_of(totals.sitting.id)
    assert [one.kind for one in gone] == [Away.PAUSE]
    assert gone[0].milliseconds == pytest.approx(30 * 60_000, abs=2_000)
    assert result.view is not None
    assert dict(result.view.facts)["Pauses"].startswith("once")
