"""From a response to points.

One point per right component, none lost for a wrong one, as Microsoft describes multi-part questions
(learn.microsoft.com, "Exam scoring and score reports"); where a number is asked for, a response may hold at most
that many, so that choosing everything earns nothing extra.
"""

from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.question import Question
from certstudy.core.response import Response


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
    """Grade a response; an empty one earns nothing. ValueError if it does not fit the question."""
    task = question.task
    if not task.fits(response):
        raise ValueError(f"the response does not fit {question.id}")
    return Grade(points=task.points(response), out_of=task.out_of)
