"""A note or a sheet on paper, as plain HTML that prints on any page."""

import re
from html import escape
from typing import NamedTuple

from certstudy.core.note import PageKind
from certstudy.present.gloss import TERM_LINK
from certstudy.present.notes import PageView
from certstudy.present.question import ExhibitView
from certstudy.present.words import _

# sizes on paper are in pixels, of which so many are an inch
PIXELS_AN_INCH = 96
WIDEST_PICTURE = 620
# text of a page, and of a sheet, which is to fit on one
TEXT, SHEET_TEXT = 13, 11

_TERM = re.compile(rf'<a href="{TERM_LINK}[^"]*">(.*?)</a>')
_TABLE = "<table border='1' cellspacing='0' cellpadding='{padding}' style='border-collapse: collapse'>"


class Printout(NamedTuple):
    """What is printed: HTML whose text and headings are sized from `size`, in pixels, set in columns."""

    title: str
    html: str
    size: int = TEXT
    columns: int = 1


def printout(view: PageView) -> Printout:
    """A page for printing; a picture is an image whose source is its own path in the pack."""
    sheet = view.page.kind is PageKind.SHEET
    parts = [f"<h1>{escape(view.title)}</h1>"]
    place = " › ".join(p for p in (view.place.area, view.place.objective) if p) if view.place else ""
    parts.append(f"<p>{escape(' · '.join(p for p in (place, view.aside) if p))}</p>")
    parts += [_paper_block(block, 2 if sheet else 4) for block in view.blocks]
    if view.links:
        rows = "".join(f"<li>{escape(link.title)}<br>{escape(link.url)}</li>" for link in view.links)
        parts.append(f"<h3>{escape(_('Read'))}</h3><ul>{rows}</ul>")
    html = "".join(parts)
    # the short lines of a sheet, which is to fit on one page, leave room for two columns
    return Printout(view.title, html, SHEET_TEXT, 2) if sheet else Printout(view.title, html)


def _paper_block(view: ExhibitView, padding: int) -> str:
    if view.picture is not None:
        picture = view.picture
        return f"<p><img src='{escape(picture.src)}' width='{min(picture.width, WIDEST_PICTURE)}'></p>"
    if view.code:
        return f"<pre>{escape(view.code)}</pre>"
    return _TERM.sub(r"\1", view.html).replace("<table>", _TABLE.format(padding=padding))
