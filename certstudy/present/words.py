"""All learner-facing wording passes through here, so that another language is a catalogue and not a patch."""

import gettext as _gettext
from pathlib import Path

DOMAIN = "certstudy"
LOCALES = Path(__file__).resolve().parent / "locale"

_catalogue = _gettext.translation(DOMAIN, localedir=LOCALES, fallback=True)


def _(text: str) -> str:
    """The text in the learner's language (English is the source and the fallback)."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the text that fits n in the learner's language."""
    return _catalogue.ngettext(one, many, n)
