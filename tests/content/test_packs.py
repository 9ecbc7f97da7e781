"""Every pack that ships is whole: read without a problem, all objectives asked for, free of flaws a program finds."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.lint.report import Report, report
from certstudy.bank.pack import Contents, read_pack
from certstudy.bank.problem import Severity
from certstudy.core.blueprint import blueprint, weight_ranges
from certstudy.core.form import Exposure, assemble
from certstudy.core.mock_plan import FormKind
from certstudy.core.question import Entry
from certstudy.study.mock_exam import usual

CONTENT = Path(__file__).resolve().parents[2] / "content"
PACKS = sorted(path.parent for path in CONTENT.glob("*/syllabus.yaml"))

# figures that are not reached yet; take out what is, so that it stays reached
STILL_MISSED: dict[str, frozenset[str]] = {}


@pytest.fixture(scope="module", params=PACKS, ids=lambda path: path.name)
def pack(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture(scope="module")
def contents(pack: Path) -> Contents:
    return read_pack(read_files(pack_files(pack)))


@pytest.fixture(scope="module")
def checked(pack: Path) -> Report:
    return report(pack, datetime.now(UTC).date())


def test_every_file_is_read_without_a_problem(contents: Contents) -> None:
    assert [str(problem) for problem in contents.problems] == []


def test_no_rule_finds_an_error(checked: Report) -> None:
    assert [str(p) for p in checked.problems if p.severity is Severity.ERROR] == []


def test_every_limit_and_aim_over_the_bank_is_kept_but_those_known(pack: Path, checked: Report) -> None:
    assert any(figure.limit for figure in checked.figures)
    assert any(figure.limit for figure in checked.proportions)
    assert set(checked.missed) <= STILL_MISSED.get(pack.name, frozenset())


def test_every_objective_has_a_question_and_every_area_its_share(checked: Report) -> None:
    assert checked.cover is not None
    assert {cover.area.id: cover.missing for cover in checked.cover if cover.missing} == {}
    assert [cover.area.id for cover in checked.cover if not cover.in_range] == []


def test_a_whole_exam_can_be_assembled_in_range(contents: Contents) -> None:
    syllabus = contents.syllabus
    entries = [
        Entry(
            q.id,
            syllabus.area_of(q.objective).id,
            syllabus.group_of(q.objective).id,
            q.objective,
            q.kind,
            q.difficulty,
        )
        for q in contents.questions
    ]
    form = assemble(syllabus, entries, syllabus.exam.questions_high, 1, Exposure())
    assert len(form.entries) == syllabus.exam.questions_high
    assert form.audit.blueprint.in_range
    assert len(form.audit.blueprint.seats) == len(weight_ranges(syllabus))


def test_half_an_exam_lies_in_range_too(contents: Contents) -> None:
    half = usual(contents.syllabus, FormKind.HALF)
    assert blueprint(weight_ranges(contents.syllabus), half).in_range


def test_the_first_pack_follows_the_published_outline() -> None:
    """5 areas, 16 groups and 86 objectives as of 2026-07-27, with the ranges the study guide gives."""
    syllabus = read_pack(read_files(pack_files(CONTENT / "az-400"))).syllabus
    assert syllabus.exam.outline == "2026-07-27"
    assert [(area.code, area.weight.low, area.weight.high) for area in syllabus.areas] == [
        ("Pr", 10, 15),
        ("Sc", 10, 15),
        ("Pi", 50, 55),
        ("Se", 10, 15),
        ("In", 5, 10),
    ]
    sizes = [[len(group.objectives) for group in area.groups] for area in syllabus.areas]
    assert sizes == [[4, 7, 6], [3, 6], [4, 4, 9, 8, 5, 5], [7, 4, 6], [4, 4]]
