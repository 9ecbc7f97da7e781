"""Lets a screen reader into the painted charts, and costs nothing where there is none."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface

from certstudy.gui.widgets.plot import Plot


def install_plot_readers() -> None:
    """Makes every chart of the application readable; once, before the window is made."""
    QAccessible.installFactory(_reader_of)


def _reader_of(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, Plot):
        return None
    from certstudy.gui.widgets.plot_reader import PlotReader  # noqa: PLC0415  # only once a reader asks

    return PlotReader(thing)
