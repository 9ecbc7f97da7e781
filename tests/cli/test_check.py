"""`certstudy check`, `backup` and `restore` from the outside: what is printed, what is done, the exit code."""

import io
import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from certstudy.app.commands import workshop
from certstudy.app.places import Places
from certstudy.cli.arguments import parser
from certstudy.cli.run import run
from certstudy.store.lock import RECORD
from tests.read_only import read_only
from tests.store.learner import QUESTIONS, given, opened, practice


def certstudy(folder: Path, *words: str) -> int:
    """Run a command on the record in a folder, as the program itself would."""
    return run(workshop(Places(folder, folder, folder)), parser().parse_args(words))


def study(folder: Path, answers: int) -> None:
    """So many more answers in the folder's record."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for question in QUESTIONS[:answers]:
            store.ledger.record(given(sitting, question), 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A record of three answers."""
    study(tmp_path / "data", 3)
    return tmp_path / "data"


def read(capsys: pytest.CaptureFixture[str]) -> Any:
    """What was printed, as JSON."""
    return json.loads(capsys.readouterr().out)


def test_a_sound_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert certstudy(folder, "check") == 0
    out = capsys.readouterr().out
    assert out == "The record is sound: 3 answers.\n"
    assert certstudy(folder, "check", "--json") == 0
    values = read(capsys)
    assert (values["sound"], values["answers"], values["differing"]) == (True, 3, 0)


def test_totals_that_are_wrong_are_put_right(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alter(folder, "UPDATE day_total SET answers = 9")
    with closing(opened(folder)):
        assert certstudy(folder, "check") == 1
    assert "Close the window" in capsys.readouterr().out
    assert certstudy(folder, "check") == 0
    assert "1 total did not follow from the answers and was worked out anew." in capsys.readouterr().out
    assert certstudy(folder, "check", "--json") == 0
    assert read(capsys)["differing"] == 0


def test_altered_answers_name_the_backup(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert certstudy(folder, "backup", "--json") == 0
    file = read(capsys)["file"]
    alter(folder, "UPDATE answer SET points = 0 WHERE id = 2")
    assert certstudy(folder, "check") == 1
    out = capsys.readouterr().out
    assert "The answers of 1 session are not those that were stored." in out
    assert f'certstudy restore "{file}"' in out
    assert certstudy(folder, "check", "--json") == 1
    assert read(capsys)["altered_sittings"] == [1]


def test_a_damaged_file_is_told_on_stderr(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / RECORD).write_bytes(b"scratched")
    for command in (["check"], ["backup"]):
        assert certstudy(folder, *command) == 1
        said = capsys.readouterr()
        assert not said.out
        assert len(said.err.splitlines()) == 3
        assert "There is no sound backup" in said.err


def test_a_backup_and_back(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "stick" / "record.db"
    with closing(opened(folder)):
        assert certstudy(folder, "backup", str(file)) == 0
    assert str(file) in capsys.readouterr().out
    study(folder, 2)
    assert certstudy(folder, "restore", str(file)) == 0
    out = capsys.readouterr().out
    assert "The record is back with 3 answers" in out
    kept = out.splitlines()[1].removeprefix("What was there before is kept: ")
    assert f'certstudy restore "{kept}"' in out
    assert certstudy(folder, "restore", kept, "--json") == 0
    assert read(capsys)["answers"] == 5


def test_a_restore_beside_an_open_window_is_refused(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    certstudy(folder, "backup", str(tmp_path / "copy.db"))
    capsys.readouterr()
    with closing(opened(folder)):
        assert certstudy(folder, "restore", str(tmp_path / "copy.db")) == 1
    assert "already open in another window" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing.db", "letter.txt"])
def test_what_is_no_backup_is_refused(
    folder: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ada", encoding="utf-8")
    assert certstudy(folder, "restore", str(tmp_path / name)) == 1
    assert name in capsys.readouterr().err
    assert certstudy(folder, "check", "--json") == 0
    assert read(capsys)["answers"] == 3


def alter(folder: Path, statement: str) -> None:
    """Change a record behind the program's back."""
    with closing(sqlite3.connect(folder / RECORD)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.skipif(sys.platform == "win32", reason="folders there take writes")
def test_in_a_folder_that_takes_no_writes_a_check_reads(capsys: pytest.CaptureFixture[str]) -> None:
    with read_only(lambda folder: study(folder, 3)) as folder:
        assert certstudy(folder, "check") == 0
    said = capsys.readouterr()
    assert said.out == "The record is sound: 3 answers.\n"
    assert "takes no writes" in said.err


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        """At a terminal."""
        return True


@pytest.mark.parametrize(
    ("typed", "words", "left"),
    [("n\n", (), 5), ("", (), 5), ("y\n", (), 3), ("", ("--yes",), 3), ("", ("--json",), 3)],
)
def test_at_a_terminal_a_restore_asks_first(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
    words: tuple[str, ...],
    left: int,
) -> None:
    file = tmp_path / "copy.db"
    certstudy(folder, "backup", str(file))
    study(folder, 2)
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    assert certstudy(folder, "restore", str(file), *words) == (0 if left == 3 else 1)
    with closing(opened(folder)) as store:
        assert store.check().answers == left
