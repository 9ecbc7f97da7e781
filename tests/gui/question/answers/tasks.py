"""Tasks with inline code, long texts, decoys and several right orders, for the widgets that answer them."""

from certstudy.core.tasks import Match, Matching, Ordering, Row, Statement, Statements, Step

CLAIMS = Statements(
    (
        Statement(
            "pr", "A change of `main` starts the `build` job of a pull request.", True, "The path fits."
        ),
        Statement("tag", "A tag starts it.", False, "Tags are not listed."),
        Statement(
            "docs",
            "A push that changes `docs/guide/first-steps.md` and nothing else starts the pipeline of every team "
            "that reads the shared template from the `release/2026-11` branch of the other repository.",
            False,
            "The path filter leaves documents out, and it is read before the branch filter.",
        ),
    )
)
STEPS = Ordering(
    (
        Step(
            "stop", "Stop the agents that still hold the old key, and wait until `queue` is empty", "First."
        ),
        Step("mint", "Create the key", "It has to be there."),
        Step("swap", "Put the key into the vault", "Then the jobs find it."),
        Step("wipe", "Delete the old key", "Nobody reads it now."),
        Step("mail", "Send the key by mail", "A mail can be read."),
        Step("wait", "Wait a day", "Nothing happens on that day."),
    ),
    (("mint", "swap", "stop", "wipe"), ("stop", "mint", "swap", "wipe")),
)


def matching(reuse: bool) -> Matching:
    """Three rows and four choices."""
    return Matching(
        (
            Match("merge", "Merge commit"),
            Match("squash", "Squash commit"),
            Match("rebase", "Rebase and fast-forward of the branch `main` without a merge commit"),
            Match("semi", "Semi-linear merge"),
        ),
        (
            Row(
                "one",
                "The history of `main` shows one commit for each pull request.",
                "squash",
                "It is squashed.",
            ),
            Row("all", "Every commit is kept, and where it was merged.", "merge", "A merge has two parents."),
            Row(
                "flat",
                "Every commit is kept, in a line.",
                "squash" if reuse else "rebase",
                "No second parent.",
            ),
        ),
        reuse,
    )
