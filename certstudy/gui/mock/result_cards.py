"""The cards of a mock exam's result: the score on its scale, figures, points lost, and all questions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.mock.reviewed import Reviewed
from certstudy.gui.mock.rows import FactRows, TypeRows
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.area_code import AreaCode
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.chip import Chip
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.flow import Flow
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.question_grid import QuestionGrid
from certstudy.gui.widgets.score_ruler import ScoreRuler
from certstudy.present.mock_result import Outcome, ResultView
from certstudy.present.words import _

# filters that are left out where they let nothing through
OPTIONAL: frozenset[Outcome] = frozenset(("guessed", "unscored"))


class ScoreCard(Card):
    """The scaled score in a large figure, passed or not in words, and the ruler with the earlier ones."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._figure = Label(theme, "", Role.SCORE)
        self._icon = IconView(theme, "check", "right", 18)
        self._word = Label(theme, "", Role.HEADING)
        self._sentence = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self.foretold = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._honest = Label(theme, "", Role.CAPTION, "ink3", wrap=True)
        self.ruler = ScoreRuler(theme)
        left, right = QWidget(), QWidget()
        words, head = QVBoxLayout(left), QHBoxLayout()
        head.setSpacing(theme.px(8))
        for part in (self._figure, self._icon, self._word):
            head.addWidget(
                part,
                0,
                Qt.AlignmentFlag.AlignBottom if part is self._figure else Qt.AlignmentFlag.AlignVCenter,
            )
        head.addStretch(1)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(theme.px(6))
        words.addLayout(head)
        words.addWidget(self._sentence)
        words.addWidget(self.foretold)
        words.addWidget(self._honest)
        words.addStretch(1)
        scale = QVBoxLayout(right)
        scale.setContentsMargins(theme.px(12), 0, 0, 0)
        scale.addStretch(1)
        scale.addWidget(self.ruler)
        scale.addStretch(1)
        columns = Columns(theme, folds_below=700)
        columns.add(left, 40)
        columns.add(right, 60)
        self.body.addWidget(columns)

    def show_view(self, view: ResultView) -> None:
        """Renders the score."""
        mark = "right" if view.passed else "wrong"
        self._figure.setText(view.score)
        self._figure.setAccessibleName(_("Score {score}").format(score=view.score))
        self._icon.show_icon("check" if view.passed else "x", mark)
        self._word.setText(view.word)
        self._word.set_ink(mark)
        self._sentence.setText(view.sentence)
        self.foretold.setText(view.foretold)
        self.foretold.setVisible(bool(view.foretold))
        self._honest.setText(view.honest)
        self.ruler.set_scores(view.point, view.earlier, view.pass_mark)


class FiguresCard(Card):
    """Facts at the left; points and time by type, and confidence against result, at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("In figures"))
        self.facts, self.kinds, self.sure = FactRows(theme), TypeRows(theme), FactRows(theme)
        self._sure_head = Label(theme, _("How sure, and how many of those were right"), Role.LABEL, "ink3")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.kinds, self._sure_head, self.sure):
            column.addWidget(part)
        column.addStretch(1)
        left = QWidget()
        facts = QVBoxLayout(left)
        facts.setContentsMargins(0, 0, 0, 0)
        facts.addWidget(self.facts)
        facts.addStretch(1)
        columns = Columns(theme, folds_below=460)
        columns.add(left, 50)
        columns.add(right, 50)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def show_view(self, view: ResultView) -> None:
        """Renders the figures."""
        self.facts.show_facts(view.facts)
        self.kinds.show_rows((_("Type"), _("Points"), _("A question")), view.kinds)
        self.sure.show_facts(view.sure)
        self._sure_head.setVisible(bool(view.sure))
        self.sure.setVisible(bool(view.sure))


class LostCard(Card):
    """The objectives that cost most points."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Most points lost"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self._none = Label(theme, _("No point was lost."), Role.BODY, "ink3")
        self.body.addLayout(self._rows)
        self.body.addWidget(self._none)
        self.body.addStretch(1)

    def show_view(self, view: ResultView) -> None:
        """Renders the objectives."""
        empty(self._rows)
        self._none.setVisible(not view.lost)
        for area, objective, points in view.lost:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(self._theme.px(10))
            line.addWidget(AreaCode(self._theme, area), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(self._theme, objective, Role.BODY, wrap=True), 1)
            line.addWidget(Label(self._theme, points, Role.FIGURE), 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(row)


class QuestionsCard(Card):
    """All questions as cells with filters, and below them the chosen one with every reason.

    `wanted(place)` asks for a question of the form, `practised(filter)` to practise what a filter lets through,
    `linked(url)` for a page, `studied(objective)` for its note.
    """

    wanted = Signal(int)
    practised = Signal(str)
    linked = Signal(str)
    studied = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__(theme, _("Questions"))
        self._view: ResultView | None = None
        self._filter: Outcome = "all"
        self.chips: dict[Outcome, Chip] = {
            "all": Chip(theme, _("All")),
            "wrong": Chip(theme, _("Wrong"), icon="x", glyph="wrong"),
            "partly": Chip(theme, _("Partly"), icon="contrast", glyph="partly"),
            "open": Chip(theme, _("Not answered"), icon="minus"),
            "marked": Chip(theme, _("Marked"), icon="flag", glyph="flagged"),
            "guessed": Chip(theme, _("Guessed")),
            "slow": Chip(theme, _("Slow")),
            "changed": Chip(theme, _("Changed")),
            "unscored": Chip(theme, _("Not counted")),
        }
        self.practise = Button(theme, _("Practise these"), size="small")
        self.practise.clicked.connect(lambda: self.practised.emit(self._filter))
        self.grid = QuestionGrid(theme)
        self._none = Label(theme, _("No question fits this filter."), Role.BODY, "ink3")
        self.reviewed = Reviewed(theme, pictures)
        for outcome, chip in self.chips.items():
            chip.clicked.connect(lambda _on=False, outcome=outcome: self.show_only(outcome))
        self.body.addWidget(Flow(theme, (*self.chips.values(), self.practise)))
        self.body.addSpacing(theme.px(12))
        self.body.addWidget(self.grid)
        self.body.addWidget(self._none)
        self.body.addSpacing(theme.px(16))
        self.body.addWidget(Line(theme))
        self.body.addSpacing(theme.px(16))
        self.body.addWidget(self.reviewed)
        self.wanted.connect(lambda place: self.grid.choose(str(place)))
        self.grid.opened.connect(lambda place: self.wanted.emit(int(place)))
        self.grid.stood.connect(lambda place: self.wanted.emit(int(place)))
        self.reviewed.linked.connect(self.linked)
        self.reviewed.studied.connect(self.studied)

    def show_view(self, view: ResultView) -> None:
        """Renders the cells of another result, unfiltered."""
        self._view = view
        for outcome, chip in self.chips.items():
            count = view.count(outcome)
            chip.set_count(str(count))
            chip.setVisible(count > 0 or outcome not in OPTIONAL)
        self.show_only("all")

    def show_only(self, outcome: Outcome) -> None:
        """Filters the cells and shows the first that is left."""
        if self._view is None:
            return
        self._filter = outcome
        for other, chip in self.chips.items():
            chip.setChecked(other == outcome)
        cells = self._view.chosen(outcome)
        self.grid.set_cells(cells)
        self.grid.setVisible(bool(cells))
        self._none.setVisible(not cells)
        self.practise.setVisible(bool(self._view.to_practise(outcome)))
        self.reviewed.setVisible(bool(cells))
        if cells:
            self.wanted.emit(int(cells[0].id))
