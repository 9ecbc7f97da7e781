"""What options with a form of their own look like; argparse tells what is wrong with them."""

import math
from argparse import ArgumentTypeError
from collections.abc import Mapping
from datetime import date
from pathlib import Path

HIGHEST = 1e9
MOST = 100_000


def weights(text: str) -> Mapping[str, float]:
    """Weights of areas, as `area=w,area=w`."""
    found = _by_area(text, "a weight")
    if not sum(found.values()):
        raise ArgumentTypeError("no weight is above 0")
    return found


def bars(text: str) -> Mapping[str, float]:
    """The bars of a score report in per cent, as `area=P,area=P`; given back as shares."""
    found = _by_area(text, "per cent")
    above = next((f"{area}={value:g}" for area, value in found.items() if value > 100), None)
    if above is not None:
        raise ArgumentTypeError(f"{above} is above 100 %")
    return {area: value / 100 for area, value in found.items()}


def whole(text: str, what: str) -> int:
    """A whole number from 1 to a hundred thousand; `what` says what anything else is."""
    value = _number(text)
    if not (value.is_integer() and value >= 1):
        raise ArgumentTypeError(f"{text!r} is {what}")
    if value > MOST:
        raise ArgumentTypeError(f"{text} is more than {MOST}, the most that can be asked for")
    return int(value)


def place(text: str) -> Path:
    """The path of a file or folder."""
    if not text.strip():
        raise ArgumentTypeError("no path is named")
    return Path(text)


def day(text: str) -> int:
    """A date as YYYY-MM-DD; given back as its ordinal."""
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no date (YYYY-MM-DD)") from None


def percent(text: str) -> float:
    """A number of per cent, 0 to 100; given back as a share."""
    value = _number(text)
    if not 0 <= value <= 100:
        raise ArgumentTypeError(f"{text!r} is not between 0 and 100")
    return value / 100


def score(text: str) -> float:
    """A scaled score."""
    value = _number(text)
    if not 0 <= value <= 100_000:
        raise ArgumentTypeError(f"{text!r} is no score, such as 640")
    return value


def share(text: str) -> float:
    """A share between 0 and 1."""
    value = _number(text)
    if not 0 < value <= 1:
        raise ArgumentTypeError(f"{text!r} is no share between 0 and 1, such as 0.7")
    return value


def _by_area(text: str, what: str) -> dict[str, float]:
    """Numbers by area, as `area=number,area=number`; `what` names the number."""
    found: dict[str, float] = {}
    for part in text.split(","):
        area, _, number = (piece.strip() for piece in part.rpartition("="))
        if not area:
            raise ArgumentTypeError(f"{part.strip()!r} is not an area with {what}, such as name=20")
        value = _number(number)
        if not 0 <= value < HIGHEST:
            raise ArgumentTypeError(f"{number!r} for {area} is not {what}: a number from 0")
        if area in found:
            raise ArgumentTypeError(f"{area} stands there twice")
        found[area] = value
    return found


def _number(text: str) -> float:
    """The number a text says, NaN if it says none."""
    try:
        return float(text)
    except ValueError:
        return math.nan
