"""How notes, sheets and terms look as bytes in a pack's cache."""

from collections.abc import Mapping
from typing import Any, Final

from msgspec import ValidationError
from msgspec.msgpack import Decoder, encode

from certstudy.core.note import Block, Listing, Note, Page, PageKind, Passage, Sheet, Term
from certstudy.core.picture import Picture
from certstudy.core.question import Reference

# what a block is shows in its length, because shapes without a tag cannot be told apart
BlockRow = tuple[str | int, ...]

_DECODERS: Final[Mapping[PageKind, Decoder[Any]]] = {
    PageKind.NOTE: Decoder(tuple[str, str, tuple[BlockRow, ...], tuple[Reference, ...], str]),
    PageKind.SHEET: Decoder(tuple[str, str, tuple[BlockRow, ...], str]),
    PageKind.TERM: Decoder(Term),
}


def page_of(value: Note | Sheet | Term) -> Page:
    """What a page is found by."""
    match value:
        case Note():
            return Page(PageKind.NOTE, value.objective)
        case Sheet():
            return Page(PageKind.SHEET, value.area)
    return Page(PageKind.TERM, value.term)


def packed_page(value: Note | Sheet | Term) -> bytes:
    """A page as bytes."""
    match value:
        case Note():
            return encode(
                (value.objective, value.title, _rows(value.blocks), value.references, value.checked)
            )
        case Sheet():
            return encode((value.area, value.title, _rows(value.blocks), value.checked))
    return encode(value)


def unpacked_page(kind: PageKind, data: bytes) -> Note | Sheet | Term:
    """The page of those bytes; msgspec.MsgspecError if they are none of that kind."""
    found = _DECODERS[kind].decode(data)
    if isinstance(found, Term):
        return found
    name, title, rows, *rest = found
    blocks = tuple(map(_block, rows))
    return Note(name, title, blocks, *rest) if kind is PageKind.NOTE else Sheet(name, title, blocks, *rest)


def _rows(blocks: tuple[Block, ...]) -> list[BlockRow]:
    return [_row(block) for block in blocks]


def _row(block: Block) -> BlockRow:
    match block:
        case Passage(text):
            return (text,)
        case Listing(language, code):
            return (language, code)
        case Picture():
            return (block.src, block.alt, block.width, block.height)


def _block(row: BlockRow) -> Block:
    match row:
        case (str(text),):
            return Passage(text)
        case (str(language), str(code)):
            return Listing(language, code)
        case (str(src), str(alt), int(width), int(height)):
            return Picture(src, alt, width, height)
    raise ValidationError("this is no part of a page")
