"""Full-text search: what of a question is indexed, and how a person's words become a safe query."""

import re
from collections.abc import Iterator

from certstudy.bank.parts import other_texts, parts, visible_text
from certstudy.core.question import Question
from certstudy.core.syllabus import Syllabus

TABLE = """
CREATE VIRTUAL TABLE words USING fts5(
  place, stem, options, exhibits, reasons,
  content='', prefix='1 2', tokenize='unicode61 remove_diacritics 2'
)
"""
# a word in the place or the stem says more about a question than one in a reason
SEARCH = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words, 4.0, 3.0, 2.0, 1.0, 1.0), rowid"

LONGEST_QUERY = 300

Row = tuple[str, str, str, str, str]


def indexed(question: Question, syllabus: Syllabus) -> Row:
    """What the columns of the index hold for a question."""
    objective = syllabus.objective(question.objective)
    group, area = syllabus.group_of(objective.id), syllabus.area_of(objective.id)
    place = (question.id, *question.tags, objective.title, *objective.terms, group.title, area.title)
    seen = list(parts(question))
    reasons = [question.explanation, *(part.why for part in seen)]
    return (
        "\n".join(place),
        question.stem,
        "\n".join((*(part.text for part in seen), *other_texts(question.task))),
        "\n".join(_exhibit_texts(question)),
        "\n".join(reasons),
    )


def _exhibit_texts(question: Question) -> Iterator[str]:
    for exhibit in question.exhibits:
        yield exhibit.title
        yield visible_text(exhibit)


def query(text: str) -> str:
    """All words of the text, each as a quoted prefix, so that no character of it is an operator; maybe empty."""
    encodable = text[:LONGEST_QUERY].encode("utf-8", "ignore").decode("utf-8").replace("\0", " ")
    quoted = (word.replace('"', '""') for word in re.findall(r"\S*\w\S*", encodable))
    return " ".join(f'"{word}"*' for word in quoted)
