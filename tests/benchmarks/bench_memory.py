"""How true the memory model is, beside its targets: a real review log, guessing, the `fsrs` package.

python -m tests.benchmarks.bench_memory [LOG.csv]

LOG.csv has `card_id,review_rating,review_time` (ISO), as the tests of the py-fsrs project do; without it that part is
left out. Its reviews are graded 1 to 4, and a grade above 1 counts as recalled.
"""

import csv
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import fmean

import fsrs

from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import Fsrs, Rating, Trace
from certstudy.core.memory import DAY, Evidence, remembered, retrievability
from certstudy.core.moment import Moment
from certstudy.core.recalibration import Recalibration, learnt, recalibrated
from certstudy.core.record import Answer, QuestionState, state_after
from certstudy.core.simulation import (
    EXAM_HOUR,
    FIRST_EVENING,
    MINUTE,
    POLICIES,
    Course,
    Seen,
    SimulatedLearner,
    sample_bank,
)
from tests.core.syllabi import syllabus

MODEL = Fsrs()
# the learner of the log studied far from Greenwich: where the clock's day rolls at four
OFFSET = -5 * 60
HONEST = 0.8


@dataclass(frozen=True, slots=True)
class Review:
    """A card's review at a moment with a grade."""

    card: str
    rating: Rating
    at: Moment


@dataclass(frozen=True, slots=True)
class Foretold:
    """A recall that was foretold, and whether it came; the rest names its bin."""

    chance: float
    came: bool
    days: int
    reviews: int
    lapses: int


def main() -> None:
    """Print every measurement beside its target."""
    if len(sys.argv) > 1:
        _real_log(Path(sys.argv[1]))
    _guessing()
    _package()
    _speed()


def _real_log(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            Review(
                row["card_id"],
                Rating(int(row["review_rating"])),
                Moment(datetime.fromisoformat(row["review_time"]).astimezone(UTC), OFFSET),
            )
            for row in csv.DictReader(file)
        ]
    rows.sort(key=lambda review: review.at)
    plain = _figures(_as_the_package(rows))
    ours = _figures(_as_the_app(rows))
    print(f"T10 real log, {len(rows)} reviews            log loss  RMSE(bins)     ECE")
    print("    FSRS-6 default              {:10.4f} {:11.4f} {:7.4f}".format(*plain))
    print("    the app's memory            {:10.4f} {:11.4f} {:7.4f}".format(*ours))
    print(
        f"    difference                  {ours[0] - plain[0]:+10.4f} {ours[1] - plain[1]:+11.4f}"
        + "     targets -.006, -.016, ECE .02"
    )


def _as_the_package(rows: Iterable[Review]) -> list[Foretold]:
    """FSRS-6 with its parameters as they come, by the package itself."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    cards: dict[str, tuple[fsrs.Card, datetime, int, int]] = {}
    found = []
    for review in rows:
        now = review.at.utc
        card, last, reviews, lapses = cards.get(review.card, (fsrs.Card(), now, -1, 0))
        came = review.rating > Rating.AGAIN
        if reviews >= 0 and (now - last).days >= 1:
            chance = scheduler.get_card_retrievability(card, now)
            found.append(Foretold(chance, came, (now - last).days, reviews, lapses))
        card, _ = scheduler.review_card(card, fsrs.Rating(review.rating.value), now)
        cards[review.card] = (card, now, reviews + 1, lapses + (reviews >= 0 and not came))
    return found


def _as_the_app(rows: Iterable[Review]) -> list[Foretold]:
    """The app's model: fractions of days, the learner's own day, the learner's own curve."""
    cards: dict[str, tuple[Trace, Moment, int, int]] = {}
    own, found = Recalibration(), []
    for review in rows:
        came = review.rating > Rating.AGAIN
        if review.card not in cards:
            cards[review.card] = (MODEL.first(review.rating), review.at, 0, 0)
            continue
        trace, last, reviews, lapses = cards[review.card]
        days = (review.at.utc - last.utc) / DAY
        recall = MODEL.retrievability(days, trace.stability)
        if days >= 1:
            found.append(Foretold(recalibrated(own, recall), came, int(days), reviews, lapses))
        if review.at.day == last.day:
            trace = MODEL.again_same_day(trace, review.rating)
        else:
            own = learnt(own, recall, float(came))
            trace = MODEL.again_later(trace, recall, review.rating)
        cards[review.card] = (trace, review.at, reviews + 1, lapses + (not came))
    return found


