"""Coloured code: spans lie in the text, in order, and tell apart what the eye looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.present.highlight import Paint, spans

YAML = "# build\ntrigger:\n- main\npool:\n  vmImage: 'ubuntu-latest'\n  demands: 3\n"
BICEP = """\
@minLength(3)
param name string = 'app-${suffix}' // the site
resource site 'Web@2023' existing = {
  name: name
}
"""
KUSTO = (
    'requests\n| where success == false // failed\n| summarize count() by bin(timestamp, 1h), name = "x"\n'
)
SHELL = 'set -e # stop\nfor name in a b; do\n  echo "$name" 12\ndone\n'
SAMPLES = {"yaml": YAML, "bicep": BICEP, "kusto": KUSTO, "shell": SHELL}


def _painted(code: str, language: str, paint: Paint) -> list[str]:
    return [code[s.start : s.start + s.length] for s in spans(code, language) if s.paint is paint]


@pytest.mark.parametrize("language", SAMPLES)
def test_spans_lie_in_the_text_and_do_not_overlap(language: str) -> None:
    code, end = SAMPLES[language], 0
    found = spans(code, language)
    assert len({span.paint for span in found}) >= 3
    for span in found:
        assert span.start >= end
        end = span.start + span.length
        assert code[span.start : end].strip()
    assert end <= len(code)


@given(st.text(max_size=200), st.sampled_from([*SAMPLES, "json", "powershell", "dockerfile", "diff"]))
def test_spans_lie_in_any_text(code: str, language: str) -> None:
    assert all(
        s.start >= 0 and s.length > 0 and s.start + s.length <= len(code) for s in spans(code, language)
    )


@pytest.mark.parametrize(
    ("language", "paint", "word"),
    [
        ("yaml", Paint.COMMENT, "# build"),
        ("yaml", Paint.NAME, "trigger"),
        ("yaml", Paint.NAME, "vmImage"),
        ("bicep", Paint.KEYWORD, "param"),
        ("bicep", Paint.KEYWORD, "existing"),
        ("bicep", Paint.COMMENT, "// the site"),
        ("bicep", Paint.NAME, "@minLength"),
        ("kusto", Paint.KEYWORD, "where"),
        ("kusto", Paint.STRING, "x"),
        ("shell", Paint.KEYWORD, "for"),
        ("shell", Paint.COMMENT, "# stop"),
    ],
)
def test_what_the_eye_looks_for(language: str, paint: Paint, word: str) -> None:
    assert word in [text.strip() for text in _painted(SAMPLES[language], language, paint)]


def test_a_bicep_word_used_as_a_name_is_no_keyword() -> None:
    assert _painted("resource: 1\n", "bicep", Paint.KEYWORD) == []


@pytest.mark.parametrize("language", ["azure-pipelines", "github-workflow"])
def test_pipelines_are_read_as_yaml(language: str) -> None:
    assert spans(YAML, language) == spans(YAML, "yaml")


def test_a_diff_shows_what_came_and_went() -> None:
    code = "-old\n+new\n"
    assert [text.strip() for text in _painted(code, "diff", Paint.INSERTED)] == ["+new"]
    assert [text.strip() for text in _painted(code, "diff", Paint.DELETED)] == ["-old"]


@pytest.mark.parametrize("language", ["", "klingon", "text/plain"])
def test_a_language_nobody_knows_stays_plain(language: str) -> None:
    assert spans(YAML, language) == ()


def test_no_code_has_no_spans() -> None:
    assert spans("", "yaml") == ()
