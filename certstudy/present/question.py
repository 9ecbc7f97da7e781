"""A question as a screen draws it, before and after the verdict; practice, library and mock review share it."""

import re
from dataclasses import dataclass
from enum import StrEnum

from certstudy.core.grading import Response
from certstudy.core.question import CodeExhibit, Exhibit, Kind, Option, Question
from certstudy.core.syllabus import Syllabus
from certstudy.present import highlight, markup
from certstudy.present.words import _, ngettext

LETTERS = "ABCDEFGHIJ"
# a stop that ends a sentence is followed by a capital or a mark of code; "e.g. Azure" only looks like one
SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.?!:]\s+(?=[A-Z`*])")


class Mark(StrEnum):
    """What became of an option once the answer was checked."""

    NONE = "none"
    RIGHT = "right"
    MISSED = "missed"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option in the order shown; `why_html` is empty until the answer was checked."""

    id: str
    letter: str
    html: str
    name: str
    chosen: bool = False
    mark: Mark = Mark.NONE
    why_html: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """A file with coloured spans, or formatted text; exactly one of `code` and `html` is set."""

    title: str
    code: str = ""
    spans: tuple[highlight.Span, ...] = ()
    html: str = ""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where a question stands in the outline; `slot` is the area's place in the syllabus."""

    slot: int
    code: str
    area: str
    group: str
    objective: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """Everything of a question but its verdict; `lead_html` is the situation, `ask_html` the question itself."""

    id: str
    place: PlaceView
    lead_html: str
    ask_html: str
    name: str
    several: bool
    choose: int
    options: tuple[OptionView, ...]
    exhibits: tuple[ExhibitView, ...]
    difficulty: str


def place_view(syllabus: Syllabus, objective_id: str) -> PlaceView:
    """The badge and the path of an objective."""
    area = syllabus.area_of(objective_id)
    return PlaceView(
        slot=syllabus.areas.index(area),
        code=area.code,
        area=area.short_title,
        group=syllabus.group_of(objective_id).short_title,
        objective=syllabus.objective(objective_id).title,
    )


def question_view(
    syllabus: Syllabus,
    question: Question,
    order: tuple[Option, ...],
    response: Response = frozenset(),
    checked: bool = False,
) -> QuestionView:
    """A question with its options in the given order; marks and reasons only once it was checked."""
    lead, ask = stem_parts(question.stem)
    return QuestionView(
        id=question.id,
        place=place_view(syllabus, question.objective),
        lead_html=markup.block(lead) if lead else "",
        ask_html=markup.inline(ask),
        name=markup.plain(question.stem),
        several=question.kind is Kind.MULTIPLE,
        choose=question.choose,
        options=tuple(
            _option_view(question, option, LETTERS[i], response, checked) for i, option in enumerate(order)
        ),
        exhibits=tuple(exhibit_view(exhibit) for exhibit in question.exhibits),
        difficulty=difficulty_word(question.difficulty),
    )


def stem_parts(stem: str) -> tuple[str, str]:
    """The situation and the question: the last sentence where it asks, else the last paragraph."""
    before, _gap, last = stem.strip().rpartition("\n\n")
    told, asked = _asking_sentence(last)
    lead = "\n\n".join(part for part in (before.strip(), told) if part)
    return lead, asked


def _asking_sentence(paragraph: str) -> tuple[str, str]:
    ends = [end for end in SENTENCE_END.finditer(paragraph) if not _in_code(paragraph, end.start())]
    if not ends or not paragraph.rstrip().endswith("?"):
        return "", paragraph.strip()
    cut = ends[-1].end()
    return paragraph[:cut].strip(), paragraph[cut:].strip()


def _in_code(paragraph: str, place: int) -> bool:
    return paragraph.count("`", 0, place) % 2 == 1


def exhibit_view(exhibit: Exhibit) -> ExhibitView:
    """An exhibit ready to draw."""
    if isinstance(exhibit, CodeExhibit):
        code = exhibit.code.rstrip("\n")
        return ExhibitView(exhibit.title, code=code, spans=highlight.spans(code, exhibit.language))
    return ExhibitView(exhibit.title, html=markup.block(exhibit.body))


def chosen_hint(chosen: int, choose: int) -> str:
    """How far a choice of several has come."""
    if choose == 1:
        return ""
    if not chosen:
        return _("Choose {n}").format(n=choose)
    return _("{k} of {n} chosen").format(k=chosen, n=choose)


def difficulty_word(difficulty: int) -> str:
    """A difficulty level as a word; levels beyond the three known ones keep their number."""
    words = {1: _("Recall"), 2: _("Apply"), 3: _("Judge")}
    return words.get(difficulty, ngettext("Level {n}", "Level {n}", difficulty).format(n=difficulty))


def _option_view(
    question: Question, option: Option, letter: str, response: Response, checked: bool
) -> OptionView:
    return OptionView(
        id=option.id,
        letter=letter,
        html=markup.inline(option.text),
        name=markup.plain(option.text),
        chosen=option.id in response,
        mark=_mark(question, option, response) if checked else Mark.NONE,
        why_html=markup.inline(option.why) if checked else "",
        why=markup.plain(option.why) if checked else "",
    )


def _mark(question: Question, option: Option, response: Response) -> Mark:
    right, chosen = option.id in question.key, option.id in response
    if right:
        return Mark.RIGHT if chosen else Mark.MISSED
    return Mark.WRONG if chosen else Mark.NONE
