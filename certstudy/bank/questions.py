"""Files of questions to the domain's questions, one by one: a bad question never stops the rest."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import blake2b
from typing import Any, Final

import msgspec
from msgspec import UNSET

from certstudy.bank.conform import Fault, conform, located
from certstudy.bank.document import opened_entry_by_entry
from certstudy.bank.item_shapes import (
    HotspotQuestion,
    ItemShape,
    MultipleQuestion,
    PicturedShape,
    QuestionShape,
    SeriesShape,
    SolutionShape,
)
from certstudy.bank.problem import Place, Problem, error, warning
from certstudy.bank.shapes import (
    BankHeader,
    CaseShape,
    Defaults,
    ExhibitShape,
    PictureShape,
    ReferenceShape,
)
from certstudy.bank.tasks import TYPES, misfits, picture_of, task_of, yes_no
from certstudy.bank.tree import Map, Path, Seq, find, place
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
from certstudy.core.syllabus import Syllabus
from certstudy.core.tasks import Choice, Task

NOT_ASKED: Final = ("cloze", "card")

MOST_QUESTIONS = 5_000
MOST_GROUPS = 500


@dataclass(frozen=True, slots=True)
class Item:
    """A question with the node it was read from."""

    question: Question
    file: str
    node: Map

    def place(self, path: Path = ()) -> Place:
        """Where a part of the question stands in its file."""
        return place(self.file, find(self.node, path))


@dataclass(frozen=True, slots=True)
class Bank:
    """What a file of questions gives."""

    items: list[Item]
    cases: list[CaseStudy]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a file's questions are read against; `assets` are the pictures that the pack has."""

    file: str
    syllabus: Syllabus
    defaults: Defaults
    exhibits: Mapping[str, ExhibitShape]
    assets: Collection[str]
    refused: Collection[Place]
    cases: Collection[str] = ()


def read_bank(data: bytes, file: str, syllabus: Syllabus, assets: Collection[str] = ()) -> Bank:
    """Read a file of questions against the outline they belong to and the pictures at hand."""
    source = opened_entry_by_entry(data, file)
    bank = Bank([], [], [*source.left_out, *source.problems])
    if source.root is None:
        return bank
    header = _header(source.root, file, bank.problems)
    if header is None:
        return bank
    if not any(isinstance(source.root.get(part), Seq) for part in ("questions", "series")):
        bank.problems.append(error("shape", "the file has no list of `questions`", Place(file)))
        return bank
    refused = [problem.place for problem in source.problems]
    setting = _Setting(file, syllabus, header.defaults, header.exhibits, assets, refused)
    for node in _nodes(source.root, "cases", MOST_GROUPS, setting, bank):
        _read_case(node, setting, bank)
    setting = replace(setting, cases={case.id for case in bank.cases})
    for node in _nodes(source.root, "questions", MOST_QUESTIONS, setting, bank):
        _read_question(node, setting, bank)
    for node in _nodes(source.root, "series", MOST_GROUPS, setting, bank):
        _read_series(node, setting, bank)
    return bank


def _header(root: Map, file: str, problems: list[Problem]) -> BankHeader | None:
    head = Map(root.start)
    head.marks = root.marks
    parts = ("questions", "cases", "series")
    head.update({key: value for key, value in root.items() if key not in parts})
    header = conform(head, BankHeader, file)
    if isinstance(header, BankHeader):
        return header
    problems.extend(header)
    return None


def _nodes(root: Map, part: str, most: int, setting: _Setting, bank: Bank) -> Iterator[Map]:
    """The mappings of one of the file's lists that the reader had nothing against."""
    nodes = root.get(part, ())
    if not isinstance(nodes, Seq):
        if part in root:
            where = place(setting.file, find(root, (part,)))
            bank.problems.append(error("shape", f"`{part}` is a list", where))
        return
    for mark, node in zip(nodes.marks[:most], nodes, strict=False):
        if not isinstance(node, Map):
            message = f"each of the `{part}` is a mapping"
            bank.problems.append(error("shape", message, place(setting.file, mark)))
        elif not _touched(node, setting):
            yield node
    if len(nodes) > most:
        where = place(setting.file, nodes.marks[most])
        bank.problems.append(error("too-large", f"more than {most} {part} in one file", where))


def _touched(node: Map, setting: _Setting) -> bool:
    """Whether the reader refused something inside the node, so that its meaning is in doubt."""
    start, end = place(setting.file, node.start), place(setting.file, node.end)
    return any(start <= where < end for where in setting.refused)


