"""Hostile YAML: bombs, tags, deep nesting, duplicate keys, odd scalars and bytes."""

from collections.abc import Iterator

from tests.faults.hostile.case import HEAD, Case, accepted, bad_file, between, one_bad, question

MANY = 10_000


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _bombs()
    yield from _nesting()
    yield from _bytes()
    yield from _syntax()
    yield from _inside_a_question()


def _bombs() -> Iterator[Case]:
    laughs = "a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(20)
    )
    yield bad_file("a billion laughs", laughs.encode(), "too-many-problems")
    yield bad_file("an alias to itself", f"{HEAD}  - &x [*x]\n".encode(), "alias", 7)
    yield bad_file("an alias as a key", b"&k a: 1\n*k : 2\n", "anchor", 1)
    merges = HEAD + "".join(f"  - &m{n} {{<<: *m{n - 1}}}\n" for n in range(1, 60))
    yield bad_file("merge keys without end", merges.encode(), "merge-key", 7)
    yield bad_file("a million empty lists", b"a: [" + b"[]," * 500_000 + b"]\n", "too-large", 1)
    yield bad_file("a million numbers", b"a: [" + b"1," * 900_000 + b"]\n", "too-large", 1)
    yield bad_file(
        "ten thousand keys", "".join(f"key{n}: {n}\n" for n in range(MANY)).encode(), "unknown-key"
    )
    keys = HEAD + "".join(f"  - {{k{n}: 1}}\n" for n in range(MANY))
    yield bad_file("ten thousand unknown questions", keys.encode(), "too-large")
    yield bad_file("one key ten thousand times", b"a: 1\n" * MANY, "too-many-problems")
    yield bad_file("a file of three megabytes", b"# " + b"x" * 3_000_000, "too-large")
    yield bad_file("comments alone", b"# nothing\n" * MANY, "shape")
    yield bad_file("blank lines alone", b"\n" * 1_000_000, "shape")
    yield bad_file("a word of a megabyte", b"a: " + b"w" * 1_000_000 + b"\n", "long-text", 1)
    yield bad_file("a key of a megabyte", b"? " + b"k" * 1_000_000 + b"\n: 1\n", "unknown-key")
    yield bad_file("a quoted text over 100,000 lines", b'a: "' + b"x\n\n" * 100_000 + b'"\n', "long-text", 1)


def _nesting() -> Iterator[Case]:
    deep = 200_000
    yield bad_file("200,000 open brackets", b"[" * deep, "too-deep|syntax", 1)
    yield bad_file("200,000 open braces", b"{a: " * deep, "too-deep|syntax", 1)
    yield bad_file("200,000 dashes", b"- " * deep, "too-deep|syntax", 1)
    yield bad_file("200,000 question marks", b"? " * deep, "complex-key|syntax", 1)
    stairs = "".join(" " * n + "a:\n" for n in range(1_000))
    yield bad_file("a thousand stairs", stairs.encode(), "too-deep", 17)
    nested = "{a: " * 12 + "1" + "}" * 12
    yield one_bad(
        "a question nested within the limit",
        question("hostile", f"source: {nested}\nx: 1"),
        "unknown-key",
        "x: 1",
    )


