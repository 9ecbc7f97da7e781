"""Terms of the glossary inside a text: the first mention of each becomes a link to its meaning."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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


class Gloss:
    """A glossary ready to find its terms in texts."""

    def __init__(self, terms: Sequence[Term] = ()) -> None:
        self.by_name = {name.casefold(): term for term in terms for name in term.names}
        self._known: dict[str, tuple[Meaning, ...]] = {}

    @cached_property
    def pattern(self) -> re.Pattern[str] | None:
        """What matches the name of a term; None without terms."""
        names = sorted(self.by_name, key=len, reverse=True)
        joined = "|".join(re.escape(escape(name, quote=False)) for name in names)
        return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if names else None

    def terms_in(self, html: str) -> tuple[Meaning, ...]:
        """The terms that a text uses, in order, at most so many as are of help."""
        found = self._known.get(html)
        if found is None:
            glossed = Glossed(self)
            glossed.html(html)
            found = self._known[html] = tuple(glossed.used[:MOST_TERMS])
        return found


NO_TERMS = Gloss()


class Glossed:
    """Makes the first mention of each term on a page a link "term:N" to the N-th of `used`, counted from 0."""

    def __init__(self, gloss: Gloss) -> None:
        self.used: list[Meaning] = []
        self._gloss = gloss

    def html(self, html: str) -> str:
        """The text with the terms that it mentions first as links; titles, code and links stay as they are."""
        pattern = self._gloss.pattern
        return html if pattern is None else "".join(self._pieces(html, pattern))

    def _pieces(self, html: str, pattern: re.Pattern[str]) -> Iterator[str]:
        shut = 0
        for piece in _PIECES.split(html):
            if piece.startswith("<"):
                name = piece.strip("</>").split()[0].casefold() if piece.strip("</> ") else ""
                shut += (name in _SHUT) * (-1 if piece.startswith("</") else 1)
                yield piece
            elif shut:
                yield piece
            else:
                yield pattern.sub(self._linked, piece)

    def _linked(self, match: re.Match[str]) -> str:
        term = self._gloss.by_name.get(match[0].casefold().replace("&amp;", "&"))
        known = {meaning.term for meaning in self.used}
        if term is None or term.term in known or _is_word_by_chance(match[0], term):
            return match[0]
        self.used.append(Meaning(term.term, markup.plain(term.means)))
        return f'<a href="{TERM_LINK}{len(self.used) - 1}">{match[0]}</a>'


def _is_word_by_chance(seen: str, term: Term) -> bool:
    """A short name in capitals means what it says only when written so: "DORA" yes, "dora" no."""
    return any(name.isupper() and name.casefold() == seen.casefold() and name != seen for name in term.names)
