"""Mock exams in the plan: one early where nothing is known, a week or so apart, the last in time to learn from."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.mock_plan import FormKind
from certstudy.core.rehearsal import APART, LAST_BEFORE, LEAST_APART, MOST, rehearsal_days

TODAY = 700_000


def days(exam: int, week: tuple[int, ...] = (40,) * 7) -> dict[int, int]:
    """The minutes from today to the day before an exam in so many days."""
    return {TODAY + k: week[(TODAY + k) % 7] for k in range(exam)}


@given(
    st.integers(0, 120),
    st.lists(st.sampled_from((0, 20, 40, 90)), min_size=7, max_size=7),
    st.none() | st.integers(0, 30),
    st.booleans(),
)
def test_the_days_keep_their_distances(exam: int, week: list[int], ago: int | None, known: bool) -> None:
    minutes = days(exam, tuple(week))
    latest = None if ago is None else TODAY - ago
    found = rehearsal_days(minutes, TODAY + exam, latest, known)
    whole = sorted(day for day, kind in found.items() if kind is FormKind.FULL)
    assert all(minutes[day] > 0 and day <= TODAY + exam - LAST_BEFORE[0] for day in found)
    assert len(whole) <= MOST
    assert all(APART[0] <= later - earlier <= APART[1] for earlier, later in pairwise(whole))
    assert not whole or TODAY + exam - whole[-1] <= LAST_BEFORE[1]
    if latest is not None:
        assert all(day >= latest + LEAST_APART for day in found)
    early = [day for day, kind in found.items() if kind is FormKind.DIAGNOSTIC]
    assert bool(early) == (latest is None and not known and bool(found))
    assert all(day - early[0] >= LEAST_APART for day in whole if early)


def test_without_evidence_the_first_day_is_a_diagnostic() -> None:
    found = rehearsal_days(days(30), TODAY + 30, None, known=False)
    assert found == {
        TODAY: FormKind.DIAGNOSTIC,
        TODAY + 8: FormKind.FULL,
        TODAY + 17: FormKind.FULL,
        TODAY + 26: FormKind.FULL,
    }


def test_the_long_days_are_taken() -> None:
    week = tuple(120 if day == 3 else 30 for day in range(7))
    found = rehearsal_days(days(80, week), TODAY + 80, TODAY - 20, known=True)
    assert {day % 7 for day in list(found)[1:]} == {3}


@given(st.integers(1, 60), st.lists(st.sampled_from((0, 20, 40, 90)), min_size=7, max_size=7))
def test_they_stay_where_they_are_while_days_pass(exam: int, week: list[int]) -> None:
    minutes = days(exam, tuple(week))
    now = rehearsal_days(minutes, TODAY + exam, TODAY - 30, known=True)
    later = {day: count for day, count in minutes.items() if day > TODAY}
    tomorrow = rehearsal_days(later, TODAY + exam, TODAY - 30, known=True)
    assert TODAY in now or tomorrow == now


def test_none_in_the_last_days() -> None:
    assert rehearsal_days(days(2), TODAY + 2, None, known=False) == {}
