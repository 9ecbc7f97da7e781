"""Files changed at random reach no parser's end; `python -m tests.faults fuzz` changes many more."""

from pathlib import Path

from tests.faults.fuzz import fuzzed


def test_no_parser_raises_what_it_does_not_announce(tmp_path: Path) -> None:
    assert fuzzed(tmp_path, 450, seed=11).wrong == []
