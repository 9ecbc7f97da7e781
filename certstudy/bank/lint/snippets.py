"""Code that is shown can be read by a machine."""

import json
from collections.abc import Iterator

import yaml

from certstudy.bank.lint.finding import Finding, House, stops
from certstudy.bank.yaml_reader import PARSER
from certstudy.core.question import CodeExhibit, Question
from certstudy.core.tasks import Gaps

YAML_LANGUAGES = frozenset(("yaml", "azure-pipelines", "github-workflow"))


def broken_snippet(question: Question, _house: House) -> Iterator[Finding]:
    """An exhibit in YAML or JSON that does not parse, or code with gaps that does not once they are filled."""
    for index, exhibit in enumerate(question.exhibits):
        if isinstance(exhibit, CodeExhibit) and (fault := _fault(exhibit.code, exhibit.language)):
            message = f"{exhibit.title} is not valid {exhibit.language}: {fault}"
            yield stops("broken-snippet", message, ("exhibits", index))
    task = question.task
    if isinstance(task, Gaps) and (fault := _fault(task.completed(task.model), task.language)):
        message = f"with its gaps filled rightly the code is not valid {task.language}: {fault}"
        yield stops("broken-snippet", message, ("code", "text"))


def _fault(code: str, language: str) -> str:
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
        json.loads(code)
    except json.JSONDecodeError as fault:
        lines = [line for line in code.splitlines() if line.strip()]
        return "" if len(lines) > 1 and all(map(_is_json, lines)) else f"{fault.msg} (line {fault.lineno})"
    return ""


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except json.JSONDecodeError:
        return False
    return True
