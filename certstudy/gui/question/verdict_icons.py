"""The icon of each verdict."""

from collections.abc import Mapping

from certstudy.core.grading import Verdict

VERDICT_ICONS: Mapping[Verdict, str] = {
    Verdict.RIGHT: "check",
    Verdict.PARTLY: "contrast",
    Verdict.WRONG: "x",
}
