"""A room with a fake desk, real operations and a navigator that remembers where it was sent."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from certstudy.core.exam import MockExam
from certstudy.core.form import Form
from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.theme import Theme
from certstudy.study import mock_exam
from certstudy.study.mock_exam import Rules
from certstudy.study.practice import Proposal, Request
from tests.fakes import FakeDesk, fake_desk
from tests.families import with_families


@dataclass
class Ways:
    """Fulfils the navigator by remembering."""

    gone: list[tuple[object, ...]] = field(default_factory=list)

    def go(self, page: str) -> None:
        self.gone.append(("go", page))

    def practise(self, request: Request) -> None:
        self.gone.append(("practise", request))

    def begin(self, proposal: Proposal) -> None:
        self.gone.append(("begin", proposal))

    def resume(self, sitting_id: int, mock: bool) -> None:
        self.gone.append(("resume", sitting_id, mock))

    def sit_mock(self, form: Form, rules: Rules) -> None:
        self.gone.append(("sit_mock", form, rules))

    def show_result(self, sitting_id: int) -> None:
        self.gone.append(("show_result", sitting_id))

    def leave_sitting(self, page: str = "today") -> None:
        self.gone.append(("leave_sitting", page))

    def read_note(self, objective: str, back: str = "") -> None:
        self.gone.append(("read_note", objective, back))

    def read_term(self, term: str, back: str = "") -> None:
        self.gone.append(("read_term", term, back))

    def open_question(self, question: str) -> None:
        self.gone.append(("open_question", question))

    def open_link(self, url: str) -> None:
        self.gone.append(("open_link", url))

    def toast(self, words: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        self.gone.append(("toast", words))


@dataclass
class Stage:
    """Everything a page test has at hand."""

    fake: FakeDesk
    room: Room
    ways: Ways

    def begun(self, n: int = 40, minutes: int = 100) -> MockExam:
        """A fresh exam."""
        desk = self.fake.desk
        exam, _changes = mock_exam.start(desk, mock_exam.prepare(desk, n), Rules(minutes))
        return exam


@pytest.fixture
def stage(theme: Theme) -> Iterator[Stage]:
    fake, ways, operations = fake_desk(), Ways(), Operations()
    yield Stage(fake, Room(theme, fake.desk, operations, ways), ways)
    operations.close()


@pytest.fixture
def whole(theme: Theme) -> Iterator[Stage]:
    """A stage whose exams have a series and a case study."""
    fake, ways, operations = with_families(fake_desk(each=10)), Ways(), Operations()
    yield Stage(fake, Room(theme, fake.desk, operations, ways), ways)
    operations.close()
