"""Terms of the glossary inside a text: the first mention of each becomes a link to its meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from certstudy.core.note import Term
from certstudy.present import markup

TERM_LINK = "term:"
MOST_TERMS = 5


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term and what it means, without marks."""

    term: str
    means: str


_PIECES = re.compile(r"(<[^>]*>)")
_SHUT = ("a", "code", "pre", "h1", "h2", "h3", "h4", "th")


@lru_cache(maxsize=64)
def terms_in(html: str, terms: tuple[Term, ...]) -> tuple[Meaning, ...]:
    """The terms that a text uses, in order, at most so many as are of help."""
    glossed = Glossed(terms)
    glossed.html(html)
    return tuple(glossed.used[:MOST_TERMS])


class Glossed:
    """Makes the first mention of each term on a page a link "term:N" to the N-th of `used`, counted from 0."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self.used: list[Meaning] = []
        self._terms = {name.casefold(): term for term in terms for name in term.names}
        names = sorted(self._terms, key=len, reverse=True)
        joined = "|".join(re.escape(escape(name, quote=False)) for name in names)
        self._pattern = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if names else None

    def html(self, html: str) -> str:
        """The text with the terms that it mentions first as links; titles, code and links stay as they are."""
        return html if self._pattern is None else "".join(self._pieces(html))

    def _pieces(self, html: str) -> Iterator[str]:
        shut = 0
        for piece in _PIECES.split(html):
            if piece.startswith("<"):
                name = piece.strip("</>").split()[0].casefold() if piece.strip("</> ") else ""
                shut += (name in _SHUT) * (-1 if piece.startswith("</") else 1)
                yield piece
            elif shut or self._pattern is None:
                yield piece
            else:
                yield self._pattern.sub(self._linked, piece)

    def _linked(self, match: re.Match[str]) -> str:
        term = self._terms.get(match[0].casefold().replace("&amp;", "&"))
        known = {meaning.term for meaning in self.used}
        if term is None or term.term in known or _is_word_by_chance(match[0], term):
            return match[0]
        self.used.append(Meaning(term.term, markup.plain(term.means)))
        return f'<a href="{TERM_LINK}{len(self.used) - 1}">{match[0]}</a>'


def _is_word_by_chance(seen: str, term: Term) -> bool:
    """A short name in capitals means what it says only when written so: "DORA" yes, "dora" no."""
    return any(name.isupper() and name.casefold() == seen.casefold() and name != seen for name in term.names)
