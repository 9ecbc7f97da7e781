"""Numbers for what recurs: questions, their editions, sets of chosen options."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from certstudy.core.response import Response
from certstudy.store import sql
from certstudy.store.database import add_row
from certstudy.store.derive import Place
from certstudy.store.values import response_text


@dataclass(frozen=True, slots=True)
class Known:
    """A question's number and place."""

    number: int
    place: Place


class Register:
    """Looks numbers up, giving new ones where needed, and remembers them.

    After a transaction that was rolled back, or that moved questions, what it remembers is to be forgotten.
    """

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._questions: dict[str, Known] = {}
        self._editions: dict[tuple[int, str], int] = {}
        self._responses: dict[Response, int] = {}

    def forget(self) -> None:
        """Look everything up anew from now on."""
        self._questions.clear()
        self._editions.clear()
        self._responses.clear()

    def question(self, connection: sqlite3.Connection, name: str) -> Known:
        """A question; one that no pack has placed yet stands nowhere."""
        known = self._questions.get(name)
        if known is None:
            row = connection.execute(sql.QUESTION_NAMED, {"name": name}).fetchone()
            if row is None:
                values = {"name": name, "area": "", "objective": ""}
                row = (add_row(connection, sql.ADD_QUESTION, values), "", "")
            known = self._questions[name] = Known(row[0], Place(row[1], row[2]))
        return known

    def edition(
        self, connection: sqlite3.Connection, question_number: int, revision: str, guess_rate: float
    ) -> int:
        """The number of a question's edition; the guess rate is that of its first answer."""
        key = (question_number, revision)
        number = self._editions.get(key)
        if number is None:
            values = {"question": question_number, "revision": revision}
            row = connection.execute(sql.EDITION_NUMBER, values).fetchone()
            made = {**values, "guess_rate": guess_rate}
            number = row[0] if row else add_row(connection, sql.ADD_EDITION, made)
            self._editions[key] = number
        return number

    def response(self, connection: sqlite3.Connection, chosen: Response) -> int:
        """The number of a set of options."""
        number = self._responses.get(chosen)
        if number is None:
            values = {"options": response_text(chosen)}
            row = connection.execute(sql.RESPONSE_NUMBER, values).fetchone()
            number = row[0] if row else add_row(connection, sql.ADD_RESPONSE, values)
            self._responses[chosen] = number
        return number

    def form(self, connection: sqlite3.Connection, names: Iterable[str]) -> str:
        """A form as a JSON array of question numbers."""
        numbers = [self.question(connection, name).number for name in names]
        return json.dumps(numbers, separators=(",", ":"))
