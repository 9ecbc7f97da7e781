"""How a question is to be answered, how far one has come, and how it is scored, in a few words."""

from certstudy.core.question import Kind, Question
from certstudy.core.response import Arranged, Response, Written
from certstudy.core.tasks import Choice, Gaps, Hotspot, Matching, Ordering, ShortAnswer, Statements
from certstudy.present.words import _, ngettext


def kind_word(kind: Kind) -> str:
    """A kind of question as a learner calls it."""
    words = {
        Kind.SINGLE: _("Choose one"),
        Kind.BEST: _("Best answer"),
        Kind.MULTIPLE: _("Choose several"),
        Kind.STATEMENTS: _("Yes or no"),
        Kind.ORDER: _("Put in order"),
        Kind.MATCH: _("Match"),
        Kind.DROPDOWN: _("Fill the gaps"),
        Kind.HOTSPOT: _("Click in a picture"),
        Kind.SHORT: _("Short answer"),
        Kind.SERIES: _("Solution series"),
    }
    return words[kind]


def hint(question: Question, response: Response) -> str:
    """What is still to do; empty where nothing needs saying."""
    task = question.task
    match task:
        case Choice(all_that_apply=True):
            return _("Choose all that apply")
        case Choice() | Hotspot():
            done = len(response) if isinstance(response, frozenset) else 0
            return chosen_hint(done, task.choose)
        case Ordering():
            done = len(response.items) if isinstance(response, Arranged) else 0
            return _("{k} of {n} placed").format(k=done, n=task.places)
        case Statements() | Matching() | Gaps():
            return _("{k} of {n} answered").format(k=filled_parts(response), n=task.out_of)
        case ShortAnswer():
            # its field says so itself
            return ""


def chosen_hint(chosen: int, choose: int) -> str:
    """How far a choice of several has come."""
    if choose == 1:
        return ""
    if not chosen:
        return _("Choose {n}").format(n=choose)
    return _("{k} of {n} chosen").format(k=chosen, n=choose)


def scoring(question: Question) -> str:
    """The rule by which points are given, in one sentence; empty where there is one point."""
    points = question.task.out_of
    if points == 1:
        return ""
    words = ngettext(
        "{n} point: one for each right part, none lost for a wrong one.",
        "{n} points: one for each right part, none lost for a wrong one.",
        points,
    )
    return words.format(n=points)


def filled_parts(response: Response) -> int:
    """How many parts of a response hold something."""
    match response:
        case Arranged(items):
            return len(items)
        case Written():
            return int(bool(response))
    return len(response)
