"""The process is killed while it answers: what it was told to be stored is stored."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from tests.store.learner import QUESTIONS, at, given, mock, opened, practice

CYCLES = 15


def answer_for_ever(folder: Path) -> None:
    """Answer, take back now and then, hand in now and then; say so after each step."""
    store = opened(folder)
    sitting = practice(store)
    rng = random.Random()
    while True:
        stored = store.ledger.record(given(sitting, rng.choice(QUESTIONS), rng.randint(0, 1)), 1)
        print(f"+{stored.id}", flush=True)
        if rng.random() < 0.1:
            store.ledger.retract(stored.id, at(1))
            print(f"-{stored.id}", flush=True)
        if rng.random() < 0.1:
            exam = mock(store, *QUESTIONS[:5])
            store.ledger.close_sitting(exam.id, at(2), 1, [given(exam, q) for q in QUESTIONS[:5]])
            print(f"={exam.id}", flush=True)


def test_no_acknowledged_answer_is_lost(tmp_path: Path) -> None:
    told: list[str] = []
    rng = random.Random(5)
    for child in _children(tmp_path):
        assert child.stdout is not None
        told += [child.stdout.readline().strip() for _ in range(rng.randint(1, 40))]
        child.kill()
        told += [line.strip() for line in child.stdout.readlines() if line.endswith("\n")]
        child.wait()
        _all_there(tmp_path, told)


def _children(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """One process after the other, each waiting for its turn while the one before still runs."""
    with ExitStack() as stack:
        command = [sys.executable, "-m", "tests.store.test_crash", str(folder)]
        ahead: list[subprocess.Popen[str]] = []
        for cycle in range(CYCLES + 1):
            if cycle < CYCLES:
                new = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
                ahead.append(stack.enter_context(new))
            if cycle > 0:
                child = ahead.pop(0)
                assert child.stdin is not None
                child.stdin.write("go\n")
                child.stdin.flush()
                yield child


def _all_there(folder: Path, told: list[str]) -> None:
    """Everything told is there, and what else is there was in flight when a process ended."""
    with closing(opened(folder)) as store:
        sittings = {totals.sitting.id for totals in store.history.closed_sittings("mock")}
        answered = {a.id for question in QUESTIONS for a in store.history.answers_to(question)}
        assert store.check().sound
        handed_in = [a.id for s in sittings for a in store.history.answers_of(s)]
    added, taken, closed = ({int(line[1:]) for line in told if line[0] == sign} for sign in "+-=")
    assert closed <= sittings
    assert len(handed_in) == 5 * len(sittings)
    assert not taken & answered
    # an answer may have been taken back in the moment before the end, without the word getting out
    assert len(added - taken - answered) <= CYCLES
    assert len(answered - added - set(handed_in)) <= CYCLES


if __name__ == "__main__":
    sys.stdin.readline()
    answer_for_ever(Path(sys.argv[1]))
