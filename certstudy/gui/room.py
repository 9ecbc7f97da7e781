"""What a page works with: the look, the use cases' desk, how to run them, and where one can go."""

from dataclasses import dataclass

from certstudy.gui.navigator import Navigator
from certstudy.gui.operations import Operations
from certstudy.gui.theme import Theme
from certstudy.study.desk import Desk
from certstudy.study.ports import Keeping


@dataclass(frozen=True, slots=True)
class Room:
    """Handed to each page when the record and the catalogue are open."""

    theme: Theme
    desk: Desk
    operations: Operations
    navigator: Navigator
    keeping: Keeping | None = None
