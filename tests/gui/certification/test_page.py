"""The Certification screen: what is held is entered, shown and renewed; changes lead to a session."""

from datetime import date
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from certstudy.core.preferences import Preferences
from certstudy.gui.certification.held_dialog import HeldDialog
from certstudy.gui.certification.page import CertificationPage
from certstudy.gui.theme import Theme
from certstudy.gui.widgets.label import Label
from certstudy.gui.window import Window
from tests.fakes import FakeDesk
from tests.paths import CERTIFICATION

TODAY = date(2026, 11, 23)


@pytest.fixture
def page(window: Window, learner: FakeDesk) -> CertificationPage:
    learner.catalog.certification = CERTIFICATION
    learner.record.prefer(
        Preferences(date(2026, 12, 19), prerequisite="P-1", prerequisite_since=date(2026, 6, 14))
    )
    window.go("certification")
    return cast("CertificationPage", window.page)


def test_what_is_held_is_drawn(page: CertificationPage) -> None:
    assert page.line.table().rows == (
        ("Planner Associate", "to 14 June 2027", "renewal 14 December 2026 to 14 June 2027"),
        ("Builder Expert, if you pass", "to 19 December 2027", "renewal 19 June 2027 to 19 December 2027"),
    )
    assert page.grab().toImage().width() > 0


def test_a_pack_without_a_certification_says_so(window: Window) -> None:
    window.go("certification")
    page = cast("CertificationPage", window.page)
    assert not page.empty.isHidden()
    assert page.line_card.isHidden()


def test_practise_begins_a_session_on_what_changed(
    page: CertificationPage, window: Window, learner: FakeDesk
) -> None:
    page.changes.practise.click()
    assert window.here == "quiz"
    (sitting,) = learner.record.open_sittings()
    assert sitting.source == "renewal"
    assert {question.rsplit("-", 1)[0] for question in sitting.form} == {"plan.g1.o1"}


def test_what_is_entered_is_kept_and_shown(page: CertificationPage, learner: FakeDesk) -> None:
    page.path.edit.click()
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, HeldDialog))
    dialog.passed.setChecked(True)
    dialog.own.since.setDate(dialog.own.since.date().addDays(-30))
    dialog.own.renewed.click()
    dialog.badge.setText("https://example.org/badge")
    dialog.save.click()
    kept = learner.record.kept_preferences
    assert kept.passed == date(2026, 10, 24)
    assert kept.valid_until == date(2028, 10, 24)
    assert kept.badge == "https://example.org/badge"
    assert page.line.table().rows[-1][0] == "Builder Expert"


@pytest.mark.parametrize("link", ["http://example.org", "https://", "https://a b", "javascript:alert(1)"])
def test_a_link_that_is_none_is_not_kept(theme: Theme, window: Window, link: str) -> None:
    dialog = HeldDialog(theme, CERTIFICATION, Preferences(), TODAY, window)
    dialog.badge.setText(link)
    assert not dialog.save.isEnabled()
    dialog.badge.setText("")
    assert dialog.save.isEnabled()
    assert dialog.values()["passed"] is None


def test_all_editions_are_listed(page: CertificationPage) -> None:
    page.changes.editions.click()
    titles = [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]
    assert "Editions of the outline" in titles


def test_the_dialog_grows_with_its_dates(window: Window, theme: Theme) -> None:
    dialog = HeldDialog(theme, CERTIFICATION, Preferences(), TODAY, window)
    dialog.show()
    dialog.passed.setChecked(True)
    QApplication.processEvents()
    for label in dialog.findChildren(Label):
        assert label.height() >= label.heightForWidth(label.width())
