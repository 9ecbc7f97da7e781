"""Files that the learner asks for: where to, and their writing."""

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from certstudy.core.errors import WorldError
from certstudy.present.words import _

Place = QStandardPaths.StandardLocation

# the window remembers where the last file was saved
LAST_FOLDER = "last_folder"

_ENDING = re.compile(r"\*(\.\w+)")


def ask_where(
    parent: QWidget, title: str, name: str, kinds: str, place: Place = Place.DocumentsLocation
) -> Path | None:
    """Ask where a file is to be saved; None if one thinks better of it.

    `name` is what it might be called, without an ending; `kinds` are Qt's, such as "PDF (*.pdf)", the usual one first.
    What is typed without an ending gets that of the kind chosen. It begins in the folder last used, else in `place`.
    """
    window = _outermost(parent)
    folder = _first_there(window.property(LAST_FOLDER), QStandardPaths.writableLocation(place))
    usual = _ending(kinds)
    offered = str(folder / f"{_without_marks(name)}{usual}")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, offered, kinds)
    if not chosen:
        return None
    path = Path(chosen)
    window.setProperty(LAST_FOLDER, str(path.parent))
    return path if path.suffix else path.with_suffix(_ending(kind) or usual)


def write_file(path: Path, content: bytes) -> Path:
    """Write a file and return its path; WorldError where it cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise WorldError(
            _("{file} was not saved: {reason}.").format(file=path.name, reason=fault.strerror or fault),
            _("Your progress is untouched."),
            _("Choose another folder or name."),
        ) from fault
    return path


def _outermost(widget: QWidget) -> QWidget:
    parent = widget.parentWidget()
    return widget if parent is None else _outermost(parent)


def _first_there(*folders: str | None) -> Path:
    """The first folder that exists: in one that does not a dialog would begin where the program was started."""
    return next((Path(folder) for folder in folders if folder and Path(folder).is_dir()), Path.home())


def _ending(kinds: str) -> str:
    found = _ENDING.search(kinds)
    return found[1] if found else ""


def _without_marks(name: str) -> str:
    """A name that every system takes."""
    return "".join(c for c in name if c.isalnum() or c in " -_()").strip() or _("page")
