"""A file of a pack as a tree: bytes, characters and YAML checked, with a mapping at the top."""

from dataclasses import dataclass

from certstudy.bank.folder import LARGEST_FILE
from certstudy.bank.problem import Place, Problem, error
from certstudy.bank.text import decoded
from certstudy.bank.tree import Map
from certstudy.bank.yaml_reader import read


@dataclass(frozen=True, slots=True)
class Source:
    """A file's mapping and what was wrong before its meaning was looked at; no mapping if it cannot be used."""

    file: str
    root: Map | None
    problems: list[Problem]


def opened(data: bytes, file: str) -> Source:
    """Read a file's bytes."""
    if len(data) > LARGEST_FILE:
        message = f"the file is larger than {LARGEST_FILE // 1_000_000} MB"
        return Source(file, None, [error("too-large", message, Place(file), "Split it.")])
    text, problems = decoded(data, file)
    if problems:
        return Source(file, None, problems)
    document = read(text, file)
    if isinstance(document.root, Map):
        return Source(file, document.root, document.problems)
    if not document.problems:
        message = "the file is empty" if document.root is None else "the file does not hold a mapping"
        document.problems.append(error("shape", message, Place(file)))
    return Source(file, None, document.problems)
