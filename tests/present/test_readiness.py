"""Readiness in words: no chance without evidence, and with it a range and what it rests on."""

from certstudy.core.exam_result import Result, ResultKind
from certstudy.study.practice import Mode, Request
from tests.fakes import FakeDesk
from tests.present.screens import plain, today_screen
from tests.study.learning import work_through


def test_no_chance_is_named_without_evidence(at: FakeDesk) -> None:
    view = today_screen(at).readiness
    assert (view.figure, view.range, view.density) == ("", "", None)
    assert view.sentence == "20 more first answers needed before a chance to pass can be named."
    assert {row.note for row in view.rows} == {"no answers yet"}
    assert all(row.span is None for row in view.rows)
    assert view.why


def test_one_answer_short_of_evidence_is_singular(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 19))
    assert today_screen(at).readiness.sentence.startswith("1 more first answer needed")


def test_a_chance_comes_with_its_range_and_the_curve_it_is_read_from(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30))
    view = today_screen(at).readiness
    assert view.density is not None
    assert view.range.startswith("likely ")
    assert 0 <= int(view.figure) <= 100
    scores = [score for score, _density in view.density.points]
    assert scores == sorted(scores)
    assert scores[0] < view.density.pass_mark == 700 < scores[-1] <= 1000
    assert view.density.span.low <= view.density.span.value <= view.density.span.high
    for row in view.rows:
        assert row.span is not None
        assert 0 <= row.span.low <= row.span.value <= row.span.high <= 100


def test_a_chance_that_nothing_moves_is_one_figure(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30), right=False)
    view = today_screen(at).readiness
    assert plain(view.range) == "likely 1 %"
    words = plain(" ".join(view.why))
    assert "The chance to pass is about 1 %, whatever your answers leave open." in words


def test_the_panel_says_what_the_number_rests_on(at: FakeDesk) -> None:
    work_through(at, Request(Mode.MIX, 30))
    words = " ".join(today_screen(at).readiness.why)
    assert "It rests on 30 first answers" in words
    assert "Practice often flatters" in words
    at.desk.ledger.add_result(Result(ResultKind.EXAM, at.desk.now().day, 500.0), at.desk.now())
    words = " ".join(today_screen(at).readiness.why)
    assert "the exam is harder for you than practice" in words
    assert "Practice often flatters" not in words
