"""A process that shows the questions of hostile packs in the window's own widgets, and reports as lines of JSON.

`python -m tests.faults.hostile.showing FOLDER` takes paths of packs from its input, one a line.
"""

import json
import sys
import time
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from certstudy.bank.catalog import CompiledCatalog, open_catalog
from certstudy.core.errors import WorldError
from certstudy.core.question import Question
from certstudy.core.response import NOTHING
from certstudy.gui.question.exhibits import Exhibits
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.question_panel import QuestionPanel
from certstudy.gui.theme import Scheme, Theme, register_fonts
from certstudy.present.question import question_view
from tests.faults.hostile.reading import pictures


@dataclass
class Shown:
    """How long the slowest question of a pack took, in seconds, and what broke."""

    seconds: float = 0.0
    crash: str = ""


class Screen:
    """What questions are shown with."""

    def __init__(self) -> None:
        """Dress the application."""
        register_fonts()
        self.theme = Theme(Scheme.LIGHT)

    def show(self, catalog: CompiledCatalog, question: Question) -> None:
        """Draw a question before and after its verdict, with its exhibits and pictures in the light and the dark."""
        drawn = Pictures(self.theme, catalog.picture)
        panel = QuestionPanel(self.theme, drawn)
        exhibits = Exhibits(self.theme, drawn)
        for response, checked in ((NOTHING, False), (question.task.model, True)):
            view = question_view(catalog.syllabus, question, response, checked)
            panel.show_question(view, checked=checked)
            exhibits.show_exhibits(view.exhibits)
            for widget in (panel, exhibits):
                widget.resize(700, 900)
                widget.grab()
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            self.theme.set_scheme(scheme)
            for picture in pictures(question):
                try:
                    drawn.pixmap(picture, QSize(60, 60), 2.0)
                except WorldError:
                    continue
        panel.deleteLater()
        exhibits.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(screen: Screen, pack: Path, cache: Path) -> Shown:
    """Show the hostile question of a pack."""
    found = Shown()
    try:
        with closing(open_catalog(pack, cache)) as catalog:
            began = time.perf_counter()
            screen.show(catalog, catalog.question("hostile"))
            QApplication.processEvents()
            found.seconds = time.perf_counter() - began
    except Exception as fault:  # noqa: BLE001  # what must not happen is told, not raised
        found.crash = f"{type(fault).__name__}: {fault}"[:300]
    return found


def main() -> None:
    """Serve the packs that come in."""
    application = QApplication([])
    screen = Screen()
    screen.theme.apply(application)
    for line in sys.stdin:
        pack = Path(json.loads(line))
        print(json.dumps(asdict(shown(screen, pack, Path(sys.argv[1])))), flush=True)


if __name__ == "__main__":
    main()
