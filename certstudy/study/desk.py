"""What every use case works with: the catalogue, the learner's record, the clock."""

from collections.abc import Callable
from dataclasses import dataclass, field

from certstudy.core.moment import Moment, moment_of
from certstudy.study.ports import Catalog, Clock, History, Ledger
from certstudy.study.trajectories import Trajectories


@dataclass(frozen=True, slots=True)
class Desk:
    """The ports of one learner with one content pack; `new_seed` draws a seed for a new sitting."""

    catalog: Catalog
    ledger: Ledger
    history: History
    clock: Clock
    new_seed: Callable[[], int]
    trajectories: Trajectories = field(default_factory=Trajectories, repr=False, compare=False)

    def now(self) -> Moment:
        """The present moment on the learner's clock."""
        return moment_of(self.clock())
