"""Sainte-Lague (Webster) apportionment within bounds, in whole numbers.

Greedy by the largest quotient weight / (2 seats + 1) minimises sum((seats - share)^2 / weight) within the bounds;
with bounds it is the min-max-restricted divisor method (Pukelsheim, Proportional Representation, chapter 12).
"""

from collections.abc import Sequence

Seats = tuple[int, ...]


def apportion(
    weights: Sequence[int], n: int, lower: Sequence[int] | None = None, upper: Sequence[int] | None = None
) -> Seats:
    """Divide n seats in proportion to the weights, starting from `lower` and never above `upper`.

    Ties go to the larger weight, then to the earlier party. Raises ValueError when the bounds leave no room.
    """
    seats = list(lower) if lower is not None else [0] * len(weights)
    roof = list(upper) if upper is not None else [n] * len(weights)
    if sum(seats) > n or any(low > high for low, high in zip(seats, roof, strict=True)) or sum(roof) < n:
        raise ValueError(f"no division of {n} seats lies within the bounds")
    for _ in range(n - sum(seats)):
        seats[_next_seat(weights, seats, roof)] += 1
    return tuple(seats)


def withdrawn(weights: Sequence[int], seats: Sequence[int], n: int) -> Seats:
    """The seats left when seats are taken away, in reverse order of giving, until n remain."""
    left = list(seats)
    while sum(left) > n:
        left[_last_seat(weights, left)] -= 1
    return tuple(left)


def _next_seat(weights: Sequence[int], seats: Sequence[int], roof: Sequence[int]) -> int:
    best = -1
    for i, weight in enumerate(weights):
        if seats[i] < roof[i] and (best < 0 or _claims_more(weights, seats, i, weight, best)):
            best = i
    return best


def _claims_more(weights: Sequence[int], seats: Sequence[int], i: int, weight: int, best: int) -> bool:
    left = weight * (2 * seats[best] + 1)
    right = weights[best] * (2 * seats[i] + 1)
    return left > right or (left == right and weight > weights[best])


def _last_seat(weights: Sequence[int], seats: Sequence[int]) -> int:
    held = [i for i, count in enumerate(seats) if count > 0]
    last = held[0]
    for i in held[1:]:
        left = weights[i] * (2 * seats[last] - 1)
        right = weights[last] * (2 * seats[i] - 1)
        if left < right or (left == right and weights[i] <= weights[last]):
            last = i
    return last
