"""Option order: a permutation, the same for a seed, pinned options in place."""

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.question import Kind, Option, Question
from certstudy.core.shuffle import option_order


def question(options: list[Option], shuffle: bool = True) -> Question:
    """A question with these options."""
    return Question("q", Kind.SINGLE, "a.b.c", 1, "What?", tuple(options), frozenset("A"), shuffle=shuffle)


@given(st.integers(0, 2**63), st.sets(st.sampled_from("ABCDEF")))
def test_a_seed_gives_one_order_with_pinned_options_in_place(seed: int, pinned: set[str]) -> None:
    options = [Option(letter, letter, pinned=letter in pinned) for letter in "ABCDEF"]
    order = option_order(question(options), seed)
    assert order == option_order(question(options), seed)
    assert sorted(option.id for option in order) == list("ABCDEF")
    assert all(order["ABCDEF".index(letter)].id == letter for letter in pinned)


def test_seeds_differ_and_shuffle_can_be_switched_off() -> None:
    options = [Option(letter, letter) for letter in "ABCDEF"]
    assert len({option_order(question(options), seed) for seed in range(50)}) > 25
    assert option_order(question(options, shuffle=False), 7) == tuple(options)


def test_positions_are_even_over_seeds() -> None:
    options = [Option(letter, letter) for letter in "ABCD"]
    firsts = [option_order(question(options), seed)[0].id for seed in range(2000)]
    assert all(400 < firsts.count(letter) < 600 for letter in "ABCD")
