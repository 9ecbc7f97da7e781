"""What the commands work with; the composition root fills it in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from certstudy.study.desk import Desk
from certstudy.study.forgetting import Fitter
from certstudy.study.ports import Catalog


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where things are and how to open them; each opener raises WorldError with what to do.

    `desk` is a context manager, because the record is closed again when a command ends; `fitter` is None where the
    package it comes from is not installed.
    """

    content: Path
    data: Path
    catalog: Callable[[], Catalog]
    desk: Callable[[], AbstractContextManager[Desk]]
    pictures: Callable[[Path], list[Path]]
    fitter: Callable[[], Fitter | None] = lambda: None
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
