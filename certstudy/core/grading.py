"""From a response to points.

One point per right option, none lost for a wrong one, as Microsoft describes multi-part questions
(learn.microsoft.com, "Exam scoring and score reports"); a response may hold at most as many options as the
key, so that choosing everything earns nothing extra.
"""

from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.question import Question

Response = frozenset[str]


class Verdict(StrEnum):
    """How an answer came out."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Grade:
    """Points earned out of those to be had."""

    points: int
    out_of: int

    @property
    def credit(self) -> float:
        """The share earned, 0 to 1."""
        return self.points / self.out_of

    @property
    def verdict(self) -> Verdict:
        """The grade as a word."""
        if self.points == self.out_of:
            return Verdict.RIGHT
        return Verdict.PARTLY if self.points else Verdict.WRONG


def grade(question: Question, response: Response) -> Grade:
    """Grade a response; an empty one earns nothing.

    Raises ValueError if it holds an unknown option or more options than the key.
    """
    if unknown := response - {option.id for option in question.options}:
        raise ValueError(f"{question.id} has no option {', '.join(sorted(unknown))}")
    if len(response) > len(question.key):
        raise ValueError(f"{question.id} takes at most {len(question.key)} options")
    return Grade(points=len(response & question.key), out_of=len(question.key))


def toggled(question: Question, response: Response, option_id: str) -> Response:
    """The response after a press on an option.

    A single choice moves; with several, a press on one more than allowed changes nothing.
    """
    if option_id in response:
        return response - {option_id}
    if question.choose == 1:
        return frozenset((option_id,))
    return response | {option_id} if len(response) < question.choose else response
