"""Between a mock exam's values and what its columns hold."""

import json
from typing import Any

from certstudy.core.mock_plan import FormKind, MockPlan
from certstudy.core.record import Away, Draft, Highlight, Interruption
from certstudy.core.response import Response
from certstudy.core.sections import SectionKind, laid_out
from certstudy.store.values import (
    CONFIDENCE,
    Row,
    confidence_of,
    instant,
    loaded,
    member,
    moment_at,
    response_of,
    response_text,
    struck_of,
    unreadable,
)


def plan_text(plan: MockPlan | None) -> str | None:
    """A plan as JSON, None where there is none."""
    if plan is None:
        return None
    held = {
        "sections": [[part.kind, len(part), part.family] for part in plan.sections],
        "kind": plan.kind,
        "area": plan.area,
        "unscored": sorted(plan.unscored),
        "open_book": plan.open_book,
        "runs_on": plan.runs_on,
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def plan_of(text: str | None) -> MockPlan | None:
    """The plan that a JSON text stands for; DamagedError if it stands for none."""
    if text is None:
        return None
    try:
        return _plan(loaded(text))
    except (KeyError, TypeError, ValueError) as fault:
        raise unreadable() from fault


def _plan(held: Any) -> MockPlan:
    return MockPlan(
        sections=laid_out((SectionKind(kind), count, family) for kind, count, family in held["sections"]),
        kind=FormKind(held["kind"]),
        area=held["area"],
        unscored=frozenset(held["unscored"]),
        open_book=held["open_book"],
        runs_on=held["runs_on"],
    )


def draft_values(kept: Draft) -> dict[str, str | int | None]:
    """A draft as the columns of its row."""
    return {
        "response": response_text(kept.response),
        "marked": int(kept.marked),
        "struck": response_text(kept.struck),
        "milliseconds": kept.milliseconds,
        "note": kept.note,
        "highlights": json.dumps(kept.highlights, separators=(",", ":")),
        "first": _text(kept.first),
        "settled": _text(kept.settled),
        "changes": kept.changes,
        "confidence": None if kept.confidence is None else CONFIDENCE[kept.confidence],
        "locked": int(kept.locked),
    }


def draft_of(row: Row) -> Draft:
    """The draft in a row as `sql.DRAFTS` selects it, the question left out."""
    chosen, marked, struck, spent, note, highlights, first, settled, changes, confidence, locked = row
    return Draft(
        response=response_of(chosen),
        marked=bool(marked),
        struck=struck_of(struck),
        milliseconds=spent,
        note=note,
        highlights=_highlights(highlights),
        first=None if first is None else response_of(first),
        settled=None if settled is None else response_of(settled),
        changes=changes,
        confidence=confidence_of(confidence),
        locked=bool(locked),
    )


def interruption_values(held: Interruption) -> dict[str, str | int]:
    """An interruption as the columns of its row."""
    return {
        "kind": held.kind,
        "place": held.place,
        "at": instant(held.at),
        "offset_minutes": held.at.offset_minutes,
        "milliseconds": held.milliseconds,
    }


def interruption_of(row: Row) -> Interruption:
    """The interruption in a row as `sql.INTERRUPTIONS` selects it."""
    kind, place, at, offset, milliseconds = row
    return Interruption(member(Away, kind), place, moment_at(at, offset), milliseconds)


def _highlights(text: str) -> tuple[Highlight, ...]:
    try:
        return tuple((name, start, end) for name, start, end in loaded(text))
    except (TypeError, ValueError) as fault:
        raise unreadable() from fault


def _text(response: Response | None) -> str | None:
    return None if response is None else response_text(response)
