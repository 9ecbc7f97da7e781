"""How well answers and scores are foretold on real or simulated logs, beside the baselines: T2 to T5.

python -m tests.benchmarks.bench_evaluate [LOG.csv [ITEMS.csv]]

A log is split by person into halves, five times: one half calibrates the items, the other is foretold. For T5 each
person's first answers foretell the share right of the rest. Without a log one is simulated, with slopes, guessing and
labels (r = .5) that the model does not know.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from certstudy.core.calibration import Quality
from certstudy.core.response_log import Listed, Logged
from certstudy.exchange.response_log import ResponseLog, read_items
from certstudy.study.evaluation import Evaluation, evaluated, schooled
from certstudy.study.log_forecast import Wanted, foresights
from certstudy.study.log_knowledge import Knowledge, trained, untrained
from tests.benchmarks.worlds import AREAS, World, bank, practised

SPLITS = 5
AFTER = (20, 50)
FEWEST_LEFT = 10
STEPS = 200


class Told(NamedTuple):
    """A forecast of a share as its quantiles, and what came."""

    low: float
    middle: float
    high: float
    came: float


def simulated(people: int = 300, answers: int = 45) -> tuple[list[Logged], dict[str, Listed]]:
    """People of one world who all meet the same items in an order of their own."""
    rng = Random("evaluate")
    world = World("log", mean=0.4, slope=0.35, guessing=0.4)
    questions = bank(world, rng, answers)
    listed = {q.id: Listed(AREAS[q.area], float(q.level), world.options) for q in questions}
    rows = []
    for person in range(people):
        for learner in practised(world, questions, rng, answers):
            given = learner.answers[-1]
            rows.append(Logged(f"p{person}", given.question.id, AREAS[given.question.area], given.right))
    return rows, listed


def halves(rows: Sequence[Logged], seed: int) -> tuple[list[Logged], list[Logged]]:
    """The answers of one half of the people and of the other."""
    people = sorted({row.learner for row in rows})
    Random(seed).shuffle(people)
    first = set(people[: len(people) // 2])
    return [row for row in rows if row.learner in first], [row for row in rows if row.learner not in first]


def told(rows: Sequence[Logged], knowledge: Knowledge, answers: int) -> list[Told]:
    """Each person's rest, foretold from the first answers."""
    by_learner: dict[str, list[Logged]] = {}
    for row in rows:
        by_learner.setdefault(row.learner, []).append(row)
    found = []
    for theirs in by_learner.values():
        rest = theirs[answers:]
        if len(rest) >= FEWEST_LEFT:
            (one,) = foresights(theirs[:answers], knowledge, Wanted(len(rest)))
            came = sum(row.right for row in rest) / len(rest)
            found.append(Told(one.share.q10, one.share.q50, one.share.q90, came))
    return found


def pinball(found: Sequence[Told]) -> float:
    """The mean loss of the three quantiles, which ranks forecasts as CRPS does."""
    losses = [
        max(q * (t.came - at), (q - 1) * (t.came - at))
        for t in found
        for q, at in ((0.1, t.low), (0.5, t.middle), (0.9, t.high))
    ]
    return sum(losses) / len(losses)


def beta_binomial(rows: Sequence[Logged], answers: int) -> list[Told]:
    """The same forecasts from the share right so far, and nothing else."""
    by_learner: dict[str, list[Logged]] = {}
    for row in rows:
        by_learner.setdefault(row.learner, []).append(row)
    found = []
    for theirs in by_learner.values():
        rest = theirs[answers:]
        if len(rest) >= FEWEST_LEFT:
            right = sum(row.right for row in theirs[:answers])
            draws = _drawn(3 + right, 2 + answers - right, len(rest))
            low, middle, high = (draws[int(q * len(draws))] for q in (0.1, 0.5, 0.9))
            found.append(Told(low, middle, high, sum(row.right for row in rest) / len(rest)))
    return found


def _drawn(a: float, b: float, size: int) -> list[float]:
    rng = Random(f"{a} {b} {size}")
    shares = (rng.betavariate(a, b) for _ in range(STEPS))
    return sorted(sum(rng.random() < p for _ in range(size)) / size for p in shares)


def line(name: str, scores: Sequence[Quality | None]) -> None:
    """The mean over the splits."""
    held = [s for s in scores if s is not None]
    means = [sum(getattr(s, key) or 0.0 for s in held) / len(held) for key in ("log_loss", "auc", "ece")]
    print(f"{name:34s} log loss {means[0]:.4f}   AUC {means[1]:.3f}   ECE {means[2]:.3f}")


def measure(rows: Sequence[Logged], listed: Mapping[str, Listed]) -> None:
    """T2 to T5 over five splits."""
    alone, labelled, fitted = [], [], []
    forecasts: dict[tuple[str, int], list[Told]] = {}
    for seed in range(SPLITS):
        train, test = halves(rows, seed)
        sources = {"nothing": untrained({}), "people": trained(train, {})}
        if listed:
            sources["labels"] = untrained(listed)
            labelled.append(evaluated(test, sources["labels"], schooled([])))
        alone.append(evaluated(test, sources["nothing"], schooled([])))
        fitted.append(evaluated(test, sources["people"], schooled(train)))
        for n in AFTER:
            for name, knowledge in sources.items():
                forecasts.setdefault((name, n), []).extend(told(test, knowledge, n))
            forecasts.setdefault(("beta-binomial", n), []).extend(beta_binomial(test, n))
    _answers(alone, labelled, fitted)
    print()
    for (name, n), found in sorted(forecasts.items(), key=lambda entry: (entry[0][1], entry[0][0])):
        if found:
            inside = sum(t.low - 1e-9 <= t.came <= t.high + 1e-9 for t in found) / len(found)
            print(f"T5 after {n}: {name:14s} coverage {inside:.3f}   quantile loss {pinball(found):.4f}")
    print("targets: T5 coverage .75-.86 (must .72-.88), loss not above beta-binomial")


def _answers(alone: list[Evaluation], labelled: list[Evaluation], fitted: list[Evaluation]) -> None:
    line("running average", [e.baselines["running_average"] for e in alone])
    line("T3 model, one learner alone", [e.model for e in alone])
    if labelled:
        line("T4 model, author labels", [e.model for e in labelled])
    line("item mean, of other people", [e.baselines["item_mean"] for e in fitted])
    line("Elo, after other people", [e.baselines["elo"] for e in fitted])
    line("T2 model, items of other people", [e.model for e in fitted])
    print(
        "targets: T2 gain over Elo >= .014 (.008), ECE <= .010; T3 gain over running average >= .002 (-.001),"
    )
    print("         ECE <= .025; T4 gain over T3 >= .016 (.010)")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        items = read_items(Path(sys.argv[2])) if len(sys.argv) > 2 else {}
        measure(list(ResponseLog(Path(sys.argv[1]), items)), items)
    else:
        measure(*simulated())
