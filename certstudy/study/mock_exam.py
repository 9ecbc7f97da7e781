"""The mock exam: assemble a form, sit it section by section against the clock, hand it in."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from certstudy.core.blueprint import blueprint, weight_ranges
from certstudy.core.changes import Changes
from certstudy.core.exam import MockExam
from certstudy.core.form import Exposure, Form, Recipe, assemble
from certstudy.core.form.diagnostic import MINUTES as DIAGNOSTIC_MINUTES
from certstudy.core.form.diagnostic import diagnose
from certstudy.core.grading import grade
from certstudy.core.mock_plan import EXAM_LIKE, FormKind, MockPlan
from certstudy.core.moment import Moment
from certstudy.core.question import Question
from certstudy.core.record import Answer, Draft, NewSitting, SittingKind
from certstudy.core.syllabus import Syllabus
from certstudy.core.tasks import Choice
from certstudy.study.desk import Desk
from certstudy.study.readiness import foretell

SMALLEST, LARGEST = 40, 60
HALF_REACH = 5
RECENT_MOCKS = 5
# how many questions a form of each kind has unless another number is asked for
_USUAL = {
    FormKind.FULL: 50,
    FormKind.HALF: 25,
    FormKind.DIAGNOSTIC: 15,
    FormKind.AREA: 20,
    FormKind.HARD: 30,
}
# a shorter gap is a program that was busy, not a candidate who was away
SHORTEST_PAUSE_MS = 2_000


Asked = tuple[FormKind, tuple[str, ...]]
"""A mock exam's kind, and the questions it asked."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How an exam is sat: the time in minutes, whether things may be looked up, whether the clock runs on."""

    minutes: int
    open_book: bool = False
    runs_on: bool = False


