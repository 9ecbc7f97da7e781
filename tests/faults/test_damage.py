"""Damaged records are never taken for sound; `python -m tests.faults damage` spoils more of them."""

from pathlib import Path

from tests.faults.damage import SPOILERS, spoilt


def test_damage_is_told_and_the_file_left_as_it_is(tmp_path: Path) -> None:
    found = spoilt(tmp_path, 10 * len(SPOILERS), seed=3)
    assert found.wrong == ()
    assert found.refused > 0
