"""The choice of a practice session: what is seen is what starts, and what cannot start says why."""

from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from certstudy.core.preferences import Preferences
from certstudy.gui.certification.page import CertificationPage
from certstudy.gui.practice.quiz_page import QuizPage
from certstudy.gui.practice.setup_page import PracticeSetupPage
from certstudy.gui.practice.way_row import WayRow
from certstudy.gui.settings.page import SettingsPage
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.window import Window
from certstudy.study.annotations import flag
from certstudy.study.practice import LARGEST, SMALLEST, Mode, Request
from tests.fakes import FakeDesk
from tests.paths import CERTIFICATION
from tests.study.learning import answered, begin, meet, work_through

LEFT = Qt.MouseButton.LeftButton
ON = Qt.CheckState.Checked
MODES = [Mode.MIX, Mode.UNSEEN, Mode.MISTAKES, Mode.FLAGGED]


@pytest.fixture
def practised(learner: FakeDesk) -> FakeDesk:
    """A learner with two mistakes and a flag."""
    meet(learner, ["plan.g1.o1-0", "build.g1.o1-0"], right=False)
    flag(learner.desk, "watch.g1.o1-0", True)
    return learner


@pytest.fixture
def page(window: Window) -> PracticeSetupPage:
    window.go("practice")
    return cast("PracticeSetupPage", window.page)


def _way(page: PracticeSetupPage, mode: Mode) -> WayRow:
    return page.ways[MODES.index(mode)]


def _item(page: PracticeSetupPage, node: str) -> QTreeWidgetItem:
    waiting = [page.tree.invisibleRootItem()]
    while waiting:
        item = waiting.pop()
        if item.data(0, Qt.ItemDataRole.UserRole) == node:
            return item
        waiting += [child for index in range(item.childCount()) if (child := item.child(index)) is not None]
    raise KeyError(node)


def _tick(page: PracticeSetupPage, *nodes: str) -> None:
    for node in nodes:
        _item(page, node).setCheckState(0, ON)
        QApplication.processEvents()


def _form(window: Window) -> set[str]:
    return set(cast("QuizPage", window.page).controller.sitting.form)


def test_it_opens_with_the_mix_in_the_usual_size(learner: FakeDesk, window: Window) -> None:
    learner.record.kept_preferences = Preferences(session_size=25)
    window.go("practice")
    assert cast("PracticeSetupPage", window.page).request == Request(Mode.MIX, 25)


def test_ways_without_questions_are_off_and_say_why(page: PracticeSetupPage) -> None:
    shown = [row for row in page.ways if not row.isHidden()]
    assert [row.isEnabled() for row in shown] == [True, True, False, False]
    assert _way(page, Mode.MISTAKES).accessibleDescription().startswith("No mistakes to repeat.")
    assert _way(page, Mode.FLAGGED).accessibleDescription().startswith("Nothing is flagged.")
    assert _way(page, Mode.UNSEEN).accessibleName() == "Unseen, 72"


def test_a_pack_with_a_certification_offers_renewal(window: Window, learner: FakeDesk) -> None:
    learner.catalog.certification = CERTIFICATION
    window.go("practice")
    page = cast("PracticeSetupPage", window.page)
    assert [row.view.mode for row in page.ways if row.view and not row.isHidden()] == [*MODES, Mode.RENEWAL]


def test_a_pass_entered_meanwhile_counts_for_renewal(window: Window, learner: FakeDesk) -> None:
    learner.catalog.certification = CERTIFICATION
    window.go("practice")
    page = cast("PracticeSetupPage", window.page)
    renewal = page.ways[len(MODES)]
    assert renewal.view is not None
    assert renewal.view.count == "6"
    window.go("certification")
    cast("CertificationPage", window.page).keep({"passed": learner.desk.now().local.date()})
    window.go("practice")
    assert renewal.view.count == "0"


def test_the_usual_size_follows_the_settings(window: Window, page: PracticeSetupPage) -> None:
    window.go("settings")
    cast("SettingsPage", window.page).practice.count.setValue(12)
    window.go("practice")
    assert page.request.size == 12
    page.count.setValue(20)
    window.go("settings")
    cast("SettingsPage", window.page).practice.keys.click()
    window.go("practice")
    assert page.request.size == 20


