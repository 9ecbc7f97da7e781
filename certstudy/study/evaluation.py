"""The model on anybody's log: each answer foretold before it is seen, beside the baselines."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from certstudy.core.baselines import Baseline, Elo, ItemMean, Meeting, RunningAverage
from certstudy.core.calibration import Bin, Quality, quality, reliability
from certstudy.core.replay import Replay
from certstudy.core.response_log import Logged
from certstudy.study.log_knowledge import Knowledge


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How well the answers of a log were foretold; `first` and `repeats` are the model's parts of it."""

    n: int
    learners: int
    items: int
    model: Quality | None
    baselines: Mapping[str, Quality | None]
    first: Quality | None
    repeats: Quality | None
    bins: tuple[Bin, ...]


def schooled(answers: Iterable[Logged]) -> dict[str, Baseline]:
    """Baselines that have learnt from other people's answers."""
    baselines: dict[str, Baseline] = {
        "running_average": RunningAverage(),
        "item_mean": ItemMean(),
        "elo": Elo(),
    }
    for answer in answers:
        meeting = Meeting(answer.learner, answer.item)
        for baseline in baselines.values():
            baseline.learn(meeting, answer.right)
    return baselines


def evaluated(
    answers: Iterable[Logged], knowledge: Knowledge, baselines: Mapping[str, Baseline]
) -> Evaluation:
    """Foretell every answer in turn, and only then let model and baselines see it."""
    replays: dict[str, Replay] = {}
    items: set[str] = set()
    outcomes, repeats = array("d"), bytearray()
    model = array("d")
    theirs = {name: array("d") for name in baselines}
    for answer in answers:
        replay = replays.get(answer.learner)
        if replay is None:
            replay = replays[answer.learner] = knowledge.newcomer()
        items.add(answer.item)
        meeting = Meeting(answer.learner, answer.item)
        for name, baseline in baselines.items():
            theirs[name].append(baseline.foretold(meeting))
            baseline.learn(meeting, answer.right)
        repeats.append(replay.met(answer.item))
        item = knowledge.item(answer.item, answer.options)
        model.append(replay.take(answer.item, answer.area, item, float(answer.right), answer.day))
        outcomes.append(answer.right)
    return Evaluation(
        n=len(outcomes),
        learners=len(replays),
        items=len(items),
        model=quality(model, outcomes),
        baselines={name: quality(chances, outcomes) for name, chances in theirs.items()},
        first=_part(model, outcomes, repeats, 0),
        repeats=_part(model, outcomes, repeats, 1),
        bins=reliability(model, outcomes),
    )


def _part(model: "array[float]", outcomes: "array[float]", repeats: bytearray, kind: int) -> Quality | None:
    places = [i for i, repeat in enumerate(repeats) if repeat == kind]
    return quality([model[i] for i in places], [outcomes[i] for i in places])
