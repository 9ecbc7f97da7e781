"""The grammar of the command line: where options may stand, and what they may say."""

from pathlib import Path

import pytest

from certstudy.cli.arguments import parser


def test_places_may_stand_before_and_after_the_command() -> None:
    before = parser().parse_args(["--data-dir", "a", "--content", "p", "stats"])
    after = parser().parse_args(["stats", "--data-dir", "a", "--content", "p"])
    both = parser().parse_args(["--data-dir", "b", "--content", "p", "stats", "--data-dir", "a"])
    assert [(asked.data_dir, asked.content) for asked in (before, after, both)] == [
        (Path("a"), Path("p"))
    ] * 3
    assert parser().parse_args(["stats"]).data_dir is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--data-dir", "", "stats"], "no path is named"),
        (["stats", "--content", " "], "no path is named"),
        (["plan", "-n", "999999999"], "more than 100000"),
        (["plan", "-n", "inf"], "not a number of questions"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(words)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
