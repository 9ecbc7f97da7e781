"""The beliefs that make wrong options tempting: a mapping of slugs to one sentence each."""

from collections.abc import Mapping

from certstudy.bank.conform import conform
from certstudy.bank.document import opened
from certstudy.bank.problem import Problem
from certstudy.bank.shapes import Misconceptions


def read_misconceptions(data: bytes, file: str) -> tuple[Mapping[str, str], list[Problem]]:
    """The beliefs by slug; none if the file is broken."""
    source = opened(data, file)
    if source.root is None:
        return {}, source.problems
    beliefs = conform(source.root, Misconceptions, file)
    return ({}, source.problems + beliefs) if isinstance(beliefs, list) else (beliefs, source.problems)
