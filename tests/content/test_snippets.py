"""Code that the packs show is right: documents fit the published schemas, JSON and Bicep parse, a shell reads it."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.lint.snippets import YAML_LANGUAGES, Snippet, parse_fault
from certstudy.bank.pack import read_pack
from tests.content.bicep import bicep_fault
from tests.content.listings import shown_code
from tests.content.schemas import UNDESCRIBED_TASKS, Schemas, whole_pipeline

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = sorted(path.parent for path in CONTENT.glob("*/syllabus.yaml"))

SHELLS = frozenset(("shell", "bash", "sh"))

Faults = Callable[[Snippet], list[str]]


@pytest.fixture(scope="module")
def schemas() -> Schemas:
    return Schemas()


@pytest.fixture(scope="module")
def shell() -> str:
    """A shell that reads a script without running it; empty where there is none."""
    found = shutil.which("bash") or ""
    # Windows may have the name without the program behind it
    return found if found and not _said_by(found, "true") else ""


@pytest.fixture(scope="module")
def faults(schemas: Schemas, shell: str) -> Faults:
    """What a program has against a snippet."""

    def found(snippet: Snippet) -> list[str]:
        if fault := parse_fault(snippet.code, snippet.language):
            return [fault]
        if snippet.language == "bicep":
            said = bicep_fault(snippet.code)
            return [said] if said else []
        if snippet.language in SHELLS:
            said = _said_by(shell, commands(snippet.code)) if shell else ""
            return [said] if said else []
        try:
            return schemas.faults(snippet.code, snippet.language)
        except yaml.YAMLError as fault:
            return [str(fault)]

    return found


@pytest.fixture(scope="module", params=PACKS, ids=lambda path: path.name)
def shown(request: pytest.FixtureRequest) -> list[tuple[str, Snippet]]:
    """Every snippet of a pack with the id of what shows it."""
    return list(shown_code(read_pack(read_files(pack_files(request.param)))))


def commands(code: str) -> str:
    """A script, or what was typed in a terminal beside what it answered."""
    typed = [line.removeprefix("$ ") for line in code.splitlines() if line.startswith("$ ")]
    return "\n".join(typed) if typed else code


def _said_by(shell: str, script: str) -> str:
    made = subprocess.run(
        [shell, "-n"], input=script, capture_output=True, text=True, encoding="utf-8", check=False
    )
    return made.stderr.strip() or ("refused" if made.returncode else "")


def test_code_that_is_shown_is_right(shown: list[tuple[str, Snippet]], faults: Faults) -> None:
    wrong = {
        f"{name}: {snippet.name}": found
        for name, snippet in shown
        if not snippet.broken and (found := faults(snippet))
    }
    assert wrong == {}


def test_code_that_is_wrong_on_purpose_is_wrong(
    shown: list[tuple[str, Snippet]], faults: Faults, shell: str
) -> None:
    checked = YAML_LANGUAGES | {"json", "bicep"} | (SHELLS if shell else frozenset())
    broken = [(name, snippet) for name, snippet in shown if snippet.broken and snippet.language in checked]
    assert [name for name, snippet in broken if not faults(snippet)] == []


BAD = {
    "a key of a job that does not exist": (
        "azure-pipelines",
        "jobs:\n- job: a\n  pools: {vmImage: ubuntu-24.04}\n  steps:\n  - script: make\n",
    ),
    "an input that the task does not have": (
        "azure-pipelines",
        "steps:\n- task: PublishTestResults@2\n  inputs: {testResultFormat: JUnit}\n",
    ),
    "an input with a value that is none of its choices": (
        "azure-pipelines",
        "steps:\n- task: PublishTestResults@2\n  inputs: {testResultsFormat: Surefire, testResultsFiles: '*.xml'}\n",
    ),
    "a number where the input wants true or false": (
        "azure-pipelines",
        "steps:\n- task: PublishTestResults@2\n"
        "  inputs: {testResultsFormat: JUnit, testResultsFiles: a.xml, mergeTestResults: 3}\n",
    ),
    "a task that nobody knows": ("azure-pipelines", "steps:\n- task: MakeCoffee@1\n"),
    "a wrong step behind a template expression": (
        "azure-pipelines",
        "steps:\n- ${{ if eq(1, 1) }}:\n  - scripts: make\n",
    ),
    "a wrong list of stages": ("azure-pipelines", "- stage: a\n  dependOn: b\n  jobs: []\n"),
    "a part twice": ("azure-pipelines", "steps:\n- script: a\nsteps:\n- script: b\n"),
    "a misspelt part of a pipeline": ("azure-pipelines", "trigers: [main]\n"),
    "a misspelt part of a workflow": ("github-workflow", "permision: read-all\n"),
    "a text": ("azure-pipelines", "make"),
    "a job that runs nowhere": ("github-workflow", "on: push\njobs:\n  a:\n    steps:\n    - run: make\n"),
    "a permission that does not exist": (
        "github-workflow",
        "on: push\npermissions: {id-tokens: write}\njobs:\n  a:\n    runs-on: x\n    steps:\n    - run: make\n",
    ),
    "a wrong step alone": ("github-workflow", "- runs: make\n"),
    "a wrong job alone": ("github-workflow", "build:\n  runs-on: x\n  step:\n  - run: make\n"),
    "updates without a schedule": (
        "yaml",
        "version: 2\nupdates:\n- package-ecosystem: npm\n  directory: /\n",
    ),
    "a form with a field of no kind": (
        "yaml",
        "name: a\ndescription: b\nbody:\n- type: textfield\n  attributes: {label: c}\n",
    ),
    "YAML that does not parse": ("yaml", "a: b: c"),
    "JSON that does not parse": ("json", '{"a": 1,}'),
    "a parameter without a type": ("bicep", "param location\n"),
    "a resource that is never closed": ("bicep", "resource a 'A/b@2024-01-01' = {\n  name: 'a'\n"),
    "a word that Bicep does not have": ("bicep", "resource a 'A/b@2024-01-01' present = {\n  name: 'a'\n}\n"),
}
GOOD = {
    "conditions and macros": (
        "azure-pipelines",
        "parameters:\n- {name: all, type: boolean}\nsteps:\n- ${{ if parameters.all }}:\n  - script: make\n"
        "- ${{ else }}:\n  - task: PublishTestResults@2\n"
        "    inputs: {testResultsFormat: $(format), testResultsFiles: a.xml, mergeTestResults: true}\n",
    ),
    "a name made of an expression": (
        "azure-pipelines",
        "jobs:\n- ${{ each engine in parameters.engines }}:\n  - job: test_${{ engine.name }}\n    steps: []\n",
    ),
    "part of a pipeline": ("azure-pipelines", "resources:\n  pipelines: []\nresources:\n  builds: []\n"),
    "a typed input": (
        "github-workflow",
        "on: {workflow_dispatch: {inputs: {all: {type: boolean, default: true}}}}\n"
        "jobs: {a: {runs-on: x, timeout-minutes: 5, steps: [{run: make}]}}\n",
    ),
    "part of a workflow": ("github-workflow", "concurrency: one\n"),
    "a job alone": ("github-workflow", "deploy:\n  uses: ./.github/workflows/x.yml\n"),
    "some YAML": ("yaml", "colour: brown\n"),
    "a loop in Bicep": (
        "bicep",
        "param names string[] = []\nmodule site 'site.bicep' = [for name in names: if (length(name) > 3) {\n"
        "  name: 'site-${name}'\n  params: {\n    name: name\n  }\n}]\n",
    ),
    "parameters of a Bicep file": ("bicep", "using 'main.bicep'\nparam location = 'westeurope'\n"),
}


def of(language: str, code: str) -> Snippet:
    return Snippet((), "sample", language, code)


@pytest.mark.parametrize("name", BAD)
def test_bad_code_is_refused(name: str, faults: Faults) -> None:
    assert faults(of(*BAD[name]))


@pytest.mark.parametrize("name", GOOD)
def test_good_code_is_let_through(name: str, faults: Faults) -> None:
    assert faults(of(*GOOD[name])) == []


def test_a_script_is_read_and_not_run(shell: str, faults: Faults, tmp_path: Path) -> None:
    if not shell:
        pytest.skip("there is no bash")
    mark = (tmp_path / "mark").as_posix()
    assert faults(of("shell", f"touch '{mark}'\nif true; then\n  echo x\n"))
    assert faults(of("shell", f"$ touch '{mark}'\n(an answer that is no command\n$ ls\n")) == []
    assert not Path(mark).exists()


MISSPELT = frozenset(("displayName", "dependsOn", "environment", "pool", "strategy", "steps", "inputs"))


def misspelt(node: Any) -> Iterator[Any]:
    """The tree with one key of a stage, job or step misspelt, for each such key."""
    if isinstance(node, list):
        for place, item in enumerate(node):
            yield from ([*node[:place], other, *node[place + 1 :]] for other in misspelt(item))
    elif isinstance(node, dict):
        for key in sorted(MISSPELT & set(node)):
            yield {(f"{name}x" if name == key else name): inner for name, inner in node.items()}
        for key in sorted({"stages", "jobs", "steps"} & set(node)):
            yield from ({**node, key: other} for other in misspelt(node[key]))


def test_a_misspelt_key_anywhere_in_the_packs_pipelines_is_refused(
    shown: list[tuple[str, Snippet]], faults: Faults
) -> None:
    """The gate bites on the very snippets that it lets through."""
    documents = [whole_pipeline(s.code) for _name, s in shown if s.language == "azure-pipelines"]
    # one in three tells as much in a third of the time
    spoilt = [other for document in documents for other in misspelt(document)][::3]
    passed = [other for other in spoilt if not faults(of("azure-pipelines", yaml.safe_dump(other)))]
    assert len(spoilt) > 20
    assert passed == []


def test_every_exception_is_needed(schemas: Schemas) -> None:
    """When this fails: the schema has learned of the task, and the exception can go."""
    bare = Schemas(undescribed=())
    for name in UNDESCRIBED_TASKS:
        step = f"steps:\n- task: {name}\n  inputs: {{something: else}}\n"
        assert bare.faults(step, "azure-pipelines"), name
        assert schemas.faults(step, "azure-pipelines") == []
