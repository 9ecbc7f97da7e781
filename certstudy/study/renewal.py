"""What changed since the learner passed: objectives by the outline's editions, questions by their own text."""

from datetime import timedelta

from certstudy.core.certification import Change, changes_since
from certstudy.study.desk import Desk


def changes(desk: Desk) -> tuple[Change, ...]:
    """The changes since the pass; those of the newest edition as long as there is none."""
    certification, passed = desk.catalog.certification, desk.history.preferences().passed
    if certification is None:
        return ()
    newest = certification.editions[0].day
    return changes_since(certification.editions, passed or newest - timedelta(days=1))


def renewal_questions(desk: Desk) -> frozenset[str]:
    """The questions on changed objectives, and those answered whose text is another by now."""
    objectives = {change.objective for change in changes(desk)}
    changed = {entry.id for entry in desk.catalog.entries if entry.objective in objectives}
    return frozenset(changed | revised_questions(desk))


def revised_questions(desk: Desk) -> frozenset[str]:
    """The questions that read otherwise than when the learner, who has passed, last answered them."""
    if desk.history.preferences().passed is None:
        return frozenset()
    return frozenset(
        question
        for question in desk.history.states()
        if question in desk.catalog and _answered_revision(desk, question) != _revision(desk, question)
    )


def _answered_revision(desk: Desk, question: str) -> str:
    return desk.history.answers_to(question)[-1].revision


def _revision(desk: Desk, question: str) -> str:
    return desk.catalog.question(question).revision
