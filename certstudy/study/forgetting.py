"""The learner's own forgetting: all its parameters fitted to the answers, kept only where they foretell better."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import Protocol

from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.fsrs import Fsrs, Rating, fsrs_of
from certstudy.core.memory import GUESSED, Memory, remembered, retrievability
from certstudy.core.record import Answer, evidence_of
from certstudy.study.desk import Desk

# fewer reviews than these are fitted to chance
FEWEST_REVIEWS = 400
TRAINED_ON = 0.7
ALL = 2**62

History = Sequence[tuple[int, int]]
"""The answers to one question as pairs of a grade, 1 to 4, and the whole days since the one before."""


class Fitter(Protocol):
    """Whatever fits the 21 parameters of FSRS-6 to histories."""

    def __call__(self, histories: Sequence[History]) -> tuple[float, ...]:
        """The parameters that foretell these histories best."""
        ...


@dataclass(frozen=True, slots=True)
class Fitted:
    """What came of it: log loss on the latest answers, which were not fitted to, before and with own parameters.

    `reviews` counts repeats on a later day; without enough of them the losses are None and nothing is kept.
    """

    reviews: int
    before: float | None = None
    fitted: float | None = None
    kept: bool = False


def fit(desk: Desk, fitter: Fitter) -> tuple[Fitted, Changes]:
    """Fit, and keep the parameters if they foretell the latest answers better; memories are then worked out anew."""
    answers = desk.history.recent(ALL)
    reviews = sum(1 for _review in foretold(answers, Fsrs()))
    if reviews < FEWEST_REVIEWS:
        return Fitted(reviews), Changes.NOTHING
    start = answers[int(TRAINED_ON * len(answers))].id
    trial = fsrs_of(fitter(histories(answer for answer in answers if answer.id < start)))
    before, fitted = (loss(answers, model, start) for model in (Fsrs(), trial))
    if fitted >= before:
        return Fitted(reviews, before, fitted), Changes.NOTHING
    kept = replace(desk.history.preferences(), forgetting=tuple(fitter(histories(answers))))
    desk.ledger.prefer(kept)
    return Fitted(reviews, before, fitted, kept=True), Changes.PREFERENCES | Changes.ANSWERS


def give_up(desk: Desk) -> Changes:
    """Go back to the population's parameters."""
    desk.ledger.prefer(replace(desk.history.preferences(), forgetting=()))
    return Changes.PREFERENCES | Changes.ANSWERS


def histories(answers: Iterable[Answer]) -> list[History]:
    """The answers by question, in the grades of FSRS."""
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    last: dict[str, int] = {}
    for answer in answers:
        day = answer.at.day
        gap = max(0, day - last.get(answer.question, day))
        rows[answer.question].append((grade(answer).value, gap))
        last[answer.question] = day
    return [tuple(history) for history in rows.values()]


def grade(answer: Answer) -> Rating:
    """An answer as one of four grades; a guess that was right is a lapse."""
    if answer.credit < 1.0 or answer.confidence is Confidence.GUESS:
        return Rating.AGAIN
    return Rating.HARD if answer.confidence is Confidence.UNSURE else Rating.GOOD


def loss(answers: Iterable[Answer], model: Fsrs, start: int) -> float:
    """The mean log loss of the model over reviews from answer number `start` on."""
    return fmean(
        -math.log(chance if right else 1 - chance)
        for number, chance, right in foretold(answers, model)
        if number >= start
    )


def foretold(answers: Iterable[Answer], model: Fsrs) -> Iterable[tuple[int, float, bool]]:
    """Each review on a later day: the answer's number, the chance given to it before, whether it was right."""
    memories: dict[str, Memory] = {}
    for answer in answers:
        before = memories.get(answer.question)
        if before is not None and answer.at.day != before.last.day:
            blind = GUESSED * answer.guess_rate
            recall = retrievability(before, answer.at.utc, model)
            yield answer.id, min(0.999, max(0.001, blind + (1 - blind) * recall)), answer.credit == 1.0
        memories[answer.question] = remembered(before, evidence_of(answer), answer.at, model)
