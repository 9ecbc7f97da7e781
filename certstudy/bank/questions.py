"""Files of questions to the domain's questions, one by one: a bad question never stops the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import blake2b
from typing import Any, Final

import msgspec
from msgspec import UNSET

from certstudy.bank.conform import Fault, conform, located
from certstudy.bank.document import opened
from certstudy.bank.problem import Place, Problem, error, warning
from certstudy.bank.shapes import (
    BankHeader,
    Defaults,
    ExhibitShape,
    MultipleQuestion,
    OptionShape,
    ReferenceShape,
    SingleQuestion,
)
from certstudy.bank.tree import Map, Path, Seq, find, place
from certstudy.core.question import (
    CodeExhibit,
    Exhibit,
    Kind,
    Option,
    Question,
    Reference,
    Status,
    TextExhibit,
)
from certstudy.core.syllabus import Syllabus

Shape = SingleQuestion | MultipleQuestion

KINDS: Final[Mapping[str, type[Shape]]] = {"single": SingleQuestion, "multiple": MultipleQuestion}
NOT_ASKED: Final = ("order", "match", "dropdown", "statements", "hotspot", "short", "cloze", "card")

MOST_QUESTIONS = 5_000


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
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a file's questions are read against."""

    file: str
    syllabus: Syllabus
    defaults: Defaults
    exhibits: Mapping[str, ExhibitShape]


def read_bank(data: bytes, file: str, syllabus: Syllabus) -> Bank:
    """Read a file of questions against the outline they belong to."""
    source = opened(data, file)
    bank = Bank([], source.problems)
    if source.root is None:
        return bank
    header = _header(source.root, file, bank.problems)
    nodes = source.root.get("questions")
    if header is None or not isinstance(nodes, Seq):
        if header is not None:
            bank.problems.append(error("shape", "the file has no list of `questions`", Place(file)))
        return bank
    bank.problems.extend(_other_groups(source.root, file))
    setting = _Setting(file, syllabus, header.defaults, header.exhibits)
    refused = [problem.place for problem in source.problems]
    for mark, node in zip(nodes.marks[:MOST_QUESTIONS], nodes, strict=False):
        if not isinstance(node, Map):
            bank.problems.append(error("shape", "a question is a mapping", place(file, mark)))
        elif not _touched(node, file, refused):
            _read_question(node, setting, bank)
    if len(nodes) > MOST_QUESTIONS:
        where = place(file, nodes.marks[MOST_QUESTIONS])
        bank.problems.append(error("too-large", f"more than {MOST_QUESTIONS} questions in one file", where))
    return bank


def _header(root: Map, file: str, problems: list[Problem]) -> BankHeader | None:
    head = Map(root.start)
    head.marks = root.marks
    head.update({key: value for key, value in root.items() if key != "questions"})
    header = conform(head, BankHeader, file)
    if isinstance(header, BankHeader):
        return header
    problems.extend(header)
    return None


def _other_groups(root: Map, file: str) -> Iterator[Problem]:
    """Case studies and series belong to the format and are passed over."""
    for key, name in (("cases", "a case study"), ("series", "a series")):
        nodes = root.get(key)
        for mark in nodes.marks if isinstance(nodes, Seq) else ():
            yield warning("not-asked", f"{name} is not asked by this version yet", place(file, mark))


def _touched(node: Map, file: str, refused: list[Place]) -> bool:
    """Whether the reader refused something inside the node, so that its meaning is in doubt."""
    start, end = place(file, node.start), place(file, node.end)
    return any(start <= where < end for where in refused)


def _read_question(node: Map, setting: _Setting, bank: Bank) -> None:
    name = node.get("id")
    question_id = name if isinstance(name, str) else ""
    kind = node.get("type")
    if not isinstance(kind, str) or kind not in KINDS:
        bank.problems.append(_other_kind(node, kind, setting.file, question_id))
        return
    shape = conform(node, KINDS[kind], setting.file)
    if isinstance(shape, list):
        bank.problems.extend(replace(problem, question=question_id) for problem in shape)
        return
    if unsupported := _unsupported(shape):
        where = place(setting.file, find(node, (unsupported,)))
        message = f"a question with this {unsupported!r} is not asked by this version yet"
        bank.problems.append(warning("not-asked", message, where, question=question_id))
        return
    objective = _objective(shape, setting.syllabus)
    faults = list(_faults(shape, objective, setting))
    if faults:
        bank.problems.extend(located(fault, node, setting.file, shape.id) for fault in faults)
        return
    bank.items.append(Item(_question(shape, objective, setting, node), setting.file, node))


