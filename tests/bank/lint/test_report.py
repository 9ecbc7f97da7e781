"""The whole check: problems from reading and from rules, in order of place, for a pack or a part of it."""

import re
from pathlib import Path

import pytest

from certstudy.bank.lint.report import Report, pack_of, report
from certstudy.bank.problem import Severity
from certstudy.core.errors import ContentError
from tests.bank.files import BREW, copy_of_brew, rewrite
from tests.bank.lint.samples import TODAY

BEANS = Path("questions/beans/beans.yaml")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_brew(tmp_path)


def codes(made: Report) -> list[str]:
    return [problem.code for problem in made.problems]


def test_the_small_pack_has_no_flaw() -> None:
    made = report(BREW, TODAY)
    assert made.problems == []
    assert made.cover is not None
    assert [(cover.questions, cover.in_range, cover.missing) for cover in made.cover] == [
        (3, True, ()),
        (4, True, ()),
        (5, True, ()),
    ]


def test_problems_of_reading_and_of_rules_come_in_order_of_place(pack: Path) -> None:
    rewrite(pack / BEANS, "id: brew-storage-001", "id: brew-storage-001\n    colour: brown")
    rewrite(pack / BEANS, "What should you change first?", "What should you not change first?")
    rewrite(pack / BEANS, "https://brew.example.org/guide/roast", "https://elsewhere.example/roast")
    rewrite(pack / "misconceptions.yaml", "cold-keeps-fresh:", "BAD KEY:")
    made = report(pack, TODAY)
    assert made.problems == sorted(made.problems, key=lambda problem: problem.place)
    assert {"unknown-key", "pattern", "unofficial-source", "unknown-misconception"} <= set(codes(made))
    # a question that could not be read is not judged further
    assert "negative-question" not in codes(made)
    source = next(problem for problem in made.problems if problem.code == "unofficial-source")
    assert source.question == "brew-degree-001"
    line = (pack / BEANS).read_text(encoding="utf-8").splitlines()[source.place.line - 1]
    assert line[source.place.column - 1 :].startswith('"https://elsewhere.example/roast"')


def test_a_file_alone_is_told_of_itself(pack: Path) -> None:
    rewrite(pack / BEANS, "What should you change first?", "What should you not change first?")
    rewrite(
        pack / "questions/brewing/brewing.yaml",
        "How much coffee should you weigh?",
        "How much?\n      Not it?",
    )
    made = report(pack / BEANS, TODAY)
    assert codes(made) == ["negative-question"]
    assert made.cover is None
    assert made.figures[0].value == "3"
    assert len(report(pack / "questions", TODAY).problems) == 2


def test_a_copy_in_another_file_is_found_from_either_side(pack: Path) -> None:
    copy = pack / "questions" / "beans" / "copy.yaml"
    text = (pack / BEANS).read_text(encoding="utf-8").replace("id: brew-", "id: copy-")
    copy.write_text(text, encoding="utf-8")
    problems = report(copy, TODAY).problems
    assert {p.code for p in problems} == {"near-duplicate"}
    assert [p.question for p in problems] == ["copy-storage-001", "copy-degree-001", "copy-resting-001"]
    assert "brew-storage-001 at questions/beans/beans.yaml" in problems[0].message


def test_a_retired_id_is_not_used_again(pack: Path) -> None:
    rewrite(pack / BEANS, "id: brew-storage-001", "id: brew-siphon-001")
    (problem,) = report(pack, TODAY).problems
    assert (problem.code, problem.severity) == ("retired-id", Severity.ERROR)


def test_an_enemy_is_a_question_of_the_pack(pack: Path) -> None:
    rewrite(pack / BEANS, "id: brew-storage-001", "id: brew-storage-001\n    enemies: [brew-degree-001]")
    assert report(pack, TODAY).problems == []
    rewrite(pack / BEANS, "enemies: [brew-degree-001]", "enemies: [brew-degree-01]")
    (problem,) = report(pack, TODAY).problems
    assert (problem.code, problem.question) == ("unknown-enemy", "brew-storage-001")


def test_a_question_is_not_its_own_enemy(pack: Path) -> None:
    rewrite(pack / BEANS, "id: brew-storage-001", "id: brew-storage-001\n    enemies: [brew-storage-001]")
    assert codes(report(pack, TODAY)) == ["own-enemy"]


def test_a_file_names_the_exam_of_its_pack(pack: Path) -> None:
    rewrite(pack / BEANS, "exam: brew-1", "exam: brew-2")
    (problem,) = report(pack, TODAY).problems
    assert (problem.code, problem.severity, problem.place.file) == (
        "other-exam",
        Severity.ERROR,
        BEANS.as_posix(),
    )
    line = (pack / BEANS).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :] == "brew-2"


def test_the_same_short_stem_twice_is_told_whatever_the_options_are(pack: Path) -> None:
    text = (pack / BEANS).read_text(encoding="utf-8")
    stem = re.compile(r"    stem: \|\n(?:      .*\n|\n)+")
    (pack / BEANS).write_text(stem.sub("    stem: Which jar must come first?\n", text, 2), encoding="utf-8")
    found = [p for p in report(pack, TODAY).problems if p.code == "same-stem"]
    assert [(p.question, p.severity) for p in found] == [("brew-degree-001", Severity.WARNING)]
    assert "brew-storage-001 at questions/beans/beans.yaml" in found[0].message


