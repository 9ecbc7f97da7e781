"""How honest and how sharp the forecast is, on simulated learners whose truth is not the model's: T6 to T8, T13, T14.

python -m tests.benchmarks.bench_readiness [LEARNERS]

Fifteen worlds (`worlds`): heavy tails, unequal slopes, other guess rates, learning, forgetting, harder exams, repeats,
practice chosen by the learner. Then the same worlds with learners who mostly get better by practice (`LEARNING`).
Beside the model stands somebody who knows each learner's true ability and the world's own figures, whose score the luck
of one form still leaves open: nobody could do better.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from certstudy.core.ability import Ability, Item, idled, newcomer, observed
from certstudy.core.calibration import reliability
from certstudy.core.exam_result import Reported, Result, ResultKind, informed
from certstudy.core.forecast import (
    Part,
    Scale,
    Standing,
    below_score,
    chance_to_pass,
    lots,
    scaled_spread,
    share_spread,
    standing,
)
from certstudy.core.item_fit import USUAL_GUESSING, Prior
from tests.benchmarks.worlds import (
    AREAS,
    LEARNING,
    RANGES,
    WEIGHTS,
    WORLDS,
    Learner,
    Question,
    World,
    bank,
    practised,
    sat,
)

AFTER = (50, 100, 200)
FLOOR = USUAL_GUESSING / 4
SCALE = Scale()


def form(kind: Item) -> tuple[Part, ...]:
    """An exam of such questions."""
    return tuple(
        Part(area, 0.5 * weight, (kind,), spread=(high - low) / 346)
        for area, weight, (low, high) in zip(AREAS, WEIGHTS, RANGES, strict=True)
    )


FORM = form(Prior().item(None, FLOOR))


class Case(NamedTuple):
    """One forecast held against the exam that was then sat; `best` and `best_chance` are by the true ability."""

    held: bool
    crps: float
    chance: float
    passed: bool
    best: float
    best_chance: float


def item(question: Question) -> Item:
    """What the app would believe of a question: its level, and that one of four can be guessed."""
    return Prior().item(question.level, FLOOR)


def cases(world: World, learners: int) -> Iterator[tuple[int, Case]]:
    """Forecasts after so many first attempts, each with an exam."""
    rng = Random(f"readiness {world.name}")
    for number in range(learners):
        if number % 25 == 0:
            questions = bank(world, rng)
        ability, seen, last = newcomer(), 0, 0.0
        for learner in practised(world, questions, rng, AFTER[-1]):
            for given in learner.answers[seen:]:
                if given.first:
                    ability = idled(ability, given.day - last) if given.day - last > 0.5 else ability
                    question = given.question
                    ability = observed(ability, AREAS[question.area], item(question), float(given.right))[1]
                last = given.day
            seen = len(learner.answers)
            if ability.answers in AFTER:
                yield ability.answers, held_against(ability, world, learner, rng)


def held_against(ability: Ability, world: World, learner: Learner, rng: Random) -> Case:
    """Let the learner sit an exam."""
    pieces = lots(standing(ability, AREAS), FORM)
    spread = scaled_spread(pieces, SCALE)
    _, score = sat(world, learner, rng)
    size = range(len(AREAS) + 1)
    known = tuple(tuple(world.offset_sd**2 if i == j == len(AREAS) else 0.0 for j in size) for i in size)
    kind = Item(0.0, world.difficulty**2, 1.0, world.guessing / world.options)
    truth = lots(Standing(AREAS, (*learner.abilities, world.offset), known), form(kind))
    return Case(
        spread.q10 <= score <= spread.q90,
        crps(lambda s: below_score(pieces, SCALE, s), score, 0, 1000),
        chance_to_pass(pieces, SCALE),
        score >= SCALE.to_pass,
        crps(lambda s: below_score(truth, SCALE, s), score, 0, 1000),
        chance_to_pass(truth, SCALE),
    )


def crps(below: Callable[[float], float], outcome: float, low: float, high: float, steps: int = 100) -> float:
    """The continuous ranked probability score of a distribution function against what came, in the outcome's unit."""
    width = (high - low) / steps
    middles = (low + width * (i + 0.5) for i in range(steps))
    return sum((below(x) - (x >= outcome)) ** 2 for x in middles) * width


def average(values: list[float]) -> float:
    """The mean."""
    return sum(values) / len(values)