def test_a_way_that_is_off_cannot_be_chosen(qtbot: QtBot, page: PracticeSetupPage) -> None:
    qtbot.mouseClick(_way(page, Mode.FLAGGED), LEFT)
    assert page.request.mode is Mode.MIX


@pytest.mark.parametrize(
    ("mode", "form"),
    [(Mode.MISTAKES, {"plan.g1.o1-0", "build.g1.o1-0"}), (Mode.FLAGGED, {"watch.g1.o1-0"})],
)
def test_a_way_starts_its_questions(
    qtbot: QtBot, practised: FakeDesk, page: PracticeSetupPage, window: Window, mode: Mode, form: set[str]
) -> None:
    qtbot.mouseClick(_way(page, mode), LEFT)
    qtbot.mouseClick(page.start, LEFT)
    assert window.here == "quiz"
    assert _form(window) == form
    assert practised.record.open_sittings()[0].source == mode.value


def test_unseen_leaves_out_what_was_met(
    qtbot: QtBot, practised: FakeDesk, page: PracticeSetupPage, window: Window
) -> None:
    qtbot.mouseClick(_way(page, Mode.UNSEEN), LEFT)
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert window.here == "quiz"
    assert not _form(window) & set(practised.record.states())


def test_ticks_narrow_the_mix_to_a_focus(
    qtbot: QtBot, page: PracticeSetupPage, window: Window, learner: FakeDesk
) -> None:
    _tick(page, "plan.g1", "watch.g2.o1")
    assert page.request.mode is Mode.FOCUS
    assert page.request.scope == {"plan.g1", "watch.g2.o1"}
    qtbot.mouseClick(page.start, LEFT)
    inside = ("plan.g1", "watch.g2.o1")
    assert _form(window) == {e.id for e in learner.catalog.entries if e.id.startswith(inside)}


def test_a_whole_branch_is_its_root_alone(page: PracticeSetupPage) -> None:
    _tick(page, "build.g1.o1", "build.g1.o2")
    assert page.request.scope == {"build.g1"}
    assert _item(page, "build").checkState(0) is Qt.CheckState.PartiallyChecked
    _tick(page, "build.g2")
    assert page.request.scope == {"build"}


def test_a_tick_of_a_whole_area_is_told_once(page: PracticeSetupPage) -> None:
    told: list[bool] = []
    page.tree.changed.connect(lambda: told.append(True))
    _tick(page, "plan")
    assert told == [True]


def test_a_focus_narrows_the_other_ways_and_their_counts(
    qtbot: QtBot, practised: FakeDesk, page: PracticeSetupPage
) -> None:
    _tick(page, "plan")
    assert [row.view.count for row in page.ways if row.view] == ["24", "23", "1", "0"]
    assert not _way(page, Mode.FLAGGED).isEnabled()
    qtbot.mouseClick(_way(page, Mode.MISTAKES), LEFT)
    assert page.request.mode is Mode.MISTAKES
    assert page.request.scope == {"plan"}


def test_a_way_that_falls_empty_gives_the_choice_back_to_the_mix(
    qtbot: QtBot, practised: FakeDesk, page: PracticeSetupPage
) -> None:
    qtbot.mouseClick(_way(page, Mode.FLAGGED), LEFT)
    _tick(page, "plan")
    assert _way(page, Mode.MIX).isChecked()
    assert not _way(page, Mode.FLAGGED).isChecked()
    assert page.request.mode is Mode.FOCUS


def test_the_focus_can_be_cleared(qtbot: QtBot, page: PracticeSetupPage) -> None:
    assert not page.clear.isVisible()
    _tick(page, "plan.g1")
    assert page.clear.isVisible()
    qtbot.mouseClick(page.clear, LEFT)
    assert page.request == Request(Mode.MIX, 30)
    assert not page.clear.isVisible()


def test_looking_around_stores_nothing(qtbot: QtBot, page: PracticeSetupPage, learner: FakeDesk) -> None:
    _tick(page, "plan")
    qtbot.mouseClick(_way(page, Mode.UNSEEN), LEFT)
    assert not learner.record.writes


