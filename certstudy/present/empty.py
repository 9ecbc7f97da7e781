"""What stands where nothing is yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmptyView:
    """What is missing, what will gather there or how to find something, and the words of a button, "" for none."""

    words: str
    detail: str
    action: str = ""
