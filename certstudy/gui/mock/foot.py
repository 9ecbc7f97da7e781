"""The foot of the exam room: end at the left; previous, review, next at the right."""

from PySide6.QtWidgets import QHBoxLayout

from certstudy.gui.mock.ink import Ground, RoomButton
from certstudy.gui.theme import Theme
from certstudy.present.mock_room import RoomView
from certstudy.present.words import _


class Foot(Ground):
    """The verbs that fit what is on the screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "tool", "top")
        self._theme = theme
        self.end = RoomButton(theme, _("End exam"))
        self.previous = RoomButton(theme, _("Previous"), icon="chevron-left")
        self.review = RoomButton(theme, _("Review"))
        self.next = RoomButton(theme, _("Next"), "primary", "chevron-right", trailing=True)
        self.previous.setToolTip(_("Previous question (Alt+P)"))
        self.review.setToolTip(_("The questions of this section at a glance (Alt+R)"))
        self.next.setToolTip(_("Next (Alt+N)"))
        self.end.setToolTip(_("End this section, or the exam (Alt+E)"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.end)
        self._row.addStretch(1)
        for part in (self.previous, self.review, self.next):
            self._row.addWidget(part)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_question(self, view: RoomView) -> None:
        """The verbs of a question; the last one of a section leads on to its review, or out of a series."""
        self._show_end(view)
        self.end.setVisible(view.returnable)
        self.previous.setVisible(view.returnable)
        self.previous.setEnabled(not view.first)
        self.review.setVisible(view.returnable and not view.last)
        if not view.last:
            self.next.set_words(_("Next"))
        elif view.returnable:
            self.next.set_words(_("Review"))
        else:
            self.next.set_words(self.end.text())

    def show_review(self, view: RoomView, exhausted: bool) -> None:
        """The verbs of the review screen."""
        self._show_end(view)
        self.end.show()
        self.previous.hide()
        self.review.hide()
        self.next.setVisible(not exhausted)
        self.next.set_words(_("Back to the question"))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._row.setContentsMargins(px(20), 0, px(20), 0)
        self._row.setSpacing(px(10))
        self.setFixedHeight(px(57))

    def _show_end(self, view: RoomView) -> None:
        self.end.set_words(_("End exam") if view.last_section else _("End section"))
