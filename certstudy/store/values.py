"""Between core values and what the columns hold."""

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from certstudy.core.confidence import Confidence
from certstudy.core.memory import Memory
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, QuestionState
from certstudy.core.response import Arranged, Filled, Picked, Response, Written, filled
from certstudy.store.faults import DamagedError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SEAL_MODULUS = 2**32
# the years 2 to 9998: an offset leads out of neither end
EARLIEST, LATEST = -62_104_060_800_000_000, 253_339_228_800_000_000
_FARTHEST_OFFSET = 24 * 60

# 0 and 1 take no room in SQLite, so the usual ones have them
CONFIDENCE = {Confidence.GUESS: 0, Confidence.SURE: 1, Confidence.UNSURE: 2}
_CONFIDENCE_OF = {number: confidence for confidence, number in CONFIDENCE.items()}

Row = Sequence[Any]
Named = TypeVar("Named", bound=StrEnum)


def instant(moment: Moment) -> int:
    """Microseconds since 1970, exactly."""
    return (moment.utc - EPOCH) // MICROSECOND


def moment_at(microseconds: int, offset_minutes: int) -> Moment:
    """The moment of an instant and the offset beside it; DamagedError if no calendar has it."""
    try:
        known = EARLIEST <= microseconds <= LATEST and abs(offset_minutes) <= _FARTHEST_OFFSET
    except TypeError as fault:
        raise unreadable() from fault
    if not known:
        raise unreadable()
    return Moment(EPOCH + timedelta(microseconds=microseconds), offset_minutes)


def response_text(response: Response) -> str:
    """A response as JSON: a sorted array of what was picked, an object for the other kinds."""
    return json.dumps(_plain(response), ensure_ascii=False, separators=(",", ":"))


def _plain(response: Response) -> Any:
    match response:
        case Arranged(items):
            return {"order": items}
        case Filled(cells):
            return {"cells": dict(cells)}
        case Written(text):
            return {"text": text}
    return sorted(response)


def loaded(text: str) -> Any:
    """The value of a stored JSON text; DamagedError if it is none any more."""
    try:
        return json.loads(text)
    except (ValueError, TypeError) as fault:
        raise unreadable() from fault


def unreadable() -> DamagedError:
    """A value that the program never writes."""
    return DamagedError(
        "A part of the record cannot be read any more.",
        "The file is left exactly as it is.",
        "Close CertStudy and see what can be brought back with: certstudy check",
    )


@lru_cache(maxsize=4096)
def response_of(text: str) -> Response:
    """The response that a JSON text stands for; DamagedError if it stands for none."""
    match loaded(text):
        case {"order": [*items]}:
            return Arranged(tuple(items))
        case {"cells": dict(cells)}:
            return filled(cells)
        case {"text": str(words)}:
            return Written(words)
        case [*picked] if all(isinstance(option, str) for option in picked):
            return frozenset(picked)
    raise unreadable()


def form_of(text: str) -> list[int]:
    """The numbers of the questions that a sitting asks, from their JSON array; DamagedError if it is none."""
    match loaded(text):
        case [*numbers] if all(isinstance(number, int) for number in numbers):
            return numbers
    raise unreadable()


def struck_of(text: str) -> Picked:
    """The options struck out, from their JSON array."""
    match loaded(text):
        case [*struck] if all(isinstance(option, str) for option in struck):
            return frozenset(struck)
    raise unreadable()


def confidence_of(number: int | None) -> Confidence | None:
    """How sure the learner said to be; DamagedError for a number that stands for nothing."""
    if number is None:
        return None
    try:
        return _CONFIDENCE_OF[number]
    except KeyError as fault:
        raise unreadable() from fault


def member(kind: type[Named], text: str) -> Named:
    """The member of an enumeration that a text names; DamagedError if it names none."""
    try:
        return kind(text)
    except ValueError as fault:
        raise unreadable() from fault


def credit_of(points: int, out_of: int) -> float:
    """The share, 0 to 1, of the points that could be had; DamagedError if there were none."""
    if out_of < 1:
        raise unreadable()
    return points / out_of


def answer_of(row: Row) -> Answer:
    """The answer in a row as `sql.STANDING_ANSWERS` selects it."""
    number, sitting, question, revision, at, offset, chosen, points, out_of, spent, confidence, blind = row
    if out_of < 1:
        raise unreadable()
    return Answer(
        sitting=sitting,
        question=question,
        at=moment_at(at, offset),
        response=response_of(chosen),
        points=points,
        out_of=out_of,
        milliseconds=spent,
        confidence=confidence_of(confidence),
        id=number,
        revision=revision,
        guess_rate=blind,
    )


def answer_row(answer: Answer) -> Row:
    """A stored answer as the values that its sitting is sealed with."""
    return (
        answer.id,
        answer.sitting,
        answer.question,
        answer.revision,
        instant(answer.at),
        answer.at.offset_minutes,
        response_text(answer.response),
        answer.points,
        answer.out_of,
        answer.milliseconds,
        None if answer.confidence is None else CONFIDENCE[answer.confidence],
    )


def state_of(name: str, row: Row) -> QuestionState:
    """The state in a row of `question_state`, its question left out."""
    answers, right, first_credit, last_credit, misled, stability, difficulty, last, offset = row
    return QuestionState(
        question=name,
        answers=answers,
        right=right,
        first_credit=first_credit,
        last_credit=last_credit,
        misled=bool(misled),
        memory=Memory(stability, difficulty, moment_at(last, offset)),
    )


def state_row(state: QuestionState) -> Row:
    """A state as a row of `question_state`, its question left out."""
    memory = state.memory
    return (
        state.answers,
        state.right,
        state.first_credit,
        state.last_credit,
        int(state.misled),
        memory.stability,
        memory.difficulty,
        instant(memory.last),
        memory.last.offset_minutes,
    )


def seal(row: Row) -> int:
    """The checksum of a row's every value, so that a single flipped bit on the disk shows."""
    return zlib.crc32("|".join(map(str, row)).encode())


def retraction_row(answer_id: int, at: Moment) -> Row:
    """A retraction as a row."""
    return (answer_id, instant(at), at.offset_minutes)
