"""The learner's settings."""

from certstudy.core.changes import Changes
from certstudy.core.preferences import Preferences
from certstudy.study.desk import Desk


def change(desk: Desk, preferences: Preferences) -> Changes:
    """Keep changed settings."""
    desk.ledger.prefer(preferences)
    return Changes.PREFERENCES
