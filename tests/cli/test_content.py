"""`certstudy lint` and `certstudy schema` from the outside: what is printed, for whom, and the exit code."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Never

import pytest

from certstudy.bank.schema import SCHEMAS, schema_text
from certstudy.cli import content
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import ContentError
from tests.bank.files import BREW, copy_of_brew, rewrite
from tests.faults.hostile.archives import packed, sound


def unused(*_: object) -> Never:
    raise AssertionError("lint and schema need neither record nor pictures")


def workshop(pack: Path) -> Workshop:
    return Workshop(
        content=pack,
        data=pack,
        catalog=unused,
        desk=lambda: nullcontext(unused()),
        pictures=unused,
    )


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    pack = copy_of_brew(tmp_path)
    beans = pack / "questions" / "beans" / "beans.yaml"
    rewrite(beans, 'explanation: "Fresh beans', 'hint: "Fresh beans')
    rewrite(beans, "What should you change first?", "What should you not change first?")
    return pack


def test_a_sound_pack_prints_its_figures_and_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert content.lint(workshop(BREW), None, as_json=False) == 0
    out = capsys.readouterr().out
    assert "Solved by cues alone" in out
    assert "20–30 %" in out
    assert out.endswith("0 errors, 0 warnings, 0 figures missed.\n")


def test_problems_are_printed_with_place_rule_and_hint(
    spoilt: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert content.lint(workshop(BREW), spoilt, as_json=False) == 1
    out = capsys.readouterr().out
    assert f"{spoilt.resolve().as_posix()}/questions/beans/beans.yaml:16:11" in out
    assert "negative-question" in out
    assert "Ask for what does hold." in out
    assert "2 errors, 0 warnings, 0 figures missed." in out


def test_what_falls_short_of_an_aim_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = copy_of_brew(tmp_path)
    with (pack / "lint.yaml").open("a", encoding="utf-8") as settings:
        settings.write(
            "aims: {least_questions: 13, least_per_objective: 2, kinds: {hotspot: {low: 5, high: 9}}}\n"
        )
    assert content.lint(workshop(pack), None, as_json=False) == 1
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "Questions written 12 at least 13 MISSED" in lines
    assert "Kind hotspot 0, 0.0 % 5–9 % MISSED" in lines
    assert "beans.roasting.degree 1" in lines
    assert "Beans and roasting 3 3 1.0 25.0 % 20–30 %" in lines
    assert lines[-1] == "0 errors, 0 warnings, 3 figures missed."
    assert content.lint(workshop(pack), pack / "questions", as_json=False) == 0
    assert "MISSED" not in capsys.readouterr().out


def test_a_file_that_is_not_there_does_not_pass(tmp_path: Path) -> None:
    pack = copy_of_brew(tmp_path)
    with pytest.raises(ContentError, match="no file or folder"):
        content.lint(workshop(BREW), pack / "questions" / "nope.yaml", as_json=False)
    (pack / "read.txt").write_text("x", encoding="utf-8")
    with pytest.raises(ContentError, match="no part of the content pack"):
        content.lint(workshop(BREW), pack / "read.txt", as_json=False)


def test_a_zip_file_is_checked_and_its_places_named_inside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    archive = tmp_path / "brew-1.zip"
    beans = "questions/beans/beans.yaml"
    data = sound()
    archive.write_bytes(packed({**data, beans: data[beans].replace(b"explanation:", b"hint:", 1)}))
    assert content.lint(workshop(BREW), archive, as_json=False) == 1
    assert f"{archive.resolve().as_posix()}/{beans}:" in capsys.readouterr().out
    assert content.lint(workshop(BREW), archive, as_json=True) == 1
    assert json.loads(capsys.readouterr().out)["folder"] == str(archive.resolve())


def test_places_are_written_as_from_here(
    spoilt: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(spoilt.parent)
    content.lint(workshop(BREW), Path("brew-1/questions/beans"), as_json=False)
    assert "\nbrew-1/questions/beans/beans.yaml:" in capsys.readouterr().out
    monkeypatch.chdir(spoilt)
    content.lint(workshop(BREW), Path(), as_json=False)
    assert "\nquestions/beans/beans.yaml:" in capsys.readouterr().out


def test_machines_get_the_same_as_json(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert content.lint(workshop(spoilt), None, as_json=True) == 1
    values = json.loads(capsys.readouterr().out)
    assert (values["errors"], values["warnings"]) == (2, 0)
    first = values["problems"][0]
    assert (first["file"], first["code"], first["question"]) == (
        "questions/beans/beans.yaml",
        "negative-question",
        "brew-storage-001",
    )
    assert first["line"] > 1
    assert [area["in_range"] for area in values["areas"]] == [True, True, True]
    assert values["areas"][0]["groups"][0]["objectives"] == {"beans.buying.storage": 1}
    assert values["missed"] == []
    assert values["proportions"][0]["name"] == "Questions written"
    assert values["figures"][0] == {"name": "Questions", "value": "12", "limit": "", "kept": None}


def test_a_place_without_a_pack_is_the_worlds_fault(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        content.lint(workshop(BREW), tmp_path, as_json=False)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schemas_are_printed(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert content.schema(kind) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(schema_text(kind))
