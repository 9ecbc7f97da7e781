"""What a pack asks of its questions beyond the rules for all: `lint.yaml` beside its syllabus."""

from certstudy.bank.conform import conform
from certstudy.bank.document import opened
from certstudy.bank.problem import Problem
from certstudy.bank.shapes import LintShape

SETTINGS = "lint.yaml"


def read_settings(data: bytes) -> tuple[LintShape, list[Problem]]:
    """The pack's settings; none beyond the defaults if the file is broken."""
    source = opened(data, SETTINGS)
    if source.root is None:
        return LintShape(), source.problems
    settings = conform(source.root, LintShape, SETTINGS)
    if isinstance(settings, list):
        return LintShape(), source.problems + settings
    return settings, source.problems
