"""Questions are read one by one: a bad one is told at its place and the rest is kept."""

from pathlib import Path

import pytest

from certstudy.bank import questions
from certstudy.bank.problem import Place, Problem, Severity
from certstudy.bank.questions import Bank, read_bank
from certstudy.core.question import CodeExhibit, Kind, Reference, Status, TextExhibit
from certstudy.core.syllabus import Area, ExamFacts, Group, Objective, Syllabus, WeightRange
from certstudy.core.tasks import Option
from tests.bank.files import HEAD, brew_syllabus

GOOD = """\
  - id: good-{n}
    type: single
    objective: beans.buying.storage
    stem: Which one?
    options: {{A: first, B: second}}
    answer: A
"""


def bank(text: str) -> Bank:
    return read_bank((HEAD + text).encode(), "f.yaml", brew_syllabus())


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1
    return problems[0]


def with_question(body: str) -> Bank:
    """A bank whose second question, from line 13 on, has that body; the ones around it are good."""
    lines = "".join(f"    {line}\n" for line in body.strip().splitlines())
    return bank(f"questions:\n{GOOD.format(n=1)}  -\n{lines}{GOOD.format(n=2)}")


BODY = """
id: odd
type: single
objective: beans.buying.storage
stem: Which one?
options: {A: first, B: second, C: third}
answer: A
"""


def test_every_part_of_a_question_arrives() -> None:
    made = bank("""\
exhibits:
  table: {title: Table, body: "| a |\\n|---|\\n"}
questions:
  - id: full
    type: multiple
    area: beans
    objective: roasting.resting
    difficulty: 3
    tags: [x, y]
    stem: |
      A situation.

      Which two?
    exhibits:
      - table
      - {title: run.sh, language: shell, code: "echo 1\\n", broken: true}
    options:
      one: {text: " First ", why: It is., pinned: true}
      two: Second
      three: {text: Third, why: It is not., misconception: darker-is-stronger}
    choose: 2
    answer: [two, one]
    explanation: |
      Because.
    references:
      - {title: Page, url: "https://brew.example.org/x", supports: it, checked: "2026-02-01"}
    status: verified
    verified: "2026-02-03"
    due: "2026-12-01"
    due_note: The old jars go.
    shuffle: false
    hint: Part of the format.
""")
    assert made.problems == []
    question = made.items[0].question
    assert (question.id, question.kind, question.objective) == (
        "full",
        Kind.MULTIPLE,
        "beans.roasting.resting",
    )
    assert (question.difficulty, question.tags, question.status) == (3, ("x", "y"), Status.VERIFIED)
    assert question.stem == "A situation.\n\nWhich two?"
    assert question.exhibits == (
        TextExhibit("Table", "| a |\n|---|"),
        CodeExhibit("run.sh", "shell", "echo 1", broken=True),
    )
    assert question.options == (
        Option("one", "First", "It is.", None, pinned=True),
        Option("two", "Second"),
        Option("three", "Third", "It is not.", "darker-is-stronger"),
    )
    assert question.key == {"one", "two"}
    assert question.task.out_of == 2
    assert question.explanation == "Because."
    assert question.references == (Reference("Page", "https://brew.example.org/x", "2026-02-01", "it"),)
    assert (question.verified, question.shuffle) == ("2026-02-03", False)
    assert (question.due, question.due_note) == ("2026-12-01", "The old jars go.")
    assert question.source == "f.yaml:10:5"


