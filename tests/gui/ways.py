"""A navigator that remembers where it was sent, for tests of one page."""

from collections.abc import Callable
from dataclasses import dataclass, field

from certstudy.core.form import Form
from certstudy.study.mock_exam import Rules
from certstudy.study.practice import Proposal, Request


@dataclass
class Ways:
    """`gone` are the ways taken in order, `offered` the actions that passing words offered."""

    gone: list[tuple[object, ...]] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)

    def go(self, page: str) -> None:
        self.gone.append(("go", page))

    def practise(self, request: Request) -> None:
        self.gone.append(("practise", request))

    def leave_practice(self) -> None:
        self.gone.append(("leave_practice",))

    def begin(self, proposal: Proposal) -> None:
        self.gone.append(("begin", proposal))

    def resume(self, sitting_id: int, mock: bool) -> None:
        self.gone.append(("resume", sitting_id, mock))

    def sit_mock(self, form: Form, rules: Rules) -> None:
        self.gone.append(("sit_mock", form, rules))

    def show_result(self, sitting_id: int) -> None:
        self.gone.append(("show_result", sitting_id))

    def read_note(self, objective: str, back: str = "") -> None:
        self.gone.append(("read_note", objective, back))

    def read_term(self, term: str, back: str = "") -> None:
        self.gone.append(("read_term", term, back))

    def open_question(self, question: str) -> None:
        self.gone.append(("open_question", question))

    def open_folder(self, folder: str) -> None:
        self.gone.append(("open_folder", folder))

    def open_link(self, url: str) -> None:
        self.gone.append(("open_link", url))

    def toast(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        self.gone.append(("toast", words))
        self.offered += [action] if action else []
