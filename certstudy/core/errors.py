"""Two families: the world's fault is told to the person with what to do; ours becomes a crash report."""


class WorldError(Exception):
    """Something outside the program went wrong: a full disk, a broken file, a locked database.

    `what` happened, what is `safe`, what can be done (`remedy`): three sentences for the person.
    """

    def __init__(self, what: str, safe: str = "", remedy: str = "") -> None:
        """Keep the sentences apart, so that each face can lay them out."""
        super().__init__(" ".join(part for part in (what, safe, remedy) if part))
        self.what = what
        self.safe = safe
        self.remedy = remedy


class ContentError(WorldError):
    """A content pack cannot be used at all (a broken syllabus, no pack where one was named)."""


class StoreError(WorldError):
    """The learner's record cannot be read or written now; nothing stored was changed."""


class OutOfStepError(Exception):
    """A use case was called in a state that does not allow it: our fault."""
