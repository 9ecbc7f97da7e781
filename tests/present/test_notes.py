"""The contents, a note with its terms, a term, a sheet, hits and paper."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.note import Page, PageKind, Term
from certstudy.present import notes as views
from certstudy.present.gloss import Gloss, Glossed
from certstudy.present.notes import PageView
from certstudy.present.paper import printout
from certstudy.study import notes
from certstudy.study.notes import Progress
from tests.fakes import FakeDesk, fake_desk
from tests.notes import BARE, FIRST, SECOND, SRC, furnished


@pytest.fixture
def behind() -> FakeDesk:
    return furnished(fake_desk())


def note_view(behind: FakeDesk, objective: str = FIRST) -> PageView:
    reading = notes.read_note(behind.desk, objective)
    assert reading is not None
    catalog = behind.catalog
    return views.note_view(catalog.syllabus, reading, notes.shelf(behind.desk), catalog.question)


def test_the_contents_follow_the_outline_and_mark_what_can_be_read(behind: FakeDesk) -> None:
    nodes = views.contents(behind.catalog.syllabus, notes.shelf(behind.desk))
    assert [(node.title, node.code, node.progress) for node in nodes] == [
        ("Planning", "Pl", "1 note"),
        ("Building", "Bu", "1 note"),
        ("Watching", "Wa", ""),
    ]
    first, second = nodes[0].parts[0].parts
    assert first.page == Page(PageKind.NOTE, FIRST)
    assert first.progress == "0/6"
    assert first.name == "Planning objective 1.1, has a note, 0 of 6 questions known, 6 not met yet"
    assert second.page is None
    assert "no note yet" in second.name


def test_a_note_in_views(behind: FakeDesk) -> None:
    view = note_view(behind)
    assert (view.title, view.aside) == ("Plan the first thing", "checked 2 Jan 2026")
    text, picture, code, _traps = view.blocks
    assert "<table>" in text.html
    assert picture.picture is not None
    assert picture.picture.src == SRC
    assert code.title == "Azure Pipelines"
    assert code.spans
    assert view.links[0].url == "https://example.org/guide"
    assert len(view.questions) == 6
    assert view.before is None
    assert view.after is not None
    assert view.after.page == Page(PageKind.NOTE, SECOND)


def test_the_first_mention_of_a_term_leads_to_its_meaning(behind: FakeDesk) -> None:
    view = note_view(behind)
    assert [meaning.term for meaning in view.terms] == ["Canary", "CI", "Blue & green"]
    assert view.terms[0].means == "A release that few users see first."
    html = "".join(block.html for block in view.blocks)
    assert re.findall(r'<a href="term:(\d)">([^<]*)</a>', html) == [
        ("0", "canary"), ("1", "CI"), ("2", "blue &amp; green"),
    ]  # fmt: skip
    assert "<code>canary</code>" in html
    assert "and ci neither" in html


@given(
    st.lists(st.sampled_from(["CI", "canary", "x", "`CI`", "**CI**", "## CI\n", "[CI](https://a.b)", "CI-x"]))
)
def test_marking_terms_changes_no_word_and_marks_each_once(parts: list[str]) -> None:
    from certstudy.present import markup  # noqa: PLC0415

    html = markup.block(" ".join(parts))
    glossed = Glossed(Gloss((Term("CI", "c"), Term("Canary", "d"))))
    marked = glossed.html(html)
    assert re.sub(r'<a href="term:\d+">(.*?)</a>', r"\1", marked) == html
    assert marked.count('"term:') == len(glossed.used) <= 2
    assert not re.search(r"<(code|a href=\"https)[^>]*>[^<]*<a", marked)


def test_a_term_says_where_it_is_used(behind: FakeDesk) -> None:
    reading = notes.read_term(behind.desk, "Canary")
    assert reading is not None
    view = views.term_view(behind.catalog.syllabus, reading, notes.shelf(behind.desk))
    assert view.aside == "Also: canary release"
    assert [way.title for way in view.related] == ["Plan the first thing"]
    assert "<strong>few</strong>" in view.blocks[0].html


def test_hits_stand_by_kind(behind: FakeDesk) -> None:
    pages = [Page(PageKind.TERM, "CI"), Page(PageKind.SHEET, "build"), Page(PageKind.NOTE, FIRST)]
    nodes = views.hit_nodes(behind.catalog.syllabus, notes.shelf(behind.desk), pages)
    assert [(node.title, [part.title for part in node.parts]) for node in nodes] == [
        ("Notes", ["Planning objective 1.1"]),
        ("Glossary", ["CI"]),
        ("Cheat sheets", ["Building on a page"]),
    ]
    assert views.hit_nodes(behind.catalog.syllabus, notes.shelf(behind.desk), []) == ()


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(), "no questions"),
        (Progress(1, 1, 1), "1 of 1 question known"),
        (Progress(7, 4, 3), "3 of 7 questions known, 3 not met yet"),
    ],
)
def test_progress_in_words(progress: Progress, words: str) -> None:
    assert views.progress_words(progress) == words


def test_on_paper_there_are_no_links_to_terms_but_addresses_and_pictures(behind: FakeDesk) -> None:
    html = printout(note_view(behind)).html
    assert "term:" not in html
    assert f"<img src='{SRC}' width='200'>" in html
    assert "https://example.org/guide" in html
    assert "script: make test" in html
    assert "border='1'" in html
    bare = replace(note_view(behind, SECOND), links=())
    assert "<ul>" not in printout(bare).html


def test_a_sheet_names_its_area(behind: FakeDesk) -> None:
    sheet = notes.read_sheet(behind.desk, "build")
    assert sheet is not None
    view = views.sheet_view(behind.catalog.syllabus, sheet)
    assert view.place is not None
    assert (view.place.code, view.title, view.aside) == ("Bu", "Building on a page", "")
    assert [node.id for node in views.sheet_nodes(behind.catalog.syllabus, notes.shelf(behind.desk))] == [
        "build"
    ]
    assert BARE not in notes.shelf(behind.desk).notes
