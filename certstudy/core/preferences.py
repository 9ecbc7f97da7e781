"""What the learner has chosen; every field has a default, so that an older record stays readable."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

DAYS_A_WEEK = 7


class Appearance(StrEnum):
    """Light, dark, or whatever the system says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class RoomColours(StrEnum):
    """The colours of the exam room: its own, or a scheme of high contrast."""

    USUAL = "usual"
    CREAM = "cream"
    YELLOW = "yellow"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Settings of one learner; `text_scale` multiplies every size of the type scale, 1.0 to 2.0.

    `week` holds the minutes of Monday to Sunday where they differ from `minutes_a_day`, else nothing. What is held
    (`prerequisite` by its code, `passed` for the exam) lasts to a day of its own where renewals have extended it.
    `forgetting` holds the parameters of the learner's own forgetting once they were fitted. With `clock_runs_on` a
    mock exam's clock does not stand while the learner is away from it. `plan_mocks` puts mock exams in the plan.
    """

    exam_date: date | None = None
    minutes_a_day: int = 40
    session_size: int = 30
    appearance: Appearance = Appearance.SYSTEM
    text_scale: float = 1.0
    reduce_motion: bool = False
    show_keys: bool = True
    ask_confidence: bool = True
    room_colours: RoomColours = RoomColours.USUAL
    clock_runs_on: bool = False
    week: tuple[int, ...] = ()
    days_off: tuple[date, ...] = ()
    prerequisite: str = ""
    prerequisite_since: date | None = None
    prerequisite_until: date | None = None
    passed: date | None = None
    valid_until: date | None = None
    badge: str = ""
    forgetting: tuple[float, ...] = ()
    plan_mocks: bool = True

    def minutes_on(self, day: date) -> int:
        """The minutes that the learner means to give on a day; 0 on a day off."""
        if day in self.days_off:
            return 0
        return self.week[day.weekday()] if len(self.week) == DAYS_A_WEEK else self.minutes_a_day
