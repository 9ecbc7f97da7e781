"""A mock exam's result on paper: score, areas, figures and the list of questions, as plain HTML."""

from collections.abc import Iterable, Sequence
from html import escape

from certstudy.present.mock_result import ResultView
from certstudy.present.paper import Printout
from certstudy.present.words import _

# with it a whole exam takes two pages
REPORT_TEXT = 12


def report(view: ResultView) -> Printout:
    """The result as a page that prints on any paper, without colour carrying a meaning."""
    marks = {"right": _("right"), "partly": _("partly right"), "wrong": _("wrong"), None: _("not answered")}
    questions = [
        (str(cell.number), cell.name, marks.get(cell.verdict, ""), time, _("marked") if cell.flagged else "")
        for cell, time in zip(view.cells, view.times, strict=True)
    ]
    areas = [(area.area.name, area.figure or "", area.range_text or "", area.note) for area in view.areas]
    parts = [
        f"<h1>{escape(view.title)}</h1><p>{escape(view.subtitle)}</p>",
        f"<h2>{escape(view.score)}. {escape(view.word)}</h2>",
        f"<p>{escape(view.sentence)} {escape(view.foretold)} {escape(view.honest)}</p>",
        _section(_("By skill area"), (_("Area"), _("Share"), _("8 in 10, per cent"), _("Points")), areas),
        _section(_("In figures"), (), view.facts),
        _section(_("By type"), (_("Type"), _("Points"), _("A question")), view.kinds),
        _section(_("Confidence"), (), view.sure),
        _section(_("Questions"), ("#", _("Objective"), _("Result"), _("Time"), ""), questions),
    ]
    return Printout(view.title, "".join(parts), REPORT_TEXT)


def _section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(row, "td") for row in rows]
    if not lines:
        return ""
    top = f"<thead>{_row(head, 'th')}</thead>" if head else ""
    return f"<h3>{escape(title)}</h3><table cellspacing='0' cellpadding='3'>{top}{''.join(lines)}</table>"


def _row(cells: Sequence[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag} align='left'>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"
