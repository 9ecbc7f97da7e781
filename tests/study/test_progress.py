"""Progress: trends week by week, readiness only on evidence, everything counted once."""

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.ability import Item
from certstudy.core.forecast import EVIDENCE_NEEDED
from certstudy.core.readiness import Attempted, readiness, stage_on, trajectory
from certstudy.study.mock_exam import Rules, hand_in, prepare, start
from certstudy.study.practice import Mode, Request, undo
from certstudy.study.progress import WEEK, overview, trends
from certstudy.study.readiness import Standing
from tests.fakes import FakeDesk, fake_desk, small_syllabus
from tests.study.learning import answered, begin, meet, work_through

TODAY = 740_000


def test_an_empty_record(at: FakeDesk) -> None:
    found = overview(at.desk, 12)
    assert (found.answers, found.mocks, found.days, dict(found.objectives)) == (0, (), (), {})
    assert found.since == found.today == at.desk.now().day
    assert found.readiness.forecast is None
    assert found.readiness.missing == EVIDENCE_NEEDED
    assert [trend.weeks for trend in found.trends.areas] == [(), (), ()]
    assert set(found.questions.values()) == {6}


def test_no_chance_to_pass_is_named_on_fewer_than_twenty_first_answers(at: FakeDesk) -> None:
    sitting = begin(at, Request(Mode.MIX, EVIDENCE_NEEDED))
    for number in range(EVIDENCE_NEEDED):
        standing = overview(at.desk, 1).readiness
        assert standing.forecast is None
        assert standing.missing == EVIDENCE_NEEDED - number
        sitting = answered(at, sitting)
    found = overview(at.desk, 1).readiness
    assert found.missing == 0
    assert found.forecast is not None
    undo(at.desk, sitting)
    assert overview(at.desk, 1).readiness.forecast is None


def test_repeats_are_no_evidence(at: FakeDesk) -> None:
    for _time in range(3):
        meet(at, [entry.id for entry in at.catalog.entries][::6])
    found = overview(at.desk, 1)
    assert found.answers == 36
    assert found.readiness.missing == EVIDENCE_NEEDED - 12


def test_an_area_never_met_keeps_the_chance_back(at: FakeDesk) -> None:
    work_through(at, Request(Mode.FOCUS, 24, frozenset({"build"})))
    found = overview(at.desk, 1).readiness
    assert found.forecast is None
    assert found.missing == 2


def test_a_better_record_makes_a_better_chance() -> None:
    chances = []
    for right in (False, True):
        at = fake_desk()
        work_through(at, Request(Mode.MIX, 30), right)
        forecast = overview(at.desk, 1).readiness.forecast
        assert forecast is not None
        low, chance, high = (round(p, 2) for p in (forecast.p_low, forecast.p_pass, forecast.p_high))
        assert low <= chance <= high
        chances.append(forecast.p_pass)
    assert chances[0] < 0.1
    assert chances[1] > 0.9


def _standing(rows: list[tuple[int, str, bool]]) -> Standing:
    told = trajectory(Attempted(area, Item(), float(right), TODAY - back) for back, area, right in rows)
    return Standing(TODAY, told, (), readiness(small_syllabus(), stage_on(told, TODAY), TODAY))


def test_a_trend_holds_all_first_answers_until_each_weeks_end() -> None:
    rows = (
        [(20, "plan", False)] * 4 + [(7, "plan", True)] * 2 + [(6, "plan", True)] * 4 + [(0, "build", False)]
    )
    plan, build, watch = trends(small_syllabus(), _standing(rows), 3).areas
    assert [(end, estimate.answers) for end, estimate in plan.weeks] == [
        (TODAY - 14, 4),
        (TODAY - 7, 6),
        (TODAY, 10),
    ]
    assert [estimate.mean for _end, estimate in plan.weeks] == sorted(e.mean for _end, e in plan.weeks)
    assert [(end, estimate.answers) for end, estimate in build.weeks] == [(TODAY, 1)]
    assert (watch.area, watch.weeks) == ("watch", ())


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9)), max_size=20), st.integers(1, 16))
def test_a_trend_ends_at_what_the_readiness_says(days: list[tuple[int, int]], weeks: int) -> None:
    rows = [(back, "plan", n % 2 == 0) for back, count in sorted(days, reverse=True) for n in range(count)]
    where = _standing(rows)
    trend = trends(small_syllabus(), where, weeks).areas[0].weeks
    assert len(trend) <= weeks
    assert all((TODAY - end) % WEEK == 0 for end, _estimate in trend)
    if days:
        assert trend[-1] == (TODAY, where.readiness.areas["plan"])
        answers = [estimate.answers for _end, estimate in trend]
        assert answers == sorted(answers)


def test_the_forecast_has_a_trend_as_soon_as_there_is_one() -> None:
    areas = ("plan", "build", "watch")
    rows = [(back, area, True) for back in (30, 16, 9, 1) for area in areas for _ in range(3)]
    where = _standing(rows)
    scores = trends(small_syllabus(), where, 5).scores
    assert [end for end, _score in scores] == [TODAY - 7, TODAY]
    said = where.readiness.forecast
    assert said is not None
    assert scores[-1][1] == (said.low, said.mean, said.high)


def test_objectives_count_what_is_met_and_known(at: FakeDesk) -> None:
    meet(at, ["plan.g1.o1-0", "plan.g1.o1-1"])
    meet(at, ["plan.g1.o1-1"], right=False)
    total = overview(at.desk, 1).objectives["plan.g1.o1"]
    assert (total.answers, total.met, total.known) == (3, 2, 1)


def test_mock_exams_stand_oldest_first(at: FakeDesk) -> None:
    ids = []
    for seed in (1, 2):
        exam, _changes = start(at.desk, prepare(at.desk, 40, seed), Rules(50))
        hand_in(at.desk, exam)
        at.clock.forward(days=1)
        ids.append(exam.record.id)
    found = overview(at.desk, 4)
    assert [score.sitting.id for score in found.mocks] == ids
    assert found.since == found.today - 2
