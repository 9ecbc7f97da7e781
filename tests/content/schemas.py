"""Published schemas of pipelines, workflows and the like, as check-jsonschema ships them, and how snippets meet them.

Microsoft's schema of Azure Pipelines describes what its editor sees: every scalar is a text, yet some inputs of tasks
ask for a boolean or a number; macros are not known; some tasks are missing. `pipelines()` mends just that. Template
expressions are resolved in the document. What is only a part of a document is completed first.
"""

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

import yaml
from jsonschema import Draft7Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

VENDORED = files("check_jsonschema.builtin_schemas") / "vendor"

UNDESCRIBED_TASKS: Final = {
    "AdvancedSecurity-Codeql-Init@1": "comes with GitHub Advanced Security for Azure DevOps",
    "AdvancedSecurity-Codeql-Autobuild@1": "comes with GitHub Advanced Security for Azure DevOps",
    "AdvancedSecurity-Codeql-Analyze@1": "comes with GitHub Advanced Security for Azure DevOps",
    "AdvancedSecurity-Dependency-Scanning@1": "comes with GitHub Advanced Security for Azure DevOps",
    "AdvancedSecurity-Publish@1": "comes with GitHub Advanced Security for Azure DevOps",
    "BicepDeploy@0": "an extension by Microsoft",
    "MicrosoftSecurityDevOps@1": "an extension by Microsoft",
    "PublishCodeCoverageResults@2": "the schema names it and knows no inputs",
    "UseNode@1": "the schema names it and knows no inputs",
}
"""Tasks of the documentation that the schema does not describe, and why; their inputs go unchecked."""

_MACRO = r"^\$[(\[{].*[)\]}]$"
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}")
_WHOLE_EXPRESSION = re.compile(r"^\$\{\{((?!\}\}).)*\}\}$")

# the parts of a pipeline that do something, and what a list of them begins with
_LISTS = {"stages": {"stage"}, "jobs": {"job", "deployment"}}
_JOB = {"runs-on": "ubuntu-latest", "steps": [{"run": "make"}]}
_WORK = {"stages", "jobs", "steps", "extends"}


class Texts(yaml.BaseLoader):
    """YAML whose scalars are all texts; a repeated key is refused as the services do."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """The mapping; yaml.constructor.ConstructorError if a key stands there twice."""
        names = [key.value for key, _value in node.value if isinstance(key, yaml.ScalarNode)]
        for name in names:
            if names.count(name) > 1:
                message = f"the key {name!r} stands there twice"
                raise yaml.constructor.ConstructorError(None, None, message, node.start_mark)
        return super().construct_mapping(node, deep)


class Values(Texts):
    """YAML 1.2 as GitHub reads it: `on` is a text."""


_PLAIN: Final[tuple[tuple[str, str, list[str], Callable[[str], Any]], ...]] = (
    ("bool", "true|false", ["t", "f"], lambda text: text == "true"),
    ("int", "[-+]?[0-9]+", list("-+0123456789"), int),
    ("float", r"[-+]?[0-9]+\.[0-9]+", list("-+0123456789"), float),
    ("null", "null|~|", ["n", "~", ""], lambda _text: None),
)


def _teach(tag: str, pattern: str, first: list[str], value: Callable[[str], Any]) -> None:
    def made(loader: yaml.BaseLoader, node: yaml.ScalarNode) -> Any:
        return value(loader.construct_scalar(node))

    name = f"tag:yaml.org,2002:{tag}"
    Values.add_implicit_resolver(name, re.compile(f"^(?:{pattern})$"), first)
    Values.add_constructor(name, made)


for _kind in _PLAIN:
    _teach(*_kind)


class Schemas:
    """The schemas, each read when first asked for."""

    def __init__(self, undescribed: Collection[str] = UNDESCRIBED_TASKS) -> None:
        """Begin with none; `undescribed` are tasks to let pass."""
        self._undescribed = undescribed
        self._held: dict[str, Validator] = {}

    def faults(self, code: str, language: str) -> list[str]:
        """What a schema has against code that is a whole document; the code must parse."""
        match language:
            case "azure-pipelines":
                return self._judged("azure-pipelines", whole_pipeline(code))
            case "github-workflow":
                return self._judged("github-workflows", whole_workflow(code))
            case "yaml":
                return self._other(code)
        return []

    def _other(self, code: str) -> list[str]:
        document = yaml.load(code, Values)
        keys = set(document) if isinstance(document, dict) else set()
        if {"version", "updates"} <= keys:
            return self._judged("dependabot", document)
        if {"name", "description", "body"} <= keys:
            return self._judged("github-issue-forms", document)
        return []

    def _judged(self, name: str, document: Any) -> list[str]:
        if name not in self._held:
            schema = json.loads((VENDORED / f"{name}.json").read_text(encoding="utf-8"))
            if name == "azure-pipelines":
                schema = pipelines(schema, self._undescribed)
            self._held[name] = validator_for(schema, Draft7Validator)(schema)
        return [_told(error) for error in self._held[name].iter_errors(document)]


def pipelines(schema: Mapping[str, Any], undescribed: Collection[str]) -> dict[str, Any]:
    """Microsoft's schema with inputs as texts, macros for choices, and the tasks it does not describe."""
    mended: dict[str, Any] = _as_texts(schema)
    task = mended["definitions"]["task"]
    names = {"enum": list(undescribed)}
    task["properties"]["task"]["anyOf"].append(names)
    task["anyOf"].append({"properties": {"task": names, "inputs": {"type": "object"}}, "required": ["task"]})
    return mended


