"""A room with a fake desk, real operations and a navigator that remembers where it was sent."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from certstudy.core.exam import MockExam
from certstudy.gui.operations import Operations
from certstudy.gui.room import Room
from certstudy.gui.theme import Theme
from certstudy.study import mock_exam
from certstudy.study.mock_exam import Rules
from tests.fakes import FakeDesk, fake_desk
from tests.families import with_families
from tests.gui.ways import Ways


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
