"""A closed mock exam whole: score, areas, figures, and a cell for each question."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from certstudy.core.grading import Verdict
from certstudy.core.mock_plan import EXAM_LIKE, FormKind
from certstudy.core.moment import date_of
from certstudy.core.readiness import FirstAttempts, scaled, share_right
from certstudy.core.record import AreaTotal, KeptForecast, SittingRecord
from certstudy.core.syllabus import Syllabus
from certstudy.present import mock_facts
from certstudy.present.areas import area_tags
from certstudy.present.chart import AreaSpan, AreaTag, GridCell, ScorePoint, Span
from certstudy.present.chart import Verdict as Mark
from certstudy.present.mock_facts import PaceView
from certstudy.present.mock_setup import title_of
from certstudy.present.words import (
    _,
    full_date,
    ngettext,
    percent,
    percent_range,
    seconds,
    short_date,
    weekday,
)
from certstudy.study.mock_result import Change, MockResult, MockScore, Sat, comparable

# so many objectives are named that cost points
MOST_LOST = 4

VERDICTS: Mapping[Verdict, Mark] = {
    Verdict.RIGHT: "right",
    Verdict.PARTLY: "partly",
    Verdict.WRONG: "wrong",
}

Outcome = Literal["all", "wrong", "partly", "open", "marked", "guessed", "slow", "changed", "unscored"]


@dataclass(frozen=True, slots=True)
class ResultView:
    """A mock exam handed in; `cells` are in form order and their ids are places in the list of answers.

    `foretold` says what was expected beforehand and whether it came true. `groups` says which cells each filter lets
    through, `kinds` are rows (type, right of how many, time a question), `sure` rows (how sure, right of how many),
    `times` what each question took.
    """

    exam: str
    title: str
    subtitle: str
    score: str
    passed: bool
    word: str
    sentence: str
    foretold: str
    honest: str
    point: ScorePoint
    earlier: tuple[ScorePoint, ...]
    pass_mark: int
    areas: tuple[AreaSpan, ...]
    facts: tuple[tuple[str, str], ...]
    cells: tuple[GridCell, ...]
    missed: tuple[str, ...]
    pace: PaceView
    kinds: tuple[tuple[str, str, str], ...]
    sure: tuple[tuple[str, str], ...]
    lost: tuple[tuple[AreaTag, str, str], ...]
    groups: Mapping[Outcome, frozenset[str]]
    questions: tuple[str, ...]
    times: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """How many questions an outcome has."""
        return len(self.chosen(outcome))

    def chosen(self, outcome: Outcome) -> tuple[GridCell, ...]:
        """The cells a filter lets through."""
        return tuple(cell for cell in self.cells if cell.id in self.groups[outcome])

    def to_practise(self, outcome: Outcome) -> tuple[str, ...]:
        """The questions a filter lets through that the pack still holds."""
        return tuple(name for cell in self.chosen(outcome) if (name := self.questions[int(cell.id)]))


def result_view(syllabus: Syllabus, result: MockResult, attempts: Sequence[MockScore]) -> ResultView:
    """A mock exam handed in, among all attempts (oldest first)."""
    score, sitting = result.score, result.score.sitting
    like = comparable(attempts, score)
    place = next(i for i, other in enumerate(like) if other.sitting.id == sitting.id)
    exam, gap = syllabus.exam, abs(score.scaled - syllabus.exam.score_to_pass)
    point = _point(syllabus, score, attempts)
    low, high = round(point.span.low), round(point.span.high)
    return ResultView(
        exam=f"{exam.code}: {exam.title}",
        title=title_of(syllabus, score, attempts),
        subtitle=_subtitle(sitting),
        score=str(score.scaled),
        passed=score.passed,
        word=_word(score, gap),
        sentence=_weakest(syllabus, result)
        if score.plan.kind is FormKind.DIAGNOSTIC
        else _sentence(low, high, exam.score_to_pass),
        foretold=_foretold(score, result.forecast),
        honest=_honest(score),
        point=point,
        earlier=tuple(_point(syllabus, other, attempts) for other in like[:place]),
        pass_mark=exam.score_to_pass,
        areas=tuple(
            _area(tag, area.id, score.areas)
            for tag, area in zip(area_tags(syllabus), syllabus.areas, strict=True)
        ),
        facts=mock_facts.facts(result),
        cells=tuple(_cell(syllabus, i, row) for i, row in enumerate(result.sat)),
        missed=tuple(row.answer.question for row in result.sat if row.answer.credit < 1 and row.question),
        pace=mock_facts.pace(result),
        kinds=mock_facts.by_kind(result),
        sure=mock_facts.by_confidence(result),
        lost=_lost(syllabus, result.sat),
        groups=_groups(result.sat),
        questions=tuple(row.answer.question if row.question is not None else "" for row in result.sat),
        times=tuple(seconds(row.answer.milliseconds) for row in result.sat),
    )


def _foretold(score: MockScore, forecast: KeptForecast | None) -> str:
    """What was said before the first question, and whether it came true; nothing where nothing was kept."""
    if forecast is None or not score.out_of:
        return ""
    share = score.points / score.out_of
    if share < forecast.low:
        text = _("The forecast said {range} right; you got {share}, less than that.")
    elif share > forecast.high:
        text = _("The forecast said {range} right; you got {share}, more than that.")
    else:
        text = _("The forecast said {range} right; you got {share}, within that.")
    return text.format(range=percent_range(forecast.low, forecast.high), share=percent(share))


def _word(score: MockScore, gap: int) -> str:
    if score.plan.kind in EXAM_LIKE:
        words = _("Pass, by {n}") if score.passed else _("Not passed, {n} short")
    else:
        words = _("Would pass, by {n}") if score.passed else _("Would not pass, {n} short")
    return words.format(n=gap)


def _weakest(syllabus: Syllabus, result: MockResult) -> str:
    """What a diagnostic is for: the two areas with the least share of points, with their counts."""
    asked = [area for area in result.score.areas if area.out_of]
    rows = sorted(asked, key=lambda area: (area.points / area.out_of, -area.out_of))[:2]
    named = [
        _("{area} ({n} of {all})").format(
            area=syllabus.area(area.area).short_title, n=area.points, all=area.out_of
        )
        for area in rows
    ]
    return _("Weakest so far: {areas}. The ranges below say how sure that is.").format(areas=", ".join(named))


def _honest(score: MockScore) -> str:
    words = _("How raw points become a scaled score is not published; this map is an estimate.")
    if score.plan.kind in EXAM_LIKE:
        return words
    return (
        words + " " + _("This form does not follow the exam's proportions, so its score is not the exam's.")
    )


def _groups(rows: Sequence[Sat]) -> Mapping[Outcome, frozenset[str]]:
    rules: Mapping[Outcome, Callable[[Sat], bool]] = {
        "all": lambda _row: True,
        "wrong": lambda row: bool(row.answer.response) and row.answer.verdict is Verdict.WRONG,
        "partly": lambda row: row.answer.verdict is Verdict.PARTLY,
        "open": lambda row: not row.answer.response,
        "marked": lambda row: row.draft.marked,
        "guessed": lambda row: row.guessed,
        "slow": lambda row: row.slow,
        "changed": lambda row: row.change is not Change.NONE,
        "unscored": lambda row: row.unscored,
    }
    return {
        outcome: frozenset(str(i) for i, row in enumerate(rows) if rule(row))
        for outcome, rule in rules.items()
    }


def _lost(syllabus: Syllabus, rows: Sequence[Sat]) -> tuple[tuple[AreaTag, str, str], ...]:
    """The objectives that cost most points."""
    points: Counter[str] = Counter()
    for row in rows:
        if row.question is not None and not row.unscored:
            points[row.question.objective] += row.answer.out_of - row.answer.points
    tags = area_tags(syllabus)
    return tuple(
        (tags[syllabus.areas.index(syllabus.area_of(name))], syllabus.objective(name).title, str(count))
        for name, count in points.most_common(MOST_LOST)
        if count
    )


def _point(syllabus: Syllabus, score: MockScore, attempts: Sequence[MockScore]) -> ScorePoint:
    exam = syllabus.exam
    held = share_right(FirstAttempts(score.out_of, score.points))
    ends = [round(scaled(end, exam.score_max, exam.score_to_pass)) for end in (held.low, held.high)]
    span = Span(min(ends[0], score.scaled), score.scaled, max(ends[1], score.scaled))
    sitting = score.sitting
    title = title_of(syllabus, score, attempts)
    label = f"{title}, {short_date(date_of(sitting.opened.day))}"
    return ScorePoint(sitting.opened.day, span, label, id=str(sitting.id))


def _sentence(low: int, high: int, to_pass: int) -> str:
    likely = _("On another form you would score {low}–{high} eight times in ten.").format(low=low, high=high)
    if low < to_pass <= high:
        return f"{_('Too close to call.')} {likely}"
    return likely


def _subtitle(sitting: SittingRecord) -> str:
    questions = ngettext("{n} question", "{n} questions", len(sitting.form)).format(n=len(sitting.form))
    day = sitting.opened.local.date()
    words = f"{weekday(day)} {full_date(day)}, {questions}, {mock_facts.used(sitting)}"
    if sitting.limit_ms is not None and sitting.elapsed_ms >= sitting.limit_ms:
        return _("{what}. The time was up, and the exam was handed in as it stood.").format(what=words)
    return words


def _area(tag: AreaTag, area_id: str, totals: Sequence[AreaTotal]) -> AreaSpan:
    found = next((total for total in totals if total.area == area_id), None)
    if found is None or not found.out_of:
        return AreaSpan(tag, None, note=_("no questions"))
    held = share_right(FirstAttempts(found.out_of, found.points))
    share = found.points / found.out_of
    low, high = min(held.low, share), max(held.high, share)
    return AreaSpan(
        area=tag,
        span=Span(100 * low, 100 * share, 100 * high),
        figure=percent(share),
        range_text=f"{round(100 * low)}–{round(100 * high)}",
        note=_("{n} of {all}").format(n=found.points, all=found.out_of),
    )


def _cell(syllabus: Syllabus, index: int, row: Sat) -> GridCell:
    held = row.question
    name = _("no longer in the bank") if held is None else syllabus.objective(held.objective).title
    if row.unscored:
        name = _("{name}, does not count").format(name=name)
    verdict = VERDICTS[row.answer.verdict] if row.answer.response else None
    return GridCell(str(index), row.place + 1, verdict, row.draft.marked, name)
