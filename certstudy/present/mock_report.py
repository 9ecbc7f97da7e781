"""A mock exam's result on paper: score, areas, figures and the list of questions, as plain HTML."""

from collections.abc import Iterable, Sequence
from html import escape

from certstudy.core.question import Question
from certstudy.present import markup
from certstudy.present.chart import GridCell
from certstudy.present.mock_result import ResultView
from certstudy.present.paper import Printout
from certstudy.present.words import _
from certstudy.study.mock_result import MockResult, Sat

REPORT_TEXT, SMALL = 12, 10
# letters of what never wraps in a cell, and of a question's opening
SHORT, LONGEST_OPENING = 24, 72

_CELL = "padding: 3px 16px 3px 0"


def report(view: ResultView, result: MockResult) -> Printout:
    """The result as a page that prints on any paper, without colour carrying a meaning."""
    questions = [
        _question(cell, row, time) for cell, row, time in zip(view.cells, result.sat, view.times, strict=True)
    ]
    areas = [(area.area.name, area.figure or "", area.range_text or "", area.note) for area in view.areas]
    parts = [
        f"<h1>{escape(view.title)}</h1><p>{escape(view.exam)}<br>{escape(view.subtitle)}</p>",
        f"<h2>{escape(view.score)}. {escape(view.word)}</h2>",
        f"<p>{escape(view.sentence)} {escape(view.foretold)} {escape(view.honest)}</p>",
        _section(_("By skill area"), (_("Area"), _("Share"), _("8 in 10, per cent"), _("Points")), areas),
        _section(_("In figures"), (), view.facts),
        _section(_("By type"), (_("Type"), _("Points"), _("A question")), view.kinds),
        _section(_("Confidence"), (), view.sure),
        _section(_("Questions"), ("#", _("Question and objective"), _("Result"), _("Time"), ""), questions),
    ]
    return Printout(view.title, "".join(parts), REPORT_TEXT)


def _question(cell: GridCell, row: Sat, time: str) -> tuple[str, ...]:
    marks = {"right": _("right"), "partly": _("partly right"), "wrong": _("wrong"), None: _("not answered")}
    what = "\n".join(part for part in (_opening(row.question), cell.name) if part)
    return str(cell.number), what, marks.get(cell.verdict, ""), time, _("marked") if cell.flagged else ""


def _opening(question: Question | None) -> str:
    text = markup.plain(question.stem) if question is not None else ""
    return text if len(text) <= LONGEST_OPENING else f"{text[:LONGEST_OPENING].rpartition(' ')[0]}…"


def _section(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [_row(row, "td") for row in rows]
    if not lines:
        return ""
    top = f"<thead>{_row(head, 'th')}</thead>" if head else ""
    return f"<h3>{escape(title)}</h3><table cellspacing='0' cellpadding='0'>{top}{''.join(lines)}</table>"


def _row(cells: Sequence[str], tag: str) -> str:
    """A row; the first line of a cell may wrap, what follows it stands below."""
    return (
        "<tr>"
        + "".join(f"<{tag} align='left' style='{_CELL}'>{_words(cell)}</{tag}>" for cell in cells)
        + "</tr>"
    )


def _words(cell: str) -> str:
    first, _newline, below = cell.partition("\n")
    if not below:
        # a few words stay on one line
        return escape(first if len(first) > SHORT else first.replace(" ", "\N{NO-BREAK SPACE}"))
    return f"{escape(first)}<br><span style='font-size: {SMALL}px'>{escape(below)}</span>"
