"""The progress view says what the record says, in words, and nothing more."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from certstudy.core.record import DayTotal, ObjectiveTotal
from certstudy.present.chart import DayCell, ObjectiveSeat
from certstudy.present.progress import ProgressView, progress_view
from tests.core.syllabi import syllabus
from tests.gui.progress.samples import DAYS, EXAM, TODAY, empty_overview, sample_overview

SYLLABUS = syllabus()
FIRST = SYLLABUS.objectives[0]


@pytest.fixture(scope="module")
def view() -> ProgressView:
    return progress_view(SYLLABUS, sample_overview(SYLLABUS))


def with_days(*days: DayTotal) -> ProgressView:
    return progress_view(SYLLABUS, replace(empty_overview(SYLLABUS), days=days, answers=1))


def day(back: int, answers: int, minutes: int) -> DayTotal:
    return DayTotal(TODAY - back, "a0", answers, 0.0, minutes * 60_000, 0, 0.0)


def cell(view: ProgressView, back: int) -> DayCell:
    return view.activity.cells[-1 - back]


def seat(met: int, known: int, questions: int) -> ObjectiveSeat:
    seen = replace(
        empty_overview(SYLLABUS),
        objectives={FIRST.id: ObjectiveTotal(FIRST.id, met, float(known), met, known)},
        questions={FIRST.id: questions},
    )
    return progress_view(SYLLABUS, seen).coverage[0].groups[0].seats[0]


def test_the_subtitle_counts_all_answers(view: ProgressView) -> None:
    seen = sample_overview(SYLLABUS)
    since = date.fromordinal(seen.since)
    assert view.subtitle == f"{seen.answers:,} answers since {since.day} June"
    last_year = replace(seen, since=date(2025, 12, 1).toordinal())
    assert progress_view(SYLLABUS, last_year).subtitle.endswith("1 December 2025")


def test_trends_are_in_per_cent_and_end_today(view: ProgressView) -> None:
    assert [trend.area.slot for trend in view.trends] == [0, 1, 2, 3, 4]
    for trend in view.trends:
        assert len(trend.points) == 12
        assert trend.points[-1].label == "today"
        assert trend.points[0].label == "7 Sep"
        for point in trend.points:
            assert 0 < point.span.low < point.span.value < point.span.high < 100
    assert view.tick == 70


def test_the_prediction_follows_the_mock_exams_on_the_day_of_the_exam(view: ProgressView) -> None:
    assert [point.label for point in view.mocks] == ["27 Sep", "18 Oct", "8 Nov", "today", "19 Dec"]
    assert [point.predicted for point in view.mocks] == [False] * 4 + [True]
    assert [point.id for point in view.mocks] == ["1", "2", "3", "4", ""]
    assert view.mocks[-1].x == EXAM.toordinal()
    for point in view.mocks:
        assert point.span.low < point.span.value < point.span.high


@pytest.mark.parametrize("exam", [None, date.fromordinal(TODAY), date(2026, 1, 1)])
def test_no_prediction_without_an_exam_to_come(exam: date | None) -> None:
    seen = replace(sample_overview(SYLLABUS), exam_date=exam)
    assert not any(point.predicted for point in progress_view(SYLLABUS, seen).mocks)


def test_no_mock_exam_means_no_prediction_but_a_word_on_what_to_do() -> None:
    found = progress_view(SYLLABUS, replace(sample_overview(SYLLABUS), mocks=()))
    assert found.mocks == ()
    assert found.no_mocks is not None
    assert found.no_mocks.action == "Set up a mock exam"


def test_a_year_of_whole_weeks_up_to_today(view: ProgressView) -> None:
    cells = view.activity.cells
    assert cells[0].weekday == 0
    assert cells[0].week == 0
    assert cells[-1].today
    assert cells[-1].week == view.activity.weeks - 1
    assert sum(c.today for c in cells) == 1
    first = date.fromordinal(TODAY) - timedelta(days=len(cells) - 1)
    assert cells[0].values[0] == first.isoformat()
    assert {(c.week, c.weekday) for c in cells} == {(i // 7, i % 7) for i in range(len(cells))}
    months = [name for _week, name in view.activity.months]
    assert months[-1] == "Nov"
    assert len(months) == 12


@pytest.mark.parametrize(("minutes", "step"), [(0, 1), (14, 1), (15, 2), (30, 3), (59, 3), (60, 4), (300, 4)])
def test_a_day_is_darker_the_longer_it_was(minutes: int, step: int) -> None:
    assert cell(with_days(day(3, 10, minutes)), 3).step == step


def test_a_day_with_too_little_stays_pale_and_says_why() -> None:
    found = cell(with_days(day(3, 4, 4)), 3)
    assert found.step == 0
    assert found.lines == ("Friday 20 Nov", "4 answers, 4\u202fmin", "too little to count as a day")
    assert cell(with_days(day(3, 4, 4)), 4).lines[1] == "nothing answered"


def test_the_figures_beside_the_map() -> None:
    found = with_days(day(0, 4, 1), day(1, 10, 20), day(2, 10, 40), day(4, 10, 30), day(90, 10, 30))
    assert [(stat.figure, stat.caption) for stat in found.stats] == [
        ("2 days", "in a row, longest 2"),
        ("3 days", "of the last 84"),
        ("30\u202fmin", "on a day with practice"),
    ]
    assert found.rule == "A day counts from 5 answers or 5\u202fmin on."


def test_every_objective_has_its_seat(view: ProgressView) -> None:
    seats = [s for area in view.coverage for group in area.groups for s in group.seats]
    assert [s.id for s in seats] == [objective.id for objective in SYLLABUS.objectives]
    assert view.objectives == f"{len(seats)} objectives"
    assert view.objectives_aside.startswith(f"{sum(s.share is not None for s in seats)} met")


def test_a_seat_is_filled_by_the_share_of_all_its_questions() -> None:
    found = seat(met=4, known=3, questions=6)
    assert found.share == 0.5
    assert found.detail == "3 of 6 questions right, 4 met"


def test_a_seat_never_met_says_how_many_questions_wait() -> None:
    found = seat(met=0, known=0, questions=1)
    assert (found.id, found.share, found.detail) == (FIRST.id, None, "not met yet, 1 question")


def test_an_objective_without_questions_opens_nothing() -> None:
    found = seat(met=0, known=0, questions=0)
    assert (found.id, found.share) == ("", None)


def test_questions_gone_from_the_pack_leave_no_share_above_one() -> None:
    assert seat(met=5, known=5, questions=3).share == 1.0


def test_an_empty_record_says_what_gathers_here() -> None:
    found = progress_view(SYLLABUS, empty_overview(SYLLABUS))
    assert found.no_answers is not None
    assert found.subtitle == ""
    assert all(trend.points == () and trend.note for trend in found.trends)
    assert found.stats[0].figure == "0 days"
    assert found.stats[2].figure == "0\u202fmin"


def test_the_sample_is_of_the_size_it_says() -> None:
    assert TODAY - sample_overview(SYLLABUS).since < DAYS
