"""Files that the learner asks for."""

from pathlib import Path

from certstudy.core.errors import WorldError
from certstudy.present.words import _


def write_file(path: Path, content: bytes) -> Path:
    """Write a file and return its path; WorldError where it cannot be written."""
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise WorldError(
            _("{file} was not saved: {reason}.").format(file=path.name, reason=fault.strerror or fault),
            _("Your progress is untouched."),
            _("Choose another folder or name."),
        ) from fault
    return path
