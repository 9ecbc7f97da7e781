"""Questions come from strangers: their markdown may format, but never load, run or lead anywhere unseen."""

import re
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.present.markup import ATTRIBUTES, LONGEST, MOST_OPENED, TAGS, block, inline, plain

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>")
HOSTILE = st.text(st.sampled_from(list("<>[]()!`*_#|-&\"'=:/ \nabimgsrcxon")), max_size=60)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Run `make test` **first**.", "<p>Run <code>make test</code> <strong>first</strong>.</p>"),
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("[page](https://example.org/a)", '<p><a href="https://example.org/a">page</a></p>'),
        ("```yaml\na: <b>\n```", "<pre><code>a: &lt;b&gt;\n</code></pre>"),
    ],
)
def test_what_formats(text: str, html: str) -> None:
    assert block(text) == html


def test_tables() -> None:
    html = block("| a | b |\n|---|---|\n| 1 | 2 |")
    assert re.findall(r"<t[hd]>(.)</t[hd]>", html) == ["a", "b", "1", "2"]


@pytest.mark.parametrize(
    "text",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "a <span style='color:red'>b</span>",
        "<div>\n\n# title\n\n</div>",
        "<!-- hidden -->",
    ],
)
def test_raw_html_stays_text(text: str) -> None:
    html = block(text)
    assert "&lt;" in html
    assert not re.search(r"<(?:b|script|img|span|div|!--)\b", html)
    assert "<" in plain(text)


@pytest.mark.parametrize(
    "text", ["![p](https://example.org/p.png)", "![p][r]\n\n[r]: https://example.org/p.png"]
)
def test_no_picture_is_loaded_and_its_words_stay(text: str) -> None:
    html = block(text)
    assert "<img" not in html
    assert "src=" not in html
    assert html.startswith("<p>![p]")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "file:///etc/hosts",
        "vbscript:x",
        "smb://host",
        "ftp://example.org/a",
        "mailto:a@example.org",
        "ssh://example.org",
    ],
)
def test_a_link_leads_to_the_web_or_nowhere(address: str) -> None:
    html = block(f"[press]({address})")
    assert "href" not in html
    assert "press" in html


def test_a_text_made_to_be_slow_is_shown_plainly() -> None:
    text = "[" * 8_000
    assert block(text) == f"<p>{text}</p>"


def test_a_text_too_long_is_shown_plainly() -> None:
    text = "**a** " * LONGEST
    assert block(text) == f"<p>{text}</p>"


def test_a_plain_text_is_escaped_all_the_same() -> None:
    html = block("<b>" * (MOST_OPENED + 1))
    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == MOST_OPENED + 1


def test_a_line_has_no_paragraph() -> None:
    assert inline("Use\n  `a`  now") == "Use <code>a</code> now"


def test_a_name_has_no_marks() -> None:
    assert (
        plain("Use **`a && b`** and\n[the page](https://example.org), 1 < 2")
        == "Use a && b and the page, 1 < 2"
    )


@given(HOSTILE)
def test_nothing_but_the_known_tags_comes_out(text: str) -> None:
    for _close, name, attributes in TAG.findall(block(text)):
        assert name in TAGS
        for attribute in re.findall(r"([\w-]+)=", re.sub(r'"[^"]*"', "", attributes)):
            assert attribute in ATTRIBUTES.get(name, set())


def test_two_threads_do_not_mix_their_texts() -> None:
    """The worker warms the parser while the window may already ask for a question."""
    texts = [f"- **{n}** `a{n}`\n\n> [b{n}](https://example.org/{n})" for n in range(300)]
    alone = [block(text) for text in texts]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _turn in range(3):
            block.cache_clear()
            with ThreadPoolExecutor(4) as pool:
                assert list(pool.map(block, texts)) == alone
    finally:
        sys.setswitchinterval(usual)
