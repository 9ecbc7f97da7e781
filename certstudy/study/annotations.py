"""The learner's own marks on questions: flags and notes."""

from certstudy.core.changes import Changes
from certstudy.study.desk import Desk


def flag(desk: Desk, question_id: str, flagged: bool) -> Changes:
    """Set or clear a question's flag."""
    desk.ledger.flag(question_id, flagged, desk.now())
    return Changes.ANNOTATIONS


def note(desk: Desk, question_id: str, text: str) -> Changes:
    """Keep a note on a question; blank text removes it."""
    desk.ledger.note(question_id, text.strip(), desk.now())
    return Changes.ANNOTATIONS
