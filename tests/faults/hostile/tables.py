"""Hostile CSV for `evaluate` and `forecast`."""

from collections.abc import Iterator

from tests.faults.hostile.case import Case, Content, Expect, Link, Pipe, Reader

HEAD = b"learner,item,area,correct\n"
SOUND = HEAD + b"ada,q1,nets,1\nada,q2,nets,0\n"


def cases() -> Iterator[Case]:
    """All of them."""
    refused: dict[str, tuple[Content, str]] = {
        "nothing": (b"", "is empty"),
        "zeros": (bytes(5_000), "log.csv:1"),
        "UTF-16": (SOUND.decode().encode("utf-16"), "log.csv:1: not UTF-8"),
        "Latin-1": (SOUND + "zoë,q1,nets,1\n".encode("latin-1"), "log.csv:4: not UTF-8"),
        "a NUL": (SOUND + b"a\0b,q1,nets,1\n", "log.csv:4"),
        "a quote left open": (SOUND + b'"ada,q1,nets,1\n' * 3, "log.csv:"),
        "a quote left open for ever": (SOUND + b'"' + b"x,1\n" * 200_000, "log.csv:"),
        "a field of a megabyte": (SOUND + b"x" * 1_000_000 + b",q1,nets,1\n", "log.csv:4"),
        "a line of 60 megabytes": (HEAD + b"x" * 60_000_000, "log.csv:2"),
        "a header of 60 megabytes": (b"learner," * 7_500_000, "log.csv:1"),
        "too few fields": (SOUND + b"ada\n", "log.csv:4: 1 fields"),
        "too many fields": (SOUND + b"a," * 5_000 + b"\n", "log.csv:4"),
        "a column twice": (
            b"learner,item,area,correct,correct\na,b,c,1,0\n",
            "log.csv:1: the column correct",
        ),
        "no header": (b"ada,q1,nets,1\n", "log.csv:1: no columns"),
        "a header alone": (HEAD, "no answers"),
        "a doubtful answer": (SOUND + b"ada,q3,nets,maybe\n", "log.csv:4: correct"),
        "a number far out": (SOUND + b"ada,q3,nets,1e999\n", "log.csv:4: correct"),
        "an empty learner": (SOUND + b",q3,nets,1\n", "log.csv:4: learner"),
        "a question in two areas": (SOUND + b"ada,q1,code,1\n", "log.csv:4: item q1"),
        "a hundred thousand faults": (HEAD + b"ada,q,nets,x\n" * 100_000, "more"),
        "a program": (b"MZ\x90\0\3" + bytes(2_000), "log.csv:1"),
        "an override": (SOUND + "ada,q\u202e1,nets,x\n".encode(), "log.csv:4"),
        "an escape sequence": (SOUND + b"ada,\x1b]0;x\x07,nets,\x1b[2J\n", "log.csv:4"),
        "a device": (Link("/dev/zero"), "log.csv cannot be read: it is no file"),
        "a pipe": (Pipe(), "log.csv cannot be read: it is no file"),
        "itself": (Link("log.csv"), "log.csv"),
    }
    for name, (data, words) in refused.items():
        yield Case(f"a log with {name}", {"log.csv": data}, Expect(refused=words), Reader.LOG)
    timed = b"learner,item,area,correct,timestamp\n"
    stamps = (b"nan", b"1e400", b"-inf", b"9999-99-99", b"0000-00-00", b"+292277026596-12-04", b"x" * 500)
    for stamp in stamps:
        name = f"a log with the time {stamp[:24].decode()}"
        yield Case(
            name,
            {"log.csv": timed + b"a,b,c,1," + stamp + b"\n"},
            Expect(refused="log.csv:2: timestamp"),
            Reader.LOG,
        )
    accepted = {
        "formulas": SOUND + b"=cmd|' /C calc'!A0,@q,+nets,1\n",
        "HTML": SOUND + b"<img src=/dev/zero>,<script>,<b>,1\n",
        "ten thousand learners": HEAD + b"".join(b"l%d,q%d,nets,1\n" % (n, n) for n in range(10_000)),
        "times far out": timed + b"a,b,c,1,9e14\na,b,c,0,-9e14\n",
        "times that run back": timed + b"a,b,c,1,2026-01-02\na,b,c,0,1970-01-01\n",
        "blank lines": HEAD + b"\n" * 100_000 + b"a,b,c,1\n",
        "Windows line ends": SOUND.replace(b"\n", b"\r\n"),
        "a long name": HEAD + b"a" * 5_000 + b",b,c,1\n",
    }
    for name, data in accepted.items():
        yield Case(f"a log with {name}", {"log.csv": data}, Expect(kept=()), Reader.LOG)
