"""`certstudy result`: results from elsewhere, which move the forecast."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.moment import date_of
from certstudy.present.words import _
from certstudy.study.desk import Desk
from certstudy.study.readiness import enter_result, withdraw_result


@dataclass(frozen=True, slots=True)
class Entered:
    """A result as it was typed; `day` is an ordinal, None for today, shares are 0 to 1."""

    kind: str
    day: int | None
    score: float | None
    share: float | None
    bars: Mapping[str, float]


def run(workshop: Workshop, entered: Entered | None, remove: int | None, as_json: bool) -> int:
    """Enter or remove a result if asked to, and list those that count."""
    with workshop.desk() as desk:
        if remove is not None:
            withdraw_result(desk, _known(desk, remove))
        if entered is not None:
            enter_result(desk, _result(desk, entered))
        held = desk.history.results()
    if as_json:
        emit_json([_values(result) for result in held])
    else:
        emit(_text(held))
    return 0


def _known(desk: Desk, number: int) -> int:
    if all(result.id != number for result in desk.history.results()):
        raise WorldError(_("There is no result {n}.").format(n=number))
    return number


def _result(desk: Desk, entered: Entered) -> Result:
    """The result, checked against the exam; WorldError says what cannot be."""
    syllabus, today = desk.catalog.syllabus, desk.now().day
    unknown = [area for area in entered.bars if all(area != known.id for known in syllabus.areas)]
    if unknown:
        known_areas = ", ".join(area.id for area in syllabus.areas)
        raise WorldError(
            _("The exam has no area {area}.").format(area=unknown[0]),
            remedy=_("Its areas: {areas}").format(areas=known_areas),
        )
    if entered.score is not None and entered.score > syllabus.exam.score_max:
        raise WorldError(_("The scale ends at {top}.").format(top=syllabus.exam.score_max))
    if entered.day is not None and entered.day > today:
        raise WorldError(_("That day is still to come."))
    day = today if entered.day is None else entered.day
    return Result(ResultKind(entered.kind), day, entered.score, entered.share, entered.bars)


def _values(result: Result) -> dict[str, Any]:
    return {
        "id": result.id,
        "kind": result.kind.value,
        "date": date_of(result.day).isoformat(),
        "score": result.score,
        "share": result.share,
        "bars": dict(result.bars),
    }


def _text(held: Sequence[Result]) -> str:
    if not held:
        return _("No result has been entered.")
    rows = [["", _("Day"), _("Kind"), _("Result"), _("Bars")]]
    for result in held:
        told = "-" if result.score is None else f"{result.score:.0f}"
        told = told if result.share is None else f"{100 * result.share:.0f} %"
        bars = ", ".join(f"{area} {100 * share:.0f} %" for area, share in result.bars.items())
        day = date_of(result.day).isoformat()
        rows.append([str(result.id), day, result.kind.value, told, bars])
    return table(rows, frozenset((0, 3)))
