"""The Today screen as it is seen, and texts without the narrow spaces before their units."""

from datetime import date

from certstudy.core.preferences import Preferences
from certstudy.present.today import today_view
from certstudy.present.today_view import TodayView
from certstudy.present.words import NARROW
from certstudy.study.today import look
from tests.fakes import FakeDesk


def today_screen(at: FakeDesk) -> TodayView:
    return today_view(at.catalog.syllabus, look(at.desk))


def booked(at: FakeDesk, exam: date) -> TodayView:
    """The screen of somebody whose exam is on that day."""
    at.record.prefer(Preferences(exam_date=exam))
    return today_screen(at)


def plain(text: str) -> str:
    return text.replace(NARROW, " ")
