"""`certstudy mock`: assemble a form and print it with its audit."""

from typing import Any

from certstudy.cli.plan import plan_text, plan_values
from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.form import Audit, Form
from certstudy.core.syllabus import Syllabus
from certstudy.present.words import _
from certstudy.study.mock_exam import prepare


def run(workshop: Workshop, n: int, seed: int | None, as_json: bool) -> int:
    """Assemble a form as this learner would get it now; nothing is stored."""
    with workshop.desk() as desk:
        form = prepare(desk, n, seed)
        syllabus = desk.catalog.syllabus
    if as_json:
        emit_json(form_values(syllabus, form))
    else:
        emit(_text(syllabus, form))
    return 0


def form_values(syllabus: Syllabus, form: Form) -> dict[str, Any]:
    """A form and its audit as plain values."""
    questions = [
        {
            "id": entry.id,
            "area": entry.area,
            "group": entry.group,
            "objective": entry.objective,
            "type": entry.kind.value,
            "difficulty": entry.difficulty,
        }
        for entry in form.entries
    ]
    audit = plan_values(syllabus, form.audit.blueprint) | _audit_values(form.audit)
    return {"seed": form.seed, "n": len(form.entries), "questions": questions, "audit": audit}


def _audit_values(audit: Audit) -> dict[str, Any]:
    return {
        "groups": dict(audit.groups),
        "objectives": audit.objectives,
        "types": {kind.value: count for kind, count in audit.kinds.items()},
        "difficulties": {str(level): count for level, count in audit.difficulties.items()},
        "seen_before": audit.seen_before,
        "in_recent_mocks": audit.in_recent_mocks,
        "short": sum(audit.blueprint.short),
    }


def _text(syllabus: Syllabus, form: Form) -> str:
    rows = [["#", _("Question"), _("Objective"), _("Type"), _("Difficulty")]]
    for number, entry in enumerate(form.entries, 1):
        rows.append([str(number), entry.id, entry.objective, entry.kind.value, str(entry.difficulty)])
    audit = form.audit
    kinds = ", ".join(f"{kind.value} {count}" for kind, count in audit.kinds.items())
    levels = ", ".join(f"{level}: {count}" for level, count in audit.difficulties.items())
    facts = [
        _("Seed {seed}").format(seed=form.seed),
        _("Objectives covered: {n}").format(n=audit.objectives),
        _("Types: {kinds}").format(kinds=kinds),
        _("Difficulties: {levels}").format(levels=levels),
        _("Seen before: {n}; in recent mock exams: {m}").format(n=audit.seen_before, m=audit.in_recent_mocks),
    ]
    if short := sum(audit.blueprint.short):
        facts.append(_("The bank is {n} questions short of this form.").format(n=short))
    plan = plan_text(syllabus, audit.blueprint)
    return "\n".join([plan, "", *facts, "", table(rows, right=frozenset((0, 4)))])
