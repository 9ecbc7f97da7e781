"""How ready the learner is: share right per area with its range, and a forecast of the scaled score.

Per area a beta-binomial on first attempts (repeats prove memory, not ability: the exam's questions are new). The
forecast adds the areas by the exam's weights, the chance of a finite form, a form's own difficulty and an unknown
cut score; "700 is not 70 %" (learn.microsoft.com, "Exam scoring and score reports"), so the map from share to scaled
score is an estimate and every face says so.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import NormalDist

from certstudy.core.blueprint import weight_ranges, weights
from certstudy.core.syllabus import Syllabus

EVIDENCE_NEEDED = 20
PRIOR_RIGHT, PRIOR_WRONG = 3.0, 2.0
CUT, CUT_SD = 0.70, 0.04
FORM_SD = 0.05
Z80 = NormalDist().inv_cdf(0.9)


@dataclass(frozen=True, slots=True)
class FirstAttempts:
    """Answers to questions never met before: how many, and their summed credit."""

    answers: int
    credit: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share right, 0 to 1, with the ends of its 80 % range."""

    mean: float
    low: float
    high: float
    answers: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """The predictive distribution of the scaled score, as mean, deviation and 80 % range; P(pass) with its range."""

    mean: float
    sd: float
    low: float
    high: float
    p_pass: float
    p_low: float
    p_high: float


@dataclass(frozen=True, slots=True)
class Readiness:
    """Estimates by area id; the forecast is None until there is enough evidence, `missing` answers from now."""

    areas: Mapping[str, Estimate]
    forecast: Forecast | None
    missing: int


def share_right(first: FirstAttempts) -> Estimate:
    """The share right on new questions with its 80 % range (normal on the log odds of the beta posterior)."""
    a, b = PRIOR_RIGHT + first.credit, PRIOR_WRONG + first.answers - first.credit
    centre, spread = math.log(a / b), math.sqrt(1 / a + 1 / b) * Z80
    return Estimate(a / (a + b), _logistic(centre - spread), _logistic(centre + spread), first.answers)


def readiness(syllabus: Syllabus, first: Mapping[str, FirstAttempts], questions: int = 50) -> Readiness:
    """What first attempts say about an exam of that many questions."""
    none = FirstAttempts(0, 0.0)
    estimates = {area.id: share_right(first.get(area.id, none)) for area in syllabus.areas}
    total = sum(f.answers for f in first.values())
    untouched = sum(estimates[area.id].answers == 0 for area in syllabus.areas)
    missing = max(EVIDENCE_NEEDED - total, untouched)
    if missing > 0:
        return Readiness(estimates, None, missing)
    return Readiness(estimates, _forecast(syllabus, first, questions), 0)


def scaled(share: float, score_max: int = 1000, score_to_pass: int = 700, cut: float = CUT) -> float:
    """A share right on the exam's scale: straight lines from 0 over the cut to 1. An estimate, not Microsoft's map."""
    if share <= cut:
        return score_to_pass * share / cut
    return score_to_pass + (score_max - score_to_pass) * (share - cut) / (1 - cut)


def another_form(syllabus: Syllabus, points: int, out_of: int, questions: int) -> tuple[float, float]:
    """The 80 % range of the scaled score on another form of that many questions, by the result of one.

    Both forms are samples of the same questions, so the luck of each counts. An estimate, as `scaled` is.
    """
    share = (points + 1) / (out_of + 2)
    reach = Z80 * math.sqrt(2 * share * (1 - share) / questions)
    exam = syllabus.exam
    low, high = (min(1.0, max(0.0, points / out_of + sign * reach)) for sign in (-1, 1))
    return scaled(low, exam.score_max, exam.score_to_pass), scaled(high, exam.score_max, exam.score_to_pass)


def _forecast(syllabus: Syllabus, first: Mapping[str, FirstAttempts], questions: int) -> Forecast:
    shares = weights(weight_ranges(syllabus))
    whole = sum(shares)
    mean = variance = 0.0
    for area, share in zip(syllabus.areas, shares, strict=True):
        counts = first[area.id]
        a, b = PRIOR_RIGHT + counts.credit, PRIOR_WRONG + counts.answers - counts.credit
        weight, p = share / whole, a / (a + b)
        mean += weight * p
        variance += weight**2 * p * (1 - p) / (a + b + 1)
    skill_sd = math.sqrt(variance)
    luck = mean * (1 - mean) / questions + FORM_SD**2 + CUT_SD**2
    exam = syllabus.exam
    low, high = (mean + z * math.sqrt(variance + luck) for z in (-Z80, Z80))
    normal = NormalDist()
    p_pass, p_low, p_high = (
        normal.cdf((mean + z * skill_sd - CUT) / math.sqrt(luck + (variance if z == 0 else 0)))
        for z in (0.0, -Z80, Z80)
    )
    ends = [scaled(min(1.0, max(0.0, s)), exam.score_max, exam.score_to_pass) for s in (mean, low, high)]
    return Forecast(ends[0], (ends[2] - ends[1]) / (2 * Z80), ends[1], ends[2], p_pass, p_low, p_high)


def _logistic(x: float) -> float:
    return 1 / (1 + math.exp(-x))
