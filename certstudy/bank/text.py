"""Bytes of a file to text: strict UTF-8 without characters that hide or reorder what a reader sees."""

import re
import unicodedata

from certstudy.bank.problem import Place, Problem, error

# line and column separators that YAML would take for line breaks, control characters, bidi controls, zero widths
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)


def decoded(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a file and what is wrong with its characters; empty text when it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        column = fault.start - data.rfind(b"\n", 0, fault.start)
        message = f"the byte 0x{data[fault.start]:02x} is not UTF-8"
        return "", [error("encoding", message, Place(file, line, column), "Save the file as UTF-8.")]
    return text, hidden_characters(text, file)


def hidden_characters(text: str, file: str, limit: int = 20) -> list[Problem]:
    """Each control, bidi or zero-width character, up to a limit."""
    if text.isascii() and text.isprintable():
        return []
    problems = []
    for match in HIDDEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        problems.append(hidden_character(match.group(), Place(file, line, column)))
        if len(problems) == limit:
            break
    return problems


def hidden_character(char: str, place: Place) -> Problem:
    """The problem of one character that cannot be seen."""
    name = unicodedata.name(char, "a control character")
    message = f"U+{ord(char):04X} ({name.lower()}) cannot be seen and may mislead"
    return error("hidden-character", message, place, "Remove it.")
