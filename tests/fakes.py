"""A catalogue and a learner's record in memory, and a desk made of them: the ports without a file."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from certstudy.bank.compiling import entry_of
from certstudy.core.certification import Certification
from certstudy.core.exam_result import Result
from certstudy.core.fsrs import fsrs_of
from certstudy.core.moment import Moment
from certstudy.core.note import Note, Page, PageKind, Sheet, Term
from certstudy.core.preferences import Preferences
from certstudy.core.question import (
    CaseStudy,
    CodeExhibit,
    Entry,
    Kind,
    Question,
    QuestionSource,
    Reference,
    TextExhibit,
)
from certstudy.core.record import (
    PLANNED_SOURCE,
    Answer,
    AreaTotal,
    DayTotal,
    Draft,
    FirstAttempt,
    Interruption,
    KeptForecast,
    NewSitting,
    ObjectiveTotal,
    QuestionState,
    SittingRecord,
    SittingTotals,
    replayed,
)
from certstudy.core.syllabus import Area, ExamFacts, Group, Objective, Syllabus, WeightRange
from certstudy.core.tasks import Choice, Option
from certstudy.study.desk import Desk

AREAS = (
    ("plan", "Pl", "Planning", 20, 30),
    ("build", "Bu", "Building", 45, 55),
    ("watch", "Wa", "Watching", 20, 30),
)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@dataclass
class FakeClock:
    """A clock that stands until it is moved on."""

    time: datetime = NOON

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **by: float) -> None:
        """Move on by a timedelta's arguments."""
        self.time += timedelta(**by)


def small_syllabus() -> Syllabus:
    """Three areas of two groups of two objectives."""
    exam = ExamFacts(
        "T-100", "Testing things", "Test engineer", "2026-01-01", 100, 40, 60, 1000, 700,
        (("Exam page", "https://example.org/t-100"),),
    )  # fmt: skip
    return Syllabus(exam, tuple(_area(*row) for row in AREAS))


def _area(area_id: str, code: str, title: str, low: int, high: int) -> Area:
    groups = tuple(
        Group(gid := f"{area_id}.g{g}", f"{title} group {g}", f"{title} {g}", (
            Objective(f"{gid}.o1", f"{title} objective {g}.1"), Objective(f"{gid}.o2", f"{title} objective {g}.2"),
        ))
        for g in (1, 2)
    )  # fmt: skip
    return Area(area_id, code, title, title, WeightRange(low, high), groups)


def small_bank(syllabus: Syllabus, each: int = 6) -> tuple[Question, ...]:
    """So many questions for each objective: every third takes two options, some have exhibits."""
    return tuple(
        _question(f"{objective.id}-{k}", objective.id, number, k)
        for number, objective in enumerate(syllabus.objectives)
        for k in range(each)
    )


def _question(question_id: str, objective: str, number: int, k: int) -> Question:
    several = k % 3 == 2
    exhibits = (
        (CodeExhibit("azure-pipelines.yml", "yaml", "trigger:\n- main\nsteps:\n- script: make test\n"),)
        if k % 3 == 1
        else (TextExhibit("Runs", "| Run | Result |\n|---|---|\n| 41 | failed |"),) if k % 6 == 2 else ()
    )  # fmt: skip
    return Question(
        id=question_id,
        kind=Kind.MULTIPLE if several else Kind.SINGLE,
        objective=objective,
        difficulty=1 + (number + k) % 3,
        stem=f"A team works on case {number}.{k} and runs `make test` on every push.\n\nWhat should it use?",
        task=Choice(
            tuple(
                Option(letter, f"Way {letter} of case {number}.{k}", f"Because {letter} says so.")
                for letter in "abcd"
            ),
            frozenset("ab") if several else frozenset("a"),
        ),
        explanation="Way **a** keeps the build short.",
        exhibits=exhibits,
        references=(Reference("Testing things", "https://example.org/testing", "2026-01-01"),),
    )


