"""Several changes to a layout, laid out once."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def at_once(layout: QLayout) -> Iterator[None]:
    """Lay out at the end what is changed meanwhile; Qt would do so after every part that is shown or hidden."""
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.activate()
