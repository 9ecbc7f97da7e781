"""YAML text to a tree with places: a small, safe part of YAML 1.2, read from the parser's events.

Text and data only: no aliases, anchors, merge keys or tags; duplicate keys are refused with both lines; depth, size
and number of nodes are bounded. Reading events keeps hostile nesting from ever becoming recursion.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import yaml

from certstudy.bank import scalars
from certstudy.bank.problem import Place, Problem, error
from certstudy.bank.text import HIDDEN, hidden_character
from certstudy.bank.tree import Map, Mark, Seq, place

# the C parser is eight times as fast; where PyYAML was built without it, the other one reads the same events
PARSER: Final = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader

DEEPEST = 16
MOST_NODES = 200_000
LONGEST_TEXT = 20_000
LONGEST_WORD = 2_000
MOST_PROBLEMS = 100


@dataclass(slots=True)
class Document:
    """What a file holds; `root` is None when it is empty or broken off, and then a problem says so."""

    root: Any = None
    problems: list[Problem] = field(default_factory=list)


def read(text: str, file: str) -> Document:
    """Read one document; every problem is gathered, a broken syntax ends the reading."""
    builder = _Builder(file)
    try:
        parser = PARSER(text)
        try:
            while not builder.done:
                event: Any = parser.get_event()
                HANDLERS[type(event)](builder, event)
        finally:
            parser.dispose()
    except _BrokenOffError:
        builder.root = None
    except yaml.YAMLError as fault:
        builder.root = None
        builder.problems.append(_syntax(fault, file))
    return Document(builder.root, builder.problems)


class _BrokenOffError(Exception):
    """The rest of the file cannot or need not be read; the reason is among the problems."""


class _Builder:
    """Takes events and grows the tree; `done` once the stream is over."""

    def __init__(self, file: str) -> None:
        self.root: Any = None
        self.problems: list[Problem] = []
        self.done = False
        self._file = file
        self._open: list[Map | Seq] = []
        self._keys: list[tuple[str, Mark] | None] = []
        self._nodes = 0
        self._documents = 0

    def ignore(self, _event: Any) -> None:
        """An event that carries nothing."""

    def end_stream(self, _event: Any) -> None:
        """The file is over."""
        self.done = True

    def start_document(self, event: Any) -> None:
        """Only one document belongs in a file."""
        self._documents += 1
        if self._documents > 1:
            self._stop("second-document", "a second document begins here", event.start_mark)

    def scalar(self, event: Any) -> None:
        """A text, number, truth value or nothing; in the place of a key always text."""
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        text: str = event.value
        top = self._open[-1] if self._open else None
        if type(top) is Map and self._keys[-1] is None:
            self._key(top, text, event.start_mark)
            return
        if len(text) > LONGEST_WORD or not text.isprintable():
            self._look_closely(text, event.start_mark)
        value: scalars.Scalar = text
        if event.implicit[0] and (not text or text[0] in scalars.FIRST):
            value = self._plain(text, event.start_mark)
        self._add(value, event.start_mark)

    def start_mapping(self, event: Any) -> None:
        """A mapping begins inside whatever is open."""
        self._start(Map(event.start_mark), event)

    def start_sequence(self, event: Any) -> None:
        """A sequence begins inside whatever is open."""
        self._start(Seq(event.start_mark), event)

    def end(self, event: Any) -> None:
        """The innermost mapping or sequence is over."""
        node = self._open.pop()
        self._keys.pop()
        if type(node) is Map:
            node.end = event.start_mark

    def alias(self, event: Any) -> None:
        """A copy of an anchored node is not data that a reader sees in its place."""
        self._report("alias", "an alias stands here", event.start_mark, "Write the value out.")
        self._add(None, event.start_mark)

    def _start(self, node: Map | Seq, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if self._open and type(self._open[-1]) is Map and self._keys[-1] is None:
            self._stop("complex-key", "a mapping or sequence stands in the place of a key", event.start_mark)
        if len(self._open) == DEEPEST:
            self._stop("too-deep", f"nested deeper than {DEEPEST} levels", event.start_mark)
        self._add(node, event.start_mark)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, value: Any, mark: Mark) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            self._stop("too-large", f"more than {MOST_NODES} values in one file", mark, "Split the file.")
        if not self._open:
            self.root = value
            return
        top = self._open[-1]
        if type(top) is Seq:
            top.append(value)
            top.marks.append(mark)
            return
        key = self._keys[-1]
        self._keys[-1] = None
        if key is not None and type(top) is Map and key[0] not in top:
            top[key[0]] = value
            top.marks[key[0]] = (key[1], mark)

    def _key(self, node: Map, text: str, mark: Mark) -> None:
        if text in node:
            first = place(self._file, node.marks[text][0]).line
            message = f"the key {text!r} stands here again; it was first set in line {first}"
            self._report("duplicate-key", message, mark, "Keep one of the two.")
        elif text == "<<":
            self._report("merge-key", "a merge key copies from elsewhere", mark, "Write the keys out.")
        if not text.isprintable():
            self._look_closely(text, mark)
        self._keys[-1] = (text, mark)

    def _plain(self, text: str, mark: Mark) -> scalars.Scalar:
        try:
            return scalars.plain(text)
        except ValueError as fault:
            self._report("long-number", f"{fault} stands here", mark, "Put it in quotes if it is text.")
            return text[: scalars.LONGEST_NUMBER]

    def _refuse_marks(self, event: Any) -> None:
        if event.tag is not None:
            message = f"the tag {event.tag!r} asks for a special type"
            self._report("tag", message, event.start_mark, "Remove it: content is text, numbers and lists.")
        if event.anchor is not None:
            message = f"the anchor &{event.anchor} marks a value to be copied"
            self._report("anchor", message, event.start_mark, "Remove it and write each value out.")

    def _look_closely(self, text: str, mark: Mark) -> None:
        if match := HIDDEN.search(text):
            self._keep(hidden_character(match.group(), place(self._file, mark)))
        if len(text) > LONGEST_TEXT:
            self._report("long-text", f"a text of {len(text)} characters; {LONGEST_TEXT} are allowed", mark)
        elif len(text) > LONGEST_WORD and max(map(len, text.split()), default=0) > LONGEST_WORD:
            self._report("long-word", f"a word of more than {LONGEST_WORD} characters", mark)

    def _report(self, code: str, message: str, mark: Mark, hint: str = "") -> None:
        self._keep(error(code, message, place(self._file, mark), hint))

    def _keep(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) == MOST_PROBLEMS:
            message = f"more than {MOST_PROBLEMS} problems; the rest of the file was not read"
            self.problems.append(error("too-many-problems", message, problem.place))
            raise _BrokenOffError

    def _stop(self, code: str, message: str, mark: Mark, hint: str = "") -> None:
        self._report(code, message, mark, hint)
        raise _BrokenOffError


# a quote or bracket that is never closed is found out only where the file ends or makes no sense any more
_LEFT_OPEN = (
    "while scanning a quoted scalar",
    "while parsing a flow sequence",
    "while parsing a flow mapping",
)


def _syntax(fault: yaml.YAMLError, file: str) -> Problem:
    """What the parser says, with its place."""
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if getattr(fault, "context", None) in _LEFT_OPEN:
        mark = getattr(fault, "context_mark", None) or mark
    message = getattr(fault, "problem", None) or getattr(fault, "reason", None) or str(fault)
    where = Place(file) if mark is None else place(file, mark)
    hint = "A text that holds ': ' or starts with one of [ ] { } ` @ % * & ! | > needs quotes."
    return error("syntax", f"not readable as YAML: {message}", where, hint)


HANDLERS: Final[dict[type[yaml.Event], Callable[[_Builder, Any], None]]] = {
    yaml.StreamStartEvent: _Builder.ignore,
    yaml.StreamEndEvent: _Builder.end_stream,
    yaml.DocumentStartEvent: _Builder.start_document,
    yaml.DocumentEndEvent: _Builder.ignore,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.MappingStartEvent: _Builder.start_mapping,
    yaml.MappingEndEvent: _Builder.end,
    yaml.SequenceStartEvent: _Builder.start_sequence,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.AliasEvent: _Builder.alias,
}
