"""A paused sitting says where it stands."""

from certstudy.study.mock_exam import Rules, prepare, start, tick
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk
from tests.present.screens import today_screen
from tests.study.learning import answered, begin


def test_nothing_paused_shows_no_banner(at: FakeDesk) -> None:
    assert today_screen(at).banner is None


def test_paused_practice_says_where_it_stands(at: FakeDesk) -> None:
    sitting = answered(at, begin(at, Request(Mode.UNSEEN, 8)))
    banner = today_screen(at).banner
    assert banner is not None
    assert (banner.text, banner.detail) == ("Practice is paused: Unseen", "question 2 of 8")
    assert (banner.sitting, banner.mock, banner.action) == (sitting.record.id, False, "")


def test_a_sitting_answered_but_not_closed_stays_within_its_questions(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, 5))
    while not sitting.finished:
        sitting = answered(at, sitting)
    banner = today_screen(at).banner
    assert banner is not None
    assert banner.detail == "question 5 of 5"


def test_a_paused_mock_exam_says_what_time_is_left(at: FakeDesk) -> None:
    exam, _changes = start(at.desk, prepare(at.desk, 40), Rules(50))
    tick(at.desk, exam, 61_000)
    banner = today_screen(at).banner
    assert banner is not None
    assert (banner.text, banner.detail, banner.mock) == (
        "A mock exam is paused", "question 1 of 40, 48:59 left", True,
    )  # fmt: skip
