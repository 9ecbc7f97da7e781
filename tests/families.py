"""A case study and a series for the small bank."""

from dataclasses import replace

from certstudy.core.question import CaseStudy, CodeExhibit, Kind, Question, Solution, Tab
from certstudy.core.tasks import Choice, Option, Task
from tests.core.tasks.samples import GAPS, HOTSPOT, MATCHING, ORDERING, SHORT, STATEMENTS
from tests.fakes import FakeCatalog, FakeDesk, FakeRecord

HARBOUR = CaseStudy(
    "harbour",
    "Harbour Lights",
    (
        Tab("Overview", "Harbour Lights runs a ferry timetable."),
        Tab("Requirements", "R1. A failed release is withdrawn within five minutes."),
    ),
    (CodeExhibit("release.yml", "yaml", "on: push\n"),),
)
SCENARIO = "A team wants to know which commit a build was made of."


def case_questions() -> list[Question]:
    """Four questions of the case study over two areas: two choices, statements, one to be typed."""
    picked = [
        Question(
            id=f"harbour-{number}",
            kind=Kind.SINGLE,
            objective=objective,
            difficulty=2,
            stem=f"What meets R1 in part {number}?",
            task=Choice(tuple(Option(c, f"Way {c}", f"Because {c}.") for c in "abcd"), frozenset("a")),
            case="harbour",
        )
        for number, objective in enumerate(("build.g1.o1", "build.g1.o2"))
    ]
    judged = Question(
        "harbour-2", Kind.STATEMENTS, "build.g2.o1", 2, "Which meets R1?", STATEMENTS, case="harbour"
    )
    typed = Question(
        "harbour-3", Kind.SHORT, "plan.g1.o1", 2, "Which command shows it?", SHORT, case="harbour"
    )
    return [*picked, judged, typed]


def series_questions() -> list[Question]:
    """Three proposed solutions to one scenario."""
    return [
        Question(
            id=f"commit-{place}",
            kind=Kind.SERIES,
            objective="watch.g1.o1",
            difficulty=2,
            stem=f"{SCENARIO} You tag the build. Does this meet the goal?",
            task=Choice((Option("yes", "Yes"), Option("no", "No")), frozenset(("no",))),
            solution=Solution(
                "commit", place, 3, SCENARIO, f"You tag it in way {place}.", "Does this meet the goal?"
            ),
        )
        for place in (1, 2, 3)
    ]


def every_kind() -> list[Question]:
    """A question of each further kind."""
    tasks: dict[Kind, Task] = {
        Kind.ORDER: ORDERING,
        Kind.MATCH: MATCHING,
        Kind.DROPDOWN: GAPS,
        Kind.HOTSPOT: HOTSPOT,
    }
    objectives = ("build.g1.o1", "build.g2.o1", "watch.g2.o1", "plan.g2.o1")
    return [
        Question(
            id=f"kind-{kind.value}",
            kind=kind,
            objective=objective,
            difficulty=2,
            stem=f"A team asks for {kind.value}.\n\nWhat is right?",
            task=task,
        )
        for objective, (kind, task) in zip(objectives, tasks.items(), strict=True)
    ]


def with_families(at: FakeDesk) -> FakeDesk:
    """The same desk over a bank with a case study and a series, and a question of every kind."""
    questions = [at.catalog.question(entry.id) for entry in at.catalog.entries]
    families = (*case_questions(), *series_questions(), *every_kind())
    catalog = FakeCatalog(at.catalog.syllabus, (*questions, *families))
    catalog.pictures["assets/x.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"/>'
    catalog.cases["harbour"] = HARBOUR
    record = FakeRecord({entry.id: entry for entry in catalog.entries})
    desk = replace(at.desk, catalog=catalog, ledger=record, history=record)
    return FakeDesk(desk, record, catalog, at.clock)
