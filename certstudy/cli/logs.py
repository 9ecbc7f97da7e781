"""What `evaluate` and `forecast` share: reading the files that were named."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from certstudy.cli.progress import Progress
from certstudy.core.response_log import Listed, Logged
from certstudy.exchange.response_log import ResponseLog, read_items
from certstudy.present.words import _
from certstudy.study.log_knowledge import Knowledge, trained, untrained


@dataclass(frozen=True, slots=True)
class Files:
    """A log, and what may be known beforehand: a list of items, other people's answers."""

    log: Path
    items: Path | None = None
    train: Path | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What the files hold; the log itself is read as it is used."""

    log: ResponseLog
    knowledge: Knowledge
    train: tuple[Logged, ...]


def read(files: Files, progress: Progress) -> Read:
    """Read items and other people's answers and fit the items to them; WorldError names what is wrong."""
    listed: dict[str, Listed] = read_items(files.items) if files.items else {}
    log = ResponseLog(files.log, listed)
    if files.train is None:
        return Read(log, untrained(listed), ())
    rows = tuple(progress.through(ResponseLog(files.train, listed), _("Reading")))
    knowledge = trained(rows, listed, partial(progress.tell, _("Fitting the items")))
    progress.end()
    return Read(log, knowledge, rows)
