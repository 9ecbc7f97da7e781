"""Where one can go from a page; the window fulfils it, so that pages do not know each other."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from certstudy.study.practice import Proposal, Request

if TYPE_CHECKING:
    from certstudy.core.form import Form
    from certstudy.study.mock_exam import Rules


class Navigator(Protocol):
    """Ways through the window."""

    def go(self, page: str) -> None:
        """Open a page by its name: one of the rail (`gui/rail.py`), or the plan."""
        ...

    def practise(self, request: Request) -> None:
        """Begin a practice sitting with what the request leads to."""
        ...

    def leave_practice(self) -> None:
        """Out of a practice sitting: to the screen it was chosen on, or to Today."""
        ...

    def begin(self, proposal: Proposal) -> None:
        """Begin a practice sitting with questions already chosen."""
        ...

    def resume(self, sitting_id: int, mock: bool) -> None:
        """Take up a paused sitting."""
        ...

    def sit_mock(self, form: "Form", rules: "Rules") -> None:
        """Begin a mock exam with a form that was assembled."""
        ...

    def show_result(self, sitting_id: int) -> None:
        """Open the result of a mock exam."""
        ...

    def read_note(self, objective: str, back: str = "") -> None:
        """Open the study note of an objective; a button there leads to the page `back` if one is named."""
        ...

    def read_term(self, term: str, back: str = "") -> None:
        """Open a term of the glossary; `back` as for a note."""
        ...

    def open_question(self, question: str) -> None:
        """Open a question in the library, among the others of its objective."""
        ...

    def open_folder(self, folder: str) -> None:
        """Show a folder of the learner's own in the system's file browser, or say that it cannot be shown."""

    def open_link(self, url: str) -> None:
        """Hand an http(s) page to the system's browser."""
        ...

    def toast(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Say a passing word at the bottom of the page, with one action if there is one."""
        ...
