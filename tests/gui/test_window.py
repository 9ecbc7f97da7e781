"""The window: every screen by click and by key, at every width and text size, and the world's faults told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from certstudy.core.errors import StoreError, WorldError
from certstudy.core.preferences import Preferences
from certstudy.gui.keys_dialog import KeysDialog, key_groups
from certstudy.gui.library.filter_bar import FilterBar
from certstudy.gui.menu_strip import MenuStrip
from certstudy.gui.operations import Operations
from certstudy.gui.rail import FOLDED, WIDTH, RailItem, destinations
from certstudy.gui.room import Room
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.banner import Banner
from certstudy.gui.widgets.key_hint import KeyHint
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.gui.widgets.toast import Toast
from certstudy.gui.window import Window
from certstudy.study import mock_exam
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SCREENS = [to.name for to in destinations()]
KEYS = [
    (Qt.Key.Key_2, "practice"),
    (Qt.Key.Key_3, "mock"),
    (Qt.Key.Key_4, "library"),
    (Qt.Key.Key_5, "notes"),
    (Qt.Key.Key_6, "progress"),
    (Qt.Key.Key_7, "certification"),
    (Qt.Key.Key_Comma, "settings"),
    (Qt.Key.Key_K, "library"),
]


@pytest.fixture
def active(qtbot: QtBot, window: Window) -> Window:
    """The window with the keyboard: shortcuts work in the active window only."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def sit_mock(window: Window) -> None:
    """Begin a mock exam of 40 questions."""
    assert window._room is not None
    window.sit_mock(mock_exam.prepare(window._room.desk, 40), mock_exam.Rules(50))


def _item(window: Window, name: str) -> RailItem:
    return next(item for item in window.rail.findChildren(RailItem) if item.to.name == name)


def _warnings(window: Window) -> list[str]:
    return [b.accessibleName() for b in window.findChildren(Banner) if b.isVisible()]


@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_by_a_click(qtbot: QtBot, window: Window, name: str) -> None:
    qtbot.mouseClick(_item(window, name), LEFT)
    assert window.here == name
    assert window.page.isVisible()
    chosen = [item.to.name for item in window.rail.findChildren(RailItem) if item.isChecked()]
    assert chosen == [name]


@pytest.mark.parametrize(("key", "name"), KEYS)
def test_every_screen_by_its_key(qtbot: QtBot, active: Window, key: Qt.Key, name: str) -> None:
    qtbot.keyClick(active, key, CONTROL)
    assert active.here == name
    qtbot.keyClick(active, Qt.Key.Key_1, CONTROL)
    assert active.here == "today"


def test_a_screen_is_made_once(window: Window) -> None:
    window.go("library")
    first = window.page
    window.go("today")
    window.go("library")
    assert window.page is first


def test_arrows_walk_the_rail(qtbot: QtBot, active: Window) -> None:
    _item(active, "today").setFocus()
    qtbot.keyClick(_item(active, "today"), Qt.Key.Key_Down)
    assert _item(active, "practice").hasFocus()
    qtbot.keyClick(_item(active, "practice"), Qt.Key.Key_Space)
    assert active.here == "practice"
    _item(active, "today").setFocus()
    qtbot.keyClick(_item(active, "today"), Qt.Key.Key_Up)
    assert _item(active, "settings").hasFocus()


@pytest.mark.parametrize(("width", "rail"), [(1280, WIDTH), (1100, WIDTH), (1099, FOLDED), (960, FOLDED)])
def test_the_rail_folds_in_a_narrow_window(window: Window, width: int, rail: int) -> None:
    window.resize(width, 800)
    assert window.rail.isVisible()
    assert window.rail.width() == rail


def test_at_200_per_cent_a_menu_takes_the_rails_place(window: Window, theme: Theme) -> None:
    strip = window.findChild(MenuStrip)
    assert strip is not None
    assert not strip.isVisible()
    theme.set_scale(2.0)
    assert strip.isVisible()
    assert not window.rail.isVisible()
    actions = strip.menu().actions()
    assert [action.text() for action in actions] == [to.title for to in destinations()]
    actions[SCREENS.index("progress")].trigger()
    assert window.here == "progress"
    theme.set_scale(1.0)
    assert window.rail.isVisible()
    assert not strip.isVisible()


def test_a_sitting_folds_the_rail_and_an_exam_has_none(window: Window) -> None:
    window.practise(Request(Mode.MIX, 5))
    assert window.here == "quiz"
    assert window.rail.width() == FOLDED
    assert _item(window, "practice").isChecked()
    sit_mock(window)
    assert window.here == "exam"
    assert not window.rail.isVisible()
    window.go("today")
    assert window.rail.width() == WIDTH


