"""`certstudy screenshots`: every screen as a picture, for the README and for review."""

from pathlib import Path

from certstudy.cli.text import emit, emit_json
from certstudy.cli.workshop import Workshop


def run(workshop: Workshop, folder: Path, as_json: bool) -> int:
    """Render into the folder and name what was written."""
    written = workshop.pictures(folder)
    if as_json:
        emit_json({"pictures": [str(path) for path in written]})
    else:
        emit("\n".join(str(path) for path in written))
    return 0
