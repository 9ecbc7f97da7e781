"""Before a mock exam: how long, what it would be made of, what holds in the room, and the ones before."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from certstudy.core.changes import Changes
from certstudy.core.form import Form
from certstudy.core.record import SittingKind
from certstudy.gui.mock.rows import AuditRows, FactRows, PastRow, empty
from certstudy.gui.override import override
from certstudy.gui.page import Page
from certstudy.gui.room import Room
from certstudy.gui.theme import Role
from certstudy.gui.widgets.banner import Banner
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.card import Card
from certstudy.gui.widgets.columns import Columns
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.line import Line
from certstudy.gui.widgets.number_field import NumberField
from certstudy.gui.widgets.page_frame import PageFrame
from certstudy.present import mock_setup
from certstudy.present.words import _
from certstudy.study import mock_exam

USUAL = 50


class MockSetupPage(Page):
    """What is audited is what is sat: the seed drawn for the audit goes to the exam."""

    concerned_by = Changes.SITTING | Changes.ANSWERS | Changes.CONTENT | Changes.RECORD

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.form: Form | None = None
        self._open = 0
        theme, exam = room.theme, room.desk.catalog.syllabus.exam
        self.banner = Banner(theme)
        self.questions = NumberField(theme, mock_exam.SMALLEST, mock_exam.LARGEST)
        self.questions.setValue(USUAL)
        self.time = QComboBox()
        for minutes, words in mock_setup.time_choices(exam):
            self.time.addItem(words, minutes)
        self.start = Button(theme, _("Start mock exam"), "filled", "large")
        self.audit, self.facts = AuditRows(theme), FactRows(theme)
        self._verdict_icon = IconView(theme, "scale", "ink2", 16)
        self._verdict = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._past = QVBoxLayout()
        self._no_past = Label(
            theme, _("None yet. Scores gather here and on Progress."), Role.BODY, "ink3", wrap=True
        )
        self._build()
        self.questions.valueChanged.connect(self._prepare)
        self.start.clicked.connect(self._start)
        self.banner.acted.connect(lambda: room.navigator.resume(self._open, True))

    @override
    def refresh(self) -> None:
        self._show_open()
        self._show_past()
        self._prepare()

    def _prepare(self) -> None:
        """Assemble the form as it would be now and show what it is made of."""
        desk, count = self._room.desk, self.questions.value()
        self.form = self._room.operations.perform(lambda: mock_exam.prepare(desk, count))
        if self.form is None:
            self.start.set_off(_("No form could be assembled."))
            return
        view = mock_setup.audit_view(desk.catalog.syllabus, self.form.audit)
        self.audit.show_rows(view.rows)
        self.facts.show_facts(view.facts)
        self._verdict.setText(view.verdict)
        self._verdict_icon.show_icon(
            "scale" if view.fits else "triangle-alert", "ink2" if view.fits else "partly"
        )
        self.start.set_off("" if self.form.entries else _("The content holds no questions yet."))

    def _show_open(self) -> None:
        found = [s for s in self._room.desk.history.open_sittings() if s.kind is SittingKind.MOCK]
        self.banner.setVisible(bool(found))
        if found:
            view = mock_setup.open_mock(found[0])
            self._open = view.sitting
            self.banner.show_message(view.text, view.detail, _("Resume"), icon="circle-pause", closable=False)

    def _show_past(self) -> None:
        empty(self._past)
        desk, theme = self._room.desk, self._room.theme
        rows = mock_setup.past_mocks(self._room.operations.perform(lambda: mock_exam.scores(desk)) or ())
        self._no_past.setVisible(not rows)
        for index, past in enumerate(rows):
            if index:
                self._past.addWidget(Line(theme))
            row = PastRow(theme, past)
            row.opened.connect(self._room.navigator.show_result)
            self._past.addWidget(row)

    def _start(self) -> None:
        if self.form is not None and not self.start.off:
            self._room.navigator.sit_mock(
                self.questions.value(), int(self.time.currentData()), self.form.seed
            )

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
        theme, exam = self._room.theme, self._room.desk.catalog.syllabus.exam
        card = Card(theme, _("Your exam"))
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
        card.body.addSpacing(theme.px(16))
        card.body.addWidget(Label(theme, _("In the exam room"), Role.LABEL, "ink3"))
        card.body.addSpacing(theme.px(4))
        for rule in mock_setup.rules(exam):
            card.body.addWidget(Label(theme, rule, Role.BODY, "ink2", wrap=True))
            card.body.addSpacing(theme.px(4))
        card.body.addSpacing(theme.px(12))
        card.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _audit_card(self) -> Card:
        theme = self._room.theme
        card = Card(theme, _("What it would be made of"))
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