def _bytes() -> Iterator[Case]:
    sound = between("")
    yield bad_file("UTF-16", sound.encode("utf-16"), "encoding", 1, 1)
    yield bad_file("UTF-16 without a mark", sound.encode("utf-16-le"), "hidden-character", 1)
    yield bad_file("UTF-32", sound.encode("utf-32"), "encoding", 1)
    yield bad_file("Latin-1", sound.replace("Hostile", "Café").encode("latin-1"), "encoding", 4)
    yield bad_file("an overlong slash", b"a: \xc0\xaf\n", "encoding", 1, 4)
    yield bad_file("a lone surrogate", b"a: \xed\xa0\x80\n", "encoding", 1, 4)
    yield bad_file("a cut character at the end", b"a: \xe2\x82", "encoding", 1, 4)
    yield bad_file("random bytes", bytes(range(256)) * 50, "encoding")
    yield bad_file("a program", b"MZ\x90\x00\x03" + bytes(1_000), "encoding")
    yield bad_file("a picture called YAML", b"\x89PNG\r\n\x1a\n" + bytes(500), "encoding", 1, 1)
    yield bad_file("zeros", bytes(100_000), "hidden-character", 1, 1)
    yield bad_file("nothing", b"", "shape")
    yield bad_file("a mark and nothing", b"\xef\xbb\xbf", "shape")
    yield bad_file("two marks", b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", "hidden-character", 1, 1)
    for name, char in HIDDEN.items():
        yield one_bad(
            f"a text with {name}",
            question("hostile", stem=f"Is a{char}b right?"),
            "hidden-character",
            f"a{char}b",
        )


HIDDEN = {
    "NUL": "\0",
    "a bell": "\x07",
    "an escape sequence": "\x1b[2J",
    "a backspace": "\x08",
    "a C1 control": "\x9b",
    "a right-to-left override": "\u202e",
    "an isolate": "\u2066",
    "a left-to-right mark": "\u200e",
    "a zero width space": "\u200b",
    "a word joiner": "\u2060",
    "a line separator": "\u2028",
    "an annotation anchor": "\ufff9",
}


def _syntax() -> Iterator[Case]:
    yield bad_file("a second document", between("").encode() + b"---\na: 1\n", "second-document", 19, 1)
    yield bad_file("a list at the top", b"- a\n- b\n", "shape")
    yield bad_file("a text at the top", b"hello\n", "shape")
    yield bad_file("a bracket left open", f"{HEAD}  - [a\n".encode(), "syntax")
    yield bad_file("a quote left open", f"{HEAD}  - 'a\n".encode(), "syntax")
    yield bad_file("a tab as indent", f"{HEAD}\t- a\n".encode(), "syntax", 7)
    yield bad_file("a directive", b"%YAML 9.9\n---\na: 1\n", "syntax", 1)
    yield bad_file("a tag directive", b"%TAG ! tag:evil,2026:\n---\na: !x 1\n", "tag", 3, 4)
    yield bad_file("a colon too many", f"{HEAD}  - a: b: c\n".encode(), "syntax", 7)
    yield bad_file("not a list of questions", (HEAD + "  a: 1\n").encode(), "shape")
    yield bad_file("another schema", HEAD.replace("bank/1", "bank/99").encode(), "value")
    yield bad_file("no header", b"questions: []\n", "missing-key")


def _inside_a_question() -> Iterator[Case]:
    yield one_bad("a colon too many in a question", question("hostile", stem="a: b: c"), "syntax", "b: c")
    yield one_bad("a quote left open in a question", question("hostile", 'hint: "open'), "syntax")
    yield one_bad("a bracket left open in a question", question("hostile", "tags: [a, b"), "syntax")
    yield one_bad("a tab in a question", question("hostile", "\ttags: [a]"), "syntax", "tags")
    yield one_bad("a byte that is no UTF-8", question("hostile", "hint: \udcff"), "encoding", "hint")
    yield one_bad("an indent too few", question("hostile").replace("    stem", " stem"), "syntax")
    tags = {
        "a python object": "!!python/object/apply:os.system [touch hacked]",
        "a python name": "!!python/name:os.system",
        "a python module": "!!python/module:os",
        "a python call": "!!python/object/new:subprocess.Popen [[ls]]",
        "an include": "!include /etc/passwd",
        "an environment variable": "!ENV ${HOME}",
        "binary data": "!!binary R0lGODlhDAAMAIQAAP",
        "a ruby object": "!ruby/object:Gem::Installer {i: x}",
        "a java class": "!!javax.script.ScriptEngineManager []",
        "a set": "!!set {a, b}",
        "a timestamp": "!!timestamp 2026-01-01",
        "a local tag": "!x y",
    }
    for name, value in tags.items():
        yield one_bad(f"{name} in a tag", question("hostile", f"explanation: {value}"), "tag", value)
    yield one_bad("an anchor", question("hostile", "explanation: &a x"), "anchor", "&a")
    yield one_bad("an alias of nothing", question("hostile", "explanation: *a"), "alias", "*a")
    yield one_bad("a merge", question("hostile", "<<: {explanation: x}"), "merge-key", "<<")
    yield one_bad("two keys to one lock", question("hostile", "answer: B"), "duplicate-key", "answer: B")
    yield one_bad("a second id", question("hostile", "id: other"), "duplicate-key", "id: other")
    yield one_bad(
        "the options twice", question("hostile", "options: {A: Two, B: One}"), "duplicate-key", "{A: Two"
    )
    yield one_bad("an option twice", _options("{A: One, A: Two}"), "duplicate-key", "{A: One, A")
    yield one_bad(
        "a number of 5,000 digits", question("hostile", f"revision: {'9' * 5_000}"), "long-number", "99999"
    )
    yield accepted("a number beyond 64 bits", question("hostile", f"revision: {'9' * 39}"))
    yield one_bad("a number below the range", question("hostile", "difficulty: -1"), "range", "difficulty")
    yield one_bad(
        "a number above the range", question("hostile", "difficulty: 99999999999"), "range", "difficulty"
    )
    yield one_bad("not a number", question("hostile", "difficulty: .nan"), "type", "difficulty")
    yield one_bad("infinity", question("hostile", "difficulty: .inf"), "type", "difficulty")
    yield one_bad(
        "an exponent without end", question("hostile", "difficulty: 1e999999"), "type", "difficulty"
    )
    yield one_bad(
        "a hexadecimal number",
        question("hostile", "difficulty: 0xFFFFFFFFFFFFFFFFFFFF"),
        "range",
        "difficulty",
    )
    yield one_bad("a day that never was", question("hostile", "verified: 2026-02-30x"), "pattern", "verified")
    yield one_bad("sexagesimal time", question("hostile", "tags: [[12:30:45]]"), "type", "tags")
    yield one_bad(
        "a text of 100,000 letters",
        question("hostile", f"explanation: {'word ' * 20_000}"),
        "long-text",
        "explanation",
    )
    yield one_bad(
        "a word of 3,000 letters",
        question("hostile", f"explanation: {'w' * 3_000}"),
        "long-word",
        "explanation",
    )
    yield one_bad(
        "an escaped override",
        question("hostile", 'explanation: "a\\u202eb"'),
        "hidden-character",
        "explanation",
    )
    yield one_bad(
        "an escaped NUL", question("hostile", 'explanation: "a\\0b"'), "hidden-character", "explanation"
    )
    yield one_bad(
        "an escaped surrogate", question("hostile", 'explanation: "\\ud800"'), "syntax", "explanation"
    )
    yield one_bad("a hidden key", question("hostile", '"\\u200bexplanation": x'), "hidden-character", "u200b")


def _options(options: str) -> str:
    return question("hostile").replace("{A: One, B: Two}", options)
