"""Plain scalars by the core schema of YAML 1.2: `on`, `no`, dates and times stay text, 010 is ten."""

import re

Scalar = str | int | float | bool | None

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
TRUES = frozenset(("true", "True", "TRUE"))
FALSES = frozenset(("false", "False", "FALSE"))
# every other plain scalar starts with a character that none of these does
FIRST = frozenset("0123456789+-.~nNtTfF")

_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEX = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITY = re.compile(r"[-+]?\.(inf|Inf|INF)")
_NAN = frozenset((".nan", ".NaN", ".NAN"))

LONGEST_NUMBER = 40


def plain(text: str) -> Scalar:
    """The value of an unquoted scalar; ValueError for a number of absurd length."""
    if text in NULLS:
        return None
    if text[0] not in FIRST:
        return text
    if text in TRUES:
        return True
    if text in FALSES:
        return False
    return _number(text)


def _number(text: str) -> Scalar:
    if not (_INTEGER.fullmatch(text) or _FLOAT.fullmatch(text)):
        return _unusual(text)
    if len(text) > LONGEST_NUMBER:
        raise ValueError(f"a number of {len(text)} characters")
    return int(text) if _INTEGER.fullmatch(text) else float(text)


def _unusual(text: str) -> Scalar:
    if len(text) <= LONGEST_NUMBER:
        if _OCTAL.fullmatch(text):
            return int(text[2:], 8)
        if _HEX.fullmatch(text):
            return int(text[2:], 16)
    if _INFINITY.fullmatch(text):
        return float(text.replace(".", "").lower())
    return float("nan") if text in _NAN else text
