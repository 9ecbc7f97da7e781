"""Painting that a fault broke off is brought to its end: Qt crashes where a painter outlives what it paints on."""

import traceback
from types import TracebackType

from PySide6.QtGui import QPainter
from shiboken6 import Shiboken


def end_painting(trace: TracebackType | None) -> None:
    """End the painters that the broken calls had begun, the innermost first; those that Qt lent stay Qt's."""
    for frame, _line in reversed(list(traceback.walk_tb(trace))):
        for found in frame.f_locals.values():
            if isinstance(found, QPainter) and Shiboken.createdByPython(found) and found.isActive():
                found.end()
