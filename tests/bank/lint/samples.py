"""A question without a flaw, and ways to spoil it."""

from dataclasses import replace
from datetime import date

from certstudy.bank.lint.finding import House
from certstudy.bank.shapes import LintShape, StaleTerm
from certstudy.core.question import Exhibit, Kind, Question, Reference
from certstudy.core.tasks import Choice, Option
from tests.choices import with_options

TODAY = date(2026, 3, 1)
BELIEFS = {
    "cold-keeps-fresh": "Cold keeps",
    "darker-is-stronger": "Dark is strong",
    "fresher-is-better": "Fresh",
}
HOUSE = House(
    LintShape(
        official_sources=("brew.example.org", "code.example.org/brew"),
        recheck_after_days=180,
        stale_terms=(
            StaleTerm(term="percolator", write="moka pot"),
            StaleTerm(term="ACME", write="Apex"),
            StaleTerm(term="Brew@1", write="Brew@2"),
        ),
        stale_terms_allowed_by_tag="history",
    ),
    BELIEFS,
    TODAY,
)

STEM = (
    "You run the bar at Kahvila Ahjo. A bag must last two weeks, and guests say that the last cups taste flat. "
    "The bag stands open beside the grinder so that staff can refill quickly. You may not buy smaller bags.\n\n"
    "What should you change first?"
)
CLEAN = Question(
    id="clean-001",
    kind=Kind.SINGLE,
    objective="beans.buying.storage",
    difficulty=2,
    stem=STEM,
    task=Choice(
        (
            Option("A", "Keep it in the fridge behind the counter", "Moisture enters.", "cold-keeps-fresh"),
            Option("B", "Divide it on arrival into sealed jars", "Sealed portions meet air for a day."),
            Option(
                "C", "Order darker beans with more taste", "Dark beans go stale sooner.", "darker-is-stronger"
            ),
            Option("D", "Ask for delivery on roasting day", "Two days of fourteen.", "fresher-is-better"),
        ),
        frozenset("B"),
    ),
    explanation="Oxygen does most of the harm, so the time in contact with air counts.",
    references=(Reference("Storage", "https://brew.example.org/guide/storage", "2026-02-01", "air"),),
    verified="2026-02-01",
)


def with_texts(*texts: str, key: str = "B") -> Question:
    """The clean question with other texts of its options, in order."""
    options = tuple(
        Option("ABCDEF"[place], text, "A reason.", None if "ABCDEF"[place] in key else "cold-keeps-fresh")
        for place, text in enumerate(texts)
    )
    return with_options(CLEAN, options, frozenset(key))


def with_key(text: str) -> Question:
    """The clean question with another text of its key."""
    return with_option("B", text=text)


def with_option(name: str, **changes: str | None) -> Question:
    """The clean question with other parts of one option."""
    options = tuple(
        replace(option, **changes) if option.id == name else option  # type: ignore[arg-type]
        for option in CLEAN.options
    )
    return with_options(CLEAN, options)


def with_stem(stem: str, difficulty: int = 2) -> Question:
    """The clean question with another stem."""
    return replace(CLEAN, stem=stem, difficulty=difficulty)


def with_reference(url: str = "https://brew.example.org/x", checked: str = "2026-02-01") -> Question:
    """The clean question with another source."""
    return replace(CLEAN, references=(Reference("Page", url, checked, "x"),))


def with_exhibit(exhibit: Exhibit) -> Question:
    """The clean question with something to look at."""
    return replace(CLEAN, exhibits=(exhibit,))
