"""Remembers a learner's story, so that a further answer does not tell it all anew."""

from collections.abc import Sequence

from certstudy.core.readiness import Attempted, Story, story


class Retelling:
    """The first attempts told last and what came of them; one for each desk."""

    def __init__(self) -> None:
        """Nothing told yet."""
        self._told: tuple[list[Attempted], Story] = ([], ())

    def tell(self, attempts: Sequence[Attempted]) -> Story:
        """The story of these attempts; goes on from the last one where they begin with the same."""
        before, so_far = self._told
        known = len(before)
        if list(attempts[:known]) != before:
            known, so_far = 0, ()
        after = story(attempts[known:], so_far)
        self._told = (list(attempts), after)
        return after
