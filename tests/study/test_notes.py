"""What there is to read, and how far the learner is with the questions beside it."""

from datetime import timedelta

from certstudy.core.moment import moment_of
from certstudy.core.note import Page, PageKind
from certstudy.core.record import Answer
from certstudy.study import notes
from certstudy.study.notes import Progress
from tests.fakes import NOON, fake_desk
from tests.notes import BARE, FIRST, SECOND, furnished


def test_the_shelf_tells_progress_of_every_objective() -> None:
    behind = furnished(fake_desk())
    for question, days in ((f"{FIRST}-0", 40), (f"{FIRST}-0", 20), (f"{FIRST}-0", 1), (f"{FIRST}-1", 1)):
        at = moment_of(NOON - timedelta(days=days))
        right = question.endswith("0")
        behind.record.answers.append(
            Answer(1, question, at, frozenset("a" if right else "c"), int(right), 1, 9_000)
        )
    shelf = notes.shelf(behind.desk)
    assert shelf.progress[FIRST] == Progress(6, 2, 1)
    assert shelf.progress[BARE] == Progress(6, 0, 0)
    assert list(shelf.notes) == [FIRST, SECOND]
    assert list(shelf.sheets) == ["build"]


def test_a_note_knows_its_questions_and_neighbours() -> None:
    desk = furnished(fake_desk()).desk
    first, second = notes.read_note(desk, FIRST), notes.read_note(desk, SECOND)
    assert first is not None
    assert second is not None
    assert [found.entry.objective for found in first.questions] == [FIRST] * 6
    assert (first.before, first.after) == ("", SECOND)
    assert (second.before, second.after) == (FIRST, "")
    assert notes.read_note(desk, BARE) is None


def test_a_term_is_opened_by_any_of_its_names_and_knows_where_it_is_used() -> None:
    desk = furnished(fake_desk()).desk
    reading = notes.read_term(desk, "canary release")
    assert reading is not None
    assert reading.term.term == "Canary"
    assert reading.notes == (FIRST,)
    assert reading.terms == ()
    assert notes.read_term(desk, "nothing") is None


def test_search_finds_pages_of_every_kind() -> None:
    desk = furnished(fake_desk()).desk
    assert notes.search(desk, "on a page") == [Page(PageKind.SHEET, "build")]
    assert notes.read_sheet(desk, "build") is not None
    assert notes.search(desk, " ") == []
