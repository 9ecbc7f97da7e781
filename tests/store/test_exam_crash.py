"""A process is killed while it sits a mock exam: place, order, time and answers are as it last said."""

import json
import random
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from certstudy.core.errors import OutOfStepError
from certstudy.core.exam import MockExam
from certstudy.store.opening import Store
from certstudy.study import mock_exam
from certstudy.study.desk import Desk
from tests.fakes import FakeClock, fake_desk
from tests.families import with_families
from tests.store.learner import opened

CYCLES = 6
CATALOG = with_families(fake_desk(each=10)).catalog


def desk_of(store: Store) -> Desk:
    return Desk(CATALOG, store.ledger, store.history, FakeClock(), lambda: 7)


def told(exam: MockExam) -> str:
    """Where the exam stands, as the next program should find it."""
    answers = {name: sorted(map(str, kept.response)) for name, kept in exam.drafts.items() if kept.response}  # type: ignore[arg-type]
    spent = {name: kept.milliseconds for name, kept in exam.drafts.items() if kept.milliseconds}
    return json.dumps([exam.record.id, exam.index, exam.elapsed_ms, answers, spent], sort_keys=True)


def sit_for_ever(folder: Path) -> None:
    """Answer, move, leave sections, let time pass; say where the exam stands after each step."""
    store = opened(folder)
    desk, rng = desk_of(store), random.Random()
    if not store.history.open_sittings():
        mock_exam.start(desk, mock_exam.prepare(desk, 40), mock_exam.Rules(100))
    [sitting] = store.history.open_sittings()
    exam = mock_exam.resume(desk, sitting.id)
    print(told(exam), flush=True)
    while True:
        try:
            exam = step(desk, exam, rng)
        except OutOfStepError:
            continue
        print(told(exam), flush=True)


def step(desk: Desk, exam: MockExam, rng: random.Random) -> MockExam:
    """One thing that a candidate does."""
    chance = rng.random()
    if chance < 0.4:
        kept = replace(exam.draft(exam.current), response=frozenset(rng.choice("abcd")))
        return mock_exam.draft(desk, exam, exam.current, kept)
    if chance < 0.7:
        return mock_exam.go(desk, exam, rng.choice(exam.section.places))
    if chance < 0.72:
        return mock_exam.leave_section(desk, exam)
    return mock_exam.tick(desk, exam, rng.randint(1, 900))


def test_an_exam_is_taken_up_as_it_was_last_told(tmp_path: Path) -> None:
    rng = random.Random(3)
    command = [sys.executable, "-m", "tests.store.test_exam_crash", str(tmp_path)]
    for _ in range(CYCLES):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            lines = [child.stdout.readline() for _ in range(rng.randint(2, 60))]
            child.kill()
            lines += [line for line in child.stdout.readlines() if line.endswith("\n")]
        with closing(opened(tmp_path)) as store:
            [sitting] = store.history.open_sittings()
            exam = mock_exam.resume(desk_of(store), sitting.id)
            assert store.check().sound
        # a step may have been stored in the moment before the end, without the word getting out
        before, after = json.loads(lines[-1]), json.loads(told(exam))
        assert before[0] == after[0]
        assert before[2] <= after[2] <= before[2] + 900
        changed = {name for name in {*before[3], *after[3]} if before[3].get(name) != after[3].get(name)}
        assert len(changed) <= 1
        moved, timed = before[1] != after[1], before[2] != after[2]
        assert bool(changed) + moved + timed <= 1


if __name__ == "__main__":
    sit_for_ever(Path(sys.argv[1]))
