"""Questions that lie about themselves, patterns without end, and Markdown, HTML and links that want out."""

import struct
import zlib
from collections.abc import Iterator

from tests.faults.hostile.case import (
    ANY,
    BYSTANDER,
    HOSTILE,
    Case,
    Content,
    Expect,
    Link,
    Pipe,
    accepted,
    between,
    one_bad,
    question,
)

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg"><rect width="3" height="3" fill="#FFFFFF"/></svg>'


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _meaning()
    yield from _patterns()
    yield from _words()
    yield from _links()
    yield from _paths()
    yield from _pictures()
    yield from _pages()
    yield from _other_files()


def _typed(question_type: str, body: str) -> str:
    lines = [
        "- id: hostile", f"  type: {question_type}", "  objective: beans.buying.storage", "  stem: Which?",
        *(f"  {line}" for line in body.splitlines()),
    ]  # fmt: skip
    return "".join(f"  {line}\n" for line in lines)


def _meaning() -> Iterator[Case]:
    yield one_bad(
        "a key that is no option",
        question("hostile").replace("answer: A", "answer: Z"),
        "unknown-option",
        "answer: Z",
    )
    yield one_bad("no options", question("hostile").replace("{A: One, B: Two}", "{}"), "range", "options: {}")
    many = ", ".join(f"O{n}: x" for n in range(10_000))
    yield one_bad(
        "ten thousand options", question("hostile").replace("A: One, B: Two", many), "range", "O9999"
    )
    yield one_bad("an id with a path", question("../../hostile"), "pattern", "../../hostile")
    yield one_bad("an id with a line break", question('"hostile\\n"'), "pattern", "hostile\\n")
    yield one_bad("an id of a thousand letters", question("h" * 1_000), "pattern", "hhhh")
    yield one_bad("a blank id", question("'  '"), "pattern", "'  '")
    yield one_bad("a number as id", question("12"), "type", "id: 12")
    yield Case(
        "an id that is taken",
        {HOSTILE: between(question("before")).encode()},
        Expect("repeated-id", 13, kept=(BYSTANDER, "before", "after")),
    )
    yield one_bad(
        "an unknown objective", question("hostile", objective="x.y.z"), "unknown-objective", "x.y.z"
    )
    yield one_bad("an unknown type", _typed("virus", "answer: A"), "unknown-type", "virus")
    yield one_bad("a type that is a list", _typed("[single]", "answer: A"), "unknown-type", "[single]")
    yield one_bad("an unknown case", question("hostile", "case: nowhere"), "unknown-case", "nowhere")
    yield one_bad(
        "an unknown exhibit", question("hostile", "exhibits: [nowhere]"), "unknown-exhibit", "nowhere"
    )
    yield one_bad("a mapping as stem", question("hostile", stem="{a: b}"), "type", "{a: b}")
    yield one_bad("nothing as stem", question("hostile", stem="~"), "type", "stem: ~")
    yield one_bad("blanks as stem", question("hostile", stem="'   '"), "pattern", "'   '")
    yield one_bad("a question that is a text", "  - hostile\n", "shape", "- hostile")
    yield one_bad("a question that is a list", "  - [hostile]\n", "shape", "- [hostile]")
    yield one_bad(
        "a list that has no gap",
        _typed("dropdown", "text: 'Take [[b]]'\nslots: {a: {options: [x, y], answer: 0}}"),
        "slot-token", "Take",
    )  # fmt: skip
    yield one_bad(
        "an answer beyond its list",
        _typed("dropdown", "text: 'Take [[a]]'\nslots: {a: {options: [x, y], answer: 9}}"),
        "unknown-option", "answer: 9",
    )  # fmt: skip
    yield one_bad(
        "an order with strangers",
        _typed("order", "items: {a: x, b: y}\nanswer: [a, z]"),
        "unknown-item",
        "[a, z]",
    )
    yield one_bad(
        "a number out of the picture",
        _typed("hotspot", "image: {src: assets/a.svg, alt: a, width: 99999, height: 1}\nregions: {}\nanswer: [a]"),
        "range", "99999",
    )  # fmt: skip
    series = "series:\n  - id: hostile\n    objective: beans.buying.storage\n    scenario: S\n    ask: A?\n"
    text = (
        between("")
        + series
        + "    items: [{id: a, solution: x, answer: perhaps}, {id: b, solution: y, answer: true}]\n"
    )
    kept = (BYSTANDER, "before", "after")
    yield Case(
        "a series with a doubtful answer",
        {HOSTILE: text.encode()},
        Expect("type", 24, kept=kept, gone=("a", "b")),
    )
    text = between("") + "cases:\n  - {id: c, title: T, tabs: []}\n"
    yield Case("a case study without a page", {HOSTILE: text.encode()}, Expect("range", 20, kept=kept))
    text = between("") + "cases: 5\n"
    yield Case("cases that are a number", {HOSTILE: text.encode()}, Expect("shape", 19, kept=kept))


