"""A note or a sheet on paper, as plain HTML that prints on any page."""

import re
from html import escape

from certstudy.present.gloss import TERM_LINK
from certstudy.present.notes import PageView
from certstudy.present.question import ExhibitView
from certstudy.present.words import _

WIDEST_PICTURE = 620

_TERM = re.compile(rf'<a href="{TERM_LINK}[^"]*">(.*?)</a>')
_TABLE = "<table border='1' cellspacing='0' cellpadding='4' style='border-collapse: collapse'>"


def paper_html(view: PageView) -> str:
    """The page for printing; a picture is an image whose source is its own path in the pack."""
    parts = [f"<h1>{escape(view.title)}</h1>"]
    place = " › ".join(p for p in (view.place.area, view.place.objective) if p) if view.place else ""
    parts.append(f"<p>{escape(' · '.join(p for p in (place, view.aside) if p))}</p>")
    parts += [_paper_block(block) for block in view.blocks]
    if view.links:
        rows = "".join(f"<li>{escape(link.title)}<br>{escape(link.url)}</li>" for link in view.links)
        parts.append(f"<h3>{escape(_('Read'))}</h3><ul>{rows}</ul>")
    return f"<body style='font-size: 10pt'>{''.join(parts)}</body>"


def _paper_block(view: ExhibitView) -> str:
    if view.picture is not None:
        picture = view.picture
        return f"<p><img src='{escape(picture.src)}' width='{min(picture.width, WIDEST_PICTURE)}'></p>"
    if view.code:
        return f"<pre style='font-size: 9pt'>{escape(view.code)}</pre>"
    return _TERM.sub(r"\1", view.html).replace("<table>", _TABLE)
