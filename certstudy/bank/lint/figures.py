"""What many questions together give away, each figure with the limit it should keep."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import mean

from certstudy.bank.lint.cues import said
from certstudy.bank.lint.language import ABSOLUTES, content_words, distractors, is_choice, keys, length
from certstudy.bank.lint.learned import found_by_habits, telling
from certstudy.bank.lint.solver import chance, overlaps, solved
from certstudy.core.form import DIFFICULTY_MIX
from certstudy.core.question import Question
from certstudy.core.tasks import Option

ALLOWANCE = 0.05
ABSOLUTES_RATIO = 1.5
MIX_TOLERANCE = 0.10
# below this many questions a share says little
ENOUGH = 40
# chi-square at 1 % by degrees of freedom: even keys come out higher once in a hundred banks
CRITICAL = {1: 6.63, 2: 9.21, 3: 11.34, 4: 13.28, 5: 15.09, 6: 16.81, 7: 18.48, 8: 20.09, 9: 21.67}


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement in words; `kept` is None where there is no limit or too little to judge."""

    name: str
    value: str
    limit: str = ""
    kept: bool | None = None


def figures(questions: Sequence[Question]) -> list[Figure]:
    """All figures of a bank, or of a part of one."""
    if not questions:
        return []
    choices = [question for question in questions if is_choice(question)]
    return [
        Figure("Questions", str(len(questions))),
        *_difficulties(questions),
        *(_cues(choices) if choices else ()),
    ]


def _cues(questions: Sequence[Question]) -> Iterator[Figure]:
    """What the options of questions with a choice give away."""
    yield _length_share("Key strictly longest", questions, max)
    yield _length_share("Key strictly shortest", questions, min)
    yield _absolutes(questions)
    yield _convergence(questions)
    yield from _positions(questions)
    yield _nearest_to_stem(questions)
    yield _cue_solver(questions)
    yield _habit_solver(questions)


def _difficulties(questions: Sequence[Question]) -> Iterator[Figure]:
    held = Counter(question.difficulty for question in questions)
    for level, aim in DIFFICULTY_MIX.items():
        share, wanted = held[level] / len(questions), aim / 100
        limit = f"{_percent(wanted - MIX_TOLERANCE)} to {_percent(wanted + MIX_TOLERANCE)}"
        kept = abs(share - wanted) <= MIX_TOLERANCE
        yield Figure(f"Difficulty {level}", _percent(share), limit, _judged(kept, len(questions)))


def _length_share(name: str, questions: Sequence[Question], extreme: Callable[[list[int]], int]) -> Figure:
    def reveals(question: Question) -> bool:
        sizes = [length(option) for option in question.options]
        most = extreme(sizes)
        outstanding = [o.id for o in question.options if length(o) == most]
        return len(outstanding) == 1 and outstanding[0] in question.key

    return _against_chance(name, mean(map(reveals, questions)), questions)


def _absolutes(questions: Sequence[Question]) -> Figure:
    def rate(options: list[Option]) -> float:
        return mean(bool(said(option, ABSOLUTES)) for option in options)

    wrong = rate([option for question in questions for option in distractors(question)])
    right = rate([option for question in questions for option in keys(question)])
    limit = ABSOLUTES_RATIO * right
    value = f"{_percent(wrong)} of distractors, {_percent(right)} of keys"
    # a point of tolerance, because 1.5 times nothing is nothing
    kept = wrong <= limit + 0.01
    return Figure("Absolute words", value, f"at most {_percent(limit)}", _judged(kept, len(questions)))


def _convergence(questions: Sequence[Question]) -> Figure:
    reveals = mean(_is_outstanding(question, overlaps(question)) for question in questions)
    return _against_chance("Key nearest to its sisters", reveals, questions)


def _nearest_to_stem(questions: Sequence[Question]) -> Figure:
    def shared(question: Question) -> dict[str, int]:
        stem = content_words(question.stem)
        return {option.id: len(content_words(option.text) & stem) for option in question.options}

    reveals = mean(_is_outstanding(question, shared(question)) for question in questions)
    return _against_chance("Key nearest to the stem", reveals, questions)


def _is_outstanding(question: Question, counts: Mapping[str, int]) -> bool:
    """Whether a key has more than every other option."""
    most = [name for name, count in counts.items() if count == max(counts.values())]
    return len(most) == 1 and most[0] in question.key


def _positions(questions: Sequence[Question]) -> Iterator[Figure]:
    """Whether keys are spread over the letters as written, by number of options."""
    by_size: dict[int, list[Question]] = defaultdict(list)
    for question in questions:
        by_size[len(question.options)].append(question)
    for size, held in sorted(by_size.items()):
        seats = Counter(place for q in held for place, option in enumerate(q.options) if option.id in q.key)
        even = seats.total() / size
        chi_square = sum((seats[place] - even) ** 2 / even for place in range(size))
        spread = "/".join(str(seats[place]) for place in range(size))
        limit = f"chi-square {CRITICAL[size - 1]}"
        kept = chi_square <= CRITICAL[size - 1]
        name = f"Key positions of {size}"
        yield Figure(name, f"{spread}, chi-square {chi_square:.1f}", limit, _judged(kept, len(held)))


def _cue_solver(questions: Sequence[Question]) -> Figure:
    result = solved(questions)
    return _against_chance("Solved by cues alone", result.share, questions)


def _habit_solver(questions: Sequence[Question]) -> Figure:
    plain = _against_chance("Solved by learned words", found_by_habits(questions), questions)
    told = ", ".join(telling(questions))
    return replace(plain, value=f"{plain.value}, by {told}" if plain.kept is False else plain.value)


def _against_chance(name: str, share: float, questions: Sequence[Question]) -> Figure:
    limit = mean(map(chance, questions)) + ALLOWANCE
    return Figure(
        name, _percent(share), f"at most {_percent(limit)}", _judged(share <= limit, len(questions))
    )


def _judged(kept: bool, size: int) -> bool | None:
    return kept if size >= ENOUGH else None


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
