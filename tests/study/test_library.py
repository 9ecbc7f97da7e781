"""The library: every filter narrows, and a question's standing follows from its answers."""

import pytest

from certstudy.core.question import Kind
from certstudy.study.annotations import flag, note
from certstudy.study.library import Search, Standing, find, read, standing
from tests.fakes import FakeDesk
from tests.study.learning import meet

FIRST, SECOND = "plan.g1.o1-0", "plan.g1.o1-1"


def _ids(at: FakeDesk, search: Search) -> list[str]:
    return [row.entry.id for row in find(at.desk, search)]


def _standing(at: FakeDesk, question: str) -> Standing:
    return standing(at.record.states().get(question))


def test_an_empty_search_finds_everything_in_outline_order(at: FakeDesk) -> None:
    assert _ids(at, Search()) == [entry.id for entry in at.catalog.entries]


def test_a_blank_text_filters_nothing(at: FakeDesk) -> None:
    assert len(find(at.desk, Search(text="  "))) == 72


def test_the_way_from_unseen_to_known_and_back(at: FakeDesk) -> None:
    seen = [_standing(at, FIRST)]
    for gap in (0, 3, 7):
        at.clock.forward(days=gap)
        meet(at, [FIRST])
        seen.append(_standing(at, FIRST))
    meet(at, [FIRST], right=False)
    seen.append(_standing(at, FIRST))
    assert seen == [
        Standing.UNSEEN, Standing.LEARNING, Standing.LEARNING, Standing.KNOWN, Standing.MISSED,
    ]  # fmt: skip


def test_cramming_on_one_day_does_not_make_a_question_known(at: FakeDesk) -> None:
    for _time in range(6):
        meet(at, [FIRST])
    assert _standing(at, FIRST) is Standing.LEARNING


@pytest.mark.parametrize(
    ("search", "count"),
    [
        (Search(scope=frozenset({"plan"})), 24),
        (Search(scope=frozenset({"plan.g1", "watch.g2.o1"})), 18),
        (Search(kinds=frozenset({Kind.MULTIPLE})), 24),
        (Search(difficulties=frozenset({1})), 24),
        (Search(difficulties=frozenset({1, 2, 3})), 72),
        (Search(standings=frozenset({Standing.MISSED})), 1),
        (Search(standings=frozenset({Standing.MISSED, Standing.LEARNING})), 2),
        (Search(standings=frozenset({Standing.UNSEEN})), 70),
        (Search(flagged=True), 1),
        (Search(flagged=True, scope=frozenset({"watch"})), 0),
        (Search(text="CASE 0.1"), 2),
        (Search(text="case 0.1", kinds=frozenset({Kind.MULTIPLE})), 0),
        (Search(text="no such words"), 0),
    ],
)
def test_filters(at: FakeDesk, search: Search, count: int) -> None:
    meet(at, [FIRST], right=False)
    meet(at, [SECOND])
    flag(at.desk, FIRST, True)
    assert len(find(at.desk, search)) == count


def test_a_hit_carries_the_learners_marks(at: FakeDesk) -> None:
    flag(at.desk, FIRST, True)
    note(at.desk, SECOND, "Compare with the first.")
    meet(at, [SECOND], right=False)
    first, second = find(at.desk, Search())[:2]
    assert (first.flagged, first.noted, first.standing, first.state) == (True, False, Standing.UNSEEN, None)
    assert (second.flagged, second.noted, second.standing) == (False, True, Standing.MISSED)


def test_reading_opens_a_question_with_its_history(at: FakeDesk) -> None:
    meet(at, [FIRST], right=False)
    at.clock.forward(days=1)
    meet(at, [FIRST])
    note(at.desk, FIRST, "Ends with a slash.")
    found = read(at.desk, FIRST)
    assert found.question == at.catalog.question(FIRST)
    assert [answer.points for answer in found.answers] == [0, 1]
    assert found.note == "Ends with a slash."
    assert found.found.standing is Standing.LEARNING


def test_reading_an_unknown_question(at: FakeDesk) -> None:
    with pytest.raises(KeyError):
        read(at.desk, "nowhere")
