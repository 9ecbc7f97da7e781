"""The case study that a question belongs to."""

from certstudy.core.question import CaseStudy, Question
from certstudy.study.desk import Desk


def case_of(desk: Desk, question: Question) -> CaseStudy | None:
    """The question's case study; None for a question that stands alone."""
    return desk.catalog.case(question.case) if question.case else None