def _as_texts(part: Any, in_inputs: bool = False) -> Any:
    if isinstance(part, list):
        return [_as_texts(inner, in_inputs) for inner in part]
    if not isinstance(part, dict):
        return part
    match part.get("type"):
        case "boolean":
            return {"type": "string", "pattern": f"^(true|false)$|{_MACRO}"}
        case "integer":
            return {"type": "string", "pattern": rf"^\d+$|{_MACRO}"}
    mended = {name: _as_texts(inner, in_inputs or name == "inputs") for name, inner in part.items()}
    if in_inputs and "enum" in mended:
        return {"anyOf": [mended, {"type": "string", "pattern": _MACRO}]}
    return mended


def whole_pipeline(code: str) -> Any:
    """The pipeline with its template expressions resolved; a part of one is given what it lacks."""
    document = _spliced(yaml.load(code, yaml.BaseLoader))
    if isinstance(document, list):
        first = set(document[0]) if document and isinstance(document[0], dict) else set()
        part = next((part for part, opening in _LISTS.items() if opening & first), "steps")
        return {part: document}
    if isinstance(document, dict) and not _WORK & set(document):
        # several variants of a part may stand below each other
        return {**document, "steps": [{"script": "make"}]}
    return _spliced(yaml.load(code, Texts))


def _spliced(node: Any) -> Any:
    """The tree with the content of `${{ if }}` and `${{ each }}` where the expression stands, and values for others."""
    if isinstance(node, list):
        return [inner for item in node for inner in _items(item)]
    if isinstance(node, dict):
        return dict(pair for key, value in node.items() for pair in _pairs(key, value))
    # a name may be made up; a whole value may be of any kind
    return node if _WHOLE_EXPRESSION.match(node) else _EXPRESSION.sub("x", node)


def _items(item: Any) -> Iterator[Any]:
    if isinstance(item, dict) and len(item) == 1 and _WHOLE_EXPRESSION.match(next(iter(item))):
        inner = _spliced(next(iter(item.values())))
        yield from inner if isinstance(inner, list) else [inner]
    else:
        yield _spliced(item)


def _pairs(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    inner = _spliced(value)
    if _WHOLE_EXPRESSION.match(key) and isinstance(inner, dict):
        yield from inner.items()
    else:
        yield key, inner


def whole_workflow(code: str) -> Any:
    """The workflow; a part of one, jobs or steps are given what they lack."""
    document = yaml.load(code, Values)
    if isinstance(document, list):
        return {"on": "push", "jobs": {"job": _JOB | {"steps": document}}}
    if not isinstance(document, dict):
        return document
    if all(isinstance(job, dict) and {"runs-on", "uses"} & set(job) for job in document.values()):
        return {"on": "push", "jobs": document}
    return {"on": "push", "jobs": {"job": _JOB}} | document


def _told(error: ValidationError) -> str:
    """The fault that lies deepest, because the outermost says only that no alternative fits."""
    deepest = max(_leaves(error), key=lambda leaf: len(leaf.absolute_path))
    return f"{'.'.join(map(str, deepest.absolute_path))}: {deepest.message[:200]}"


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    if not error.context:
        yield error
    for inner in error.context or ():
        yield from _leaves(inner)
