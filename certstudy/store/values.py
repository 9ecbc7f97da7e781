"""Between core values and what the columns hold."""

import json
import zlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from certstudy.core.grading import Response
from certstudy.core.memory import Memory
from certstudy.core.moment import Moment
from certstudy.core.record import Answer, Confidence, QuestionState

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


def options_text(response: Response) -> str:
    """A response as a sorted JSON array."""
    return json.dumps(sorted(response), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def options_of(text: str) -> Response:
    """The response a JSON array stands for."""
    return frozenset(json.loads(text))


def answer_of(row: Row) -> Answer:
    """The answer in a row as `facts.ANSWERS` selects it."""
    number, sitting, question, revision, at, offset, chosen, points, out_of, milliseconds, confidence = row
    return Answer(
        sitting=sitting,
        question=question,
        at=moment_at(at, offset),
        response=options_of(chosen),
        points=points,
        out_of=out_of,
        milliseconds=milliseconds,
        confidence=None if confidence is None else CONFIDENCE_OF[confidence],
        id=number,
        revision=revision,
    )


def answer_row(answer: Answer) -> Row:
    """A stored answer as the row it is read from."""
    return (
        answer.id,
        answer.sitting,
        answer.question,
        answer.revision,
        instant(answer.at),
        answer.at.offset_minutes,
        options_text(answer.response),
        answer.points,
        answer.out_of,
        answer.milliseconds,
        None if answer.confidence is None else CONFIDENCE[answer.confidence],
    )


def state_of(name: str, row: Row) -> QuestionState:
    """The state in a row of `question_state`, its question left out."""
    answers, right, first_credit, last_credit, last, last_offset, rung, due = row
    return QuestionState(
        question=name,
        answers=answers,
        right=right,
        first_credit=first_credit,
        last_credit=last_credit,
        last=moment_at(last, last_offset),
        memory=Memory(rung, due),
    )


def state_row(state: QuestionState) -> Row:
    """A state as a row of `question_state`, its question left out."""
    last, memory = state.last, state.memory
    return (
        state.answers,
        state.right,
        state.first_credit,
        state.last_credit,
        instant(last),
        last.offset_minutes,
        memory.rung,
        memory.due,
    )


def seal(row: Row) -> int:
    """The checksum of a row's every value, so that a single flipped bit on the disk shows."""
    return zlib.crc32("|".join(map(str, row)).encode())


def retraction_row(answer_id: int, at: Moment) -> Row:
    """A retraction as a row."""
    return (answer_id, instant(at), at.offset_minutes)
