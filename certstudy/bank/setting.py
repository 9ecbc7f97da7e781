"""What the questions of a file are read against, and how a question can fail to fit it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from msgspec import UNSET

from certstudy.bank.conform import Fault
from certstudy.bank.item_shapes import HotspotQuestion, ItemShape, PicturedShape, QuestionShape
from certstudy.bank.problem import Place
from certstudy.bank.shapes import Defaults, ExhibitShape, PictureShape, or_empty
from certstudy.bank.tree import Path
from certstudy.core.syllabus import Syllabus


@dataclass(frozen=True, slots=True)
class Setting:
    """What a file's questions are read against; `assets` are the pictures that the pack has."""

    file: str
    syllabus: Syllabus
    defaults: Defaults
    exhibits: Mapping[str, ExhibitShape]
    assets: Collection[str]
    refused: Collection[Place]
    cases: Collection[str] = ()


def objective_of(shape: ItemShape, syllabus: Syllabus) -> str:
    """The objective's full id, whether the outline knows it or not; empty if none is named."""
    if shape.objective is UNSET:
        return ""
    full = f"{shape.area}.{shape.objective}"
    return full if shape.area is not UNSET and syllabus.has_objective(full) else shape.objective


def misplacing(shape: ItemShape, objective: str, setting: Setting) -> Iterator[Fault]:
    """What of a question's place in the outline, and of the day it falls due, cannot be."""
    syllabus = setting.syllabus
    if shape.area is not UNSET and shape.area not in {area.id for area in syllabus.areas}:
        yield Fault(("area",), "unknown-area", f"the outline has no area {shape.area!r}")
    if not objective:
        yield Fault((), "no-objective", "the question names no objective of the outline")
    elif not syllabus.has_objective(objective):
        near = get_close_matches(objective, [o.id for o in syllabus.objectives], 1, 0.7)
        hint = f"Did you mean {near[0]!r}?" if near else ""
        message = f"the outline has no objective {objective!r}"
        yield Fault(("objective",), "unknown-objective", message, hint)
    elif shape.area is not UNSET and syllabus.area_of(objective).id != shape.area:
        message = f"the objective {objective!r} does not belong to the area {shape.area!r}"
        yield Fault(("objective",), "other-area", message)
    if (shape.due is UNSET) != (shape.due_note is UNSET):
        message = "`due` says when a fact changes and `due_note` what happens then: both or none"
        yield Fault(("due_note",) if shape.due is UNSET else ("due",), "due-note", message)


def bad_question(shape: QuestionShape, setting: Setting) -> Iterator[Fault]:
    """What a question's parts get wrong about the file and the pack."""
    yield from bad_exhibits(shape.exhibits, setting)
    if shape.case is not UNSET and shape.case not in setting.cases:
        yield Fault(("case",), "unknown-case", f"the file has no case study {shape.case!r}")
    if isinstance(shape, PicturedShape | HotspotQuestion) and shape.image is not UNSET:
        yield from _bad_picture(shape.image, ("image",), setting)


def bad_exhibits(exhibits: tuple[str | ExhibitShape, ...], setting: Setting) -> Iterator[Fault]:
    """Exhibits that the file does not have, and pictures that the pack does not."""
    for index, exhibit in enumerate(exhibits):
        if isinstance(exhibit, str) and exhibit not in setting.exhibits:
            yield Fault(("exhibits", index), "unknown-exhibit", f"the file has no exhibit {exhibit!r}")
            continue
        shape = setting.exhibits[exhibit] if isinstance(exhibit, str) else exhibit
        if shape.image is not UNSET:
            yield from _bad_picture(shape.image, ("exhibits", index), setting)


def _bad_picture(shape: PictureShape, path: Path, setting: Setting) -> Iterator[Fault]:
    for src in filter(None, (shape.src, or_empty(shape.dark))):
        if src not in setting.assets:
            near = get_close_matches(src, setting.assets, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Pictures lie below the pack's folder assets/."
            yield Fault(path, "unknown-picture", f"the pack has no picture {src!r}", hint)
