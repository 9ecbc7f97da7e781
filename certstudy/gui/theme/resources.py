"""Where the bundled fonts and icons lie."""

from functools import cache
from pathlib import Path

from certstudy.paths import bundled


@cache
def resource_folder() -> Path:
    """The folder that holds fonts/ and icons/."""
    return bundled("resources")
