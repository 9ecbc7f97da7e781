"""The catalogue: the same questions warm and cold, and whatever happens to the cache, it is only a cache."""

import os
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from certstudy.bank import cache, compiling
from certstudy.bank.catalog import CompiledCatalog, open_catalog
from certstudy.bank.folder import pack_files, read_files
from certstudy.bank.pack import read_pack
from certstudy.bank.progress import StoppedError
from certstudy.core.certification import Certification, Change, Edition, Prerequisite
from certstudy.core.errors import ContentError
from certstudy.core.note import Block, Note, Sheet, Term
from certstudy.core.question import CaseStudy, Entry, Question, Reference, Solution
from certstudy.core.tasks import (
    Accepted,
    Filling,
    Gap,
    Match,
    Option,
    Outline,
    Region,
    Row,
    Statement,
    Step,
    Task,
)
from certstudy.study.ports import Catalog
from tests.bank.files import BREW, copy_of_brew, rewrite
from tests.packs.generate import write_pack

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def brew(tmp_path: Path) -> Path:
    return copy_of_brew(tmp_path)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def catalog(shelf: Path) -> Iterator[CompiledCatalog]:
    made = open_catalog(BREW, shelf)
    yield made
    made.close()


def opened(folder: Path, shelf: Path) -> tuple[str, int]:
    """Fingerprint and number of questions; closed again."""
    made = open_catalog(folder, shelf)
    try:
        for entry in made.entries:
            made.question(entry.id)
        return made.fingerprint, len(made.entries)
    finally:
        made.close()


def files(shelf: Path) -> list[str]:
    return sorted(path.suffix for path in shelf.iterdir())


def forbid_parsing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("YAML was parsed")

    monkeypatch.setattr(compiling, "read_pack", refuse)


def test_satisfies_the_port(catalog: CompiledCatalog) -> None:
    port: Catalog = catalog
    assert len(port.entries) == 12
    assert port.syllabus.exam.code == "BREW-1"
    assert port.misconceptions["darker-is-stronger"]
    assert "brew-milk-001" in port
    assert "brew-tea-001" not in port
    assert 5 not in port
    assert port.source("brew-milk-001").block.startswith("  - id: brew-milk-001\n")
    with pytest.raises(KeyError):
        port.question("brew-tea-001")


def test_cold_and_warm_give_what_the_files_hold(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = read_pack(read_files(pack_files(BREW)))
    cold = open_catalog(BREW, shelf)
    forbid_parsing(monkeypatch)
    warm = open_catalog(BREW, shelf)
    for made in (cold, warm):
        assert [made.question(entry.id) for entry in made.entries] == contents.questions
        assert made.syllabus == contents.syllabus
        assert made.misconceptions == contents.misconceptions
        made.close()
    assert cold.entries == warm.entries
    assert cold.fingerprint == warm.fingerprint
    assert files(shelf) == [".sqlite"]


def test_entries_carry_the_place_in_the_outline(catalog: CompiledCatalog) -> None:
    order = [objective.id for objective in catalog.syllabus.objectives]
    assert [entry.objective for entry in catalog.entries] == order
    entry = catalog.entries[3]
    assert (entry.id, entry.area, entry.group) == ("brew-water-001", "preparation", "preparation.water")


def test_a_warm_open_loads_no_yaml(shelf: Path) -> None:
    open_catalog(BREW, shelf).close()
    script = (
        "import sys; from pathlib import Path; from certstudy.bank.catalog import open_catalog;"
        "open_catalog(Path(sys.argv[1]), Path(sys.argv[2])).close(); sys.exit('yaml' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script, str(BREW), str(shelf)], cwd=ROOT, check=False)
    assert run.returncode == 0


def test_changed_content_is_compiled_anew_and_the_old_file_goes(brew: Path, shelf: Path) -> None:
    first = opened(brew, shelf)
    rewrite(brew / "questions" / "beans" / "beans.yaml", "id: brew-degree-001", "id: brew-degree-002")
    made = open_catalog(brew, shelf)
    assert made.fingerprint != first[0]
    assert "brew-degree-002" in made
    made.close()
    assert files(shelf) == [".sqlite"]


def test_a_changed_text_of_the_same_length_is_seen(brew: Path, shelf: Path) -> None:
    first = opened(brew, shelf)
    path = brew / "questions" / "beans" / "beans.yaml"
    rewrite(path, "id: brew-degree-001", "id: brew-degree-009")
    os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns + 1))
    assert opened(brew, shelf)[0] != first[0]


