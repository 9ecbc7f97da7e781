"""Code that is shown can be read by a machine."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from certstudy.bank.lint.finding import Finding, House, stops
from certstudy.bank.tree import Path
from certstudy.bank.yaml_reader import PARSER
from certstudy.core.question import CodeExhibit, Exhibit, Question
from certstudy.core.tasks import Gaps, Task

YAML_LANGUAGES = frozenset(("yaml", "azure-pipelines", "github-workflow"))


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code as a learner sees it, gaps filled rightly; `broken` says that it is wrong on purpose."""

    path: Path
    name: str
    language: str
    code: str
    broken: bool = False


def snippets(exhibits: Sequence[Exhibit], task: Task | None = None) -> Iterator[Snippet]:
    """The code of exhibits and of a task with gaps."""
    for index, exhibit in enumerate(exhibits):
        if isinstance(exhibit, CodeExhibit):
            path: Path = ("exhibits", index)
            yield Snippet(path, exhibit.title, exhibit.language, exhibit.code, exhibit.broken)
    if isinstance(task, Gaps) and task.language:
        name = "the code with its gaps filled rightly"
        yield Snippet(("code", "text"), name, task.language, task.completed(task.model))


def broken_snippet(question: Question, _house: House) -> Iterator[Finding]:
    """YAML or JSON that does not parse, unless it is meant not to."""
    for snippet in snippets(question.exhibits, question.task):
        if not snippet.broken and (fault := parse_fault(snippet.code, snippet.language)):
            message = f"{snippet.name} is not valid {snippet.language}: {fault}"
            yield stops("broken-snippet", message, snippet.path, "Mark it `broken: true` if it is meant.")


def parse_fault(code: str, language: str) -> str:
    """Why YAML or JSON does not parse; empty if it does, or in another language."""
    if language in YAML_LANGUAGES:
        return _yaml_fault(code)
    return _json_fault(code) if language == "json" else ""


def _yaml_fault(code: str) -> str:
    try:
        for _ in yaml.parse(code, Loader=PARSER):
            pass
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark
        return f"{fault.problem} (line {mark.line + 1})" if mark else str(fault.problem)
    except yaml.YAMLError as fault:
        return str(fault)
    return ""


def _json_fault(code: str) -> str:
    """One value, or one value a line as logs have it."""
    try:
        json.loads(code, parse_constant=_refuse)
    except json.JSONDecodeError as fault:
        lines = [line for line in code.splitlines() if line.strip()]
        return "" if len(lines) > 1 and all(map(_is_json, lines)) else f"{fault.msg} (line {fault.lineno})"
    except ValueError as fault:
        return str(fault)
    return ""


def _is_json(text: str) -> bool:
    try:
        json.loads(text, parse_constant=_refuse)
    except ValueError:
        return False
    return True


def _refuse(constant: str) -> None:
    """NaN and the infinities, which Python reads and JSON has not."""
    raise ValueError(f"{constant} is no value of JSON")
