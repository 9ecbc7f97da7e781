"""What the learner has chosen; every field has a default, so that an older record stays readable."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Appearance(StrEnum):
    """Light, dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings of one learner; `text_scale` multiplies every size of the type scale, 1.0 to 2.0."""

    exam_date: date | None = None
    minutes_a_day: int = 40
    session_size: int = 30
    appearance: Appearance = Appearance.SYSTEM
    text_scale: float = 1.0
    reduce_motion: bool = False
    show_keys: bool = True
    ask_confidence: bool = True
