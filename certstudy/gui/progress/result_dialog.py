"""Enter a real result: the exam, the official practice assessment, a mock exam from elsewhere."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.syllabus import Syllabus
from certstudy.gui.settings.form import FormRow
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.choice_field import ChoiceField
from certstudy.gui.widgets.date_field import DateField
from certstudy.gui.widgets.dialog import Dialog
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.number_field import OpenNumberField
from certstudy.present.results import ResultRow, kind_help, kind_words
from certstudy.present.words import NARROW, _

USUAL_PERCENT = 70


class ResultDialog(Dialog):
    """ResultDialog(theme, syllabus, today, rows, window): `entered(Result)` when saved, `withdrawn(id)`."""

    entered = Signal(object)
    withdrawn = Signal(int)

    def __init__(
        self,
        theme: Theme,
        syllabus: Syllabus,
        today: int,
        rows: tuple[ResultRow, ...],
        parent: QWidget | None,
    ) -> None:
        words = _("It shows how much practice flatters, and moves the forecast and the areas.")
        super().__init__(theme, _("Enter a result"), words, parent)
        exam = syllabus.exam
        self.kind = ChoiceField()
        for kind in ResultKind:
            self.kind.addItem(kind_words(kind), kind)
        self.day = DateField(theme, date.fromordinal(today))
        self.day.setMaximumDate(self.day.date())
        self.score = OpenNumberField(theme, 0, exam.score_max, near=exam.score_to_pass)
        self.share = OpenNumberField(theme, 0, 100, near=USUAL_PERCENT)
        self.share.setSuffix(f"{NARROW}%")
        self._score_row = FormRow(theme, _("Score"), kind_help(ResultKind.EXAM), self.score)
        self._share_row = FormRow(theme, _("Right"), kind_help(ResultKind.ASSESSMENT), self.share)
        self.has_bars = QCheckBox(_("I have the bars of the areas"))
        self.bars = {area.id: OpenNumberField(theme, 0, 100, near=USUAL_PERCENT) for area in syllabus.areas}
        self._bar_rows = []
        self.body.addWidget(FormRow(theme, _("Where it comes from"), "", self.kind))
        self.body.addWidget(FormRow(theme, _("Day"), "", self.day))
        for part in (self._score_row, self._share_row, self.has_bars):
            self.body.addWidget(part)
        for area in syllabus.areas:
            self.bars[area.id].setSuffix(f"{NARROW}%")
            row = FormRow(theme, area.short_title, "", self.bars[area.id])
            self._bar_rows.append(row)
            self.body.addWidget(row)
        self._add_earlier(rows)
        self.verb(_("Cancel"))
        self.save = self.verb(_("Save the result"), "filled", accepts=True)
        self.save.setDefault(True)
        self.kind.currentIndexChanged.connect(lambda _index: self._fit())
        self.has_bars.toggled.connect(lambda _on: self._fit())
        self.accepted.connect(lambda: self.entered.emit(self.result_entered()))
        for field in (self.score, self.share, *self.bars.values()):
            field.valueChanged.connect(lambda _value: self._judge())
        self._fit()

    def result_entered(self) -> Result:
        """What the fields say; a field that was left empty says nothing."""
        kind = ResultKind(self.kind.currentData())
        exam, score, share = kind is ResultKind.EXAM, self.score.given(), self.share.given()
        bars = {area: bar / 100 for area, field in self.bars.items() if (bar := field.given()) is not None}
        return Result(
            kind,
            self.day.day().toordinal(),
            float(score) if exam and score is not None else None,
            share / 100 if not exam and share is not None else None,
            bars if exam and self.has_bars.isChecked() else {},
        )

    def _fit(self) -> None:
        exam = ResultKind(self.kind.currentData()) is ResultKind.EXAM
        self._score_row.setVisible(exam)
        self._share_row.setVisible(not exam)
        self.has_bars.setVisible(exam)
        for row in self._bar_rows:
            row.setVisible(exam and self.has_bars.isChecked())
        self._judge()
        self.fit()

    def _judge(self) -> None:
        """Nothing is kept before a number stands there."""
        found = self.result_entered()
        self.save.setEnabled(found.score is not None or found.share is not None or bool(found.bars))

    def _add_earlier(self, rows: tuple[ResultRow, ...]) -> None:
        if rows:
            self.body.addWidget(Label(self.theme, _("Entered before"), Role.CONTROL))
        for row in rows:
            line = QHBoxLayout()
            line.addWidget(Label(self.theme, row.words, Role.BODY, "ink2", wrap=True), 1)
            remove = Button(self.theme, _("Remove"), "link")
            remove.setAccessibleName(_("Remove {result}").format(result=row.words))
            remove.clicked.connect(lambda _on=False, row=row: self._withdraw(row))
            line.addWidget(remove)
            self.body.addLayout(line)

    def _withdraw(self, row: ResultRow) -> None:
        self.withdrawn.emit(row.id)
        self.reject()