def measure(worlds: Sequence[World], learners: int) -> None:
    """All worlds, and what they say together."""
    every: list[Case] = []
    by_stage: dict[int, list[list[Case]]] = defaultdict(list)
    print(f"{'world':24s} " + "   ".join(f"{n:>3d}: cover CRPS Brier" for n in AFTER))
    for world in worlds:
        found: dict[int, list[Case]] = defaultdict(list)
        for n, case in cases(world, learners):
            found[n].append(case)
        cells = []
        for n in AFTER:
            by_stage[n].append(found[n])
            every += found[n]
            held, sharp = (average([getattr(c, name) for c in found[n]]) for name in ("held", "crps"))
            cells.append(f"{held:9.2f} {sharp:5.1f} {brier(found[n]):.3f}")
        print(f"{world.name:24s} " + "   ".join(cells))
    print()
    for n in AFTER:
        covers = [average([c.held for c in world]) for world in by_stage[n]]
        those = [c for world in by_stage[n] for c in world]
        best = average([(c.best_chance - c.passed) ** 2 for c in those])
        print(
            f"after {n:3d}: T6 coverage {average(covers):.3f}, worst world {min(covers):.3f};"
            f" T7 CRPS {average([c.crps for c in those]):.1f}"
            f" (knowing the ability: {average([c.best for c in those]):.1f});"
            f" T8 Brier {brier(those):.3f} (knowing: {best:.3f})"
        )
    bins = reliability([c.chance for c in every], [float(c.passed) for c in every])
    ece = sum(b.n * abs(b.foretold - b.true) for b in bins) / len(every)
    print(f"T8 pooled calibration error of P(pass): {ece:.3f}")


def targets() -> None:
    """What the figures are held against."""
    print(
        "targets: T6 mean .78-.85, worst >= .75; T7 <= 54/48/44; T8 <= .160/.143/.115, error <= .025 (excellent)"
    )
    print("         T6 mean .76-.87, worst >= .70; T7 <= 57/51/48; T8 <= .168/.152/.125, error <= .05 (must)")


def brier(found: list[Case]) -> float:
    """Of P(pass)."""
    return average([(c.chance - c.passed) ** 2 for c in found])


def speed() -> None:
    """T13 on this machine: an update, a forecast, a replay of 5,000 answers."""
    rng, ability = Random(1), newcomer()
    rows = [
        (rng.choice(AREAS), Item(0.55 * rng.randint(-1, 1), 0.64, 1.0, FLOOR), float(rng.random() < 0.7))
        for _ in range(5000)
    ]
    began = time.perf_counter()
    for area, question, credit in rows:
        ability = observed(ability, area, question, credit)[1]
    replay = time.perf_counter() - began
    began = time.perf_counter()
    for _ in range(20):
        pieces = lots(standing(ability, AREAS), FORM)
        scaled_spread(pieces, SCALE)
        chance_to_pass(pieces, SCALE)
    forecast = (time.perf_counter() - began) / 20
    print(
        f"T13 update {1000 * replay / 5000:.3f} ms, forecast {1000 * forecast:.1f} ms, replay of 5,000 {replay:.2f} s"
    )
    print("targets: update < 0.5 (0.06), forecast < 20 (5), replay < 1 s (0.3)")


def inflation() -> None:
    """T14: 75 % in practice, 56 % in one entered mock exam."""
    rng, ability = Random(7), newcomer()
    for n in range(120):
        ability = observed(ability, AREAS[n % 5], Item(floor=FLOOR), float(rng.random() < 0.75))[1]
    known = standing(ability, AREAS)
    result = Result(ResultKind.MOCK, 1, None, 0.56)
    after = informed(known, [Reported(result, known.mean[:-1])], FORM, SCALE)
    for name, state in (("before", known), ("after", after)):
        pieces = lots(state, FORM)
        spread = share_spread(pieces)
        print(
            f"T14 {name:6s} right {spread.mean:.3f} [{spread.q10:.3f}, {spread.q90:.3f}],"
            f" P(pass) {chance_to_pass(pieces, SCALE):.2f}, offset {state.mean[-1]:+.2f}"
        )


if __name__ == "__main__":
    for title, worlds in (("worlds", WORLDS), ("the same, with learners who learn", LEARNING)):
        print(f"--- {title}")
        measure(worlds, int(sys.argv[1]) if len(sys.argv) > 1 else 200)
        print()
    targets()
    speed()
    inflation()
