"""`certstudy readiness`: the score to expect, the chance to pass, and what would raise it most."""

from collections import Counter
from typing import Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.core.prospect import Prospect
from certstudy.core.syllabus import Syllabus
from certstudy.present.readiness import chance_words
from certstudy.present.recovery import recovery_view
from certstudy.present.words import _, ngettext
from certstudy.study.readiness import SPELL_MINUTES, Standing, standing, what_helps
from certstudy.study.recovery import Recovery, recovery
from certstudy.study.today import milliseconds_an_answer

SHOWN = 5


def run(workshop: Workshop, as_json: bool) -> int:
    """Print what first attempts and entered results say of the exam to come."""
    with workshop.desk() as desk:
        syllabus, where = desk.catalog.syllabus, standing(desk)
        helps = what_helps(desk, where, milliseconds_an_answer(desk.history.days()))
        again = recovery(desk)
    if as_json:
        emit_json(_values(syllabus, where, helps) | {"next_attempt": again and _again(again)})
    else:
        emit("\n\n".join([_text(syllabus, where, helps), *([_again_text(syllabus, again)] if again else [])]))
    return 0


def _again(found: Recovery) -> dict[str, Any]:
    """The attempt after a failed one as plain values."""
    attempt, minutes = found.attempt, Counter[str]()
    for group in found.allotment.groups:
        minutes[group.area] += group.minutes
    return {
        "failed_attempts": attempt.attempts,
        "earliest": attempt.earliest and attempt.earliest.isoformat(),
        "day": found.day.isoformat(),
        "minutes": found.minutes,
        "p_pass_then": found.allotment.p_then if found.has_forecast else None,
        "areas": dict(minutes),
    }


def _again_text(syllabus: Syllabus, found: Recovery) -> str:
    view = recovery_view(syllabus, found)
    rows = [[_("Where the time raises the chance most"), _("Time")]]
    rows += [[row.title, row.gain] for row in view.rows]
    return "\n".join([*view.sentences, "", table(rows, frozenset((1,)))])


def _values(syllabus: Syllabus, where: Standing, helps: tuple[Prospect, ...]) -> dict[str, Any]:
    said = where.readiness
    forecast = said.forecast
    return {
        "exam": syllabus.exam.code,
        "first_attempts": sum(where.stage.answers.values()),
        "answers_missing": said.missing,
        "p_pass": forecast and forecast.p_pass,
        "p_pass_range": forecast and [forecast.p_low, forecast.p_high],
        "scaled": forecast and {"q10": forecast.low, "q50": forecast.mean, "q90": forecast.high},
        "offset": forecast and forecast.offset,
        "areas": [
            {"id": area, "share_right": e.mean, "low": e.low, "high": e.high, "first_attempts": e.answers}
            for area, e in said.areas.items()
        ],
        "what_helps": [
            {"group": one.group, "area": one.area, "minutes": SPELL_MINUTES}
            | {"points": one.points, "p_pass": one.p_pass}
            for one in helps
        ],
        "results": len(where.results),
    }


def _text(syllabus: Syllabus, where: Standing, helps: tuple[Prospect, ...]) -> str:
    said = where.readiness
    forecast = said.forecast
    rows = [[_("Area"), _("First answers"), _("Right"), _("80 % range")]]
    for area in syllabus.areas:
        e = said.areas[area.id]
        known = e.answers > 0
        right = f"{100 * e.mean:.0f} %" if known else "-"
        rows.append([area.title, str(e.answers), right, _range(100 * e.low, 100 * e.high) if known else "-"])
    blocks = [table(rows, frozenset((1, 2, 3)))]
    if forecast is None:
        text = ngettext(
            "Not enough evidence yet: {n} more first answer needed.",
            "Not enough evidence yet: {n} more first answers needed.",
            said.missing,
        )
        return "\n\n".join([*blocks, text.format(n=said.missing)])
    chance = _("{words}. Chance to pass: {p} % (likely {range} %)")
    score = _("Score: about {score}; 8 in 10 such exams would score {range}")
    blocks.append(
        "\n".join(
            [
                chance.format(
                    words=chance_words(forecast.p_pass),
                    p=round(100 * forecast.p_pass),
                    range=_range(100 * forecast.p_low, 100 * forecast.p_high),
                ),
                score.format(score=round(forecast.mean), range=_range(forecast.low, forecast.high)),
                _("The score is an estimate: how raw points become a scaled score is not published."),
            ]
        )
    )
    blocks.append(_helps(syllabus, helps))
    return "\n\n".join(blocks)


def _helps(syllabus: Syllabus, helps: tuple[Prospect, ...]) -> str:
    rows = [[_("{n} minutes on").format(n=SPELL_MINUTES), _("Score"), _("Chance to pass")]]
    for one in helps[:SHOWN]:
        title = syllabus.group(one.group).title
        rows.append([title, f"+{one.points:.0f}", f"+{100 * one.p_pass:.1f} %"])
    return table(rows, frozenset((1, 2)))


def _range(low: float, high: float) -> str:
    return f"{low:.0f}–{high:.0f}"
