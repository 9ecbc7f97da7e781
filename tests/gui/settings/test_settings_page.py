"""The settings: every control changes what is stored, at once, and shows what is stored."""

from collections.abc import Callable
from datetime import date
from typing import cast

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from certstudy.core.changes import Changes
from certstudy.core.errors import StoreError
from certstudy.core.preferences import Appearance, Preferences
from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.settings.page import SettingsPage
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.toast import Toast
from certstudy.gui.window import Window
from tests.fakes import FakeDesk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window: Window) -> SettingsPage:
    window.go("settings")
    return cast("SettingsPage", window.page)


class Keeper:
    """A record that is kept in memory; `fault` stands for a full disk."""

    folder = "/home/learner/progress"
    fault: StoreError | None = None

    def backup(self) -> str:
        if self.fault is not None:
            raise self.fault
        return "copy.sqlite"

    def check(self) -> list[str]:
        return ["All is well.", "7 answers."]


@pytest.mark.parametrize(
    ("press", "stored"),
    [
        (lambda page: page.exam.minutes.setValue(55), Preferences(minutes_a_day=55)),
        (lambda page: page.practice.count.setValue(20), Preferences(session_size=20)),
        (lambda page: page.practice.confidence.click(), Preferences(ask_confidence=False)),
        (lambda page: page.practice.keys.click(), Preferences(show_keys=False)),
        (lambda page: page.appearance.scheme.press("dark"), Preferences(appearance=Appearance.DARK)),
        (lambda page: page.appearance.still.click(), Preferences(reduce_motion=True)),
    ],
    ids=["minutes", "size", "confidence", "keys", "colours", "motion"],
)
def test_each_control_changes_its_setting_alone(
    page: SettingsPage, learner: FakeDesk, press: Callable[[SettingsPage], None], stored: Preferences
) -> None:
    press(page)
    assert learner.record.preferences() == stored
    assert learner.record.writes == {"prefer": 1}


def test_the_text_size_is_chosen_by_key(qtbot: QtBot, page: SettingsPage, learner: FakeDesk) -> None:
    qtbot.keyClick(page.appearance.scale, Qt.Key.Key_Down)
    assert learner.record.preferences().text_scale == 1.1


def test_an_exam_date_is_booked_moved_and_given_up(page: SettingsPage, learner: FakeDesk) -> None:
    exam = page.exam
    assert not exam.date.isEnabled()
    exam.booked.click()
    assert learner.record.preferences().exam_date == cast("date", exam.date.date().toPython())
    assert exam.date.isEnabled()
    exam.date.setDate(QDate(2027, 1, 30))
    assert learner.record.preferences().exam_date == date(2027, 1, 30)
    exam.booked.click()
    assert learner.record.preferences().exam_date is None
    assert not exam.date.isEnabled()


def test_what_is_stored_is_shown_and_showing_stores_nothing(page: SettingsPage, learner: FakeDesk) -> None:
    kept = Preferences(date(2027, 2, 3), 90, 45, Appearance.LIGHT, 1.5, True, False, False)
    learner.record.kept_preferences = kept
    page.refresh()
    assert (page.exam.booked.isChecked(), page.exam.date.date()) == (True, QDate(2027, 2, 3))
    assert (page.exam.minutes.value(), page.practice.count.value()) == (90, 45)
    assert (page.appearance.scheme.value, page.appearance.scale.currentData()) == ("light", 1.5)
    assert page.appearance.still.isChecked()
    assert not page.practice.keys.isChecked()
    assert not page.practice.confidence.isChecked()
    assert not learner.record.writes


def test_a_text_size_set_by_keys_shows_as_the_nearest(page: SettingsPage, learner: FakeDesk) -> None:
    learner.record.kept_preferences = Preferences(text_scale=1.21)
    page.refresh()
    assert page.appearance.scale.currentData() == 1.25


def test_a_change_is_told_to_the_other_screens(
    qtbot: QtBot, page: SettingsPage, operations: Operations
) -> None:
    with qtbot.waitSignal(operations.changed) as told:
        page.practice.keys.click()
    assert told.args == [Changes.PREFERENCES]


