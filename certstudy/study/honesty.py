"""How often what was foretold came true: each answer, each mock exam, and the learner's own confidence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from certstudy.core.ability import Ability
from certstudy.core.calibration import Bin, Quality, quality, reliability
from certstudy.core.confidence import Confidence
from certstudy.core.moment import Moment
from certstudy.core.readiness import item_of, stage_on
from certstudy.core.record import Answer, KeptForecast
from certstudy.core.replay import Replay
from certstudy.study.desk import Desk
from certstudy.study.mock_result import MockScore, attempts
from certstudy.study.readiness import standing

BINS = 5
FEWEST_ANSWERS = 50
# older answers say little of how honest the figures are now
LATEST = 5_000
_DAY_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Sureness:
    """Answers that were marked with one degree of confidence, and the share of credit they earned."""

    confidence: Confidence
    answers: int
    right: float


@dataclass(frozen=True, slots=True)
class Foretold:
    """A mock exam with what was foretold of it, and whether the share right fell in the 80 % range."""

    score: MockScore
    forecast: KeptForecast

    @property
    def share(self) -> float:
        """The share right that came."""
        return self.score.points / self.score.out_of

    @property
    def held(self) -> bool:
        """Whether it fell in the range."""
        return self.forecast.low <= self.share <= self.forecast.high


@dataclass(frozen=True, slots=True)
class Honesty:
    """The whole account; `bins` is empty under fifty answers, `misled` are questions wrong though sure."""

    answers: int
    scores: Quality | None
    bins: tuple[Bin, ...]
    mocks: tuple[Foretold, ...]
    sureness: tuple[Sureness, ...]
    misled: tuple[str, ...]


def account(desk: Desk) -> Honesty:
    """Replay the latest answers, each foretold before it is seen, and hold what was foretold against what came."""
    answers = desk.history.latest_answers(LATEST)
    chances, outcomes = _foretold(desk, answers)
    forecasts = desk.history.forecasts()
    mocks = tuple(
        Foretold(score, forecasts[score.sitting.id])
        for score in attempts(desk)
        if score.sitting.id in forecasts and score.out_of
    )
    return Honesty(
        answers=len(chances),
        scores=quality(chances, outcomes),
        bins=reliability(chances, outcomes, BINS) if len(chances) >= FEWEST_ANSWERS else (),
        mocks=mocks,
        sureness=_sureness(answers),
        misled=_misled(desk, answers),
    )


def _foretold(desk: Desk, answers: Sequence[Answer]) -> tuple[list[float], list[float]]:
    """Chances and credits of these answers, as far as the pack still holds their questions.

    A repeat of a question whose last answer is not among them is not foretold.
    """
    entries = {entry.id: entry for entry in desk.catalog.entries}
    first = {attempt.question: attempt.at for attempt in desk.history.first_attempts()}
    replay, chances, outcomes = Replay(ability=_before(desk, answers)), [], []
    for answer in answers:
        entry = entries.get(answer.question)
        if entry is None:
            continue
        day = _days(answer.at)
        if replay.met(entry.id) or first.get(entry.id) == answer.at:
            chances.append(replay.take(entry.id, entry.area, item_of(entry), answer.credit, day))
            outcomes.append(answer.credit)
        else:
            replay.remember(entry.id, answer.credit, day)
    return chances, outcomes


def _before(desk: Desk, answers: Sequence[Answer]) -> Ability | None:
    """What was known of the learner before the day of the oldest of these answers, if anything."""
    if len(answers) < LATEST:
        return None
    return stage_on(standing(desk).trajectory, answers[0].at.day - 1).ability


def _days(at: Moment) -> float:
    return at.utc.timestamp() / _DAY_SECONDS


def _sureness(answers: Sequence[Answer]) -> tuple[Sureness, ...]:
    earned: dict[Confidence, list[float]] = defaultdict(list)
    for answer in answers:
        if answer.confidence is not None:
            earned[answer.confidence].append(answer.credit)
    order = (Confidence.SURE, Confidence.UNSURE, Confidence.GUESS)
    return tuple(Sureness(c, len(earned[c]), sum(earned[c]) / len(earned[c])) for c in order if earned[c])


def _misled(desk: Desk, answers: Sequence[Answer]) -> tuple[str, ...]:
    """Questions whose latest answer was sure and missed everything."""
    latest = {answer.question: answer for answer in answers}
    wrong = [a for a in latest.values() if a.confidence is Confidence.SURE and not a.points]
    newest = sorted(wrong, key=lambda answer: -answer.id)
    return tuple(answer.question for answer in newest if answer.question in desk.catalog)
