"""The Today screen's view: says what is so, in words that fit the day."""

from datetime import date

import pytest

from certstudy.core.preferences import Preferences
from certstudy.present.today import rail_view
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk
from tests.paths import CERTIFICATION
from tests.present.screens import booked, plain, today_screen
from tests.study.learning import work_through

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("exam", "title", "subtitle"),
    [
        (date(2026, 12, 19), "26 days to the exam", "Monday 23 November. Exam on Saturday 19 December."),
        (date(2026, 11, 24), "1 day to the exam", "Monday 23 November. Exam on Tuesday 24 November."),
        (date(2026, 11, 23), "The exam is today", "Monday 23 November. Exam on Monday 23 November."),
        (date(2026, 11, 20), "Today", "Monday 23 November. The exam was on Friday 20 November."),
    ],
)
def test_the_title_counts_the_days(at: FakeDesk, exam: date, title: str, subtitle: str) -> None:
    view = booked(at, exam)
    assert (view.title, view.subtitle) == (title, subtitle)


def test_without_a_date_the_subtitle_says_where_to_set_it(at: FakeDesk) -> None:
    view = today_screen(at)
    assert view.title == "Today"
    assert "Set the exam date" in view.subtitle
    assert not view.dated
    assert view.rail.detail == "No exam date"


def test_the_rail_names_the_exam_and_its_areas(at: FakeDesk) -> None:
    view = rail_view(at.catalog.syllabus, date(2026, 12, 19), TODAY)
    assert (view.exam, view.detail) == ("T-100", "19 Dec · 26 days")
    assert [tag.code for tag in view.areas] == ["Pl", "Bu", "Wa"]
    assert view.shares == (25, 50, 25)
    assert rail_view(at.catalog.syllabus, date(2026, 11, 20), TODAY).detail == "20 Nov"
    assert rail_view(at.catalog.syllabus, date(2029, 1, 4), TODAY).detail == "4 Jan 2029 · 773 days"


def test_an_exam_of_another_year_is_named_with_its_year(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2024, 1, 4)))
    assert today_screen(at).subtitle.endswith("The exam was on Thursday 4 January 2024.")


def test_worth_rows_are_practised_by_their_objective(at: FakeDesk) -> None:
    rows = today_screen(at).worth
    assert len(rows) == 5
    assert today_screen(at).worth_unit == "share of the exam still to win"
    assert rows[0].scope == "build.g1.o1"
    assert (rows[0].area.code, rows[0].title, plain(rows[0].gain)) == (
        "Bu",
        "Building objective 1.1",
        "9.4 %",
    )


def test_with_evidence_groups_are_worth_points(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30), right=False)
    view = today_screen(at)
    assert plain(view.worth_unit) == "points of 1,000 for 45 min"
    assert len(view.worth) == 5
    assert view.worth[0].scope.startswith("build.g")
    assert all(row.gain.startswith("+") for row in view.worth)
    gains = [int(row.gain) for row in view.worth]
    assert gains == sorted(gains, reverse=True)


def test_after_midnight_the_learners_day_goes_on(at: FakeDesk) -> None:
    at.clock.forward(hours=13)
    view = booked(at, date(2026, 11, 27))
    assert view.title == "4 days to the exam"
    assert view.subtitle == "Monday 23 November. Exam on Friday 27 November."
    assert [bar.label for bar in view.days if bar.kind == "exam"] == ["27 Nov: exam"]


def test_an_open_renewal_window_is_brought_to_mind(at: FakeDesk) -> None:
    at.catalog.certification = CERTIFICATION
    at.record.prefer(Preferences(passed=date(2026, 3, 2)))
    assert (
        today_screen(at).subtitle
        == "Monday 23 November. Your certification can be renewed until 2 March 2027."
    )
    at.record.prefer(Preferences(passed=date(2026, 10, 2)))
    assert "renewed" not in today_screen(at).subtitle


def test_a_mock_exam_of_the_plan_is_told_on_its_day(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20)))
    hint = today_screen(at).hint
    assert hint is not None
    assert (hint.text, hint.action, hint.form) == ("Today: diagnostic", "Set it up", "diagnostic")
    assert plain(hint.detail).startswith("15 questions, 15 min")
    bars = {bar.label.split(":")[0]: bar for bar in today_screen(at).days}
    assert (plain(bars["7 Dec"].label), bars["7 Dec"].mark) == ("7 Dec: mock exam, 1 h 40 min", "mock")
    at.record.prefer(Preferences(date(2026, 12, 20), plan_mocks=False))
    assert today_screen(at).hint is None
