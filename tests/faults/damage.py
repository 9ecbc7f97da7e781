"""Spoils records in every way a disk can, and asks whether the app takes them for sound.

`python -m tests.faults damage --cycles 5000`. A record is spoilt, opened and checked; unless nothing it
holds has changed, somebody must be told, and a file that is refused must stay as it was.
"""

import hashlib
import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from certstudy.core.errors import StoreError
from certstudy.store.lock import RECORD
from certstudy.store.opening import Store, open_store
from tests.fakes import FakeClock
from tests.store.learner import QUESTIONS, at, given, mock, opened, practice

Spoiler = Callable[[bytearray, random.Random], None]


def flip_a_bit(data: bytearray, rng: random.Random) -> None:
    """One bit turns."""
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def flip_many(data: bytearray, rng: random.Random) -> None:
    """A hundred bits turn."""
    for _ in range(100):
        flip_a_bit(data, rng)


def cut(data: bytearray, rng: random.Random) -> None:
    """The end is lost."""
    del data[rng.randrange(len(data)) :]


def zero_a_page(data: bytearray, rng: random.Random) -> None:
    """A page is zeros."""
    _page(data, rng, bytes(4096))


def swap_pages(data: bytearray, rng: random.Random) -> None:
    """One page stands in the place of another."""
    source = rng.randrange(len(data) // 4096) * 4096
    _page(data, rng, bytes(data[source : source + 4096]))


def scribble(data: bytearray, rng: random.Random) -> None:
    """A page is noise."""
    _page(data, rng, rng.randbytes(4096))


def zero_the_header(data: bytearray, rng: random.Random) -> None:
    """The first bytes are zeros."""
    data[: rng.choice((16, 100))] = bytes(rng.choice((16, 100)))


def grow(data: bytearray, rng: random.Random) -> None:
    """Something is appended."""
    data.extend(rng.randbytes(rng.randrange(1, 9_000)))


SPOILERS = (flip_a_bit, flip_many, cut, zero_a_page, swap_pages, scribble, zero_the_header, grow)


def _page(data: bytearray, rng: random.Random, content: bytes) -> None:
    begin = rng.randrange(len(data) // 4096) * 4096
    data[begin : begin + 4096] = content


@dataclass
class Spoilt:
    """How many records were refused, told of by the check, or held all that they did; `wrong` is what nobody told."""

    records: int = 0
    refused: int = 0
    told_later: int = 0
    harmless: int = 0
    wrong: tuple[str, ...] = ()


def spoilt(folder: Path, records: int, seed: int) -> Spoilt:
    """Spoil so many copies of one record."""
    sound = _record(folder / "sound")
    with closing(opened(sound)) as store:
        truth = _told_by(store)
    whole = (sound / RECORD).read_bytes()
    found, rng = Spoilt(), random.Random(seed)
    for number in range(records):
        spoil = SPOILERS[number % len(SPOILERS)]
        data = bytearray(whole)
        spoil(data, rng)
        _judge(folder / "spoilt", bytes(data), truth, found, f"{number} {spoil.__name__}")
    return found


def _record(folder: Path) -> Path:
    with closing(opened(folder)) as store:
        sitting = practice(store)
        for number, question in enumerate(QUESTIONS):
            stored = store.ledger.record(given(sitting, question, number % 2), 1)
            if number % 5 == 0:
                store.ledger.retract(stored.id, at(1))
            store.ledger.note(question, f"a note on {question}", at(2))
        exam = mock(store, *QUESTIONS[:9])
        store.ledger.close_sitting(exam.id, at(3), 1, [given(exam, q) for q in QUESTIONS[:9]])
    return folder


def _told_by(store: Store) -> str:
    """Every answer that the screens could show."""
    history = store.history
    answers = [answer for question in QUESTIONS for answer in history.answers_to(question)]
    closed = [(s.sitting.id, s.sitting.form) for s in history.closed_sittings("mock")]
    return repr((answers, closed, sorted(history.states().items()), history.days()))


def _judge(folder: Path, data: bytes, truth: str, found: Spoilt, name: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / RECORD).write_bytes(data)
    found.records += 1
    try:
        with closing(open_store(folder, FakeClock())) as store:
            report = store.check()
            same = _told_by(store) == truth
    except StoreError:
        found.refused += 1
        if hashlib.sha256((folder / RECORD).read_bytes()).digest() != hashlib.sha256(data).digest():
            found.wrong = (*found.wrong, f"{name}: refused, and changed")
        return
    except Exception as fault:  # noqa: BLE001  # what must not happen is told, not raised
        found.wrong = (*found.wrong, f"{name}: {type(fault).__name__}: {fault}")
        return
    if not report.sound:
        found.told_later += 1
    elif same or report.differing:
        found.harmless += 1
    else:
        found.wrong = (*found.wrong, f"{name}: taken for sound")