@pytest.mark.parametrize(
    ("chosen_on", "led_to"), [("library", "library"), ("practice", "today"), ("today", "today")]
)
def test_leaving_practice_leads_back_to_where_its_questions_were_chosen(
    active: Window, chosen_on: str, led_to: str
) -> None:
    active.go(chosen_on)
    active.practise(Request(Mode.MIX, 5))
    # what a summary offers is begun within the sitting
    active.practise(Request(Mode.MIX, 5))
    QTest.keyClick(active.page, Qt.Key.Key_Escape)
    assert active.here == led_to


@pytest.mark.parametrize(
    "act",
    [
        lambda window: window.practise(Request(Mode.MIX, 5)),
        sit_mock,
        lambda window: window.today.session.start.click(),
    ],
    ids=["practice", "mock", "today"],
)
def test_a_record_that_cannot_be_written_is_told_and_nothing_begins(
    window: Window, learner: FakeDesk, act: Callable[[Window], None]
) -> None:
    learner.record.fault = StoreError(
        "The disk is full.", "Your progress is safe.", "Make room and try again."
    )
    act(window)
    assert window.here == "today"
    assert _warnings(window) == ["The disk is full. Your progress is safe. Make room and try again."]
    learner.record.fault = None
    assert not learner.record.open_sittings()
    act(window)
    assert window.here in ("quiz", "exam")


def test_a_told_fault_can_be_dismissed(qtbot: QtBot, window: Window, operations: Operations) -> None:
    operations.failed.emit(StoreError("The disk is full."))
    (banner,) = (b for b in window.findChildren(Banner) if b.isVisible())
    qtbot.mouseClick(banner.close_button, LEFT)
    assert _warnings(window) == []


def test_a_refusal_stands_in_place_of_the_screen_until_it_is_forgiven(
    qtbot: QtBot, theme: Theme, operations: Operations
) -> None:
    window = Window(theme, operations)
    qtbot.addWidget(window)
    window.show()
    page = window.refuse(
        WorldError("The record is locked.", "Nothing was changed.", "Close the other window.")
    )
    assert page.isVisible()
    assert not window.today.isVisible()
    words = [label.text() for label in page.findChildren(Label)]
    for sentence in ("The record is locked.", "Nothing was changed.", "Close the other window."):
        assert sentence in words
    with qtbot.waitSignal(page.again):
        qtbot.mouseClick(page.retry, LEFT)
    with qtbot.waitSignal(page.folder):
        qtbot.mouseClick(page.show_folder, LEFT)
    again = window.refuse(WorldError("Still locked."))
    assert again.isVisible()
    for _time in range(2):
        window.forgive()
        assert window.today.isVisible()


def _toast(window: Window) -> Toast:
    found = window.findChild(Toast)
    assert isinstance(found, Toast)
    return found


def test_a_toast_says_a_word_with_one_action(qtbot: QtBot, window: Window) -> None:
    done: list[str] = []
    window.toast("Answer taken back.", "Redo", lambda: done.append("redo"))
    toast = _toast(window)
    assert toast.isVisible()
    assert window.rect().contains(toast.geometry())
    assert toast.x() >= window.rail.width()
    button = toast.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, LEFT)
    assert done == ["redo"]
    assert not toast.isVisible()


def test_a_later_toast_takes_the_place_of_the_first(window: Window) -> None:
    window.toast("First.", "Undo", lambda: None)
    window.toast("Second.")
    assert len(window.findChildren(Toast)) == 1
    words = [label.text() for label in _toast(window).findChildren(Label)]
    assert words == ["Second."]
    button = _toast(window).findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert not button.isVisible()


def test_a_choice_without_questions_says_so(window: Window) -> None:
    window.practise(Request(Mode.FLAGGED, 5))
    assert window.here == "today"
    assert [label.text() for label in _toast(window).findChildren(Label)] == ["No questions fit this choice."]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/hosts", "https://", "nonsense"])
