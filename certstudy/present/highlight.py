"""Code exhibits to coloured spans, worked out once when an exhibit is opened and not while painting."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pygments import token as kinds
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import _TokenType
from pygments.util import ClassNotFound

from certstudy.present.bicep import BicepLexer

# the exhibits' own names to Pygments'; languages without a lexer there borrow the nearest
LEXERS = {
    "azure-pipelines": "yaml",
    "github-workflow": "yaml",
    "kusto": "kusto",
    "kql": "kusto",
    "shell": "bash",
    "dockerfile": "docker",
    "csharp": "csharp",
}


class Paint(StrEnum):
    """What a span of code is, as far as colour tells it."""

    NAME = "name"
    STRING = "string"
    NUMBER = "number"
    KEYWORD = "keyword"
    COMMENT = "comment"
    PUNCTUATION = "punctuation"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `start + length` of the whole text."""

    start: int
    length: int
    paint: Paint


_PAINTS: tuple[tuple[_TokenType, Paint], ...] = (
    (kinds.Comment, Paint.COMMENT),
    (kinds.Name.Tag, Paint.NAME),
    (kinds.Name.Attribute, Paint.NAME),
    (kinds.Name.Function, Paint.NAME),
    (kinds.Name.Variable, Paint.NUMBER),
    (kinds.Keyword.Constant, Paint.NUMBER),
    (kinds.Keyword, Paint.KEYWORD),
    (kinds.Operator.Word, Paint.KEYWORD),
    (kinds.Operator, Paint.PUNCTUATION),
    (kinds.Punctuation, Paint.PUNCTUATION),
    (kinds.Number, Paint.NUMBER),
    (kinds.String, Paint.STRING),
    (kinds.Generic.Inserted, Paint.INSERTED),
    (kinds.Generic.Deleted, Paint.DELETED),
)


@lru_cache(maxsize=256)
def spans(code: str, language: str) -> tuple[Span, ...]:
    """The coloured spans of a text; a language nobody knows stays plain."""
    lexer = _lexer(language)
    if lexer is None:
        return ()
    found = []
    for start, kind, text in lexer.get_tokens_unprocessed(code):
        paint = _paint(kind)
        if paint is not None and text.strip():
            found.append(Span(start, len(text), paint))
    return tuple(found)


def _lexer(language: str) -> Lexer | None:
    if language == "bicep":
        return BicepLexer()
    try:
        return get_lexer_by_name(LEXERS.get(language, language))
    except ClassNotFound:
        return None


def _paint(kind: _TokenType) -> Paint | None:
    above = set(kind.split())
    return next((paint for token, paint in _PAINTS if token in above), None)
