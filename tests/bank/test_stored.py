"""What the cache holds of a question comes back as it was."""

from dataclasses import replace

from certstudy.bank.stored import packed_case, packed_question, unpacked_case, unpacked_question
from certstudy.core.picture import Picture
from certstudy.core.question import CaseStudy, CodeExhibit, PictureExhibit, Tab, TextExhibit
from tests.families import every_kind

EXHIBITS = (
    CodeExhibit("a.yml", "yaml", "a: b"),
    CodeExhibit("b.yml", "yaml", "a: b: c", broken=True),
    TextExhibit("Table", "| a |"),
    PictureExhibit("Board", Picture("assets/a.svg", "A board.", 4, 3, "assets/b.svg")),
)


def test_a_question_of_every_kind() -> None:
    for plain in every_kind():
        question = replace(plain, exhibits=EXHIBITS, due="2026-12-01", due_note="It ends.")
        assert unpacked_question(packed_question(question)) == question


def test_a_case_study() -> None:
    case = CaseStudy("c", "Case", (Tab("Overview", "A ferry."),), EXHIBITS)
    assert unpacked_case(packed_case(case)) == case
