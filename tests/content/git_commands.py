"""Git commands that a pack shows, and a repository to run them in."""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from certstudy.bank.lint.snippets import snippets
from certstudy.bank.pack import Contents
from certstudy.core.note import Listing, Note, Passage, Sheet
from certstudy.core.question import Question
from certstudy.core.tasks import Choice

# programs of their own behind `git NAME`, which a machine may lack
ADDED = frozenset(("filter-repo", "lfs", "sizer"))

NOT_UNDERSTOOD = re.compile(
    r"unknown (option|switch|subcommand)|unrecognized argument|is not a git command|invalid --|unexpected token"
)
_SPAN = re.compile(r"`([^`\n]+)`")
_GAP = re.compile(r"\[\[\w+\]\]")
_OPERATORS = frozenset(("|", ">", "&&", "||", ";", "<"))


@dataclass(frozen=True, slots=True)
class Command:
    """A command as it stands in a question or a note."""

    where: str
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return shlex.join(self.words)


def commands(contents: Contents) -> Iterator[Command]:
    """Every Git command in prose, options, code and listings."""
    for where, prose, code in _texts(contents):
        lines = code.replace("\\\n", " ").splitlines()
        shown = [*_SPAN.findall(prose), *(line.strip().removeprefix("$ ") for line in lines)]
        for line in shown:
            if line.startswith("git ") and not _GAP.search(line):
                words = _words(line)
                if len(words) > 1 and words[1] not in ADDED:
                    yield Command(where, words)


def _texts(contents: Contents) -> Iterator[tuple[str, str, str]]:
    """What shows them, its prose and its code."""
    for question in contents.questions:
        code = "\n".join(part.code for part in snippets(question.exhibits, question.task))
        yield question.id, "\n".join(_prose(question)), code
    for page in contents.pages:
        if isinstance(page, Note | Sheet):
            prose = "\n".join(block.text for block in page.blocks if isinstance(block, Passage))
            code = "\n".join(block.code for block in page.blocks if isinstance(block, Listing))
            yield page.title, prose, code


def _prose(question: Question) -> Iterator[str]:
    yield question.stem
    yield question.explanation
    if isinstance(question.task, Choice):
        for option in question.task.options:
            yield from (option.text, option.why)


def _words(line: str) -> tuple[str, ...]:
    """The first command of a line, without a comment; none if a quote is open."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    try:
        return tuple(takewhile(lambda word: word not in _OPERATORS, lexer))
    except ValueError:
        return ()


class Scratch:
    """Scratch(git, folder).refusal(command): a repository with a remote, branches and tags, for commands to try."""

    def __init__(self, git: str, folder: Path) -> None:
        self._git, self._place = git, folder / "clone"
        self._env = {
            **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            # a file that may be written: a command that sets something for all repositories replaces it
            "GIT_CONFIG_GLOBAL": str(folder / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_EDITOR": "true",
            # nothing leaves the machine, whatever a pack says
            "GIT_ALLOW_PROTOCOL": "file",
            "LC_ALL": "C",
            **{
                f"GIT_{who}_{what}": "a@example.com"
                for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
        }
        self._run(folder, "init", "-q", "-b", "main", str(self._place))
        for name in ("one", "three"):
            (self._place / name).write_text(f"{name}\n", encoding="utf-8")
            self._run(self._place, "add", name)
            self._run(self._place, "commit", "-q", "-m", name)
            self._run(self._place, "tag", f"v{len(name)}")
        self._run(folder, "clone", "-q", "--bare", str(self._place), str(folder / "origin.git"))
        self._run(self._place, "remote", "add", "origin", str(folder / "origin.git"))
        self._run(self._place, "fetch", "-q")

    def refusal(self, command: Command) -> str:
        """What Git says if it does not understand; a commit or file that is not there is no matter."""
        said = self._run(self._place, *command.words[1:])
        return said if NOT_UNDERSTOOD.search(said) else ""

    def _run(self, folder: Path, *words: str) -> str:
        made = subprocess.run(
            [self._git, *words],
            cwd=folder,
            env=self._env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return made.stderr
