"""The order of asking: areas mixed, no more than two in a row from one as far as that is possible.

Interleaving helps on average (Brunmair and Richter 2019, g about 0.4, heterogeneous), so it is a default.
"""

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")

LONGEST_RUN = 2


def interleaved(rows: Mapping[str, Sequence[T]]) -> tuple[T, ...]:
    """All values, each row in its own order, rows mixed in proportion to what is left of them."""
    left = {name: list(values) for name, values in rows.items() if values}
    order: list[T] = []
    run: tuple[str, int] = ("", 0)
    while left:
        name = _next_row(left, run)
        order.append(left[name].pop(0))
        run = (name, run[1] + 1) if run[0] == name else (name, 1)
        left = {key: values for key, values in left.items() if values}
    return tuple(order)


def _next_row(left: Mapping[str, Sequence[T]], run: tuple[str, int]) -> str:
    """The longest remaining row, unless its turn has lasted long enough and another has something left."""
    longest = sorted(left, key=lambda name: -len(left[name]))
    barred = run[0] if run[1] >= LONGEST_RUN else None
    if barred is None and run[0] in left and len(longest) > 1:
        others = sum(len(values) for name, values in left.items() if name != run[0])
        # a row repeats only if the others could not separate what is left of it
        if len(left[run[0]]) <= others + 1:
            barred = run[0]
    allowed = [name for name in longest if name != barred]
    return (allowed or longest)[0]


def mixed(some: Sequence[T], others: Sequence[T]) -> tuple[T, ...]:
    """Two rows as one, each in its own order and spread evenly over the whole."""
    places = [((i + 0.5) / len(row), k, i) for k, row in enumerate((some, others)) for i in range(len(row))]
    return tuple((some, others)[k][i] for _, k, i in sorted(places))
