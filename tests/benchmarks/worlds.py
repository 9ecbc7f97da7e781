"""Simulated learners whose truth is not the model's: who they are, what they practise, what exam they then sit."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

AREAS = ("ab", "cd", "ef", "gh", "ij")
WEIGHTS = (13, 13, 53, 13, 8)
RANGES = ((10, 15), (10, 15), (50, 55), (10, 15), (5, 10))


@dataclass(frozen=True, slots=True)
class World:
    """What is true: all in log odds, `heavy` are the degrees of freedom of a t distribution (0: normal).

    Each learner gains at a pace of their own if `paces` (gain, weight) are named, else all at `gain`.
    """

    name: str
    mean: float = 0.7
    general: float = 0.8
    area: float = 0.45
    heavy: int = 0
    difficulty: float = 1.0
    slope: float = 0.0
    label: float = 0.5
    options: int = 4
    guessing: float = 0.7
    gain: float = 0.0
    paces: tuple[tuple[float, float], ...] = ()
    forgetting: float = 0.0
    offset: float = 0.0
    offset_sd: float = 0.25
    repeats: float = 0.0
    choice: str = "weights"


WORLDS = (
    World("plain"),
    World("heavy tails", heavy=4),
    World("unequal slopes", slope=0.4),
    World("hard items", difficulty=1.3, mean=0.3),
    World("full guessing", guessing=1.0),
    World("no guessing", guessing=0.0, mean=1.0),
    World("strong areas", area=0.8),
    World("learning", gain=0.006, mean=0.2),
    World("learning and forgetting", gain=0.006, forgetting=0.02, mean=0.3),
    World("harder exam", offset=0.3),
    World("wild exam", offset_sd=0.45),
    World("repeats", repeats=0.4, gain=0.004, mean=0.5),
    World("easy practice", choice="easy"),
    World("hard practice", choice="hard"),
    World("one area", choice="favourite"),
)

# the same for people of a wider spread who mostly get better by practice, at the paces the model holds possible, and so
# leave the cut behind
PACES = ((0.0, 0.30), (0.004, 0.30), (0.009, 0.25), (0.018, 0.15))
LEARNING = tuple(replace(world, mean=0.4, general=0.9, paces=PACES) for world in WORLDS)


@dataclass(frozen=True, slots=True)
class Question:
    """A true item; `level` is the author's label, 1 to 3."""

    id: str
    area: int
    difficulty: float
    slope: float
    floor: float
    level: int


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as a log holds it; `day` is in days."""

    question: Question
    right: bool
    day: float
    first: bool


@dataclass(slots=True)
class Learner:
    """One simulated learner: true abilities that move with practice."""

    abilities: list[float]
    answers: list[Given]


def drawn(rng: Random, heavy: int) -> float:
    """A standard draw: normal, or t with unit variance."""
    z = rng.gauss(0, 1)
    if not heavy:
        return z
    chi = sum(rng.gauss(0, 1) ** 2 for _ in range(heavy))
    return z / math.sqrt(chi / heavy) * math.sqrt((heavy - 2) / heavy)


def bank(world: World, rng: Random, size: int = 600) -> list[Question]:
    """Questions with labels that correlate with the truth as the world says."""
    made = []
    for i in range(size):
        area = rng.choices(range(len(AREAS)), WEIGHTS)[0]
        z = drawn(rng, world.heavy)
        seen = world.label * z + math.sqrt(1 - world.label**2) * rng.gauss(0, 1)
        level = 1 if seen < -0.43 else 3 if seen > 0.43 else 2
        slope = math.exp(rng.gauss(0, world.slope)) if world.slope else 1.0
        floor = world.guessing / world.options
        made.append(Question(f"q{i}", area, world.difficulty * z, slope, floor, level))
    return made


def right(ability: float, question: Question) -> float:
    """The true chance."""
    odds = question.slope * (ability - question.difficulty)
    return question.floor + (1 - question.floor) / (1 + math.exp(-odds))


def practised(world: World, questions: Sequence[Question], rng: Random, answers: int) -> Iterator[Learner]:
    """One learner, given after each further answer."""
    general = world.mean + world.general * drawn(rng, world.heavy)
    learner = Learner([general + world.area * drawn(rng, world.heavy) for _ in AREAS], [])
    left = list(questions)
    rng.shuffle(left)
    favourite = rng.randrange(len(AREAS))
    pace = _pace(world, rng)
    day = 0.0
    while sum(given.first for given in learner.answers) < answers:
        if len(learner.answers) % 15 == 14:
            gap = rng.choice((1.0, 1.0, 1.0, 2.0, 4.0))
            day += gap
            learner.abilities = [a - world.forgetting * gap for a in learner.abilities]
        day += 0.001
        if learner.answers and rng.random() < world.repeats:
            learner.answers.append(_again(learner, rng, day))
            continue
        question = _chosen(world, left, rng, favourite)
        left.remove(question)
        outcome = rng.random() < right(learner.abilities[question.area], question)
        learner.answers.append(Given(question, outcome, day, True))
        gain = pace * rng.uniform(0.3, 1.7)
        learner.abilities = [a + 0.2 * gain for a in learner.abilities]
        learner.abilities[question.area] += gain
        yield learner


def _pace(world: World, rng: Random) -> float:
    if not world.paces:
        return world.gain
    gains, shares = zip(*world.paces, strict=True)
    return float(rng.choices(gains, shares)[0])


def _again(learner: Learner, rng: Random, day: float) -> Given:
    """A repeat: remembered, or solved anew."""
    last = rng.choice(learner.answers[-60:])
    recalled = rng.random() < math.exp(-(day - last.day) / (12.0 if last.right else 4.0))
    solved = rng.random() < right(learner.abilities[last.question.area], last.question)
    return Given(last.question, recalled or solved, day, False)


def _chosen(world: World, left: Sequence[Question], rng: Random, favourite: int) -> Question:
    if world.choice == "easy":
        return min(left[:3], key=lambda q: q.difficulty)
    if world.choice == "hard":
        return max(left[:3], key=lambda q: q.difficulty)
    if world.choice == "favourite" and rng.random() < 0.6:
        return next((q for q in left if q.area == favourite), left[0])
    return left[0]


def sat(world: World, learner: Learner, rng: Random) -> tuple[float, float]:
    """A real exam: the share right and the scaled score."""
    size = rng.randint(40, 60)
    offset = rng.gauss(world.offset, world.offset_sd)
    weights = [rng.uniform(*bounds) for bounds in RANGES]
    earned = 0
    for _ in range(size):
        area = rng.choices(range(len(AREAS)), weights)[0]
        slope = math.exp(rng.gauss(0, world.slope)) if world.slope else 1.0
        z = world.difficulty * drawn(rng, world.heavy)
        item = Question("", area, z, slope, world.guessing / world.options, 2)
        earned += rng.random() < right(learner.abilities[area] - offset, item)
    share, cut = earned / size, rng.gauss(0.70, 0.04)
    score = 700 * share / cut if share <= cut else 700 + 300 * (share - cut) / (1 - cut)
    return share, score
