"""The documents at the root say what is so: links lead somewhere, commands and modules exist."""

import argparse
import re
from pathlib import Path

import pytest

from certstudy.cli.arguments import parser

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(ROOT.glob("*.md"))
# what is shown as code is no link of the document
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
LINK = re.compile(r"""\]\(([^)\s#]+)[^)]*\)|(?:src|srcset)="([^"]+)\"""")
MODULE = re.compile(r"`((?:app|gui|cli|present|study|bank|store|core)(?:/\w+)*(?:/\w+\.py)?)[`:]")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_inside_the_repository_lead_somewhere(path: Path) -> None:
    targets = [one or other for one, other in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8")))]
    assert not [target for target in targets if "://" not in target and not (ROOT / target).exists()]


def test_the_readme_lists_the_commands_there_are() -> None:
    table = re.findall(
        r"^\| `([\w-]+)[^|]*` \|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    actions = parser()._actions
    commands = next(action for action in actions if isinstance(action, argparse._SubParsersAction))
    assert sorted(table) == sorted(commands.choices)


def test_the_architecture_names_modules_there_are() -> None:
    named = MODULE.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert len(named) > 20
    assert not [name for name in named if not (ROOT / "certstudy" / name).exists()]
