"""The end of a practice sitting in figures."""

import pytest

from certstudy.core.moment import moment_of
from certstudy.core.record import Answer
from certstudy.present.summary import SummaryView, summary_view
from certstudy.present.words import NARROW
from tests.fakes import NOON, small_syllabus

AT = moment_of(NOON)


def _answer(points: int, out_of: int = 1, seconds: int = 60) -> Answer:
    return Answer(1, "q", AT, frozenset("a"), points, out_of, seconds * 1000)


def _view(answers: list[Answer], slots: list[int], asked: int = 0) -> SummaryView:
    return summary_view(small_syllabus(), answers, slots, asked or len(answers))


def test_a_sitting_in_figures() -> None:
    view = _view([_answer(1), _answer(1, 2), _answer(0), _answer(2, 2)], [1, 1, 0, 1])
    assert (view.title, view.headline, view.missed) == ("Session finished", "2 of 4 right", 2)
    assert view.detail == f"4 questions in 4{NARROW}min, 4 of 6 points."
    assert view.action == "Practise the 2 I missed"


def test_areas_stand_in_the_outlines_order_and_only_those_asked() -> None:
    rows = _view([_answer(1), _answer(1, 2), _answer(0)], [2, 2, 0]).rows
    assert [(row.area.code, row.share, row.figure, row.detail) for row in rows] == [
        ("Pl", 0.0, "0 of 1 right", ""), ("Wa", 2 / 3, "1 of 2 right", "2 of 3 points"),
    ]  # fmt: skip


def test_points_are_left_out_where_they_say_what_the_questions_say() -> None:
    view = _view([_answer(1), _answer(0)], [1, 1])
    assert view.detail == f"2 questions in 2{NARROW}min."
    assert [row.detail for row in view.rows] == [""]


@pytest.mark.parametrize(("asked", "ending"), [(1, "s."), (4, "3 were left open.")])
def test_what_was_left_open_is_said(asked: int, ending: str) -> None:
    assert _view([_answer(1)], [0], asked).detail.endswith(ending)


def test_a_short_session_took_seconds() -> None:
    assert _view([_answer(1, seconds=18)], [0]).detail == f"1 question in 18{NARROW}s."


def test_one_missed_is_singular() -> None:
    view = _view([_answer(0)], [0])
    assert view.action == "Practise the one I missed"
    assert view.detail.startswith("1 question in ")


def test_a_sitting_left_at_once_has_no_rows() -> None:
    view = _view([], [], asked=5)
    assert (view.headline, view.rows, view.missed) == ("0 of 0 right", (), 0)
