"""`certstudy fit-memory`: all parameters of the forgetting curve fitted to the learner's own answers."""

from certstudy.cli.text import emit, emit_json
from certstudy.cli.workshop import Workshop
from certstudy.core.errors import WorldError
from certstudy.present.words import _
from certstudy.study.forgetting import FEWEST_REVIEWS, Fitted, fit, give_up


def run(workshop: Workshop, usual: bool, as_json: bool) -> int:
    """Fit and keep what foretells better, or with `usual` go back to everybody's parameters."""
    if usual:
        with workshop.desk() as desk:
            give_up(desk)
        emit(_("Memories follow the usual parameters again."))
        return 0
    fitter = workshop.fitter()
    if fitter is None:
        raise WorldError(
            _("Fitting needs the package fsrs-rs-python, which is not installed."),
            _("Nothing was changed."),
            _("Install it: python -m pip install fsrs-rs-python"),
        )
    with workshop.desk() as desk:
        found, _changes = fit(desk, fitter)
    if as_json:
        emit_json(
            {"reviews": found.reviews, "before": found.before, "fitted": found.fitted, "kept": found.kept}
        )
    else:
        emit(_told(found))
    return 0


def _told(found: Fitted) -> str:
    if found.before is None or found.fitted is None:
        text = _("{n} reviews on a later day are too few: {least} are needed.")
        return text.format(n=found.reviews, least=FEWEST_REVIEWS)
    losses = _(
        "Log loss on the latest answers: {before} as usual, {fitted} with your own parameters."
    ).format(before=f"{found.before:.4f}", fitted=f"{found.fitted:.4f}")
    verdict = _("They are kept.") if found.kept else _("They are not kept.")
    return f"{losses} {verdict}"
