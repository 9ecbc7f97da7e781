"""A folder of files becomes one pack: in outline order, each id once, whatever else is broken."""

import gc
import os
from contextlib import closing
from pathlib import Path

import pytest

from certstudy.bank.catalog import open_catalog
from certstudy.bank.folder import fingerprint, pack_files, read_files, stamp
from certstudy.bank.pack import Contents, read_pack
from certstudy.bank.problem import Problem
from certstudy.bank.progress import StoppedError
from certstudy.core.errors import ContentError
from tests.bank.files import BREW, copy_of_brew, rewrite


def contents(folder: Path) -> Contents:
    return read_pack(read_files(pack_files(folder)))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_brew(tmp_path)


def test_another_exam_is_read_without_a_word_about_it_in_the_code() -> None:
    made = contents(BREW)
    assert made.problems == []
    assert made.syllabus.exam.code == "BREW-1"
    assert len(made.questions) == len(made.misconceptions) == 12
    assert [question.objective for question in made.questions] == [o.id for o in made.syllabus.objectives]


def test_files_are_read_in_order_of_their_names_at_any_depth(pack: Path) -> None:
    deep = pack / "questions" / "a" / "b"
    deep.mkdir(parents=True)
    (pack / "questions" / "beans" / "beans.yaml").rename(deep / "beans.yml")
    (pack / "questions" / "notes.txt").write_text("not a question", encoding="utf-8")
    names = [file.name for file in pack_files(pack)]
    assert names == [
        "assets/three-cups.svg",
        "glossary.yaml",
        "misconceptions.yaml",
        "notes/brewing.espresso.dialing.md",
        "questions/a/b/beans.yml",
        "questions/brewing/brewing.yaml",
        "questions/preparation/preparation.yaml",
        "sheets/brewing.md",
        "syllabus.yaml",
    ]
    assert len(contents(pack).questions) == 12


def test_one_broken_file_leaves_the_others(pack: Path) -> None:
    (pack / "questions" / "beans" / "beans.yaml").write_bytes(b"\xff\xfe broken")
    made = contents(pack)
    assert len(made.questions) == 9
    assert [(p.code, p.place.file) for p in made.problems] == [("encoding", "questions/beans/beans.yaml")]


def test_an_id_used_twice_belongs_to_its_first_question(pack: Path) -> None:
    rewrite(
        pack / "questions" / "preparation" / "preparation.yaml", "id: brew-grind-001", "id: brew-milk-001"
    )
    made = contents(pack)
    assert len(made.questions) == 11
    (problem,) = made.problems
    assert (problem.code, problem.question) == ("repeated-id", "brew-milk-001")
    assert problem.place.file == "questions/preparation/preparation.yaml"
    assert "questions/brewing/brewing.yaml" in problem.message


def test_a_pack_can_do_without_beliefs_and_questions(pack: Path) -> None:
    (pack / "misconceptions.yaml").unlink()
    (pack / "questions").rename(pack / "elsewhere")
    made = contents(pack)
    assert (made.misconceptions, made.questions, made.problems) == ({}, [], [])


def test_a_folder_without_a_syllabus_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"holds no syllabus\.yaml"):
        pack_files(tmp_path)
    with pytest.raises(ContentError):
        pack_files(tmp_path / "nowhere")


def test_a_broken_syllabus_is_told_with_its_place(pack: Path) -> None:
    rewrite(pack / "syllabus.yaml", "minutes: 30", "minutes: many")
    with pytest.raises(ContentError, match=r"syllabus\.yaml:11:12") as raised:
        contents(pack)
    assert raised.value.safe
    assert raised.value.remedy


def test_a_file_that_cannot_be_read_is_a_problem_and_the_rest_stays(pack: Path, tmp_path: Path) -> None:
    files = pack_files(pack)
    (pack / "questions" / "beans" / "beans.yaml").unlink()
    unread: list[Problem] = []
    data = read_files(files, unread)
    assert [(p.code, p.place.file) for p in unread] == [("unreadable", "questions/beans/beans.yaml")]
    assert {file.name for file in files} - data.keys() == {"questions/beans/beans.yaml"}
    (pack / "syllabus.yaml").unlink()
    with pytest.raises(ContentError, match=r"syllabus\.yaml cannot be read"):
        read_files(files, unread)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a file that refuses reading")
def test_a_file_is_read_again_once_it_can_be(pack: Path, tmp_path: Path) -> None:
    beans = pack / "questions" / "beans" / "beans.yaml"
    beans.chmod(0)
    with closing(open_catalog(pack, tmp_path / "cache")) as catalog:
        assert [p.code for p in catalog.problems] == ["unreadable"]
    beans.chmod(0o644)
    with closing(open_catalog(pack, tmp_path / "cache")) as catalog:
        assert list(catalog.problems) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes as files are a thing of Unix")
def test_a_pipe_is_never_read(pack: Path) -> None:
    os.mkfifo(pack / "questions" / "endless.yaml")
    assert len(contents(pack).questions) == 12


@pytest.mark.skipif(os.name == "nt", reason="links need a right on Windows")
def test_a_linked_file_is_read_and_a_linked_folder_is_not(pack: Path) -> None:
    beans = pack / "questions" / "beans"
    beans.rename(pack / "beans")
    beans.symlink_to(pack / "beans", target_is_directory=True)
    assert len(contents(pack).questions) == 9
    (pack / "questions" / "beans.yaml").symlink_to(pack / "beans" / "beans.yaml")
    assert len(contents(pack).questions) == 12


def test_the_fingerprint_follows_content_and_names_and_not_times(pack: Path) -> None:
    first = pack_files(pack)
    print_ = fingerprint(read_files(first))
    os.utime(pack / "syllabus.yaml", ns=(1, 1))
    touched = pack_files(pack)
    assert stamp(touched) != stamp(first)
    assert fingerprint(read_files(touched)) == print_
    (pack / "questions" / "beans").rename(pack / "questions" / "seeds")
    assert fingerprint(read_files(pack_files(pack))) != print_


def test_a_file_of_more_than_the_limit_is_neither_read_whole_nor_parsed(pack: Path) -> None:
    (pack / "questions" / "huge.yaml").write_bytes(b"#" * 5_000_000)
    data = read_files(pack_files(pack))
    assert len(data["questions/huge.yaml"]) == 2_000_001
    assert [(p.code, p.place.file) for p in read_pack(data).problems] == [
        ("too-large", "questions/huge.yaml")
    ]


def test_progress_is_told_and_reading_can_be_stopped() -> None:
    data = read_files(pack_files(BREW))
    told: list[tuple[int, int]] = []
    read_pack(data, lambda done, total: told.append((done, total)))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    with pytest.raises(StoppedError):
        read_pack(data, stop=lambda: True)
    assert gc.isenabled()
