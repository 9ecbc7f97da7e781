"""An error in a question as a patch that can be applied to its file as it stands."""

from difflib import unified_diff

from certstudy.core.question import QuestionSource

NO_NEWLINE = "\n\\ No newline at end of file\n"


def patch(source: QuestionSource, edited: str, remark: str = "") -> str:
    """A unified diff from the file to the one with the edited block, headed by the remark as `#` lines.

    A remark without an edit becomes a comment above the question; with neither the patch is empty.
    """
    if not is_edited(source, edited):
        if not remark.strip():
            return ""
        edited = _comment(source, remark) + source.block
    before, after = _lines(source.text), _lines(_replaced(source, edited))
    old, new = _name("a", source.path), _name("b", source.path)
    diff = list(unified_diff(before, after, old, new, lineterm="\n"))
    return "".join(
        (_head(source, remark), f"diff --git a/{source.path} b/{source.path}\n", *map(_ended, diff))
    )


def is_edited(source: QuestionSource, edited: str) -> bool:
    """Whether the text differs from the block in more than line ends."""
    return _normal(edited) != _normal(source.block)


def _head(source: QuestionSource, remark: str) -> str:
    words = [f"{source.question} ({source.path}:{source.first})", *remark.strip().splitlines()]
    return "".join(f"# {line}".rstrip() + "\n" for line in words) + "\n"


def _comment(source: QuestionSource, remark: str) -> str:
    indent = " " * (len(source.block) - len(source.block.lstrip(" ")))
    return "".join(f"{indent}# {line}".rstrip() + "\n" for line in remark.strip().splitlines())


def _replaced(source: QuestionSource, edited: str) -> str:
    """The whole file with the edited block in the line ends of the old one."""
    lines = source.text.split("\n")
    block = _normal(edited).split("\n")
    if source.block.endswith("\r\n") or "\r\n" in source.block:
        last_has_no_end = source.last == len(lines)
        block = [f"{line}\r" for line in block[:-1]] + [block[-1] if last_has_no_end else f"{block[-1]}\r"]
    return "\n".join((*lines[: source.first - 1], *block, *lines[source.last :]))


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n ")


def _lines(text: str) -> list[str]:
    """Lines as Git counts them: nothing but a line feed ends one."""
    parts = text.split("\n")
    return [f"{line}\n" for line in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + NO_NEWLINE


def _name(side: str, path: str) -> str:
    """A file's name in the head; after one with a space Git expects a tab."""
    return f"{side}/{path}" + ("\t" if " " in path else "")
