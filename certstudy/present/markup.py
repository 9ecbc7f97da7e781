"""Markdown of questions to HTML that is safe to show and that Qt's rich text can draw.

Raw HTML stays text, and the result is sanitised on the way out; pictures are not loaded. Texts beyond what a person
writes are shown as plain text, because the Markdown parser can take seconds on small hostile input.
"""

from functools import lru_cache
from html import escape
from threading import Lock

import markdown
import nh3
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

LONGEST = 20_000
MOST_LINES = 600
# marks that open something, and marks of code, which are drawn one by one
MOST_OPENED = 400
MOST_TICKS = 800

# the converter keeps the text it is at, and the worker warms it while the window may already ask
_CONVERTING = Lock()

TAGS = {
    "p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
    "blockquote", "h1", "h2", "h3", "h4", "a", "del", "sub", "sup", "hr",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}


@lru_cache(maxsize=2048)
def block(text: str) -> str:
    """Markdown paragraphs, lists and tables as HTML."""
    if _is_overdone(text):
        return _as_it_stands(text)
    try:
        with _CONVERTING:
            html = _converter().reset().convert(text)
    except RecursionError:  # lists inside lists without end
        return _as_it_stands(text)
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None
    ).strip()


def _is_overdone(text: str) -> bool:
    return (
        len(text) > LONGEST
        or text.count("\n") > MOST_LINES
        or text.count("[") + text.count("<") > MOST_OPENED
        or text.count("`") > MOST_TICKS
    )


def _as_it_stands(text: str) -> str:
    return f"<p>{escape(text)}</p>"


@lru_cache(maxsize=4096)
def inline(text: str) -> str:
    """One line of Markdown as HTML without its paragraph."""
    html = block(" ".join(text.split()))
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


@lru_cache(maxsize=1024)
def plain(text: str) -> str:
    """Markdown without its marks, for names that a screen reader speaks."""
    words = nh3.clean(block(text), tags=set())
    return " ".join(
        words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").split()
    )


@lru_cache(maxsize=1)
def _converter() -> markdown.Markdown:
    # named in words, they would be looked up among all that is installed, which loads the mail and network modules
    extensions = (TableExtension(), FencedCodeExtension(), SaneListExtension())
    converter = markdown.Markdown(extensions=extensions, output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("image_link")
    converter.inlinePatterns.deregister("image_reference")
    return converter


def warm() -> None:
    """Do the parser's one-time work before somebody waits for it."""
    inline("`a` **b**")
