"""Pictures of a pack: nothing that loads, repeats or runs, nothing from outside the pack."""

import os
from pathlib import Path

import pytest

from certstudy.bank.catalog import open_catalog
from certstudy.bank.folder import LARGEST_FILE
from certstudy.bank.pictures import picture_bytes, refusal
from certstudy.core.errors import ContentError
from tests.bank.files import copy_of_brew
from tests.faults.hostile.question_files import png

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="3" height="3" fill="#FFFFFF"/></svg>'
HOSTILE = [
    b'<svg><image href="file:///etc/passwd"/></svg>',
    b'<svg xmlns:xlink="x"><image xlink:href="http://example.org/a.png"/></svg>',
    b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    b"<svg><script>1</script></svg>",
    b"<svg><svg:use/></svg>",
    b"<svg>< use/></svg>",
    b"<svg><STYLE>@import url(x)</STYLE></svg>",
    b'<svg><rect fill="url(http://example.org)"/></svg>',
    b"<svg><foreignObject/></svg>",
    b'<svg><a href="javascript:1"/></svg>',
    b"<svg><animateTransform/></svg>",
    b"<svg>" + b"<g/>" * 20_000 + b"</svg>",
    b"no drawing at all",
    b"<svg",
    b"<svg><rect/>",
    b"<svg" * 9_000,
    b"",
    b"<svg>" + b" " * LARGEST_FILE + b"</svg>",
]


@pytest.mark.parametrize("data", HOSTILE)
def test_what_is_more_than_a_drawing_is_refused(data: bytes) -> None:
    assert refusal("assets/x.svg", data)


def test_an_honest_drawing_is_not_refused() -> None:
    assert refusal("assets/x.svg", DRAWING) == ""
    assert refusal("assets/x.svg", b'<svg><linearGradient id="a"/><rect fill="url(#a)"/></svg>') == ""
    assert refusal("assets/x.png", png(30, 20)) == ""
    assert refusal("assets/x.png", DRAWING)


def test_a_picture_is_read_from_the_pack(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "x.svg").write_bytes(DRAWING)
    assert picture_bytes(tmp_path, "assets/x.svg") == DRAWING


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a privilege there")
def test_a_missing_changed_or_foreign_picture_is_told(tmp_path: Path) -> None:
    pack, outside = tmp_path / "pack", tmp_path / "outside.svg"
    (pack / "assets").mkdir(parents=True)
    outside.write_bytes(DRAWING)
    (pack / "assets" / "bad.svg").write_bytes(HOSTILE[0])
    (pack / "assets" / "link.svg").symlink_to(outside)
    for src in ("assets/none.svg", "assets/bad.svg", "assets/link.svg", "assets"):
        with pytest.raises(ContentError):
            picture_bytes(pack, src)


QUESTION = """
  - id: brew-board-001
    type: hotspot
    objective: beans.buying.storage
    stem: Click the jar.
    image: {src: assets/board.svg, width: 30, height: 30, alt: A jar}
    regions: {jar: {rect: [0, 0, 9, 9], label: Jar}, bag: {rect: [10, 0, 9, 9], label: Bag}}
    answer: [jar]
"""


def test_a_question_whose_picture_is_refused_is_refused_and_the_rest_stays(tmp_path: Path) -> None:
    brew = copy_of_brew(tmp_path / "brew")
    file = next((brew / "questions").rglob("*.yaml"))
    file.write_text(file.read_text(encoding="utf-8").rstrip() + "\n" + QUESTION, encoding="utf-8")
    (brew / "assets").mkdir(exist_ok=True)
    picture = brew / "assets" / "board.svg"
    picture.write_bytes(HOSTILE[0])
    bad = open_catalog(brew, tmp_path / "cache")
    assert "brew-board-001" not in bad
    assert {problem.code for problem in bad.problems} >= {"picture", "unknown-picture"}
    assert len(bad.entries) == 12
    bad.close()
    picture.write_bytes(DRAWING)
    good = open_catalog(brew, tmp_path / "cache")
    assert good.picture("assets/board.svg") == DRAWING
    assert "brew-board-001" in good
    good.close()
