"""The learner's own forgetting curve, from the answers as they were given."""

from collections.abc import Iterable

from certstudy.core.fsrs import Fsrs
from certstudy.core.memory import GUESSED, POPULATION, Memory, remembered, retrievability
from certstudy.core.recalibration import Recalibration, learnt
from certstudy.core.record import Answer, evidence_of

# the filter forgets by itself: what lies further back than this would not move it
REVIEWS_COUNTED = 400


def own_curve(answers: Iterable[Answer], since: int = 0, model: Fsrs = POPULATION) -> Recalibration:
    """What the reviews on a later day say, in order of answering.

    Answers before number `since` only lead to the memories that the others found; same-day repeats prove nothing.
    """
    memories: dict[str, Memory] = {}
    found = Recalibration()
    for answer in answers:
        before = memories.get(answer.question)
        if before is not None and answer.id >= since and answer.at.day != before.last.day:
            recall = retrievability(before, answer.at.utc, model)
            found = learnt(found, recall, answer.credit, GUESSED * answer.guess_rate)
        memories[answer.question] = remembered(before, evidence_of(answer), answer.at, model)
    return found
