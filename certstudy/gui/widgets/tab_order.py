"""The way of the Tab key through a screen whose parts are made when they are first wanted."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_through(screen: QWidget, *parts: QWidget) -> None:
    """From the screen on Tab goes through its parts in this order, and in each part as it was put together.

    A part named on its own after the one that holds it has its own place. Without this Qt has a widget that is made
    later come last in the window.
    """
    stops: dict[QWidget, None] = {}
    for stop in (stop for part in parts for stop in _stops(part)):
        stops.pop(stop, None)
        stops[stop] = None
    for before, after in pairwise((screen, *stops)):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> list[QWidget]:
    window = part.window()
    return [one for one in (part, *part.findChildren(QWidget)) if _takes_tab(one) and one.window() is window]


def _takes_tab(widget: QWidget) -> bool:
    tab = Qt.FocusPolicy.TabFocus.value
    return bool(widget.focusPolicy().value & tab) and widget.focusProxy() is None
