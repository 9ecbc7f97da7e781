"""Hostile zip files: bombs, names that lead out, entries that are no files."""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

from tests.faults.hostile.case import BREW, BYSTANDER, HEAD, Case, Expect, Reader, question

BANK = (HEAD + question("hostile")).encode()


def sound() -> dict[str, bytes]:
    """The files of the small pack."""
    return {path.relative_to(BREW).as_posix(): path.read_bytes() for path in sorted(BREW.rglob("*.yaml"))}


def packed(files: Mapping[str, bytes], prefix: str = "", kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo("x")
            info.filename = prefix + name  # as it stands, whatever it is
            info.compress_type = kind
            archive.writestr(info, data)
    return out.getvalue()


def _linked(name: str, target: str) -> bytes:
    out = io.BytesIO(packed(sound()))
    with zipfile.ZipFile(out, "a") as archive:
        link = zipfile.ZipInfo(name)
        link.create_system, link.external_attr = 3, 0o120777 << 16
        archive.writestr(link, target)
    return out.getvalue()


def _lying() -> bytes:
    """An entry whose size is said to be ten bytes."""
    data = bytearray(packed({"questions/zeros.yaml": bytes(40_000_000), **sound()}))
    real = struct.pack("<I", 40_000_000)
    while (at := data.find(real)) >= 0:
        data[at : at + 4] = struct.pack("<I", 10)
    return bytes(data)


def cases() -> Iterator[Case]:
    """All of them."""
    plain = sound()
    whole = packed(plain)
    bomb = bytes(30_000_000)
    refused: dict[str, tuple[bytes, str]] = {
        "nothing": (b"", "zip"),
        "half a file": (whole[: len(whole) // 2], "zip"),
        "random bytes": (bytes(range(256)) * 9, "zip"),
        "no pack": (packed({"readme.txt": b"x"}), "syllabus.yaml"),
        "a bomb": (packed({**plain, "questions/zeros.yaml": bomb}), "questions/zeros.yaml"),
        "a bomb of pictures": (
            packed({**plain, **{f"assets/{n}.png": bytes(1_900_000) for n in range(150)}}),
            "zip",
        ),
        "a bomb in another packing": (
            packed({**plain, "questions/a.yaml": bomb}, kind=zipfile.ZIP_LZMA),
            "packed in a way",
        ),
        "a size that lies": (_lying(), "questions/zeros.yaml"),
        "ten thousand files": (
            packed({**plain, **{f"questions/{n}.yaml": b"" for n in range(10_000)}}),
            "files",
        ),
        "a name upwards": (packed({**plain, "questions/../../evil.yaml": BANK}), "evil.yaml"),
        "a name from the root": (packed({**plain, "/tmp/evil.yaml": BANK}), "evil.yaml"),
        "a name from a drive": (packed({**plain, "C:/evil.yaml": BANK}), "evil.yaml"),
        "a name with backslashes": (packed({**plain, "questions\\..\\evil.yaml": BANK}), "evil.yaml"),
        "a name of a device": (packed({**plain, "questions/CON.yaml": BANK}), "CON.yaml"),
        "a name twice": (_twice(), "twice"),
        "names that differ in case": (
            packed({**plain, "questions/A.yaml": BANK, "questions/a.yaml": BANK}),
            "twice",
        ),
        "a name with an override": (packed({**plain, "questions/\u202e.yaml": BANK}), "name"),
        "a name without end": (packed({**plain, "questions/" + "x" * 5_000 + ".yaml": BANK}), "name"),
        "a link": (_linked("questions/evil.yaml", "/etc/passwd"), "evil.yaml"),
        "a password": (_locked(), "password"),
        "two packs": (
            packed({**{f"a/{n}": d for n, d in plain.items()}, **{f"b/{n}": d for n, d in plain.items()}}),
            "one pack",
        ),
    }
    for name, (data, words) in refused.items():
        yield Case(f"a zip with {name}", {"pack.zip": data}, Expect(refused=words), Reader.ZIP)
    accepted = {
        "a pack": whole,
        "a pack in a folder": packed(plain, "some-pack/"),
        "a pack unpacked": packed(plain, kind=zipfile.ZIP_STORED),
        "a pack behind a program": b"MZ" + bytes(1_000) + whole,
        "other files beside": packed(
            {**plain, "run.sh": b"rm -rf /", "__MACOSX/x": b"1", "notes/a.html": b"<script>"}
        ),
    }
    for name, data in accepted.items():
        yield Case(f"a zip with {name}", {"pack.zip": data}, Expect(kept=(BYSTANDER,)), Reader.ZIP)
    bad = packed({**plain, "questions/bad.yaml": b"[" * 2_000, "questions/good.yaml": BANK})
    yield Case(
        "a zip with one bad file",
        {"pack.zip": bad},
        Expect("too-deep|syntax", 1, kept=(BYSTANDER, "hostile")),
        Reader.ZIP,
    )


def _twice() -> bytes:
    first = packed({"questions/x1.yaml": BANK, "questions/x2.yaml": BANK, **sound()})
    return first.replace(b"questions/x2.yaml", b"questions/x1.yaml")


def _locked() -> bytes:
    """Entries marked as encrypted."""
    data = bytearray(packed(sound()))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)
