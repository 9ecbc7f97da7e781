"""The one place that hands a page to the system's browser: http(s) only."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

SCHEMES = ("https", "http")


def is_web_page(url: str) -> bool:
    """Whether the address is an http(s) page with a host."""
    parsed = QUrl(url, QUrl.ParsingMode.StrictMode)
    return parsed.isValid() and parsed.scheme().lower() in SCHEMES and bool(parsed.host())


def open_link(url: str) -> bool:
    """Open a page in the browser; False when it is no web page or the system refuses."""
    return is_web_page(url) and QDesktopServices.openUrl(QUrl(url))


def open_folder(folder: str) -> bool:
    """Show a folder of the learner's own in the system's file browser."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
