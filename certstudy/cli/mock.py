"""`certstudy mock`: assemble forms and print them with their audits."""

import argparse
from collections import Counter
from collections.abc import Sequence
from typing import Any

from certstudy.cli.plan import plan_text, plan_values
from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.core.form import Audit, Form, Recipe
from certstudy.core.mock_plan import FormKind
from certstudy.core.syllabus import Syllabus
from certstudy.present.words import _
from certstudy.study.mock_exam import prepare_in_a_row, usual

# every area alike, or one area alone
UNWEIGHTED = (FormKind.DIAGNOSTIC, FormKind.AREA)


def run(workshop: Workshop, asked: argparse.Namespace) -> int:
    """Assemble forms as this learner would get them now, one after the other; nothing is stored."""
    with workshop.desk() as desk:
        syllabus = desk.catalog.syllabus
        if not desk.catalog.entries:
            raise WorldError(
                _("The content pack holds no questions."), remedy=_("Study another one with --content PACK.")
            )
        recipe = _recipe(syllabus, asked.form, asked.n)
        seed = desk.new_seed() if asked.seed is None else asked.seed
        forms = list(prepare_in_a_row(desk, recipe, seed, asked.forms))
    shared = _shared(forms)
    if not asked.as_json:
        emit("\n\n".join(_text(syllabus, form) for form in forms))
        if len(forms) > 1:
            emit("\n" + _("{k} forms; questions in more than one: {n}").format(k=len(forms), n=shared))
    elif len(forms) == 1:
        emit_json(form_values(syllabus, forms[0]))
    else:
        emit_json({"forms": [form_values(syllabus, form) for form in forms], "shared": shared})
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
            "family": entry.family,
            "scored": entry.id not in form.unscored,
        }
        for entry in form.entries
    ]
    sections = [
        {"kind": part.kind.value, "family": part.family, "questions": len(part)} for part in form.sections
    ]
    audit = plan_values(syllabus, form.audit.blueprint) | _audit_values(form.audit)
    return {
        "form": form.recipe.kind.value,
        "seed": form.seed,
        "n": len(form.entries),
        "sections": sections,
        "questions": questions,
        "audit": audit,
    }


def _recipe(syllabus: Syllabus, form: str, n: int | None) -> Recipe:
    kind, _colon, area = form.partition(":")
    known = [one.id for one in syllabus.areas]
    if kind not in list(FormKind) or (kind == FormKind.AREA) != bool(area) or (area and area not in known):
        raise WorldError(
            f"There is no form {form!r}.",
            "Nothing was assembled.",
            f"Use full, half, diagnostic, hard, or area: with one of {', '.join(known)}.",
        )
    return Recipe(n or usual(syllabus, FormKind(kind)), FormKind(kind), area)


def _shared(forms: Sequence[Form]) -> int:
    counts = Counter(entry.id for form in forms for entry in form.entries)
    return sum(count > 1 for count in counts.values())


def _audit_values(audit: Audit) -> dict[str, Any]:
    return {
        "groups": dict(audit.groups),
        "objectives": audit.objectives,
        "types": {kind.value: count for kind, count in audit.kinds.items()},
        "types_aimed_at": {kind.value: count for kind, count in audit.aims.kinds.items()},
        "difficulties": {str(level): count for level, count in audit.difficulties.items()},
        "difficulties_aimed_at": {str(level): count for level, count in audit.aims.difficulties.items()},
        "families": [
            {"id": f.id, "kind": f.kind.value, "questions": f.questions, "areas": dict(f.areas)}
            for f in audit.families
        ],
        "enemies_avoided": audit.barred,
        "enemies_together": audit.together,
        "seen_before": audit.seen_before,
        "in_recent_mocks": audit.in_recent_mocks,
        "unscored": audit.unscored,
        "short": sum(audit.blueprint.short),
    }


def _text(syllabus: Syllabus, form: Form) -> str:
    rows = [["#", _("Question"), _("Objective"), _("Type"), _("Difficulty"), _("Part of")]]
    for number, entry in enumerate(form.entries, 1):
        rows.append(
            [str(number), entry.id, entry.objective, entry.kind.value, str(entry.difficulty), entry.family]
        )
    audit = form.audit
    kinds = ", ".join(
        f"{kind.value} {count}" for kind, count in audit.kinds.items() if count or audit.aims.kinds.get(kind)
    )
    levels = ", ".join(f"{level}: {count}" for level, count in audit.difficulties.items())
    groups = ", ".join(f"{name} {count}" for name, count in audit.groups.items())
    families = ", ".join(f"{f.id} ({f.kind.value}, {f.questions})" for f in audit.families)
    facts = [
        _("Seed {seed}").format(seed=form.seed),
        _("Objectives covered: {n}").format(n=audit.objectives),
        _("Groups: {groups}").format(groups=groups),
        _("Types: {kinds}").format(kinds=kinds),
        _("Difficulties: {levels}").format(levels=levels),
        _("Case studies and series: {families}").format(families=families or _("none")),
        _("Kept out as enemies or near-duplicates: {n}; together: {m}").format(
            n=audit.barred, m=audit.together
        ),
        _("Seen before: {n}; in recent mock exams: {m}").format(n=audit.seen_before, m=audit.in_recent_mocks),
    ]
    if short := sum(audit.blueprint.short):
        facts.append(_("The bank is {n} questions short of this form.").format(n=short))
    plan = plan_text(syllabus, audit.blueprint, weighted=form.recipe.kind not in UNWEIGHTED)
    return "\n".join([plan, "", *facts, "", table(rows, right=frozenset((0, 4)))])
