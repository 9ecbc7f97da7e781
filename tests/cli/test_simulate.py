"""`certstudy simulate-plan` and `certstudy fit-memory` from the outside."""

import json
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Never

import pytest

from certstudy.cli import forgetting, simulate
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.study.forgetting import Fitter, History
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import meet


def unused(*_: object) -> Never:
    raise AssertionError("no picture is needed")


def workshop(at: FakeDesk, fitter: Callable[[], Fitter | None] = lambda: None) -> Workshop:
    here = Path()
    return Workshop(here, here, lambda: at.catalog, lambda: nullcontext(at.desk), unused, fitter)


def test_the_policies_are_told_to_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate.run(workshop(fake_desk()), 4, 10, 1, 3, as_json=True) == 0
    found = json.loads(capsys.readouterr().out)
    assert {key: found[key] for key in ("days", "per_day", "seed", "learners", "bank")} == {
        "days": 4, "per_day": 10, "seed": 1, "learners": 3, "bank": 300,
    }  # fmt: skip
    assert list(found["policies"]) == ["app", "weighted_random", "weakest_first", "fsrs_due"]
    for policy in found["policies"].values():
        assert 0 < policy["recall"] < 1
        assert 0 < policy["se"] < 0.2
        assert 40 <= policy["time"] <= 64


def test_people_see_the_lead(capsys: pytest.CaptureFixture[str]) -> None:
    assert simulate.run(workshop(fake_desk()), 4, 10, 1, 3, as_json=False) == 0
    out = capsys.readouterr().out
    assert out.startswith("3 simulated learners, 4 days, 10 questions a day from a bank of 300")
    assert "By chance, by weight" in out


def test_without_the_package_fitting_says_how_to_get_it() -> None:
    with pytest.raises(WorldError, match="not installed") as told:
        forgetting.run(workshop(fake_desk()), usual=False, as_json=False)
    assert "fsrs-rs-python" in told.value.remedy


def test_fitting_tells_what_came_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    def fit(histories: Sequence[History]) -> tuple[float, ...]:
        return ()

    at = fake_desk()
    meet(at, ["plan.g1.o1-0"])
    assert forgetting.run(workshop(at, lambda: fit), usual=False, as_json=False) == 0
    assert "0 reviews on a later day are too few: 400 are needed." in capsys.readouterr().out
    assert forgetting.run(workshop(at, lambda: fit), usual=False, as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "reviews": 0,
        "before": None,
        "fitted": None,
        "kept": False,
    }
    assert forgetting.run(workshop(at), usual=True, as_json=False) == 0
    assert at.record.preferences().forgetting == ()
