"""Lets a screen reader into the painted charts, and costs nothing where there is none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from certstudy.gui.widgets.plot import Plot

if TYPE_CHECKING:
    from certstudy.gui.widgets.plot_reader import MarkReader


def install_plot_readers() -> None:
    """Makes every chart of the application readable; once, before the window is made."""
    kept: list[MarkReader] = []

    def reader_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, Plot):
            return None
        from certstudy.gui.widgets.plot_reader import PlotReader  # noqa: PLC0415  # only once a reader asks

        return PlotReader(thing, kept)

    QAccessible.installFactory(reader_of)
