"""How sure one is, in words."""

from certstudy.core.confidence import Confidence
from certstudy.present.words import _


def confidence_word(confidence: Confidence) -> str:
    """A confidence as the learner chose it."""
    words = {
        Confidence.GUESS: _("Guess"),
        Confidence.UNSURE: _("Unsure"),
        Confidence.SURE: _("Sure"),
    }
    return words[confidence]
