"""Plain text for terminals: aligned tables and JSON."""

import json
import sys
from collections.abc import Sequence
from typing import Any, TextIO


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
    """Print a value as JSON for machines, always in UTF-8."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def emit(text: str) -> None:
    """Print text for people; characters the terminal cannot show are replaced, never fatal."""
    _write(text, sys.stdout)


def complain(text: str) -> None:
    """The same beside the output, where it spoils no table and no JSON."""
    _write(text, sys.stderr)


def _write(text: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
