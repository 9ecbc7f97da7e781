"""The end of a practice sitting in figures: per area, in all, and what to do with what was missed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import shorten

from certstudy.core.grading import Verdict
from certstudy.core.question import Question
from certstudy.core.record import Answer
from certstudy.core.syllabus import Syllabus
from certstudy.present import markup
from certstudy.present.areas import area_tag
from certstudy.present.chart import AreaTag
from certstudy.present.question import stem_parts
from certstudy.present.words import _, ngettext, seconds

LONGEST_TITLE = 140


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """One area of the sitting; `share` is the part of the points earned, 0 to 1.

    `detail` tells the points where they say more than the questions right.
    """

    area: AreaTag
    share: float
    figure: str
    detail: str


@dataclass(frozen=True, slots=True)
class MissedView:
    """A question that left a point out: how it begins, and the objective it belongs to."""

    question: str
    verdict: Verdict
    title: str
    place: str


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The whole summary; `missed` counts questions that left a point out."""

    title: str
    headline: str
    detail: str
    rows: tuple[SummaryRow, ...]
    missed: int
    action: str


def summary_view(
    syllabus: Syllabus, answers: Sequence[Answer], slots: Sequence[int], asked: int
) -> SummaryView:
    """Lay out a sitting's answers; `slots` names each answer's area by its place in the syllabus."""
    by_slot: dict[int, list[Answer]] = defaultdict(list)
    for answer, slot in zip(answers, slots, strict=False):
        by_slot[slot].append(answer)
    points = sum(answer.points for answer in answers)
    out_of = sum(answer.out_of for answer in answers)
    right = sum(answer.credit == 1.0 for answer in answers)
    missed = len(answers) - right
    spent = seconds(sum(answer.milliseconds for answer in answers))
    count = ngettext("{n} question", "{n} questions", len(answers)).format(n=len(answers))
    detail = _("{count} in {time}.").format(count=count, time=spent)
    if out_of > len(answers):
        detail = _("{count} in {time}, {points} of {out_of} points.").format(
            count=count, time=spent, points=points, out_of=out_of
        )
    if len(answers) < asked:
        detail += " " + _("{n} were left open.").format(n=asked - len(answers))
    return SummaryView(
        title=_("Session finished"),
        headline=_("{right} of {n} right").format(right=right, n=len(answers)),
        detail=detail,
        rows=tuple(_row(syllabus, slot, by_slot[slot]) for slot in sorted(by_slot)),
        missed=missed,
        action=ngettext("Practise the one I missed", "Practise the {n} I missed", missed).format(n=missed),
    )


def missed_views(syllabus: Syllabus, missed: Iterable[tuple[Answer, Question]]) -> tuple[MissedView, ...]:
    """What can be looked at again, in order of asking."""
    return tuple(
        MissedView(
            question=question.id,
            verdict=answer.verdict,
            title=shorten(markup.plain(" ".join(stem_parts(question.stem))), LONGEST_TITLE, placeholder="…"),
            place=syllabus.objective(question.objective).title,
        )
        for answer, question in missed
    )


def _row(syllabus: Syllabus, slot: int, answers: Sequence[Answer]) -> SummaryRow:
    points, out_of = sum(answer.points for answer in answers), sum(answer.out_of for answer in answers)
    right = sum(answer.credit == 1.0 for answer in answers)
    return SummaryRow(
        area=area_tag(syllabus, syllabus.areas[slot]),
        share=points / out_of,
        figure=_("{right} of {n} right").format(right=right, n=len(answers)),
        detail=_("{points} of {out_of} points").format(points=points, out_of=out_of)
        if out_of > len(answers)
        else "",
    )
