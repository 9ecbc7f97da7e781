"""Opens the window: the kept Today screen at once, then the record and the catalogue on the worker."""

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from certstudy import paths
from certstudy.app.clock import local_time
from certstudy.app.crash import watch
from certstudy.app.places import Places, make_folder
from certstudy.app.snapshot import Snapshot, keep_snapshot, read_snapshot
from certstudy.core.changes import Changes
from certstudy.core.errors import WorldError
from certstudy.core.moment import moment_of
from certstudy.gui.operations import Operations
from certstudy.gui.theme import ARGUMENTS, Scheme, Theme, register_fonts
from certstudy.gui.window import Window
from certstudy.present.today_view import TodayView

if TYPE_CHECKING:
    from certstudy.app.opening import Opened

# after a change the learner reads for so long, and nothing is held up by tidying
QUIET_MS = 1_500
# how long the worker may keep Python to itself while the window wants to paint; at the usual 5 ms loading doubles
# the time that the first screen takes to be painted once more
TURN_SECONDS = 0.0002
# what the window system puts around a window: a title above, edges beside
FRAME = QSize(8, 40)
APPLICATION_ID = "io.github.certstudy.CertStudy"


def run_window(places: Places) -> int:
    """Show the window until it is closed; the exit code of the event loop."""
    QGuiApplication.setDesktopFileName(APPLICATION_ID)
    app = QApplication(ARGUMENTS)
    app.setApplicationName("CertStudy")
    app.setApplicationDisplayName("CertStudy")
    session = WindowSession(app, places)
    session.open()
    code = app.exec()
    session.close()
    return code


class WindowSession:
    """One window with what it has opened."""

    def __init__(self, app: QApplication, places: Places) -> None:
        self._app, self._places = app, places
        sys.setswitchinterval(TURN_SECONDS)
        self._opened: Opened | None = None
        register_fonts()
        snapshot = read_snapshot(places.data, _today())
        self.theme = Theme(snapshot.scheme, snapshot.scale) if snapshot else Theme()
        if snapshot is not None:
            self.theme.reduced_motion, self.theme.show_keys = snapshot.reduced_motion, snapshot.show_keys
        self.theme.apply_base(app)
        self.operations = Operations(app)
        self._quiet = QTimer(app)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._tidy)
        self.window = Window(self.theme, self.operations)
        self.window.setWindowTitle("CertStudy")
        self._place(snapshot.place if snapshot is not None else "")
        if snapshot is not None:
            self.window.show_today(snapshot.today)

    def open(self) -> None:
        """Show the window; once it is painted, load."""
        self.window.painted.connect(self._painted)
        self.window.show()
        self.window.today.renewed.connect(self._keep)
        self.operations.changed.connect(self._follow_preferences)
        self.operations.changed.connect(lambda _changes: self._quiet.start())
        watch(self._places.data, self._tell_crash, self.operations.failed.emit)

    def load(self) -> None:
        """Open the record and the catalogue on the worker, then let the window in."""
        self.operations.in_background(self._open_desk, self._enter, self._refuse)

    def _place(self, kept: str) -> None:
        """Where it stood last, which Qt corrects where the screen has changed, or within the screen."""
        if not self.window.restoreGeometry(QByteArray.fromBase64(kept.encode())):
            room = self.window.screen().availableSize() - FRAME
            self.window.resize(self.window.size().boundedTo(room))

    def _tidy(self) -> None:
        """What would otherwise fall due in the middle of an answer."""
        gc.collect()
        if self._opened is not None:
            self.operations.in_background(self._opened.store.fold, lambda _done: None)
            self.operations.in_background(self._opened.store.back_up_daily, lambda _made: None)

    def close(self) -> None:
        """Keep the Today screen for the next start and close what is open."""
        self._quiet.stop()
        # a page keeps what is under way when it is hidden, which a window that is shut with the system was not yet
        self.window.hide()
        self.operations.close()
        if self._opened is not None:
            self.window.today.renew_now()
            self._opened.close()
            self._opened = None

    def _painted(self) -> None:
        from certstudy.gui.widgets.reading import install_plot_readers  # noqa: PLC0415  # asked from now on

        install_plot_readers()
        self.theme.apply(self._app)
        self.load()

    def _open_desk(self) -> "Opened":
        from certstudy.app.opening import open_desk  # noqa: PLC0415  # on the worker, after the first paint

        make_folder(self._places.data)
        # known at once: a window that is closed meanwhile never hears of it, and must let go of it all the same
        self._opened = open_desk(self._places)
        return self._opened

    def _enter(self, opened: "Opened") -> None:
        from PySide6.QtGui import QIcon  # noqa: PLC0415

        from certstudy.gui.room import Room  # noqa: PLC0415

        self._dress()
        self.window.setWindowIcon(QIcon(str(paths.bundled("resources") / "app-icon.svg")))
        self.window.enter(Room(self.theme, opened.desk, self.operations, self.window, opened))
        self.operations.in_background(_warm, lambda _done: self._prepare())
        self.operations.in_background(opened.store.back_up_daily, lambda _made: None)
        if opened.place_warning:
            self.window.toast(opened.place_warning)

    def _prepare(self) -> None:
        self.window.prepare()
        # what is there now stays to the end: to search it for garbage again and again would hold up an answer
        gc.freeze()

    def _refuse(self, fault: WorldError) -> None:
        page = self.window.refuse(fault)
        page.again.connect(self._retry)
        page.folder.connect(lambda: self.window.open_folder(str(self._places.data)))

    def _retry(self) -> None:
        self.window.forgive()
        self.load()

    def _follow_preferences(self, changes: Changes) -> None:
        if changes & Changes.PREFERENCES:
            self._dress()

    def _dress(self) -> None:
        """Let the theme follow the learner's settings."""
        if self._opened is None:
            return
        kept = self._opened.desk.history.preferences()
        if self.theme.scheme.value != kept.appearance.value:
            self.theme.set_scheme(Scheme(kept.appearance.value))
        if self.theme.metrics.scale != kept.text_scale:
            self.theme.set_scale(kept.text_scale)
        if self.theme.show_keys != kept.show_keys:
            self.theme.set_show_keys(kept.show_keys)
        self.theme.set_reduced_motion(kept.reduce_motion)

    def _keep(self, view: TodayView) -> None:
        theme = self.theme
        look = (theme.scheme, theme.metrics.scale, theme.reduced_motion, theme.show_keys)
        place = bytes(self.window.saveGeometry().toBase64().data()).decode()
        keep_snapshot(self._places.data, Snapshot(view, _today(), *look, place))

    def _tell_crash(self, report: str, place: str) -> None:
        from certstudy.gui.crash_dialog import CrashDialog  # noqa: PLC0415

        CrashDialog(self.theme, report, place, self.window).open()


def _warm() -> None:
    """Do what the first question would wait for, while the learner reads the plan."""
    import certstudy.gui.practice.quiz_page  # noqa: PLC0415, F401
    from certstudy.present import markup  # noqa: PLC0415

    markup.warm()


def _today() -> int:
    return moment_of(local_time()).day
