"""Points per right option, none lost, and never more options than the key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.grading import Verdict, grade, toggled
from certstudy.core.question import Kind, Option, Question


def question(key: str, options: str = "ABCDE") -> Question:
    """A question with lettered options."""
    kind = Kind.SINGLE if len(key) == 1 else Kind.MULTIPLE
    made = tuple(Option(letter, f"Option {letter}") for letter in options)
    return Question("q", kind, "a.b.c", 2, "Situation.\n\nWhat?", made, frozenset(key))


@pytest.mark.parametrize(
    ("key", "response", "points", "verdict"),
    [
        ("B", "B", 1, Verdict.RIGHT),
        ("B", "C", 0, Verdict.WRONG),
        ("B", "", 0, Verdict.WRONG),
        ("AC", "AC", 2, Verdict.RIGHT),
        ("AC", "AB", 1, Verdict.PARTLY),
        ("AC", "A", 1, Verdict.PARTLY),
        ("AC", "BD", 0, Verdict.WRONG),
    ],
)
def test_one_point_per_right_option(key: str, response: str, points: int, verdict: Verdict) -> None:
    result = grade(question(key), frozenset(response))
    assert (result.points, result.out_of, result.verdict) == (points, len(key), verdict)


def test_choosing_more_than_asked_is_refused() -> None:
    with pytest.raises(ValueError, match="at most 2"):
        grade(question("AC"), frozenset("ABC"))


def test_an_unknown_option_is_refused() -> None:
    with pytest.raises(ValueError, match="no option Z"):
        grade(question("A"), frozenset("Z"))


@given(
    st.sets(st.sampled_from("ABCDE"), min_size=1, max_size=4), st.lists(st.sampled_from("ABCDE"), max_size=20)
)
def test_pressing_options_never_makes_an_ungradable_response(key: set[str], presses: list[str]) -> None:
    asked = question("".join(sorted(key)))
    response: frozenset[str] = frozenset()
    for press in presses:
        response = toggled(asked, response, press)
        assert 0.0 <= grade(asked, response).credit <= 1.0


def test_a_single_choice_moves() -> None:
    asked = question("A")
    assert toggled(asked, frozenset("B"), "C") == frozenset("C")
    assert toggled(asked, frozenset("B"), "B") == frozenset()
