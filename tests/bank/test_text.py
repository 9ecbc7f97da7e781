"""Files are strict UTF-8, and nothing in them hides from a reader's eye."""

import pytest

from certstudy.bank.problem import Place
from certstudy.bank.text import decoded


def test_plain_text_passes_with_or_without_a_byte_order_mark() -> None:
    assert decoded("a: grüße 你好 👩\u200d🔧\r\n\tx\n".encode("utf-8-sig"), "f")[1] == []
    assert decoded(b"a: 1\n", "f") == ("a: 1\n", [])


def test_a_byte_that_is_no_utf8_is_told_with_its_place() -> None:
    text, (problem,) = decoded(b"first\nna" + b"\xefve\n", "f.yaml")
    assert text == ""
    assert (problem.code, problem.place) == ("encoding", Place("f.yaml", 2, 3))
    assert "0xef" in problem.message


@pytest.mark.parametrize(
    "char", ["\0", "\x07", "\x1b", "\x85", "\u202e", "\u2066", "\u200b", "\u200f", "\u2028", "\ufeff", "\x7f"]
)
def test_characters_that_hide_or_reorder_are_refused(char: str) -> None:
    _, (problem,) = decoded(f"ok: 1\nbad: x{char}y\n".encode(), "f")
    assert (problem.code, problem.place) == ("hidden-character", Place("f", 2, 7))
    assert f"U+{ord(char):04X}" in problem.message
    assert char not in str(problem)


def test_very_many_hidden_characters_are_not_all_listed() -> None:
    assert len(decoded(b"\0" * 5_000, "f")[1]) == 20
