"""Saves dates as a calendar file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from certstudy.gui.files import ask_where, write_file
from certstudy.gui.room import Room
from certstudy.present.calendar import Event, calendar_text
from certstudy.present.words import _


def ask_for_calendar(parent: QWidget, room: Room, events: Sequence[Event], name: str) -> None:
    """Asks where to and saves the events there."""
    path = ask_where(parent, _("Save calendar file"), name, _("Calendar files (*.ics)"))
    if path is not None:
        save_calendar(room, events, path)


def save_calendar(room: Room, events: Sequence[Event], path: Path) -> None:
    """Saves the events and says so; a fault of the disk goes to the banner."""
    content = calendar_text(events, room.desk.now().utc).encode()
    saved = room.operations.perform(lambda: write_file(path, content))
    if saved is not None:
        said = _("{file} is saved. Open it, and your calendar takes the dates in.")
        room.navigator.toast(said.format(file=saved.name))
