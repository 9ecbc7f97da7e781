"""Every statement the store runs, as SQLAlchemy expressions over `tables`.

The running program does not import this: `generate` compiles each public name here into the same name of `sql`.
"""

from sqlalchemy import (
    ColumnElement,
    Delete,
    Insert,
    Integer,
    Table,
    and_,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from certstudy.store import tables, values


def _constant(number: int) -> ColumnElement[int]:
    """A number that is part of a statement's text."""
    return literal_column(str(number), Integer)


def _added_to(table: Table) -> Insert:
    """The insert of a whole row, which gets its number by itself where the table has one."""
    return insert(table).values({c.name: bindparam(c.name) for c in table.c if c.name != "id"})


def _kept_in(table: Table) -> Insert:
    """The insert of a whole row that takes the place of the one with its key."""
    new = upsert(table).values({c.name: bindparam(c.name) for c in table.c})
    fresh = {c.name: new.excluded[c.name] for c in table.c if not c.primary_key}
    return new.on_conflict_do_update(index_elements=list(table.primary_key), set_=fresh)


def _counted_in(table: Table) -> Insert:
    """The insert of a row of totals that adds to the one with its key."""
    new = upsert(table).values({c.name: bindparam(c.name) for c in table.c})
    sums = {c.name: c + new.excluded[c.name] for c in table.c if not c.primary_key}
    return new.on_conflict_do_update(index_elements=list(table.primary_key), set_=sums)


def _emptied_from(table: Table) -> Delete:
    """The delete of a row of totals by its key where no answer is left."""
    here = and_(*(c == bindparam(c.name) for c in table.primary_key))
    return delete(table).where(here, table.c.answers == _constant(0))


_question, _edition, _response = tables.question, tables.edition, tables.response
_sitting, _answer, _retraction, _draft = tables.sitting, tables.answer, tables.retraction, tables.draft
_flag, _note, _state = tables.flag, tables.note, tables.question_state
_day, _objective, _sum = tables.day_total, tables.objective_total, tables.sitting_total

# questions, their editions, sets of chosen options

QUESTIONS = select(_question)
QUESTION_NAMES = select(_question.c.id, _question.c.name)
QUESTION_NAMED = select(_question.c.id, _question.c.area, _question.c.objective).where(
    _question.c.name == bindparam("name")
)
ADD_QUESTION = _added_to(_question)
MOVE_QUESTION = (
    update(_question)
    .where(_question.c.id == bindparam("number"))
    .values(area=bindparam("to_area"), objective=bindparam("to_objective"))
)
EDITION_NUMBER = select(_edition.c.id).where(
    _edition.c.question == bindparam("question"), _edition.c.revision == bindparam("revision")
)
ADD_EDITION = _added_to(_edition)
RESPONSE_NUMBER = select(_response.c.id).where(_response.c.options == bindparam("options"))
ADD_RESPONSE = _added_to(_response)
ADOPTED = select(tables.adopted.c.fingerprint)
FORGET_ADOPTED = delete(tables.adopted)
REMEMBER_ADOPTED = _added_to(tables.adopted)

# answers: every one as its sitting is sealed with it, those that were not taken back as `values.answer_of` reads them

SEALED_ANSWERS = (
    select(
        _answer.c.id,
        _answer.c.sitting,
        _question.c.name,
        _edition.c.revision,
        _answer.c.at,
        _answer.c.offset_minutes,
        _response.c.options,
        _answer.c.points,
        _answer.c.out_of,
        _answer.c.milliseconds,
        _answer.c.confidence,
    )
    .join_from(_answer, _edition)
    .join(_question)
    .join(_response, _response.c.id == _answer.c.response)
)
_ANSWERS = SEALED_ANSWERS.add_columns(_edition.c.guess_rate)
_STANDING = _ANSWERS.outerjoin(_retraction, _retraction.c.answer == _answer.c.id).where(
    _retraction.c.answer.is_(None)
)

ADD_ANSWER = _added_to(_answer)
ANSWER_NUMBERED = _ANSWERS.where(_answer.c.id == bindparam("answer"))
STANDING_ANSWERS = _STANDING.order_by(_question.c.id, _answer.c.id)
STANDING_OF_QUESTION = _STANDING.where(_question.c.id == bindparam("question")).order_by(_answer.c.id)
STANDING_TO_NAME = _STANDING.where(_question.c.name == bindparam("name")).order_by(_answer.c.id)
_LAST_NUMBER = select(func.max(_answer.c.id)).scalar_subquery()
_RECENTLY_ASKED = (
    select(_edition.c.question)
    .join_from(_answer, _edition)
    .where(_answer.c.id > _LAST_NUMBER - bindparam("limit"))
)
STANDING_OF_RECENT = _STANDING.where(_edition.c.question.in_(_RECENTLY_ASKED)).order_by(_answer.c.id)
STANDING_OF_SITTING = _STANDING.where(
    _answer.c.id.between(bindparam("first"), bindparam("last")), _answer.c.sitting == bindparam("sitting")
).order_by(_answer.c.id)
ADD_RETRACTION = _added_to(_retraction)
RETRACTION_OF = select(_retraction.c.at).where(_retraction.c.answer == bindparam("answer"))
RETRACTIONS = select(
    _answer.c.sitting, _answer.c.id, _retraction.c.at, _retraction.c.offset_minutes
).join_from(_retraction, _answer)

# the first standing answer to each question: by its editions, whose answers an index has in order

_FIRST_OF_EDITION = (
    select(_answer.c.id)
    .outerjoin_from(_answer, _retraction, _retraction.c.answer == _answer.c.id)
    .where(_answer.c.edition == _edition.c.id, _retraction.c.answer.is_(None))
    .order_by(_answer.c.id)
    .limit(_constant(1))
    .offset(_constant(0))
    .correlate(_edition)
    .scalar_subquery()
)
_OF_EDITIONS = select(_edition.c.question, _FIRST_OF_EDITION.label("answer")).subquery("of_editions")
_OF_QUESTIONS = (
    select(_OF_EDITIONS.c.question, func.min(_OF_EDITIONS.c.answer).label("answer"))
    .group_by(_OF_EDITIONS.c.question)
    .subquery("of_questions")
)
FIRST_ATTEMPTS = (
    select(_question.c.name, _answer.c.at, _answer.c.offset_minutes, _answer.c.points, _answer.c.out_of)
    .join_from(_OF_QUESTIONS, _answer, _answer.c.id == _OF_QUESTIONS.c.answer)
    .join(_question, _question.c.id == _OF_QUESTIONS.c.question)
    .order_by(_answer.c.id)
)
STANDING_LATEST = _STANDING.order_by(_answer.c.id.desc()).limit(bindparam("most")).offset(_constant(0))

# the state of each question

_STATE_COLUMNS = [c for c in _state.c if not c.primary_key]

STATE_NAMES = tuple(c.name for c in _STATE_COLUMNS)
STATES = select(_question.c.id, _question.c.name, *_STATE_COLUMNS).join_from(_state, _question)
STATE_OF = select(*_STATE_COLUMNS).where(_state.c.question == bindparam("question"))
KEEP_STATE = _kept_in(_state)
DROP_STATE = delete(_state).where(_state.c.question == bindparam("question"))
CLEAR_STATES = delete(_state)

# sittings and drafts

_IS_IT = _sitting.c.id == bindparam("sitting")
_IS_OPEN = _sitting.c.closed.is_(None)
_SEALED = (_sitting.c.seal + bindparam("seal_more")) % _constant(values.SEAL_MODULUS)
_SITTINGS = select(
    _sitting.c.id,
    _sitting.c.kind,
    _sitting.c.source,
    _sitting.c.seed,
    _sitting.c.form,
    _sitting.c.opened,
    _sitting.c.opened_offset,
    _sitting.c.limit_ms,
    _sitting.c.closed,
    _sitting.c.closed_offset,
    _sitting.c.elapsed_ms,
    _sitting.c.place,
    _sitting.c.plan,
    _sitting.c.kept,
    _sitting.c.kept_offset,
)

ADD_SITTING = _added_to(_sitting)
SITTING = _SITTINGS.where(_IS_IT)
OPEN_SITTINGS = _SITTINGS.where(_sitting.c.kind == bindparam("kind"), _IS_OPEN).order_by(_sitting.c.id.desc())
CLOSED_SITTINGS = (
    _SITTINGS.where(_sitting.c.kind == bindparam("kind"), _sitting.c.closed.is_not(None))
    .order_by(_sitting.c.closed.desc(), _sitting.c.id.desc())
    .limit(bindparam("most"))
    .offset(_constant(0))
)
CLOSED_TOTALS = select(_sum).where(_sum.c.sitting.in_(CLOSED_SITTINGS.with_only_columns(_sitting.c.id)))
ANSWER_RANGE = select(_sitting.c.first_answer, _sitting.c.last_answer).where(_IS_IT)
SOURCE_OF = select(_sitting.c.source).where(_IS_IT)
OPEN_SOURCE_OF = select(_sitting.c.source).where(_IS_IT, _IS_OPEN)
SOURCES = select(_sitting.c.id, _sitting.c.source)
SEALS = select(_sitting.c.id, _sitting.c.seal)
NOTE_ANSWERS = (
    update(_sitting)
    .where(_IS_IT)
    .values(
        elapsed_ms=bindparam("elapsed"),
        place=_sitting.c.place + bindparam("steps"),
        first_answer=func.coalesce(_sitting.c.first_answer, bindparam("first")),
        last_answer=bindparam("last"),
        seal=_SEALED,
    )
)
NOTE_RETRACTION = (
    update(_sitting)
    .where(_IS_IT)
    .values(
        place=case(
            (_IS_OPEN, func.max(_constant(0), _sitting.c.place - _constant(1))), else_=_sitting.c.place
        ),
        seal=_SEALED,
    )
)
MOVE_SITTING = (
    update(_sitting)
    .where(_IS_IT, _IS_OPEN)
    .values(
        place=bindparam("to_place"),
        elapsed_ms=bindparam("elapsed"),
        kept=bindparam("at"),
        kept_offset=bindparam("offset"),
    )
)
CLOSE_SITTING = (
    update(_sitting)
    .where(_IS_IT, _IS_OPEN)
    .values(closed=bindparam("at"), closed_offset=bindparam("offset"), elapsed_ms=bindparam("elapsed"))
)
KEEP_DRAFT = _kept_in(_draft)
DRAFTS = (
    select(_question.c.name, *(c for c in _draft.c if not c.primary_key))
    .join_from(_draft, _question)
    .where(_draft.c.sitting == bindparam("sitting"))
)
KEEP_INTERRUPTION = _kept_in(tables.interruption)
INTERRUPTIONS = (
    select(*(c for c in tables.interruption.c if not c.primary_key))
    .where(tables.interruption.c.sitting == bindparam("sitting"))
    .order_by(tables.interruption.c.number)
)

# results from elsewhere, and what was foretold of mock exams

ADD_RESULT = _added_to(tables.exam_result)
DROP_RESULT = delete(tables.exam_result).where(tables.exam_result.c.id == bindparam("result"))
RESULTS = select(*(c for c in tables.exam_result.c if c.name not in {"at", "offset_minutes"})).order_by(
    tables.exam_result.c.day, tables.exam_result.c.id
)
KEEP_FORECAST = _kept_in(tables.mock_forecast)
FORECASTS = select(tables.mock_forecast)

# totals

DAY_NAMES = tuple(_day.c.keys())
DAYS = select(_day)
COUNT_DAY = _counted_in(_day)
DROP_DAY = _emptied_from(_day)
CLEAR_DAYS = delete(_day)
DAYS_SINCE = (
    select(*(c for c in _day.c if c is not _day.c.planned))
    .where(_day.c.day >= bindparam("since"))
    .order_by(_day.c.day, _day.c.area)
)
PLANNED = select(_day.c.area, func.sum(_day.c.planned)).group_by(_day.c.area)

OBJECTIVE_NAMES = tuple(_objective.c.keys())
OBJECTIVES = select(_objective)
COUNT_OBJECTIVE = _counted_in(_objective)
DROP_OBJECTIVE = _emptied_from(_objective)
CLEAR_OBJECTIVES = delete(_objective)

SITTING_TOTAL_NAMES = tuple(_sum.c.keys())
SITTING_TOTALS = select(_sum)
COUNT_SITTING_TOTAL = _counted_in(_sum)
DROP_SITTING_TOTAL = _emptied_from(_sum)
CLEAR_SITTING_TOTALS = delete(_sum)

# the learner's marks and settings

FLAGS = select(_question.c.name).join_from(_flag, _question)
KEEP_FLAG = _kept_in(_flag)
DROP_FLAG = delete(_flag).where(_flag.c.question == bindparam("question"))
NOTES = select(_question.c.name, _note.c.text).join_from(_note, _question)
KEEP_NOTE = _kept_in(_note)
DROP_NOTE = delete(_note).where(_note.c.question == bindparam("question"))
PREFERENCES = select(tables.preference)
PREFERENCE = select(tables.preference.c.value).where(tables.preference.c.name == bindparam("name"))
KEEP_PREFERENCE = _kept_in(tables.preference)
