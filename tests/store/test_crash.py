"""The process is killed while it answers: what it was told to be stored is stored."""

import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.store.learner import QUESTIONS, opened

CYCLES = 15


def answer_for_ever(folder: Path) -> None:
    """Answer, take back now and then, hand in now and then; say so after each step."""
    from tests.store.learner import at, given, mock, practice  # noqa: PLC0415

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
    command = [sys.executable, "-m", "tests.store.test_crash", str(tmp_path)]
    for _ in range(CYCLES):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            told += [child.stdout.readline().strip() for _ in range(rng.randint(1, 40))]
            child.kill()
            told += [line.strip() for line in child.stdout.readlines() if line.endswith("\n")]
        _all_there(tmp_path, told)


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
    answer_for_ever(Path(sys.argv[1]))
