"""Readiness: what the record says of the exam to come, how that came about, and what would help most."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from certstudy.core import forecast
from certstudy.core.ability import chance
from certstudy.core.changes import Changes
from certstudy.core.errors import WorldError
from certstudy.core.exam_result import Reported, Result
from certstudy.core.forecast import EVIDENCE_NEEDED, Part
from certstudy.core.moment import believed
from certstudy.core.prospect import GroupRecord, Prospect, gain_an_answer, prospects
from certstudy.core.question import Entry
from certstudy.core.readiness import (
    Attempted,
    Readiness,
    Stage,
    Trajectory,
    exam_parts,
    exam_scale,
    item_of,
    known_unmet,
    readiness,
    reported,
    stage_on,
    standing_on,
)
from certstudy.core.record import KeptForecast, SittingRecord
from certstudy.study.desk import Desk

# the time that practice is weighed by
SPELL_MINUTES = 45


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the learner stands: first attempts, day by day, results entered, and what they say today."""

    day: int
    trajectory: Trajectory
    results: tuple[Reported, ...]
    readiness: Readiness
    attempts: tuple[Attempted, ...] = ()

    @property
    def stage(self) -> Stage:
        """What is known now."""
        return stage_on(self.trajectory, self.day)


def standing(desk: Desk) -> Standing:
    """Replay the first attempts and weigh in the results entered."""
    syllabus, day = desk.catalog.syllabus, desk.now().day
    attempts = _attempts(desk)
    stages = desk.trajectories.of(attempts)
    results = tuple(reported(syllabus, stages, result) for result in desk.history.results())
    said = readiness(syllabus, stage_on(stages, day), day, results)
    return Standing(day, stages, results, said, tuple(attempts))


def known_before(desk: Desk) -> Mapping[str, float]:
    """How likely a question of each area is known that was never met; empty until something was answered."""
    stages = desk.trajectories.of(_attempts(desk))
    return known_unmet(desk.catalog.syllabus, stage_on(stages, desk.now().day))


def what_helps(desk: Desk, where: Standing, milliseconds_an_answer: float) -> tuple[Prospect, ...]:
    """What three quarters of an hour on each group would add, most first; nothing without evidence."""
    if where.readiness.forecast is None:
        return ()
    syllabus = desk.catalog.syllabus
    answers = SPELL_MINUTES * 60_000 / milliseconds_an_answer
    return prospects(
        standing_on(syllabus, where.stage, where.day, where.results),
        exam_parts(syllabus),
        exam_scale(syllabus),
        group_records(desk, where),
        answers * gain_an_answer(where.stage.ability),
    )


def enter_result(desk: Desk, result: Result) -> Changes:
    """Keep a real exam's or practice assessment's result; the forecast follows it from now on.

    WorldError if it is entered already: the same evidence counts once.
    """
    if any(replace(held, id=0) == result for held in desk.history.results()):
        raise WorldError(
            "This result is entered already.",
            "It counts once.",
            "If there were two on that day, enter one with its bars, which tell them apart.",
        )
    desk.ledger.add_result(result, desk.now())
    return Changes.ANSWERS


def withdraw_result(desk: Desk, result_id: int) -> Changes:
    """Forget a result that was entered by mistake."""
    desk.ledger.drop_result(result_id)
    return Changes.ANSWERS


def foretell(desk: Desk, sitting: SittingRecord) -> KeptForecast:
    """Keep what is expected of a mock exam before its first question, so that it can be held against the result."""
    where = standing(desk)
    entries = _by_id(desk)
    by_area: dict[str, list[Entry]] = defaultdict(list)
    gone = sitting.plan.unscored if sitting.plan is not None else frozenset()
    for place, question in enumerate(sitting.form):
        if place not in gone:
            by_area[entries[question].area].append(entries[question])
    parts = [
        Part(area, len(found), tuple(item_of(entry) for entry in found), finite=True)
        for area, found in by_area.items()
    ]
    pieces = forecast.lots(forecast.standing(where.stage.ability, sorted(by_area), 0.0, 0.0), parts)
    spread = forecast.share_spread(pieces)
    enough = where.readiness.missing == 0 or sum(where.stage.answers.values()) >= EVIDENCE_NEEDED
    cut = exam_scale(desk.catalog.syllabus).cut
    questions = sum(map(len, by_area.values()))
    p_pass = forecast.chance_of_share(pieces, cut, questions) if enough else None
    kept = KeptForecast(sitting.id, spread.mean, spread.q10, spread.q50, spread.q90, p_pass)
    desk.ledger.keep_forecast(kept)
    return kept


def _attempts(desk: Desk) -> list[Attempted]:
    """First attempts at questions the pack still holds."""
    entries, attempts = _by_id(desk), desk.history.first_attempts()
    days = believed([first.at.day for first in attempts], desk.now().day)
    return [
        Attempted(entry.area, item_of(entry), first.credit, day, entry.group)
        for first, day in zip(attempts, days, strict=True)
        if (entry := entries.get(first.question)) is not None
    ]


def group_records(desk: Desk, where: Standing) -> list[GroupRecord]:
    """Every group with its share of its area and what its first attempts said beyond the area's."""
    beyond: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    ability = where.stage.ability
    for attempt in where.attempts:
        p = chance(ability, attempt.area, attempt.item)
        beyond[attempt.group][0] += attempt.credit - p
        beyond[attempt.group][1] += p * (1 - p)
    return [
        GroupRecord(
            group.id, area.id, len(group.objectives) / sum(1 for _ in area.objectives()), *beyond[group.id]
        )
        for area in desk.catalog.syllabus.areas
        for group in area.groups
    ]


def _by_id(desk: Desk) -> Mapping[str, Entry]:
    return {entry.id: entry for entry in desk.catalog.entries}
