"""One small task of each kind, and responses to it, right or wrong."""

from hypothesis import strategies as st

from certstudy.core.picture import Picture
from certstudy.core.response import NOTHING, Arranged, Response, Written, filled
from certstudy.core.tasks import (
    Accepted,
    Choice,
    Comparison,
    Filling,
    Gap,
    Gaps,
    Hotspot,
    Match,
    Matching,
    Option,
    Ordering,
    Outline,
    Region,
    Row,
    ShortAnswer,
    Statement,
    Statements,
    Step,
    Task,
)

SINGLE = Choice(tuple(Option(x, f"Way {x}", f"Because {x}.", f"belief-{x}") for x in "abcd"), frozenset("b"))
SEVERAL = Choice(SINGLE.options, frozenset("bd"))
ALL_THAT_APPLY = Choice(SINGLE.options, frozenset("bd"), all_that_apply=True)
STATEMENTS = Statements(
    (
        Statement("1", "It is so.", True, "It is.", "doubt"),
        Statement("2", "It is not so.", False, "It is.", "trust"),
        Statement("3", "It may be so.", True, "It may.", "doubt"),
    )
)
ORDERING = Ordering(
    tuple(Step(x, f"Do {x}", f"Because {x}.", f"belief-{x}") for x in "abcde"),
    (("c", "a", "d"), ("c", "d", "a")),
)
MATCHING = Matching(
    tuple(Match(x, f"Thing {x}") for x in "abc"),
    (Row("1", "First", "b", "It fits.", "mix-1"), Row("2", "Second", "a", "It fits too.", "mix-2")),
)
REUSING = Matching(MATCHING.choices, (*MATCHING.rows, Row("3", "Third", "a", "Again.", "mix-3")), reuse=True)
GAPS = Gaps(
    "on: [[event]]\nif [[ -f x ]]; then [[act]]; fi",
    (
        Gap("act", (Filling("0", "run"), Filling("1", "stop")), "1", "It stops.", "runs-on"),
        Gap(
            "event", (Filling("0", "push"), Filling("1", "tag"), Filling("2", "fork")), "0", "Pushes.", "tags"
        ),
    ),
    "shell",
)
HOTSPOT = Hotspot(
    Picture("assets/x.svg", "Three boxes", 300, 100),
    (
        Region("left", "Left", Outline.rectangle(0, 0, 100, 100), "No.", "leftish"),
        Region("middle", "Middle", Outline(((150, 50),), 40), "Yes."),
        Region("right", "Right", Outline(((200, 0), (300, 0), (250, 100))), "No.", "rightish"),
    ),
    frozenset(("middle",)),
)
SHORT = ShortAnswer(
    (
        Accepted("git reflog"),
        Accepted("^git\\s+log\\s+-g$", Comparison.PATTERN),
        Accepted("42", Comparison.NUMBER, 0.5),
        Accepted("Exactly", Comparison.EXACT),
    ),
    "git reflog",
)

TASKS: tuple[Task, ...] = (
    SINGLE,
    SEVERAL,
    ALL_THAT_APPLY,
    STATEMENTS,
    ORDERING,
    MATCHING,
    REUSING,
    GAPS,
    HOTSPOT,
    SHORT,
)

_NAMES = st.sampled_from(
    [
        "a",
        "b",
        "c",
        "d",
        "e",
        "1",
        "2",
        "3",
        "act",
        "event",
        "left",
        "middle",
        "right",
        "yes",
        "no",
        "0",
        "zz",
    ]
)
RESPONSES: st.SearchStrategy[Response] = st.one_of(
    st.just(NOTHING),
    st.frozensets(_NAMES, max_size=4),
    st.lists(_NAMES, max_size=5).map(lambda items: Arranged(tuple(items))),
    st.dictionaries(_NAMES, _NAMES, max_size=4).map(filled),
    st.text(max_size=30).map(Written),
    st.sampled_from(["git reflog", "GIT  reflog", "git log -g", "42.4", "exactly"]).map(Written),
)
"""Responses of any shape, most of which do not fit."""
