"""What a page offers to save as PDF or to print: asks where to, does it, and says what came of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from certstudy.gui.files import ask_where
from certstudy.gui.paper import Images, print_out, save_pdf
from certstudy.gui.room import Room
from certstudy.present.paper import Printout
from certstudy.present.words import _

Laid = Callable[[], tuple[Printout, Images]]
"""Makes what is printed, with its pictures; WorldError where one cannot be read."""


def ask_for_pdf(parent: QWidget, room: Room, title: str, name: str, laid: Laid) -> None:
    """Ask where to save a PDF, under the dialog's title and with a name to begin with, and save it there."""
    path = ask_where(parent, title, name, _("PDF (*.pdf)"))
    if path is not None:
        save_as_pdf(room, laid, path)


def save_as_pdf(room: Room, laid: Laid, path: Path) -> None:
    """Save a PDF and say where it is; a fault of the disk goes to the banner."""

    def write() -> Path:
        page, images = laid()
        return save_pdf(page, path, images)

    written = room.operations.perform(write)
    if written is not None:
        room.navigator.toast(_("Saved: {file}").format(file=written.name))


def print_on_paper(parent: QWidget, room: Room, laid: Laid) -> None:
    """Ask for a printer, print, and say so."""
    ready = room.operations.perform(laid)
    if ready is not None and print_out(ready[0], parent, ready[1]):
        room.navigator.toast(_("Handed to the printer"))