def test_what_there_is_to_read_is_counted_beside_the_aims(pack: Path) -> None:
    with (pack / "lint.yaml").open("a", encoding="utf-8") as settings:
        settings.write("aims: {notes: true, sheets: true, least_terms: 1, least_pictures: 900}\n")
    missed = report(pack, TODAY).missed
    assert {"Objectives without a study note", "Pictures"} <= set(missed)


def test_links_of_case_studies_and_of_the_glossary_are_looked_at(pack: Path) -> None:
    case = "cases:\n  - {id: bar, title: Bar, tabs: [{title: Now, body: '[x](javascript:1)'}]}\n\nquestions:"
    rewrite(pack / BEANS, "\nquestions:", case)
    with (pack / "glossary.yaml").open("a", encoding="utf-8") as glossary:
        glossary.write("  - {term: Siphon, means: 'A <script>x</script>.'}\n")
    found = [(p.code, p.place.file) for p in report(pack, TODAY).problems]
    assert found == [("html", "glossary.yaml"), ("strange-link", BEANS.as_posix())]


def test_a_fact_that_is_due_is_told_at_its_date(pack: Path) -> None:
    note = 'id: brew-storage-001\n    due: "2026-03-20"\n    due_note: Jars are sold no more.'
    rewrite(pack / BEANS, "id: brew-storage-001", note)
    (problem,) = report(pack, TODAY).problems
    assert (problem.code, problem.severity) == ("due", Severity.WARNING)
    line = (pack / BEANS).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :] == '"2026-03-20"'
    assert "is due on 2026-03-20: Jars are sold no more" in problem.message


def test_a_part_of_a_pack_has_no_proportions(pack: Path) -> None:
    with (pack / "lint.yaml").open("a", encoding="utf-8") as settings:
        settings.write("aims: {least_questions: 13, least_per_objective: 2}\n")
    whole = report(pack, TODAY)
    assert whole.missed == ["Questions written", "Objectives with fewer than 2 questions"]
    assert len(whole.thin) == 12
    part = report(pack / BEANS, TODAY)
    assert (part.missed, part.proportions, part.cover, part.thin) == ([], (), None, ())


def test_settings_are_read_with_care(pack: Path) -> None:
    settings = pack / "lint.yaml"
    settings.write_text("official_source: [x]\n", encoding="utf-8")
    (problem,) = report(pack, TODAY).problems
    assert (problem.code, problem.place.file) == ("unknown-key", "lint.yaml")
    settings.unlink()
    assert report(pack, TODAY).problems == []


def test_an_objective_that_nothing_asks_for_is_an_error_at_its_place(pack: Path) -> None:
    rewrite(pack / BEANS, "objective: beans.roasting.degree", "objective: beans.roasting.resting")
    made = report(pack, TODAY)
    assert made.cover is not None
    assert made.cover[0].missing == ("beans.roasting.degree",)
    (problem,) = made.problems
    assert (problem.code, problem.severity, problem.place.file) == (
        "unasked",
        Severity.ERROR,
        "syllabus.yaml",
    )
    line = (pack / "syllabus.yaml").read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :].startswith("beans.roasting.degree")
    assert not made.passed
    assert report(pack / BEANS, TODAY).problems == []


def test_an_area_that_nothing_asks_for_is_told_once(pack: Path) -> None:
    (pack / BEANS).unlink()
    assert [(p.code, p.message) for p in report(pack, TODAY).problems] == [
        ("unasked", "no question asks for the area 'beans'")
    ]


def test_beside_a_contradictory_outline_all_questions_are_checked(pack: Path) -> None:
    rewrite(pack / "syllabus.yaml", "weight: {low: 40, high: 50}", "weight: {low: 4, high: 5}")
    rewrite(pack / BEANS, "What should you change first?", "What should you not change first?")
    assert set(codes(report(pack, TODAY))) == {"weights", "negative-question"}


@pytest.mark.parametrize("broken", ["areas: : [\n", "schema: certstudy.syllabus/1\n"])
def test_beside_an_unreadable_outline_the_other_files_are_checked(pack: Path, broken: str) -> None:
    (pack / "syllabus.yaml").write_text(broken, encoding="utf-8")
    rewrite(pack / BEANS, "id: brew-storage-001", "id: brew-storage-001\n    colour: brown")
    made = report(pack, TODAY)
    assert {(p.place.file, p.severity) for p in made.problems} == {
        ("syllabus.yaml", Severity.ERROR),
        (BEANS.as_posix(), Severity.ERROR),
    }
    assert not made.passed
    assert {p.place.file for p in report(pack / "questions", TODAY).problems} >= {"syllabus.yaml"}


def test_a_pack_is_found_from_anywhere_inside_it(pack: Path, tmp_path: Path) -> None:
    assert pack_of(pack / BEANS) == pack.resolve()
    with pytest.raises(ContentError, match="neither it nor a folder above"):
        pack_of(tmp_path)
