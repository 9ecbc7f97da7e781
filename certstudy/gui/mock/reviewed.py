"""One question of a mock exam handed in, as after checking."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from certstudy.gui.question.exhibits import Exhibits
from certstudy.gui.question.pictures import Pictures
from certstudy.gui.question.prose import Prose
from certstudy.gui.question.question_panel import QuestionPanel
from certstudy.gui.theme import Role, Theme
from certstudy.gui.widgets.button import Button
from certstudy.gui.widgets.emptying import empty
from certstudy.gui.widgets.icon_view import IconView
from certstudy.gui.widgets.label import Label
from certstudy.gui.widgets.option_paint import GLYPHS
from certstudy.gui.widgets.tip import plain_tip
from certstudy.present.mock_result import VERDICTS
from certstudy.present.mock_reviewed import ReviewedView
from certstudy.present.words import _


class Reviewed(QWidget):
    """Verdict, question, explanation and links; `linked(url)` for a page, `studied(objective)` for its note."""

    linked = Signal(str)
    studied = Signal(str)

    def __init__(self, theme: Theme, pictures: Pictures) -> None:
        super().__init__()
        self._theme, self._objective = theme, ""
        self.head = Label(theme, "", Role.HEADING)
        self._icon = IconView(theme, "check", "right", 16)
        self._word = Label(theme, "", Role.CONTROL)
        self._gone = Label(
            theme,
            _("The content no longer holds this question; its points stand."),
            Role.BODY,
            "ink2",
            wrap=True,
        )
        self.panel = QuestionPanel(theme, pictures)
        self._remarks = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._note = Label(theme, "", Role.BODY, "ink2", wrap=True)
        self._exhibits = Exhibits(theme, pictures)
        self._why_head = Label(theme, _("The idea"), Role.LABEL, "ink3")
        self._why = Prose(theme, Role.OPTION, "ink2")
        self._links_head = Label(theme, _("Read"), Role.LABEL, "ink3")
        self._links = QVBoxLayout()
        self._links.setSpacing(theme.px(6))
        self.study = Button(theme, _("Study note"), "link", icon="book-open")
        self.study.clicked.connect(lambda: self.studied.emit(self._objective))
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        for part in (self.head, self._icon, self._word):
            head.addWidget(part)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        for below in (
            self._remarks,
            self._note,
            self._gone,
            self._exhibits,
            self.panel,
            self._why_head,
            self._why,
            self._links_head,
        ):
            column.addWidget(below)
        column.addLayout(self._links)
        column.addWidget(self.study)

    def show_view(self, view: ReviewedView) -> None:
        """Renders the question with its verdict."""
        mark = VERDICTS[view.verdict]
        self.head.setText(view.head)
        self._icon.show_icon(GLYPHS[mark] if view.answered else "minus", mark)
        self._word.setText(view.word)
        self._word.set_ink(mark)
        self._gone.setVisible(view.question is None)
        self.panel.setVisible(view.question is not None)
        exhibits = (*view.case, *(view.question.exhibits if view.question else ()))
        self._exhibits.show_exhibits(exhibits)
        self._exhibits.setVisible(bool(exhibits))
        self._remarks.setText(" ".join(view.remarks))
        self._remarks.setVisible(bool(view.remarks))
        self._note.setText(_("Your note: {note}").format(note=view.note))
        self._note.setVisible(bool(view.note))
        if view.question is not None:
            self.panel.show_question(view.question, checked=True)
        self._why_head.setVisible(bool(view.explanation_html))
        self._why.show_html(view.explanation_html)
        self._links_head.setVisible(bool(view.links or view.study_note))
        self._objective = view.objective
        self.study.setVisible(bool(view.study_note))
        self.study.setToolTip(plain_tip(_("Study note: {title}").format(title=view.study_note)))
        empty(self._links)
        for title, url in view.links:
            link = Button(self._theme, title, "link", icon="external-link")
            link.setToolTip(plain_tip(url))
            link.clicked.connect(lambda _on=False, url=url: self.linked.emit(url))
            self._links.addWidget(link)
