"""Areas are mixed and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.interleave import interleaved


@given(st.dictionaries(st.sampled_from("abcde"), st.lists(st.integers(), max_size=40), max_size=5))
def test_every_value_is_kept_in_the_order_of_its_row(rows: dict[str, list[int]]) -> None:
    tagged = {name: [(name, i) for i in range(len(values))] for name, values in rows.items()}
    order = interleaved(tagged)
    assert {name: [v for v in order if v[0] == name] for name in tagged} == tagged


@given(st.lists(st.integers(1, 40), min_size=2, max_size=5))
def test_no_more_than_two_in_a_row_where_the_others_suffice(counts: list[int]) -> None:
    rows = {str(i): [i] * count for i, count in enumerate(counts)}
    order = interleaved(rows)
    if max(counts) <= 2 * (sum(counts) - max(counts) + 1):
        longest = _longest_run(order)
        assert longest <= 2, (counts, order)


def _longest_run(order: tuple[int, ...]) -> int:
    longest = run = 0
    for i, value in enumerate(order):
        run = run + 1 if i and order[i - 1] == value else 1
        longest = max(longest, run)
    return longest
