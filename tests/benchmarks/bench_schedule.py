"""What the app's choice of questions is worth, and how long it takes, beside the targets.

python -m tests.benchmarks.bench_schedule [LEARNERS] [SEED]
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from certstudy.core.blueprint import session, weight_ranges
from certstudy.core.exam_plan import Pupil, exam_plan, scheduled
from certstudy.core.memory import Evidence, Memory, remembered
from certstudy.core.moment import Moment
from certstudy.core.question import Entry
from certstudy.core.ranking import Occasion, best
from certstudy.core.selection import picked
from certstudy.core.simulation import FIRST_EVENING, POLICIES, mean_with_error, sample_bank, simulated
from tests.core.syllabi import syllabus

MET_IN = 60
PLANS = ((14, 30, 0.048), (30, 30, 0.057), (60, 20, 0.061))
SIZES = (1_000, 10_000)
# questions, share of them met, days to the exam, minutes a day
REPLANNED = (
    (500, 0.5, 30, 40),
    (500, 1.0, 180, 120),
    (1_000, 0.0, 180, 40),
    (1_000, 0.5, 180, 120),
    (1_000, 1.0, 365, 60),
)


@dataclass(frozen=True, slots=True)
class Met:
    """A question met some time ago."""

    memory: Memory
    missed: bool = False
    misled: bool = False


def main() -> None:
    """Print every measurement beside its target."""
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else 48
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    print(f"T9 exam-weighted recall on the day, {learners} simulated learners, seed {seed}")
    print(
        "   days x questions  " + "".join(f"{name:>17}" for name in POLICIES) + "   lead over weighted_random"
    )
    for days, per_day, target in PLANS:
        found = {name: simulated(syllabus(), days, per_day, seed, learners, name) for name in POLICIES}
        recalls = {name: [outcome.recall for outcome in outcomes] for name, outcomes in found.items()}
        pairs = zip(recalls["app"], recalls["weighted_random"], strict=True)
        lead, error = mean_with_error([ours - theirs for ours, theirs in pairs])
        means = "".join(f"{statistics.fmean(values):17.4f}" for values in recalls.values())
        print(f"   {days:>4} x {per_day:<10}  {means}   {lead:+.4f} ± {error:.4f}   target +{target}")
    _speed()
    _replanning()


def _speed() -> None:
    areas, ranges = syllabus().areas, weight_ranges(syllabus())
    for size in SIZES:
        bank = sample_bank(syllabus(), size)
        met = _met(bank, 1.0)
        now = FIRST_EVENING + timedelta(days=MET_IN)
        occasion = Occasion(now, now + timedelta(days=20))
        pools = [sum(entry.area == area.id for entry in bank) for area in areas]
        seats = session(ranges, [0] * len(areas), 30, pools).seats
        one = _quickest(lambda: best(bank, met, occasion, 1, random.Random(1)))  # noqa: B023
        form = _quickest(lambda: picked(areas, seats, bank, met, occasion, 1))  # noqa: B023
        print(
            f"T13 of {size:>6} questions met: the next {one:.2f} ms, a session of 30 {form:.2f} ms   (target 1 ms)"
        )


def _met(bank: Sequence[Entry], share: float) -> dict[str, Met]:
    """Some of the questions answered up to three times within the last weeks."""
    rng = random.Random(1)
    found = {}
    for entry in bank:
        memory, days = None, 0.0
        for _ in range(rng.randint(1, 3)):
            days += (MET_IN - days) * rng.random() / 2
            evidence = Evidence(rng.randint(0, 1), 1, 0.25)
            memory = remembered(memory, evidence, Moment(FIRST_EVENING + timedelta(days=days)))
        if memory is not None and rng.random() < share:
            found[entry.id] = Met(memory)
    return found


def _replanning() -> None:
    now = FIRST_EVENING + timedelta(days=MET_IN)
    today = Moment(now).day
    for size, share, days, minutes in REPLANNED:
        bank = sample_bank(syllabus(), size)
        pupil = Pupil(syllabus(), bank, _met(bank, share), {}, 75.0)
        coming = scheduled([minutes] * days, today, today + days, 0)
        occasion = Occasion(now, now + timedelta(days=days, hours=-9))
        took = _quickest(lambda: exam_plan(pupil, coming, 0, occasion))  # noqa: B023
        print(
            f"re-planning {size:>5} questions, {share:.0%} met, {days} days of {minutes} min:"
            f" {took:.0f} ms   (target 200 ms)"
        )


def _quickest(work: Callable[[], object]) -> float:
    """Milliseconds at best."""
    times = []
    for _ in range(15):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * min(times)


if __name__ == "__main__":
    main()
