"""`certstudy readiness`, `result` and `calibration` from the outside, on a real record and the pack that travels."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from certstudy.app.commands import workshop
from certstudy.app.places import Places, find_places
from certstudy.cli.arguments import parser
from certstudy.cli.run import run
from certstudy.core.confidence import Confidence
from certstudy.core.response import NOTHING
from certstudy.study import practice
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return find_places(None, tmp_path_factory.mktemp("data"))


@pytest.fixture
def fresh(places: Places, tmp_path: Path) -> Places:
    """The pack with a record of its own."""
    return Places(places.pack, tmp_path, places.cache)


def certstudy(places: Places, *words: str) -> int:
    return run(workshop(places), parser().parse_args(words))


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def clock() -> Iterator[datetime]:
    at = datetime.now(UTC) - timedelta(hours=8)
    while True:
        at += timedelta(seconds=20)
        yield at


def study(places: Places, answers: int) -> None:
    """So many first answers over all areas, every fourth wrong though sure."""
    ticks = clock()
    with workshop(places).desk() as opened:
        desk = Desk(opened.catalog, opened.ledger, opened.history, lambda: next(ticks), lambda: 1)
        sitting, _changes = practice.start(desk, practice.propose(desk, Request(Mode.UNSEEN, answers)))
        for place in range(answers):
            question = desk.catalog.question(sitting.current or "")
            response = question.task.model if place % 4 else NOTHING
            answered = practice.answer(desk, sitting, response, Confidence.SURE, 60_000)
            sitting = answered.sitting
        practice.finish(desk, sitting)


def test_without_answers(fresh: Places, capsys: pytest.CaptureFixture[str]) -> None:
    assert certstudy(fresh, "readiness") == 0
    assert "Not enough evidence yet: 20 more first answers needed." in capsys.readouterr().out
    assert certstudy(fresh, "readiness", "--json") == 0
    values = printed(capsys)
    assert (values["p_pass"], values["scaled"], values["answers_missing"]) == (None, None, 20)
    assert values["what_helps"] == []
    assert certstudy(fresh, "calibration") == 0
    assert "from 50 answers on" in capsys.readouterr().out
    assert certstudy(fresh, "result") == 0
    assert capsys.readouterr().out == "No result has been entered.\n"


def test_a_result_moves_what_is_said(fresh: Places, capsys: pytest.CaptureFixture[str]) -> None:
    study(fresh, 60)
    assert certstudy(fresh, "readiness", "--json") == 0
    before = printed(capsys)
    assert 0 < before["p_pass_range"][0] <= before["p_pass"] <= before["p_pass_range"][1] < 1
    assert before["scaled"]["q10"] < before["scaled"]["q50"] < before["scaled"]["q90"]
    assert before["what_helps"][0]["points"] > 0
    assert certstudy(fresh, "result", "--score", "480", "--date", "2026-01-05", "--json") == 0
    (held,) = printed(capsys)
    assert (held["kind"], held["score"], held["date"]) == ("exam", 480.0, "2026-01-05")
    assert certstudy(fresh, "readiness", "--json") == 0
    after = printed(capsys)
    assert after["scaled"]["q50"] < before["scaled"]["q50"] - 30
    assert after["offset"] > before["offset"]
    assert certstudy(fresh, "result", "--remove", str(held["id"])) == 0
    assert certstudy(fresh, "result", "--remove", str(held["id"])) == 1
    assert "There is no result" in capsys.readouterr().err
    assert certstudy(fresh, "readiness") == 0
    out = capsys.readouterr().out
    assert "Chance to pass: " in out
    assert "45 minutes on" in out
    assert "an estimate" in out


def test_after_a_failed_attempt_the_next_one_is_told(
    fresh: Places, capsys: pytest.CaptureFixture[str]
) -> None:
    study(fresh, 60)
    assert certstudy(fresh, "readiness", "--json") == 0
    assert printed(capsys)["next_attempt"] is None
    assert certstudy(fresh, "result", "--score", "640", "--bars", "pipelines=50") == 0
    capsys.readouterr()
    assert certstudy(fresh, "readiness", "--json") == 0
    again = printed(capsys)["next_attempt"]
    assert again["failed_attempts"] == 1
    assert again["earliest"] <= again["day"]
    assert max(again["areas"], key=again["areas"].__getitem__) == "pipelines"
    assert certstudy(fresh, "readiness") == 0
    assert "scored 640; 700 are needed" in capsys.readouterr().out


def test_bars_and_shares(fresh: Places, capsys: pytest.CaptureFixture[str]) -> None:
    area = workshop(fresh).catalog().syllabus.areas[0].id
    assert certstudy(fresh, "result", "--score", "650", "--bars", f"{area}=40") == 0
    assert certstudy(fresh, "result", "--kind", "assessment", "--percent", "84") == 0
    out = capsys.readouterr().out
    assert f"{area} 40 %" in out
    assert "84 %" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--score", "1200"], "The scale ends at 1000."),
        (["--score", "650", "--bars", "nowhere=40"], "The exam has no area nowhere."),
        (["--score", "650", "--date", "2999-01-01"], "still to come"),
        (["--date", "2026-01-01"], "Add --score, --percent or --bars."),
    ],
)
def test_what_cannot_be(
    fresh: Places, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert certstudy(fresh, "result", *words) == 1
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--score", "many"],
        ["--percent", "120"],
        ["--date", "yesterday"],
        ["--bars", "a=101"],
        ["--bars", "a"],
        ["--bars", "a=50,a=60"],
    ],
)
def test_wrong_usage(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parser().parse_args(["result", *words])
    assert caught.value.code == 2


def test_calibration_after_practice(fresh: Places, capsys: pytest.CaptureFixture[str]) -> None:
    study(fresh, 60)
    assert certstudy(fresh, "calibration", "--json") == 0
    values = printed(capsys)
    assert values["answers"] == 60
    assert len(values["bins"]) == 5
    assert values["confidence"][0]["said"] == "sure"
    assert len(values["wrong_though_sure"]) == 15
    assert certstudy(fresh, "calibration") == 0
    assert "Wrong although you were sure:" in capsys.readouterr().out
