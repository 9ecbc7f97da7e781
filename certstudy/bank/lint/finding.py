"""What a rule says about a question, and what it may know besides the question itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from certstudy.bank.problem import Severity
from certstudy.bank.shapes import LintShape
from certstudy.bank.tree import Path
from certstudy.core.question import Question


@dataclass(frozen=True, slots=True)
class Finding:
    """A flaw at a part of a question, named by its path in the file."""

    severity: Severity
    code: str
    message: str
    path: Path = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class House:
    """The pack's own rules and beliefs, and the day on which a question is judged."""

    settings: LintShape
    beliefs: Mapping[str, str] = field(default_factory=dict)
    today: date = date.max


Rule = Callable[[Question, House], Iterable[Finding]]


def stops(code: str, message: str, path: Path = (), hint: str = "") -> Finding:
    """A flaw that must be mended."""
    return Finding(Severity.ERROR, code, message, path, hint)


def asks(code: str, message: str, path: Path = (), hint: str = "") -> Finding:
    """A flaw that needs a written excuse."""
    return Finding(Severity.WARNING, code, message, path, hint)