def test_defaults_of_the_file_hold_where_a_question_is_silent() -> None:
    question = bank(f"questions:\n{GOOD.format(n=1)}").items[0].question
    assert (question.difficulty, question.status, question.verified) == (2, Status.DRAFT, "")


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("answer: A", "answer: D", "unknown-option", 20, 13),
        ("answer: A", "answer: [A]", "type", 20, 13),
        ("objective: beans.buying.storage", "objective: beans.buying.storag", "unknown-objective", 17, 16),
        ("objective: beans.buying.storage", "tags: [a]", "no-objective", 15, 5),
        ("objective: beans.buying.storage", "area: bean\n    objective: x.y", "unknown-area", 17, 11),
        (
            "objective: beans.buying.storage",
            "area: brewing\n    objective: beans.buying.storage",
            "other-area",
            18,
            16,
        ),
        ("answer: A", "answer: A\n    exhibits: [table]", "unknown-exhibit", 21, 16),
        ("type: single", "type: singel", "unknown-type", 16, 11),
        ("type: single", "type: [single]", "unknown-type", 16, 11),
        ("type: single", "tags: [a]", "missing-key", 15, 5),
        ("id: odd", "id: odd\n    id: odder", "duplicate-key", 16, 5),
        ("stem: Which one?", "stem: &s Which one?", "anchor", 18, 11),
        ("stem: Which one?", "stem: 2026", "type", 18, 11),
        ("A: first, B: second, C: third", "A: first", "range", 19, 14),
        ("type: single", "type: multiple\n    choose: 2", "type", 21, 13),
        (
            "answer: A",
            "answer: A\n    references: [{title: x, url: 'javascript:alert(1)'}]",
            "pattern",
            21,
            34,
        ),
    ],
)
def test_a_fault_is_told_where_it_is_and_costs_one_question(
    old: str, new: str, code: str, line: int, column: int
) -> None:
    assert BODY.count(old) == 1
    made = with_question(BODY.replace(old, new.replace("\n    ", "\n")))
    assert [item.question.id for item in made.items] == ["good-1", "good-2"]
    assert (code, Place("f.yaml", line, column)) in [(p.code, p.place) for p in made.problems]
    assert all(p.severity is Severity.ERROR for p in made.problems)


MANY = BODY.replace("type: single", "type: multiple").replace("answer: A", "answer: [A, B]\nchoose: 2")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("choose: 2", "choose: 3", "choose"),
        ("choose: 2", "tags: []", "missing-key"),
        ("[A, B]", "[A, A]", "repeated-option"),
        ("[A, B]", "[A, D]", "unknown-option"),
        ("[A, B]", "[A]", "choose"),
        ("[A, B]", "[]", "range"),
        ("[A, B]\nchoose: 2", "[A, B, C]\nchoose: 3", "no-distractor"),
    ],
)
def test_key_and_number_to_choose_agree(old: str, new: str, code: str) -> None:
    assert code in {p.code for p in with_question(MANY.replace(old, new)).problems}
    assert with_question(MANY).problems == []


def test_a_near_miss_is_recognised() -> None:
    made = with_question(BODY.replace("storage\n", "storrage\n"))
    assert only(made.problems).hint == "Did you mean 'beans.buying.storage'?"


def test_a_question_that_is_no_mapping() -> None:
    made = bank(f"questions:\n  - just text\n{GOOD.format(n=1)}")
    assert [item.question.id for item in made.items] == ["good-1"]
    assert only(made.problems).place == Place("f.yaml", 8, 5)


@pytest.mark.parametrize(
    ("text", "line"),
    [("questions: 5\n", 1), ("tags: []\nquestions: []\n", 7), ("license: again\nquestions: []\n", 7)],
)
def test_a_broken_head_is_told(text: str, line: int) -> None:
    assert bank(text).problems[0].place.line == line


def test_more_questions_than_a_file_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST_QUESTIONS", 2)
    made = bank("questions:\n" + "".join(GOOD.format(n=n) for n in range(4)))
    assert len(made.items) == 2
    assert only(made.problems).code == "too-large"


def test_a_revision_follows_what_decides_an_answer_and_nothing_else() -> None:
    def revision(text: str) -> str:
        return with_question(text).items[1].question.revision

    first = revision(BODY)
    assert first == revision(BODY + "explanation: More of it.\ntags: [a]\n")
    code = "exhibits: [{title: t, code: c}]\n"
    assert first != revision(BODY + code)
    assert revision(BODY + code) == revision(BODY + code.replace("c}", "c, broken: true}"))
    changes = [("Which one", "Which"), ("B: second", "B: other"), ("answer: A", "answer: B")]
    assert len({first, *(revision(BODY.replace(old, new)) for old, new in changes)}) == 4


def test_a_reworded_reason_leaves_the_revision_whatever_the_kind() -> None:
    judged = BODY.replace("single", "statements").partition("options")[0]
    rows = "statements: [{text: One, answer: true, why: A}, {text: Two, answer: false}]\n"

    def revision(text: str) -> str:
        return with_question(judged + text).items[1].question.revision

    assert revision(rows) == revision(rows.replace("why: A", "why: B"))
    assert revision(rows) != revision(rows.replace("Two", "Three"))


