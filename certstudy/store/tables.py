"""The tables, as of the newest migration.

Facts: questions met, sittings, answers, retractions, the learner's marks. Derived: states and totals, which can be
rebuilt from the facts at any time. Instants are microseconds since 1970 in UTC with the offset in minutes beside.
What recurs in every answer (the question's edition, the set of options chosen) is stored once and referred to.
"""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

question = Table(
    "question",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("area", Text, nullable=False),
    Column("objective", Text, nullable=False),
)
"""A question and where it stands in the outline; both places are empty until a pack with it is adopted."""

edition = Table(
    "edition",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("question", ForeignKey("question.id"), nullable=False),
    Column("revision", Text, nullable=False),
    Column("guess_rate", Float, nullable=False),
    UniqueConstraint("question", "revision"),
)
"""A question as its text stood when it was answered: what was shown, and how likely blind choice was right."""

response = Table(
    "response",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("options", Text, nullable=False, unique=True),
)
"""What was answered, as JSON: a sorted array of option ids, or an object for other kinds of questions."""

sitting = Table(
    "sitting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("seed", Integer, nullable=False),
    Column("form", Text, nullable=False),
    Column("opened", Integer, nullable=False),
    Column("opened_offset", Integer, nullable=False),
    Column("limit_ms", Integer),
    Column("closed", Integer),
    Column("closed_offset", Integer),
    Column("elapsed_ms", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("first_answer", Integer),
    Column("last_answer", Integer),
    Column("seal", Integer, nullable=False),
    Column("plan", Text),
    Column("kept", Integer),
    Column("kept_offset", Integer),
    Index("sitting_closed", "kind", "closed"),
)
"""`form` is a JSON array of question numbers; the answers lie between `first_answer` and `last_answer`, which saves
an index over all answers; `seal` adds up the checksums of its answers and retractions, modulo 2**32."""

answer = Table(
    "answer",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sitting", ForeignKey("sitting.id"), nullable=False),
    Column("edition", ForeignKey("edition.id"), nullable=False),
    Column("at", Integer, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
    Column("response", ForeignKey("response.id"), nullable=False),
    Column("points", Integer, nullable=False),
    Column("out_of", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("confidence", Integer),
    Index("answer_edition", "edition"),
)

retraction = Table(
    "retraction",
    metadata,
    Column("answer", ForeignKey("answer.id"), primary_key=True),
    Column("at", Integer, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("sitting", ForeignKey("sitting.id"), primary_key=True),
    Column("question", ForeignKey("question.id"), primary_key=True),
    Column("response", Text, nullable=False),
    Column("marked", Integer, nullable=False),
    Column("struck", Text, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("note", Text, nullable=False, server_default=text("''")),
    Column("highlights", Text, nullable=False, server_default=text("'[]'")),
    Column("first", Text),
    Column("settled", Text),
    Column("changes", Integer, nullable=False, server_default=text("0")),
    Column("confidence", Integer),
    Column("locked", Integer, nullable=False, server_default=text("0")),
    sqlite_with_rowid=False,
)
"""`first` and `settled` are responses as JSON: the first that stood when the question was left, and the latest."""

interruption = Table(
    "interruption",
    metadata,
    Column("sitting", ForeignKey("sitting.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Pauses, breaks and look-ups of a mock exam, numbered from 0."""

flag = Table(
    "flag",
    metadata,
    Column("question", ForeignKey("question.id"), primary_key=True),
    Column("at", Integer, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
)

note = Table(
    "note",
    metadata,
    Column("question", ForeignKey("question.id"), primary_key=True),
    Column("text", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
)

preference = Table(
    "preference",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""One setting a row, its value as JSON."""

exam_result = Table(
    "exam_result",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("day", Integer, nullable=False),
    Column("score", Float),
    Column("share", Float),
    Column("bars", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("offset_minutes", Integer, nullable=False),
)
"""Results from elsewhere as entered; `bars` are the shares of a report by area, as a JSON object."""

mock_forecast = Table(
    "mock_forecast",
    metadata,
    Column("sitting", ForeignKey("sitting.id"), primary_key=True),
    Column("mean", Float, nullable=False),
    Column("low", Float, nullable=False),
    Column("middle", Float, nullable=False),
    Column("high", Float, nullable=False),
    Column("p_pass", Float),
)
"""What was foretold of a mock exam before it was sat: the share right with its 80 % range."""

adopted = Table(
    "adopted",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""The content whose outline the questions stand in; one row at most."""

question_state = Table(
    "question_state",
    metadata,
    Column("question", ForeignKey("question.id"), primary_key=True),
    Column("answers", Integer, nullable=False),
    Column("right", Integer, nullable=False),
    Column("first_credit", Float, nullable=False),
    Column("last_credit", Float, nullable=False),
    Column("misled", Integer, nullable=False),
    Column("stability", Float, nullable=False),
    Column("difficulty", Float, nullable=False),
    Column("last", Integer, nullable=False),
    Column("last_offset", Integer, nullable=False),
)

day_total = Table(
    "day_total",
    metadata,
    Column("day", Integer, primary_key=True),
    Column("area", Text, primary_key=True),
    Column("answers", Integer, nullable=False),
    Column("credit", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("first_answers", Integer, nullable=False),
    Column("first_credit", Integer, nullable=False),
    Column("planned", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Per learner's day; credit in whole units (see `derive.UNIT`), so that sums stay exact whatever their order."""

objective_total = Table(
    "objective_total",
    metadata,
    Column("objective", Text, primary_key=True),
    Column("answers", Integer, nullable=False),
    Column("credit", Integer, nullable=False),
    Column("met", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    sqlite_with_rowid=False,
)

sitting_total = Table(
    "sitting_total",
    metadata,
    Column("sitting", ForeignKey("sitting.id"), primary_key=True),
    Column("area", Text, primary_key=True),
    Column("answers", Integer, nullable=False),
    Column("points", Integer, nullable=False),
    Column("out_of", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    sqlite_with_rowid=False,
)
