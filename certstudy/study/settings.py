"""The learner's settings."""

from dataclasses import replace

from certstudy.core.changes import Changes
from certstudy.core.preferences import Preferences
from certstudy.study.desk import Desk


def change(desk: Desk, **values: object) -> Changes:
    """Keep other values of some settings, named as the fields of `Preferences`."""
    kept: Preferences = replace(desk.history.preferences(), **values)  # type: ignore[arg-type]
    desk.ledger.prefer(kept)
    return Changes.PREFERENCES