def minutes_for(desk: Desk, kind: FormKind, n: int) -> int:
    """The time that goes with a form: the exam's own, or its share for a shorter one."""
    syllabus = desk.catalog.syllabus
    minutes = syllabus.exam.minutes
    if kind is FormKind.DIAGNOSTIC:
        return DIAGNOSTIC_MINUTES
    return minutes if kind is FormKind.FULL else -(-minutes * n // usual(syllabus, FormKind.FULL))


def usual(syllabus: Syllabus, kind: FormKind) -> int:
    """How many questions such a form has, in proportion where the exam itself is shorter or longer than is usual.

    Half an exam takes the nearest number that the weight ranges allow.
    """
    whole = max(syllabus.exam.questions_low, min(_USUAL[FormKind.FULL], syllabus.exam.questions_high))
    n = max(1, _USUAL[kind] * whole // _USUAL[FormKind.FULL])
    if kind is not FormKind.HALF:
        return n
    ranges = weight_ranges(syllabus)
    near = sorted(range(max(1, n - HALF_REACH), n + HALF_REACH + 1), key=lambda size: (abs(size - n), size))
    return next((size for size in near if blueprint(ranges, size).in_range), n)


def prepare(
    desk: Desk,
    n: int,
    seed: int | None = None,
    kind: FormKind = FormKind.FULL,
    area: str = "",
    unscored: int = 0,
) -> Form:
    """Assemble a form of n questions as this learner would get it now; nothing is stored."""
    seed = desk.new_seed() if seed is None else seed
    return _form(desk, Recipe(n, kind, area, unscored), seed, exposure(desk))


def prepare_in_a_row(desk: Desk, recipe: Recipe, seed: int, count: int) -> Iterator[Form]:
    """So many forms as this learner would get them one after the other, with seeds counted up; nothing is stored."""
    met = exposure(desk)
    recent = [*_recent(desk)][::-1]
    for number in range(count):
        form = _form(desk, recipe, seed + number, met)
        yield form
        recent.append((recipe.kind, tuple(entry.id for entry in form.entries)))
        seen = met.seen.union(recent[-1][1])
        met = Exposure(seen, _asked(recent[::-1]))


def exposure(desk: Desk) -> Exposure:
    """What the learner has met so far, and in the latest mock exams."""
    return Exposure(seen=frozenset(desk.history.states()), recent=_asked(_recent(desk)))


def start(desk: Desk, form: Form, rules: Rules) -> tuple[MockExam, Changes]:
    """Open the sitting; its clock stands until the first tick."""
    plan = MockPlan(
        sections=form.sections,
        kind=form.recipe.kind,
        area=form.recipe.area,
        unscored=frozenset(place for place, entry in enumerate(form.entries) if entry.id in form.unscored),
        open_book=rules.open_book,
        runs_on=rules.runs_on,
    )
    record = desk.ledger.open_sitting(
        NewSitting(
            kind=SittingKind.MOCK,
            source="mock",
            seed=form.seed,
            form=tuple(entry.id for entry in form.entries),
            opened=desk.now(),
            limit_ms=rules.minutes * 60_000,
            plan=plan,
        )
    )
    foretell(desk, record)
    return MockExam(record, {}, 0, 0), Changes.SITTING


def resume(desk: Desk, sitting_id: int) -> MockExam:
    """Take up a mock exam at the same question, in the same order, with the time left as last kept.

    The time since then goes down as a pause; it costs time only by the rule that the clock runs on.
    """
    record = desk.history.sitting(sitting_id)
    exam = MockExam(
        record=record,
        drafts=desk.history.drafts_of(sitting_id),
        index=min(record.index, len(record.form) - 1),
        elapsed_ms=record.elapsed_ms,
        interruptions=tuple(desk.history.interruptions_of(sitting_id)),
    )
    since = record.kept or (record.opened if record.plan is not None else None)
    if since is None:
        return exam
    # a clock set back since then makes no negative pause
    gap = round((desk.now().utc - since.utc) / timedelta(milliseconds=1))
    return _paused(desk, exam, since, gap) if gap >= SHORTEST_PAUSE_MS else exam


def draft(desk: Desk, exam: MockExam, question_id: str, changed: Draft) -> MockExam:
    """Keep what the candidate did with a question; OutOfStepError where nothing can be changed any more.

    A choice of one settles with every pick; other answers settle when the question is left.
    """
    question = desk.catalog.question(question_id) if question_id in desk.catalog else None
    if question is not None and isinstance(question.task, Choice) and question.task.choose == 1:
        changed = changed.left() if changed.response else changed
    after = exam.drafted(question_id, changed)
    desk.ledger.keep_draft(exam.record.id, question_id, changed)
    return after


def go(desk: Desk, exam: MockExam, index: int) -> MockExam:
    """Move to another question of the section; OutOfStepError where one may not go."""
    return _kept(desk, exam.at(index), exam)


def leave_section(desk: Desk, exam: MockExam) -> MockExam:
    """On to the next section, for good; OutOfStepError in the last one."""
    return _kept(desk, exam.section_left(), exam)


def settle(desk: Desk, exam: MockExam) -> MockExam:
    """Keep place, time and answer where the question is left for a review, or the room for a while."""
    return _kept(desk, exam.settled(), exam)


def take_break(desk: Desk, exam: MockExam) -> MockExam:
    """A break while the clock runs; whatever was seen is locked."""
    return _kept(desk, exam.break_taken(desk.now()), exam)


def look_up(desk: Desk, exam: MockExam) -> MockExam:
    """Read elsewhere in an exam by open book; the minutes are counted."""
    return _kept(desk, exam.looking_up(desk.now()), exam)


def come_back(desk: Desk, exam: MockExam) -> MockExam:
    """Back at the questions from a break or from looking something up."""
    return _kept(desk, exam.back(), exam)


def tick(desk: Desk, exam: MockExam, milliseconds: int) -> MockExam:
    """Count time that has passed while the exam was on the screen."""
    return _kept(desk, exam.ticked(milliseconds), exam)


def slept(desk: Desk, exam: MockExam, milliseconds: int) -> MockExam:
    """Note a pause that has just ended: a closed lid, a machine that stood still."""
    now = desk.now()
    since = Moment(now.utc - timedelta(milliseconds=milliseconds), now.offset_minutes)
    return _paused(desk, exam, since, milliseconds)


def hand_in(desk: Desk, exam: MockExam) -> Changes:
    """Grade every question and close the sitting; open questions earn nothing."""
    now = desk.now()
    exam = _kept(desk, exam.settled(), exam)
    held = (qid for qid in exam.form if qid in desk.catalog)
    answers = [_graded(desk.catalog.question(qid), exam, now) for qid in held]
    desk.ledger.close_sitting(exam.record.id, now, exam.elapsed_ms, answers)
    return Changes.SITTING | Changes.ANSWERS


def _form(desk: Desk, recipe: Recipe, seed: int, met: Exposure) -> Form:
    syllabus, entries = desk.catalog.syllabus, desk.catalog.entries
    if recipe.kind is FormKind.DIAGNOSTIC:
        first = Counter[str]()
        for total in desk.history.days():
            first[total.area] += total.first_answers
        return diagnose(syllabus, entries, seed, met, first)
    return assemble(syllabus, entries, recipe.questions, seed, met, recipe)


def _recent(desk: Desk) -> list[Asked]:
    """The mock exams begun so far, newest first."""
    begun = [sitting for sitting in desk.history.open_sittings() if sitting.kind is SittingKind.MOCK]
    closed = [totals.sitting for totals in desk.history.closed_sittings(SittingKind.MOCK)]
    return [((sitting.plan or MockPlan()).kind, sitting.form) for sitting in (*begun, *closed)]


def _asked(mocks: Iterable[Asked]) -> frozenset[str]:
    """What the latest whole or half exams asked, and the short forms since; `mocks` are newest first."""
    met: set[str] = set()
    exams = 0
    for kind, form in mocks:
        met.update(form)
        exams += kind in EXAM_LIKE
        if exams == RECENT_MOCKS:
            break
    return frozenset(met)


def _paused(desk: Desk, exam: MockExam, since: Moment, milliseconds: int) -> MockExam:
    return _kept(desk, exam.paused(since, milliseconds), exam)


def _kept(desk: Desk, after: MockExam, before: MockExam) -> MockExam:
    """Store what a step changed: place, time, drafts, the latest interruption."""
    changed = {name: kept for name, kept in after.drafts.items() if before.drafts.get(name) is not kept}
    number = len(after.interruptions) - 1
    newest = after.interruptions[number:] if after.interruptions != before.interruptions else ()
    desk.ledger.keep_place(
        after.record.id,
        after.index,
        after.elapsed_ms,
        desk.now(),
        changed,
        (number, newest[0]) if newest else None,
    )
    return after


def _graded(question: Question, exam: MockExam, now: Moment) -> Answer:
    kept = exam.draft(question.id)
    graded = grade(question, question.task.fitting(kept.response))
    return Answer(
        sitting=exam.record.id,
        question=question.id,
        at=now,
        response=kept.response,
        points=graded.points,
        out_of=graded.out_of,
        milliseconds=kept.milliseconds,
        confidence=kept.confidence,
        revision=question.revision,
        guess_rate=question.task.guess_rate,
    )
