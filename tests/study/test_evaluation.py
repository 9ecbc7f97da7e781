"""The model on a log, beside the baselines."""

import pytest

from certstudy.core.calibration import Quality
from certstudy.core.response_log import Listed, Logged
from certstudy.study.evaluation import Evaluation, evaluated, schooled
from certstudy.study.log_knowledge import Knowledge, trained, untrained
from tests.study.logs import listed, log


def run(
    rows: list[Logged], knowledge: Knowledge | None = None, train: list[Logged] | None = None
) -> Evaluation:
    return evaluated(rows, knowledge or untrained({}), schooled(train or []))


def loss(quality: Quality | None) -> float:
    assert quality is not None
    return quality.log_loss


def test_each_source_of_knowledge_helps() -> None:
    rows, others = log(60, 40, seed=1), log(150, 40, seed=2)
    alone = run(rows)
    labelled = run(rows, untrained(listed()))
    fitted = run(rows, trained(others, {}), others)
    assert loss(alone.model) < loss(alone.baselines["running_average"])
    assert loss(labelled.model) < loss(alone.model) - 0.01
    assert loss(fitted.model) < loss(labelled.model)
    assert loss(fitted.model) < loss(fitted.baselines["elo"])
    assert loss(fitted.model) < loss(fitted.baselines["item_mean"])
    assert (alone.n, alone.learners, alone.items) == (2400, 60, 60)


def test_learners_do_not_lean_on_each_other() -> None:
    """The app knows one learner: a twin's answers, seen before, change nothing."""
    mine = log(1, 40, seed=3)
    twins = run([*mine, *(row._replace(learner="twin") for row in mine)])
    assert loss(twins.model) == pytest.approx(loss(run(mine).model))
    assert loss(twins.baselines["item_mean"]) != loss(run(mine).baselines["item_mean"])


def test_repeats_are_counted_apart_and_foretold_as_such() -> None:
    found = run(log(20, 40, seed=4, repeats=0.5))
    assert found.first is not None
    assert found.repeats is not None
    assert found.first.n == 800
    assert found.n == found.first.n + found.repeats.n
    assert found.repeats.log_loss < 0.25
    assert sum(b.n for b in found.bins) == found.n


def test_repeats_of_other_people_teach_what_repeats_are_like() -> None:
    rows, others = log(10, 30, seed=5, repeats=0.5), log(40, 30, seed=6, repeats=0.5)
    assert loss(run(rows, trained(others, {})).repeats) < loss(run(rows).repeats)


def test_a_level_scale_of_five_is_brought_to_three() -> None:
    five = untrained({f"i{level}": Listed("nets", float(level)) for level in range(1, 6)})
    three = untrained({f"i{level}": Listed("nets", float(level)) for level in range(1, 4)})
    assert five.item("i5") == three.item("i3")
    assert five.item("i3") == three.item("i2")
    assert five.item("i1") == three.item("i1")


def test_options_of_the_log_set_the_floor() -> None:
    knowledge = untrained({"q": Listed("nets", None, 2)})
    assert knowledge.item("q", 5).floor > knowledge.item("other", 5).floor > 0
    assert knowledge.item("other").floor > 0


@pytest.mark.parametrize("rows", [[], log(1, 1, seed=7)])
def test_next_to_nothing(rows: list[Logged]) -> None:
    found = run(rows)
    assert found.n == len(rows)
    assert (found.model is None) == (not rows)
