"""Responses are values: equal when they say the same, whatever the way they were made."""

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.response import Arranged, Filled, Written, filled

NAMES = st.sampled_from("abcde")


@given(st.dictionaries(NAMES, NAMES), st.randoms())
def test_cells_in_any_order_are_the_same_answer(cells: dict[str, str], rng: st.DataObject) -> None:
    pairs = list(cells.items())
    rng.shuffle(pairs)  # type: ignore[attr-defined]
    made = Filled()
    for cell, value in pairs:
        made = made.put(cell, value)
    assert made == filled(cells)
    assert hash(made) == hash(filled(cells))
    assert all(made.get(cell) == value for cell, value in cells.items())


def test_a_value_that_may_stand_once_moves() -> None:
    assert filled({"1": "a", "2": "b"}).put("3", "a", once=True) == filled({"2": "b", "3": "a"})
    assert filled({"1": "a"}).put("2", "a") == filled({"1": "a", "2": "a"})
    assert filled({"1": "a"}).put("1", None) == Filled()
    assert not Filled()


@given(st.lists(NAMES, unique=True), NAMES, st.integers(-2, 8))
def test_a_step_stands_once_and_where_it_was_put(items: list[str], item: str, at: int) -> None:
    placed = Arranged(tuple(items)).placed(item, at)
    assert placed.items.count(item) == 1
    assert set(placed.items) == {*items, item}
    assert placed.items.index(item) == min(max(0, at), len(placed.items) - 1)
    assert item not in placed.without(item).items


def test_blanks_are_no_answer() -> None:
    assert not Written("  ")
    assert Written(" x ")
    assert not Arranged()
