"""A program that learns from the other questions which words keys have, then guesses from the options alone."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from statistics import mean

from certstudy.bank.lint.language import distractors, keys, words
from certstudy.bank.lint.solver import found_among
from certstudy.core.question import Question
from certstudy.core.tasks import Option

# rarer words say nothing of the author's habits
SEEN = 5
# a word that occurs this often may be told as a habit
FREQUENT = 15
SMOOTHING = 0.5


@dataclass(frozen=True, slots=True)
class Habits:
    """In how many keys and distractors each word stands, and how many there are."""

    right: Counter[str]
    wrong: Counter[str]
    keys: int
    distractors: int

    def without(self, question: Question) -> "Habits":
        """What is known when the question has not been seen."""
        own = habits([question])
        return Habits(
            _less(self.right, own.right, question),
            _less(self.wrong, own.wrong, question),
            self.keys - own.keys,
            self.distractors - own.distractors,
        )

    def weight(self, word: str) -> float:
        """How much more a word speaks for a key than for a distractor, as the log of a ratio."""
        if self.right[word] + self.wrong[word] < SEEN:
            return 0.0
        in_keys = (self.right[word] + SMOOTHING) / (self.keys + 2 * SMOOTHING)
        return log(in_keys * (self.distractors + 2 * SMOOTHING) / (self.wrong[word] + SMOOTHING))


def habits(questions: Sequence[Question]) -> Habits:
    """The words of the questions' options."""
    right = [option for question in questions for option in keys(question)]
    wrong = [option for question in questions for option in distractors(question)]
    return Habits(_spread(right), _spread(wrong), len(right), len(wrong))


def found_by_habits(questions: Sequence[Question]) -> float:
    """The share of right options found, each question guessed from what the others teach."""
    known = habits(questions)
    return mean(found_among(question, _likeness(question, known.without(question))) for question in questions)


def telling(questions: Sequence[Question], most: int = 6) -> list[str]:
    """The frequent words that stand in keys most unlike in distractors, the most unlike first."""
    known = habits(questions)
    share = known.keys / (known.keys + known.distractors)

    def surprise(word: str) -> float:
        times = known.right[word] + known.wrong[word]
        return abs(known.right[word] - share * times) / sqrt(share * (1 - share) * times)

    frequent = (
        word for word in known.right | known.wrong if known.right[word] + known.wrong[word] >= FREQUENT
    )
    return sorted(frequent, key=lambda word: (-surprise(word), word))[:most]


def _likeness(question: Question, known: Habits) -> Mapping[str, float]:
    """How much each option looks like a key."""
    return {option.id: sum(map(known.weight, sorted(_words(option)))) for option in question.options}


def _spread(options: Sequence[Option]) -> Counter[str]:
    return Counter(word for option in options for word in _words(option))


def _words(option: Option) -> frozenset[str]:
    return frozenset(words(option.text))


def _less(counted: Counter[str], own: Counter[str], question: Question) -> Counter[str]:
    """The counts of the question's own words without it; no others are asked for."""
    asked = frozenset[str]().union(*(_words(option) for option in question.options))
    return Counter({word: counted[word] - own[word] for word in asked})
