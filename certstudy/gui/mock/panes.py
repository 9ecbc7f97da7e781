"""The question of the exam room: its exhibits at the left when it has some, stem and options at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from certstudy.gui.mock.ink import Ground, Words
from certstudy.gui.override import override
from certstudy.gui.question.exhibits import Exhibits
from certstudy.gui.question.prose import Prose
from certstudy.gui.question.question_panel import option_items
from certstudy.gui.theme import Role, Theme
from certstudy.gui.theme.metrics import EXHIBIT_FOLDS_BELOW
from certstudy.gui.widgets.option_list import OptionList
from certstudy.present.mock_room import RoomView
from certstudy.present.words import _

WIDEST = 720


def scrolled(inner: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down only."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area


class QuestionPane(Ground):
    """Situation, question, how many to choose, and the plain rows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._lead = Prose(theme, Role.STEM)
        self._ask = Prose(theme, Role.QUESTION)
        self._hint = Words(theme, "", Role.BODY, "text2")
        self._gone = Words(
            theme,
            _("This question is no longer in the content. It does not count; go on to the next."),
            Role.STEM,
            "text2",
            wrap=True,
        )
        self.options = OptionList(theme, room=theme.tokens.room)
        self._texts = QVBoxLayout()
        for part in (self._lead, self._ask, self._hint, self._gone):
            self._texts.addWidget(part)
        self._column = QVBoxLayout()
        self._column.addLayout(self._texts)
        self._column.addWidget(self.options)
        self._column.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._body.setLayout(self._column)
        self._row.addWidget(self._body, 1)
        self._row.addStretch(0)
        theme.changed.connect(self.restyle)
        self.restyle()

    def show_view(self, view: RoomView) -> None:
        """Renders the question; nothing tells right from wrong."""
        question = view.question
        self._gone.setVisible(question is None)
        self._hint.setVisible(bool(view.hint))
        self._hint.say(view.hint)
        self.options.setVisible(question is not None)
        self._lead.show_html(question.lead_html if question else "")
        self._ask.show_html(question.ask_html if question else "")
        if question is not None:
            self.options.set_room(self._theme.tokens.room)
            self.options.set_multiple(question.several)
            self.options.show_options(option_items(question.options, frozenset()))

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        px = self._theme.px
        self._texts.setContentsMargins(px(12), 0, px(12), px(4))
        self._texts.setSpacing(px(10))
        self._column.setContentsMargins(px(12), px(20), px(12), px(24))
        self._column.setSpacing(px(4))
        self._body.setMaximumWidth(px(WIDEST))


class Panes(QSplitter):
    """Two panes with a divider; where it is narrow the exhibit takes turns with the question."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme = theme
        self.question = QuestionPane(theme)
        self._exhibits = Exhibits(theme)
        self._left = Ground(theme)
        self._left_column = QVBoxLayout(self._left)
        self._left_column.addWidget(self._exhibits)
        self._right = scrolled(self.question)
        self._shown = ""
        self._has_exhibits = self._turned = False
        self.addWidget(self._left)
        self.addWidget(self._right)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.setAccessibleName(_("Exhibit and question"))
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def narrow(self) -> bool:
        """Whether exhibit and question take turns."""
        return self.width() < self._theme.px(EXHIBIT_FOLDS_BELOW)

    @property
    def has_exhibits(self) -> bool:
        """Whether the question has any."""
        return self._has_exhibits

    def show_view(self, view: RoomView) -> None:
        """Renders the question; another one starts at its top."""
        question = view.question
        exhibits = question.exhibits if question is not None else ()
        self._has_exhibits = bool(exhibits)
        self._exhibits.show_exhibits(exhibits)
        self.question.show_view(view)
        if view.place != self._shown:
            self._shown, self._turned = view.place, False
            self._right.verticalScrollBar().setValue(0)
        self._arrange()

    def turn(self, to_exhibit: bool) -> None:
        """Where it is narrow: the exhibit in place of the question, or the question again."""
        self._turned = to_exhibit
        self._arrange()

    def restyle(self) -> None:
        """Takes its lengths from the theme again."""
        gap = self._theme.px(16)
        self._left_column.setContentsMargins(gap, gap, gap, gap)
        room = self._theme.tokens.room
        self.setStyleSheet(
            f"QSplitter::handle {{ background: {room.page.name()}; border-left: 1px solid {room.line.name()}; }}"
        )
        self._arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        exhibit = self._has_exhibits and (self._turned or not self.narrow)
        both = exhibit and not self.narrow
        newly = both and self._left.isHidden()
        self._left.setVisible(exhibit)
        self._right.setVisible(both or not exhibit)
        if newly:
            self.setSizes([round(0.46 * self.width()), round(0.54 * self.width())])
