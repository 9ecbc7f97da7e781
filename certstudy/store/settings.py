"""The learner's settings as JSON by name, so that a record of any age stays readable."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from certstudy.core.preferences import Preferences
from certstudy.store.database import kept_in
from certstudy.store.tables import preference

_KEEP = kept_in(preference)


def keep_preferences(connection: sqlite3.Connection, preferences: Preferences) -> None:
    """Keep every setting under its name; names of a newer program stay as they are."""
    for name, value in asdict(preferences).items():
        plain = value.isoformat() if isinstance(value, date) else value
        connection.execute(_KEEP, {"name": name, "value": json.dumps(plain, ensure_ascii=False)})


def preferences_of(stored: Mapping[str, str]) -> Preferences:
    """Settings from their JSON by name; what is missing or makes no sense is left at its default."""
    chosen: dict[str, Any] = {}
    for name, kind in get_type_hints(Preferences).items():
        try:
            chosen[name] = _value(kind, json.loads(stored[name]))
        except (KeyError, ValueError, TypeError):
            continue
    return Preferences(**chosen)


def _value(kind: Any, plain: Any) -> Any:
    """The plain JSON value as the kind of a field; ValueError or TypeError if it is none."""
    kinds = get_args(kind) or (kind,)
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
