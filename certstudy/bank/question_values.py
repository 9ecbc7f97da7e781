"""From shapes that were found sound to the domain's questions, case studies and exhibits."""

from dataclasses import dataclass, replace

from msgspec import UNSET

from certstudy.bank.item_shapes import ItemShape, PicturedShape, QuestionShape, SeriesShape
from certstudy.bank.revision import revision_of
from certstudy.bank.setting import Setting
from certstudy.bank.shapes import CaseShape, ExhibitShape, ReferenceShape, or_empty
from certstudy.bank.tasks import picture_of, task_of, yes_no
from certstudy.bank.tree import Map, place
from certstudy.core.question import (
    CaseStudy,
    CodeExhibit,
    Exhibit,
    Kind,
    PictureExhibit,
    Question,
    Reference,
    Solution,
    Status,
    Tab,
    TextExhibit,
)
from certstudy.core.tasks import Task


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a question alone has, where it shares the rest with its series."""

    id: str
    kind: Kind
    stem: str
    task: Task
    exhibits: tuple[Exhibit, ...]


def question_of(shape: QuestionShape, objective: str, setting: Setting, node: Map) -> Question:
    """A question of its own; `objective` is the full id, `node` where it stands."""
    exhibits = _exhibits(shape.exhibits, setting)
    if isinstance(shape, PicturedShape) and shape.image is not UNSET:
        exhibits = (PictureExhibit("", picture_of(shape.image)), *exhibits)
    asked = _Asked(shape.id, Kind(shape.type), shape.stem.strip(), task_of(shape), exhibits)
    made = _question(asked, shape, objective, setting, node)
    return replace(made, shuffle=shape.shuffle, case=or_empty(shape.case))


def solution_of(shape: SeriesShape, number: int, objective: str, setting: Setting, node: Map) -> Question:
    """One proposed solution of a series, counted from 0, as a question of its own."""
    item = shape.items[number]
    scenario, text, ask = shape.scenario.strip(), item.solution.strip(), shape.ask.strip()
    stem = f"{scenario}\n\n{text}\n\n{ask}"
    asked = _Asked(item.id, Kind.SERIES, stem, yes_no(item), _exhibits(shape.exhibits, setting))
    made = _question(asked, shape, objective, setting, node)
    return replace(
        made,
        explanation=made.explanation or item.explanation.strip(),
        shuffle=False,
        solution=Solution(shape.id, number, len(shape.items), scenario, text, ask),
    )


def case_of(shape: CaseShape, setting: Setting) -> CaseStudy:
    """A case study."""
    tabs = tuple(Tab(tab.title.strip(), tab.body.strip()) for tab in shape.tabs)
    return CaseStudy(shape.id, shape.title.strip(), tabs, _exhibits(shape.exhibits, setting))


def _question(asked: _Asked, shape: ItemShape, objective: str, setting: Setting, node: Map) -> Question:
    defaults = setting.defaults
    return Question(
        id=asked.id,
        kind=asked.kind,
        objective=objective,
        difficulty=defaults.difficulty if shape.difficulty is UNSET else shape.difficulty,
        stem=asked.stem,
        task=asked.task,
        explanation=shape.explanation.strip(),
        exhibits=asked.exhibits,
        references=tuple(_reference(reference) for reference in shape.references),
        tags=shape.tags,
        status=Status(defaults.status if shape.status is UNSET else shape.status),
        verified=or_empty(defaults.verified if shape.verified is UNSET else shape.verified),
        due=or_empty(shape.due),
        due_note=or_empty(shape.due_note),
        revision=revision_of(asked.stem, asked.task, asked.exhibits),
        source=str(place(setting.file, node.start)),
        enemies=shape.enemies,
    )


def _exhibits(exhibits: tuple[str | ExhibitShape, ...], setting: Setting) -> tuple[Exhibit, ...]:
    return tuple(
        _exhibit(setting.exhibits[exhibit] if isinstance(exhibit, str) else exhibit) for exhibit in exhibits
    )


def _exhibit(shape: ExhibitShape) -> Exhibit:
    if shape.code:
        return CodeExhibit(shape.title, shape.language or "text", shape.code.rstrip(), shape.broken)
    if shape.image is not UNSET:
        return PictureExhibit(shape.title, picture_of(shape.image))
    return TextExhibit(shape.title, shape.body.strip())


def _reference(shape: ReferenceShape) -> Reference:
    return Reference(shape.title, shape.url, or_empty(shape.checked), shape.supports)