@pytest.mark.parametrize(("asked", "size"), [(12, 12), (1, SMALLEST), (500, LARGEST)])
def test_the_size_stays_within_its_limits(
    qtbot: QtBot, page: PracticeSetupPage, window: Window, asked: int, size: int
) -> None:
    field = page.count
    field.setValue(asked)
    assert page.request.size == size
    qtbot.mouseClick(page.start, LEFT)
    assert len(_form(window)) == size


def test_a_paused_sitting_can_be_taken_up(qtbot: QtBot, learner: FakeDesk, window: Window) -> None:
    sitting = answered(learner, begin(learner, Request(Mode.MIX, 5)))
    window.go("practice")
    page = cast("PracticeSetupPage", window.page)
    (line,) = page.paused.rows
    assert line.accessibleName() == "Practice is paused: Today, question 2 of 5, begun today at 12:00"
    qtbot.mouseClick(line.resume, LEFT)
    assert cast("QuizPage", window.page).controller.sitting.answers == sitting.answers


def test_every_paused_sitting_can_be_taken_up_or_ended(
    qtbot: QtBot, learner: FakeDesk, window: Window
) -> None:
    older = answered(learner, begin(learner, Request(Mode.UNSEEN, 6)))
    newer = answered(learner, begin(learner, Request(Mode.MIX, 5)))
    window.go("practice")
    page = cast("PracticeSetupPage", window.page)
    assert ["Today" in row.accessibleName() for row in page.paused.rows] == [True, False]
    for verb in ("Keep it", "End it"):
        assert len(learner.record.open_sittings()) == 2
        qtbot.mouseClick(page.paused.rows[0].end, LEFT)
        asked = next(dialog for dialog in window.findChildren(Dialog) if dialog.isVisible())
        qtbot.mouseClick(next(b for b in asked.findChildren(Button) if b.text() == verb), LEFT)
    assert [open_one.id for open_one in learner.record.open_sittings()] == [older.record.id]
    assert tuple(learner.record.answers_of(newer.record.id)) == newer.answers
    (left,) = page.paused.rows
    qtbot.mouseClick(left.resume, LEFT)
    assert cast("QuizPage", window.page).controller.sitting.record.id == older.record.id


def test_paused_sessions_are_named_after_what_they_are_of(learner: FakeDesk, window: Window) -> None:
    begin(learner, Request(Mode.FOCUS, 5, frozenset({"plan.g1"})))
    begin(learner, Request(Mode.SELECTION, 1, questions=("build.g1.o1-0",)))
    begin(learner, Request(Mode.MIX, 10))
    window.go("practice")
    page = cast("PracticeSetupPage", window.page)
    assert [row.accessibleName().split(", question")[0] for row in page.paused.rows] == [
        "Practice is paused: Today",
        "Practice is paused: Selection: Building objective 1.1",
        "Practice is paused: Focus: Planning group 1",
    ]


def test_nothing_paused_shows_no_list(page: PracticeSetupPage) -> None:
    assert not page.paused.isVisible()


def test_when_all_is_met_unseen_is_off(learner: FakeDesk, window: Window) -> None:
    work_through(learner, Request(Mode.UNSEEN, 72))
    window.go("practice")
    unseen = _way(cast("PracticeSetupPage", window.page), Mode.UNSEEN)
    assert not unseen.isEnabled()
    assert unseen.accessibleDescription() == "You have met every question."


def test_the_line_of_the_focus_that_keys_act_on_has_a_ring(
    qtbot: QtBot, window: Window, page: PracticeSetupPage, theme: Theme
) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()
    line = page.tree.visualItemRect(_item(page, "plan"))
    edge = QPoint(line.center().x(), line.top() + 2)
    assert page.tree.grab().toImage().pixelColor(edge) != theme.tokens.ink
    page.tree.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.tree.grab().toImage().pixelColor(edge) == theme.tokens.ink


def test_a_partly_ticked_box_has_a_dash(page: PracticeSetupPage, theme: Theme) -> None:
    whole = _item(page, "build")
    _item(page, "build.g1").setCheckState(0, ON)
    assert whole.checkState(0) is Qt.CheckState.PartiallyChecked
    line = page.tree.visualItemRect(whole)
    middle = QPoint(line.left() + 2 + theme.px(8), line.center().y())
    image = page.tree.grab().toImage()
    assert image.pixelColor(middle) == theme.tokens.on_ink
    assert image.pixelColor(middle - QPoint(0, theme.px(5))) == theme.tokens.ink
