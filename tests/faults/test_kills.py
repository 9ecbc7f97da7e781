"""A process that is killed while it studies loses nothing it told; `python -m tests.faults kills` kills more."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.kills import Kills

CYCLES = 12


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="a process cannot be forked here; tests/store/test_crash.py kills one"
)
def test_no_acknowledged_answer_is_lost_at_any_moment(tmp_path: Path) -> None:
    # in a process of its own: one with threads should not fork
    task = "import sys, pathlib; from tests.faults.kills import killed\n"
    task += "from dataclasses import astuple\n"
    task += f"print(astuple(killed(pathlib.Path(sys.argv[1]), {CYCLES}, 7)))"
    done = subprocess.run(
        [sys.executable, "-c", task, str(tmp_path)], stdout=subprocess.PIPE, text=True, check=True
    )
    found = Kills(*ast.literal_eval(done.stdout))
    assert found.lost == ()
    assert found.acknowledged > 0
    assert found.extra <= CYCLES