def test_a_setting_the_record_refuses_is_told(qtbot: QtBot, page: SettingsPage, learner: FakeDesk) -> None:
    learner.record.fault = StoreError("The disk is full.")
    operations = page._room.operations
    with qtbot.waitSignal(operations.failed), qtbot.assertNotEmitted(operations.changed):
        page.practice.keys.click()
    assert learner.record.preferences() == Preferences()


@pytest.mark.parametrize("part", ["exam.minutes", "practice.count", "exam.date"])
def test_fields_have_names_for_a_screen_reader(page: SettingsPage, part: str) -> None:
    card, field = part.split(".")
    assert getattr(getattr(page, card), field).accessibleName()


def test_a_record_in_memory_has_nothing_to_back_up(page: SettingsPage) -> None:
    assert not page.record.backup.isVisible()
    assert "72 questions" in _words(page)


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def kept(
    qtbot: QtBot, theme: Theme, operations: Operations, learner: FakeDesk, window: Window, keeper: Keeper
) -> SettingsPage:
    made = SettingsPage(Room(theme, learner.desk, operations, window, keeper))
    qtbot.addWidget(made)
    made.show()
    return made


def _words(page: SettingsPage) -> str:
    return "\n".join(label.text() for label in page.record.findChildren(Label))


def test_the_folder_of_the_record_is_named(kept: SettingsPage) -> None:
    assert "/home/learner/progress" in _words(kept)


def test_a_backup_says_where_it_is(qtbot: QtBot, kept: SettingsPage) -> None:
    qtbot.mouseClick(kept.record.backup, LEFT)
    assert kept.record.backup.off
    qtbot.waitUntil(lambda: "A verified copy is in copy.sqlite." in _words(kept))
    assert not kept.record.backup.off


def test_a_check_says_what_it_found(qtbot: QtBot, kept: SettingsPage) -> None:
    qtbot.mouseClick(kept.record.check, LEFT)
    qtbot.waitUntil(lambda: "All is well. 7 answers." in _words(kept))


def test_a_backup_that_fails_says_so_and_can_be_tried_again(
    qtbot: QtBot, kept: SettingsPage, keeper: Keeper
) -> None:
    keeper.fault = StoreError("The disk is full.", "Your progress is safe.", "Make room and try again.")
    qtbot.mouseClick(kept.record.backup, LEFT)
    qtbot.waitUntil(
        lambda: "The disk is full. Your progress is safe. Make room and try again." in _words(kept)
    )
    assert not kept.record.backup.off


@pytest.mark.qt_log_ignore("does not support .*openDocument", extend=True)
def test_a_folder_that_cannot_be_shown_is_told(qtbot: QtBot, kept: SettingsPage, window: Window) -> None:
    qtbot.mouseClick(kept.record.show_folder, LEFT)
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    assert [label.text() for label in toast.findChildren(Label)] == [
        "This folder cannot be opened here: /home/learner/progress"
    ]


def test_the_outline_is_dated_in_words(page: SettingsPage) -> None:
    assert "outline of 1 January 2026" in _words(page)


def test_an_exam_date_given_up_comes_back(page: SettingsPage, learner: FakeDesk) -> None:
    page.exam.booked.click()
    page.exam.date.set_day(date(2027, 1, 30))
    page.exam.booked.click()
    page.exam.booked.click()
    assert learner.record.preferences().exam_date == date(2027, 1, 30)


@pytest.mark.parametrize(
    ("words", "day"), [("4 Jan 2029", date(2029, 1, 4)), ("24 May 2030", date(2030, 5, 24))]
)
def test_an_exam_date_is_typed(
    qtbot: QtBot, page: SettingsPage, learner: FakeDesk, words: str, day: date
) -> None:
    page.exam.booked.click()
    page.exam.date.setFocus()
    page.exam.date.lineEdit().selectAll()
    qtbot.keyClicks(page.exam.date, words)
    assert learner.record.preferences().exam_date == day
    assert page.exam.date.hasFocus()
