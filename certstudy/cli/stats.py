"""`certstudy stats`: progress per area."""

from typing import Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.syllabus import Syllabus
from certstudy.present.words import _
from certstudy.study.progress import Overview, overview


def run(workshop: Workshop, as_json: bool) -> int:
    """Print answers, share right with its range, coverage and mock scores."""
    with workshop.desk() as desk:
        syllabus, seen = desk.catalog.syllabus, overview(desk, weeks=12)
    if as_json:
        emit_json(_values(syllabus, seen))
    else:
        emit(_text(syllabus, seen))
    return 0


def _values(syllabus: Syllabus, seen: Overview) -> dict[str, Any]:
    areas = []
    for area in syllabus.areas:
        days = [total for total in seen.days if total.area == area.id]
        estimate = seen.readiness.areas[area.id]
        areas.append(
            {
                "id": area.id,
                "title": area.title,
                "answers": sum(total.answers for total in days),
                "credit": round(sum(total.credit for total in days), 3),
                "first_answers": estimate.answers,
                "share_right": round(estimate.mean, 4) if estimate.answers else None,
                "low": round(estimate.low, 4) if estimate.answers else None,
                "high": round(estimate.high, 4) if estimate.answers else None,
            }
        )
    forecast = seen.readiness.forecast
    return {
        "exam": syllabus.exam.code,
        "answers": seen.answers,
        "areas": areas,
        "objectives": {"met": _met(syllabus, seen), "all": len(syllabus.objectives)},
        "mocks": [{"score": mock.scaled, "passed": mock.passed} for mock in seen.mocks],
        "p_pass": round(forecast.p_pass, 4) if forecast else None,
        "answers_missing": seen.readiness.missing,
    }


def _met(syllabus: Syllabus, seen: Overview) -> int:
    """How many objectives of this outline were met; the record may know others of an older one."""
    return sum(bool(total.met) for name, total in seen.objectives.items() if syllabus.has_objective(name))


def _text(syllabus: Syllabus, seen: Overview) -> str:
    values = _values(syllabus, seen)
    rows = [[_("Area"), _("Answers"), _("First"), _("Right"), _("Range")]]
    for area in values["areas"]:
        known = area["share_right"] is not None
        right = f"{100 * area['share_right']:.0f} %" if known else "-"
        spread = f"{100 * area['low']:.0f}-{100 * area['high']:.0f} %" if known else "-"
        rows.append([area["title"], str(area["answers"]), str(area["first_answers"]), right, spread])
    met = _("Objectives met: {met} of {all}").format(**values["objectives"])
    mocks = ", ".join(str(mock["score"]) for mock in values["mocks"]) or "-"
    lines = [
        table(rows, right=frozenset((1, 2, 3, 4))),
        "",
        met,
        _("Mock scores: {mocks}").format(mocks=mocks),
    ]
    if values["p_pass"] is None:
        text = _("No chance to pass is named yet: {n} more first answers needed.")
        lines.append(text.format(n=values["answers_missing"]))
    else:
        lines.append(_("Chance to pass: {p} %").format(p=round(100 * values["p_pass"])))
    return "\n".join(lines)
