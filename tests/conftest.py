"""What every test stands on: no display is needed, nobody's own progress is touched, and nothing moves."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CERTSTUDY_DATA_DIR", str(tmp_path / "data"))
