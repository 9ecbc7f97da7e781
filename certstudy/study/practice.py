"""Practice: choose questions, answer them one by one, take an answer back, pause, finish."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from certstudy.core.blueprint import Blueprint, blueprint, session, weight_ranges
from certstudy.core.changes import Changes
from certstudy.core.confidence import Confidence
from certstudy.core.grading import Grade, grade
from certstudy.core.question import Entry
from certstudy.core.ranking import Pick
from certstudy.core.record import PLANNED_SOURCE, Answer, Draft, NewSitting, SittingKind, SittingRecord
from certstudy.core.response import Response
from certstudy.core.selection import picked
from certstudy.core.sitting import Practice
from certstudy.core.syllabus import Area
from certstudy.study.desk import Desk
from certstudy.study.occasion import choosing
from certstudy.study.renewal import renewal_questions

SMALLEST, LARGEST = 5, 60


class Mode(StrEnum):
    """How the questions of a practice sitting are found; MIX alone counts towards the exam's proportions."""

    MIX = PLANNED_SOURCE
    FOCUS = "focus"
    UNSEEN = "unseen"
    MISTAKES = "mistakes"
    FLAGGED = "flagged"
    RENEWAL = "renewal"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Request:
    """What the learner asks for; an empty scope is the whole outline, `questions` only serves SELECTION.

    `scope` holds ids of areas, groups or objectives.
    """

    mode: Mode = Mode.MIX
    size: int = 30
    scope: frozenset[str] = frozenset()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """The questions a request leads to, before anything is stored; `found` counts all that would fit."""

    request: Request
    picks: tuple[Pick, ...]
    blueprint: Blueprint
    found: int
    seed: int


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with its grade, and the sitting one question further."""

    sitting: Practice
    answer: Answer
    grade: Grade
    changes: Changes = Changes.ANSWERS | Changes.SITTING


def propose(desk: Desk, request: Request, seed: int | None = None) -> Proposal:
    """Work out which questions a request leads to; nothing is stored."""
    seed = desk.new_seed() if seed is None else seed
    pool = _pool(desk, request)
    plan = _plan(desk, request, pool)
    states, areas = desk.history.states(), desk.catalog.syllabus.areas
    picks = picked(areas, plan.seats, pool, states, choosing(desk), seed)
    return Proposal(request, picks, plan, len(pool), seed)


def available(desk: Desk, scope: frozenset[str]) -> dict[Mode, int]:
    """How many questions each way of practising finds in a scope."""
    absent = {Mode.SELECTION} if desk.catalog.certification else {Mode.SELECTION, Mode.RENEWAL}
    modes = (mode for mode in Mode if mode not in absent)
    return {mode: len(_pool(desk, Request(mode, scope=scope))) for mode in modes}


def paused(desk: Desk) -> tuple[SittingRecord, ...]:
    """Practice and mock sittings that can be taken up again, newest first: the pack still holds some question."""
    return tuple(s for s in desk.history.open_sittings() if any(qid in desk.catalog for qid in s.form))


def start(desk: Desk, proposal: Proposal) -> tuple[Practice, Changes]:
    """Open a sitting with the proposed questions."""
    record = desk.ledger.open_sitting(
        NewSitting(
            kind=SittingKind.PRACTICE,
            source=_source(proposal.request),
            seed=proposal.seed,
            form=tuple(pick.entry.id for pick in proposal.picks),
            opened=desk.now(),
        )
    )
    return Practice(record), Changes.SITTING


def resume(desk: Desk, sitting_id: int) -> Practice:
    """Take up a sitting where it was left; questions the pack no longer holds are passed over."""
    record = desk.history.sitting(sitting_id)
    answers = tuple(desk.history.answers_of(sitting_id))
    done = tuple(answer.question for answer in answers)
    ahead = tuple(qid for qid in record.form if qid not in done and qid in desk.catalog)
    return Practice(replace(record, form=done + ahead), answers)


def kept(desk: Desk, sitting: Practice) -> Draft:
    """What was done with the current question when the sitting was left."""
    name = sitting.current or ""
    held = desk.history.drafts_of(sitting.record.id).get(name, Draft())
    return replace(held, response=desk.catalog.question(name).task.fitting(held.response))


def keep(desk: Desk, sitting: Practice, draft: Draft) -> Draft:
    """Keep what is done with the current question so far; it is on disk when this returns."""
    desk.ledger.keep_draft(sitting.record.id, sitting.current or "", draft)
    return draft


def given(
    desk: Desk, sitting: Practice, response: Response, confidence: Confidence | None, milliseconds: int
) -> Answer:
    """The answer to the current question, graded and not stored."""
    question = desk.catalog.question(sitting.current or "")
    graded = grade(question, response)
    return Answer(
        sitting=sitting.record.id,
        question=question.id,
        at=desk.now(),
        response=response,
        points=graded.points,
        out_of=graded.out_of,
        milliseconds=milliseconds,
        confidence=confidence,
        revision=question.revision,
        guess_rate=question.task.guess_rate,
    )


def answer(
    desk: Desk, sitting: Practice, response: Response, confidence: Confidence | None, milliseconds: int
) -> Answered:
    """Grade and store the answer to the current question; it is on disk when this returns."""
    graded = given(desk, sitting, response, confidence, milliseconds)
    elapsed = sum(earlier.milliseconds for earlier in sitting.answers) + milliseconds
    stored = desk.ledger.record(graded, elapsed)
    return Answered(sitting.answered(stored), stored, Grade(stored.points, stored.out_of))


def undo(desk: Desk, sitting: Practice) -> tuple[Practice, Changes]:
    """Take the latest answer back; OutOfStepError if there is none."""
    shorter = sitting.undone()
    desk.ledger.retract(sitting.answers[-1].id, desk.now())
    return shorter, Changes.ANSWERS | Changes.SITTING


def finish(desk: Desk, sitting: Practice) -> Changes:
    """Close the sitting, whether or not every question was answered."""
    elapsed = sum(given.milliseconds for given in sitting.answers)
    desk.ledger.close_sitting(sitting.record.id, desk.now(), elapsed)
    return Changes.SITTING


def end(desk: Desk, sitting_id: int) -> Changes:
    """Close a paused sitting; the answers it has stay."""
    return finish(desk, resume(desk, sitting_id))


def missed(sitting: Practice) -> tuple[str, ...]:
    """The questions of a sitting that left a point out."""
    return tuple(given.question for given in sitting.answers if given.credit < 1.0)


def in_scope(scope: frozenset[str], entry: Entry) -> bool:
    """Whether an entry lies in a scope of areas, groups or objectives; an empty scope holds all."""
    return not scope or bool(scope & {entry.area, entry.group, entry.objective})


def _source(request: Request) -> Mode:
    """A mix of a part of the outline does not count towards the exam's proportions."""
    return Mode.FOCUS if request.mode is Mode.MIX and request.scope else request.mode


