"""What a candidate does in a mock exam, kept as it happens: drafts, interruptions."""

import sqlite3

from certstudy.core.record import Draft, Interruption
from certstudy.store import sql
from certstudy.store.exam_values import draft_values, interruption_values


def keep_draft(connection: sqlite3.Connection, sitting_id: int, question: int, kept: Draft) -> None:
    """Put a draft in place of the one before."""
    values = {"sitting": sitting_id, "question": question, **draft_values(kept)}
    connection.execute(sql.KEEP_DRAFT, values)


def keep_interruption(
    connection: sqlite3.Connection, sitting_id: int, number: int, held: Interruption
) -> None:
    """Put the interruption of that number in place of what it was before."""
    values = {"sitting": sitting_id, "number": number, **interruption_values(held)}
    connection.execute(sql.KEEP_INTERRUPTION, values)
