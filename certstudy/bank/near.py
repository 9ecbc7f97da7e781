"""Questions so much alike that one form should not hold both, found when a pack is compiled.

The lint rule against duplicates has the measure. Here every pair has to be compared, so the pieces of a question are
first folded into the bits of one number, whose overlap costs next to nothing.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

from certstudy.bank.lint.duplicates import Grams, alike, grams_of
from certstudy.core.question import Question

# well below what lint calls a duplicate: alike enough to feel like the same question twice in one exam
TOO_NEAR = 0.45
BITS = 8192
# pieces that share a bit blur the overlap a little
BLUR = 0.02
# where a whole group is alike, as in a generated pack, all of it cannot be kept apart, and all pairs take minutes
MOST = 12


def near_duplicates(questions: Sequence[Question]) -> Mapping[str, Sequence[str]]:
    """For each question with near-duplicates some `MOST` of them, both ways; pairs in one group, families apart."""
    by_group: dict[str, list[int]] = defaultdict(list)
    for place, question in enumerate(questions):
        by_group[question.objective.rpartition(".")[0]].append(place)
    pieces = [grams_of(question) for question in questions]
    marks = [_mark(held) for held in pieces]
    sizes = [mark.bit_count() for mark in marks]
    found: dict[str, list[str]] = defaultdict(list)
    for places in by_group.values():
        for at, i in enumerate(places):
            mark, size, name = marks[i], sizes[i], questions[i].id
            for j in places[at + 1 :]:
                if name in found and len(found[name]) >= MOST:
                    break
                common = (mark & marks[j]).bit_count()
                if common < (TOO_NEAR - BLUR) * (size + sizes[j] - common):
                    continue
                if alike(pieces[i], pieces[j]) > TOO_NEAR and not _family(questions[i], questions[j]):
                    found[name].append(questions[j].id)
                    found[questions[j].id].append(name)
    return found


def _mark(held: Grams) -> int:
    mark = 0
    for gram in held:
        mark |= 1 << (crc32(gram.encode()) % BITS)
    return mark


def _family(first: Question, second: Question) -> bool:
    """Questions of one case study or series share their text on purpose."""
    if first.solution is not None and second.solution is not None:
        return first.solution.series == second.solution.series
    return bool(first.case) and first.case == second.case
