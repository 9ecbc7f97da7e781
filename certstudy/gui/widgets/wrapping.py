"""Widgets whose height follows from their width, as that of wrapped text does."""

from PySide6.QtWidgets import QSizePolicy, QWidget

Policy = QSizePolicy.Policy


def height_follows_width(
    widget: QWidget, across: Policy = Policy.Preferred, down: Policy = Policy.Preferred
) -> None:
    """Have layouts ask for `heightForWidth`; the policies say how far a widget may leave its size hint."""
    policy = QSizePolicy(across, down)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
