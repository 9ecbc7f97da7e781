"""`certstudy practice`: a session in the terminal, which a machine without a display gets too."""

import sys
import time
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from io import TextIOWrapper

from certstudy.cli.asking import asked, explained, how_to_answer, parsed
from certstudy.cli.text import ask, emit
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.core.question import Question
from certstudy.core.response import Response
from certstudy.core.shuffle import shown
from certstudy.core.sitting import Practice
from certstudy.core.syllabus import Syllabus
from certstudy.present.quiz import verdict_headline
from certstudy.present.words import _, ngettext
from certstudy.study import practice
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request


def run(workshop: Workshop, n: int, mode: str, scope: list[str], seed: int | None) -> int:
    """Ask, read letters, explain; an empty line answers "don't know", q leaves and keeps everything."""
    with workshop.desk() as desk:
        _check(scope, desk.catalog.syllabus)
        request = Request(Mode(mode), n, frozenset(scope))
        proposal = practice.propose(desk, request, seed)
        if not proposal.picks:
            raise WorldError(
                _("No questions fit this choice."),
                _("Nothing was started."),
                _("Choose another --mode or a wider --scope."),
            )
        sitting, _changes = practice.start(desk, proposal)
        sitting = _ask_all(desk, sitting)
        practice.finish(desk, sitting)
        emit(_summary(sitting))
    return 0


def _check(scope: Sequence[str], syllabus: Syllabus) -> None:
    """WorldError for an id that the outline does not have."""
    known = [
        *(area.id for area in syllabus.areas),
        *(group.id for area in syllabus.areas for group in area.groups),
        *(objective.id for objective in syllabus.objectives),
    ]
    for name in scope:
        if name not in known:
            near = ", ".join(get_close_matches(name, known) or [area.id for area in syllabus.areas])
            raise WorldError(
                _("The outline has no area, group or objective {name}.").format(name=ascii(name)),
                _("Nothing was started."),
                _("It has, for example: {names}").format(names=near),
            )


def _ask_all(desk: Desk, sitting: Practice) -> Practice:
    lines = _lines()
    while sitting.current is not None:
        question = shown(desk.catalog.question(sitting.current), sitting.record.seed)
        counter = _("Question {k} of {n}").format(k=sitting.index + 1, n=len(sitting.form))
        case = desk.catalog.case(question.case) if question.case else None
        emit(f"\n--- {counter} · {question.objective}\n\n{asked(question, case)}")
        began = time.monotonic()
        response = _read(lines, question)
        if response is None:
            break
        spent = round(1000 * (time.monotonic() - began))
        answered = practice.answer(desk, sitting, response, None, spent)
        sitting = answered.sitting
        headline = verdict_headline(answered.grade, known=bool(response)).upper()
        emit(f"\n{headline}\n\n{explained(question, response)}")
    return sitting


def _lines() -> Iterator[str]:
    """What the learner types, line by line, until the input ends; there may be none."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for line in sys.stdin or ():
        yield line.strip()


def _read(lines: Iterator[str], question: Question) -> Response | None:
    """What was answered; None when the learner leaves."""
    prompt = _("Your answer ({how}, Enter = don't know, q = leave): ").format(how=how_to_answer(question))
    while True:
        ask(prompt)
        line = next(lines, None)
        if line is None or line.lower() in ("q", "quit"):
            return None
        response = parsed(question, line)
        if response is not None and question.task.fits(response):
            return response
        emit(_("That does not fit this question."))


def _summary(sitting: Practice) -> str:
    points = sum(answer.points for answer in sitting.answers)
    out_of = sum(answer.out_of for answer in sitting.answers)
    count = ngettext("{n} answer", "{n} answers", len(sitting.answers)).format(n=len(sitting.answers))
    return "\n" + _("{count}, {points} of {out_of} points. Everything is saved.").format(
        count=count, points=points, out_of=out_of
    )
