"""The few things that move: ease-out values over a short time, none when motion is reduced."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

SEAT_FILL = 160
EDGE_GROW = 120
TOAST = 160


def glide(owner: QObject, milliseconds: int, step: Callable[[float], None]) -> QVariantAnimation | None:
    """Calls step with 0.0 to 1.0 over the time; at once with 1.0, and no animation, when the time is 0."""
    if milliseconds <= 0:
        step(1.0)
        return None
    animation = QVariantAnimation(owner)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.setDuration(milliseconds)
    animation.setEasingCurve(QEasingCurve.Type.OutCubic)
    animation.valueChanged.connect(step)
    animation.start(QVariantAnimation.DeletionPolicy.DeleteWhenStopped)
    return animation
