"""`certstudy mock`: a form with its audit, several in a row, and short forms, for people and for machines."""

import argparse
import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Never

import pytest

from certstudy.cli import mock
from certstudy.cli.arguments import parser
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from tests.fakes import FakeDesk, fake_desk
from tests.families import with_families


def unused(*_: object) -> Never:
    raise AssertionError("a mock exam needs only the desk")


@pytest.fixture
def at() -> FakeDesk:
    return with_families(fake_desk(each=30))


def asked(*arguments: str) -> argparse.Namespace:
    return parser().parse_args(["mock", *arguments])


def run(at: FakeDesk, *arguments: str) -> int:
    shop = Workshop(Path(), Path(), catalog=unused, desk=lambda: nullcontext(at.desk), pictures=unused)
    return mock.run(shop, asked(*arguments))


def printed(at: FakeDesk, capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    assert run(at, *arguments, "--json") == 0
    return json.loads(capsys.readouterr().out)


def test_the_audit_carries_everything(at: FakeDesk, capsys: pytest.CaptureFixture[str]) -> None:
    form = printed(at, capsys, "-n", "40", "--seed", "3")
    assert (form["form"], form["seed"], form["n"], len(form["questions"])) == ("full", 3, 40, 40)
    assert [part["kind"] for part in form["sections"]] == ["general", "series", "case"]
    audit = form["audit"]
    assert audit["in_range"]
    assert sum(area["seats"] for area in audit["areas"]) == 40
    assert sum(audit["groups"].values()) == sum(audit["types"].values()) == 40
    assert sum(audit["difficulties"].values()) == 40
    assert {family["id"] for family in audit["families"]} == {"harbour", "commit"}
    zeros = ("enemies_together", "seen_before", "in_recent_mocks", "short")
    assert [audit[name] for name in zeros] == [0] * len(zeros)
    assert not at.record.writes


def test_forms_in_a_row_share_no_question(at: FakeDesk, capsys: pytest.CaptureFixture[str]) -> None:
    found = printed(at, capsys, "-n", "40", "--seed", "3", "--forms", "6")
    ids = [{question["id"] for question in form["questions"]} for form in found["forms"]]
    assert found["shared"] == 0
    assert len(set.union(*ids)) == 240
    assert [form["seed"] for form in found["forms"]] == [3, 4, 5, 6, 7, 8]


def test_the_first_form_is_the_one_alone(at: FakeDesk, capsys: pytest.CaptureFixture[str]) -> None:
    alone = printed(at, capsys, "--seed", "5")
    assert printed(at, capsys, "--seed", "5", "--forms", "2")["forms"][0] == alone


@pytest.mark.parametrize(
    ("form", "n"), [("half", 25), ("hard", 30), ("diagnostic", None), ("area:build", 20)]
)
def test_short_forms(at: FakeDesk, capsys: pytest.CaptureFixture[str], form: str, n: int | None) -> None:
    found = printed(at, capsys, "--seed", "5", "--form", form)
    assert found["form"] == form.partition(":")[0]
    assert n is None or found["n"] == n
    if form == "hard":
        assert {question["difficulty"] for question in found["questions"]} == {3}
    if form == "area:build":
        assert {question["area"] for question in found["questions"]} == {"build"}


@pytest.mark.parametrize("form", ["whole", "area", "area:nowhere", "full:build", ""])
def test_a_form_that_does_not_exist_is_told(at: FakeDesk, form: str) -> None:
    with pytest.raises(WorldError, match="There is no form"):
        run(at, "--form", form)


def test_people_read_tables(at: FakeDesk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(at, "-n", "40", "--seed", "3", "--forms", "2") == 0
    text = capsys.readouterr().out
    for words in (
        "harbour (case, 4)",
        "together: 0",
        "in recent mock exams: 0",
        "questions in more than one: 0",
    ):
        assert words in text
