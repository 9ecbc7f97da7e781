"""Git understands the commands that the packs show."""

import shutil
from pathlib import Path

import pytest

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.pack import read_pack
from tests.content.git_commands import Command, Scratch, commands

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = sorted(path.parent for path in CONTENT.glob("*/syllabus.yaml"))


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Scratch:
    git = shutil.which("git")
    if not git:
        pytest.skip("there is no Git")
    return Scratch(git, tmp_path_factory.mktemp("scratch"))


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_git_understands_every_command_that_is_shown(pack: Path, scratch: Scratch) -> None:
    shown = {command.words: command for command in commands(read_pack(read_files(pack_files(pack))))}
    assert len(shown) > 50
    assert {f"{c.where}: {c.text}": said for c in shown.values() if (said := scratch.refusal(c))} == {}


@pytest.mark.parametrize(
    "line",
    [
        "swich main",
        "log --firstparent",
        "stash peel",
        "clone --fitler=blob:none URL",
        "branch --containing main",
        "tag -q v3",
    ],
)
def test_a_command_that_git_does_not_know_is_refused(line: str, scratch: Scratch) -> None:
    assert scratch.refusal(Command("sample", ("git", *line.split())))


@pytest.mark.parametrize(
    "line", ["log --first-parent nowhere", "revert 5163e41f", "push -u origin away", "tag v7"]
)
def test_what_is_not_there_is_no_matter(line: str, scratch: Scratch) -> None:
    assert scratch.refusal(Command("sample", ("git", *line.split()))) == ""
