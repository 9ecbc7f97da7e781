"""`certstudy evaluate`: how well the model foretells anybody's answers."""

from typing import Any

from certstudy.cli.logs import Files, read
from certstudy.cli.progress import Progress
from certstudy.cli.text import emit, emit_json, table
from certstudy.core.calibration import Quality
from certstudy.present.words import _, ngettext
from certstudy.study.evaluation import Evaluation, evaluated, schooled


def run(files: Files, as_json: bool) -> int:
    """Replay the log, foretelling each answer before it is seen, and print the scores beside the baselines'."""
    progress = Progress()
    given = read(files, progress)
    done = evaluated(progress.through(given.log, _("Replaying")), given.knowledge, schooled(given.train))
    if as_json:
        emit_json(_values(done))
    else:
        emit(_text(done, bool(given.train)))
    return 0


def _values(done: Evaluation) -> dict[str, Any]:
    return {
        "n": done.n,
        "learners": done.learners,
        "items": done.items,
        "model": _scores(done.model),
        "baselines": {name: _scores(scores) for name, scores in done.baselines.items()},
        "first_attempts": _scores(done.first),
        "repeats": _scores(done.repeats),
        "calibration": [{"n": b.n, "foretold": b.foretold, "true": b.true} for b in done.bins],
    }


def _scores(scores: Quality | None) -> dict[str, Any] | None:
    if scores is None:
        return None
    return {
        "n": scores.n,
        "log_loss": scores.log_loss,
        "brier": scores.brier,
        "auc": scores.auc,
        "ece": scores.ece,
    }


def _text(done: Evaluation, trained: bool) -> str:
    names = {
        "running_average": _("Running average"),
        "item_mean": _("Item mean"),
        "elo": _("Elo"),
    }
    rows = [["", _("Answers"), _("Log loss"), _("Brier"), _("AUC"), _("Calibration error")]]
    rows.append(_row(_("Model"), done.model))
    if done.repeats:
        rows += [_row(_("  first attempts"), done.first), _row(_("  repeats"), done.repeats)]
    rows += [_row(names[name], scores) for name, scores in done.baselines.items()]
    bins = [[_("Foretold"), _("Came true"), _("Answers")]]
    bins += [[f"{100 * b.foretold:.1f} %", f"{100 * b.true:.1f} %", str(b.n)] for b in done.bins]
    head = ngettext("{n} answer", "{n} answers", done.n).format(n=done.n)
    people = ngettext("{n} learner", "{n} learners", done.learners).format(n=done.learners)
    items = ngettext("{n} item", "{n} items", done.items).format(n=done.items)
    blocks = [
        f"{head}, {people}, {items}",
        table(rows, frozenset(range(1, 6))),
        table(bins, frozenset(range(3))),
    ]
    if not trained:
        blocks.append(
            _(
                "The model sees one learner at a time, as the app does. Item mean and Elo learn from all learners\n"
                "before; give the model other people's answers with --train."
            )
        )
    return "\n\n".join(blocks)


def _row(name: str, scores: Quality | None) -> list[str]:
    if scores is None:
        return [name, "0", "-", "-", "-", "-"]
    auc = "-" if scores.auc is None else f"{scores.auc:.3f}"
    return [name, str(scores.n), f"{scores.log_loss:.4f}", f"{scores.brier:.4f}", auc, f"{scores.ece:.3f}"]
