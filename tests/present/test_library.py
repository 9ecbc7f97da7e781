"""What the library says of a question, of its history, and of an empty result."""

from dataclasses import replace
from datetime import timedelta

import pytest

from certstudy.core.confidence import Confidence
from certstudy.core.moment import moment_of
from certstudy.core.question import Kind
from certstudy.core.record import Answer
from certstudy.present.library import (
    difficulty_choices,
    empty_view,
    hits_words,
    kind_choices,
    narrowed,
    objective_choices,
    practise_words,
    reading_view,
    row_view,
    split_scope,
    standing_word,
)
from certstudy.present.task_view import Mark
from certstudy.study.library import Search, Standing, find, read
from tests.choices import shown_options
from tests.fakes import NOON, FakeDesk, fake_desk

SEVERAL = "plan.g1.o1-2"


def answer(question: str, days_ago: int, chosen: str, points: int) -> Answer:
    at = moment_of(NOON - timedelta(days=days_ago))
    return Answer(1, question, at, frozenset(chosen), points, 2, 41_000, Confidence.SURE)


@pytest.fixture
def at_desk() -> FakeDesk:
    made = fake_desk()
    made.record.answers += [answer(SEVERAL, 400, "ab", 2), answer(SEVERAL, 1, "ac", 1)]
    return made


def test_a_row_says_all_of_itself(at_desk: FakeDesk) -> None:
    found = replace(next(f for f in find(at_desk.desk, Search()) if f.entry.id == SEVERAL), flagged=True)
    view = row_view(at_desk.catalog.syllabus, found, at_desk.catalog.question(SEVERAL))
    assert (view.headline, view.code, view.standing) == ("What should it use?", "Pl", Standing.MISSED)
    assert view.opening.startswith("A team works on case 0.2 and runs make test")
    for part in ("What should it use?", "Planning", "Planning objective 1.1", "Judge", "Missed", "Flagged"):
        assert part in view.name
    assert "note" not in view.name


def test_the_answer_is_hidden_first(at_desk: FakeDesk) -> None:
    view = reading_view(at_desk.catalog.syllabus, read(at_desk.desk, SEVERAL), at_desk.desk.now().day, False)
    assert {option.mark for option in shown_options(view.question)} == {Mark.NONE}
    assert not any(option.chosen or option.why_html for option in shown_options(view.question))
    assert (view.idea_html, view.links) == ("", ())


def test_the_answer_shows_the_key_with_reasons(at_desk: FakeDesk) -> None:
    view = reading_view(at_desk.catalog.syllabus, read(at_desk.desk, SEVERAL), at_desk.desk.now().day, True)
    assert [o.id for o in shown_options(view.question) if o.mark is Mark.RIGHT] == ["a", "b"]
    assert all(option.why_html for option in shown_options(view.question))
    assert "<strong>a</strong>" in view.idea_html
    assert view.links[0].note == "checked 1 Jan 2026"


def test_history_is_newest_first_with_what_was_chosen(at_desk: FakeDesk) -> None:
    view = reading_view(at_desk.catalog.syllabus, read(at_desk.desk, SEVERAL), at_desk.desk.now().day, False)
    newest, oldest = view.past
    assert newest.headline == "Partly right, 1 of 2 points"
    assert (newest.when, newest.detail) == ("yesterday", "chose A, C · sure · 41\u202fs")
    assert oldest.when == "19 Oct 2025"


def test_without_answers_it_says_what_gathers_there(at_desk: FakeDesk) -> None:
    view = reading_view(at_desk.catalog.syllabus, read(at_desk.desk, "plan.g1.o1-0"), 0, False)
    assert view.past == ()
    assert view.past_words.startswith("Not answered yet.")


def test_a_narrower_choice_stands_for_the_wider_one(at_desk: FakeDesk) -> None:
    outline = at_desk.catalog.syllabus
    areas = frozenset(("plan", "build"))
    assert narrowed(outline, areas, frozenset(("plan.g1", "plan.g1.o2"))) == {"plan.g1.o2", "build"}
    assert narrowed(outline, frozenset(), frozenset(("watch.g2",))) == {"watch.g2"}
    assert narrowed(outline, frozenset(("plan",)), frozenset(("watch.g2",))) == {"plan"}
    assert narrowed(outline, frozenset(), frozenset()) == frozenset()
    assert split_scope(outline, frozenset(("plan", "watch.g2"))) == (
        frozenset(("plan",)),
        frozenset(("watch.g2",)),
    )


def test_choices_follow_the_outline(at_desk: FakeDesk) -> None:
    offered = objective_choices(at_desk.catalog.syllabus, frozenset(("build",)))
    assert [choice.id for choice in offered] == ["build.g1", "build.g2"]
    assert [part.id for part in offered[0].parts] == ["build.g1.o1", "build.g1.o2"]
    assert len(objective_choices(at_desk.catalog.syllabus)) == 6
    assert [choice.id for choice in kind_choices()] == [kind.value for kind in Kind]
    assert [choice.words for choice in difficulty_choices()] == ["Recall", "Apply", "Judge"]


@pytest.mark.parametrize(
    ("hits", "words"),
    [(0, "Practise"), (1, "Practise this 1"), (10, "Practise these 10"), (61, "Practise 60 of these")],
)
def test_the_button_counts_what_it_begins(hits: int, words: str) -> None:
    assert practise_words(hits) == words


def test_hits_stand_beside_the_total() -> None:
    assert hits_words(10, 878) == "10 of 878"
    assert hits_words(1, 1) == "1 question"


@pytest.mark.parametrize(
    ("search", "total", "words", "action"),
    [
        (Search(), 0, "This content pack holds no questions", ""),
        (Search(flagged=True), 9, "No flagged questions", "Show all questions"),
        (Search(text="zzz"), 9, "No question holds all these words", "Clear the search"),
        (Search(text="a", flagged=True), 9, "No question fits", "Clear search and filters"),
    ],
)
def test_an_empty_result_says_what_to_do(search: Search, total: int, words: str, action: str) -> None:
    view = empty_view(search, total)
    assert (view.words, view.action) == (words, action)
    assert view.detail


def test_every_standing_has_its_own_word() -> None:
    assert len({standing_word(standing) for standing in Standing}) == len(Standing)


def test_an_instruction_is_no_headline(at_desk: FakeDesk) -> None:
    found = next(f for f in find(at_desk.desk, Search()) if f.entry.id == SEVERAL)
    question = replace(
        at_desk.catalog.question(SEVERAL), stem="Builds wait for agents. Put the actions in order."
    )
    view = row_view(at_desk.catalog.syllabus, found, question)
    assert (view.headline, view.opening) == ("Builds wait for agents.", "")
