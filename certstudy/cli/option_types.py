"""What options with a form of their own look like; argparse tells what is wrong with them."""

from argparse import ArgumentTypeError
from collections.abc import Mapping
from datetime import date


def weights(text: str) -> Mapping[str, float]:
    """Weights of areas, as `area=w,area=w`."""
    found: dict[str, float] = {}
    for part in text.split(","):
        area, weight = _weight(part)
        if area in found:
            raise ArgumentTypeError(f"{area} has two weights")
        found[area] = weight
    if not sum(found.values()):
        raise ArgumentTypeError("no weight is above 0")
    return found


def bars(text: str) -> Mapping[str, float]:
    """The bars of a score report in per cent, as `area=P,area=P`; given back as shares."""
    found = {}
    for part in text.split(","):
        area, percent = _weight(part)
        if percent > 100:
            raise ArgumentTypeError(f"{percent:g} is above 100 %")
        found[area] = percent / 100
    return found


def day(text: str) -> int:
    """A date as YYYY-MM-DD; given back as its ordinal."""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no date (YYYY-MM-DD)") from None


def percent(text: str) -> float:
    """A number of per cent, 0 to 100; given back as a share."""
    value = float(text)
    if not 0 <= value <= 100:
        raise ArgumentTypeError(f"{text} is not between 0 and 100")
    return value / 100


def score(text: str) -> float:
    """A scaled score."""
    value = float(text)
    if not 0 <= value <= 100_000:
        raise ArgumentTypeError(f"{text} is no score")
    return value


def share(text: str) -> float:
    """A share between 0 and 1."""
    value = float(text)
    if not 0 < value <= 1:
        raise ArgumentTypeError(f"{text} is no share between 0 and 1")
    return value


def _weight(part: str) -> tuple[str, float]:
    area, _, value = part.rpartition("=")
    try:
        weight = float(value)
    except ValueError:
        weight = -1.0
    if not (area.strip() and 0 <= weight < 1e9):
        raise ArgumentTypeError(f"{part.strip()!r} is not area=weight")
    return area.strip(), weight
