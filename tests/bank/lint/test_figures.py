"""Figures over a bank: a bank that gives its keys away is told so, an honest one is not."""

import random
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest

from certstudy.bank.lint.figures import ENOUGH, Figure, figures
from certstudy.bank.lint.solver import chance, found_by_cues, solved, suspicions
from certstudy.core.question import Kind, Question
from certstudy.core.tasks import Option
from tests.bank.lint.samples import with_texts
from tests.choices import with_options

WORDS = (
    "agent", "basket", "coffee", "dosing", "evening", "filter", "grinder", "handle", "infusion", "jug",
    "kettle", "lever", "machine", "nozzle", "office", "pitcher", "quality", "roaster", "saucer", "timer",
    "utensil", "vapour", "weight", "yield",
)  # fmt: skip


def honest(number: int) -> Question:
    """A question whose key has nothing special."""
    rng = random.Random(number)
    texts = [" ".join(rng.sample(WORDS, 6)) for _ in range(4)]
    return replace(
        with_texts(*texts, key="ABCD"[number % 4]),
        id=f"q-{number:03}",
        stem="Why does it fail here?",
        difficulty=(1, 2, 2, 2, 2, 3, 3, 3, 2, 1)[number % 10],
    )


def bank(
    spoil: Callable[[Question], Question] = lambda question: question, size: int = 200
) -> list[Question]:
    return [spoil(honest(number)) for number in range(size)]


def judged(questions: list[Question]) -> dict[str, bool | None]:
    return {figure.name: figure.kept for figure in figures(questions)}


def figure(name: str, questions: list[Question]) -> Figure:
    return next(f for f in figures(questions) if f.name == name)


def change_keys(change: Callable[[Option], Option]) -> Callable[[Question], Question]:
    return lambda q: with_options(q, (change(o) if o.id in q.key else o for o in q.options))


def change_distractors(change: Callable[[Option], Option]) -> Callable[[Question], Question]:
    return lambda q: with_options(q, (o if o.id in q.key else change(o) for o in q.options))


def key_in_front(question: Question) -> Question:
    right = next(o for o in question.options if o.id in question.key)
    rest = [o for o in question.options if o is not right]
    return with_options(question, (right, *rest))


def key_joins_its_sisters(question: Question) -> Question:
    wrong = [o for o in question.options if o.id not in question.key]
    joined = " ".join(word for option in wrong for word in option.text.split()[:2])
    return change_keys(lambda option: replace(option, text=joined))(question)


def test_an_honest_bank_keeps_every_limit() -> None:
    assert False not in judged(bank()).values()


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        (
            "Key strictly longest",
            change_keys(lambda o: replace(o, text=o.text + " and more words on top of it")),
        ),
        ("Key strictly shortest", change_keys(lambda o: replace(o, text=o.text[:8]))),
        ("Absolute words", change_distractors(lambda o: replace(o, text=f"always {o.text}"))),
        ("Key nearest to its sisters", key_joins_its_sisters),
        ("Key nearest to the stem", change_keys(lambda o: replace(o, text=f"{o.text} fail here"))),
        ("Solved by learned words", change_keys(lambda o: replace(o, text=f"own {o.text}"))),
        ("Solved by learned words", change_distractors(lambda o: replace(o, text=f"{o.text} so that"))),
        ("Key positions of 4", key_in_front),
        ("Solved by cues alone", change_distractors(lambda o: replace(o, text=f"never {o.text}"))),
        ("Difficulty 2", lambda q: replace(q, difficulty=2)),
    ],
)
def test_a_bank_that_gives_itself_away_is_told(name: str, spoil: Callable[[Question], Question]) -> None:
    assert judged(bank(spoil))[name] is False


def test_a_few_questions_are_counted_and_not_judged() -> None:
    few = judged(bank(key_in_front, ENOUGH - 1))
    assert set(few.values()) == {None}
    assert figures([]) == []


def test_absolutes_in_keys_and_distractors_alike_give_nothing_away() -> None:
    both = bank(lambda q: with_options(q, (replace(o, text=f"always {o.text}") for o in q.options)))
    assert figure("Absolute words", both).value == "100 % of distractors, 100 % of keys"
    assert figure("Absolute words", both).kept is True


def test_chance_counts_keys_and_options() -> None:
    assert chance(with_texts("a", "b", "c", "d")) == 0.25
    assert chance(with_texts("a", "b", "c", "d", "e", key="AB")) == 0.4


def test_equally_suspicious_options_share_the_guess() -> None:
    question = replace(with_texts("aaa bbb", "ccc ddd", "eee fff", "ggg hhh"), stem="Why?")
    assert set(suspicions(question).values()) == {0}
    assert Fraction(found_by_cues(question)) == Fraction(1, 4)


def test_the_solver_takes_the_long_careful_option() -> None:
    question = with_texts("short one", "usually a rather long one here", "never that", "short two")
    assert found_by_cues(question) == 1.0
    several = replace(with_options(question, question.options, frozenset("BD")), kind=Kind.MULTIPLE)
    assert found_by_cues(several) == pytest.approx(0.5 + 0.25)
    assert solved([]).share == 0.0
