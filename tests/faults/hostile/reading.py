"""A process that reads hostile files as the app does, and reports what came of each as a line of JSON.

`python -m tests.faults.hostile.reading FOLDER` takes paths from its input, one a line as JSON: [reader, path]. Where
the system can fork, each is read in a process of its own.
"""

import json
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from certstudy.bank.archive import unpacked
from certstudy.bank.catalog import CompiledCatalog, open_catalog
from certstudy.bank.lint.report import report
from certstudy.core.errors import WorldError
from certstudy.core.grading import grade
from certstudy.core.note import Passage
from certstudy.core.picture import Picture
from certstudy.core.question import PictureExhibit, Question
from certstudy.core.response import NOTHING, Written
from certstudy.core.tasks import Hotspot, ShortAnswer
from certstudy.exchange.response_log import ResponseLog
from certstudy.present import markup
from certstudy.present.links import link_title
from certstudy.present.question import question_view
from certstudy.study.evaluation import evaluated
from certstudy.study.log_knowledge import untrained
from tests.faults.hostile.case import Reader
from tests.faults.hostile.guard import Guard

LONGEST = 30
TODAY = date(2026, 11, 25)
HOSTILE_ANSWERS = ("a" * 199 + "!", "ab" * 100, "\u202e" * 50, "é" * 200, "1e308")


@dataclass
class Outcome:
    """What came of a file; `peak` is in megabytes."""

    problems: list[tuple[str, str, int, int, str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    refused: str = ""
    crash: str = ""
    deeds: list[str] = field(default_factory=list)
    seconds: float = 0.0
    peak: float = 0.0


def outcome(reader: Reader, path: Path, own: Path) -> Outcome:
    """Read a file under watch; everything the app makes lies in the folder `own`."""
    found = Outcome()
    guard = Guard(own, (path if path.is_dir() else path.parent,))
    began = time.perf_counter()
    try:
        guard.watching(lambda: _READERS[reader](path, own, found))
    except WorldError as fault:
        found.refused = str(fault)
    except BaseException as fault:  # noqa: BLE001  # what must not happen is told, not raised
        found.crash = f"{type(fault).__name__}: {fault}"[:500]
    found.seconds = time.perf_counter() - began
    found.deeds = guard.deeds
    found.peak = _peak()
    return found


def _peak() -> float:
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0.0
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _read_pack(path: Path, own: Path, found: Outcome) -> None:
    with closing(open_catalog(path, own / "cache")) as catalog:
        found.problems = [
            (p.code, p.place.file, p.place.line, p.place.column, p.message, p.hint) for p in catalog.problems
        ]
        found.ids = [entry.id for entry in catalog.entries]
        for question_id in found.ids:
            _used(catalog, catalog.question(question_id))
        for objective in catalog.notes:
            note = catalog.note(objective)
            for block in note.blocks if note else ():
                if isinstance(block, Passage):
                    markup.block(block.text)
        catalog.search('"hostile" OR *')
    report(path, TODAY)


def _used(catalog: CompiledCatalog, question: Question) -> None:
    """Everything that is done with a question."""
    for response, checked in ((NOTHING, False), (question.task.model, True)):
        question_view(catalog.syllabus, question, response, checked)
    grade(question, question.task.model)
    if isinstance(question.task, ShortAnswer):
        for typed in HOSTILE_ANSWERS:
            grade(question, Written(typed))
    for reference in question.references:
        link_title(reference.title, reference.url)
    for picture in pictures(question):
        catalog.picture(picture.src)
    catalog.source(question.id)


def pictures(question: Question) -> Iterator[Picture]:
    """The pictures a question shows."""
    if isinstance(question.task, Hotspot):
        yield question.task.picture
    for exhibit in question.exhibits:
        if isinstance(exhibit, PictureExhibit):
            yield exhibit.picture


def _read_zip(path: Path, own: Path, found: Outcome) -> None:
    _read_pack(unpacked(path, own / "cache"), own, found)


def _read_log(path: Path, own: Path, found: Outcome) -> None:
    evaluated(ResponseLog(path), untrained({}), {})


_READERS: dict[Reader, Any] = {Reader.PACK: _read_pack, Reader.ZIP: _read_zip, Reader.LOG: _read_log}


def main() -> None:
    """Serve the paths that come in."""
    own = Path(sys.argv[1])
    for number, line in enumerate(sys.stdin):
        reader, path = json.loads(line)
        place = own / f"own-{number}"
        if hasattr(os, "fork"):
            sys.stdout.flush()
            child = os.fork()
            if child:
                _pid, status = os.waitpid(child, 0)
                if status:
                    print(json.dumps(asdict(Outcome(crash=f"the process ended with {status}"))), flush=True)
                continue
            signal.alarm(LONGEST)
        place.mkdir()
        print(json.dumps(asdict(outcome(Reader(reader), Path(path), place))), flush=True)
        if hasattr(os, "fork"):
            os._exit(0)


if __name__ == "__main__":
    main()
