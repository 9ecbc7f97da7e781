"""Tooltips from foreign text: Qt takes what looks like HTML for HTML, and would open the files it names."""


def plain_tip(words: str) -> str:
    """The words as a tooltip shows them, whatever marks they hold."""
    if "<" not in words and "&" not in words:
        return words
    from html import escape  # noqa: PLC0415  # a start need not wait for the names of all characters

    return f"<p>{escape(words)}</p>"