@pytest.mark.parametrize("half", ['due: "2026-12-01"', "due_note: It ends."])
def test_a_date_needs_its_note_and_a_note_its_date(half: str) -> None:
    problem = only(with_question(f"{BODY}{half}").problems)
    assert (problem.code, problem.place.line, problem.question) == ("due-note", 21, "odd")


def published() -> Syllabus:
    """An outline that knows what the sample of every kind refers to."""
    facts = ExamFacts("X", "X", "X", "2026-07-27", 100, 40, 60, 1000, 700)
    names = ("source-control", "security", "pipelines", "instrumentation", "processes")
    areas = tuple(
        Area(
            name,
            name[:2].title(),
            name,
            name,
            WeightRange(0, 100),
            (
                Group(
                    f"{name}.branching",
                    "Branching",
                    "Branching",
                    (Objective(f"{name}.branching.trunk", "Trunk"),),
                ),
            ),
        )
        for name in names
    )
    return Syllabus(facts, areas)


def test_the_published_format_is_recognised_as_a_whole() -> None:
    path = Path(__file__).parent / "samples" / "every-kind.yaml"
    made = read_bank(path.read_bytes(), "every-kind.yaml", published(), {"assets/board.png"})
    assert {item.question.kind for item in made.items} == set(Kind) - {Kind.BEST}
    assert [(p.code, p.question) for p in made.problems] == [
        ("not-asked", "pipe-cloze-001"),
        ("not-asked", "card-dora-001"),
    ]
    assert [case.title for case in made.cases] == ["Northwind Toys"]
    for item in made.items:
        task = item.question.task
        assert task.points(task.model) == task.out_of
        assert task.complete(task.model)


def test_a_question_of_a_case_knows_it_and_a_solution_its_series() -> None:
    path = Path(__file__).parent / "samples" / "every-kind.yaml"
    made = read_bank(path.read_bytes(), "every-kind.yaml", published(), {"assets/board.png"})
    by_id = {item.question.id: item.question for item in made.items}
    assert by_id["case-nw-001"].case == "northwind-toys"
    first, second = (by_id[f"ser-drift-{n}"] for n in (1, 2))
    assert first.solution is not None
    assert (first.solution.series, first.solution.place, first.solution.of) == ("ser-drift", 0, 2)
    assert (first.key, second.key) == (frozenset(("yes",)), frozenset(("no",)))


OUT_OF_PLACE = {
    "a tab": "    stem: Which one?\n\ttags: [x]\n",
    "a key in the first column": "stem: Which one?\n    tags: [x]\n",
    "an at sign": "    stem: Which one?\n@ home\n    tags: [x]\n",
    "a per cent sign": "    stem: Which one?\n% of all\n    tags: [x]\n",
    "three dashes": "    stem: Which one?\n---\n    tags: [x]\n",
    "three dots": "    stem: Which one?\n...\n    tags: [x]\n",
    "a byte order mark": "    stem: Which one?\n\ufefftags: [x]\n",
    "keys in the first column to the end": "stem: Which one?\noptions: {A: first, B: second}\nanswer: A\n",
    "three dots at the end": "    stem: Which one?\n...\n",
}


@pytest.mark.parametrize("lines", OUT_OF_PLACE.values(), ids=OUT_OF_PLACE)
def test_a_line_in_the_first_column_takes_no_other_question_along(lines: str) -> None:
    odd = f"  - id: odd\n    type: single\n    objective: beans.buying.storage\n{lines}"
    made = bank(f"questions:\n{GOOD.format(n=1)}{odd}{GOOD.format(n=2)}")
    assert [item.question.id for item in made.items] == ["good-1", "good-2"]
    assert made.problems
    last = bank(f"questions:\n{GOOD.format(n=1)}{GOOD.format(n=2)}{odd}")
    assert [item.question.id for item in last.items] == ["good-1", "good-2"]
    assert last.problems


def test_the_parts_after_a_broken_question_stay() -> None:
    made = bank(f"questions:\n{GOOD.format(n=1)}  - id: odd\n@ home\ncases: []\nbroken-since: 3\n")
    assert [item.question.id for item in made.items] == ["good-1"]
    assert [problem.code for problem in made.problems] == ["syntax", "unknown-key"]
