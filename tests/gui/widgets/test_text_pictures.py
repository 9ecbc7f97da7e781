"""Texts and layouts that are worked out once."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from certstudy.gui.theme import Role, Scheme, Theme
from certstudy.gui.widgets.ink_document import InkDocument
from certstudy.gui.widgets.stillness import at_once

WHITE = QColor("white")


def test_a_picture_is_kept_until_something_about_it_changes(theme: Theme) -> None:
    document = InkDocument(theme, Role.BODY)
    document.set_html("a <b>text</b>")
    first = document.picture(200, WHITE, 1.0)
    assert document.picture(200, WHITE, 1.0) is first
    others = [
        document.picture(120, WHITE, 1.0),
        document.picture(200, QColor("black"), 1.0),
        document.picture(200, WHITE, 2.0),
    ]
    document.set_html("a <b>text</b>", ink="wrong")
    others.append(document.picture(200, WHITE, 1.0))
    document.set_html("another text")
    others.append(document.picture(200, WHITE, 1.0))
    assert all(other.toImage() != first.toImage() for other in others)


def test_a_picture_follows_the_theme(theme: Theme) -> None:
    document = InkDocument(theme, Role.BODY)
    document.set_html("a text")
    light = document.picture(200, WHITE, 1.0).toImage()
    theme.set_scheme(Scheme.DARK)
    document.restyle()
    assert document.picture(200, WHITE, 1.0).toImage() != light


def test_a_picture_covers_the_text_whole(theme: Theme) -> None:
    """What lies on its ground outside the text is untouched, so no letter is cut at an edge."""
    document = InkDocument(theme, Role.OPTION)
    document.set_html("Ägypten, <code>gjpqy</code> and a long line that surely breaks in two")
    picture = document.picture(160, WHITE, 1.0).toImage().convertToFormat(QImage.Format.Format_RGB32)
    edges = [picture.pixelColor(x, y) for x in range(picture.width()) for y in (0, picture.height() - 1)]
    assert set(map(QColor.name, edges)) == {"#ffffff"}


def test_parts_shown_and_hidden_at_once_lie_as_if_one_by_one(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    parts = [QLabel(word) for word in ("one", "two", "three")]
    for part in parts:
        row.addWidget(part)
    holder.resize(300, 40)
    holder.show()
    parts[0].hide()
    parts[1].setText("longer")
    row.activate()
    places = [part.geometry() for part in parts[1:]]
    parts[0].show()
    row.activate()
    assert [part.geometry() for part in parts[1:]] != places
    with at_once(row):
        parts[0].hide()
    assert [part.geometry() for part in parts[1:]] == places
    assert row.isEnabled()


WORDS = ("operation_ParentId", "TimeoutException", "the order of a customer that was never paid")
TABLE = f"<table><tr>{''.join(f'<td>{words}</td>' for words in WORDS)}</tr></table>"


def laid_out(theme: Theme, width: int) -> InkDocument:
    document = InkDocument(theme, Role.OPTION)
    document.set_html(TABLE)
    document.height_at(width)
    return document


def broken_words(document: InkDocument) -> list[str]:
    found, block = [], document.begin()
    while block.isValid():
        lines = [block.layout().lineAt(n) for n in range(block.layout().lineCount())]
        ends = (line.textStart() + line.textLength() for line in lines[:-1])
        found += [block.text() for end in ends if block.text()[end - 1] != " "]
        block = block.next()
    return found


def test_a_table_breaks_no_word_while_its_words_fit(theme: Theme) -> None:
    document = laid_out(theme, 365)
    assert document.size().width() <= 365
    assert broken_words(document) == []


def test_a_table_too_narrow_for_its_words_is_not_cut(theme: Theme) -> None:
    document = laid_out(theme, 160)
    assert document.size().width() <= 160
    assert broken_words(document)
