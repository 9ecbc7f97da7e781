"""How ready the learner is: what first attempts, day by day, say of each area, and the score to be expected.

Only first attempts count: repeats prove memory, and the exam's questions are new. The belief about ability is that of
`ability`, the forecast that of `forecast`, and a result that was entered moves both (`exam_result`).
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist

from certstudy.core import forecast
from certstudy.core.ability import Ability, Item, blended, idled, newcomer, observed
from certstudy.core.blueprint import weight_ranges, weights
from certstudy.core.exam_result import Reported, Result, informed
from certstudy.core.forecast import EVIDENCE_NEEDED, Lot, Part, Scale, Standing
from certstudy.core.item_fit import USUAL_GUESSING, Prior
from certstudy.core.logistic import expected, logistic
from certstudy.core.question import Entry
from certstudy.core.syllabus import Syllabus, WeightRange

PRIOR_RIGHT, PRIOR_WRONG = 3.0, 2.0
Z80 = NormalDist().inv_cdf(0.9)
# a question of the exam of which nothing is known, guessed as the usual choice of one in four is
EXAM_ITEM = Prior().item(None, USUAL_GUESSING / 4)


@dataclass(frozen=True, slots=True)
class FirstAttempts:
    """Answers to questions never met before: how many, and their summed credit."""

    answers: int
    credit: float


@dataclass(frozen=True, slots=True)
class Attempted:
    """A first attempt as the model sees it; `day` is the learner's day, credit a share 0 to 1."""

    area: str
    item: Item
    credit: float
    day: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """What was known at the end of a learner's day; `answers` counts first attempts by area."""

    day: int
    ability: Ability
    answers: Mapping[str, int]


Trajectory = tuple[Stage, ...]
"""How a learner came to be where they are: a stage for each day with first attempts, in order."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share right, 0 to 1, with the ends of its 80 % range."""

    mean: float
    low: float
    high: float
    answers: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The predictive distribution of the scaled score, as median, deviation and 80 % range; P(pass) with its range.

    `pieces` are the distribution itself, on `scale`; `offset` is how much harder than practice the exam is taken for,
    in log odds.
    """

    mean: float
    sd: float
    low: float
    high: float
    p_pass: float
    p_low: float
    p_high: float
    pieces: tuple[Lot, ...]
    scale: Scale
    offset: float = forecast.OFFSET


@dataclass(frozen=True, slots=True)
class Readiness:
    """Estimates by area id; the forecast is None until there is enough evidence, `missing` answers from now."""

    areas: Mapping[str, Estimate]
    forecast: Forecast | None
    missing: int


def item_of(entry: Entry) -> Item:
    """What is believed of a question of the bank: the author's level of difficulty, and what guessing earns."""
    return Prior().item(entry.difficulty, USUAL_GUESSING * entry.chance)


def trajectory(attempts: Iterable[Attempted], so_far: Trajectory = ()) -> Trajectory:
    """The stages that these attempts lead through; goes on from those given."""
    stages = list(so_far)
    ability = stages[-1].ability if stages else newcomer()
    answers = dict(stages[-1].answers) if stages else {}
    for attempt in attempts:
        if stages and attempt.day > stages[-1].day:
            ability = idled(ability, attempt.day - stages[-1].day)
        ability = observed(ability, attempt.area, attempt.item, attempt.credit)[1]
        answers[attempt.area] = answers.get(attempt.area, 0) + 1
        stage = Stage(max(attempt.day, stages[-1].day if stages else 0), ability, dict(answers))
        if stages and stages[-1].day == stage.day:
            stages.pop()
        stages.append(stage)
    return tuple(stages)


def stage_on(stages: Trajectory, day: int) -> Stage:
    """What was known on a day; that nothing was, before the first."""
    return next((stage for stage in reversed(stages) if stage.day <= day), Stage(day, newcomer(), {}))


def exam_parts(syllabus: Syllabus) -> tuple[Part, ...]:
    """The real exam: its size, and its areas with weights that lie somewhere in their ranges."""
    shares = weights(weight_ranges(syllabus))
    size = (syllabus.exam.questions_low + syllabus.exam.questions_high) / 2
    return tuple(
        Part(area.id, size * share / sum(shares), (EXAM_ITEM,), spread=_spread(area.weight))
        for area, share in zip(syllabus.areas, shares, strict=True)
    )


def exam_scale(syllabus: Syllabus) -> Scale:
    """The exam's scale."""
    return Scale(syllabus.exam.score_max, syllabus.exam.score_to_pass)


def standing_on(syllabus: Syllabus, stage: Stage, day: int, results: Sequence[Reported] = ()) -> Standing:
    """The belief about abilities and the exam's offset on a day, with all results entered until then."""
    ability = idled(stage.ability, day - stage.day) if stage.answers else stage.ability
    known = forecast.standing(ability, [area.id for area in syllabus.areas])
    entered = [reported for reported in results if reported.result.day <= day]
    return informed(known, entered, exam_parts(syllabus), exam_scale(syllabus))


