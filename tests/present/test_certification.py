"""The Certification screen's view: steps in their state, a time line in order, changes, dates for a calendar."""

from dataclasses import replace
from datetime import date

import pytest

from certstudy.core.certification import ChangeKind
from certstudy.core.preferences import Preferences
from certstudy.present.certification import (
    CertificationView,
    certification_events,
    certification_view,
    change_word,
    edition_lines,
)
from certstudy.study.certification import status
from tests.fakes import FakeDesk, fake_desk
from tests.paths import CERTIFICATION


@pytest.fixture
def at() -> FakeDesk:
    made = fake_desk()
    made.catalog.certification = CERTIFICATION
    return made


def _view(at: FakeDesk, **values: object) -> CertificationView:
    at.record.prefer(replace(Preferences(), **values))  # type: ignore[arg-type]
    found = status(at.desk)
    assert found is not None
    return certification_view(at.catalog.syllabus, found)


def _events(at: FakeDesk, **values: object) -> list[tuple[date, str]]:
    at.record.prefer(replace(Preferences(), **values))  # type: ignore[arg-type]
    found = status(at.desk)
    assert found is not None
    return [(event.day, event.title) for event in certification_events(at.catalog.syllabus, found)]


def test_at_the_start_everything_lies_ahead(at: FakeDesk) -> None:
    view = _view(at)
    assert [(step.title, step.state) for step in view.steps] == [
        ("Prerequisite", "now"),
        (f"Exam {at.catalog.syllabus.exam.code}", "now"),
        ("Badge", "ahead"),
        ("Expiry", "ahead"),
        ("Renewal", "ahead"),
    ]
    assert view.steps[0].detail == (
        "Planner Associate (P-1), before or after the exam."
        " P-2 cannot be earned or renewed since 31 July 2026."
    )
    assert view.line.spans == ()
    assert view.line.exam is None


def test_with_a_date_the_year_after_it_is_drawn_as_if_passed(at: FakeDesk) -> None:
    view = _view(at, exam_date=date(2026, 12, 19))
    assert view.steps[1].detail == "On 19 December 2026."
    assert view.steps[3].title == "Expiry, 19 December 2027"
    (span,) = view.line.spans
    assert (span.title, span.certain) == ("Builder Expert, if you pass", False)
    assert view.line.exam is not None
    assert 0 < view.line.today < view.line.exam == span.left < span.window[0] < span.right <= 1


def test_the_renewal_is_open_in_its_window_and_lost_after_it(at: FakeDesk) -> None:
    opened = _view(at, passed=date(2026, 3, 2), badge="https://example.org/b").steps
    assert opened[2].link == "https://example.org/b"
    assert (opened[3].state, opened[3].detail) == ("ahead", "99 days left.")
    assert (opened[4].state, opened[4].detail.split(".")[0]) == ("now", "Open now")
    lapsed = _view(at, passed=date(2025, 3, 2)).steps
    assert (lapsed[3].state, lapsed[3].detail) == ("late", "Expired.")
    assert lapsed[4].state == "ahead"


def test_a_prerequisite_is_told_with_what_can_become_of_it(at: FakeDesk) -> None:
    fine = _view(at, prerequisite="P-1", prerequisite_since=date(2026, 6, 14)).steps[0]
    assert fine.detail == "Planner Associate (P-1), since 14 June 2026, valid to 14 June 2027."
    retired = _view(at, prerequisite="P-2", prerequisite_since=date(2026, 6, 14))
    assert retired.steps[0].detail.endswith("It can no longer be renewed.")
    assert retired.line.spans[0].window_words == "no renewal any more"
    over = _view(at, prerequisite="P-1", prerequisite_since=date(2025, 6, 14)).steps[0]
    assert (over.state, over.detail) == ("late", "Planner Associate (P-1), expired on 14 June 2026.")


def test_changes_are_listed_with_their_questions(at: FakeDesk) -> None:
    view = _view(at)
    assert (view.changes_title, view.changes[0].kind) == ("Changed on 27 July 2026", "Narrowed")
    total = len(at.catalog.syllabus.objectives)
    assert view.changes_aside == f"1 of {total} objectives, weights unchanged"
    assert view.changes[0].questions.endswith("questions")
    assert view.practise.startswith("Practise these ")
    assert "No longer measured: Old way. Older material still teaches them." in view.notes
    since = _view(at, passed=date(2026, 8, 1))
    assert (since.changes_title, since.changes, since.practise) == ("Changed since you passed", (), "")
    assert since.notes[0] == "Nothing has changed in the outline since you passed."


def test_the_calendar_gets_exam_windows_and_ends(at: FakeDesk) -> None:
    assert _events(at) == []
    code = at.catalog.syllabus.exam.code
    assert _events(at, exam_date=date(2026, 12, 19)) == [(date(2026, 12, 19), f"Exam {code}")]
    assert _events(at, prerequisite="P-1", prerequisite_since=date(2026, 6, 14), passed=date(2026, 3, 2)) == [
        (date(2026, 12, 14), "Planner Associate: renewal opens"),
        (date(2027, 6, 14), "Planner Associate: last day to renew"),
        (date(2026, 9, 2), "Builder Expert: renewal opens"),
        (date(2027, 3, 2), "Builder Expert: last day to renew"),
    ]


def test_editions_in_lines() -> None:
    newest, older, first = CERTIFICATION.editions
    assert edition_lines(newest) == ("Narrowed: Less planning",)
    twice = replace(newest, changes=(*newest.changes, replace(newest.changes[0], objective="another")))
    assert edition_lines(twice) == edition_lines(newest)
    assert edition_lines(older)[-1] == "No longer measured: Old way"
    assert edition_lines(first) == ("No change is recorded.",)
    assert len({change_word(kind) for kind in ChangeKind}) == len(ChangeKind)