def _read_case(node: Map, setting: _Setting, bank: Bank) -> None:
    shape = conform(node, CaseShape, setting.file)
    if isinstance(shape, list):
        bank.problems.extend(shape)
        return
    faults = list(_bad_exhibits(shape.exhibits, setting))
    if shape.id in {case.id for case in bank.cases}:
        faults.append(Fault(("id",), "repeated-id", f"the case study {shape.id!r} stands there twice"))
    bank.problems.extend(located(fault, node, setting.file) for fault in faults)
    if not faults:
        tabs = tuple(Tab(tab.title.strip(), tab.body.strip()) for tab in shape.tabs)
        bank.cases.append(CaseStudy(shape.id, shape.title.strip(), tabs, _exhibits(shape.exhibits, setting)))


def _read_question(node: Map, setting: _Setting, bank: Bank) -> None:
    name = node.get("id")
    question_id = name if isinstance(name, str) else ""
    kind = node.get("type")
    if not isinstance(kind, str) or kind not in TYPES:
        bank.problems.append(_other_kind(node, kind, setting.file, question_id))
        return
    shape = conform(node, TYPES[kind], setting.file)
    if isinstance(shape, list):
        bank.problems.extend(replace(problem, question=question_id) for problem in shape)
        return
    if isinstance(shape, MultipleQuestion) and shape.scoring != "per-choice":
        where = place(setting.file, find(node, ("scoring",)))
        message = f"scoring {shape.scoring!r} is not asked by this version yet"
        bank.problems.append(warning("not-asked", message, where, question=question_id))
        return
    objective = _objective(shape, setting.syllabus)
    faults = [*_misplacing(shape, objective, setting), *misfits(shape), *_bad_question(shape, setting)]
    bank.problems.extend(located(fault, node, setting.file, shape.id) for fault in faults)
    if not faults:
        bank.items.append(Item(_question(shape, objective, setting, node), setting.file, node))


def _read_series(node: Map, setting: _Setting, bank: Bank) -> None:
    name = node.get("id")
    series_id = name if isinstance(name, str) else ""
    shape = conform(node, SeriesShape, setting.file)
    if isinstance(shape, list):
        bank.problems.extend(replace(problem, question=series_id) for problem in shape)
        return
    objective = _objective(shape, setting.syllabus)
    faults = [*_misplacing(shape, objective, setting), *_bad_exhibits(shape.exhibits, setting)]
    bank.problems.extend(located(fault, node, setting.file, shape.id) for fault in faults)
    if faults:
        return
    for number, item in enumerate(shape.items):
        part = node["items"][number]
        bank.items.append(Item(_solution(shape, number, item, objective, setting, part), setting.file, part))


def _other_kind(node: Map, kind: Any, file: str, question_id: str) -> Problem:
    where = place(file, find(node, ("type",)))
    if kind is None:
        return error("missing-key", "the key 'type' is missing", where, question=question_id)
    if kind in NOT_ASKED:
        message = f"a question of type {kind!r} is not asked by this version yet"
        return warning("not-asked", message, where, question=question_id)
    near = get_close_matches(str(kind), (*TYPES, *NOT_ASKED), 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join((*TYPES, *NOT_ASKED))}."
    return error("unknown-type", f"{kind!r} is not a type of question", where, hint, question_id)


def _objective(shape: ItemShape, syllabus: Syllabus) -> str:
    """The objective's full id, whether the outline knows it or not; empty if none is named."""
    if shape.objective is UNSET:
        return ""
    full = f"{shape.area}.{shape.objective}"
    return full if shape.area is not UNSET and syllabus.has_objective(full) else shape.objective


def _misplacing(shape: ItemShape, objective: str, setting: _Setting) -> Iterator[Fault]:
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


def _bad_question(shape: QuestionShape, setting: _Setting) -> Iterator[Fault]:
    """What a question's parts get wrong about the file and the pack."""
    yield from _bad_exhibits(shape.exhibits, setting)
    if shape.case is not UNSET and shape.case not in setting.cases:
        yield Fault(("case",), "unknown-case", f"the file has no case study {shape.case!r}")
    if isinstance(shape, PicturedShape | HotspotQuestion) and shape.image is not UNSET:
        yield from _bad_picture(shape.image, ("image",), setting)


def _bad_exhibits(exhibits: tuple[str | ExhibitShape, ...], setting: _Setting) -> Iterator[Fault]:
    for index, exhibit in enumerate(exhibits):
        if isinstance(exhibit, str) and exhibit not in setting.exhibits:
            yield Fault(("exhibits", index), "unknown-exhibit", f"the file has no exhibit {exhibit!r}")
            continue
        shape = setting.exhibits[exhibit] if isinstance(exhibit, str) else exhibit
        if shape.image is not UNSET:
            yield from _bad_picture(shape.image, ("exhibits", index), setting)


