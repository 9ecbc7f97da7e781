"""Commands over a small pack and a real record: what is counted, what is refused, and with which words."""

import json
import os
from pathlib import Path

import pytest

from certstudy.__main__ import main
from certstudy.app.places import find_places, make_folder
from certstudy.core.errors import ContentError, WorldError
from tests.bank.files import BREW, copy_of_brew, rewrite

NAME_TOO_LONG = "x" * 300


def certstudy(data: Path, *words: str, content: Path = BREW) -> int:
    return main([*words, "--data-dir", str(data), "--content", str(content)])


def test_objectives_of_an_older_outline_are_not_counted_as_met(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, data = copy_of_brew(tmp_path), tmp_path / "data"
    answers = tmp_path / "answers.txt"
    answers.write_text("a\n" * 40, encoding="utf-8")
    with answers.open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        assert certstudy(data, "practice", "-n", "12", "--mode", "unseen", content=pack) == 0
    capsys.readouterr()
    certstudy(data, "stats", "--json", content=pack)
    before = json.loads(capsys.readouterr().out)["objectives"]
    (pack / "questions" / "beans" / "beans.yaml").unlink()
    rewrite(pack / "syllabus.yaml", "id: beans.buying.storage", "id: beans.buying.keeping")
    certstudy(data, "stats", "--json", content=pack)
    after = json.loads(capsys.readouterr().out)["objectives"]
    assert (before, after) == ({"met": 12, "all": 12}, {"met": 11, "all": 12})


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--scope", "nope"], "no area, group or objective 'nope'"),
        (["--scope", "beans", "--scope", "brewing.expresso"], "brewing.espresso"),
        (["--mode", "flagged"], "No questions fit this choice."),
    ],
)
def test_practice_without_questions_says_why_beside_the_output(
    words: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert certstudy(tmp_path, "practice", *words) == 1
    out, err = capsys.readouterr()
    assert (out, told in err) == ("", True)


def test_a_mock_exam_is_as_long_as_the_outline_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copy_of_brew(tmp_path)
    rewrite(pack / "syllabus.yaml", "questions: {low: 10, high: 14}", "questions: {low: 8, high: 12}")
    assert certstudy(tmp_path / "data", "mock", "--json", content=pack) == 0
    assert json.loads(capsys.readouterr().out)["n"] == 12
    assert certstudy(tmp_path / "data", "mock", "--form", "half", "--json", content=pack) == 0
    assert 1 <= json.loads(capsys.readouterr().out)["n"] < 12


def test_a_pack_without_questions_gives_no_mock_exam(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copy_of_brew(tmp_path)
    for path in (pack / "questions").rglob("*.yaml"):
        path.unlink()
    assert certstudy(tmp_path / "data", "mock", content=pack) == 1
    assert capsys.readouterr().err.startswith("The content pack holds no questions.")


@pytest.mark.parametrize("words", [("~nosuchuser/x", None), (None, "~nosuchuser/x")])
def test_the_home_of_nobody_is_told(words: tuple[str | None, str | None]) -> None:
    pack, data = (Path(word) if word else None for word in words)
    with pytest.raises(WorldError, match="whom this machine does not know"):
        find_places(pack, data)


def test_a_name_that_is_too_long_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert certstudy(tmp_path / NAME_TOO_LONG, "plan") == 0
    assert certstudy(tmp_path / NAME_TOO_LONG, "stats") == 1
    assert "Choose another place" in capsys.readouterr().err
    with pytest.raises(ContentError, match="cannot be read"):
        find_places(tmp_path / NAME_TOO_LONG, tmp_path)
    with pytest.raises(WorldError):
        make_folder(tmp_path / NAME_TOO_LONG)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a folder that refuses looking")
def test_a_folder_that_may_not_be_looked_into_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = copy_of_brew(tmp_path)
    pack.chmod(0)
    try:
        assert certstudy(tmp_path / "data", "stats", content=pack) == 1
        assert main(["lint", str(pack), "--data-dir", str(tmp_path), "--content", str(BREW)]) == 1
    finally:
        pack.chmod(0o755)
    assert capsys.readouterr().err.count("cannot be read: Permission denied") == 2


def test_pictures_need_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert certstudy(tmp_path / "data", "screenshots", str(tmp_path / "file")) == 1
    assert capsys.readouterr().err.startswith("The folder for the pictures cannot be made")