def _short(text: str, comparison: str = "regex") -> str:
    return _typed("short", f"answers: [{{text: shown}}, {{text: '{text}', match: {comparison}}}]")


def _patterns() -> Iterator[Case]:
    catastrophic = {
        "nested stars": "(a*)*b",
        "nested pluses": "(a+)+$",
        "overlapping choices": "(a|a)*b",
        "overlapping classes": r"([a-z]+)*\d",
        "a chain of stars": "a*" * 60 + "b",
        "dots and stars": "(.*)(.*)(.*)(.*)(.*)x",
        "the e-mail pattern": r"([a-zA-Z0-9]+\.?)+@",
    }
    for name, pattern in catastrophic.items():
        yield accepted(f"a pattern with {name}", _short(pattern))
    refused = {
        "repetitions of repetitions": "((((a{9}){9}){9}){9}){9}",
        "a million repetitions": "a{1000000}",
        "open groups": "(" * 300,
        "nested groups": "(" * 190 + "a" + ")" * 190,
        "a look behind": "(?<=a)b",
        "a back reference": r"(a)\1",
        "flags": "(?s:.*)",
        "a class left open": "[a-",
        "a range backwards": "[z-a]",
        "a pattern of 5,000 letters": "ab" * 900,
    }
    for name, pattern in refused.items():
        yield one_bad(f"a pattern with {name}", _short(pattern), "pattern", "answers")
    yield one_bad("a number that is none", _short("1e", "number"), "number", "answers")
    yield one_bad("a number without end", _short("1e999", "number"), "number", "answers")


def _block(text: str) -> str:
    """An explanation as a block of lines."""
    return "explanation: |\n" + "".join(f"  {line}\n" for line in text.split("\n"))


def _words() -> Iterator[Case]:
    marks = {
        "a script": "<script>alert(1)</script>",
        "an image that runs": "<img src=x onerror=alert(1)>",
        "an image from the disk": '<img src="/dev/zero">',
        "an image from a share": '<img src="//host/share/x.png">',
        "a remote image": "![p](https://evil.example.org/p.png)",
        "a local image": "![p](file:///etc/passwd)",
        "an image by reference": "![p][r]\n\n[r]: file:///dev/zero",
        "an image in a data address": "![p](data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=)",
        "a frame": '<iframe src="file:///etc/passwd"></iframe>',
        "a style sheet": '<link rel=stylesheet href="https://evil.example.org/x.css"><style>@import "x"</style>',
        "an object": '<object data="file:///etc/passwd"></object>',
        "an event": '<p onmouseover="x()">over</p>',
        "a comment": "<!-- hidden -->",
        "CDATA": "<![CDATA[" * 120,
        "a doctype": '<!DOCTYPE x [<!ENTITY a "b">]>&a;',
        "tables in tables": "<table>" * 30 + "x",
        "a broad cell": "<td colspan=30000>x</td>" * 50,
        "brackets without end": "[[[[[[[[[ " * 900,
        "images without end": "![![![![ " * 1_000,
        "signs without end": "<![<![<![ " * 1_500,
        "quotes without end": "> " * 9_000,
        "numbers without end": "1. " * 6_000,
        "dashes without end": "- " * 9_000,
        "pluses without end": "+ " * 9_000,
        "stars without end": "*a **b " * 2_000,
        "ticks without end": "`a` " * 4_500,
        "lists in lists": "\n".join("    " * n + "- a" for n in range(90)),
        "headings without end": "# a\n" * 4_500,
        "rules without end": "---\n" * 4_500,
        "underlines without end": "a\n=\n" * 4_500,
        "a broad table": "|" + "a |" * 1_300 + "\n|" + "- |" * 1_300 + "\n|" + "b |" * 1_300,
        "a tall table": "|a|b|\n|-|-|\n" + "|c|d|\n" * 550,
        "a fence left open": "```\n" + "x\n" * 500,
        "combining marks": "a" + "\u0301" * 1_900,
        "joined people": "\U0001f468\u200d\U0001f469\u200d" * 400,
        "two directions": "\u05d0\u05d1 abc \u0627\u0644 " * 800,
        "every sign": "".join(map(chr, range(33, 127))) * 20,
    }
    for name, text in marks.items():
        yield accepted(f"words with {name}", question("hostile", _block(text)))
    yield accepted(
        "an option with an image",
        question("hostile").replace("A: One", 'A: "<img src=/dev/zero> ![](/dev/zero)"'),
    )
    yield accepted("a tag with an image", question("hostile", 'tags: ["<img src=/dev/zero>"]'))
    yield accepted(
        "a gap with an image",
        _typed(
            "dropdown", "text: 'Take [[a]]'\nslots: {a: {options: ['<img src=/dev/zero>', y], answer: 0}}"
        ),
    )
    yield accepted("formulas", question("hostile", stem="'=HYPERLINK(\"https://evil.example.org\")'"))
    yield accepted(
        "code in a made-up language",
        question("hostile", "exhibits: [{title: T, language: ../../x, code: a}]"),
    )
    for language in (
        "yaml",
        "bash",
        "powershell",
        "json",
        "kusto",
        "bicep",
        "python",
        "csharp",
        "docker",
        "hcl",
    ):
        code = " ".join(
            ('"' * 500, "'" * 500, "$(" * 500, "{{" * 500, "<<A " * 300, "\\\\" * 300, " " * 1_500, "#a:")
        )
        exhibit = f"exhibits:\n  - title: T\n    language: {language}\n    code: |\n      {code}\n"
        yield accepted(f"hostile {language}", question("hostile", exhibit))


