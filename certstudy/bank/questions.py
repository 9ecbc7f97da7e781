"""Files of questions to the domain's questions, one by one: a bad question never stops the rest."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any, Final

from certstudy.bank.conform import Fault, conform, located
from certstudy.bank.document import PARTS, opened_entry_by_entry
from certstudy.bank.item_shapes import TYPES, MultipleQuestion, SeriesShape
from certstudy.bank.misfits import misfits
from certstudy.bank.problem import Place, Problem, error, warning
from certstudy.bank.question_values import case_of, question_of, solution_of
from certstudy.bank.setting import Setting, bad_exhibits, bad_question, misplacing, objective_of
from certstudy.bank.shapes import BankHeader, CaseShape
from certstudy.bank.tree import Map, Path, Seq, find, place
from certstudy.core.question import CaseStudy, Question
from certstudy.core.syllabus import Syllabus

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


@dataclass(slots=True)
class Bank:
    """What a file of questions gives, and the exam that it names, with the place."""

    items: list[Item]
    cases: list[CaseStudy]
    problems: list[Problem]
    exam: tuple[str, Place] | None = None


def read_bank(data: bytes, file: str, syllabus: Syllabus, assets: Collection[str] = ()) -> Bank:
    """Read a file of questions against the outline they belong to and the pictures at hand."""
    source = opened_entry_by_entry(data, file)
    bank = Bank([], [], [*source.left_out, *source.problems])
    if source.root is None:
        return bank
    header = _header(source.root, file, bank.problems)
    if header is None:
        return bank
    bank.exam = header.exam, place(file, find(source.root, ("exam",)))
    if not any(isinstance(source.root.get(part), Seq) for part in ("questions", "series")):
        bank.problems.append(error("shape", "the file has no list of `questions`", Place(file)))
        return bank
    refused = [problem.place for problem in source.problems]
    setting = Setting(file, syllabus, header.defaults, header.exhibits, assets, refused)
    for node in _nodes(source.root, "cases", MOST_GROUPS, setting, bank):
        _read_case(node, setting, bank)
    setting = replace(setting, cases={case.id for case in bank.cases})
    for node in _nodes(source.root, "questions", MOST_QUESTIONS, setting, bank):
        _read_question(node, setting, bank)
    for node in _nodes(source.root, "series", MOST_GROUPS, setting, bank):
        _read_series(node, setting, bank)
    return bank


def _header(root: Map, file: str, problems: list[Problem]) -> BankHeader | None:
    """What the file says of itself; a part that no file has is told and passed over."""
    header = conform(_without(root, PARTS), BankHeader, file)
    if isinstance(header, BankHeader):
        return header
    problems.extend(header)
    strange = root.keys() - BankHeader.__struct_fields__
    known = conform(_without(root, strange), BankHeader, file)
    return known if isinstance(known, BankHeader) else None


def _without(root: Map, parts: Collection[str]) -> Map:
    rest = Map(root.start)
    rest.marks = root.marks
    rest.update({key: value for key, value in root.items() if key not in parts})
    return rest


def _nodes(root: Map, part: str, most: int, setting: Setting, bank: Bank) -> Iterator[Map]:
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


def _touched(node: Map, setting: Setting) -> bool:
    """Whether the reader refused something inside the node, so that its meaning is in doubt."""
    start, end = place(setting.file, node.start), place(setting.file, node.end)
    return any(start <= where < end for where in setting.refused)


def _read_case(node: Map, setting: Setting, bank: Bank) -> None:
    shape = conform(node, CaseShape, setting.file)
    if isinstance(shape, list):
        bank.problems.extend(shape)
        return
    faults = list(bad_exhibits(shape.exhibits, setting))
    if shape.id in {case.id for case in bank.cases}:
        faults.append(Fault(("id",), "repeated-id", f"the case study {shape.id!r} stands there twice"))
    bank.problems.extend(located(fault, node, setting.file) for fault in faults)
    if not faults:
        bank.cases.append(case_of(shape, setting))


def _read_question(node: Map, setting: Setting, bank: Bank) -> None:
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
    objective = objective_of(shape, setting.syllabus)
    faults = [*misplacing(shape, objective, setting), *misfits(shape), *bad_question(shape, setting)]
    bank.problems.extend(located(fault, node, setting.file, shape.id) for fault in faults)
    if not faults:
        bank.items.append(Item(question_of(shape, objective, setting, node), setting.file, node))


def _read_series(node: Map, setting: Setting, bank: Bank) -> None:
    name = node.get("id")
    series_id = name if isinstance(name, str) else ""
    shape = conform(node, SeriesShape, setting.file)
    if isinstance(shape, list):
        bank.problems.extend(replace(problem, question=series_id) for problem in shape)
        return
    objective = objective_of(shape, setting.syllabus)
    faults = [*misplacing(shape, objective, setting), *bad_exhibits(shape.exhibits, setting)]
    bank.problems.extend(located(fault, node, setting.file, shape.id) for fault in faults)
    if faults:
        return
    for number, part in enumerate(node["items"]):
        bank.items.append(Item(solution_of(shape, number, objective, setting, part), setting.file, part))


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
