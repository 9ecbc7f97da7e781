"""Packs for tests: the small one of an invented exam, copied so that a test may change it."""

import shutil
from pathlib import Path

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.pack import read_outline
from certstudy.core.syllabus import Syllabus

PACKS = Path(__file__).resolve().parents[1] / "packs"
BREW = PACKS / "brew-1"

HEAD = """\
schema: certstudy.bank/1
bank: sample
exam: brew-1
title: Sample
license: CC0-1.0
defaults: {difficulty: 2}
"""


def brew_syllabus() -> Syllabus:
    """The outline of the small pack."""
    return read_outline(read_files(pack_files(BREW)))[0]


def copy_of_brew(folder: Path) -> Path:
    """A pack that a test may change."""
    return Path(shutil.copytree(BREW, folder / "brew-1"))


def rewrite(path: Path, old: str, new: str) -> None:
    """Change a text that must stand in the file exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
