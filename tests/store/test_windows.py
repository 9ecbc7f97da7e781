"""One window writes; others may look; a lock never outlives its process."""

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.core.errors import StoreError
from certstudy.store.lock import LOCK
from certstudy.store.opening import open_store
from tests.fakes import FakeClock
from tests.store.learner import CATALOG, QUESTIONS, at, given, opened, practice


def test_a_second_window_is_refused(folder: Path) -> None:
    with closing(opened(folder)) as first:
        with pytest.raises(StoreError, match="already open in another window") as told:
            opened(folder)
        assert told.value.safe
        assert told.value.remedy
        practice(first)
    opened(folder).close()


def test_one_may_look_while_a_window_is_open(folder: Path) -> None:
    with closing(opened(folder)) as window, closing(open_store(folder, FakeClock(), look=True)) as looking:
        assert looking.looking
        sitting = practice(window)
        window.ledger.record(given(sitting, QUESTIONS[0]), 1)
        assert set(looking.history.states()) == {QUESTIONS[0]}
        assert looking.history.open_sittings() == window.history.open_sittings()
        assert looking.back_up_daily() is None


def test_who_looks_cannot_write(folder: Path) -> None:
    with closing(opened(folder)) as window, closing(open_store(folder, FakeClock(), look=True)) as looking:
        sitting = practice(window)
        for write in (
            lambda: practice(looking),
            lambda: looking.ledger.record(given(sitting, QUESTIONS[0]), 1),
            lambda: looking.ledger.flag(QUESTIONS[0], True, at()),
            lambda: looking.ledger.adopt(CATALOG.entries, "other"),
            looking.ledger.rebuild,
        ):
            with pytest.raises(StoreError, match="already open in another window"):
                write()
        assert not window.history.states()


def test_without_a_window_looking_may_write(folder: Path) -> None:
    with closing(open_store(folder, FakeClock(), look=True)) as store:
        assert not store.looking
        practice(store)


def test_a_lock_file_left_behind_stops_nobody(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / LOCK).write_text("4711", encoding="utf-8")
    opened(folder).close()


def test_the_lock_ends_with_the_process_that_held_it(folder: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.store.learner import opened;"
        "store = opened(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", script, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(StoreError, match="already open"):
            opened(folder)
        with closing(open_store(folder, FakeClock(), look=True)) as looking:
            assert looking.looking
        child.kill()
        child.wait()
        opened(folder).close()


def test_reading_and_backing_up_in_a_thread_while_answers_go_on(folder: Path) -> None:
    seen: list[int] = []
    faults: list[Exception] = []
    done = threading.Event()

    def look() -> None:
        try:
            while not done.is_set():
                days = store.history.days()
                seen.append(sum(total.answers for total in days))
                copy = store.back_up(folder / "copy.db")
                assert copy.contents.answers >= seen[-1]
        except Exception as fault:  # noqa: BLE001  # it is raised in the test's own thread
            faults.append(fault)

    with closing(opened(folder)) as store:
        sitting = practice(store)
        thread = threading.Thread(target=look)
        thread.start()
        for number in range(300):
            store.ledger.record(given(sitting, QUESTIONS[number % len(QUESTIONS)]), number)
        done.set()
        thread.join()
        assert not faults
        assert seen == sorted(seen)
        assert store.check().sound
        assert len(store.history.answers_of(sitting.id)) == 300
