"""Faults that nobody caught: of our own a report is written, all are told, the app goes on where it can."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from certstudy import __version__
from certstudy.core.errors import WorldError

KEPT = 20


def report_text(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> str:
    """What happened, without any answer or note of the learner."""
    import platform  # noqa: PLC0415  # nobody should pay for these who does not crash
    import traceback  # noqa: PLC0415

    head = f"CertStudy {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    return head + "\n\n" + "".join(traceback.format_exception(kind, fault, trace))


def write_report(folder: Path, text: str) -> Path | None:
    """Keep the report, and the latest others; None where the disk refuses."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    path = folder / "reports" / f"{stamp}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for old in sorted(path.parent.glob("*.txt"))[:-KEPT]:
            old.unlink()
    except OSError:
        return None
    return path


def watch(folder: Path, tell: Callable[[str, str], None], excuse: Callable[[WorldError], None]) -> None:
    """From now on an exception nobody caught is written to the folder and told with (report, where it lies), once.

    A fault of the world, wherever it came up, is only excused: a page that reads while it is shown is no crash.
    """
    told: set[str] = set()

    def hook(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        from certstudy.gui.end_painting import end_painting  # noqa: PLC0415  # nor for this

        end_painting(trace)
        if isinstance(fault, WorldError):
            excuse(fault)
            return
        text = report_text(kind, fault, trace)
        # a program without a console has none on Windows
        if sys.stderr is not None:
            sys.stderr.write(text)
        # what cannot be painted comes up again with every painting, and while it is told
        if text not in told:
            told.add(text)
            tell(text, str(write_report(folder, text) or "-"))

    sys.excepthook = hook
