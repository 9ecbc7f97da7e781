"""After a failed attempt: which results count as one, and where time goes first."""

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.forecast import Standing
from certstudy.core.prospect import GroupRecord
from certstudy.core.readiness import exam_parts, exam_scale, stage_on, standing_on
from certstudy.core.recovery import SPELL_MINUTES, Allotment, allotted, failed_attempts
from tests.core.syllabi import syllabus

SCALE = exam_scale(syllabus())
DAY = 739_000
GROUPS = tuple(
    GroupRecord(group.id, area.id, 1 / len(area.groups)) for area in syllabus().areas for group in area.groups
)


def exam(day: int, score: float | None, **bars: float) -> Result:
    return Result(ResultKind.EXAM, day, score, None, bars)


def newcomer() -> Standing:
    return standing_on(syllabus(), stage_on((), DAY), DAY)


def given_out(minutes: int, gain: float = 0.005) -> Allotment:
    paces = [(0.5, 0.0), (0.5, 2 * gain)]
    return allotted(newcomer(), exam_parts(syllabus()), SCALE, GROUPS, minutes, paces)


def test_only_failed_exams_after_the_last_pass_count() -> None:
    first, second, passed = exam(10, 640), exam(30, 690), exam(50, 720)
    assert failed_attempts([second, first], SCALE) == (first, second)
    assert failed_attempts([first, second, passed], SCALE) == ()
    assert failed_attempts([Result(ResultKind.ASSESSMENT, 60, None, 0.5)], SCALE) == ()


def test_of_a_report_without_score_the_bars_tell() -> None:
    low, high = exam(10, None, a0=0.5, a1=0.6), exam(10, None, a0=0.8, a1=0.9)
    assert failed_attempts([low], SCALE) == (low,)
    assert failed_attempts([high], SCALE) == ()


@given(st.integers(0, 3_000))
def test_all_the_time_is_given_out_in_whole_spells(minutes: int) -> None:
    found = given_out(minutes)
    assert sum(group.minutes for group in found.groups) == minutes // SPELL_MINUTES * SPELL_MINUTES
    assert all(group.minutes > 0 for group in found.groups)
    assert found.p_then >= found.p_now


def test_the_heavy_area_gets_most_and_in_time_every_area_some() -> None:
    short, long = given_out(60), given_out(900)
    assert {group.area for group in short.groups} == {"a2"}
    assert {group.area for group in long.groups} == {area.id for area in syllabus().areas}
    assert sum(group.minutes for group in long.groups if group.area == "a2") > 0.4 * 900
    assert long.p_then > short.p_then > short.p_now


def test_who_may_not_learn_is_not_promised_a_pass() -> None:
    found = given_out(100_000)
    assert found.p_then < 0.5 * found.p_now + 0.5 + 1e-9


def test_where_nothing_is_learnt_no_chance_is_promised() -> None:
    found = given_out(600, gain=0.0)
    assert found.p_then == found.p_now
