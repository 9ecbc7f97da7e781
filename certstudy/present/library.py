"""The library's views: a row of the list, a question opened with its history, and what to say when nothing is found."""

from dataclasses import dataclass, replace
from datetime import date

from certstudy.core.grading import Grade, Verdict
from certstudy.core.question import Kind, Question
from certstudy.core.record import Answer
from certstudy.core.response import NOTHING, Response
from certstudy.core.syllabus import Area, Syllabus
from certstudy.present import markup
from certstudy.present.confidence import confidence_word
from certstudy.present.empty import EmptyView
from certstudy.present.gloss import NO_TERMS, Gloss, Meaning
from certstudy.present.instructions import kind_word
from certstudy.present.links import LinkView, link_view
from certstudy.present.question import (
    INSTRUCTION,
    QuestionView,
    difficulty_word,
    place_view,
    question_view,
    stem_parts,
)
from certstudy.present.quiz import verdict_headline
from certstudy.present.task_view import LETTERS
from certstudy.present.words import _, ago, dated, day_of, ngettext, seconds, short_date
from certstudy.study.library import Found, Reading, Search, Standing
from certstudy.study.practice import LARGEST

DIFFICULTIES = (1, 2, 3)
LONGEST_HEADLINE = 240


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """Something a filter offers; `parts` are narrower choices below it."""

    id: str
    words: str
    parts: tuple["FilterChoice", ...] = ()


@dataclass(frozen=True, slots=True)
class RowView:
    """A line of the list: the question, how its situation opens, its objective; `name` is all of it, spoken."""

    slot: int
    code: str
    headline: str
    opening: str
    detail: str
    difficulty: str
    standing: Standing
    flagged: bool
    noted: bool
    name: str


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """An earlier answer: what came of it, when, and how."""

    verdict: Verdict
    headline: str
    when: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReadingView:
    """A question opened; marks, reasons, idea and links are empty until the answer is shown."""

    question: QuestionView
    answered: bool
    idea_html: str
    terms: tuple[Meaning, ...]
    links: tuple[LinkView, ...]
    past: tuple[PastAnswer, ...]
    past_words: str
    flagged: bool
    note: str
    origin: str


def row_view(syllabus: Syllabus, found: Found, question: Question) -> RowView:
    """A hit as the list shows it."""
    entry = found.entry
    place = place_view(syllabus, entry.objective)
    lead, ask = stem_parts(question.stem)
    if lead and INSTRUCTION.match(ask):
        # "Put the actions in order" tells no question from another
        lead, ask = "", lead
    headline = markup.plain(ask[:LONGEST_HEADLINE]) or entry.id
    opening = markup.plain(lead[:LONGEST_HEADLINE])
    difficulty = difficulty_word(entry.difficulty)
    parts = [headline, opening, place.area, place.objective, difficulty, standing_word(found.standing)]
    parts += [_("Flagged")] * found.flagged + [_("With a note")] * found.noted
    return RowView(
        slot=place.slot,
        code=place.code,
        headline=headline,
        opening=opening,
        detail=place.objective,
        difficulty=difficulty,
        standing=found.standing,
        flagged=found.flagged,
        noted=found.noted,
        name=". ".join(part.rstrip(".") for part in parts if part),
    )


def reading_view(
    syllabus: Syllabus, reading: Reading, today: int, answered: bool, gloss: Gloss = NO_TERMS
) -> ReadingView:
    """A question as the preview shows it, with its options in the order they are written."""
    question = reading.question
    response = question.task.model if answered else NOTHING
    past = tuple(_past(question, answer, today) for answer in reversed(reading.answers))
    idea = markup.block(question.explanation) if answered and question.explanation else ""
    return ReadingView(
        question=question_view(syllabus, question, response, checked=answered, case=reading.case),
        answered=answered,
        idea_html=idea,
        terms=gloss.terms_in(idea),
        links=tuple(map(link_view, question.references)) if answered else (),
        past=past,
        past_words="" if past else _("Not answered yet. Your answers to it gather here."),
        flagged=reading.found.flagged,
        note=reading.note,
        origin=_origin(question),
    )


def standing_word(standing: Standing) -> str:
    """Where a question stands, in a word."""
    words = {
        Standing.UNSEEN: _("Unseen"),
        Standing.LEARNING: _("Learning"),
        Standing.KNOWN: _("Known"),
        Standing.MISSED: _("Missed"),
    }
    return words[standing]