def _links() -> Iterator[Case]:
    addresses = {
        "a script": "javascript:alert(1)",
        "a file": "file:///etc/passwd",
        "data": "data:text/html,x",
        "plain http": "http://example.org/",
        "a share": "//host/share",
        "a share the other way": "\\\\\\\\host\\\\share",
        "a user before the host": "https://example.com@evil.example.org/",
        "a blank": "https://evil.example.org/a b",
        "a line break": "https://evil.example.org/\\nx",
        "a letter that only looks the same": "https://ex\u0430mple.com/",
        "another program": "ms-settings:privacy",
        "a port": "https://evil.example.org:99999/",
    }
    for name, address in addresses.items():
        reference = f'references: [{{title: T, url: "{address}"}}]'
        yield one_bad(f"a link to {name}", question("hostile", reference), "pattern", "references")
    reference = 'references: [{title: "https://learn.example.com/", url: "https://evil.example.org/"}]'
    yield accepted("a link that lies", question("hostile", reference))


def _image(src: str) -> str:
    return question("hostile", f"image: {{src: {src}, alt: a, width: 10, height: 10}}")


def _paths() -> Iterator[Case]:
    sources = {
        "upwards": "assets/../../secret.svg",
        "upwards at once": "../secret.svg",
        "from the root": "/etc/passwd.svg",
        "from a drive": "'C:/secret.svg'",
        "from a share": "//host/share/x.svg",
        "with backslashes": "'assets\\..\\..\\secret.svg'",
        "with per cents": "assets/%2e%2e/secret.svg",
        "as an address": "'file:///etc/passwd.svg'",
        "of the network": "'https://evil.example.org/x.svg'",
        "with a NUL": '"assets/a\\0.svg"',
        "with a line break": '"assets/a.svg\\n"',
        "of another kind": "assets/a.html",
        "without a name": "assets/.svg",
    }
    for name, source in sources.items():
        code = "hidden-character" if "NUL" in name else "pattern"
        yield one_bad(f"a picture {name}", _image(source), code, "image")
    yield one_bad("a picture that is not there", _image("assets/gone.svg"), "unknown-picture", "image")
    yield _pictured("a picture that is a link outside", "a.svg", Link("/etc/hostname"), "unknown-picture")
    yield _pictured("a picture that is a pipe", "a.svg", Pipe(), "unknown-picture")
    yield _pictured("a picture that is a link to a device", "a.png", Link("/dev/zero"), "unknown-picture")
    yield _pictured("a picture that links to itself", "a.svg", Link("a.svg"), "unknown-picture")


def _pictured(name: str, file: str, data: Content, code: str) -> Case:
    """A picture that is refused, and with it the question that needs it."""
    case = one_bad(name, _image(f"assets/{file}"), code, "image")
    return Case(name, {**case.files, f"assets/{file}": data}, case.expect)


