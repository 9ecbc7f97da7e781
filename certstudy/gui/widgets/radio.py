"""Radio buttons whose owner decides which of them is chosen."""

from PySide6.QtWidgets import QAbstractButton, QRadioButton


def set_chosen(button: QAbstractButton, chosen: bool) -> None:
    """Shows whether the button is chosen and leaves the others alone.

    Only an exclusive radio button says to a screen reader that it is one, but exclusive Qt would neither empty it nor
    keep its hands off the others.
    """
    if isinstance(button, QRadioButton):
        button.setAutoExclusive(False)
        button.setChecked(chosen)
        button.setAutoExclusive(True)
    else:
        button.setChecked(chosen)
