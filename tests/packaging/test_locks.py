"""The locks: no address in them, every package with hashes, every name of pyproject.toml pinned as it asks."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, Version]:
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    return {canonicalize_name(found["name"]): Version(found["version"]) for found in ENTRY.finditer(text)}


def group(name: str) -> list[Requirement]:
    """A dependency group with the groups it includes."""
    asked: list[Requirement] = []
    entries: list[Any] = PROJECT["dependency-groups"][name]
    for entry in entries:
        asked += [Requirement(entry)] if isinstance(entry, str) else group(entry["include-group"])
    return asked


RUN = [Requirement(text) for text in PROJECT["project"]["dependencies"]]
ASKED = {
    "run.txt": RUN,
    "test.txt": RUN + group("test"),
    "dev.txt": RUN + group("dev"),
    "release.txt": group("release"),
}


def test_every_lock_is_known() -> None:
    assert [path.name for path in LOCKS] == sorted(ASKED)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(
        r"^\s*(--|-)(index-url|extra-index-url|find-links|trusted-host|i |f )", text, re.MULTILINE
    )
    assert " @ " not in text


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_package_of_a_lock_has_a_hash(path: Path) -> None:
    blocks = re.split(r"^(?=[A-Za-z0-9])", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    packages = [block for block in blocks if ENTRY.match(block)]
    assert len(packages) == len(pins(path.name)) > 0
    assert not [block.splitlines()[0] for block in packages if "--hash=sha256:" not in block]


@pytest.mark.parametrize("lock", sorted(ASKED))
def test_a_lock_pins_what_the_project_asks_for(lock: str) -> None:
    pinned = pins(lock)
    wrong = [
        str(asked)
        for asked in ASKED[lock]
        if (have := pinned.get(canonicalize_name(asked.name))) is None or have not in asked.specifier
    ]
    assert not wrong


@pytest.mark.parametrize(("smaller", "larger"), [("run.txt", "test.txt"), ("test.txt", "dev.txt")])
def test_the_locks_agree(smaller: str, larger: str) -> None:
    """One environment holds them all, so installing one must never move what another pinned."""
    assert pins(smaller).items() <= pins(larger).items()
