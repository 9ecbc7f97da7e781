"""A mock exam in figures: time, pace, changes, confidence, interruptions."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeVar

from certstudy.core.confidence import Confidence
from certstudy.core.question import Kind
from certstudy.core.record import Away, SittingRecord
from certstudy.present.confidence import confidence_word
from certstudy.present.instructions import kind_word
from certstudy.present.words import MINUTE_MS, _, minutes, ngettext, seconds
from certstudy.study.mock_result import Change, MockResult, Sat

T = TypeVar("T")
Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PaceView:
    """How the questions went by against the clock: minutes used after each, and those an even pace would have used.

    `even` is the time that an even pace would have taken in all.
    """

    used: tuple[float, ...]
    even: float
    summary: str


def facts(result: MockResult) -> Facts:
    """What, and how much."""
    sitting, rows = result.score.sitting, result.sat
    found = [
        (_("Points"), _("{n} of {all}").format(n=result.score.points, all=result.score.out_of)),
        (_("Time used"), used(sitting)),
        (_("Per question"), seconds(sitting.elapsed_ms // max(1, len(sitting.form)))),
    ]
    slowest = max(rows, key=lambda row: row.answer.milliseconds, default=None)
    if slowest is not None and slowest.answer.milliseconds:
        time = seconds(slowest.answer.milliseconds)
        found.append((_("Slowest"), _("question {n}, {time}").format(n=slowest.place + 1, time=time)))
    found.append((_("Not answered"), str(sum(not row.answer.response for row in rows))))
    found.append((_("Marked"), str(sum(row.draft.marked for row in rows))))
    found.extend(_changes(rows))
    found.extend(_away(result))
    if unscored := sum(row.unscored for row in rows):
        found.append((_("Not counted"), str(unscored)))
    return tuple(found)


def used(sitting: SittingRecord) -> str:
    """The time used, of how much where there is a limit."""
    spent = sitting.elapsed_ms / MINUTE_MS
    if sitting.limit_ms is None:
        return minutes(spent)
    return _("{used} of {all} minutes").format(used=round(spent), all=sitting.limit_ms // MINUTE_MS)


def pace(result: MockResult) -> PaceView:
    """The time used after each question, in form order."""
    sitting = result.score.sitting
    spent = tuple(total / MINUTE_MS for total in accumulate(row.answer.milliseconds for row in result.sat))
    even = (sitting.limit_ms or sitting.elapsed_ms) / MINUTE_MS
    summary = _("{used} for {n} questions; an even pace takes {even}").format(
        used=minutes(spent[-1] if spent else 0), n=len(spent), even=minutes(even)
    )
    return PaceView(spent, even, summary)


def by_kind(result: MockResult) -> tuple[tuple[str, str, str], ...]:
    """Each type of question with how many points it earned of how many, and its time a question."""
    rows = _grouped(result.sat, lambda row: row.question.kind if row.question is not None else None)
    return tuple(
        (kind_word(kind), _points(rows[kind]), seconds(_mean(rows[kind]))) for kind in Kind if kind in rows
    )


def by_confidence(result: MockResult) -> Facts:
    """How sure, and how many of those were right; nothing where nobody asked."""
    rows = _grouped(result.sat, lambda row: row.answer.confidence)
    said = [(confidence_word(sure), _right(rows[sure])) for sure in reversed(Confidence) if sure in rows]
    if said and None in rows:
        said.append((_("Not said"), _right(rows[None])))
    return tuple(said)


def _changes(rows: Sequence[Sat]) -> Facts:
    changed = [row for row in rows if row.change is not Change.NONE]
    if not changed:
        return ((_("Changed"), "0"),)
    gained = sum(row.change is Change.TO_RIGHT for row in changed)
    lost = sum(row.change is Change.TO_WRONG for row in changed)
    words = _("{n}: {gained} to right, {lost} to wrong").format(n=len(changed), gained=gained, lost=lost)
    return ((_("Changed"), words),)


def _away(result: MockResult) -> Facts:
    words = {Away.PAUSE: _("Pauses"), Away.BREAK: _("Breaks"), Away.LOOKUP: _("Looked up")}
    found = []
    for kind, word in words.items():
        spans = [gone.milliseconds for gone in result.interruptions if gone.kind is kind]
        if spans:
            times = ngettext("once", "{n} times", len(spans)).format(n=len(spans))
            found.append((word, f"{times}, {seconds(sum(spans))}"))
    if result.score.plan.open_book and not any(g.kind is Away.LOOKUP for g in result.interruptions):
        found.append((words[Away.LOOKUP], _("nothing")))
    return tuple(found)


def _grouped(rows: Sequence[Sat], by: Callable[[Sat], T]) -> dict[T, list[Sat]]:
    groups: dict[T, list[Sat]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(row)
    return groups


def _points(rows: Sequence[Sat]) -> str:
    n, out_of = sum(row.answer.points for row in rows), sum(row.answer.out_of for row in rows)
    return _("{n} of {all}").format(n=n, all=out_of)


def _right(rows: Sequence[Sat]) -> str:
    right = sum(row.answer.credit == 1 for row in rows)
    return _("{n} of {all} right").format(n=right, all=len(rows))


def _mean(rows: Sequence[Sat]) -> int:
    return sum(row.answer.milliseconds for row in rows) // max(1, len(rows))
