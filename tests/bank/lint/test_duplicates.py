"""Pairs of questions: the quick search finds exactly the pairs that a comparison of all would find."""

import random
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.bank.lint.duplicates import TOO_ALIKE, duplicates, hinged
from certstudy.bank.lint.language import keys, normal
from certstudy.core.question import Question
from tests.bank.lint.samples import CLEAN, with_key, with_stem

WORDS = ("jar", "bag", "fridge", "grinder", "guest", "coffee", "water", "scale", "milk", "foam")


def alike(first: Question, second: Question) -> float:
    one, other = (
        {text[i : i + 3] for i in range(len(text) - 2)}
        for text in (normal(" ".join((q.stem, *(o.text for o in keys(q))))) for q in (first, second))
    )
    return len(one & other) / len(one | other)


@settings(max_examples=60)
@given(seed=st.integers(0, 10**6))
def test_no_pair_is_missed_and_none_invented(seed: int) -> None:
    rng = random.Random(seed)
    bank = [
        replace(with_stem(" ".join(rng.choices(WORDS, k=rng.randint(2, 6))) + "?"), id=f"q-{n}")
        for n in range(12)
    ]
    found = {(pair.first.id, pair.second.id): pair.share for pair in duplicates(bank)}
    expected = {
        (one.id, other.id): alike(one, other)
        for one, other in combinations(bank, 2)
        if alike(one, other) > TOO_ALIKE
    }
    assert found == expected


def test_a_reworded_copy_is_found() -> None:
    copy = replace(with_stem(CLEAN.stem.replace("Kahvila Ahjo", "Bar Ventuno")), id="copy-001")
    (pair,) = duplicates([CLEAN, copy])
    assert (pair.first.id, pair.second.id) == ("clean-001", "copy-001")
    assert pair.share > 0.8


def test_different_questions_of_one_objective_are_no_copies() -> None:
    other = with_stem("Guests at Bar Ventuno wait for the second cup. What do you put first on the list?")
    assert list(duplicates([CLEAN, replace(other, id="other-001")])) == []


def test_a_stem_that_gives_away_another_key() -> None:
    teller = replace(with_stem("We divide it on arrival into sealed jars. Why?"), id="teller-001")
    (pair,) = hinged([CLEAN, teller])
    assert (pair.first.id, pair.second.id) == ("clean-001", "teller-001")


def test_a_short_key_stands_in_many_stems_by_chance() -> None:
    short = with_key("sealed jars")
    assert list(hinged([short, replace(with_stem("We use sealed jars. Why?"), id="other-001")])) == []
