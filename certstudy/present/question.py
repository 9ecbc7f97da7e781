"""A question as a screen draws it, before and after the verdict; practice, library and mock review share it."""

import re
from dataclasses import dataclass

from certstudy.core.picture import Picture
from certstudy.core.question import CaseStudy, CodeExhibit, Exhibit, PictureExhibit, Question
from certstudy.core.response import NOTHING, Response
from certstudy.core.syllabus import Syllabus
from certstudy.present import highlight, markup
from certstudy.present.instructions import hint, scoring
from certstudy.present.task_view import TaskView
from certstudy.present.tasks import task_view
from certstudy.present.words import _, ngettext

# a stop that ends a sentence is followed by a capital or a mark of code; "e.g. Azure" only looks like one
INSTRUCTION = re.compile(r"(Choose|Select|Click|Type|Complete|Put|Match|Arrange|Fill|Order|For each|Write)\b")
SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)[.?!:]\s+(?=[A-Z`*])")


@dataclass(frozen=True, slots=True)
class ExhibitView:
    """A file with coloured spans, formatted text or a picture; exactly one of `code`, `html` and `picture` is set.

    In an exam a text has a `name` by which what is highlighted in it is kept.
    """

    title: str
    code: str = ""
    spans: tuple[highlight.Span, ...] = ()
    html: str = ""
    picture: Picture | None = None
    name: str = ""


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
    """A question as it is answered; `lead_html` is the situation, `ask_html` the question itself.

    `solution_html` is the proposed solution of a series, shown between the two; `case` the id of the case study.
    """

    id: str
    place: PlaceView
    lead_html: str
    ask_html: str
    name: str
    task: TaskView
    hint: str
    scoring: str
    exhibits: tuple[ExhibitView, ...]
    difficulty: str
    solution_html: str = ""
    case: str = ""


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
    response: Response = NOTHING,
    checked: bool = False,
    case: CaseStudy | None = None,
) -> QuestionView:
    """A question as `core.shuffle.shown` gave it; marks and reasons only once it was checked.

    With its case study given, the case's pages stand before the question's own exhibits.
    """
    pages = case_pages(case) if case is not None else ()
    lead, ask = stem_parts(question.stem)
    solution = ""
    if question.solution is not None:
        part = question.solution
        lead, ask = part.scenario, part.ask
        solution = markup.block(f"**{_('Proposed solution:')}** {part.text}")
    return QuestionView(
        id=question.id,
        place=place_view(syllabus, question.objective),
        lead_html=markup.block(lead) if lead else "",
        ask_html=markup.inline(ask),
        name=markup.plain(question.stem),
        task=task_view(question.task, response, checked),
        hint="" if checked else hint(question, response),
        scoring=scoring(question),
        exhibits=(*pages, *(exhibit_view(exhibit) for exhibit in question.exhibits)),
        difficulty=difficulty_word(question.difficulty),
        solution_html=solution,
        case=question.case,
    )


def stem_parts(stem: str) -> tuple[str, str]:
    """The situation and the question: the last sentence that asks or instructs, else the last paragraph."""
    before, _gap, last = stem.strip().rpartition("\n\n")
    told, asked = _asking_sentence(last)
    lead = "\n\n".join(part for part in (before.strip(), told) if part)
    return lead, asked


def _asking_sentence(paragraph: str) -> tuple[str, str]:
    ends = [end for end in SENTENCE_END.finditer(paragraph) if not _in_code(paragraph, end.start())]
    starts = [end.end() for end in ends]
    if not paragraph.rstrip().endswith("?"):
        starts = [start for start in starts if INSTRUCTION.match(paragraph, start)]
    if not starts:
        return "", paragraph.strip()
    cut = starts[-1]
    return paragraph[:cut].strip(), paragraph[cut:].strip()


def _in_code(paragraph: str, place: int) -> bool:
    return paragraph.count("`", 0, place) % 2 == 1


def exhibit_view(exhibit: Exhibit) -> ExhibitView:
    """An exhibit ready to draw."""
    if isinstance(exhibit, CodeExhibit):
        code = exhibit.code.rstrip("\n")
        return ExhibitView(exhibit.title, code=code, spans=highlight.spans(code, exhibit.language))
    if isinstance(exhibit, PictureExhibit):
        return ExhibitView(exhibit.title or _("Picture"), picture=exhibit.picture)
    return ExhibitView(exhibit.title, html=markup.block(exhibit.body))


def case_pages(case: CaseStudy) -> tuple[ExhibitView, ...]:
    """The tabs of a case study and then its exhibits, all of one shape."""
    tabs = (ExhibitView(tab.title, html=markup.block(tab.body)) for tab in case.tabs)
    return (*tabs, *(exhibit_view(exhibit) for exhibit in case.exhibits))


def difficulty_word(difficulty: int) -> str:
    """A difficulty level as a word; levels beyond the three known ones keep their number."""
    words = {1: _("Recall"), 2: _("Apply"), 3: _("Judge")}
    return words.get(difficulty, ngettext("Level {n}", "Level {n}", difficulty).format(n=difficulty))
