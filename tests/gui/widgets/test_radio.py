"""A choice of one says that it is a radio button, of several that they are boxes; both tell what is chosen."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Theme
from certstudy.gui.widgets.option_list import OptionList
from certstudy.gui.widgets.option_row import OptionItem
from certstudy.gui.widgets.segmented import Segmented
from tests.gui.clicking import double_click


def told(widget: QWidget) -> tuple[QAccessible.Role, bool]:
    """The role and whether it is checked, as a screen reader hears it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), bool(interface.state().checked)


@pytest.mark.parametrize(
    ("multiple", "role"), [(False, QAccessible.Role.RadioButton), (True, QAccessible.Role.CheckBox)]
)
def test_options_tell_what_they_are(
    qtbot: QtBot, theme: Theme, multiple: bool, role: QAccessible.Role
) -> None:
    options = OptionList(theme, multiple)
    qtbot.addWidget(options)
    for chosen in ("a", "b", ""):
        options.show_options(tuple(OptionItem(x, x.upper(), x, chosen=x == chosen) for x in "abc"))
        assert [told(row) for row in options.rows] == [(role, x == chosen) for x in "abc"]


def test_segments_tell_what_they_are(qtbot: QtBot, theme: Theme) -> None:
    control = Segmented(theme, (("a", "A"), ("b", "B")), optional=True)
    qtbot.addWidget(control)
    for value in ("a", "b", ""):
        control.set_value(value)
        assert control.value == value
        roles = {told(segment)[0] for segment in control.findChildren(QWidget)}
        assert roles == {QAccessible.Role.RadioButton}


def test_a_double_click_leaves_a_segment_chosen(qtbot: QtBot, theme: Theme) -> None:
    control = Segmented(theme, (("a", "A"), ("b", "B")), optional=True)
    qtbot.addWidget(control)
    control.show()
    segment = control.findChildren(QRadioButton)[0]
    double_click(segment)
    assert control.value == "a"
    segment.click()
    assert control.value == ""