def reported(syllabus: Syllabus, stages: Trajectory, result: Result) -> Reported:
    """A result with what was known of the abilities on its day."""
    areas = [area.id for area in syllabus.areas]
    return Reported(result, blended(stage_on(stages, result.day).ability, areas)[0])


def readiness(syllabus: Syllabus, stage: Stage, day: int, results: Sequence[Reported] = ()) -> Readiness:
    """What a stage says on a day about the real exam."""
    known = standing_on(syllabus, stage, day, results)
    missing = answers_missing(syllabus, stage)
    estimates = area_estimates(syllabus, stage, known)
    return Readiness(estimates, None if missing else exam_forecast(syllabus, known), missing)


def answers_missing(syllabus: Syllabus, stage: Stage) -> int:
    """How many first attempts are lacking before a chance can be named: some in all, one in each area."""
    counts = [stage.answers.get(area.id, 0) for area in syllabus.areas]
    return max(EVIDENCE_NEEDED - sum(counts), counts.count(0), 0)


def area_estimates(syllabus: Syllabus, stage: Stage, known: Standing) -> dict[str, Estimate]:
    """The share right to be expected on new questions of each area."""
    return {
        area.id: _estimate(known, place, stage.answers.get(area.id, 0))
        for place, area in enumerate(syllabus.areas)
    }


def known_unmet(syllabus: Syllabus, stage: Stage) -> dict[str, float]:
    """How likely a question of each area is known that was never met, guesses not counted; empty without answers."""
    if not stage.answers:
        return {}
    areas = [area.id for area in syllabus.areas]
    mean, covariance = blended(stage.ability, areas)
    return {
        area: expected(mean[place] - EXAM_ITEM.difficulty, covariance[place][place] + EXAM_ITEM.variance)
        for place, area in enumerate(areas)
    }


def expected_score(syllabus: Syllabus, known: Standing) -> tuple[float, float, float]:
    """The 10, 50 and 90 % quantiles of the exam's scaled score, and nothing else."""
    return forecast.score_quantiles(forecast.lots(known, exam_parts(syllabus)), exam_scale(syllabus))


def exam_forecast(syllabus: Syllabus, known: Standing) -> Forecast:
    """The real exam's score for somebody of that standing."""
    parts, scale = exam_parts(syllabus), exam_scale(syllabus)
    pieces = forecast.lots(known, parts)
    score_low, score, score_high = forecast.score_quantiles(pieces, scale)
    low, high = forecast.chance_range(known, parts, scale)
    p_pass = forecast.chance_to_pass(pieces, scale)
    return Forecast(
        mean=score,
        sd=(score_high - score_low) / (2 * Z80),
        low=score_low,
        high=score_high,
        p_pass=p_pass,
        p_low=min(low, p_pass),
        p_high=max(high, p_pass),
        pieces=pieces,
        scale=scale,
        offset=known.mean[-1],
    )


def share_right(first: FirstAttempts) -> Estimate:
    """The share right of one set of answers with its 80 % range (normal on the log odds of the beta posterior)."""
    a, b = PRIOR_RIGHT + first.credit, PRIOR_WRONG + first.answers - first.credit
    centre, spread = math.log(a / b), math.sqrt(1 / a + 1 / b) * Z80
    return Estimate(a / (a + b), logistic(centre - spread), logistic(centre + spread), first.answers)


def scaled(share: float, score_max: int = 1000, score_to_pass: int = 700) -> float:
    """A share right on the exam's scale. An estimate, not the owner's map."""
    return forecast.scaled(share, Scale(score_max, score_to_pass))


def another_form(syllabus: Syllabus, points: int, out_of: int, questions: int) -> tuple[float, float]:
    """The 80 % range of the scaled score on another form of that many questions, by the result of one.

    Both forms are samples of the same questions, so the luck of each counts. An estimate, as `scaled` is.
    """
    share = (points + 1) / (out_of + 2)
    reach = Z80 * math.sqrt(2 * share * (1 - share) / questions)
    exam = syllabus.exam
    low, high = (min(1.0, max(0.0, points / out_of + sign * reach)) for sign in (-1, 1))
    return scaled(low, exam.score_max, exam.score_to_pass), scaled(high, exam.score_max, exam.score_to_pass)


def _estimate(known: Standing, place: int, answers: int) -> Estimate:
    """The share right on new questions of an area, as hard as those of practice on the average."""
    mean, variance = known.mean[place], known.covariance[place][place]
    reach = Z80 * math.sqrt(variance)
    low, high = (_share(mean + by, 0.0) for by in (-reach, reach))
    return Estimate(_share(mean, variance), low, high, answers)


def _share(ability: float, variance: float) -> float:
    right = expected(ability - EXAM_ITEM.difficulty, variance + EXAM_ITEM.variance)
    return EXAM_ITEM.floor + (1 - EXAM_ITEM.floor) * right


def _spread(weight: WeightRange) -> float:
    """The standard deviation of an area's share of the form, 0 to 1, if every per cent in its range is as likely."""
    return (weight.high - weight.low) / 100 / math.sqrt(12)
