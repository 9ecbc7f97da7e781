"""Notes, a sheet and a glossary for the small exam of the fakes."""

from certstudy.core.note import Listing, Note, Passage, Sheet, Term
from certstudy.core.picture import Picture
from certstudy.core.question import Reference
from tests.fakes import FakeCatalog, FakeDesk

FIRST, SECOND, BARE = "plan.g1.o1", "build.g2.o1", "watch.g1.o1"
SRC = "assets/way.svg"
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80" viewBox="0 0 200 80">'
    b'<rect width="200" height="80" fill="#FFFFFF"/><rect x="9" y="9" width="60" height="40" fill="#E6EBFB"/></svg>'
)
TERMS = (
    Term("Canary", "A release that **few** users see first.", ("canary release",), FIRST),
    Term("CI", "Every change is built at once."),
    Term("Blue & green", "Two places, one of them live.", ("C#",)),
)


def long_note(objective: str, title: str) -> Note:
    """A note with every kind of part."""
    return Note(
        objective,
        title,
        (
            Passage(
                "## What it is for\n\nA canary finds faults early, and CI builds it. A second canary is a word.\n\n"
                "| If | Take |\n|---|---|\n| few users | blue & green |\n\n"
                "See [the guide](https://example.org/guide) and `canary`."
            ),
            Picture(SRC, "Two boxes with an arrow between them", 200, 80),
            Listing("azure-pipelines", "trigger:\n- main\nsteps:\n- script: make test"),
            Passage("## Traps\n\n- One.\n- Two, of which `ci` knows nothing, and ci neither."),
        ),
        (Reference("Guide", "https://example.org/guide", "2026-01-02"),),
        "2026-01-02",
    )


def furnish(catalog: FakeCatalog) -> None:
    """Put two notes, a sheet and three terms into a pack."""
    catalog.kept_notes = {
        FIRST: long_note(FIRST, "Plan the first thing"),
        SECOND: Note(SECOND, "Build another thing", (Passage("Short."),), (), "2026-01-02"),
    }
    catalog.kept_sheets = {
        "build": Sheet("build", "Building on a page", (Passage("| a | b |\n|---|---|\n| c | d |"),), "")
    }
    catalog.glossary = TERMS
    catalog.pictures[SRC] = SVG


def furnished(behind: FakeDesk) -> FakeDesk:
    """The same desk over a pack with notes."""
    furnish(behind.catalog)
    return behind
