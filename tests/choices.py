"""Questions with a choice, as tests want them: their views, their options exchanged."""

from collections.abc import Iterable
from dataclasses import replace

from certstudy.core.question import Question
from certstudy.core.tasks import Choice, Option
from certstudy.present.question import QuestionView
from certstudy.present.task_view import ChoiceView, OptionView


def shown_options(view: QuestionView | None) -> tuple[OptionView, ...]:
    """The options of a view that has a choice."""
    assert view is not None
    assert isinstance(view.task, ChoiceView)
    return view.task.options


def choice(question: Question) -> Choice:
    """The choice that a question asks for."""
    assert isinstance(question.task, Choice)
    return question.task


def with_options(
    question: Question, options: Iterable[Option], key: frozenset[str] | None = None
) -> Question:
    """The question with other options, and another key if one is given."""
    task = choice(question)
    return replace(question, task=replace(task, options=tuple(options), key=task.key if key is None else key))
