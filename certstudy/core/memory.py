"""What an answer leaves in memory, when a right one may have been a guess.

A right answer is a recall with the probability that Bayes' rule gives: w = R / (R + (1 - R) c), where R is the
retrievability before it and c the chance of guessing right. The new memory lies that far between the one of a lapse and
the one of a recall. What the learner said about being sure moves c; a missed point moves w.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import Fsrs, Rating, Trace
from certstudy.core.moment import Moment

DAY = timedelta(days=1)
# a clock that is put right moves by less, in days
CLOCKS_DIFFER = 1.0

# the share of questions a learner of such an exam knows before practising
KNOWN_BEFORE = 0.4

# people know that some options are wrong, but not as often as they would gain by blind choice (measured: 0.7 to 0.85)
GUESSED = 0.8

# a question is due when less than this share is expected to be recalled
DUE_BELOW = 0.9

# how much likelier luck is to be said so sure of than knowledge is: four in five say it as it is
LUCK_BY_CONFIDENCE = {None: 1.0, Confidence.SURE: 0.25, Confidence.UNSURE: 1.5, Confidence.GUESS: 4.0}

# two evenings on, one memory foretells what the two it may be foretell together; so the estimate of recall some
# weeks later is nearly without bias (simulated: 0.008, by the mean of log stability 0.021)
MIXED_AT = 2.0


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of one question: stability in days, difficulty from 1 to 10, and when it was last answered."""

    stability: float
    difficulty: float
    last: Moment

    @property
    def due(self) -> int:
        """The learner's day on which recall has become uncertain."""
        return self.last.day + max(1, round(POPULATION.days_until(DUE_BELOW, self.stability)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """An answer as memory sees it; `guess_rate` is the probability of earning every point without knowledge."""

    points: int
    out_of: int
    guess_rate: float
    confidence: Confidence | None = None

    def knew(self, retrievability: float) -> float:
        """The probability, 0 to 1, that knowledge earned what was earned."""
        if not self.points:
            return 0.0
        luck = GUESSED * self.guess_rate * LUCK_BY_CONFIDENCE[self.confidence] * (1 - retrievability)
        return self._beyond_chance * retrievability / (retrievability + luck)

    @property
    def _beyond_chance(self) -> float:
        """The share of the points earned beyond what blind choice earns of each."""
        if self.points == self.out_of:
            return 1.0
        blind = math.pow(self.guess_rate, 1 / self.out_of)
        return max(0.0, (self.points / self.out_of - blind) / (1 - blind))


POPULATION = Fsrs()


def remembered(memory: Memory | None, evidence: Evidence, at: Moment, model: Fsrs = POPULATION) -> Memory:
    """The memory after an answer at that moment.

    Whether an answer comes on another day is the learner's day to say, not 24 hours: the evening's second look
    proves little, the next evening's an hour earlier proves as much as one an hour later.
    """
    recall = Rating.GOOD if evidence.confidence in (None, Confidence.SURE) else Rating.HARD
    if memory is None:
        knew = evidence.knew(KNOWN_BEFORE)
        return between(model.first(Rating.AGAIN), model.first(recall), knew, at, model)
    trace = Trace(memory.stability, memory.difficulty)
    r = retrievability(memory, at.utc, model)
    knew = evidence.knew(r)
    if at.day == memory.last.day:
        lapse, recalled = model.again_same_day(trace, Rating.AGAIN), model.again_same_day(trace, recall)
    else:
        lapse, recalled = model.again_later(trace, r, Rating.AGAIN), model.again_later(trace, r, recall)
    return between(lapse, recalled, knew, at, model)


def retrievability(memory: Memory, at: datetime, model: Fsrs = POPULATION) -> float:
    """The probability, 0 to 1, that the question is recalled at an instant; days count as fractions."""
    return model.retrievability(days_since(memory, at), memory.stability)


def days_since(memory: Memory, at: datetime) -> float:
    """The days since the last answer, with fractions.

    An answer that lies ahead was given while the clock was wrong. How long ago is not known, so that it counts as just
    long enough to be asked again; else the question would rest until the clock's mistake has come true.
    """
    days = (at - memory.last.utc) / DAY
    return memory.stability if days < -CLOCKS_DIFFER else max(0.0, days)


def between(lapse: Trace, recalled: Trace, knew: float, at: Moment, model: Fsrs) -> Memory:
    """The one memory that stands for either: a lapse's, or with probability `knew` a recall's."""
    recall = knew * model.retrievability(MIXED_AT, recalled.stability)
    recall += (1 - knew) * model.retrievability(MIXED_AT, lapse.stability)
    difficulty = knew * recalled.difficulty + (1 - knew) * lapse.difficulty
    return Memory(model.stability(MIXED_AT, recall), difficulty, at)