def _figures(found: Sequence[Foretold]) -> tuple[float, float, float]:
    """Log loss, RMSE over the bins of the srs-benchmark, calibration error over ten equal bins."""
    loss = -fmean(math.log(one.chance if one.came else 1 - one.chance) for one in found)
    bins: dict[tuple[float, ...], list[Foretold]] = defaultdict(list)
    for one in found:
        bins[_bin(one)].append(one)
    gaps = sum(len(group) * _gap(group) ** 2 for group in bins.values())
    order = sorted(found, key=lambda one: one.chance)
    tenths = [order[k * len(order) // 10 : (k + 1) * len(order) // 10] for k in range(10)]
    error = sum(len(group) * abs(_gap(group)) for group in tenths) / len(order)
    return loss, math.sqrt(gaps / len(found)), error


def _bin(one: Foretold) -> tuple[float, ...]:
    lapses = 1.65 * 1.73 ** math.floor(math.log(one.lapses, 1.73)) if one.lapses else 0
    return (
        round(2.48 * 3.62 ** math.floor(math.log(one.days, 3.62)), 2),
        round(1.99 * 1.89 ** math.floor(math.log(one.reviews + 1, 1.89))),
        round(lapses),
    )


def _gap(group: Sequence[Foretold]) -> float:
    return fmean(one.came for one in group) - fmean(one.chance for one in group)


def _guessing() -> None:
    """How far the recall expected on the day is from the true one of simulated learners who guess."""
    print("T11 bias of exam-day recall, k = 4        30 x 30   60 x 20   14 x 30     targets")
    for name, rate, tagged, target in (
        ("every right answer a recall", 0.0, False, ""),
        ("guess-aware", 0.25, False, ".010"),
        ("guess-aware, confidence 80 % honest", 0.25, True, ".005"),
    ):
        biases = [
            fmean(_bias(days, n, seed, rate, tagged) for seed in range(20))
            for days, n in ((30, 30), (60, 20), (14, 30))
        ]
        print(f"    {name:<35}" + "".join(f"{bias:+10.4f}" for bias in biases) + f"     {target}")


def _bias(days: int, per_day: int, seed: int, guess_rate: float, tagged: bool) -> float:
    bank = sample_bank(syllabus())
    learner = SimulatedLearner(bank, random.Random(f"{seed}:learner"), spread=0.0)
    exam = FIRST_EVENING + (days - 1) * DAY + EXAM_HOUR
    course = Course(syllabus(), bank, exam, random.Random(f"{seed}:policy"))
    honesty = random.Random(f"{seed}:honesty")
    for day in range(days):
        now = FIRST_EVENING + day * DAY
        for entry in POLICIES["app"](course, now, per_day)[:per_day]:
            reply = learner.answer(entry.id, now)
            says = reply.knew if honesty.random() < HONEST else not reply.knew
            mood = (Confidence.SURE if says else Confidence.GUESS) if tagged else None
            held = course.seen.get(entry.id)
            evidence = Evidence(int(reply.right), 1, guess_rate, mood)
            memory = remembered(held.memory if held else None, evidence, Moment(now))
            course.seen[entry.id] = Seen(memory, not reply.right)
            course.answered[entry.area] = course.answered.get(entry.area, 0) + 1
            now += MINUTE
    expected = fmean(retrievability(seen.memory, exam) for seen in course.seen.values())
    return expected - fmean(learner.recall(question, exam) for question in course.seen)


def _package() -> None:
    """How far the memory state is from the package's on random histories of whole days."""
    rng, worst = random.Random(1), 0.0
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    for _ in range(1000):
        card, now, trace = fsrs.Card(), FIRST_EVENING, None
        for _ in range(rng.randint(1, 20)):
            gap, rating = rng.choice((0, 1, 1, 2, 3, 7, 21, 90)), Rating(rng.randint(1, 4))
            now += timedelta(days=gap)
            card, _log = scheduler.review_card(card, fsrs.Rating(rating.value), now)
            if trace is None:
                trace = MODEL.first(rating)
            elif gap == 0:
                trace = MODEL.again_same_day(trace, rating)
            else:
                trace = MODEL.again_later(trace, MODEL.retrievability(gap, trace.stability), rating)
            assert card.stability is not None
            assert card.difficulty is not None
            worst = max(
                worst, abs(trace.stability / card.stability - 1), abs(trace.difficulty - card.difficulty)
            )
    before, after = (MODEL.retrievability(1 + shift, 2.0) for shift in (-1e-9, 1e-9))
    print(f"T12 largest difference to py-fsrs on 1,000 histories {worst:.1e}     target 1e-6")
    print(f"    step of retrievability at 24 hours {before - after:.1e}")


def _speed() -> None:
    """The state after an answer, and the replay of a log."""
    rng = random.Random(1)
    log = [
        Answer(
            1,
            f"q{rng.randrange(640)}",
            Moment(FIRST_EVENING + k * 17 * MINUTE),
            frozenset(),
            rng.randint(0, 1),
            1,
            1,
        )
        for k in range(5000)
    ]
    best = math.inf
    for _ in range(5):
        held: dict[str, QuestionState] = {}
        start = time.perf_counter()
        for answer in log:
            held[answer.question] = state_after(held.get(answer.question), answer)
        best = min(best, time.perf_counter() - start)
    print(
        f"T13 memory: an answer {1000 * best / len(log):.4f} ms, replay of 5,000 {best:.3f} s     targets .06 ms, .3 s"
    )


if __name__ == "__main__":
    main()
