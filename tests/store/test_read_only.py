"""A record in a folder that takes no writes is read and rescued, and left without a trace."""

import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import RECORD
from certstudy.store.opening import open_store
from certstudy.store.verify import verify
from tests.fakes import FakeClock
from tests.read_only import read_only
from tests.store.learner import QUESTIONS, given, opened, practice
from tests.store.older import written_as

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders there take writes")


def study(folder: Path) -> None:
    """Three answers in a record that was closed."""
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for question in QUESTIONS[:3]:
            store.ledger.record(given(sitting, question), 1)


def study_in_an_earlier_app(folder: Path) -> None:
    """The same in a record of an earlier format."""
    study(folder / "today")
    written_as(2, folder / "today" / RECORD, folder / RECORD)


def damage(folder: Path) -> None:
    """A record that is none any more."""
    study(folder)
    (folder / RECORD).write_bytes(b"scratched")


@pytest.mark.parametrize("fill", [study, study_in_an_earlier_app])
def test_it_is_read_and_copied_elsewhere(fill: Callable[[Path], None]) -> None:
    with read_only(fill) as folder:
        names = sorted(path.name for path in folder.iterdir())
        with closing(open_store(folder, FakeClock(), look=True)) as store:
            assert store.read_only
            assert store.check().answers == 3
            assert store.back_up_daily() is None
            assert len(store.history.recent(9)) == 3
            with pytest.raises(StoreError, match="cannot be written"):
                practice(store)
            with pytest.raises(StoreError, match="cannot be written"):
                store.back_up()
            made = store.back_up(folder.parent.parent / f"{folder.parent.name}-copy.db")
        assert verify(made.path).answers == 3
        made.path.unlink()
        assert sorted(path.name for path in folder.iterdir()) == names


def test_a_window_is_not_opened_on_it() -> None:
    with read_only(study) as folder, pytest.raises(StoreError, match="cannot be written"):
        open_store(folder, FakeClock())


def test_a_damaged_one_is_told_under_its_own_name() -> None:
    with read_only(damage) as folder:
        with pytest.raises(StoreError) as told:
            open_store(folder, FakeClock(), look=True)
        assert str(folder / RECORD) in told.value.what


def test_where_there_is_no_record_none_is_read() -> None:
    with read_only(Path.mkdir) as folder, pytest.raises(StoreError, match="cannot be written"):
        open_store(folder, FakeClock(), look=True)
