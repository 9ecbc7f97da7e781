"""What counts as a scenario and as something to read: each with a sample that does and one that does not."""

from dataclasses import replace

import pytest

from certstudy.bank.lint.situations import is_scenario, shows_material
from certstudy.core.picture import Picture
from certstudy.core.question import CodeExhibit, PictureExhibit, Question, Solution, TextExhibit
from certstudy.core.tasks import Filling, Gap, Gaps, Hotspot
from tests.bank.lint.samples import CLEAN, with_exhibit, with_stem

WORDS = "The bag stands open beside the grinder in the bar. "
PICTURE = Picture("assets/bar.svg", "A bar.", 40, 30)
GAP = Gap("b", (Filling("0", "c"), Filling("1", "d")), "0")

SCENARIOS = [
    CLEAN,
    with_stem(WORDS * 3 + "It must last. Why?"),
    replace(with_stem("Why?"), case="ahjo"),
    replace(with_stem("Why?"), solution=Solution("s", 0, 2, "A bar.", "Close it.", "Why?")),
]
NONE = [
    with_stem("It must last. Why?"),
    with_stem(WORDS * 4 + "Why?"),
    # the words of the question itself set no scene
    with_stem("Which of these jars must stand " + "beside the grinder and " * 10 + "last?"),
    with_stem(WORDS * 4 + "It says `must`. Why?"),
]

MATERIAL = [
    with_exhibit(CodeExhibit("x.yml", "yaml", "a: b")),
    with_exhibit(TextExhibit("Log", "| a | b |\n|---|---|\n| 1 | 2 |")),
    with_exhibit(TextExhibit("Log", "- one\n- two")),
    with_exhibit(PictureExhibit("Bar", PICTURE)),
    with_stem("Look:\n```\na: b\n```\nWhy?"),
    replace(CLEAN, task=Gaps("a: [[b]]", (GAP,), "yaml")),
    replace(CLEAN, task=Hotspot(PICTURE, (), frozenset())),
]
WORDS_ALONE = [
    CLEAN,
    with_exhibit(TextExhibit("Mail", "Please close the bag.")),
    replace(CLEAN, task=Gaps("Close the [[b]].", (GAP,))),
]


@pytest.mark.parametrize("question", SCENARIOS)
def test_a_scenario(question: Question) -> None:
    assert is_scenario(question)


@pytest.mark.parametrize("question", NONE)
def test_no_scenario(question: Question) -> None:
    assert not is_scenario(question)


@pytest.mark.parametrize("question", MATERIAL)
def test_something_to_read(question: Question) -> None:
    assert shows_material(question)


@pytest.mark.parametrize("question", WORDS_ALONE)
def test_nothing_but_words(question: Question) -> None:
    assert not shows_material(question)
