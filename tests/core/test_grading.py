"""A grade is points out of those to be had, and a response that does not fit is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.grading import Verdict, grade
from certstudy.core.question import Kind, Question
from certstudy.core.response import Picked, Written, toggled
from certstudy.core.tasks import Choice, Option


def question(key: str, options: str = "ABCDE") -> Question:
    """A question with lettered options."""
    kind = Kind.SINGLE if len(key) == 1 else Kind.MULTIPLE
    made = tuple(Option(letter, f"Option {letter}") for letter in options)
    return Question("q", kind, "a.b.c", 2, "Situation.\n\nWhat?", Choice(made, frozenset(key)))


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


@pytest.mark.parametrize("response", [frozenset("ABC"), frozenset("Z"), Written("A")])
def test_what_does_not_fit_is_refused(response: Picked | Written) -> None:
    with pytest.raises(ValueError, match="does not fit q"):
        grade(question("AC"), response)


@given(
    st.sets(st.sampled_from("ABCDE"), min_size=1, max_size=4), st.lists(st.sampled_from("ABCDE"), max_size=20)
)
def test_pressing_options_never_makes_an_ungradable_response(key: set[str], presses: list[str]) -> None:
    asked = question("".join(sorted(key)))
    response: Picked = frozenset()
    for press in presses:
        response = toggled(response, press, len(key))
        assert 0.0 <= grade(asked, response).credit <= 1.0


def test_a_single_choice_moves_and_stays() -> None:
    assert toggled(frozenset("B"), "C", 1) == frozenset("C")
    assert toggled(frozenset("B"), "B", 1) == frozenset("B")
