"""Where the content and the resources are, and where a learner's progress lives."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
DATA_VARIABLE = "CERTSTUDY_DATA_DIR"


def bundled(name: str) -> Path:
    """A folder that travels with the program: inside the installed package, else beside it in a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def packs() -> list[Path]:
    """The content packs that travel with the program."""
    return sorted(path.parent for path in bundled("content").glob("*/syllabus.yaml"))


def data_folder(asked: Path | None = None) -> Path:
    """The asked folder, else the one the environment names, else the system's place for application data."""
    named = asked or os.environ.get(DATA_VARIABLE)
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  # 5 ms that a named folder saves

    return user_data_path("CertStudy", appauthor=False)
