"""`certstudy evaluate` and `forecast` from the outside."""

import json
from pathlib import Path
from typing import Any

import pytest

from certstudy.app.commands import workshop
from certstudy.app.places import Places
from certstudy.cli.arguments import parser
from certstudy.cli.run import run
from certstudy.core.response_log import Logged
from tests.study.logs import listed, log


def certstudy(*words: str | Path) -> int:
    """Run a command that needs neither content nor record."""
    nowhere = Path("nowhere")
    return run(
        workshop(Places(nowhere, nowhere, nowhere)), parser().parse_args([str(word) for word in words])
    )


def written(file: Path, rows: list[Logged]) -> Path:
    lines = [f"{row.learner},{row.item},{row.area},{int(row.right)}" for row in rows]
    file.write_text("\n".join(["learner,item,area,correct", *lines, ""]), encoding="utf-8")
    return file


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A log of five learners, other people's answers, a list of items."""
    items = tmp_path / "items.csv"
    rows = [f"{name},{item.area},{item.level:.0f},{item.options}" for name, item in listed().items()]
    items.write_text("\n".join(["item,area,level,n_options", *rows]), encoding="utf-8")
    return (
        written(tmp_path / "log.csv", log(5, 30, seed=1)),
        written(tmp_path / "other.csv", log(30, 40, seed=2)),
        items,
    )


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_evaluate_as_json(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    answers, other, items = files
    ways: list[list[str | Path]] = [[], ["--items", items], ["--train", other]]
    for extra in (*ways, [*ways[1], *ways[2]]):
        assert certstudy("evaluate", answers, *extra, "--json") == 0
        values = printed(capsys)
        assert values["n"] == 150
        assert set(values["baselines"]) == {"running_average", "item_mean", "elo"}
        for scores in (values["model"], *values["baselines"].values()):
            assert {"log_loss", "brier", "auc", "ece"} <= set(scores)
            assert 0 < scores["log_loss"] < 1
    assert values["repeats"] is None


def test_evaluate_for_people(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert certstudy("evaluate", files[0]) == 0
    out = capsys.readouterr().out
    assert out.startswith("150 answers, 5 learners, ")
    for words in ("Model", "Running average", "Item mean", "Elo", "Foretold", "one learner at a time"):
        assert words in out
    assert certstudy("evaluate", files[0], "--train", files[1]) == 0
    assert "one learner at a time" not in capsys.readouterr().out


def test_forecast_as_json(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    answers, other, items = files
    assert (
        certstudy("forecast", answers, "--exam-size", "25", "--cut", "0.6", "--train", other, "--json") == 0
    )
    found = printed(capsys)
    assert [one["learner"] for one in found] == [f"1-{i}" for i in range(5)]
    for one in found:
        assert 0 < one["q10"] < one["q50"] < one["q90"] < 1
        assert 0 < one["p_pass"] < 1
        assert one["answers"] == 30
        assert "scaled" not in one
    assert certstudy("forecast", answers, "--items", items, "--weights", "nets=1,ops=2", "--json") == 0
    for one in printed(capsys):
        assert 0 < one["scaled"]["q10"] < one["scaled"]["mean"] < one["scaled"]["q90"] < 1000


def test_forecast_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [*log(1, 40, seed=1), *log(1, 10, seed=2)]
    assert certstudy("forecast", written(tmp_path / "log.csv", rows)) == 0
    out = capsys.readouterr().out
    assert "No chance to pass is named under 20 first attempts." in out
    assert "an estimate" in out
    assert certstudy("forecast", tmp_path / "log.csv", "--cut", "0.7", "--json") == 0
    assert [one["p_pass"] is None for one in printed(capsys)] == [False, True]


def test_the_same_twice(files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    asked = ("forecast", files[0], "--train", files[1], "--json")
    assert certstudy(*asked) == certstudy(*asked) == 0
    out = capsys.readouterr().out
    assert out[: len(out) // 2] == out[len(out) // 2 :]


@pytest.mark.parametrize("command", ["evaluate", "forecast"])
def test_what_is_wrong_is_located(
    command: str, files: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "broken.csv"
    broken.write_text("learner,item,area,correct\nada,q1,nets,1\nada,q2,nets,maybe\n", encoding="utf-8")
    unlisted = tmp_path / "unlisted.csv"
    unlisted.write_text("item,area,level\nq1,nets,hard\n", encoding="utf-8")
    for words in ([broken], [files[0], "--train", broken], [files[0], "--items", unlisted, "--json"]):
        assert certstudy(command, *words) == 1
        said = capsys.readouterr()
        assert not said.out
        assert "Traceback" not in said.err
    assert certstudy(command, broken) == 1
    assert f"{broken}:3: correct is 'maybe'" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["forecast", "log.csv", "--weights", "nets"],
        ["forecast", "log.csv", "--weights", "nets=many"],
        ["forecast", "log.csv", "--weights", "nets=1,nets=2"],
        ["forecast", "log.csv", "--weights", "nets=0"],
        ["forecast", "log.csv", "--weights", "=1"],
        ["forecast", "log.csv", "--cut", "70"],
        ["forecast", "log.csv", "--cut", "0"],
        ["forecast", "log.csv", "--exam-size", "0"],
        ["evaluate"],
    ],
)
def test_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(words)
    assert caught.value.code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--weights", "nets=many"], "'many' for nets is not a weight: a number from 0"),
        (["--weights", "nets=1,nets=2"], "nets stands there twice"),
        (["--weights", "nets"], "'nets' is not an area with a weight, such as name=20"),
        (["--cut", "seventy"], "'seventy' is no share between 0 and 1, such as 0.7"),
        (["--exam-size", "x"], "'x' is not a number of questions"),
    ],
)
def test_wrong_usage_is_told_in_words(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["forecast", "log.csv", *words])
    assert told in capsys.readouterr().err


def test_a_weight_of_an_area_that_no_file_names_is_told_beside_the_output(
    files: tuple[Path, Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert certstudy("forecast", files[0], "--weights", "nowhere=1", "--json") == 0
    said = capsys.readouterr()
    assert json.loads(said.out)
    assert "No file names the area nowhere" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    ("separator", "end", "mark"), [(",", "\n", ""), (";", "\r\n", "\ufeff"), ("\t", "\n", "")]
)
def test_any_usual_table_of_one_learner_in_one_area_is_read(
    separator: str, end: str, mark: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [("Learner", "ITEM", "area", "correct")]
    rows += [("Zoë 李", f"问题 {n}", "Bereich ü", str(n % 2)) for n in range(25)]
    log = tmp_path / "log.csv"
    log.write_text(mark + "".join(separator.join(row) + end for row in rows), encoding="utf-8", newline="")
    assert certstudy("evaluate", log, "--json") == 0
    assert json.loads(capsys.readouterr().out)["n"] == 25
    assert certstudy("forecast", log, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["learner"] == "Zoë 李"
