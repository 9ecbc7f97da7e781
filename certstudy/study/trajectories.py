"""Keeps the latest trajectory worked out, so that a further answer continues it instead of starting anew."""

from collections.abc import Sequence

from certstudy.core.readiness import Attempted, Trajectory, trajectory


class Trajectories:
    """The first attempts asked about last and the trajectory they led to; one for each desk."""

    def __init__(self) -> None:
        """Nothing worked out yet."""
        self._latest: tuple[list[Attempted], Trajectory] = ([], ())

    def of(self, attempts: Sequence[Attempted]) -> Trajectory:
        """The trajectory of these attempts; goes on from the latest one where they begin with the same."""
        before, so_far = self._latest
        known = len(before)
        if list(attempts[:known]) != before:
            known, so_far = 0, ()
        found = trajectory(attempts[known:], so_far)
        self._latest = (list(attempts), found)
        return found
