"""Questions that are too much alike, or give each other away."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from certstudy.bank.lint.language import keys, normal, words
from certstudy.core.question import Question

TOO_ALIKE = 0.6
# a key of fewer words stands in many stems by chance
SHORTEST_HINT = 4

Grams = frozenset[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """The second question has something of the first; `share` says how much where it can be measured."""

    first: Question
    second: Question
    share: float = 1.0


def duplicates(questions: Sequence[Question]) -> Iterator[Pair]:
    """Pairs whose stems and keys share more than 60 % of their three-letter pieces.

    Only pairs that share one of their rarest pieces can be that much alike, so few have to be compared.
    """
    grams = [grams_of(question) for question in questions]
    spread = Counter(gram for held in grams for gram in held)
    holders: dict[str, list[int]] = defaultdict(list)
    for number, held in enumerate(grams):
        rarest = sorted(held, key=lambda gram: (spread[gram], gram))
        telling = rarest[: len(held) - ceil(TOO_ALIKE * len(held)) + 1]
        for other in sorted({other for gram in telling for other in holders[gram]}):
            # two sets of such different sizes cannot be that much alike
            if min(len(held), len(grams[other])) <= TOO_ALIKE * max(len(held), len(grams[other])):
                continue
            if _related(questions[other], questions[number]):
                continue
            if (share := alike(grams[other], held)) > TOO_ALIKE:
                yield Pair(questions[other], questions[number], share)
        for gram in telling:
            holders[gram].append(number)


def same_stems(questions: Sequence[Question]) -> Iterator[Pair]:
    """Pairs that ask in the same words, whatever their options are."""
    first: dict[str, Question] = {}
    for question in questions:
        known = first.setdefault(normal(question.stem), question)
        if known is not question and not _related(known, question):
            yield Pair(known, question)


def hinged(questions: Sequence[Question]) -> Iterator[Pair]:
    """Pairs where the key of the first stands in the stem of the second."""
    stems = [f" {' '.join(words(question.stem))} " for question in questions]
    for first in questions:
        for said in (words(option.text) for option in keys(first)):
            if len(said) < SHORTEST_HINT:
                continue
            for second, stem in zip(questions, stems, strict=True):
                if second is first or _related(first, second):
                    continue
                if f" {' '.join(said)} " in stem:
                    yield Pair(first, second)


def _related(first: Question, second: Question) -> bool:
    """Questions of one series share their scenario on purpose."""
    series = {q.solution.series if q.solution else q.id for q in (first, second)}
    return len(series) == 1


def grams_of(question: Question) -> Grams:
    """The three-letter pieces of a question's stem and keys."""
    text = normal(" ".join((question.stem, *(option.text for option in keys(question)))))
    return frozenset(text[i : i + 3] for i in range(len(text) - 2))


def alike(first: Grams, second: Grams) -> float:
    """The share of pieces that both have, 0 to 1."""
    common = len(first & second)
    return common / (len(first) + len(second) - common)
