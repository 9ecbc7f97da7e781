"""A question as a screen draws it: the sentence that asks, the options, and no verdict before the check."""

from dataclasses import replace

import pytest

from certstudy.core.question import CodeExhibit, Kind, Question, TextExhibit
from certstudy.core.shuffle import shown
from certstudy.present.instructions import chosen_hint
from certstudy.present.question import (
    difficulty_word,
    exhibit_view,
    place_view,
    question_view,
    stem_parts,
)
from certstudy.present.task_view import ChoiceView, Mark
from tests.choices import shown_options, with_options
from tests.fakes import small_bank, small_syllabus

SYLLABUS = small_syllabus()
SINGLE, _CODE, SEVERAL = small_bank(SYLLABUS)[:3]


@pytest.mark.parametrize(
    ("stem", "lead", "ask"),
    [
        ("What should it use?", "", "What should it use?"),
        ("A build is slow. What helps?", "A build is slow.", "What helps?"),
        ("A build is slow.\nWhat helps?", "A build is slow.", "What helps?"),
        (
            "A build is slow.\n\nIt runs hourly.\n\nWhat helps?",
            "A build is slow.\n\nIt runs hourly.",
            "What helps?",
        ),
        ("One.\n\nTwo. What helps?", "One.\n\nTwo.", "What helps?"),
        ("It uses caches, e.g. for npm. What helps?", "It uses caches, e.g. for npm.", "What helps?"),
        ("It is slow. Which cloud, e.g. Azure, helps?", "It is slow.", "Which cloud, e.g. Azure, helps?"),
        ("It is slow. Which tool, i.e. `git`, helps?", "It is slow.", "Which tool, i.e. `git`, helps?"),
        ("It is slow. What of merge vs. Rebase?", "It is slow.", "What of merge vs. Rebase?"),
        ("The file says `a: B`. What does `x. Y` do?", "The file says `a: B`.", "What does `x. Y` do?"),
        ("A run fails. `main` is locked. Why?", "A run fails. `main` is locked.", "Why?"),
        ("A run fails. **Which** step is it?", "A run fails.", "**Which** step is it?"),
        ("Is it slow? Yes. What helps?", "Is it slow? Yes.", "What helps?"),
        ("It is slow. Choose the step that helps.", "It is slow.", "Choose the step that helps."),
        (
            "It is slow. Put the steps in order. Not every step is needed.",
            "It is slow.",
            "Put the steps in order. Not every step is needed.",
        ),
        ("It is slow. Nobody knows why.", "", "It is slow. Nobody knows why."),
        ("It is slow.\n\nChoose two. Each counts.", "It is slow.", "Choose two. Each counts."),
        ("  What helps?\n", "", "What helps?"),
    ],
)
def test_the_last_sentence_asks(stem: str, lead: str, ask: str) -> None:
    assert stem_parts(stem) == (lead, ask)


def test_before_the_check_nothing_tells_the_key() -> None:
    view = question_view(SYLLABUS, SEVERAL, frozenset("ac"))
    assert {option.mark for option in shown_options(view)} == {Mark.NONE}
    assert not any(option.why_html or option.why for option in shown_options(view))
    assert [option.chosen for option in shown_options(view)] == [True, False, True, False]


def test_after_the_check_each_option_has_its_mark_and_reason() -> None:
    view = question_view(SYLLABUS, SEVERAL, frozenset("ac"), checked=True)
    marks = [option.mark for option in shown_options(view)]
    assert marks == [Mark.RIGHT, Mark.MISSED, Mark.WRONG, Mark.NONE]
    assert shown_options(view)[3].why == "Because d says so."


def test_letters_follow_the_order_shown_and_ids_stay() -> None:
    asked = shown(SINGLE, 5)
    order = asked.options
    view = question_view(SYLLABUS, asked)
    assert [option.letter for option in shown_options(view)] == list("ABCD")
    assert [option.id for option in shown_options(view)] == [option.id for option in order]
    assert len({shown(SINGLE, seed).options for seed in range(20)}) > 1


def test_a_question_says_how_it_is_answered() -> None:
    single, several = (question_view(SYLLABUS, q).task for q in (SINGLE, SEVERAL))
    assert isinstance(single, ChoiceView)
    assert isinstance(several, ChoiceView)
    assert (single.several, single.choose) == (False, 1)
    assert (several.several, several.choose) == (True, 2)


def test_the_name_is_the_stem_without_marks() -> None:
    view = question_view(SYLLABUS, SINGLE)
    assert view.name == "A team works on case 0.0 and runs make test on every push. What should it use?"
    assert view.lead_html == "<p>A team works on case 0.0 and runs <code>make test</code> on every push.</p>"
    assert view.ask_html == "What should it use?"


def test_foreign_text_is_never_markup() -> None:
    hostile = "<img src=x onerror=alert(1)> What?"
    option = replace(SINGLE.options[0], text=hostile, why=hostile)
    question: Question = replace(with_options(SINGLE, (option, *SINGLE.options[1:])), stem=hostile)
    view = question_view(SYLLABUS, question, frozenset("a"), checked=True)
    shown = (view.lead_html, view.ask_html, shown_options(view)[0].html, shown_options(view)[0].why_html)
    assert not any("<img" in html for html in shown)
    assert shown_options(view)[0].name == hostile


def test_a_place_names_the_way_through_the_outline() -> None:
    view = place_view(SYLLABUS, "watch.g2.o1")
    assert (view.slot, view.code, view.area, view.group) == (2, "Wa", "Watching", "Watching 2")
    assert view.objective == "Watching objective 2.1"


def test_a_code_exhibit_is_coloured_and_ends_without_a_blank_line() -> None:
    view = exhibit_view(CodeExhibit("ci.yml", "yaml", "on: push\n\n"))
    assert (view.title, view.code, view.html) == ("ci.yml", "on: push", "")
    assert view.spans


def test_a_text_exhibit_is_formatted() -> None:
    view = exhibit_view(TextExhibit("Runs", "| Run |\n|---|\n| 41 |"))
    assert (view.code, view.spans) == ("", ())
    assert "<table>" in view.html


@pytest.mark.parametrize(
    ("chosen", "choose", "words"),
    [(0, 1, ""), (1, 1, ""), (0, 2, "Choose 2"), (1, 2, "1 of 2 chosen"), (3, 3, "3 of 3 chosen")],
)
def test_a_hint_counts_what_is_chosen(chosen: int, choose: int, words: str) -> None:
    assert chosen_hint(chosen, choose) == words


@pytest.mark.parametrize(("level", "word"), [(1, "Recall"), (2, "Apply"), (3, "Judge"), (7, "Level 7")])
def test_difficulty_in_words(level: int, word: str) -> None:
    assert difficulty_word(level) == word


def test_the_bank_of_these_tests_has_both_kinds() -> None:
    assert {SINGLE.kind, SEVERAL.kind} == {Kind.SINGLE, Kind.MULTIPLE}
