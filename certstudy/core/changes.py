"""What a use case changed, so that each screen knows whether it is concerned."""

from enum import Flag, auto


class Changes(Flag):
    """Kinds of change, published once by the face that ran the use case."""

    NOTHING = 0
    SITTING = auto()
    ANSWERS = auto()
    ANNOTATIONS = auto()
    PREFERENCES = auto()
    DAY = auto()
