"""How the bank is made up, each figure beside the pack's own aim: coverage, kinds, material and situations."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from statistics import mean

from msgspec import UNSET

from certstudy.bank.lint.coverage import AreaCover, fewest
from certstudy.bank.lint.figures import ENOUGH, Figure
from certstudy.bank.lint.situations import is_scenario, shows_material
from certstudy.bank.notes import Papers
from certstudy.bank.shapes import AimsShape, Span
from certstudy.core.note import Note, Sheet
from certstudy.core.question import Kind, Question
from certstudy.core.syllabus import Syllabus

MOST_NAMED = 3
OUTSIDE = "Areas outside their range"


def proportions(
    questions: Sequence[Question], cases: Sequence[str], cover: Sequence[AreaCover], aims: AimsShape
) -> list[Figure]:
    """All figures of a whole pack; `cases` are the ids of its case studies.

    Without aims none is judged, but the areas' ranges once there are enough questions.
    """
    if not questions:
        return []
    series = {question.solution.series for question in questions if question.solution}
    return [
        _count("Questions written", len(questions), aims.least_questions),
        _in_range(cover, judged=len(questions) >= ENOUGH or aims != AimsShape()),
        *_outline(cover, aims),
        *_kinds(questions, aims),
        _count("Series", len(series), aims.least_series),
        *_cases(questions, cases, aims),
        _share("With code or data to read", questions, shows_material, aims.exhibits),
        _share("Scenarios", questions, is_scenario, aims.scenarios),
    ]


def paper_figures(papers: Papers, syllabus: Syllabus, pictures: int, aims: AimsShape) -> list[Figure]:
    """What a whole pack has to read beside its questions."""
    noted = {placed.page.objective for placed in papers.notes if isinstance(placed.page, Note)}
    sheeted = {placed.page.area for placed in papers.sheets if isinstance(placed.page, Sheet)}
    return [
        _each("Objectives without a study note", [o.id for o in syllabus.objectives], noted, aims.notes),
        _each("Areas without a cheat sheet", [area.id for area in syllabus.areas], sheeted, aims.sheets),
        _count("Terms of the glossary", len(papers.terms), aims.least_terms),
        _count("Pictures", pictures, aims.least_pictures),
    ]


def _each(name: str, wanted: Sequence[str], held: Collection[str], judged: bool) -> Figure:
    lacking = [one for one in wanted if one not in held]
    value = _named(lacking) if len(lacking) <= MOST_NAMED else f"{len(lacking)} of {len(wanted)}"
    return Figure(name, value, "none", not lacking) if judged else Figure(name, value)


def _in_range(cover: Sequence[AreaCover], judged: bool) -> Figure:
    outside = [area.area.id for area in cover if not area.in_range]
    return Figure(OUTSIDE, _named(outside), "none", not outside if judged else None)


def _outline(cover: Sequence[AreaCover], aims: AimsShape) -> Iterator[Figure]:
    if least := aims.least_per_objective:
        few, whole = len(fewest(cover, least)), sum(len(area.objectives) for area in cover)
        name = f"Objectives with fewer than {least} questions"
        yield Figure(name, f"{few} of {whole}", "none", not few)
    if aims.group_density is not UNSET:
        low, high = aims.group_density.low, aims.group_density.high
        uneven = [
            group.group.id
            for area in cover
            for group in area.groups
            if not low <= area.relative(group) <= high
        ]
        limit = f"none beyond {low}–{high} % of the area's questions per objective"
        yield Figure("Groups out of proportion", _named(uneven), limit, not uneven)


def _kinds(questions: Sequence[Question], aims: AimsShape) -> Iterator[Figure]:
    spans = {str(name): span for name, span in aims.kinds.items()}
    held = Counter(_kind(question) for question in questions)
    for name in dict.fromkeys((*spans, *(name for name, _number in held.most_common()))):
        share = 100 * held[name] / len(questions)
        value = f"{held[name]}, {share:.1f} %"
        if (span := spans.get(name)) is None:
            yield Figure(f"Kind {name}", value)
        else:
            limit = f"{span.low}–{span.high} %"
            yield Figure(f"Kind {name}", value, limit, span.low <= share <= span.high)


def _kind(question: Question) -> str:
    return Kind.SINGLE.value if question.kind is Kind.BEST else question.kind.value


def _cases(questions: Sequence[Question], cases: Sequence[str], aims: AimsShape) -> Iterator[Figure]:
    yield _count("Case studies", len(cases), aims.least_cases)
    held = Counter(question.case for question in questions if question.case)
    sizes = [held[case] for case in cases]
    if sizes and aims.questions_per_case is not UNSET:
        span: Span = aims.questions_per_case
        kept = span.low <= min(sizes) and max(sizes) <= span.high
        value = f"{min(sizes)} to {max(sizes)}"
        yield Figure("Questions per case study", value, f"{span.low} to {span.high}", kept)


def _count(name: str, count: int, least: int) -> Figure:
    return _at_least(name, str(count), str(least), count >= least) if least else Figure(name, str(count))


def _share(name: str, questions: Sequence[Question], has: Callable[[Question], bool], least: int) -> Figure:
    share = 100 * mean(map(has, questions))
    value = f"{share:.1f} %"
    return _at_least(name, value, f"{least} %", share >= least) if least else Figure(name, value)


def _at_least(name: str, value: str, least: str, kept: bool) -> Figure:
    return Figure(name, value, f"at least {least}", kept)


def _named(names: Sequence[str]) -> str:
    return ", ".join(names) or "none"
