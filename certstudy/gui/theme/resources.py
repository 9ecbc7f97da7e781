"""Where the bundled fonts and icons lie: inside the installed package, else beside it in a checkout."""

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


@cache
def resource_folder() -> Path:
    """The folder that holds fonts/ and icons/."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
