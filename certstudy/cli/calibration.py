"""`certstudy calibration`: how often what was foretold came true."""

from typing import Any

from certstudy.cli.text import emit, emit_json, table
from certstudy.cli.workshop import Workshop
from certstudy.present.words import _
from certstudy.study.honesty import FEWEST_ANSWERS, Honesty, account


def run(workshop: Workshop, as_json: bool) -> int:
    """Print the account of answers, mock exams and confidence."""
    with workshop.desk() as desk:
        found = account(desk)
    if as_json:
        emit_json(_values(found))
    else:
        emit(_text(found))
    return 0


def _values(found: Honesty) -> dict[str, Any]:
    scores = found.scores
    return {
        "answers": found.answers,
        "log_loss": scores and scores.log_loss,
        "brier": scores and scores.brier,
        "ece": scores and scores.ece,
        "bins": [{"n": b.n, "foretold": b.foretold, "true": b.true} for b in found.bins],
        "mocks": [
            {
                "sitting": mock.score.sitting.id,
                "share": mock.share,
                "foretold": {
                    "q10": mock.forecast.low,
                    "q50": mock.forecast.middle,
                    "q90": mock.forecast.high,
                },
                "in_range": mock.held,
            }
            for mock in found.mocks
        ],
        "confidence": [
            {"said": s.confidence.value, "answers": s.answers, "right": s.right} for s in found.sureness
        ],
        "wrong_though_sure": list(found.misled),
    }


def _text(found: Honesty) -> str:
    blocks = []
    if found.bins:
        rows = [[_("Foretold"), _("Came true"), _("Answers")]]
        rows += [[_percent(b.foretold), _percent(b.true), str(b.n)] for b in found.bins]
        blocks.append(table(rows, frozenset(range(3))))
    else:
        blocks.append(
            _("How well answers are foretold is shown from {n} answers on.").format(n=FEWEST_ANSWERS)
        )
    if found.mocks:
        rows = [[_("Mock exam"), _("Foretold"), _("Came"), ""]]
        for mock in found.mocks:
            span = f"{100 * mock.forecast.low:.0f}–{_percent(mock.forecast.high)}"
            held = _("in range") if mock.held else _("out of range")
            rows.append([str(mock.score.sitting.id), span, _percent(mock.share), held])
        blocks.append(table(rows, frozenset(range(3))))
    if found.sureness:
        rows = [[_("You said"), _("Answers"), _("Right")]]
        rows += [[s.confidence.value, str(s.answers), _percent(s.right)] for s in found.sureness]
        blocks.append(table(rows, frozenset((1, 2))))
    if found.misled:
        blocks.append(
            "\n".join([_("Wrong although you were sure:"), *(f"  {name}" for name in found.misled)])
        )
    return "\n\n".join(blocks)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
