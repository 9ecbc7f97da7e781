"""A question's own lines in its file, for a report of an error; read when asked for, without parsing."""

from pathlib import Path

from certstudy.bank.folder import LARGEST_FILE
from certstudy.core.errors import ContentError
from certstudy.core.question import Question, QuestionSource

SHIPPED = "content"


def question_source(folder: Path, question: Question) -> QuestionSource:
    """Where the question is written in the pack of that folder; ContentError if it does not stand there any more."""
    name, line, column = question.source.rsplit(":", 2)
    text = _text(folder / name)
    lines = text.split("\n")
    first = int(line)
    if first > len(lines) or question.id not in "".join(lines[first - 1 : _end(lines, first, int(column))]):
        raise ContentError(
            f"The question {question.id} no longer stands at {question.source}.",
            "The file was changed since it was read. Your progress is safe.",
            "Start the app again, then report the error.",
        )
    prefix = f"{SHIPPED}/{folder.name}/" if folder.parent.name == SHIPPED else ""
    return QuestionSource(question.id, prefix + name, text, first, _end(lines, first, int(column)))


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", errors="replace", newline="") as stream:
            return stream.read(LARGEST_FILE)
    except OSError as fault:
        raise ContentError(
            f"{path} cannot be read: {fault}.",
            "Your progress is kept elsewhere and is safe.",
            "Check that the file is there and that you may read it.",
        ) from fault


def _end(lines: list[str], first: int, column: int) -> int:
    """The last line of the block: all that is indented as far as its first key, without blank lines at the end."""
    last = first
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip():
            if len(line) - len(line.lstrip(" ")) < column - 1:
                break
            last = number
    return last