class FakeCatalog:
    """Questions held in memory."""

    def __init__(self, syllabus: Syllabus, questions: Iterable[Question], fingerprint: str = "small") -> None:
        self.syllabus, self.fingerprint = syllabus, fingerprint
        self._questions = {question.id: question for question in questions}
        self.certification: Certification | None = None
        self.misconceptions: Mapping[str, str] = {}
        self.cases: dict[str, CaseStudy] = {}
        self.pictures: dict[str, bytes] = {}
        self.kept_notes: dict[str, Note] = {}
        self.kept_sheets: dict[str, Sheet] = {}
        self.glossary: Sequence[Term] = ()
        self.entries: Sequence[Entry] = tuple(
            entry_of(question, syllabus) for question in self._questions.values()
        )

    def __contains__(self, question_id: object) -> bool:
        return question_id in self._questions

    def question(self, question_id: str) -> Question:
        return self._questions[question_id]

    def case(self, case_id: str) -> CaseStudy:
        return self.cases[case_id]

    def picture(self, src: str) -> bytes:
        return self.pictures[src]

    def search(self, text: str) -> Sequence[str]:
        words = text.casefold().split()
        return [qid for qid, q in self._questions.items() if all(word in q.stem.casefold() for word in words)]

    @property
    def notes(self) -> Mapping[str, str]:
        return {objective: note.title for objective, note in self.kept_notes.items()}

    def note(self, objective_id: str) -> Note | None:
        return self.kept_notes.get(objective_id)

    @property
    def sheets(self) -> Mapping[str, str]:
        return {area: sheet.title for area, sheet in self.kept_sheets.items()}

    def sheet(self, area_id: str) -> Sheet | None:
        return self.kept_sheets.get(area_id)

    def search_pages(self, text: str) -> Sequence[Page]:
        pages = {Page(PageKind.NOTE, name): str(note) for name, note in self.kept_notes.items()}
        pages |= {Page(PageKind.TERM, term.term): str(term) for term in self.glossary}
        pages |= {Page(PageKind.SHEET, name): str(sheet) for name, sheet in self.kept_sheets.items()}
        words = text.casefold().split()
        return [page for page, held in pages.items() if words and all(w in held.casefold() for w in words)]

    def source(self, question_id: str) -> QuestionSource:
        raise NotImplementedError(question_id)

    def replace(self, question: Question) -> None:
        """Another question of the same id in its place."""
        self._questions[question.id] = question

    def without(self, *gone: str) -> "FakeCatalog":
        """The pack after an update that dropped questions."""
        return FakeCatalog(self.syllabus, (q for q in self._questions.values() if q.id not in gone))