def test_an_address_that_is_no_web_page_is_not_opened(window: Window, url: str) -> None:
    window.open_link(url)
    assert [label.text() for label in _toast(window).findChildren(Label)] == [
        f"This link cannot be opened: {url}"
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_the_keys_dialog(qtbot: QtBot, active: Window, key: Qt.Key) -> None:
    qtbot.keyClick(active, key)
    dialog = active.findChild(KeysDialog)
    assert isinstance(dialog, KeysDialog)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_f11_fills_the_screen_on_every_desktop(qtbot: QtBot, active: Window) -> None:
    full = Qt.WindowState.WindowFullScreen
    for _time in range(2):
        before = active.windowState()
        qtbot.keyClick(active, Qt.Key.Key_F11)
        assert active.windowState() == before ^ full


def test_a_closed_dialog_is_gone_for_good(active: Window, qapp: QApplication) -> None:
    for _time in range(3):
        QTest.keyClick(active, Qt.Key.Key_F1)
        (dialog,) = active.findChildren(KeysDialog)
        dialog.reject()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not active.findChildren(KeysDialog)


def test_a_closed_menu_is_gone_for_good(window: Window, qapp: QApplication) -> None:
    window.resize(600, 800)
    strip = window.findChild(MenuStrip)
    assert strip is not None
    for _time in range(3):
        strip.button.click()
        (menu,) = strip.findChildren(QMenu)
        menu.close()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not strip.findChildren(QMenu)


def test_a_key_for_the_text_size_does_not_take_the_place_of_what_was_pressed_before(
    qtbot: QtBot, theme: Theme, operations: Operations, learner: FakeDesk
) -> None:
    """Until the record is open, what was pressed waits."""
    window = Window(theme, operations)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.today.session.start.click()
    with qtbot.waitSignal(theme.changed):
        qtbot.keyClick(window, Qt.Key.Key_Plus, CONTROL)
    assert theme.metrics.scale == pytest.approx(1.1)
    window.enter(Room(theme, learner.desk, operations, window))
    assert window.here == "quiz"


@pytest.mark.parametrize("shown", [True, False])
def test_the_keys_dialog_shows_the_keys_even_where_buttons_hide_them(
    window: Window, theme: Theme, shown: bool
) -> None:
    theme.set_show_keys(shown)
    dialog = KeysDialog(theme, window)
    dialog.open()
    hints = [hint for hint in dialog.findChildren(KeyHint) if hint.isVisible()]
    assert len(hints) == sum(len(keys) for _place, keys in key_groups())


def test_a_hint_without_a_parent_does_not_flash_up_as_a_window(qapp: QApplication, theme: Theme) -> None:
    assert not KeyHint(theme, ("A",), "choose").isVisible()


def test_another_text_size_brings_no_hint_back_that_its_page_put_away(window: Window, theme: Theme) -> None:
    window.resize(1600, 900)
    window.practise(Request(Mode.MIX, 5))
    before = [hint.accessibleName() for hint in window.page.findChildren(KeyHint) if hint.isVisible()]
    theme.set_scale(1.1)
    theme.set_scale(1.0)
    after = [hint.accessibleName() for hint in window.page.findChildren(KeyHint) if hint.isVisible()]
    assert before == after == ["A–D choose", "Shift D strike out", "M flag", "? all keys"]


def test_the_text_size_follows_the_keys_and_is_kept(
    qtbot: QtBot, active: Window, theme: Theme, learner: FakeDesk
) -> None:
    with qtbot.waitSignal(theme.changed):
        qtbot.keyClick(active, Qt.Key.Key_Plus, CONTROL)
    assert theme.metrics.scale == pytest.approx(1.1)
    assert learner.record.preferences().text_scale == pytest.approx(1.1)
    with qtbot.waitSignal(theme.changed):
        qtbot.keyClick(active, Qt.Key.Key_0, CONTROL)
    assert learner.record.preferences() == Preferences()


def test_many_presses_in_a_row_change_the_text_once(qtbot: QtBot, active: Window, theme: Theme) -> None:
    changes = QSignalSpy(theme.changed)
    for key in (Qt.Key.Key_0, *[Qt.Key.Key_Plus] * 4, Qt.Key.Key_Minus):
        qtbot.keyClick(active, key, CONTROL)
    qtbot.waitUntil(lambda: theme.metrics.scale == pytest.approx(1.1**3))
    assert changes.count() == 1


def test_the_largest_text_is_not_laid_out_again(theme: Theme) -> None:
    theme.set_scale(2.0)
    changes = QSignalSpy(theme.changed)
    theme.set_scale(2.2)
    assert changes.count() == 0


def test_enter_starts_the_session_as_soon_as_the_window_stands(qtbot: QtBot, window: Window) -> None:
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert window.here == "quiz"


def test_ctrl_k_puts_the_cursor_into_the_search(qtbot: QtBot, active: Window) -> None:
    qtbot.keyClick(active, Qt.Key.Key_K, CONTROL)
    assert active.here == "library"
    focused = active.focusWidget()
    assert isinstance(focused, QLineEdit)
    qtbot.keyClicks(focused, "x")
    assert focused.text() == "x"


def test_no_key_leads_out_of_the_exam_room_to_the_answers(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    sit_mock(window)
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_K):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.here == "exam"
    window.go("mock")
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.here == "today"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_page_is_wider_than_the_smallest_window(window: Window, theme: Theme, scale: float) -> None:
    window.practise(Request(Mode.MIX, 5))
    theme.set_scale(scale)
    window.resize(window.minimumSize())
    for name in ("today", "practice", "mock", "progress", "certification", "plan", "settings"):
        window.go(name)
        QTest.qWait(20)
        for frame in window.page.findChildren(PageFrame):
            inside = frame.widget()
            assert inside is not None
            assert inside.width() <= frame.viewport().width(), name


def test_the_filters_keep_their_rows_in_the_smallest_window(window: Window, theme: Theme) -> None:
    theme.set_scale(2.0)
    window.resize(window.minimumSize())
    window.go("library")
    QTest.qWait(20)
    [filters] = window.page.findChildren(FilterBar)
    assert filters.height() >= filters.heightForWidth(filters.width())