def area_choices(syllabus: Syllabus) -> tuple[FilterChoice, ...]:
    """The areas to filter by."""
    return tuple(FilterChoice(area.id, area.short_title) for area in syllabus.areas)


def objective_choices(syllabus: Syllabus, areas: frozenset[str] = frozenset()) -> tuple[FilterChoice, ...]:
    """Groups with their objectives, of some areas or of all."""
    return tuple(
        FilterChoice(
            group.id, group.short_title, tuple(FilterChoice(o.id, o.title) for o in group.objectives)
        )
        for area in syllabus.areas
        if not areas or area.id in areas
        for group in area.groups
    )


def kind_choices() -> tuple[FilterChoice, ...]:
    """The types to filter by."""
    return tuple(FilterChoice(kind.value, kind_word(kind)) for kind in Kind)


def difficulty_choices() -> tuple[FilterChoice, ...]:
    """The difficulties to filter by."""
    return tuple(FilterChoice(str(level), difficulty_word(level)) for level in DIFFICULTIES)


def narrowed(syllabus: Syllabus, areas: frozenset[str], places: frozenset[str]) -> frozenset[str]:
    """One scope of chosen areas, groups and objectives: a narrower choice stands for the wider ones around it."""
    scope: set[str] = set()
    for area in syllabus.areas:
        inner = _chosen_within(area, places)
        if inner and (not areas or area.id in areas):
            scope |= inner
        elif area.id in areas:
            scope.add(area.id)
    return frozenset(scope)


def split_scope(syllabus: Syllabus, scope: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The areas of a scope, and its groups and objectives."""
    areas = frozenset(area.id for area in syllabus.areas) & scope
    return areas, scope - areas


def hits_words(hits: int, total: int) -> str:
    """How many questions a search found."""
    if hits == total:
        return ngettext("{n} question", "{n} questions", total).format(n=total)
    return _("{n} of {total}").format(n=hits, total=total)


def practise_words(hits: int) -> str:
    """What the button says that practises what was found."""
    if hits > LARGEST:
        return _("Practise {n} of these").format(n=LARGEST)
    return ngettext("Practise this {n}", "Practise these {n}", hits).format(n=hits) if hits else _("Practise")


def empty_view(search: Search, total: int) -> EmptyView:
    """What to say when nothing was found, and what can be done about it."""
    if not total:
        return EmptyView(
            _("This content pack holds no questions"),
            _("Add questions to the pack, or open another pack."),
        )
    if search == Search(flagged=True):
        return EmptyView(
            _("No flagged questions"),
            _("Press M on a question to flag it. It then stands here."),
            _("Show all questions"),
        )
    if replace(search, text="") == Search():
        return EmptyView(
            _("No question holds all these words"),
            _("Try fewer words, or the beginning of a word."),
            _("Clear the search"),
        )
    return EmptyView(
        _("No question fits"),
        _("Take a filter off, or search for fewer words."),
        _("Clear search and filters"),
    )


def _chosen_within(area: Area, places: frozenset[str]) -> set[str]:
    """Chosen objectives, and chosen groups of which no objective is chosen."""
    inner: set[str] = set()
    for group in area.groups:
        objectives = {objective.id for objective in group.objectives} & places
        inner |= objectives or ({group.id} & places)
    return inner


def _past(question: Question, answer: Answer, today: int) -> PastAnswer:
    chose = _chosen(question, answer.response)
    parts = [chose, seconds(answer.milliseconds)]
    if answer.confidence is not None:
        parts.insert(1, confidence_word(answer.confidence).lower())
    days = today - answer.at.day
    return PastAnswer(
        verdict=answer.verdict,
        headline=verdict_headline(Grade(answer.points, answer.out_of)),
        when=ago(days) if days < 7 else _day(answer.at.local.date(), today),
        detail=" · ".join(parts),
    )


def _chosen(question: Question, response: Response) -> str:
    """What was answered; letters as the preview shows them where there are some."""
    if not response:
        return _("no answer")
    if isinstance(response, frozenset) and question.options:
        letters = [LETTERS[i] for i, option in enumerate(question.options) if option.id in response]
        return _("chose {letters}").format(letters=", ".join(letters))
    return _("answered")


def _day(day: date, today: int) -> str:
    this_year = day.year == date.fromordinal(today).year
    return short_date(day) if this_year else dated(day)


def _origin(question: Question) -> str:
    verified = day_of(question.verified)
    if verified is None:
        return question.id
    return f"{question.id} · " + _("verified {day}").format(day=dated(verified))
