"""For each learner of a log: the score to be expected on questions not met yet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from certstudy.core.ability import Item
from certstudy.core.apportion import apportion
from certstudy.core.forecast import (
    EVIDENCE_NEEDED,
    Part,
    Scale,
    Spread,
    chance_of_share,
    chance_to_pass,
    lots,
    scaled_spread,
    share_spread,
    standing,
)
from certstudy.core.item_fit import OnProgress
from certstudy.core.replay import Replay
from certstudy.core.response_log import Logged
from certstudy.study.log_knowledge import Knowledge

# weights are whole numbers to the apportionment
FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """An exam: how many questions, weights by area (None: as the items fall), and the share that passes.

    Without a cut the app's own exam is meant, with its scaled score.
    """

    questions: int
    weights: Mapping[str, float] | None = None
    cut: float | None = None


@dataclass(frozen=True, slots=True)
class Foresight:
    """One learner's forecast: the share right, and the chance to pass unless `missing` first attempts are lacking."""

    learner: str
    answers: int
    first_attempts: int
    missing: int
    share: Spread
    p_pass: float | None
    scaled: Spread | None


@dataclass(frozen=True)
class _Shelf:
    """All items known from log and lists, by area."""

    areas: Mapping[str, Mapping[str, Item]]

    def unmet(self, replay: Replay) -> dict[str, tuple[Item, ...]]:
        """What the learner has not met, by area."""
        return {
            area: tuple(item for name, item in items.items() if not replay.met(name))
            for area, items in self.areas.items()
        }

    def like(self, area: str, usual: Item) -> tuple[Item, ...]:
        """What further questions of an area are like."""
        return tuple(self.areas.get(area, {}).values()) or (usual,)

    @property
    def size(self) -> int:
        """How many items there are."""
        return sum(map(len, self.areas.values()))


def foresights(
    answers: Iterable[Logged], knowledge: Knowledge, wanted: Wanted, on_progress: OnProgress = lambda _: None
) -> list[Foresight]:
    """A forecast for each learner after all their answers, in the order they appear."""
    replays: dict[str, Replay] = {}
    first: dict[str, int] = defaultdict(int)
    homes, options = dict(knowledge.areas), {}
    for answer in answers:
        replay = replays.get(answer.learner)
        if replay is None:
            replay = replays[answer.learner] = knowledge.newcomer()
        first[answer.learner] += not replay.met(answer.item)
        homes[answer.item] = answer.area
        options[answer.item] = answer.options
        item = knowledge.item(answer.item, answer.options)
        replay.take(answer.item, answer.area, item, float(answer.right), answer.day)
    shelf = _shelf(knowledge, homes, options)
    usual = knowledge.item("")
    found = []
    for done, (name, replay) in enumerate(replays.items()):
        on_progress(done / len(replays))
        found.append(_foresight(name, replay, first[name], shelf, usual, wanted))
    return found


def _shelf(knowledge: Knowledge, homes: Mapping[str, str], options: Mapping[str, int | None]) -> _Shelf:
    areas: dict[str, dict[str, Item]] = defaultdict(dict)
    for name, area in homes.items():
        areas[area][name] = knowledge.item(name, options.get(name))
    return _Shelf(areas)


def _foresight(
    learner: str, replay: Replay, first: int, shelf: _Shelf, usual: Item, wanted: Wanted
) -> Foresight:
    parts = _parts(replay, shelf, usual, wanted)
    areas = sorted({part.area for part in parts})
    pieces = lots(standing(replay.ability, areas, 0.0, 0.0), parts)
    missing = max(0, EVIDENCE_NEEDED - first)
    p_pass, score = None, None
    if not missing and wanted.cut is not None:
        p_pass = chance_of_share(pieces, wanted.cut, wanted.questions)
    elif not missing:
        exam = lots(standing(replay.ability, areas), [_endless(part) for part in parts])
        p_pass, score = chance_to_pass(exam, Scale()), scaled_spread(exam, Scale())
    return Foresight(learner, replay.answers, first, missing, share_spread(pieces), p_pass, score)


def _parts(replay: Replay, shelf: _Shelf, usual: Item, wanted: Wanted) -> list[Part]:
    """The form: questions not met yet, and more like them where there are too few."""
    unmet = shelf.unmet(replay)
    if wanted.weights is None:
        return _as_they_fall(unmet, shelf, wanted.questions)
    areas = [area for area, weight in wanted.weights.items() if weight > 0]
    seats = apportion([max(1, round(FINE * wanted.weights[area])) for area in areas], wanted.questions)
    parts = []
    for area, count in zip(areas, seats, strict=True):
        pool = unmet.get(area, ())
        taken = min(count, len(pool))
        parts += _some(area, taken, pool, finite=True)
        parts += _some(area, count - taken, shelf.like(area, usual), finite=False)
    return parts


def _as_they_fall(unmet: Mapping[str, Sequence[Item]], shelf: _Shelf, questions: int) -> list[Part]:
    """A draw from everything not met, whatever its area."""
    left = sum(map(len, unmet.values()))
    taken = min(questions, left)
    fewer = (left - taken) / (left - 1) if left > 1 else 0.0
    parts = []
    for area, pool in unmet.items():
        share = len(pool) / left if left else 0.0
        spread = sqrt(share * fewer / taken) * taken / questions if taken else 0.0
        parts += _some(area, taken * share, pool, finite=True, spread=spread)
    for area, items in shelf.areas.items():
        share = len(items) / shelf.size
        parts += _some(area, (questions - taken) * share, tuple(items.values()), finite=False)
    return parts


def _some(area: str, count: float, items: Sequence[Item], finite: bool, spread: float = 0.0) -> list[Part]:
    return [Part(area, count, tuple(items), finite, spread)] if count > 0 else []


def _endless(part: Part) -> Part:
    """The same part of an exam whose questions are others of the kind."""
    return Part(part.area, part.count, part.items)
