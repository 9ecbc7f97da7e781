"""Reaching the parts of an answer as a learner sees them."""

from certstudy.gui.question.answers.area import AnswerArea
from certstudy.gui.question.answers.choice import ChoiceAnswer
from certstudy.gui.widgets.option_row import OptionRow
from certstudy.present.task_view import ChoiceView, TaskView


def option_rows(area: AnswerArea) -> tuple[OptionRow, ...]:
    """The rows of a question with a choice."""
    assert isinstance(area.current, ChoiceAnswer)
    return area.current.options.rows


def option_ids(view: TaskView) -> list[str]:
    """The options of a choice in the order shown."""
    assert isinstance(view, ChoiceView)
    return [option.id for option in view.options]
