"""What is held and until when, what changed since the pass, and a session on just that."""

from dataclasses import replace
from datetime import date

import pytest

from certstudy.core.preferences import Preferences
from certstudy.study.certification import CertificationStatus, status
from certstudy.study.practice import Mode, Request, propose
from certstudy.study.renewal import renewal_questions, revised_questions
from tests.fakes import FakeDesk, fake_desk
from tests.paths import CERTIFICATION, FIRST
from tests.study.learning import meet


@pytest.fixture
def at() -> FakeDesk:
    made = fake_desk()
    made.catalog.certification = CERTIFICATION
    return made


def _status(at: FakeDesk, **values: object) -> CertificationStatus:
    at.record.prefer(replace(Preferences(), **values))  # type: ignore[arg-type]
    found = status(at.desk)
    assert found is not None
    return found


def _on(at: FakeDesk, *objectives: str) -> set[str]:
    return {entry.id for entry in at.catalog.entries if entry.objective in objectives}


def test_a_pack_without_a_certification_has_no_path() -> None:
    at = fake_desk()
    assert status(at.desk) is None
    assert renewal_questions(at.desk) == frozenset()


def test_before_the_pass_the_newest_edition_counts(at: FakeDesk) -> None:
    found = _status(at, exam_date=date(2026, 12, 19))
    assert found.mine is None
    assert found.expected is not None
    assert (found.expected.until, found.expected.opens) == (date(2027, 12, 19), date(2027, 6, 19))
    assert [change.title for change in found.changes] == ["Less planning"]
    assert found.renewal == found.questions["plan.g1.o1"] == len(_on(at, "plan.g1.o1"))


def test_what_is_held_is_told_with_its_end(at: FakeDesk) -> None:
    found = _status(
        at,
        prerequisite="P-1",
        prerequisite_since=date(2026, 6, 14),
        passed=date(2026, 3, 2),
        valid_until=date(2028, 3, 2),
    )
    assert found.prerequisite == FIRST
    assert found.prerequisite_held is not None
    assert found.prerequisite_held.until == date(2027, 6, 14)
    assert found.mine is not None
    assert (found.mine.until, found.mine.opens) == (date(2028, 3, 2), date(2027, 9, 2))
    assert found.expected is None


def test_a_renewal_session_asks_only_what_changed_since_the_pass(at: FakeDesk) -> None:
    at.record.prefer(Preferences(passed=date(2026, 3, 2)))
    picks = propose(at.desk, Request(Mode.RENEWAL, 60)).picks
    assert {pick.entry.id for pick in picks} == _on(at, "plan.g1.o1", "build.g1.o1")
    at.record.prefer(Preferences(passed=date(2026, 5, 1)))
    picks = propose(at.desk, Request(Mode.RENEWAL, 60)).picks
    assert {pick.entry.id for pick in picks} == _on(at, "plan.g1.o1")
    at.record.prefer(Preferences(passed=date(2026, 8, 1)))
    assert propose(at.desk, Request(Mode.RENEWAL, 60)).picks == ()


def test_a_question_whose_text_changed_belongs_to_the_renewal(at: FakeDesk) -> None:
    meet(at, ["watch.g1.o1-0", "watch.g1.o1-1"])
    at.record.prefer(Preferences(passed=date(2026, 8, 1)))
    assert revised_questions(at.desk) == frozenset()
    question = at.catalog.question("watch.g1.o1-0")
    at.catalog._questions[question.id] = replace(question, revision="another")
    assert revised_questions(at.desk) == {"watch.g1.o1-0"}
    assert renewal_questions(at.desk) == {"watch.g1.o1-0"}
    assert _status(at, passed=date(2026, 8, 1)).revised == 1