def _svg(body: str, before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{body}</svg>'.encode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes | None = None) -> bytes:
    """A grey picture of that size in its header; `rows` are its bytes, packed, whether they fit or not."""
    data = zlib.compress(b"\0" * min(10_000_000, (width + 1) * height)) if rows is None else rows
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _pictures() -> Iterator[Case]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    drawings = {
        "entities without end": _svg("<text>&l9;</text>", f'<!DOCTYPE svg [<!ENTITY l0 "lol">{laughs}]>'),
        "an entity from a file": _svg(
            "<text>&x;</text>", '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        ),
        "a script": _svg("<script>alert(1)</script>"),
        "a foreign object": _svg("<foreignObject><body/></foreignObject>"),
        "an image from the disk": _svg('<image href="/dev/zero"/>'),
        "an image from the network": _svg(
            '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="http://e.org/a"/>'
        ),
        "use that never ends": _svg('<g id="a"><use href="#a"/></g>'),
        "use of a use": _svg(
            "".join(f'<g id="g{n}">{f"""<use href="#g{n - 1}"/>""" * 9}</g>' for n in range(1, 9))
        ),
        "a style sheet": _svg("<style>@import url(http://e.org/x.css)</style>"),
        "a processing instruction": _svg("", '<?xml-stylesheet href="http://e.org/x.css"?>'),
        "a fill from the network": _svg('<rect fill="url(http://e.org/x)"/>'),
        "an animation": _svg('<rect><animate attributeName="x" dur="1s"/></rect>'),
        "a link": _svg('<a href="javascript:alert(1)"><rect/></a>'),
        "many elements": _svg("<g/>" * 20_000),
        "nothing in it": b"",
        "HTML instead": b"<html><script>1</script></html>",
        "UTF-16": _svg("<script/>").decode().encode("utf-16"),
        "UTF-7": _svg("+ADw-script+AD4-", '<?xml version="1.0" encoding="UTF-7"?>'),
        "compression": b"\x1f\x8b\x08\x00" + bytes(100),
        "too much of it": _svg(" " * 2_100_000),
    }
    for name, data in drawings.items():
        yield _pictured(f"a drawing with {name}", "a.svg", data, "unknown-picture")
    shown = {
        "deep groups": _svg("<g>" * 3_000 + "</g>" * 3_000),
        "a broken end": _svg("<rect>"),
        "a giant size": _svg('<rect width="1e30" height="1e30"/>').replace(
            b'width="9"', b'width="1000000000"'
        ),
        "a path of 300,000 steps": _svg(f'<path d="M0 0{" L1 1" * 300_000}"/>'),
        "a number without end": _svg(f'<rect width="{"9" * 100_000}"/>'),
        "a giant stroke": _svg(
            '<path d="M0 0 L9 9" stroke="#000000" stroke-width="1e9" stroke-dasharray="1e-9"/>'
        ),
        "a giant font": _svg('<text font-size="100000000">A</text>'),
        "a gradient that names itself": _svg(
            '<linearGradient id="a"/><rect fill="url(#a)" width="9" height="9"/>'
        ),
    }
    for name, data in shown.items():
        yield accepted(f"a drawing with {name}", _image("assets/a.svg"), {"assets/a.svg": data})
    refused = {
        "a photograph called PNG": b"\xff\xd8\xff\xe0" + bytes(200),
        "a drawing called PNG": DRAWING,
        "an empty PNG": b"",
    }
    for name, data in refused.items():
        yield _pictured(name, "a.png", data, "unknown-picture")
    yield _pictured("a PNG of 100,000 by 100,000", "a.png", png(100_000, 100_000), "unknown-picture")
    yield _pictured("a PNG of two thousand million pixels", "a.png", png(2**31 - 1, 1), "unknown-picture")
    yield _pictured("a PNG without a size", "a.png", png(0, 0, b""), "unknown-picture")
    yield _pictured("a PNG cut after its name", "a.png", png(9, 9)[:12], "unknown-picture")
    yield accepted("a PNG cut in the middle", _image("assets/a.png"), {"assets/a.png": png(900, 900)[:60]})
    yield accepted(
        "a PNG with wrong sums", _image("assets/a.png"), {"assets/a.png": png(9, 9).replace(b"IDAT", b"IDAX")}
    )
    yield accepted(
        "a PNG of random bytes", _image("assets/a.png"), {"assets/a.png": png(9, 9, bytes(range(256)))}
    )
    yield accepted(
        "a PNG that unpacks to more",
        _image("assets/a.png"),
        {"assets/a.png": png(9, 9, zlib.compress(bytes(50_000_000)))},
    )


NOTE = """---
schema: certstudy.note/1
objective: beans.buying.storage
title: T
checked: "2026-11-25"
---
"""


def _pages() -> Iterator[Case]:
    """Notes, sheets and the glossary: refused as a file, or shown as words."""
    refused: dict[str, tuple[bytes, str]] = {
        "no particulars": (b"# hello\n", "front-matter"),
        "particulars without end": (b"---\n" + b"a: 1\n" * 5_000, "front-matter"),
        "brackets for particulars": (b"---\n" + b"[" * 200_000 + b"\n---\n", "too-deep|syntax"),
        "a tag": (NOTE.replace("title: T", "title: !!python/name:os.system x").encode(), "tag"),
        "UTF-16": (NOTE.encode("utf-16"), "encoding"),
        "NUL": ((NOTE + "a\0b\n").encode(), "hidden-character"),
        "an override": ((NOTE + "a\u202eb\n").encode(), "hidden-character"),
        "another objective": (NOTE.replace("beans.buying.storage", "x.y.z").encode(), "unknown-objective"),
        "three megabytes": (NOTE.encode() + b"a b\n" * 750_000, "too-large"),
    }
    for name, (data, code) in refused.items():
        yield Case(f"a note with {name}", {"notes/hostile.md": data}, Expect(code))
    words = {
        "a script": "<script>alert(1)</script>",
        "an image from the disk": '<img src="/dev/zero">',
        "many lists": "1. " * 5_000,
        "many tables": "|a|b|\n|-|-|\n" + "|c|d|\n" * 500,
        "many fences": "```\nx\n```\n" * 2_000,
        "a link that runs": "[a](javascript:alert(1)) [b](file:///etc/passwd)",
    }
    for name, text in words.items():
        yield Case(f"a note in words with {name}", {"notes/hostile.md": (NOTE + text).encode()}, Expect(ANY))
    head = "schema: certstudy.glossary/1\nterms:\n"
    glossaries = {
        "brackets": (b"[" * 200_000, "too-deep|syntax"),
        "a number": ((head + "  - {term: 5, means: x}\n").encode(), "type"),
        "a term twice": (
            (head + "  - {term: A, means: x}\n  - {term: a, means: y}\n").encode(),
            "repeated-term",
        ),
        "ten thousand terms": (
            (head + "".join(f"  - {{term: t{n}, means: x}}\n" for n in range(10_000))).encode(),
            "too-large",
        ),
    }
    for name, (data, code) in glossaries.items():
        yield Case(f"a glossary with {name}", {"glossary.yaml": data}, Expect(code))


def _other_files() -> Iterator[Case]:
    syllabus = "syllabus.yaml"
    for name, data, words in (
        ("a syllabus of zeros", bytes(1_000), "syllabus.yaml:1:1"),
        ("a syllabus of brackets", b"[" * 200_000, "syllabus.yaml:1:"),
        ("an empty syllabus", b"", "syllabus.yaml:1:1"),
        ("a syllabus with a tag", b"schema: !!python/name:os.system\n", "syllabus.yaml:1:9"),
        ("a syllabus of another kind", b"schema: certstudy.bank/1\n", "syllabus.yaml"),
    ):
        yield Case(name, {syllabus: data}, Expect(refused=words))
    yield Case("a syllabus that is a device", {syllabus: Link("/dev/zero")}, Expect(refused="syllabus.yaml"))
    yield Case("a syllabus that is a pipe", {syllabus: Pipe()}, Expect(refused="syllabus.yaml"))
    yield Case("questions that are a device", {HOSTILE: Link("/dev/zero")}, Expect())
    yield Case("questions that are a pipe", {HOSTILE: Pipe()}, Expect())
    yield Case("questions from outside", {HOSTILE: Link("/etc/passwd")}, Expect())
    yield Case("questions that link to themselves", {HOSTILE: Link("hostile.yaml")}, Expect())
    yield Case("a folder that links to itself", {"questions/loop": Link(".")}, Expect())
    deep = "questions/" + "d/" * 40 + "x.yaml"
    yield Case("folders without end", {deep: between("").encode()}, Expect(gone=("before",)))
    name = "questions/\u202ey\u200b.yaml"
    yield Case(
        "a name with hidden characters", {name: between("").encode()}, Expect(kept=(BYSTANDER, "before"))
    )
    yield Case(
        "a name with a line break",
        {"questions/a\nb.yaml": between("").encode()},
        Expect(kept=(BYSTANDER, "before")),
    )
    yield Case("beliefs of brackets", {"misconceptions.yaml": b"[" * 200_000}, Expect("too-deep|syntax", 1))
    yield Case("beliefs without words", {"misconceptions.yaml": b"a: {b: c}\n"}, Expect("type", 1))
    yield Case("a path to nowhere", {"certification.yaml": b"schema: x\n"}, Expect("value", 1))
    yield Case("rules of brackets", {"lint.yaml": b"[" * 200_000}, Expect())
    yield Case(
        "rules with a hostile term",
        {"lint.yaml": b"schema: certstudy.lint/1\nstale_terms: [{term: '(a+)+$', write: x}]\n"},
        Expect(),
    )
