"""The card of the next attempt in plain words."""

from datetime import date

import pytest

from certstudy.core.certification import Certification, Edition, Retake
from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.preferences import Preferences
from certstudy.present.recovery import RecoveryView, recovery_view
from certstudy.present.today import today_view
from certstudy.present.words import NARROW
from certstudy.study.readiness import enter_result
from certstudy.study.recovery import recovery
from certstudy.study.today import look
from tests.fakes import FakeDesk, fake_desk
from tests.study.learning import meet


@pytest.fixture
def at() -> FakeDesk:
    made = fake_desk()
    rule = Retake(24, 14, 5, 12)
    made.catalog.certification = Certification(
        "T", (), 12, 6, "", "", (Edition(date(2026, 1, 1)),), retake=rule
    )
    enter_result(made.desk, Result(ResultKind.EXAM, made.desk.now().day - 1, 640.0, None, {"build": 0.5}))
    return made


def _view(at: FakeDesk) -> RecoveryView:
    found = recovery(at.desk)
    assert found is not None
    return recovery_view(at.catalog.syllabus, found)


def _text(view: RecoveryView) -> str:
    return " ".join(view.sentences).replace(NARROW, " ")


def test_it_says_what_was_when_next_and_what_the_time_may_do(at: FakeDesk) -> None:
    meet(at, [entry.id for entry in at.catalog.entries[::3]])
    meet(at, [entry.id for entry in at.catalog.entries[1::3]], right=False)
    view = _view(at)
    assert _text(view).startswith(
        "The attempt of 22 Nov scored 640; 700 are needed. The next one may be sat from Monday 23 November on. Until"
    )
    assert "practice may teach much or little" in _text(view)
    assert view.action.startswith("Set the exam to")
    assert view.rows[0].title.startswith("Building, most of it in Building group")


def test_without_evidence_no_chance_is_named_and_with_a_day_none_is_proposed(at: FakeDesk) -> None:
    at.record.prefer(Preferences(date(2026, 12, 20)))
    view = _view(at)
    assert "too few first answers" in _text(view)
    assert "%" not in _text(view)
    assert (view.day, view.action) == (None, "")


def test_a_day_before_the_rules_allow_it_is_told(at: FakeDesk) -> None:
    enter_result(at.desk, Result(ResultKind.EXAM, at.desk.now().day, 650.0))
    at.record.prefer(Preferences(date(2026, 12, 1)))
    assert "Your exam date, 1 Dec, comes before that." in _text(_view(at))


def test_today_leads_to_it_until_a_day_is_set(at: FakeDesk) -> None:
    hint = today_view(at.catalog.syllabus, look(at.desk)).hint
    assert hint is not None
    assert (hint.action, hint.page, hint.form) == ("Plan the next attempt", "plan", "")
    at.record.prefer(Preferences(date(2026, 12, 20), plan_mocks=False))
    assert today_view(at.catalog.syllabus, look(at.desk)).hint is None
