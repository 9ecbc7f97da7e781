"""A process that is killed loses nothing it told; `python -m tests.faults kills` kills more."""

import os
from pathlib import Path

import pytest

from tests.faults import kills

CYCLES = 8


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="a process cannot be forked here; tests/store/test_crash.py kills one"
)
def test_nothing_acknowledged_is_lost_at_any_moment(tmp_path: Path) -> None:
    tolls = kills.main(tmp_path, CYCLES, seed=7)
    assert tolls.keys() == kills.SCENES.keys()
    assert [lost for toll in tolls.values() for lost in toll.lost] == []
    assert tolls["studying"].acknowledged > 0
