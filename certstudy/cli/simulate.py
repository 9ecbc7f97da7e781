"""`certstudy simulate-plan`: what the app's choice of questions is worth, on simulated learners."""

from typing import Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.simulation import POLICIES, QUESTIONS, Outcome, mean_with_error, simulated
from certstudy.present.words import _, ngettext


def run(workshop: Workshop, days: int, per_day: int, seed: int, learners: int, as_json: bool) -> int:
    """Print the share of the exam recalled on the day under each policy."""
    syllabus = workshop.catalog().syllabus
    outcomes = {name: simulated(syllabus, days, per_day, seed, learners, name) for name in POLICIES}
    if as_json:
        plan = {"days": days, "per_day": per_day, "seed": seed, "learners": learners, "bank": QUESTIONS}
        emit_json(plan | {"policies": {name: _values(found) for name, found in outcomes.items()}})
        return 0
    names = {
        "app": _("CertStudy"),
        "weighted_random": _("By chance, by weight"),
        "weakest_first": _("Weakest first"),
        "fsrs_due": _("FSRS due, new by weight"),
    }
    head = [_("Choice of questions"), _("Recall on the day"), "±", _("App's lead"), "±", _("Time")]
    rows = [[names[name], *_figures(outcomes["app"], found)] for name, found in outcomes.items()]
    people = ngettext("{n} simulated learner", "{n} simulated learners", learners).format(n=learners)
    span = ngettext("{n} day", "{n} days", days).format(n=days)
    given = ngettext("{n} question a day", "{n} questions a day", per_day).format(n=per_day)
    bank = _("from a bank of {n}").format(n=QUESTIONS)
    emit(f"{people}, {span}, {given} {bank}")
    emit("\n" + table([head, *rows], right=frozenset(range(1, 6))))
    emit("\n" + _("Recall: share of the exam known on the day, areas by weight. Time: in reviews a day."))
    return 0


def _values(found: tuple[Outcome, ...]) -> dict[str, Any]:
    mean, error = mean_with_error([outcome.recall for outcome in found])
    time, _error = mean_with_error([outcome.time for outcome in found])
    return {"recall": round(mean, 5), "se": round(error, 5), "time": round(time, 1)}


def _figures(app: tuple[Outcome, ...], found: tuple[Outcome, ...]) -> list[str]:
    mean, error = mean_with_error([outcome.recall for outcome in found])
    leads = [ours.recall - theirs.recall for ours, theirs in zip(app, found, strict=True)]
    lead, lead_error = mean_with_error(leads)
    time, _error = mean_with_error([outcome.time for outcome in found])
    figures = [f"{mean:.3f}", f"{error:.3f}", f"{lead:+.3f}", f"{lead_error:.3f}", f"{time:.0f}"]
    return figures if app is not found else [*figures[:2], "", "", figures[4]]
