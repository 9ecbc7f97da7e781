"""A call that fails on the disk is told and loses nothing; `python -m tests.faults calls` lets each one fail."""

from pathlib import Path

import pytest

from tests.faults import calls


@pytest.mark.skipif(calls.compiler() is None, reason="calls can be made to fail on Linux with a C compiler")
def test_calls_that_fail_are_told_and_lose_nothing(tmp_path: Path) -> None:
    found = calls.main(tmp_path, step=211)
    assert found.wrong == ()
    assert found.points > 300
    assert found.told > 0
