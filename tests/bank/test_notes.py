"""Notes, sheets and glossary: read with their places, refused one by one, found by their words, judged by the lint."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.bank.catalog import open_catalog
from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.lint.report import report
from certstudy.bank.notes import read_papers
from certstudy.bank.page_file import blocks_of, drawing_size, opened_page
from certstudy.bank.problem import Problem
from certstudy.core.errors import ContentError
from certstudy.core.note import Listing, Note, Page, PageKind, Passage, Sheet
from certstudy.core.picture import Picture
from tests.bank.files import BREW, brew_syllabus, copy_of_brew, rewrite

NOTE = "notes/brewing.espresso.dialing.md"
DIALING = "brewing.espresso.dialing"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_brew(tmp_path)


def problems(pack: Path) -> list[Problem]:
    return read_papers(read_files(pack_files(pack)), brew_syllabus()).problems


def told(pack: Path) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in problems(pack)]


def test_a_note_is_read_in_its_parts() -> None:
    papers = read_papers(read_files(pack_files(BREW)), brew_syllabus())
    assert papers.problems == []
    (placed,) = papers.notes
    note = placed.page
    assert isinstance(note, Note)
    assert (note.objective, note.title, note.checked) == (DIALING, "Dialing in an espresso", "2026-01-02")
    assert [type(block) for block in note.blocks] == [Passage, Picture, Passage, Listing, Passage]
    assert note.blocks[3] == Listing("yaml", "dose_g: 18\nyield_g: 36\nseconds: 28")
    picture = note.blocks[1]
    assert isinstance(picture, Picture)
    assert (picture.src, picture.width, picture.height) == ("assets/three-cups.svg", 480, 160)
    assert note.references[0].checked == "2026-01-02"


def test_parts_know_their_lines() -> None:
    lines = (BREW / NOTE).read_text(encoding="utf-8").split("\n")
    (placed,) = read_papers(read_files(pack_files(BREW)), brew_syllabus()).notes
    for block in placed.blocks:
        line = lines[block.line - 1]
        match block.block:
            case Passage(text):
                assert text.startswith(line)
            case Listing(language):
                assert line == f"```{language}"
            case Picture():
                assert line.startswith("![Three cups")
    assert lines[placed.place(("references", 0)).line - 1].lstrip().startswith("- {title: Dialing in")


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("objective: brewing.espresso.dialing\n", "objective: brewing.tea\n", "unknown-objective", 3),
        ("title: Dialing in an espresso\n", "titel: Dialing in an espresso\n", "unknown-key", 4),
        ('checked: "2026-01-02"\n', "checked: soon\n", "pattern", 5),
        ("assets/three-cups.svg", "assets/four-cups.svg", "picture", 0),
        ("seconds: 28\n```", "seconds: 28", "open-fence", 0),
        ("---\nschema", "schema", "front-matter", 1),
    ],
)
def test_a_broken_note_is_told_with_its_line(pack: Path, old: str, new: str, code: str, line: int) -> None:
    rewrite(pack / NOTE, old, new)
    found = problems(pack)
    assert code in [problem.code for problem in found]
    first = next(problem for problem in found if problem.code == code)
    assert first.place.file == NOTE
    assert first.place.line == line or (not line and first.place.line > 10)


def test_a_bad_note_stops_neither_other_notes_nor_questions(pack: Path, tmp_path: Path) -> None:
    good = (pack / NOTE).read_text(encoding="utf-8")
    (pack / "notes" / "a.md").write_text("no particulars", encoding="utf-8")
    (pack / "notes" / "b.md").write_bytes(b"\xff\xfe")
    milk = good.replace(DIALING, "brewing.espresso.milk")
    (pack / "notes" / "c.md").write_text(milk.replace("\n", "\r\n"), encoding="utf-8", newline="")
    catalog = open_catalog(pack, tmp_path / "cache")
    try:
        assert list(catalog.notes) == [DIALING, "brewing.espresso.milk"]
        assert sorted(problem.code for problem in catalog.problems) == ["encoding", "front-matter"]
        assert len(catalog.entries) == 12
    finally:
        catalog.close()


def test_what_no_person_writes_is_refused(pack: Path) -> None:
    text = (pack / NOTE).read_text(encoding="utf-8")
    path = pack / "notes" / "brewing.espresso.milk.md"
    head = text[: text.index("## What")].replace(DIALING, "brewing.espresso.milk")
    for body, code in (
        ("*a " * 20_000, "long-text"),
        (f"```yaml\n{'a: b' * 20_000}\n```", "long-text"),
        ("```yaml\na: b\n```\n" * 300, "too-large"),
        ("\n \n", "empty"),
        ("a" * 2_000_001, "too-large"),
    ):
        path.write_text(head + body, encoding="utf-8")
        assert [problem.code for problem in problems(pack)] == [code]


def test_a_second_note_for_an_objective_is_refused(pack: Path) -> None:
    (pack / "notes" / "z.md").write_bytes((pack / NOTE).read_bytes())
    assert told(pack) == [("repeated-page", 2)]


def test_a_picture_must_be_described_and_a_drawing(pack: Path) -> None:
    path = pack / "notes" / "brewing.espresso.milk.md"
    path.write_text(
        "---\nschema: certstudy.note/1\nobjective: brewing.espresso.milk\ntitle: Milk\n"
        'checked: "2026-01-02"\n---\n![](assets/three-cups.svg)\n',
        encoding="utf-8",
    )
    assert told(pack) == [("alt", 7)]
    (pack / "assets" / "three-cups.svg").write_text(
        "<svg viewBox='0 0 9 9'><script/></svg>", encoding="utf-8"
    )
    assert [code for code, _line in told(pack)] == ["picture", "alt"]


@pytest.mark.parametrize(
    ("svg", "size"),
    [
        ('<svg width="400" height="300" viewBox="0 0 1 1">', (400, 300)),
        ("<svg width='400px' height='30.4px'>", (400, 30)),
        ('<svg viewBox="0 0 640 200">', (640, 200)),
        ('<svg width="100%" viewBox="0,0,640,200">', (640, 200)),
        ("<svg>", None),
        ('<svg width="0" height="10">', None),
        ('<svg width="99999" height="10">', None),
        ("no drawing", None),
    ],
)
def test_the_size_of_a_drawing(svg: str, size: tuple[int, int] | None) -> None:
    assert drawing_size(svg.encode()) == size


@given(st.text(alphabet="ab`~!-[]().# \n", max_size=200))
def test_no_text_is_lost_and_lines_rise(body: str) -> None:
    head = opened_page(f"---\na: b\n---\n{body}".encode(), "n.md")
    blocks, faults = blocks_of(head, "n.md", {})
    lines = [block.line for block in blocks]
    assert lines == sorted(lines)
    assert all(line >= 4 for line in lines)
    if not faults:
        kept = "".join(b.block.text if isinstance(b.block, Passage) else b.block.code for b in blocks
                       if not isinstance(b.block, Picture))  # fmt: skip
        assert sum(map(kept.count, "ab")) >= sum(map(body.count, "ab")) - _in_fence_lines(body)


def _in_fence_lines(body: str) -> int:
    """Letters that may name a language rather than be text."""
    return sum(
        line.count("a") + line.count("b") for line in body.split("\n") if line.lstrip()[:3] in ("```", "~~~")
    )


def test_the_glossary_is_read_by_name_and_bad_terms_are_left_out(pack: Path) -> None:
    path = pack / "glossary.yaml"
    rewrite(path, "  - term: Tamp\n", "  - {term: CHARGE, means: Something else.}\n  - term: Tamp\n")
    rewrite(path, "objective: brewing.filter.pouring", "objective: brewing.tea")
    papers = read_papers(read_files(pack_files(pack)), brew_syllabus())
    assert [placed.term.term for placed in papers.terms] == ["Dose", "Extraction", "Tamp"]
    assert [problem.code for problem in papers.problems] == ["unknown-objective", "repeated-term"]
    assert papers.problems[1].place.line == 12


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("schema: certstudy.glossary/2\nterms: []\n", "value"),
        ("schema: certstudy.glossary/1\n", "shape"),
        ("schema: certstudy.glossary/1\nterms: [one]\n", "shape"),
        ("schema: certstudy.glossary/1\nterms: [{term: one}]\n", "missing-key"),
        ("- a\n", "shape"),
    ],
)
def test_what_is_no_glossary(pack: Path, text: str, code: str) -> None:
    (pack / "glossary.yaml").write_text(text, encoding="utf-8")
    assert [problem.code for problem in problems(pack)] == [code]


def test_the_catalogue_keeps_them_warm_and_cold(tmp_path: Path) -> None:
    for _ in range(2):
        catalog = open_catalog(BREW, tmp_path / "cache")
        note, sheet = catalog.note(DIALING), catalog.sheet("brewing")
        assert isinstance(note, Note)
        assert len(note.blocks) == 5
        assert isinstance(sheet, Sheet)
        assert sheet.blocks[1] == Listing("shell", "scale --tare")
        assert catalog.note("brewing.espresso.milk") is None
        assert catalog.sheet("beans") is None
        assert catalog.notes == {DIALING: "Dialing in an espresso"}
        assert catalog.sheets == {"brewing": "Brewing on one page"}
        assert [term.term for term in catalog.glossary] == ["Bloom", "Dose", "Extraction", "Tamp"]
        assert catalog.glossary[1].names == ("Dose", "charge")
        catalog.close()


def test_pages_are_found_by_the_beginnings_of_their_words(tmp_path: Path) -> None:
    catalog = open_catalog(BREW, tmp_path / "cache")
    note = Page(PageKind.NOTE, DIALING)
    assert catalog.search_pages("grinder drif") == [note]
    assert catalog.search_pages("charge") == [Page(PageKind.TERM, "Dose")]
    assert catalog.search_pages("bitter dark") == [note]
    assert catalog.search_pages("one page") == [Page(PageKind.SHEET, "brewing")]
    assert catalog.search_pages("tamp")[0] == Page(PageKind.TERM, "Tamp")
    assert catalog.search_pages("  ") == catalog.search_pages('"*(') == ()
    catalog.close()


def test_a_page_that_rotted_is_not_shown(tmp_path: Path) -> None:
    import sqlite3  # noqa: PLC0415

    catalog = open_catalog(BREW, tmp_path)
    (path,) = tmp_path.iterdir()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE page SET body = replace(body, 'grinder', 'blender') WHERE kind = 'note'")
    connection.close()
    with pytest.raises(ContentError, match="damaged"):
        catalog.note(DIALING)


TODAY = date(2026, 11, 25)


def lint(pack: Path) -> list[tuple[str, str]]:
    found = report(pack, TODAY).problems
    return [(p.code, p.place.file) for p in found if p.place.file.split("/")[0] in ("notes", "sheets")]


def test_sound_pages_pass_the_lint() -> None:
    assert lint(BREW) == []


def _without_code_and_table(text: str) -> str:
    code = text[text.index("```yaml") : text.index("```\n") + 4]
    kept = "\n".join(line for line in text.replace(code, "").split("\n") if not line.startswith("|"))
    return kept.replace("## Traps", "## Traps\n\n" + "A word more is needed here. " * 12)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda text: text[: text.index("## Traps")], "page-length"),
        (lambda text: text + "One more word. " * 200, "page-length"),
        (_without_code_and_table, "nothing-to-look-up"),
        (lambda text: text.replace("```yaml", "```"), "no-language"),
        (lambda text: text.replace("dose_g: 18", "dose_g: [18"), "broken-snippet"),
        (lambda text: text.replace("## Traps", "# Traps"), "top-heading"),
        (lambda text: text.replace("## Traps", "See ![a cup](assets/three-cups.svg) here"), "picture-in-text"),
        (lambda text: text.replace("https://brew.example.org/guide/dialing\"", "https://blog.example.net/x\""),
         "unofficial-source"),
        (lambda text: text[: text.index("references:")] + text[text.index("---\n## What") :], "missing-reference"),
        (lambda text: text.replace('"2026-01-02"', '"2026-13-02"'), "bad-date"),
        (lambda text: text.replace('"2026-01-02"', '"2027-01-02"'), "future-date"),
        (lambda text: text.replace('"2026-01-02"', '"2006-01-02"'), "recheck"),
        (lambda text: text.replace("A grinder drifts", "A percolator drifts"), "stale-term"),
    ],
)  # fmt: skip
def test_the_lint_finds_what_is_wrong_with_a_note(pack: Path, spoil: Callable[[str], str], code: str) -> None:
    path = pack / NOTE
    text = path.read_text(encoding="utf-8")
    path.write_text(spoil(text), encoding="utf-8", newline="\n")
    assert lint(pack) == [(code, NOTE)]


def test_a_sheet_is_at_most_a_page(pack: Path) -> None:
    path = pack / "sheets" / "brewing.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n" + "word " * 450, encoding="utf-8")
    assert lint(pack) == [("page-length", "sheets/brewing.md")]
