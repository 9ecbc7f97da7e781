"""A power cut loses nothing that was promised; `python -m tests.faults power` cuts more often."""

import pytest

from tests.faults import calls, power
from tests.faults.memory import memory_folder


@pytest.mark.skipif(calls.compiler() is None, reason="calls can be noted on Linux with a C compiler")
def test_whatever_a_power_cut_leaves_keeps_what_was_promised() -> None:
    with memory_folder() as folder:
        found = power.main(folder, 60, seed=3)
    assert found.wrong == ()
    assert found.states > 30