def _other_kind(node: Map, kind: Any, file: str, question_id: str) -> Problem:
    where = place(file, find(node, ("type",)))
    if kind is None:
        return error("missing-key", "the key 'type' is missing", where, question=question_id)
    if kind in NOT_ASKED:
        message = f"a question of type {kind!r} is not asked by this version yet"
        return warning("not-asked", message, where, question=question_id)
    near = get_close_matches(str(kind), (*KINDS, *NOT_ASKED), 1)
    hint = f"Did you mean {near[0]!r}?" if near else f"Known are: {', '.join((*KINDS, *NOT_ASKED))}."
    return error("unknown-type", f"{kind!r} is not a type of question", where, hint, question_id)


def _unsupported(shape: Shape) -> str:
    """The key that asks for more than this version can do."""
    if shape.case is not UNSET:
        return "case"
    if shape.image is not UNSET:
        return "image"
    return "scoring" if isinstance(shape, MultipleQuestion) and shape.scoring != "per-choice" else ""


def _objective(shape: Shape, syllabus: Syllabus) -> str:
    """The objective's full id, whether the outline knows it or not; empty if none is named."""
    if shape.objective is UNSET:
        return ""
    full = f"{shape.area}.{shape.objective}"
    return full if shape.area is not UNSET and syllabus.has_objective(full) else shape.objective


def _key(shape: Shape) -> tuple[str, ...]:
    return (shape.answer,) if isinstance(shape, SingleQuestion) else shape.answer


def _faults(shape: Shape, objective: str, setting: _Setting) -> Iterator[Fault]:
    """What a shape cannot tell: whether the parts of a question agree with each other and the outline."""
    yield from _misplacing(shape, objective, setting.syllabus)
    yield from _misanswering(shape)
    for index, exhibit in enumerate(shape.exhibits):
        if isinstance(exhibit, str) and exhibit not in setting.exhibits:
            yield Fault(("exhibits", index), "unknown-exhibit", f"the file has no exhibit {exhibit!r}")


def _misplacing(shape: Shape, objective: str, syllabus: Syllabus) -> Iterator[Fault]:
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


def _misanswering(shape: Shape) -> Iterator[Fault]:
    key = _key(shape)
    for index, answer in enumerate(key):
        path: Path = ("answer",) if isinstance(shape, SingleQuestion) else ("answer", index)
        if answer not in shape.options:
            yield Fault(path, "unknown-option", f"there is no option {answer!r}")
        elif answer in key[:index]:
            yield Fault(path, "repeated-option", f"the option {answer!r} is named twice")
    if isinstance(shape, MultipleQuestion) and shape.choose != len(key):
        message = f"{shape.choose} are to be chosen, but {len(key)} options are right"
        yield Fault(("choose",), "choose", message)
    if len(key) >= len(shape.options):
        yield Fault(("answer",), "no-distractor", "no option is wrong")


def _question(shape: Shape, objective: str, setting: _Setting, node: Map) -> Question:
    defaults = setting.defaults
    kind = Kind(shape.type)
    stem = shape.stem.strip()
    options = tuple(_option(name, option) for name, option in shape.options.items())
    key = frozenset(_key(shape))
    exhibits = tuple(
        _exhibit(setting.exhibits[exhibit] if isinstance(exhibit, str) else exhibit)
        for exhibit in shape.exhibits
    )
    return Question(
        id=shape.id,
        kind=kind,
        objective=objective,
        difficulty=defaults.difficulty if shape.difficulty is UNSET else shape.difficulty,
        stem=stem,
        options=options,
        key=key,
        explanation=shape.explanation.strip(),
        exhibits=exhibits,
        references=tuple(_reference(reference) for reference in shape.references),
        tags=shape.tags,
        status=Status(defaults.status if shape.status is UNSET else shape.status),
        verified=_or_empty(defaults.verified if shape.verified is UNSET else shape.verified),
        shuffle=shape.shuffle,
        revision=_revision(stem, options, key, exhibits),
        source=str(place(setting.file, node.start)),
    )


def _or_empty(text: str | msgspec.UnsetType) -> str:
    return "" if text is UNSET else text


def _option(name: str, option: str | OptionShape) -> Option:
    if isinstance(option, str):
        return Option(name, option.strip())
    belief = None if option.misconception is UNSET else option.misconception
    return Option(name, option.text.strip(), option.why.strip(), belief, option.pinned)


def _exhibit(shape: ExhibitShape) -> Exhibit:
    if shape.code:
        return CodeExhibit(shape.title, shape.language or "text", shape.code.rstrip())
    return TextExhibit(shape.title, shape.body.strip())


def _reference(shape: ReferenceShape) -> Reference:
    return Reference(shape.title, shape.url, _or_empty(shape.checked), shape.supports)


def _revision(
    stem: str, options: tuple[Option, ...], key: frozenset[str], exhibits: tuple[Exhibit, ...]
) -> str:
    """A hash of all that decides what an answer means."""
    content = (stem, [(option.id, option.text) for option in options], sorted(key), exhibits)
    return blake2b(msgspec.msgpack.encode(content), digest_size=6).hexdigest()
