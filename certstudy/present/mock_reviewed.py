"""One question of a mock exam after it was handed in: what was chosen, what is right, and why."""

from dataclasses import dataclass, replace

from certstudy.core.confidence import Confidence
from certstudy.core.grading import Verdict
from certstudy.core.question import CaseStudy
from certstudy.core.record import Answer
from certstudy.core.shuffle import shown
from certstudy.core.syllabus import Syllabus
from certstudy.present import markup
from certstudy.present.links import link_title
from certstudy.present.question import ExhibitView, QuestionView, case_pages, question_view
from certstudy.present.words import _, seconds
from certstudy.study.mock_result import Change, MockResult, Sat


@dataclass(frozen=True, slots=True)
class ReviewedView:
    """One question after the exam; `question` is None, and what follows from it empty, once the pack has dropped it.

    `links` are (title, address), `study_note` is the title of its objective's note, "" for none.
    """

    head: str
    verdict: Verdict
    answered: bool
    word: str
    note: str
    remarks: tuple[str, ...]
    question: QuestionView | None = None
    explanation_html: str = ""
    links: tuple[tuple[str, str], ...] = ()
    case: tuple[ExhibitView, ...] = ()
    objective: str = ""
    study_note: str = ""


def reviewed_view(
    syllabus: Syllabus, result: MockResult, index: int, case: CaseStudy | None = None, study_note: str = ""
) -> ReviewedView:
    """One question of the result as after checking; `study_note` is the title of its objective's note."""
    row = result.sat[index]
    answer, question = row.answer, row.question
    bare = ReviewedView(
        head=_("Question {n}").format(n=row.place + 1),
        verdict=answer.verdict,
        answered=bool(answer.response),
        word=_what_came(answer),
        note=row.draft.note,
        remarks=_remarks(row),
    )
    if question is None:
        return bare
    asked = shown(question, result.score.sitting.seed)
    return replace(
        bare,
        question=question_view(syllabus, asked, question.task.fitting(answer.response), checked=True),
        explanation_html=markup.block(question.explanation) if question.explanation else "",
        links=tuple((link_title(page.title, page.url), page.url) for page in question.references),
        case=case_pages(case) if case is not None else (),
        objective=question.objective,
        study_note=study_note,
    )


def _what_came(answer: Answer) -> str:
    """Right or not, the points where there are several, and the time it took."""
    words = {Verdict.RIGHT: _("Right"), Verdict.PARTLY: _("Partly right"), Verdict.WRONG: _("Wrong")}
    parts = [words[answer.verdict] if answer.response else _("Not answered")]
    if answer.out_of > 1:
        parts.append(_("{n} of {all} points").format(n=answer.points, all=answer.out_of))
    if answer.milliseconds:
        parts.append(seconds(answer.milliseconds))
    return ", ".join(parts)


def _remarks(row: Sat) -> tuple[str, ...]:
    """What else is worth knowing of the way the question was answered."""
    changes = {
        Change.TO_RIGHT: _("You changed your first answer, and gained by it."),
        Change.TO_WRONG: _("You changed your first answer, and lost by it."),
        Change.LEVEL: _("You changed your first answer; it made no difference."),
    }
    said = {
        Confidence.GUESS: _("You said: a guess."),
        Confidence.UNSURE: _("You said: unsure."),
        Confidence.SURE: _("You said: sure."),
    }
    found = []
    if row.unscored:
        found.append(_("This question does not count."))
    if row.answer.confidence is not None:
        found.append(said[row.answer.confidence])
    if row.change in changes:
        found.append(changes[row.change])
    if row.slow:
        found.append(_("It took much longer than an even pace."))
    return tuple(found)
