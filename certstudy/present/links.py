"""Official pages as links; a title that names another place than its link leads to says where that is."""

import re
from dataclasses import dataclass

from certstudy.core.question import Reference
from certstudy.present.words import _, checked_on

# names of files and products have dots as well: "azure-pipelines.yml", "ASP.NET"
_PLACE = re.compile(
    r"\b(?:https?://)?((?:[a-z0-9-]+\.)+(?:com|org|edu|gov|io|dev|ms|info|biz|app|[a-z0-9-]+\.net))\b",
    re.IGNORECASE,
)
_HOST = re.compile(r"https?://([^/?#]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkView:
    """An official page; `note` says when it was checked."""

    title: str
    url: str
    note: str


def link_view(page: Reference) -> LinkView:
    """A question's or a note's official page."""
    return LinkView(link_title(page.title, page.url), page.url, checked_on(page.checked))


def link_title(title: str, url: str) -> str:
    """The title as it stands, or with the true host where it names a different one."""
    found = _HOST.match(url)
    host = found[1].lower() if found else url
    if all(_within(host, place.lower()) for place in _PLACE.findall(title)):
        return title
    return _("{title} (leads to {host})").format(title=title, host=host)


def _within(host: str, place: str) -> bool:
    return f".{host}".endswith(f".{place.removeprefix('www.')}")
