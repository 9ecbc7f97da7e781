"""What a question asks one to do; every kind of task grades responses and says how far one has come."""

from certstudy.core.tasks.choice import Choice, Option
from certstudy.core.tasks.gaps import Filling, Gap, Gaps
from certstudy.core.tasks.hotspot import Hotspot, Outline, Region
from certstudy.core.tasks.matching import Match, Matching, Row
from certstudy.core.tasks.ordering import Ordering, Step
from certstudy.core.tasks.short_answer import Accepted, Comparison, ShortAnswer
from certstudy.core.tasks.statements import Statement, Statements

Task = Choice | Statements | Ordering | Matching | Gaps | Hotspot | ShortAnswer

__all__ = [
    "Accepted",
    "Choice",
    "Comparison",
    "Filling",
    "Gap",
    "Gaps",
    "Hotspot",
    "Match",
    "Matching",
    "Option",
    "Ordering",
    "Outline",
    "Region",
    "Row",
    "ShortAnswer",
    "Statement",
    "Statements",
    "Step",
    "Task",
]
