"""A tree against a shape: the typed value, or everything that does not fit, each with its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import msgspec

from certstudy.bank.problem import Problem, error
from certstudy.bank.shapes import IN_WORDS
from certstudy.bank.tree import Map, Path, Seq, find, place

T = TypeVar("T")

MOST_FAULTS = 50


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit at a path; `at_key` points to the key rather than its value."""

    path: Path
    code: str
    message: str
    hint: str = ""
    at_key: bool = False


def conform(node: Map, shape: type[T], file: str) -> T | list[Problem]:
    """The value of a node, or every problem with it."""
    try:
        return msgspec.convert(node, shape)
    except msgspec.ValidationError:
        return [located(fault, node, file) for fault in islice(_faults(node, shape, ()), MOST_FAULTS)]


def located(fault: Fault, node: Map, file: str, question: str = "") -> Problem:
    """A fault of a node as a problem at its place."""
    where = place(file, find(node, fault.path, key=fault.at_key))
    return error(fault.code, fault.message, where, fault.hint, question)


def _faults(value: Any, shape: Any, path: Path) -> Iterator[Fault]:
    """The innermost parts that do not fit, in order."""
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError as fault:
        found = list(_inside(value, shape, path))
        yield from found or [_fault(str(fault), path)]


def _inside(value: Any, shape: Any, path: Path) -> Iterator[Fault]:
    if isinstance(value, Map):
        if struct := _struct(shape):
            yield from _fields(value, struct, path)
        elif arguments := _arguments(shape, dict):
            yield from _items(value, arguments[0], arguments[1], path)
    elif isinstance(value, Seq) and (arguments := _arguments(shape, tuple)):
        for index, item in enumerate(value):
            yield from _faults(item, arguments[0], (*path, index))


def _fields(value: Map, struct: type[msgspec.Struct], path: Path) -> Iterator[Fault]:
    fields = {field.encode_name: field for field in msgspec.structs.fields(struct)}
    for key in value:
        if key not in fields:
            message = f"the key {key!r} is not known here"
            yield Fault((*path, key), "unknown-key", message, _unknown_hint(key, fields), at_key=True)
    for name, field in fields.items():
        if name in value:
            yield from _faults(value[name], field.type, (*path, name))
        elif field.required:
            yield Fault(path, "missing-key", f"the key {name!r} is missing")


def _unknown_hint(key: str, known: Iterable[str]) -> str:
    if near := get_close_matches(key, known, 1):
        return f"Did you mean {near[0]!r}?"
    if " " in key.strip():
        return "Inside { } a comma ends a text: put the whole text in quotes."
    return f"Known here: {', '.join(sorted(known))}."


def _items(value: Map, key_shape: Any, item_shape: Any, path: Path) -> Iterator[Fault]:
    for key, item in value.items():
        for fault in _faults(key, key_shape, (*path, key)):
            yield Fault(fault.path, fault.code, fault.message, fault.hint, at_key=True)
        yield from _faults(item, item_shape, (*path, key))


def _struct(shape: Any) -> type[msgspec.Struct] | None:
    """The structure that a mapping is meant for, seen through annotations and unions."""
    if get_origin(shape) is Annotated:
        return _struct(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        return next((found for member in get_args(shape) if (found := _struct(member))), None)
    return shape if isinstance(shape, type) and issubclass(shape, msgspec.Struct) else None


def _arguments(shape: Any, origin: type) -> tuple[Any, ...]:
    """What a container of that origin is declared to hold."""
    if get_origin(shape) is Annotated:
        return _arguments(get_args(shape)[0], origin)
    return get_args(shape) if get_origin(shape) is origin else ()


TYPES = {
    "str": "a text",
    "object": "a mapping",
    "array": "a list",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}


def _fault(message: str, path: Path) -> Fault:
    """One of the converter's messages in plain words."""
    message = re.sub(r" - at .*$", "", message)
    if match := re.fullmatch(r"Expected `str` matching regex '(.*)'", message, re.DOTALL):
        pattern = match[1].replace("\\\\", "\\")
        return Fault(path, "pattern", f"expected {IN_WORDS.get(pattern, pattern)}")
    if match := re.fullmatch(r"Expected `(.*)`, got `(.*)`", message):
        wanted = " or ".join(TYPES.get(name, name) for name in match[1].split(" | "))
        hint = "Put it in quotes." if "str" in match[1] and match[2] in ("int", "float", "bool") else ""
        return Fault(path, "type", f"expected {wanted}, found {TYPES.get(match[2], match[2])}", hint)
    if match := re.fullmatch(r"Expected `(\w+)` (of length )?([<>]=) (\d+)", message):
        bound = "at least" if match[3] == ">=" else "at most"
        things = {"object": "entries", "array": "items", "str": "characters"}.get(match[1], "")
        return Fault(path, "range", f"expected {bound} {match[4]} {things}".rstrip())
    if match := re.fullmatch(r"Invalid enum value (.*)", message):
        return Fault(path, "value", f"{match[1]} is not one of the values known here")
    return Fault(path, "shape", message)
