"""Between core values and what the columns hold."""

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from certstudy.core.confidence import Confidence
from certstudy.core.memory import Memory
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, QuestionState
from certstudy.core.response import Arranged, Filled, Picked, Response, Written, filled
from certstudy.store.faults import DamagedError

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
SEAL_MODULUS = 2**32

# 0 and 1 take no room in SQLite, so the usual ones have them
CONFIDENCE = {Confidence.GUESS: 0, Confidence.SURE: 1, Confidence.UNSURE: 2}
CONFIDENCE_OF = {number: confidence for confidence, number in CONFIDENCE.items()}

Row = Sequence[Any]


def instant(moment: Moment) -> int:
    """Microseconds since 1970, exactly."""
    return (moment.utc - EPOCH) // MICROSECOND


def moment_at(microseconds: int, offset_minutes: int) -> Moment:
    """The moment of an instant and the offset beside it."""
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
    except ValueError as fault:
        raise DamagedError(
            "A part of the record cannot be read any more.",
            "The file is left exactly as it is.",
            "Close CertStudy and see what can be brought back with: certstudy check",
        ) from fault


@lru_cache(maxsize=4096)
def response_of(text: str) -> Response:
    """The response that a JSON text stands for."""
    match loaded(text):
        case {"order": items}:
            return Arranged(tuple(items))
        case {"cells": cells}:
            return filled(cells)
        case {"text": words}:
            return Written(words)
        case picked:
            return frozenset(picked)


def struck_of(text: str) -> Picked:
    """The options struck out, from their JSON array."""
    return frozenset(loaded(text))


def answer_of(row: Row) -> Answer:
    """The answer in a row as `sql.STANDING_ANSWERS` selects it."""
    number, sitting, question, revision, at, offset, chosen, points, out_of, spent, confidence, blind = row
    return Answer(
        sitting=sitting,
        question=question,
        at=moment_at(at, offset),
        response=response_of(chosen),
        points=points,
        out_of=out_of,
        milliseconds=spent,
        confidence=None if confidence is None else CONFIDENCE_OF[confidence],
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
