"""The order of what can be chosen: a permutation, the same for a seed, pinned options and rows in place."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.question import Kind, Question
from certstudy.core.response import NOTHING
from certstudy.core.shuffle import shown
from certstudy.core.tasks import (
    Choice,
    Filling,
    Gap,
    Gaps,
    Match,
    Matching,
    Option,
    Ordering,
    Row,
    Step,
    Task,
)


def question(task: Task, shuffle: bool = True, kind: Kind = Kind.SINGLE) -> Question:
    """A question with this task."""
    return Question("q", kind, "a.b.c", 1, "What?", task, shuffle=shuffle)


def choice(letters: str = "ABCDEF", pinned: frozenset[str] = frozenset()) -> Choice:
    """Options with these letters."""
    return Choice(tuple(Option(x, x, pinned=x in pinned) for x in letters), frozenset("A"))


def order(asked: Question, seed: int) -> str:
    """The letters of the options as shown."""
    return "".join(option.id for option in shown(asked, seed).options)


@given(st.integers(0, 2**63), st.frozensets(st.sampled_from("ABCDEF")))
def test_a_seed_gives_one_order_with_pinned_options_in_place(seed: int, pinned: frozenset[str]) -> None:
    asked = question(choice(pinned=pinned))
    letters = order(asked, seed)
    assert letters == order(asked, seed)
    assert sorted(letters) == list("ABCDEF")
    assert all(letters["ABCDEF".index(letter)] == letter for letter in pinned)


def test_seeds_differ_and_shuffle_can_be_switched_off() -> None:
    assert len({order(question(choice()), seed) for seed in range(50)}) > 25
    assert order(question(choice(), shuffle=False), 7) == "ABCDEF"


def test_yes_stays_before_no_in_a_series() -> None:
    asked = question(choice("AB"), kind=Kind.SERIES)
    assert {order(asked, seed) for seed in range(20)} == {"AB"}


def test_positions_are_even_over_seeds() -> None:
    firsts = [order(question(choice("ABCD")), seed)[0] for seed in range(2000)]
    assert all(400 < firsts.count(letter) < 600 for letter in "ABCD")


ORDERING = Ordering(tuple(Step(x, x) for x in "abcde"), (("a", "b", "c"),))
MATCHING = Matching(tuple(Match(x, x) for x in "abcd"), (Row("1", "one", "a"), Row("2", "two", "b")))
GAPS = Gaps(
    "[[x]] [[y]]", tuple(Gap(n, tuple(Filling(str(i), f"{n}{i}") for i in range(4)), "0") for n in "xy")
)


@given(st.integers(0, 2**63), st.sampled_from([ORDERING, MATCHING, GAPS]))
def test_what_is_right_stays_right_in_any_order(seed: int, task: Task) -> None:
    asked = shown(question(task), seed)
    assert asked.task.points(task.model) == task.out_of
    assert asked.task.points(NOTHING) == 0
    assert shown(question(task), seed) == asked


@given(st.integers(0, 2**63))
def test_rows_and_gaps_keep_their_order(seed: int) -> None:
    matching, gaps = shown(question(MATCHING), seed).task, shown(question(GAPS), seed).task
    assert isinstance(matching, Matching)
    assert matching.rows == MATCHING.rows
    assert isinstance(gaps, Gaps)
    assert [replace(gap, fillings=()) for gap in gaps.gaps] == [
        replace(gap, fillings=()) for gap in GAPS.gaps
    ]
