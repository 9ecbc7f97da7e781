"""Markdown of questions to HTML that is safe to show and that Qt's rich text can draw.

Raw HTML stays text, and the result is sanitised on the way out; pictures are not loaded. Very long
texts are shown as plain text, because the Markdown parser can take seconds on small hostile input.
"""

from functools import lru_cache
from html import escape

import markdown
import nh3

LONGEST = 20_000
DENSEST = 400

TAGS = {
    "p", "br", "strong", "em", "code", "pre", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
    "blockquote", "h1", "h2", "h3", "h4", "a", "del", "sub", "sup", "hr",
}  # fmt: skip
ATTRIBUTES = {"a": {"href", "title"}, "th": {"align"}, "td": {"align"}, "ol": {"start"}}


@lru_cache(maxsize=2048)
def block(text: str) -> str:
    """Markdown paragraphs, lists and tables as HTML."""
    if len(text) > LONGEST or text.count("[") + text.count("<") > DENSEST:
        return f"<p>{escape(text)}</p>"
    html = _converter().reset().convert(text)
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None
    ).strip()


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
    converter = markdown.Markdown(extensions=["tables", "fenced_code", "sane_lists"], output_format="html")
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    converter.inlinePatterns.deregister("image_link")
    converter.inlinePatterns.deregister("image_reference")
    return converter


def warm() -> None:
    """Do the parser's one-time work before somebody waits for it."""
    inline("`a` **b**")
