"""The tables, as of the newest migration.

Facts: questions met, sittings, answers, retractions, the learner's marks. Derived: states and totals, which can be
rebuilt from the facts at any time. Instants are microseconds since 1970 in UTC with the offset in minutes beside.
What recurs in every answer (the question's edition, the set of options chosen) is stored once and referred to.
"""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

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
    UniqueConstraint("question", "revision"),
)
"""A question as its text stood when it was answered: what was shown."""

response = Table(
    "response",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("options", Text, nullable=False, unique=True),
)
"""A set of option ids as a sorted JSON array."""

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
    sqlite_with_rowid=False,
)

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
    Column("last", Integer, nullable=False),
    Column("last_offset", Integer, nullable=False),
    Column("rung", Integer, nullable=False),
    Column("due", Integer, nullable=False),
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
