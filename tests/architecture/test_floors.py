"""The floors hold: imports go down only, each outside library stays in its room, the package knows no exam."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "certstudy"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def test_import_contracts() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    result = subprocess.run([*command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_package_knows_no_exam(path: Path) -> None:
    """AZ-400 is a pack; code that names it would be wrong for the next one."""
    found = re.findall(r"AZ-?400|Azure DevOps|\"pipelines\"|'pipelines'", _code_only(path))
    assert not found


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_drawer_for_odds_and_ends() -> None:
    names = {part for path in SOURCES for part in path.relative_to(PACKAGE).with_suffix("").parts}
    assert not names & {"utils", "util", "helpers", "helper", "manager", "common", "misc"}


def test_tests_do_not_mock() -> None:
    mocking = re.compile(r"^\s*(from|import)\s+unittest\.mock|\bMagicMock\(", re.MULTILINE)
    tests = [p for p in (ROOT / "tests").rglob("*.py") if p != Path(__file__).resolve()]
    assert not [str(p) for p in tests if mocking.search(p.read_text(encoding="utf-8"))]


def test_the_package_without_a_window_loads_no_qt() -> None:
    rooms = ["core", "bank", "store", "study", "present", "cli"]
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in SOURCES
        if path.relative_to(PACKAGE).parts[0] in rooms and path.name != "__init__.py"
    ]
    script = f"import sys, importlib\nfor m in {modules!r}: importlib.import_module(m)\n"
    script += "assert not any(m.startswith('PySide6') for m in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def _code_only(path: Path) -> str:
    """The source without its docstrings and comments, which may cite the exam as an example."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(value=None)
    return ast.unparse(tree)
