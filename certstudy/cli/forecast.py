"""`certstudy forecast`: the score each learner of a log can expect on questions not met yet."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from certstudy.cli.logs import Files, read
from certstudy.cli.progress import Progress
from certstudy.cli.text import complain, emit, emit_json, table
from certstudy.core.forecast import EVIDENCE_NEEDED, Spread
from certstudy.core.response_log import Logged
from certstudy.present.words import _
from certstudy.study.log_forecast import Foresight, Wanted, foresights


def run(files: Files, wanted: Wanted, as_json: bool) -> int:
    """Print, for each learner, the share right to be expected and the chance to pass."""
    progress = Progress()
    given = read(files, progress)
    areas = set(given.knowledge.areas.values())
    answers = _noting(progress.through(given.log, _("Replaying")), areas)
    found = foresights(answers, given.knowledge, wanted, partial(progress.tell, _("Forecasting")))
    progress.end()
    _tell_strangers(wanted, areas)
    if as_json:
        emit_json([_values(one, wanted) for one in found])
    else:
        emit(_text(found, wanted))
    return 0


def _noting(answers: Iterable[Logged], areas: set[str]) -> Iterator[Logged]:
    for answer in answers:
        areas.add(answer.area)
        yield answer


def _tell_strangers(wanted: Wanted, areas: set[str]) -> None:
    """Areas with a weight of which no file speaks may be a slip of the pen; of those nothing is known."""
    strangers = [area for area in wanted.weights or {} if area not in areas]
    if strangers:
        text = _("No file names the area {names}; nothing is known of it. The files name: {areas}")
        told = text.format(names=", ".join(strangers), areas=", ".join(sorted(areas)))
        complain(told)


def _values(one: Foresight, wanted: Wanted) -> dict[str, Any]:
    values: dict[str, Any] = {
        "learner": one.learner,
        "answers": one.answers,
        "first_attempts": one.first_attempts,
        **_spread(one.share),
        "p_pass": one.p_pass,
        "answers_missing": one.missing,
    }
    if wanted.cut is None:
        values["scaled"] = None if one.scaled is None else _spread(one.scaled)
    return values


def _spread(spread: Spread) -> dict[str, float]:
    return {"mean": spread.mean, "q10": spread.q10, "q50": spread.q50, "q90": spread.q90}


def _text(found: list[Foresight], wanted: Wanted) -> str:
    rows = [[_("Learner"), _("Answers"), _("Right"), _("80 % range"), _("Chance to pass")]]
    if wanted.cut is None:
        rows[0][-1:-1] = [_("Score"), _("80 % range")]
    for one in found:
        row = [one.learner, str(one.answers), f"{100 * one.share.mean:.0f} %", _range(one.share, 100, " %")]
        if wanted.cut is None:
            scaled = one.scaled
            row += [f"{scaled.q50:.0f}", _range(scaled, 1, "")] if scaled else ["-", "-"]
        row.append("-" if one.p_pass is None else f"{100 * one.p_pass:.0f} %")
        rows.append(row)
    lines = [table(rows, frozenset(range(1, len(rows[0]))))]
    if any(one.missing for one in found):
        text = _("No chance to pass is named under {n} first attempts.")
        lines += ["", text.format(n=EVIDENCE_NEEDED)]
    if wanted.cut is None:
        lines += ["", _("The scaled score is an estimate: the map from share to score is not published.")]
    return "\n".join(lines)


def _range(spread: Spread, by: float, unit: str) -> str:
    return f"{by * spread.q10:.0f}–{by * spread.q90:.0f}{unit}"
