"""`certstudy practice`: a session in the terminal, which a machine without a display gets too."""

import sys
import textwrap
import time
from collections.abc import Iterator

from certstudy.cli.text import emit
from certstudy.cli.workshop import Workshop
from certstudy.core.grading import Response
from certstudy.core.question import CodeExhibit, Option, Question
from certstudy.core.shuffle import option_order
from certstudy.core.sitting import Practice
from certstudy.present.question import LETTERS, chosen_hint
from certstudy.present.quiz import verdict_headline
from certstudy.present.words import _, ngettext
from certstudy.study import practice
from certstudy.study.desk import Desk
from certstudy.study.practice import Mode, Request

WIDTH = 88


def run(workshop: Workshop, n: int, mode: str, scope: list[str], seed: int | None) -> int:
    """Ask, read letters, explain; an empty line answers "don't know", q leaves and keeps everything."""
    with workshop.desk() as desk:
        request = Request(Mode(mode), n, frozenset(scope))
        proposal = practice.propose(desk, request, seed)
        if not proposal.picks:
            emit(_("No questions fit this choice."))
            return 1
        sitting, _changes = practice.start(desk, proposal)
        sitting = _ask_all(desk, sitting)
        practice.finish(desk, sitting)
        emit(_summary(sitting))
    return 0


def _ask_all(desk: Desk, sitting: Practice) -> Practice:
    lines = _lines()
    while sitting.current is not None:
        question = desk.catalog.question(sitting.current)
        order = option_order(question, sitting.record.seed)
        emit(_question_text(question, order, sitting))
        began = time.monotonic()
        response = _read(lines, question, order)
        if response is None:
            break
        spent = round(1000 * (time.monotonic() - began))
        answered = practice.answer(desk, sitting, response, None, spent)
        sitting = answered.sitting
        emit(_feedback_text(question, order, response, verdict_headline(answered.grade)))
    return sitting


def _lines() -> Iterator[str]:
    """What the learner types, line by line, until the input ends."""
    for line in sys.stdin:
        yield line.strip()


def _read(lines: Iterator[str], question: Question, order: tuple[Option, ...]) -> Response | None:
    """The options chosen; None when the learner leaves."""
    letters = LETTERS[: len(order)]
    prompt = _("Your answer ({letters}, Enter = don't know, q = leave): ").format(
        letters=f"{letters[0]}-{letters[-1]}"
    )
    while True:
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = next(lines, None)
        if line is None or line.lower() in ("q", "quit"):
            return None
        chosen = [c for c in line.upper() if not c.isspace() and c != ","]
        if all(c in letters for c in chosen) and len(set(chosen)) <= question.choose:
            return frozenset(order[letters.index(c)].id for c in chosen)
        emit(chosen_hint(0, question.choose) or _("Choose one letter."))


def _question_text(question: Question, order: tuple[Option, ...], sitting: Practice) -> str:
    counter = _("Question {k} of {n}").format(k=sitting.index + 1, n=len(sitting.form))
    blocks = ["", f"--- {counter} · {question.objective}", "", _wrapped(question.stem)]
    for exhibit in question.exhibits:
        body = exhibit.code if isinstance(exhibit, CodeExhibit) else exhibit.body
        blocks += ["", f"[{exhibit.title}]", textwrap.indent(body.rstrip(), "    ")]
    if hint := chosen_hint(0, question.choose):
        blocks += ["", hint]
    blocks.append("")
    blocks += [_hanging(f"{LETTERS[i]}. ", option.text) for i, option in enumerate(order)]
    return "\n".join(blocks)


def _feedback_text(question: Question, order: tuple[Option, ...], response: Response, headline: str) -> str:
    blocks = ["", headline.upper(), ""]
    for i, option in enumerate(order):
        sign = "+" if option.id in question.key else "x" if option.id in response else " "
        blocks.append(_hanging(f"{sign} {LETTERS[i]}. ", option.why))
    blocks += ["", _wrapped(question.explanation)]
    blocks += [f"  {reference.title}: {reference.url}" for reference in question.references]
    return "\n".join(blocks)


def _summary(sitting: Practice) -> str:
    points = sum(answer.points for answer in sitting.answers)
    out_of = sum(answer.out_of for answer in sitting.answers)
    count = ngettext("{n} answer", "{n} answers", len(sitting.answers)).format(n=len(sitting.answers))
    return "\n" + _("{count}, {points} of {out_of} points. Everything is saved.").format(
        count=count, points=points, out_of=out_of
    )


def _wrapped(text: str) -> str:
    return "\n\n".join(textwrap.fill(part, WIDTH) for part in text.strip().split("\n\n"))


def _hanging(start: str, text: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=start, subsequent_indent=" " * len(start))
