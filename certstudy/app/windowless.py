"""On a machine without a display: practice in the terminal, or the plan and pictures of the screens."""

import sys
from pathlib import Path

from certstudy import preflight
from certstudy.app.commands import workshop
from certstudy.app.places import Places
from certstudy.cli import pictures, plan, practice
from certstudy.cli.run import guarded
from certstudy.cli.text import complain, emit
from certstudy.cli.workshop import Workshop
from certstudy.present.words import _
from certstudy.study.practice import Mode

QUESTIONS = 10
PICTURES = Path("certstudy-pictures")


def run_windowless(places: Places, lacking: str) -> int:
    """Say why there is no window, then be of use all the same; the exit code."""
    complain(f"certstudy: {lacking}")
    return guarded(lambda: _of_use(workshop(places)))


def _of_use(shop: Workshop) -> int:
    if sys.stdin is not None and sys.stdin.isatty():
        emit(_("Practice goes on in this terminal. certstudy --help lists what else works without a window."))
        return practice.run(shop, QUESTIONS, Mode.MIX.value, [], None)
    plan.run(shop, 50, as_json=False)
    if preflight.missing_packages(windowed=False):
        return 0
    emit("")
    return pictures.run(shop, PICTURES, as_json=False)
