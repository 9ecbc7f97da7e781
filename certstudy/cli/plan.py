"""`certstudy plan`: the blueprint for n questions."""

from typing import Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.apportion import apportion
from certstudy.core.blueprint import Blueprint, blueprint, weight_ranges
from certstudy.core.syllabus import Area, Syllabus
from certstudy.present.words import _


def run(workshop: Workshop, n: int, as_json: bool) -> int:
    """Print seats per area, per cent, and whether they lie in the weight ranges."""
    syllabus = workshop.catalog().syllabus
    plan = blueprint(weight_ranges(syllabus), n)
    if as_json:
        emit_json(plan_values(syllabus, plan))
    else:
        emit(plan_text(syllabus, plan))
    return 0


def plan_values(syllabus: Syllabus, plan: Blueprint) -> dict[str, Any]:
    """The blueprint as plain values."""
    areas = [
        {
            "id": area.id,
            "title": area.title,
            "seats": plan.seats[i],
            "percent": round(plan.percent(i), 2),
            "low": area.weight.low,
            "high": area.weight.high,
            "in_range": plan.n > 0 and plan.off_range(i) == 0.0,
            "off_by": round(plan.off_range(i), 2),
            "groups": _group_seats(area, plan.seats[i]),
        }
        for i, area in enumerate(syllabus.areas)
    ]
    return {"exam": syllabus.exam.code, "n": plan.n, "in_range": plan.in_range, "areas": areas}


def plan_text(syllabus: Syllabus, plan: Blueprint, weighted: bool = True) -> str:
    """The blueprint as a table with a sentence on its honesty; not `weighted` if it follows another rule on purpose."""
    rows = [[_("Area"), _("Questions"), _("Share"), _("Range"), ""]]
    for i, area in enumerate(syllabus.areas):
        off = plan.off_range(i)
        weight = f"{area.weight.low}-{area.weight.high} %"
        miss = "" if off == 0.0 or not weighted else _("off by {points} points").format(points=f"{off:+.1f}")
        rows.append([area.title, str(plan.seats[i]), f"{plan.percent(i):.1f} %", weight, miss])
    verdict = _("Every area lies in its range.")
    if not weighted:
        verdict = _("This form does not follow the exam's weights.")
    elif not plan.in_range:
        verdict = _("No whole split of {n} questions lies in all ranges; this is the nearest in sequence.")
    head = f"{syllabus.exam.code}: {syllabus.exam.title}"
    return "\n".join([head, "", table(rows, right=frozenset((1, 2))), "", verdict.format(n=plan.n)])


def _group_seats(area: Area, seats: int) -> dict[str, int]:
    sizes = [len(group.objectives) for group in area.groups]
    shares = apportion(sizes, seats)
    return {group.id: share for group, share in zip(area.groups, shares, strict=True)}
