"""Logs and lists from real files, sound and broken."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from certstudy.core.errors import WorldError
from certstudy.core.response_log import Listed, Logged
from certstudy.exchange.response_log import ResponseLog, read_items

HEADER = "learner,item,area,correct"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "log.csv"


def answers(file: Path, content: str | bytes) -> list[Logged]:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(ResponseLog(file))


def test_the_plain_form(file: Path) -> None:
    assert answers(file, f"{HEADER}\nada,q1,nets,1\nbob,q2,code,0\n") == [
        Logged("ada", "q1", "nets", True),
        Logged("bob", "q2", "code", False),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbflearner,item,area,correct\nada,q1,nets,1\n",
        b"learner,item,area,correct\r\nada,q1,nets,1\r\n",
        b"Learner, Item ,AREA,Correct\n ada , q1 , nets , 1 \n",
        b"learner;item;area;correct\nada;q1;nets;1\n",
        b"learner\titem\tarea\tcorrect\nada\tq1\tnets\t1\n",
        b'learner,item,area,correct\n"ada","q1","nets","1"\n',
        b"learner,item,area,correct\n\nada,q1,nets,1\n\n",
        b"learner,item,area,correct\nada,q1,nets,1",
        b"correct,area,note,item,learner\nTRUE,nets,any thing,q1,ada\n",
        b"learner,item,area,correct\nada,q1,nets,1.0\n",
    ],
)
def test_forms_that_programs_write(file: Path, content: bytes) -> None:
    assert answers(file, content) == [Logged("ada", "q1", "nets", True)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1970-01-02", 1.0),
        ("1970-01-02T12:00:00Z", 1.5),
        ("1970-01-02T12:00:00+12:00", 1.0),
        ("1970-01-02 06:00", 1.25),
        ("86400", 1.0),
        ("129600.0", 1.5),
        ("1700000000000", 1_700_000_000 / 86_400),
        ("", None),
    ],
)
def test_times(file: Path, text: str, day: float | None) -> None:
    (answer,) = answers(file, f"{HEADER},timestamp,n_options\nada,q1,nets,1,{text},4\n")
    assert answer.day == (None if day is None else pytest.approx(day))
    assert answer.options == 4


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is empty"),
        (f"{HEADER}\n", "no answers"),
        ("learner,item,correct\nada,q1,1\n", ":1: no column area"),
        ("a,b,c,d\n1,2,3,4\n", ":1: no columns learner, item, area, correct"),
        (f"{HEADER},item\nada,q1,nets,1,q1\n", ":1: the column item stands there twice"),
        (f"{HEADER}\nada,q1,nets,yes\n", ":2: correct is 'yes'"),
        (f"{HEADER}\nada,q1,nets,0.5\n", ":2: correct is '0.5'"),
        (f"{HEADER}\nada,q1,nets,\n", ":2: correct is ''"),
        (f"{HEADER}\nada,q1,nets,1\n,q1,nets,1\n", ":3: learner is empty"),
        (f"{HEADER}\nada,,nets,1\n", ":2: item is empty"),
        (f"{HEADER}\nada,q1,,1\n", ":2: area is empty"),
        (f"{HEADER}\nada,q1,nets\n", ":2: 3 fields where the header has 4"),
        (f"{HEADER}\nada,q1,nets,1,9\n", ":2: 5 fields where the header has 4"),
        (
            f"{HEADER}\nada,q1,nets,1\nbob,q1,code,1\n",
            ":3: item q1 is in area code here and in area nets in line 2",
        ),
        (f"{HEADER},timestamp\nada,q1,nets,1,soon\n", ":2: timestamp 'soon'"),
        (f"{HEADER},timestamp\nada,q1,nets,1,2025-13-01\n", ":2: timestamp '2025-13-01'"),
        (f"{HEADER},timestamp\nada,q1,nets,1,nan\n", ":2: timestamp 'nan'"),
        (f"{HEADER},n_options\nada,q1,nets,1,1\n", ":2: n_options is '1'"),
        (f"{HEADER},n_options\nada,q1,nets,1,four\n", ":2: n_options is 'four'"),
        (f"{HEADER}\nada,q1,nets,1\n".encode() + b"b\xe9b,q1,nets,1\n", ":3: not UTF-8"),
        (f"{HEADER}\nada,q1,nets,1\n".encode("utf-16"), ":1: not UTF-8"),
        (f'{HEADER}\nada,"q1"x,nets,1\n', ":2: not a row of a CSV file"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(file: Path, content: str | bytes, told: str) -> None:
    with pytest.raises(WorldError) as caught:
        answers(file, content)
    assert str(file) in caught.value.what
    assert told in caught.value.what


def test_all_faults_are_told_at_once_but_not_a_thousand(file: Path) -> None:
    rows = "\n".join(f"ada,q{i},nets,{'x' if i % 2 else 1}" for i in range(100))
    with pytest.raises(WorldError) as caught:
        answers(file, f"{HEADER}\n{rows}\n")
    lines = caught.value.what.splitlines()
    assert [line.rsplit(":", 2)[1] for line in lines[:3]] == ["3", "5", "7"]
    assert lines[-1] == "and 40 more."


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(WorldError, match="cannot be read"):
            list(ResponseLog(path))


def test_a_quoted_line_break_keeps_the_count(file: Path) -> None:
    with pytest.raises(WorldError, match=":4: correct is 'x'"):
        answers(file, f'{HEADER}\n"a\nda",q1,nets,1\nbob,q1,nets,x\n')


def test_an_endless_field(file: Path) -> None:
    with pytest.raises(WorldError, match=":2: more than"):
        answers(file, f"{HEADER}\n{'x' * 200_001},q1,nets,1\n")


def test_a_list_of_items(file: Path) -> None:
    file.write_text("item,area,level,n_options\nq1,nets,3,4\nq2,code,,\n", encoding="utf-8")
    assert read_items(file) == {"q1": Listed("nets", 3.0, 4), "q2": Listed("code")}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("item,area\n", "no items"),
        ("item\nq1\n", ":1: no column area"),
        ("item,area\nq1,nets\nq1,code\n", ":3: item q1 is listed before, in line 2"),
        ("item,area,level\nq1,nets,hard\n", ":2: level is 'hard'"),
        ("item,area,n_options\nq1,nets,2.5\n", ":2: n_options is '2.5'"),
    ],
)
def test_broken_lists(file: Path, content: str, told: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        read_items(file)
    assert told in caught.value.what


def test_log_and_list_must_agree(file: Path) -> None:
    file.write_text(f"{HEADER}\nada,q1,nets,1\n", encoding="utf-8")
    with pytest.raises(WorldError, match="in area code in the list of items"):
        list(ResponseLog(file, {"q1": Listed("code")}))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(f"{HEADER}\nada,q1,nets,1\n".encode() + content)
    try:
        first, *_ = ResponseLog(file)
    except WorldError as fault:
        told = fault.what
    else:
        told = f"{file} {first.learner}"
    assert str(file) in told
