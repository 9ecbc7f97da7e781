"""Results from elsewhere and forecasts of mock exams as rows."""

import json
import sqlite3
from dataclasses import asdict, replace

from certstudy.core.exam_result import Result, ResultKind
from certstudy.core.moment import Moment
from certstudy.core.record import KeptForecast
from certstudy.store import sql
from certstudy.store.database import add_row
from certstudy.store.values import Row, instant, loaded, member, unreadable


def add_result(connection: sqlite3.Connection, result: Result, at: Moment) -> Result:
    """Add a result; returns it with its number."""
    number = add_row(
        connection,
        sql.ADD_RESULT,
        {
            "kind": result.kind.value,
            "day": result.day,
            "score": result.score,
            "share": result.share,
            "bars": json.dumps(dict(result.bars), ensure_ascii=False, sort_keys=True),
            "at": instant(at),
            "offset_minutes": at.offset_minutes,
        },
    )
    return replace(result, id=number)


def result_of(row: Row) -> Result:
    """The result in a row of `sql.RESULTS`; DamagedError if it is none."""
    number, kind, day, score, share, text = row
    bars = loaded(text)
    if not isinstance(bars, dict):
        raise unreadable()
    return Result(member(ResultKind, kind), day, score, share, bars, number)


def drop_result(connection: sqlite3.Connection, result_id: int) -> None:
    """Remove a result."""
    connection.execute(sql.DROP_RESULT, {"result": result_id})


def keep_forecast(connection: sqlite3.Connection, forecast: KeptForecast) -> None:
    """Put a forecast in place of the one before."""
    connection.execute(sql.KEEP_FORECAST, asdict(forecast))
