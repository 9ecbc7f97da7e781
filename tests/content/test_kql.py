"""Kusto's own parser reads the queries that the packs show; it is a package of Node.js, which a machine may lack."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.pack import read_pack
from tests.content.listings import shown_code

PACK = Path(__file__).resolve().parents[2] / "content" / "az-400"
FOLDER = Path(__file__).resolve().parent / "kql"


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if not found or not (FOLDER / "node_modules").is_dir():
        pytest.skip("needs Node.js and `npm ci --prefix tests/content/kql`")
    return found


def faults(node: str, *queries: str) -> list[list[str]]:
    """What the parser has against each query."""
    said = subprocess.run(
        [node, "faults.cjs"],
        cwd=FOLDER,
        input=json.dumps(queries),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    found: list[list[str]] = json.loads(said.stdout)
    return found


def test_every_query_that_is_shown_can_be_read(node: str) -> None:
    shown = [
        (name, s) for name, s in shown_code(read_pack(read_files(pack_files(PACK)))) if s.language == "kusto"
    ]
    found = faults(node, *(snippet.code for _name, snippet in shown))
    assert len(shown) > 10
    assert {
        name: said for (name, snippet), said in zip(shown, found, strict=True) if bool(said) != snippet.broken
    } == {}


def test_queries_that_are_wrong_are_refused(node: str) -> None:
    wrong = (
        "AppRequests | were Success",
        "AppRequests | summarize count( by bin(TimeGenerated, 1h)",
        "AppRequests | where x ==",
    )
    assert [said for said in faults(node, *wrong) if not said] == []
