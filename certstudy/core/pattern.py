r"""Patterns for typed answers that no input can make slow.

The common part of regular expressions: characters, `.`, `[a-z]`, `\d \w \s` and their opposites, `( | )`, `? * +` and
`{m,n}`. A pattern is matched against a whole line by Thompson's construction (Thompson, "Regular expression search
algorithm", CACM 11(6), 1968): the time is the product of both lengths, where backtracking engines can take
exponential time.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

LONGEST_PATTERN = 400
MOST_STATES = 2_000
DEEPEST = 20
ENDLESS = -1

Test = Callable[[str], bool]

_CLASSES: dict[str, Test] = {
    "d": str.isdecimal,
    "w": lambda c: c.isalnum() or c == "_",
    "s": str.isspace,
}


def _anything(_character: str) -> bool:
    return True


class PatternError(ValueError):
    """The pattern uses what is not known here; `at` is the place, counted from 0."""

    def __init__(self, message: str, at: int) -> None:
        """Say what and where."""
        super().__init__(message)
        self.at = at


class Pattern:
    """A pattern ready to match; PatternError if it is none."""

    def __init__(self, text: str) -> None:
        """Compile the pattern."""
        self._program = _compiled(text)

    def matches(self, line: str) -> bool:
        """Whether the pattern describes the whole line."""
        program = self._program
        current = program.closure((program.start,))
        for character in line:
            current = program.closure(program.step(current, character))
            if not current:
                return False
        return program.end in current


class _Program:
    """States with their free moves and their moves by a character."""

    def __init__(self) -> None:
        self.free: list[list[int]] = []
        self.moves: list[tuple[Test, int] | None] = []
        self.start = self.end = 0

    def state(self, at: int) -> int:
        if len(self.free) >= MOST_STATES:
            raise PatternError("the pattern stands for too many repetitions", at)
        self.free.append([])
        self.moves.append(None)
        return len(self.free) - 1

    def closure(self, states: Iterable[int]) -> frozenset[int]:
        found = set(states)
        waiting = list(found)
        while waiting:
            for after in self.free[waiting.pop()]:
                if after not in found:
                    found.add(after)
                    waiting.append(after)
        return frozenset(found)

    def step(self, states: Iterable[int], character: str) -> list[int]:
        moves = (self.moves[state] for state in states)
        return [move[1] for move in moves if move is not None and move[0](character)]


Span = tuple[int, int]


@lru_cache(maxsize=256)
def _compiled(text: str) -> _Program:
    if len(text) > LONGEST_PATTERN:
        raise PatternError(f"the pattern is longer than {LONGEST_PATTERN} characters", LONGEST_PATTERN)
    return _Parser(text).program()


class _Parser:
    """Recursive descent; each part of the pattern becomes a span of states."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._depth = 0
        self._program = _Program()

    def program(self) -> _Program:
        if self._text.startswith("^"):
            self._at = 1
        self._program.start, self._program.end = self._either()
        if self._peek() == "$" and self._at == len(self._text) - 1:
            self._at += 1
        if self._at < len(self._text):
            raise PatternError(f"{self._text[self._at]!r} is not understood here", self._at)
        return self._program

    def _peek(self) -> str:
        return self._text[self._at : self._at + 1]

    def _take(self) -> str:
        character = self._peek()
        if not character:
            raise PatternError("the pattern ends too early", self._at)
        self._at += 1
        return character

    def _either(self) -> Span:
        spans = [self._row()]
        while self._peek() == "|":
            self._at += 1
            spans.append(self._row())
        if len(spans) == 1:
            return spans[0]
        start, end = self._state(), self._state()
        for first, last in spans:
            self._program.free[start].append(first)
            self._program.free[last].append(end)
        return start, end

    def _row(self) -> Span:
        start = end = self._state()
        while (next_one := self._peek()) and next_one not in "|)":
            if next_one == "$" and self._at == len(self._text) - 1:
                break
            first, last = self._repeated()
            self._program.free[end].append(first)
            end = last
        return start, end

    def _repeated(self) -> Span:
        begin = self._at
        span = self._atom()
        after = self._at
        least, most = self._times()
        if (least, most) == (1, 1):
            return span
        if self._peek() and self._peek() in "?*+{":
            raise PatternError("a repetition of a repetition is not understood", self._at)
        resume, self._at = self._at, after
        whole = self._unrolled(span, begin, least, most)
        self._at = resume
        return whole

    def _unrolled(self, span: Span, begin: int, least: int, most: int) -> Span:
        start = end = self._state()
        copies = max(1, least, most)
        for copy in range(copies):
            first, last = span if copy == 0 else self._again(begin)
            entry = end
            self._program.free[entry].append(first)
            end = self._state()
            self._program.free[last].append(end)
            if copy >= least:
                self._program.free[entry].append(end)
            if most == ENDLESS and copy == copies - 1:
                self._program.free[end].append(first)
        return start, end

    def _again(self, begin: int) -> Span:
        """One more copy of the part that begins there."""
        self._at = begin
        return self._atom()

    def _times(self) -> tuple[int, int]:
        sign = self._peek()
        simple = {"?": (0, 1), "*": (0, ENDLESS), "+": (1, ENDLESS)}
        if sign in simple and sign:
            self._at += 1
            return simple[sign]
        if sign != "{":
            return 1, 1
        begin, self._at = self._at, self._at + 1
        least = self._number()
        most = least
        if self._peek() == ",":
            self._at += 1
            most = ENDLESS if self._peek() == "}" else self._number()
        if self._take() != "}" or (most != ENDLESS and most < max(1, least)):
            raise PatternError("a repetition is written {m}, {m,} or {m,n}", begin)
        return least, most

    def _number(self) -> int:
        begin = self._at
        while self._peek().isdecimal():
            self._at += 1
        if begin == self._at:
            raise PatternError("a number is missing", begin)
        return min(int(self._text[begin : self._at]), MOST_STATES)

    def _atom(self) -> Span:
        at = self._at
        character = self._take()
        if character == "(":
            return self._group(at)
        if character in ")?*+{}]^$":
            raise PatternError(f"{character!r} is not understood here", at)
        test = self._test(character)
        start, end = self._state(), self._state()
        self._program.moves[start] = (test, end)
        return start, end

    def _group(self, at: int) -> Span:
        if self._text.startswith("?:", self._at):
            self._at += 2
        elif self._peek() == "?":
            raise PatternError("only plain groups are understood", at)
        self._depth += 1
        if self._depth > DEEPEST:
            raise PatternError(f"groups are nested deeper than {DEEPEST} levels", at)
        span = self._either()
        self._depth -= 1
        if self._peek() != ")":
            raise PatternError("a group is not closed", at)
        self._at += 1
        return span

    def _test(self, character: str) -> Test:
        if character == ".":
            return _anything
        if character == "[":
            return self._class()
        if character == "\\":
            return self._escaped()
        return character.__eq__

    def _escaped(self) -> Test:
        at = self._at
        character = self._take()
        if character.lower() in _CLASSES:
            test = _CLASSES[character.lower()]
            return test if character.islower() else lambda c: not test(c)
        if character.isalnum():
            raise PatternError(f"\\{character} is not understood", at)
        return character.__eq__

    def _class(self) -> Test:
        at = self._at - 1
        turned = self._peek() == "^"
        self._at += turned
        tests: list[Test] = []
        while self._peek() != "]" or not tests:
            if not self._peek():
                raise PatternError("a class is not closed", at)
            tests.append(self._member())
        self._at += 1
        return lambda c: any(test(c) for test in tests) != turned

    def _member(self) -> Test:
        at = self._at
        low = self._take()
        if low == "\\":
            if self._peek().lower() in _CLASSES:
                return self._escaped()
            low = self._take()
        if self._peek() != "-" or self._text[self._at + 1 : self._at + 2] in ("]", ""):
            return low.__eq__
        self._at += 1
        high = self._take()
        if high == "\\":
            high = self._take()
        if high < low:
            raise PatternError("a range runs backwards", at)
        return lambda c: low <= c <= high

    def _state(self) -> int:
        return self._program.state(self._at)
