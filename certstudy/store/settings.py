"""The learner's settings as JSON by name, so that a record of any age stays readable."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from functools import cache, lru_cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from certstudy.core.fsrs import Fsrs, fsrs_of
from certstudy.core.preferences import Preferences
from certstudy.store import sql


def keep_preferences(connection: sqlite3.Connection, preferences: Preferences) -> None:
    """Keep every setting under its name; names of a newer program stay as they are."""
    for name, value in asdict(preferences).items():
        text = json.dumps(value, ensure_ascii=False, default=date.isoformat)
        connection.execute(sql.KEEP_PREFERENCE, {"name": name, "value": text})


def preferences_of(stored: Mapping[str, str]) -> Preferences:
    """Settings from their JSON by name; what is missing or makes no sense is left at its default."""
    chosen: dict[str, Any] = {}
    for name, kind in _kinds().items():
        try:
            chosen[name] = _value(kind, json.loads(stored[name]))
        except (KeyError, ValueError, TypeError):
            continue
    return Preferences(**chosen)


@cache
def _kinds() -> Mapping[str, Any]:
    """The kind of each setting; working it out takes longer than reading the settings."""
    return get_type_hints(Preferences)


def forgetting(connection: sqlite3.Connection) -> Fsrs:
    """The model of this learner's forgetting."""
    row = connection.execute(sql.PREFERENCE, {"name": "forgetting"}).fetchone()
    return _model(row[0] if row else "[]")


@lru_cache(maxsize=4)
def _model(text: str) -> Fsrs:
    return fsrs_of(preferences_of({"forgetting": text}).forgetting)


def _value(kind: Any, plain: Any) -> Any:
    """The plain JSON value as the kind of a field; ValueError or TypeError if it is none."""
    kinds = get_args(kind) or (kind,)
    if get_origin(kind) is tuple:
        return tuple(_value(kinds[0], one) for one in plain)
    if plain is None and NoneType in kinds:
        return None
    first = kinds[0]
    if issubclass(first, date):
        return first.fromisoformat(plain)
    if issubclass(first, StrEnum):
        return first(plain)
    if first is float and type(plain) is int:
        return float(plain)
    if type(plain) is not first:
        raise ValueError(f"{plain!r} is no {first.__name__}")
    return plain
