"""The optional fitter of FSRS parameters: the package `fsrs-rs-python`, where it is installed."""

from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec

from certstudy.study.forgetting import Fitter, History

PACKAGE = "fsrs_rs_python"


def fitter() -> Fitter | None:
    """The fitter, None where the package is not installed."""
    return _fit if find_spec(PACKAGE) is not None else None


def _fit(histories: Sequence[History]) -> tuple[float, ...]:
    """The package wants, for every review on a later day, the history up to it."""
    package = import_module(PACKAGE)
    items = [
        package.FSRSItem([package.FSRSReview(rating, days) for rating, days in history[: end + 1]])
        for history in histories
        for end in range(1, len(history))
        if history[end][1] > 0
    ]
    found = package.FSRS(package.DEFAULT_PARAMETERS).compute_parameters(items)
    return tuple(round(value, 6) for value in found)
