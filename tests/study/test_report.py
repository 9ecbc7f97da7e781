"""A report is a patch that Git applies, whatever the text and the remark."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from certstudy.core.question import QuestionSource
from certstudy.study.report import is_edited, patch

FILE = "schema: x\nquestions:\n  - id: one\n    stem: First?\n\n  - id: two\n    stem: Second?\n"
ENDS = st.sampled_from(("\n", "\r\n"))
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=80
)
GIT = shutil.which("git") or ""

pytestmark = pytest.mark.skipif(not GIT, reason="needs Git")


def source(
    text: str = FILE, first: int = 3, last: int = 4, path: str = "content/p/questions/a b.yaml"
) -> QuestionSource:
    return QuestionSource("one", path, text, first, last)


def applied(folder: Path, given_source: QuestionSource, made: str) -> str:
    target = folder / given_source.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(given_source.text.encode())
    report = folder / "report.patch"
    report.write_bytes(made.encode())
    done = subprocess.run(
        [GIT, "apply", "--whitespace=nowarn", report.name],
        check=False,
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr + made
    return target.read_bytes().decode()


def test_an_edit_lands_in_the_file(tmp_path: Path) -> None:
    made = patch(source(), "  - id: one\n    stem: Better?\n", "The stem misleads.")
    assert applied(tmp_path, source(), made) == FILE.replace("First?", "Better?")
    assert "# The stem misleads.\n" in made.partition("diff --git")[0]


def test_a_remark_alone_becomes_a_comment(tmp_path: Path) -> None:
    made = patch(source(), source().block, "Wrong since May\nSee the docs")
    assert "  # Wrong since May\n  # See the docs\n  - id: one\n" in applied(tmp_path, source(), made)


def test_nothing_said_is_no_patch() -> None:
    assert patch(source(), source().block, " \n") == ""
    assert not is_edited(source(), source().block.replace("\n", "\r\n"))


def test_a_remark_that_looks_like_a_patch_is_only_a_remark(tmp_path: Path) -> None:
    remark = "--- a/evil\n+++ b/evil\n@@ -0,0 +1 @@\n+evil"
    applied(tmp_path, source(), patch(source(), "  - id: one\n", remark))
    assert not (tmp_path / "evil").exists()


def test_a_file_without_a_last_line_end(tmp_path: Path) -> None:
    bare = source(FILE.rstrip("\n"), 6, 7)
    made = patch(bare, "  - id: two\n    stem: Third?", "")
    assert applied(tmp_path, bare, made) == FILE.rstrip("\n").replace("Second?", "Third?")


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edited=TEXTS, remark=TEXTS, end=ENDS)
def test_git_applies_any_report(tmp_path: Path, edited: str, remark: str, end: str) -> None:
    written = source(FILE.replace("\n", end))
    made = patch(written, edited, remark)
    if made:
        result = applied(tmp_path, written, made)
        assert result.endswith(f"  - id: two{end}    stem: Second?{end}")
        assert result.startswith(f"schema: x{end}questions:{end}")