def _pool(desk: Desk, request: Request) -> list[Entry]:
    entries = [e for e in desk.catalog.entries if in_scope(request.scope, e)]
    if request.mode is Mode.SELECTION:
        wanted = frozenset(request.questions)
        return [entry for entry in entries if entry.id in wanted]
    if request.mode is Mode.FLAGGED:
        flags = desk.history.flags()
        return [entry for entry in entries if entry.id in flags]
    if request.mode is Mode.RENEWAL:
        changed = renewal_questions(desk)
        return [entry for entry in entries if entry.id in changed]
    if request.mode in (Mode.UNSEEN, Mode.MISTAKES):
        states = desk.history.states()
        if request.mode is Mode.UNSEEN:
            return [entry for entry in entries if entry.id not in states]
        return [entry for entry in entries if entry.id in states and states[entry.id].missed]
    return entries


def _plan(desk: Desk, request: Request, pool: Sequence[Entry]) -> Blueprint:
    """Seats per area: the mix continues the cumulative sequence, everything else stands alone."""
    areas = desk.catalog.syllabus.areas
    ranges = weight_ranges(desk.catalog.syllabus)
    pools = [_size(area, pool) for area in areas]
    size = min(request.size, len(pool))
    if request.mode is Mode.MIX and not request.scope:
        planned = desk.history.planned_answers()
        return session(ranges, [planned.get(area.id, 0) for area in areas], size, pools)
    return blueprint(ranges, size, pools)


def _size(area: Area, pool: Sequence[Entry]) -> int:
    return sum(entry.area == area.id for entry in pool)
