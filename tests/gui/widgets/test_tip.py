"""Foreign words in a tooltip stay words."""

import pytest
from PySide6.QtGui import Qt, QTextDocumentFragment

from certstudy.gui.widgets.tip import plain_tip


@pytest.mark.parametrize(
    "words", ["Jar", "a < b", "<img src='/dev/zero'>", "&lt;b&gt;", "Tom & Jerry", "<script>x</script>"]
)
def test_what_is_shown_is_what_was_written(words: str) -> None:
    tip = plain_tip(words)
    shown = QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip
    assert shown == words
    assert "<img" not in tip
