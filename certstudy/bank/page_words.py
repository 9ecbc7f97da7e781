"""Full-text search over notes, sheets and the glossary: what of a page is indexed."""

from certstudy.core.note import Block, Listing, Note, Passage, Sheet, Term
from certstudy.core.syllabus import Syllabus

TABLE = """
CREATE VIRTUAL TABLE page_words USING fts5(
  title, text, content='', prefix='1 2', tokenize='unicode61 remove_diacritics 2'
)
"""
SEARCH = """
SELECT page.kind, page.name FROM page_words JOIN page ON page.place = page_words.rowid
WHERE page_words MATCH ? ORDER BY bm25(page_words, 6.0, 1.0), page.place
"""

Row = tuple[str, str]


def indexed_page(page: Note | Sheet | Term, syllabus: Syllabus) -> Row:
    """What the columns of the index hold for a page."""
    match page:
        case Note():
            objective = syllabus.objective(page.objective)
            return "\n".join((page.title, objective.title, *objective.terms)), _text(page.blocks)
        case Sheet():
            return "\n".join((page.title, syllabus.area(page.area).title)), _text(page.blocks)
    return "\n".join(page.names), page.means


def _text(blocks: tuple[Block, ...]) -> str:
    return "\n".join(_visible(block) for block in blocks)


def _visible(block: Block) -> str:
    if isinstance(block, Passage):
        return block.text
    return block.code if isinstance(block, Listing) else block.alt
