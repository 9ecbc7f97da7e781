"""The look lives in the theme, foreign text is never markup, and nothing runs what it should only read."""

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "certstudy"
THEME = PACKAGE / "gui" / "theme"
SOURCES = tuple(sorted(PACKAGE.rglob("*.py")))
GUI = tuple(path for path in SOURCES if PACKAGE / "gui" in path.parents and THEME not in path.parents)
LABELS = {"gui/widgets/label.py", "gui/question/picture_view.py", "gui/question/prose.py", "gui/mock/ink.py"}
HEX = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{2})?)?\b")
FACE = re.compile(r"\b(?:Inter|JetBrains|Arial|Segoe|Courier|Helvetica)\b")
FONT_SIZES = {"setPixelSize", "setPointSize", "setPointSizeF", "setFamily", "setFamilies", "QFontDatabase"}
RUNS = {
    "eval", "exec", "__import__", "os.system", "yaml.load", "yaml.unsafe_load", "yaml.full_load", "pickle.load",
    "pickle.loads", "marshal.loads",
}  # fmt: skip


@cache
def _tree(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _strings(path: Path) -> Iterator[str]:
    """The string constants that are no docstrings."""
    told = {id(node.value) for node in _tree(path) if isinstance(node, ast.Expr)}
    for node in _tree(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


def _calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in _tree(path) if isinstance(node, ast.Call))


def _called(path: Path) -> set[str]:
    """The dotted names of everything called."""
    return {ast.unparse(call.func) for call in _calls(path)}


def _names(path: Path) -> set[str]:
    """Every name that is used, whether bare, as an attribute or imported."""
    found: set[str] = set()
    for node in _tree(path):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            found |= {part for alias in node.names for part in alias.name.split(".")}
            found |= set((node.module or "").split(".")) if isinstance(node, ast.ImportFrom) else set()
    return found


def _using(paths: Iterable[Path], names: set[str]) -> list[tuple[str, set[str]]]:
    rows = ((_name(path), _names(path) & names) for path in paths)
    return [(path, found) for path, found in rows if found]


def test_there_is_something_to_look_at() -> None:
    assert len(GUI) > 50
    assert _using([THEME / "tokens.py"], {"QColor"})
    assert any(HEX.search(text) for text in _strings(THEME / "tokens.py"))


@pytest.mark.parametrize("pattern", [HEX, FACE], ids=["colour", "face"])
def test_no_colour_and_no_face_outside_the_theme(pattern: re.Pattern[str]) -> None:
    assert not [(_name(path), text) for path in GUI for text in _strings(path) if pattern.search(text)]


def test_no_font_is_made_or_sized_outside_the_theme() -> None:
    assert not _using(GUI, FONT_SIZES)
    assert not [_name(path) for path in GUI if "QFont" in _called(path)]


def test_no_colour_is_mixed_from_numbers_outside_the_theme() -> None:
    made = [
        (_name(path), ast.unparse(call))
        for path in GUI
        for call in _calls(path)
        if ast.unparse(call.func).startswith("QColor") and any(isinstance(a, ast.Constant) for a in call.args)
    ]
    assert not made


def test_a_label_is_only_made_as_one_of_ours() -> None:
    """A bare QLabel or QMessageBox guesses whether its text is markup."""
    assert not [_name(path) for path in SOURCES if "QLabel" in _called(path)]
    assert not _using(SOURCES, {"QMessageBox", "AutoText", "MarkdownText", "setMarkdown"})
    assert {path for path, _names in _using(SOURCES, {"QLabel"})} <= LABELS


@pytest.mark.parametrize("name", ["gui/widgets/label.py", "gui/mock/ink.py"])
def test_a_label_says_what_its_text_is(name: str) -> None:
    assert "setTextFormat" in _names(PACKAGE / name)


def test_nothing_runs_what_it_reads() -> None:
    assert not [(_name(path), found) for path in SOURCES if (found := _called(path) & RUNS)]
    assert not _using(SOURCES, {"pickle", "marshal", "shelve", "extractall", "UnsafeLoader", "FullLoader"})


def test_no_shell() -> None:
    shells = [
        _name(path)
        for path in SOURCES
        for call in _calls(path)
        if any(word.arg == "shell" for word in call.keywords)
    ]
    assert not shells


def test_links_leave_by_one_door() -> None:
    doors = {"QDesktopServices", "webbrowser", "setOpenExternalLinks", "setOpenLinks"}
    assert [path for path, _names in _using(SOURCES, doors)] == ["gui/links.py"]


def test_a_databases_address_is_built_not_spelled() -> None:
    """A path inside an address breaks at the first question mark or per cent sign."""
    assert not [_name(path) for path in SOURCES if any(t.startswith("sqlite:") for t in _strings(path))]


def test_text_files_name_their_encoding() -> None:
    bare = [
        (_name(path), ast.unparse(call))
        for path in SOURCES
        for call in _calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("read_text", "write_text")
        if not any(word.arg == "encoding" for word in call.keywords)
    ]
    assert not bare
