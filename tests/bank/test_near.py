"""Near-duplicates: found both ways, not within a family, and as lint would measure them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from certstudy.bank.lint.duplicates import alike, grams_of
from certstudy.bank.near import TOO_NEAR, near_duplicates
from tests.fakes import small_bank, small_syllabus
from tests.families import case_questions, series_questions

WORDS = (
    "pipeline",
    "agent",
    "build",
    "deploy",
    "release",
    "slot",
    "branch",
    "commit",
    "review",
    "secret",
    "vault",
)
BASE = small_bank(small_syllabus(), 1)[0]

stems = st.lists(st.sampled_from(WORDS), min_size=6, max_size=14).map(" ".join)


@settings(max_examples=60)
@given(st.lists(stems, min_size=2, max_size=8))
def test_the_quick_way_finds_what_comparing_all_finds(texts: list[str]) -> None:
    questions = [replace(BASE, id=f"q{i}", stem=text) for i, text in enumerate(texts)]
    pieces = {question.id: grams_of(question) for question in questions}
    wanted = {
        one: {other for other in pieces if other != one and alike(pieces[one], pieces[other]) > TOO_NEAR}
        for one in pieces
    }
    found = near_duplicates(questions)
    assert {one: set(found.get(one, ())) for one in pieces} == wanted


def test_questions_of_one_family_are_no_duplicates() -> None:
    assert not near_duplicates([*case_questions(), *series_questions()])


def test_other_groups_are_not_compared() -> None:
    twin = replace(BASE, id="twin", objective="watch.g1.o1")
    assert not near_duplicates([BASE, twin])
    assert near_duplicates([BASE, replace(BASE, id="twin")]) == {BASE.id: ["twin"], "twin": [BASE.id]}
