"""The pictures of the packs: in the palette that the dark theme knows, legible, with regions that are hit easily."""

import math
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.pack import read_pack
from certstudy.core.question import Question
from certstudy.core.tasks import Hotspot, Outline
from certstudy.gui.question.pictures import drawing_inks
from certstudy.gui.theme.tokens import light

ROOT = Path(__file__).resolve().parents[2]
PACK = ROOT / "content" / "az-400"
PICTURES = sorted((PACK / "assets").glob("*.svg"))
# a finger or an unsteady hand finds this, in pixels of the picture
SMALLEST_TARGET = 24
SMALLEST_TEXT = 13


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_drawing_uses_the_palette_and_legible_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    palette = {ink.name().upper() for ink in drawing_inks(light())}
    assert {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", text)} <= palette
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)', text)]
    assert all(size >= SMALLEST_TEXT for size in sizes)


def hotspots() -> list[Question]:
    questions = read_pack(read_files(pack_files(PACK))).questions
    return [question for question in questions if isinstance(question.task, Hotspot)]


def holds(outline: Outline, x: float, y: float) -> bool:
    if outline.radius:
        return math.dist((x, y), outline.corners[0]) <= outline.radius
    polygon = QPolygonF([QPointF(*corner) for corner in outline.corners])
    return polygon.containsPoint(QPointF(x, y), Qt.FillRule.OddEvenFill)


def test_regions_are_large_enough_and_do_not_hide_each_other() -> None:
    found = hotspots()
    assert found
    for question in found:
        task = question.task
        assert isinstance(task, Hotspot)
        for region in task.regions:
            xs, ys = zip(*region.outline.corners, strict=True)
            reach = 2 * region.outline.radius
            size = min(max(xs) - min(xs) + reach, max(ys) - min(ys) + reach)
            assert size >= SMALLEST_TARGET, f"{question.id}: {region.id} is {size} px"
            middle = (sum(xs) / len(xs), sum(ys) / len(ys))
            hit = [other for other in task.regions if holds(other.outline, *middle)]
            assert region not in hit or hit[-1] is region, f"{question.id}: {region.id} is covered"


def test_a_description_carries_what_the_picture_shows() -> None:
    for question in hotspots():
        task = question.task
        assert isinstance(task, Hotspot)
        assert len(task.picture.alt.split()) >= 8, question.id
