"""From the account of what was foretold to the card that shows it."""

from typing import NamedTuple

from certstudy.core.confidence import Confidence
from certstudy.present.chart import Reliability
from certstudy.present.words import _, ngettext, number, percent
from certstudy.study.honesty import FEWEST_ANSWERS, Honesty, Sureness

# per cent by which chances may miss and still be called right
CLOSE = 4.0
WRONG_SHOWN = 40


class HonestyView(NamedTuple):
    """Chances against what came, a sentence on them, on mock exams, on confidence; `misled` are questions to mend."""

    bins: tuple[Reliability, ...]
    answers: str
    mocks: str
    confidence: tuple[str, ...]
    misled: tuple[str, ...]
    misled_words: str


def honesty_view(found: Honesty) -> HonestyView:
    """Lay out the account."""
    bins = tuple(Reliability(100 * b.foretold, 100 * b.true, b.n) for b in found.bins)
    return HonestyView(
        bins=bins,
        answers=_answers(found),
        mocks=_mocks(found),
        confidence=tuple(map(_said, found.sureness)),
        misled=found.misled[:WRONG_SHOWN],
        misled_words=_misled(len(found.misled)),
    )


def _answers(found: Honesty) -> str:
    if not found.bins:
        text = _(
            "Before each answer the app says how likely it is right. How well is shown from {n} answers on."
        )
        return text.format(n=FEWEST_ANSWERS)
    worst = max(found.bins, key=lambda b: abs(b.foretold - b.true))
    said, came = percent(worst.foretold), percent(worst.true)
    count = number(found.answers)
    if 100 * abs(worst.foretold - worst.true) <= CLOSE:
        text = _("Over {n} answers you were right about as often as the app expected.")
        return text.format(n=count)
    text = _("Over {n} answers: where the app expected {said} right, {came} were. No other gap is wider.")
    return text.format(n=count, said=said, came=came)


def _mocks(found: Honesty) -> str:
    if not found.mocks:
        return _(
            "Before each mock exam the app forecasts its result. No exam with a forecast has been handed in yet."
        )
    held = sum(mock.held for mock in found.mocks)
    text = ngettext(
        "{held} of {n} mock exam came out within its forecast; 8 in 10 should.",
        "{held} of {n} mock exams came out within their forecasts; 8 in 10 should.",
        len(found.mocks),
    )
    return text.format(held=held, n=len(found.mocks))


def _said(row: Sureness) -> str:
    texts = {
        Confidence.SURE: ngettext(
            "Sure: {right} right of {n} answer", "Sure: {right} right of {n} answers", row.answers
        ),
        Confidence.UNSURE: ngettext(
            "Unsure: {right} right of {n} answer", "Unsure: {right} right of {n} answers", row.answers
        ),
        Confidence.GUESS: ngettext(
            "Guess: {right} right of {n} answer", "Guess: {right} right of {n} answers", row.answers
        ),
    }
    return texts[row.confidence].format(right=percent(row.right), n=number(row.answers))


def _misled(count: int) -> str:
    if not count:
        return ""
    return ngettext(
        "{n} question was wrong although you were sure",
        "{n} questions were wrong although you were sure",
        count,
    ).format(n=count)
