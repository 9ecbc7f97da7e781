"""A call that fails on the disk is told and loses nothing; `python -m tests.faults calls` lets each one fail."""

import pytest

from tests.faults import calls
from tests.faults.memory import memory_folder


@pytest.mark.skipif(calls.compiler() is None, reason="calls can be made to fail on Linux with a C compiler")
def test_calls_that_fail_are_told_and_lose_nothing() -> None:
    with memory_folder() as folder:
        found = calls.main(folder, step=797)
    assert found.wrong == ()
    assert found.points > 1_000
    assert found.told > 0
