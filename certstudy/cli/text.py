"""Plain text for terminals: aligned tables and JSON."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

from certstudy.core.errors import WorldError
from certstudy.present.words import _


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows as aligned columns, the first row being the head; `right` names the columns of figures."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if i in right else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def emit_json(value: Any) -> None:
    """Print a value as JSON for machines, in UTF-8 whatever the terminal speaks; raises WorldError as `emit` does."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    # bytes of a file name that are no UTF-8 become escapes, which JSON has too
    data = text.encode("utf-8", "backslashreplace")
    with _output() as stream:
        stream.flush()
        stream.buffer.write(data)


def emit(text: str) -> None:
    """Print text for people; characters the terminal cannot show are replaced.

    All of it leaves the program at once, so that a full disk is told: WorldError.
    """
    ask(text + "\n")


def ask(text: str) -> None:
    """The same without an end of the line, for what is answered on it."""
    with _output() as stream:
        stream.write(_as_shown(text, stream))


def complain(text: str) -> None:
    """The same beside the output, where it spoils no table and no JSON; where nobody listens it is let go."""
    beside(text + "\n")


def beside(text: str) -> None:
    """The same without an end of the line."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        sys.stderr.write(_as_shown(text, sys.stderr))
        sys.stderr.flush()


def _as_shown(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "replace").decode(encoding)


@contextmanager
def _output() -> Iterator[TextIO]:
    """Standard output, flushed at the end; WorldError if it is closed or full, BrokenPipeError if nobody reads."""
    remedy = _("Send the output to a place that takes it, and run the command again.")
    if sys.stdout is None:
        raise WorldError(_("There is nowhere to print to: standard output is closed."), remedy=remedy)
    try:
        yield sys.stdout
        sys.stdout.flush()
    except OSError as fault:
        _let_go_of_output()
        if isinstance(fault, BrokenPipeError):
            raise
        reason = fault.strerror or fault
        raise WorldError(
            _("The output cannot be written: {reason}.").format(reason=reason), remedy=remedy
        ) from fault


def _let_go_of_output() -> None:
    """What could not be written is not tried again when the program ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with suppress(OSError):
        os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
