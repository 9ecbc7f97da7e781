"""What a question gives to decide with: a situation in its stem, code or data to look at."""

import re

from certstudy.bank.lint.language import count, prose, question_sentence
from certstudy.core.question import CodeExhibit, PictureExhibit, Question, TextExhibit
from certstudy.core.tasks import Gaps, Hotspot

SHORTEST_SITUATION = 25

CONSTRAINT = re.compile(
    r"\b(must|may|only|without|within|least|cannot|can|needs?|wants?|has to|have to|at most|no|limit\w*|allow\w*|"
    r"requires?|asks?|before|until|expects?|keep|stay)\b",
    re.IGNORECASE,
)
"""A word that says what is scarce, forbidden or due."""

_DATA = re.compile(r"^\s*(\||```|[-*] |\d+[.)] )", re.MULTILINE)
_SHOWN = re.compile(r"^\s*(\||```)", re.MULTILINE)


def is_scenario(question: Question) -> bool:
    """Whether a situation of 25 words before the question sets a constraint; a case study or series always does."""
    if question.case or question.solution:
        return True
    situation = question.stem.replace(question_sentence(question.stem) or "\0", " ")
    return count(situation) >= SHORTEST_SITUATION and bool(CONSTRAINT.search(prose(situation)))


def shows_material(question: Question) -> bool:
    """Whether there is code or data to read: a file, table, list or picture, or code with gaps."""
    task = question.task
    if isinstance(task, Hotspot) or (isinstance(task, Gaps) and task.language):
        return True
    if _SHOWN.search(question.stem):
        return True
    return any(
        isinstance(exhibit, CodeExhibit | PictureExhibit) or _holds_data(exhibit)
        for exhibit in question.exhibits
    )


def _holds_data(exhibit: TextExhibit) -> bool:
    return bool(_DATA.search(exhibit.body))
