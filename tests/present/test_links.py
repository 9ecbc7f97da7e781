"""A link's title cannot pretend to lead elsewhere."""

import pytest

from certstudy.present.links import link_title

HERE = "https://learn.example.com/azure/devops"


@pytest.mark.parametrize(
    "title",
    ["Pipelines", "About azure-pipelines.yml", "ASP.NET and Node.js", "learn.example.com", "EXAMPLE.COM", ""],
)
def test_an_honest_title_stays(title: str) -> None:
    assert link_title(title, HERE) == title


@pytest.mark.parametrize(
    ("title", "url"),
    [
        ("https://learn.example.com/azure", "https://evil.example.org/x"),
        ("www.example.com", "https://example.com.evil.org/"),
        ("learn.example.com", "https://xn--lern-5qa.example.net/"),
        ("Sign in at portal.example.net", "https://portal-example.dev/"),
    ],
)
def test_a_title_that_names_another_place_says_where_the_link_leads(title: str, url: str) -> None:
    assert link_title(title, url) == f"{title} (leads to {url.split('/')[2]})"