@dataclass
class FakeRecord:
    """Ledger and history of one learner in memory; what derives from answers is worked out at each read."""

    places: Mapping[str, Entry]
    sittings: dict[int, SittingRecord] = field(default_factory=dict)
    answers: list[Answer] = field(default_factory=list)
    drafts: dict[int, dict[str, Draft]] = field(default_factory=lambda: defaultdict(dict))
    interruptions: dict[int, list[Interruption]] = field(default_factory=lambda: defaultdict(list))
    kept_notes: dict[str, str] = field(default_factory=dict)
    flagged: set[str] = field(default_factory=set)
    kept_preferences: Preferences = field(default_factory=Preferences)
    kept_results: list[Result] = field(default_factory=list)
    kept_forecasts: dict[int, KeptForecast] = field(default_factory=dict)
    writes: Counter[str] = field(default_factory=Counter)
    fault: Exception | None = None
    _ids: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))
    _adopted: str = ""

    # the ledger

    def open_sitting(self, sitting: NewSitting) -> SittingRecord:
        self._write("open_sitting")
        made = SittingRecord(
            next(self._ids), sitting.kind, sitting.source, sitting.seed, sitting.form, sitting.opened,
            sitting.limit_ms, None, 0, 0, sitting.plan,
        )  # fmt: skip
        self.sittings[made.id] = made
        return made

    def record(self, answer: Answer, elapsed_ms: int) -> Answer:
        self._write("record")
        stored = replace(answer, id=next(self._ids))
        self.answers.append(stored)
        index = len(self.answers_of(answer.sitting))
        self._change(answer.sitting, elapsed_ms=elapsed_ms, index=index)
        return stored

    def retract(self, answer_id: int, at: Moment) -> None:
        self._write("retract")
        self.answers = [answer for answer in self.answers if answer.id != answer_id]

    def keep_place(
        self,
        sitting_id: int,
        index: int,
        elapsed_ms: int,
        at: Moment,
        drafts: Mapping[str, Draft] | None = None,
        interruption: tuple[int, Interruption] | None = None,
    ) -> None:
        self._write("keep_place")
        self._change(sitting_id, index=index, elapsed_ms=elapsed_ms, kept=at)
        self.drafts[sitting_id].update(drafts or {})
        if interruption is not None:
            number, held = interruption
            self.interruptions[sitting_id][number:] = [held]

    def keep_draft(self, sitting_id: int, question_id: str, draft: Draft) -> None:
        self._write("keep_draft")
        self.drafts[sitting_id][question_id] = draft

    def close_sitting(
        self, sitting_id: int, at: Moment, elapsed_ms: int, answers: Sequence[Answer] = ()
    ) -> None:
        self._write("close_sitting")
        self.answers += [replace(answer, id=next(self._ids)) for answer in answers]
        self._change(sitting_id, closed=at, elapsed_ms=elapsed_ms)

    def flag(self, question_id: str, flagged: bool, at: Moment) -> None:
        self._write("flag")
        (self.flagged.add if flagged else self.flagged.discard)(question_id)

    def note(self, question_id: str, text: str, at: Moment) -> None:
        self._write("note")
        self.kept_notes.pop(question_id, None)
        if text:
            self.kept_notes[question_id] = text

    def prefer(self, preferences: Preferences) -> None:
        self._write("prefer")
        self.kept_preferences = preferences

    def add_result(self, result: Result, at: Moment) -> Result:
        self._write("add_result")
        stored = replace(result, id=next(self._ids))
        self.kept_results.append(stored)
        return stored

    def drop_result(self, result_id: int) -> None:
        self._write("drop_result")
        self.kept_results = [result for result in self.kept_results if result.id != result_id]

    def keep_forecast(self, forecast: KeptForecast) -> None:
        self._write("keep_forecast")
        self.kept_forecasts[forecast.sitting] = forecast

    def adopt(self, entries: Sequence[Entry], fingerprint: str) -> bool:
        before, self.places = self.places, {entry.id: entry for entry in entries}
        self._adopted = fingerprint
        return any(before.get(a.question) != self.places.get(a.question) for a in self.answers)

    # the history

    def open_sittings(self) -> Sequence[SittingRecord]:
        return [s for s in sorted(self.sittings.values(), key=lambda s: -s.id) if s.closed is None]

    def sitting(self, sitting_id: int) -> SittingRecord:
        return self.sittings[sitting_id]

    def answers_of(self, sitting_id: int) -> Sequence[Answer]:
        return [answer for answer in self.answers if answer.sitting == sitting_id]

    def drafts_of(self, sitting_id: int) -> Mapping[str, Draft]:
        return dict(self.drafts[sitting_id])

    def interruptions_of(self, sitting_id: int) -> Sequence[Interruption]:
        return list(self.interruptions[sitting_id])

    def closed_sittings(self, kind: str, limit: int = 200) -> Sequence[SittingTotals]:
        closed = [s for s in self.sittings.values() if s.closed is not None and s.kind == kind]
        return [SittingTotals(s, self._areas(s.id)) for s in sorted(closed, key=lambda s: -s.id)[:limit]]

    def states(self) -> Mapping[str, QuestionState]:
        states = {
            qid: replayed(self.answers_to(qid), fsrs_of(self.kept_preferences.forgetting))
            for qid in dict.fromkeys(a.question for a in self.answers)
        }
        return {qid: state for qid, state in states.items() if state is not None}

    def answers_to(self, question_id: str) -> Sequence[Answer]:
        return [answer for answer in self.answers if answer.question == question_id]

    def recent(self, limit: int) -> Sequence[Answer]:
        questions = {answer.question for answer in self.answers[-limit:]}
        return [answer for answer in self.answers if answer.question in questions]

    def days(self, since: int = 0) -> Sequence[DayTotal]:
        rows: dict[tuple[int, str], list[Answer]] = defaultdict(list)
        for answer in self.answers:
            if answer.at.day >= since:
                rows[answer.at.day, self.places[answer.question].area].append(answer)
        return [self._day(day, area, answers) for (day, area), answers in sorted(rows.items())]

    def objectives(self) -> Mapping[str, ObjectiveTotal]:
        rows: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.answers:
            rows[self.places[answer.question].objective].append(answer)
        states = self.states()
        return {
            objective: ObjectiveTotal(
                objective, len(answers), sum(a.credit for a in answers), len(met := {a.question for a in answers}),
                sum(states[qid].known for qid in met),
            )
            for objective, answers in rows.items()
        }  # fmt: skip

    def first_attempts(self) -> Sequence[FirstAttempt]:
        first: dict[str, Answer] = {}
        for answer in self.answers:
            first.setdefault(answer.question, answer)
        return [FirstAttempt(answer.question, answer.at, answer.credit) for answer in first.values()]

    def latest_answers(self, limit: int) -> Sequence[Answer]:
        return self.answers[-limit:]

    def results(self) -> Sequence[Result]:
        return sorted(self.kept_results, key=lambda result: (result.day, result.id))

    def forecasts(self) -> Mapping[int, KeptForecast]:
        return dict(self.kept_forecasts)

    def planned_answers(self) -> Mapping[str, int]:
        planned = (a for a in self.answers if self.sittings[a.sitting].source == PLANNED_SOURCE)
        return Counter(self.places[answer.question].area for answer in planned)

    def flags(self) -> frozenset[str]:
        return frozenset(self.flagged)

    def notes(self) -> Mapping[str, str]:
        return dict(self.kept_notes)

    def preferences(self) -> Preferences:
        return self.kept_preferences

    def _write(self, name: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.writes[name] += 1

    def _change(self, sitting_id: int, **values: object) -> None:
        self.sittings[sitting_id] = replace(self.sittings[sitting_id], **values)  # type: ignore[arg-type]

    def _areas(self, sitting_id: int) -> tuple[AreaTotal, ...]:
        rows: dict[str, list[Answer]] = defaultdict(list)
        for answer in self.answers_of(sitting_id):
            rows[self.places[answer.question].area].append(answer)
        return tuple(
            AreaTotal(
                area, len(answers), sum(a.points for a in answers), sum(a.out_of for a in answers),
                sum(a.milliseconds for a in answers),
            )
            for area, answers in rows.items()
        )  # fmt: skip

    def _day(self, day: int, area: str, answers: Sequence[Answer]) -> DayTotal:
        first = [a for a in answers if self.answers_to(a.question)[0].id == a.id]
        return DayTotal(
            day, area, len(answers), sum(a.credit for a in answers), sum(a.milliseconds for a in answers),
            len(first), sum(a.credit for a in first),
        )  # fmt: skip


@dataclass(frozen=True)
class FakeDesk:
    """A desk with its parts at hand; hand `desk` to the code under test."""

    desk: Desk
    record: FakeRecord
    catalog: FakeCatalog
    clock: FakeClock


def fake_desk(each: int = 6) -> FakeDesk:
    """An empty record, a small bank, a clock at noon, seeds 1, 2, 3."""
    syllabus = small_syllabus()
    catalog = FakeCatalog(syllabus, small_bank(syllabus, each))
    record, clock = FakeRecord({entry.id: entry for entry in catalog.entries}), FakeClock()
    seeds = itertools.count(1)
    return FakeDesk(Desk(catalog, record, record, clock, lambda: next(seeds)), record, catalog, clock)


def desk(each: int = 6) -> Desk:
    """Only the desk, for tests that need none of its parts."""
    return fake_desk(each).desk
