"""The code that a pack shows: of its questions, its case studies, its notes and sheets."""

from collections.abc import Iterator

from certstudy.bank.lint.snippets import Snippet, snippets
from certstudy.bank.pack import Contents
from certstudy.core.note import Listing, Term


def shown_code(contents: Contents) -> Iterator[tuple[str, Snippet]]:
    """Every snippet with the id or title of what shows it, gaps filled rightly."""
    for question in contents.questions:
        yield from ((question.id, snippet) for snippet in snippets(question.exhibits, question.task))
    for case in contents.cases:
        yield from ((case.id, snippet) for snippet in snippets(case.exhibits))
    for page in contents.pages:
        if not isinstance(page, Term):
            listings = (block for block in page.blocks if isinstance(block, Listing))
            yield from (
                (page.title, Snippet((), "a listing", block.language, block.code)) for block in listings
            )
