"""What is known of the items and people of a log before its first answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from certstudy.core.ability import Item, Population
from certstudy.core.item_fit import Attempt, Described, Fit, Guessing, OnProgress, Prior, fitted
from certstudy.core.recall import Recall, loosened, usual_recall
from certstudy.core.replay import Replay
from certstudy.core.response_log import Listed, Logged

EASIEST, HARDEST = 1.0, 3.0
# how much of the usual uncertainty about repeats is left when other people's have been seen
STILL_OPEN = 0.5


@dataclass(frozen=True)
class Knowledge:
    """Items and people as the model takes them: fitted to other people, or what is usual."""

    fit: Fit
    described: Mapping[str, Described]
    areas: Mapping[str, str]
    recall: Recall = field(default_factory=usual_recall)

    def item(self, name: str, options: int | None = None) -> Item:
        """What is believed of an item; `options` is what the log says where no list does."""
        known = self.fit.items.get(name)
        if known is not None:
            return known
        described = self.described.get(name, Described())
        floor = self.fit.guessing.floor_of(options if described.options is None else described.options)
        return self.fit.prior.item(described.level, floor)

    def newcomer(self) -> Replay:
        """A learner of the log before the first answer."""
        return Replay(self.fit.population, self.recall)


def untrained(listed: Mapping[str, Listed]) -> Knowledge:
    """What is usual, with author levels and options where a list tells them."""
    return Knowledge(Fit({}, Prior(), Guessing(), Population()), _described(listed), _areas(listed))


def trained(
    answers: Iterable[Logged], listed: Mapping[str, Listed], on_progress: OnProgress = lambda _: None
) -> Knowledge:
    """Items, population and repeats as other people's answers show them."""
    people: dict[str, dict[str, Attempt]] = {}
    options: dict[str, int | None] = {}
    areas = _areas(listed)
    rows: list[Logged] = []
    repeats = 0
    for answer in answers:
        met = people.setdefault(answer.learner, {})
        if answer.item in met:
            repeats += 1
        else:
            met[answer.item] = Attempt(answer.item, answer.area, answer.right)
        options[answer.item] = answer.options
        areas[answer.item] = answer.area
        rows.append(answer)
    described = _described(listed)
    for item, count in options.items():
        known = described.get(item, Described())
        described[item] = Described(known.level, count if known.options is None else known.options)
    fit = fitted([list(met.values()) for met in people.values()], described, on_progress)
    knowledge = Knowledge(fit, described, areas)
    if not repeats:
        return knowledge
    return Knowledge(fit, described, areas, _recall_of(knowledge, rows))


def _recall_of(knowledge: Knowledge, rows: Iterable[Logged]) -> Recall:
    """The weights of repeats after all people's, one after the other, as the start for somebody else."""
    recall = knowledge.recall
    by_learner: dict[str, list[Logged]] = {}
    for row in rows:
        by_learner.setdefault(row.learner, []).append(row)
    for theirs in by_learner.values():
        replay = Replay(knowledge.fit.population, recall)
        for row in theirs:
            replay.take(row.item, row.area, knowledge.item(row.item, row.options), row.right, row.day)
        recall = replay.recall
    return loosened(recall, STILL_OPEN)


def _areas(listed: Mapping[str, Listed]) -> dict[str, str]:
    return {item: known.area for item, known in listed.items()}


def _described(listed: Mapping[str, Listed]) -> dict[str, Described]:
    """Levels on the scale from 1 to 3; another scale is brought to it."""
    levels = [known.level for known in listed.values() if known.level is not None]
    low, high = min(levels, default=EASIEST), max(levels, default=HARDEST)
    if (low >= EASIEST and high <= HARDEST) or low == high:
        low, high = EASIEST, HARDEST
    stretch = (HARDEST - EASIEST) / (high - low)
    return {
        item: Described(
            None if known.level is None else EASIEST + stretch * (known.level - low), known.options
        )
        for item, known in listed.items()
    }
