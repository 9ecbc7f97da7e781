"""Readiness in words and figures: the chance to pass with its range, what it rests on, each area's share."""

from certstudy.core.forecast import score_curve
from certstudy.core.readiness import Estimate, Forecast, Readiness
from certstudy.core.syllabus import Area, Syllabus
from certstudy.present.areas import area_tag
from certstudy.present.chart import AreaSpan, ScoreDensity, Span
from certstudy.present.today_view import ReadinessView
from certstudy.present.words import _, ngettext, number, percent, percent_range

DENSITY_POINTS = 110
# an offset that is worth a sentence, in log odds
TELLING_OFFSET = 0.25


def readiness_view(
    syllabus: Syllabus, readiness: Readiness, first: int = 0, results: int = 0
) -> ReadinessView:
    """The readiness card, with or without enough evidence, after so many first answers and results entered."""
    rows = tuple(_area_span(syllabus, area, readiness.areas[area.id]) for area in syllabus.areas)
    forecast = readiness.forecast
    if forecast is None:
        text = ngettext(
            "{n} more first answer needed before a chance to pass can be named.",
            "{n} more first answers needed before a chance to pass can be named.",
            readiness.missing,
        )
        return ReadinessView("", "", None, text.format(n=readiness.missing), rows, _why_not_yet())
    sentence = _("{chance}. 8 in 10 such exams would score {low} to {high}.")
    return ReadinessView(
        figure=str(round(100 * _not_certain(forecast.p_pass))),
        range=_("likely {range}").format(
            range=percent_range(_not_certain(forecast.p_low), _not_certain(forecast.p_high))
        ),
        density=score_density(forecast, syllabus.exam.score_to_pass, syllabus.exam.score_max),
        sentence=sentence.format(
            chance=chance_words(forecast.p_pass), low=round(forecast.low), high=round(forecast.high)
        ),
        rows=rows,
        why=_why(syllabus, forecast, first, results),
    )


def chance_words(p_pass: float) -> str:
    """A chance to pass in words."""
    steps = (
        (0.95, _("Almost sure to pass")),
        (0.80, _("Very likely to pass")),
        (0.60, _("Likely to pass")),
        (0.40, _("As likely to pass as not")),
        (0.20, _("Unlikely to pass")),
        (0.05, _("Very unlikely to pass")),
    )
    return next((words for least, words in steps if p_pass >= least), _("Almost no chance to pass"))


def chance_shown(chance: float) -> str:
    """A chance to pass in per cent."""
    return percent(_not_certain(chance))


def _not_certain(chance: float) -> float:
    """No exam is passed or failed for certain beforehand."""
    return min(0.99, max(0.01, chance))


def score_density(forecast: Forecast, to_pass: int, highest: int) -> ScoreDensity:
    """The forecast as a curve over the part of the scale that carries it."""
    low = min(to_pass - 240, forecast.mean - 3.2 * forecast.sd)
    high = min(highest, max(to_pass + 240, forecast.mean + 3.2 * forecast.sd))
    step = (high - low) / (DENSITY_POINTS - 1)
    scores = [low + i * step for i in range(DENSITY_POINTS)]
    points = tuple(zip(scores, score_curve(forecast.pieces, forecast.scale, scores), strict=True))
    return ScoreDensity(points, Span(forecast.low, forecast.mean, forecast.high), to_pass)


def _area_span(syllabus: Syllabus, area: Area, estimate: Estimate) -> AreaSpan:
    tag = area_tag(syllabus, area)
    if not estimate.answers:
        return AreaSpan(tag, None, note=_("no answers yet"))
    low, high = round(100 * estimate.low), round(100 * estimate.high)
    return AreaSpan(
        area=tag,
        span=Span(100 * estimate.low, 100 * estimate.mean, 100 * estimate.high),
        figure=str(round(100 * estimate.mean)),
        range_text=f"{low}–{high}",
        note=ngettext("{n} first answer", "{n} first answers", estimate.answers).format(n=estimate.answers),
    )


def _why_not_yet() -> tuple[str, ...]:
    return (
        _("A chance to pass is named from 20 first answers on, with at least one in each area."),
        _("Repeats do not count here: the exam asks new questions."),
    )


def _why(syllabus: Syllabus, forecast: Forecast, first: int, results: int) -> tuple[str, ...]:
    """What the chance rests on, in plain words."""
    rests = ngettext(
        "It rests on {n} first answer: hard questions count for more than easy ones, lucky guesses for less. Repeats"
        " show what you remember, not what you can, so they do not count.",
        "It rests on {n} first answers: hard questions count for more than easy ones, lucky guesses for less. Repeats"
        " show what you remember, not what you can, so they do not count.",
        first,
    )
    return tuple(
        sentence
        for sentence in (
            rests.format(n=number(first)),
            _("Each area weighs as much as in the exam, and an area helps to judge the others a little."),
            _chance_sentence(forecast),
            _(
                "Even somebody known exactly would score differently on another day: the questions differ, guesses"
                " fall well or badly, and nobody outside knows the cut. That is why the range of scores is so wide."
            ),
            _offset_words(forecast, results),
            _(
                "How raw points become a scaled score is not published. The map used here, {score} at about"
                " {cut} right, is an estimate."
            ).format(score=syllabus.exam.score_to_pass, cut=percent(forecast.scale.cut)),
        )
        if sentence
    )


def _chance_sentence(forecast: Forecast) -> str:
    chance, low, high = (chance_shown(p) for p in (forecast.p_pass, forecast.p_low, forecast.p_high))
    if low == high:
        return _("The chance to pass is about {p}, whatever your answers leave open.").format(p=chance)
    likely = _("The chance to pass is {p}; what your answers leave open puts it between {low} and {high}.")
    return likely.format(p=chance, low=low, high=high)


def _offset_words(forecast: Forecast, results: int) -> str:
    """What results entered have taught about the exam itself."""
    if not results:
        return _(
            "Practice often flatters. Enter a real result or an official practice assessment on Progress, and the"
            " forecast learns how much."
        )
    if forecast.offset > TELLING_OFFSET:
        return _(
            "The results you entered say that the exam is harder for you than practice; that is counted in."
        )
    if forecast.offset < -TELLING_OFFSET:
        return _(
            "The results you entered say that the exam is easier for you than practice; that is counted in."
        )
    return _("The results you entered agree with your practice; they are counted in.")
