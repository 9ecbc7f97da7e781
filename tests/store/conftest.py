"""Every test of the store may have an open record in a folder of its own."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.store.opening import Store
from tests.store.learner import opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a name that has tripped programs up."""
    return tmp_path / "Prüfung?mode=memory#1 100%41"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    """An open record, closed after the test."""
    with closing(opened(folder)) as made:
        yield made
