"""How slow work tells how far it is and hears that nobody wants it any more."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do."""

Stop = Callable[[], bool]
"""Asked now and then whether to give up."""


class StoppedError(Exception):
    """Whoever asked for the work no longer wants it."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


def never_stop() -> bool:
    """Work to the end."""
    return False
