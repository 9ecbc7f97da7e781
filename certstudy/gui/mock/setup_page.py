"""Before a mock exam: which form, how long, what it would be made of, what holds in the room, the ones before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.form import Form
from certstudy.core.mock_plan import FormKind
from certstudy.core.record import SittingKind
from certstudy.gui.mock.rows import AuditRows, CheckRow, FactRows, PastRow
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.banner import Banner
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.choice_field import ChoiceField
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.number_field import NumberField
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present import mock_setup
from certstudy.present.paused import paused_banner
from certstudy.present.words import _
from certstudy.study import mock_exam, mock_result, settings

# the least and the most questions of each kind of form; the diagnostic's number follows from its time
LIMITS = {
    FormKind.FULL: (mock_exam.SMALLEST, mock_exam.LARGEST),
    FormKind.HALF: (20, 30),
    FormKind.DIAGNOSTIC: (15, 15),
    FormKind.AREA: (5, 30),
    FormKind.HARD: (10, 60),
}
UNSCORED = 4


class MockSetupPage(Page):
    """What is audited is what is sat: the form that was assembled goes to the exam."""

    concerned_by = Changes.SITTING | Changes.ANSWERS

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.form: Form | None = None
        self._open = 0
        self._times: tuple[mock_setup.TimeChoice, ...] = ()
        theme = room.theme
        self.banner = Banner(theme)
        self.kind = ChoiceField()
        for kind, area, words in mock_setup.form_choices(room.desk.catalog.syllabus):
            self.kind.addItem(words, f"{kind}:{area}")
        self.questions = NumberField(theme, mock_exam.SMALLEST, mock_exam.LARGEST)
        self.questions.setValue(mock_exam.usual(room.desk.catalog.syllabus, FormKind.FULL))
        self.time = ChoiceField()
        self._ticks = (
            CheckRow(
                theme, _("Open book"), _("The documentation may be opened, and the minutes are counted.")
            ),
            CheckRow(theme, _("The clock runs on"), _("Also while I am away, as in the exam room.")),
            CheckRow(theme, _("Unscored questions"), _("A few more that do not count, as in the exam.")),
        )
        self.open_book, self.runs_on, self.unscored = (row.box for row in self._ticks)
        self.start = Button(theme, _("Start mock exam"), "filled", "large")
        self.audit, self.facts = AuditRows(theme), FactRows(theme)
        self._verdict_icon = IconView(theme, "scale", "ink2", 16)
        self._verdict = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._rules = QVBoxLayout()
        self._past = QVBoxLayout()
        self._no_past = Label(
            theme, _("None yet. Scores gather here and on Progress."), Role.BODY, "ink3", wrap=True
        )
        self._build()
        self._fit_fields()
        self.kind.activated.connect(self._change_kind)
        self.questions.valueChanged.connect(self._prepare)
        self.unscored.toggled.connect(self._prepare)
        self.runs_on.clicked.connect(self._keep_rule)
        self.start.clicked.connect(self._start)
        self.banner.acted.connect(lambda: room.navigator.resume(self._open, mock=True))

    @override
    def refresh(self) -> None:
        self.runs_on.setChecked(self._room.desk.history.preferences().clock_runs_on)
        self._show_open()
        self._show_past()
        self._prepare()

    def choose(self, kind: FormKind, area: str = "") -> None:
        """Set another kind of mock exam up."""
        self.kind.setCurrentIndex(self.kind.findData(f"{kind}:{area}"))
        self._change_kind()

    @property
    def _chosen(self) -> tuple[FormKind, str]:
        kind, _colon, area = str(self.kind.currentData()).partition(":")
        return FormKind(kind), area

    def _change_kind(self) -> None:
        self._fit_fields()
        self._prepare()

    def _fit_fields(self) -> None:
        """Number and extras as the kind allows them."""
        kind, _area = self._chosen
        least, most = LIMITS[kind]
        self.questions.blockSignals(True)
        self.questions.setRange(least, most)
        self.questions.setValue(mock_exam.usual(self._room.desk.catalog.syllabus, kind))
        self.questions.blockSignals(False)
        self.questions.setEnabled(least < most)
        self._ticks[-1].setVisible(kind is not FormKind.DIAGNOSTIC)

    def _prepare(self) -> None:
        """Assemble the form as it would be now and show what it is made of."""
        desk, count = self._room.desk, self.questions.value()
        kind, area = self._chosen
        extra = UNSCORED if self.unscored.isChecked() and kind is not FormKind.DIAGNOSTIC else 0
        self.form = self._room.operations.perform(
            lambda: mock_exam.prepare(desk, count, None, kind, area, extra)
        )
        if self.form is None:
            self.start.set_off(_("No form could be assembled."))
            return
        self._show_times(kind, mock_exam.minutes_for(desk, kind, count))
        self._show_rules(len(self.form.sections))
        view = mock_setup.audit_view(desk.catalog.syllabus, self.form.audit, kind)
        self.audit.show_rows(view.rows)
        self.facts.show_facts(view.facts)
        self._verdict.setText(view.verdict)
        self._verdict_icon.show_icon(
            "scale" if view.fits else "triangle-alert", "ink2" if view.fits else "partly"
        )
        self.start.set_off("" if self.form.entries else _("The content holds no such questions yet."))

    def _show_rules(self, sections: int) -> None:
        empty(self._rules)
        for rule in mock_setup.rules(self._room.desk.catalog.syllabus.exam, sections):
            self._rules.addWidget(Label(self._room.theme, rule, Role.BODY, "ink2", wrap=True))

    def _show_times(self, kind: FormKind, usual: int) -> None:
        """The times for the form; the same kind of extra stays chosen."""
        times = mock_setup.time_choices(usual, kind)
        if times == self._times:
            return
        extra = self._times[self.time.currentIndex()].extra if self._times else ""
        self._times = times
        self.time.clear()
        for choice in times:
            self.time.addItem(choice.words, choice.minutes)
        self.time.setCurrentIndex([choice.extra for choice in times].index(extra))

    def _keep_rule(self, on: bool) -> None:
        self._room.operations.carry_out(lambda: settings.change(self._room.desk, clock_runs_on=on))

    def _show_open(self) -> None:
        found = [s for s in self._room.desk.history.open_sittings() if s.kind is SittingKind.MOCK]
        self.banner.setVisible(bool(found))
        if found:
            view = paused_banner(found[0])
            self._open = view.sitting
            self.banner.show_message(view.text, view.detail, view.action, icon="circle-pause", closable=False)

    def _show_past(self) -> None:
        empty(self._past)
        desk, theme = self._room.desk, self._room.theme
        attempts = self._room.operations.perform(lambda: mock_result.attempts(desk)) or ()
        rows = mock_setup.past_mocks(desk.catalog.syllabus, attempts)
        self._no_past.setVisible(not rows)
        for index, past in enumerate(rows):
            if index:
                self._past.addWidget(Line(theme))
            row = PastRow(theme, past)
            row.opened.connect(self._room.navigator.show_result)
            self._past.addWidget(row)

    def _start(self) -> None:
        if self.form is not None and not self.start.off:
            rules = mock_exam.Rules(
                int(self.time.currentData()), self.open_book.isChecked(), self.runs_on.isChecked()
            )
            self._room.navigator.sit_mock(self.form, rules)

    def _build(self) -> None:
        theme, exam = self._room.theme, self._room.desk.catalog.syllabus.exam
        subtitle = _("{code}: the exam's flow, its proportions and its clock").format(code=exam.code)
        frame = PageFrame(theme, _("Mock exam"), subtitle)
        columns = Columns(theme)
        left, right = QWidget(), QWidget()
        for side, cards in ((left, (self._exam_card(), self._past_card())), (right, (self._audit_card(),))):
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.metrics.card_gap)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        columns.add(left, 52)
        columns.add(right, 48)
        frame.body.addWidget(self.banner)
        frame.body.addWidget(columns)
        frame.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)

    def _exam_card(self) -> Card:
        theme = self._room.theme
        card = Card(theme, _("Your exam"))
        self.kind.setAccessibleName(_("Form"))
        card.body.addWidget(Label(theme, _("Form"), Role.LABEL, "ink2"))
        card.body.addSpacing(theme.px(4))
        card.body.addWidget(self.kind)
        card.body.addSpacing(theme.px(12))
        fields = Columns(theme, folds_below=380)
        for words, field in ((_("Questions"), self.questions), (_("Time"), self.time)):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(4))
            column.addWidget(Label(theme, words, Role.LABEL, "ink2"))
            column.addWidget(field)
            column.addStretch(1)
            field.setAccessibleName(words)
            fields.add(box, 1 if field is self.questions else 2)
        card.body.addWidget(fields)
        card.body.addSpacing(theme.px(12))
        for row in self._ticks:
            card.body.addWidget(row)
            card.body.addSpacing(theme.px(8))
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(Label(theme, _("In the exam room"), Role.LABEL, "ink3"))
        card.body.addSpacing(theme.px(4))
        self._rules.setSpacing(theme.px(4))
        card.body.addLayout(self._rules)
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _audit_card(self) -> Card:
        theme = self._room.theme
        card = Card(theme, _("What is in this exam"))
        card.body.addWidget(self.audit)
        card.body.addSpacing(theme.px(12))
        verdict = QHBoxLayout()
        verdict.setSpacing(theme.px(8))
        verdict.addWidget(self._verdict_icon, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self._verdict, 1)
        card.body.addLayout(verdict)
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(Line(theme))
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(self.facts)
        return card

    def _past_card(self) -> Card:
        card = Card(self._room.theme, _("Earlier mock exams"))
        card.body.addWidget(self._no_past)
        card.body.addLayout(self._past)
        return card
