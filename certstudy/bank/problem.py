"""What is wrong with a pack's files: values with a place, gathered rather than raised."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error keeps a question out of the catalogue or a release; a warning wants an excuse."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a pack: its file with forward slashes, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """The place as editors and terminals make it clickable."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, why it matters and what to do; `question` is its id if it concerns one."""

    severity: Severity
    code: str
    message: str
    place: Place
    hint: str = ""
    question: str = ""

    def __str__(self) -> str:
        """The problem on one line."""
        return f"{self.place}: {self.severity}[{self.code}]: {self.message}"


def error(code: str, message: str, place: Place, hint: str = "", question: str = "") -> Problem:
    """A problem that must be mended."""
    return Problem(Severity.ERROR, code, message, place, hint, question)


def warning(code: str, message: str, place: Place, hint: str = "", question: str = "") -> Problem:
    """A problem that wants a look."""
    return Problem(Severity.WARNING, code, message, place, hint, question)
