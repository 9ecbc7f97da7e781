"""Patterns match what regular expressions match, and nothing makes them slow."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from certstudy.core.pattern import LONGEST_PATTERN, Pattern, PatternError

ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "1",
        " ",
        ".",
        "[ab]",
        "[^a]",
        "[a-c1]",
        "\\d",
        "\\s",
        "\\w",
        "\\D",
        "\\.",
        "\\-",
        "(a|b1)",
        "[-a]",
    ]
)
REPEATS = st.sampled_from(["", "", "?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}"])


def _grouped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    rows = st.lists(inner, min_size=1, max_size=3).map("".join)
    group = st.lists(rows, min_size=1, max_size=3).map(lambda rows: f"({'|'.join(rows)})")
    return st.tuples(group, REPEATS).map("".join)


PARTS = st.recursive(st.tuples(ATOMS, REPEATS).map("".join), _grouped, max_leaves=5)
PATTERNS = st.lists(PARTS, min_size=1, max_size=4).map("".join)


@settings(max_examples=400)
@given(PATTERNS, st.text("abc1 .-", max_size=8))
def test_it_agrees_with_the_standard_library(pattern: str, line: str) -> None:
    assert Pattern(pattern).matches(line) == bool(re.fullmatch(pattern, line))


@settings(max_examples=200)
@given(st.text("ab()[]{}|?*+^$\\.,0129-", max_size=20), st.text("ab09", max_size=5))
@example("[0||]", "0")
# the standard library warns that such a set may mean something else one day; today both read it alike
@pytest.mark.filterwarnings("ignore:Possible (nested set|set):FutureWarning")
def test_any_text_is_a_pattern_or_told_so(pattern: str, line: str) -> None:
    try:
        made = Pattern(pattern)
    except PatternError:
        return
    assert made.matches(line) == bool(re.fullmatch(pattern, line))


@pytest.mark.parametrize(
    "pattern",
    [
        "(?=a)",
        "\\1",
        "[a",
        "{2}",
        "a{3,1}",
        "(",
        ")",
        "a|*",
        "a**",
        "\\b",
        "((a{99}){99}){99}",
    ],
)
def test_what_is_not_understood_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        Pattern(pattern)


def test_a_pattern_has_a_length() -> None:
    with pytest.raises(PatternError) as caught:
        Pattern("a" * (LONGEST_PATTERN + 1))
    assert caught.value.at == LONGEST_PATTERN


def test_anchors_at_the_ends_are_allowed() -> None:
    assert Pattern(r"^git\s+log\s+-g$").matches("git  log -g")


@pytest.mark.parametrize("pattern", ["(a|a)*b", "(a*)(a*)(a*)(a*)b", "(a|ab|b)*c"])
def test_what_takes_other_engines_ages_ends_at_once(pattern: str) -> None:
    """A backtracking engine needs more steps here than there are atoms; this one is done when the test is."""
    assert not Pattern(pattern).matches("a" * 2_000)