def _bad_picture(shape: PictureShape, path: Path, setting: _Setting) -> Iterator[Fault]:
    for src in filter(None, (shape.src, _or_empty(shape.dark))):
        if src not in setting.assets:
            near = get_close_matches(src, setting.assets, 1)
            hint = f"Did you mean {near[0]!r}?" if near else "Pictures lie below the pack's folder assets/."
            yield Fault(path, "unknown-picture", f"the pack has no picture {src!r}", hint)


def _question(shape: QuestionShape, objective: str, setting: _Setting, node: Map) -> Question:
    defaults, stem, task = setting.defaults, shape.stem.strip(), task_of(shape)
    exhibits = _exhibits(shape.exhibits, setting)
    if isinstance(shape, PicturedShape) and shape.image is not UNSET:
        exhibits = (PictureExhibit("", picture_of(shape.image)), *exhibits)
    return Question(
        id=shape.id,
        kind=Kind(shape.type),
        objective=objective,
        difficulty=defaults.difficulty if shape.difficulty is UNSET else shape.difficulty,
        stem=stem,
        task=task,
        explanation=shape.explanation.strip(),
        exhibits=exhibits,
        references=tuple(_reference(reference) for reference in shape.references),
        tags=shape.tags,
        status=Status(defaults.status if shape.status is UNSET else shape.status),
        verified=_or_empty(defaults.verified if shape.verified is UNSET else shape.verified),
        due=_or_empty(shape.due),
        due_note=_or_empty(shape.due_note),
        shuffle=shape.shuffle,
        revision=_revision(stem, task, exhibits),
        source=str(place(setting.file, node.start)),
        case=_or_empty(shape.case),
        enemies=shape.enemies,
    )


def _solution(
    shape: SeriesShape, number: int, item: SolutionShape, objective: str, setting: _Setting, node: Map
) -> Question:
    """One proposed solution of a series as a question of its own."""
    defaults, task, exhibits = setting.defaults, yes_no(item), _exhibits(shape.exhibits, setting)
    scenario, text, ask = shape.scenario.strip(), item.solution.strip(), shape.ask.strip()
    stem = f"{scenario}\n\n{text}\n\n{ask}"
    return Question(
        id=item.id,
        kind=Kind.SERIES,
        objective=objective,
        difficulty=defaults.difficulty if shape.difficulty is UNSET else shape.difficulty,
        stem=stem,
        task=task,
        explanation=shape.explanation.strip() or item.explanation.strip(),
        exhibits=exhibits,
        references=tuple(_reference(reference) for reference in shape.references),
        tags=shape.tags,
        status=Status(defaults.status if shape.status is UNSET else shape.status),
        verified=_or_empty(defaults.verified if shape.verified is UNSET else shape.verified),
        due=_or_empty(shape.due),
        due_note=_or_empty(shape.due_note),
        shuffle=False,
        revision=_revision(stem, task, exhibits),
        source=str(place(setting.file, node.start)),
        solution=Solution(shape.id, number, len(shape.items), scenario, text, ask),
        enemies=shape.enemies,
    )


def _or_empty(text: str | msgspec.UnsetType) -> str:
    return "" if text is UNSET else text


def _exhibits(exhibits: tuple[str | ExhibitShape, ...], setting: _Setting) -> tuple[Exhibit, ...]:
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
    return Reference(shape.title, shape.url, _or_empty(shape.checked), shape.supports)


def _revision(stem: str, task: Task, exhibits: tuple[Exhibit, ...]) -> str:
    """A hash of all that decides what an answer means."""
    asked: Any = (_meaning(task),)
    if isinstance(task, Choice):
        asked = ([(option.id, option.text) for option in task.options], sorted(task.key))
    # that code is wrong on purpose is a note for checks
    shown = _without(msgspec.to_builtins(exhibits), ("broken",))
    return blake2b(msgspec.msgpack.encode((stem, *asked, shown)), digest_size=6).hexdigest()


def _meaning(task: Task) -> Any:
    """A task without its reasons, which may be reworded."""
    plain = msgspec.to_builtins(task, order="sorted")
    return _without(plain, ("why", "misconception"))


def _without(value: Any, names: tuple[str, ...]) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner, names) for key, inner in value.items() if key not in names}
    return [_without(inner, names) for inner in value] if isinstance(value, list | tuple) else value
