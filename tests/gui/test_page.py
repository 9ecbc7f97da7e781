"""A page that fails while it is shown ends in a report and not in a crash of Qt."""

from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from certstudy.gui.override import override
from certstudy.gui.page import Page


class BrokenPage(Page):
    """Cannot read what it is to show."""

    @override
    def refresh(self) -> None:
        raise ZeroDivisionError("what it shows is broken")


def test_a_fault_while_showing_reaches_the_report(qtbot: QtBot) -> None:
    page = BrokenPage()
    qtbot.addWidget(page)
    with capture_exceptions() as caught:
        page.show()
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _fault, _trace in caught] == [ZeroDivisionError]
    assert page.isVisible()