def test_touched_files_are_recognised_by_their_content(
    brew: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = opened(brew, shelf)
    for file in pack_files(brew):
        os.utime(file.path, ns=(10**18, 10**18))
    forbid_parsing(monkeypatch)
    assert opened(brew, shelf) == first
    made = open_catalog(brew, shelf)
    assert "1000000000000000000" in made.stamp
    made.close()


def test_a_removed_file_is_noticed(brew: Path, shelf: Path) -> None:
    assert opened(brew, shelf)[1] == 12
    (brew / "questions" / "beans" / "beans.yaml").unlink()
    assert opened(brew, shelf)[1] == 9


def test_packs_in_different_folders_keep_apart(tmp_path: Path, shelf: Path) -> None:
    first, second = copy_of_brew(tmp_path / "one"), copy_of_brew(tmp_path / "two")
    assert opened(first, shelf) == opened(second, shelf)
    assert files(shelf) == [".sqlite", ".sqlite"]


def damaged(data: bytes) -> list[bytes]:
    middle = len(data) // 2
    return [
        b"",
        b"not a database",
        data[:100],
        data[:middle],
        data[:100] + bytes(len(data) - 100),
        b"SQLite format 3\0" + b"\xff" * 4_000,
    ]


@pytest.mark.parametrize("number", range(6))
def test_a_broken_cache_is_built_anew(shelf: Path, number: int) -> None:
    first = opened(BREW, shelf)
    (path,) = shelf.iterdir()
    broken = damaged(path.read_bytes())[number]
    path.write_bytes(broken)
    assert opened(BREW, shelf) == first
    assert path.read_bytes() != broken


def test_a_foreign_database_and_one_of_another_version_are_built_anew(shelf: Path) -> None:
    first = opened(BREW, shelf)
    (path,) = shelf.iterdir()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE part SET body = x'30' WHERE name = 'format'")
    connection.close()
    assert opened(BREW, shelf) == first
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other(x)")
    connection.close()
    assert opened(BREW, shelf) == first


def test_a_question_that_rotted_is_not_shown(shelf: Path) -> None:
    made = open_catalog(BREW, shelf)
    (path,) = shelf.iterdir()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE question SET body = replace(body, 'fridge', 'garage') WHERE place = 0")
    connection.close()
    for _ in range(2):
        with pytest.raises(ContentError, match="damaged"):
            made.question("brew-storage-001")
    assert files(shelf) == []
    assert opened(BREW, shelf)[1] == 12


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that refuses writing")
def test_a_folder_that_refuses_writing(tmp_path: Path) -> None:
    shelf = tmp_path / "locked"
    shelf.mkdir(mode=0o500)
    assert opened(BREW, shelf)[1] == 12


def test_where_no_cache_can_be_kept_the_questions_live_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    made = open_catalog(BREW, blocked / "cache")
    assert made.question("brew-milk-001").id == "brew-milk-001"
    assert made.search("milk")[0] == "brew-milk-001"
    made.close()
    assert blocked.read_text(encoding="utf-8") == "in the way"


def test_what_interrupted_programs_left_is_cleared_later(brew: Path, shelf: Path) -> None:
    opened(brew, shelf)
    (path,) = shelf.iterdir()
    old, young = path.with_suffix(".old.tmp"), path.with_suffix(".young.tmp")
    for leftover in (old, young):
        leftover.write_bytes(b"half")
    hours_ago = time.time() - 2 * cache.ABANDONED_AFTER_SECONDS
    os.utime(old, (hours_ago, hours_ago))
    rewrite(brew / "questions" / "beans" / "beans.yaml", "id: brew-degree-001", "id: brew-degree-002")
    opened(brew, shelf)
    assert not old.exists()
    assert young.exists()


def test_stopping_leaves_nothing_behind(shelf: Path) -> None:
    with pytest.raises(StoppedError):
        open_catalog(BREW, shelf, stop=lambda: True)
    assert not shelf.exists() or not list(shelf.iterdir())


def test_problems_travel_with_the_cache(brew: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rewrite(brew / "questions" / "beans" / "beans.yaml", "answer: B", "answer: Z")
    cold = open_catalog(brew, shelf)
    forbid_parsing(monkeypatch)
    warm = open_catalog(brew, shelf)
    assert [problem.code for problem in warm.problems] == ["unknown-option"]
    assert warm.problems == cold.problems
    cold.close()
    warm.close()


COMPILE = """
import sys
from pathlib import Path
from certstudy.bank.catalog import open_catalog
sys.stdin.read(1)
made = open_catalog(Path(sys.argv[1]), Path(sys.argv[2]))
print(made.fingerprint, len([made.question(entry.id) for entry in made.entries]))
"""


def test_two_programs_that_compile_at_once_agree(tmp_path: Path, shelf: Path) -> None:
    big = write_pack(tmp_path / "big", 300, per_file=50)
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", COMPILE, str(big), str(shelf)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go")
        program.stdin.flush()
    answers = {program.communicate(timeout=60)[0] for program in programs}
    assert answers == {f"{opened(big, shelf)[0]} 300\n"}
    assert files(shelf) == [".sqlite"]


def test_the_window_and_its_worker_read_at_once(tmp_path: Path, shelf: Path) -> None:
    made = open_catalog(write_pack(tmp_path / "big", 200), shelf)
    expected = {entry.id: made.question(entry.id) for entry in made.entries}
    wrong: list[str] = []

    def read() -> None:
        for _ in range(3):
            for name, question in expected.items():
                if made.question(name) != question:
                    wrong.append(name)
            made.search("agent team")

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made.close()
    assert wrong == []


PARTS_OF_TASKS = (Option, Statement, Step, Match, Row, Filling, Gap, Region, Outline, Accepted)


def test_a_change_of_the_stored_values_needs_a_new_layout() -> None:
    """When this fails: raise `cache.LAYOUT`, or caches of the last version are taken for good; then mend the list."""
    shapes = (
        *(Question, Entry, CaseStudy, Solution, Reference, *get_args(Task), *PARTS_OF_TASKS),
        *(Certification, Prerequisite, Edition, Change),
        *(Note, Sheet, Term, *get_args(Block)),
    )
    names = {shape.__name__: " ".join(field.name for field in fields(shape)) for shape in shapes}
    assert (cache.LAYOUT, names) == (
        6,
        {
            "Question": "id kind objective difficulty stem task explanation exhibits references tags status verified "
            "due due_note shuffle revision source case solution enemies",
            "Entry": "id area group objective kind difficulty family enemies guess_rate chance",
            "CaseStudy": "id title tabs exhibits",
            "Solution": "series place of scenario text ask",
            "Reference": "title url checked supports",
            "Choice": "options key all_that_apply",
            "Statements": "rows",
            "Ordering": "steps orders",
            "Matching": "choices rows reuse",
            "Gaps": "text gaps language",
            "Hotspot": "picture regions key",
            "ShortAnswer": "accepted shown",
            "Option": "id text why misconception pinned",
            "Statement": "id text true why misconception",
            "Step": "id text why misconception",
            "Match": "id text",
            "Row": "id text answer why misconception",
            "Filling": "id text",
            "Gap": "id fillings answer why misconception",
            "Region": "id label outline why misconception",
            "Outline": "corners radius",
            "Accepted": "text comparison tolerance",
            "Certification": "title prerequisites validity_months window_months renewal lapse editions links retake",
            "Prerequisite": "code title url retired",
            "Edition": "day changes dropped weights",
            "Change": "objective kind title detail",
            "Note": "objective title blocks references checked",
            "Sheet": "area title blocks checked",
            "Term": "term means also objective",
            "Passage": "text",
            "Listing": "language code",
            "Picture": "src alt width height dark",
        },
    )
