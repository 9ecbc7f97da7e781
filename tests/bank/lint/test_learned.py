"""A program that learns the habits of keys: it forgets the question that it guesses, and knows what tells."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.bank.lint.learned import found_by_habits, habits, telling
from certstudy.core.question import Question
from tests.bank.lint.samples import with_texts
from tests.choices import with_options

WORDS = ("agent", "basket", "coffee", "dosing", "evening", "filter")


def bank(seed: int, size: int) -> list[Question]:
    rng = random.Random(seed)
    return [
        replace(
            with_texts(*(" ".join(rng.sample(WORDS, 3)) for _ in range(4)), key=rng.choice("ABCD")),
            id=f"q-{number}",
        )
        for number in range(size)
    ]


@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), size=st.integers(2, 12))
def test_what_is_known_without_a_question_is_what_the_others_teach(seed: int, size: int) -> None:
    questions = bank(seed, size)
    whole, left_out = habits(questions), questions[0]
    kept, fresh = whole.without(left_out), habits(questions[1:])
    assert (kept.keys, kept.distractors) == (fresh.keys, fresh.distractors)
    for option in left_out.options:
        for word in option.text.split():
            assert kept.weight(word) == fresh.weight(word)


def test_a_habit_of_keys_is_found_and_told() -> None:
    plain = bank(1, 100)
    spoilt = [
        with_options(q, (replace(o, text=f"own {o.text}") if o.id in q.key else o for o in q.options))
        for q in plain
    ]
    assert found_by_habits(spoilt) == 1.0
    assert telling(spoilt)[0] == "own"
    assert found_by_habits(plain) == pytest.approx(0.25, abs=0.1)
