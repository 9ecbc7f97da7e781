"""A content pack on disk: an outline, beliefs, a glossary; questions, cases, notes, sheets and pictures in folders."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from os import scandir
from os.path import realpath
from pathlib import Path
from stat import S_ISREG

from certstudy.bank.problem import Place, Problem, error
from certstudy.core.errors import ContentError

SYLLABUS = "syllabus.yaml"
MISCONCEPTIONS = "misconceptions.yaml"
CERTIFICATION = "certification.yaml"
GLOSSARY = "glossary.yaml"
QUESTIONS = "questions"
CASES = "cases"
NOTES = "notes"
SHEETS = "sheets"
ASSETS = "assets"

YAML_NAMES = (".yaml", ".yml")
PAGE_NAMES = (".md",)
PICTURE_NAMES = (".svg", ".png")

FILES = (SYLLABUS, MISCONCEPTIONS, CERTIFICATION, GLOSSARY)
FOLDERS = {
    QUESTIONS: YAML_NAMES,
    CASES: YAML_NAMES,
    NOTES: PAGE_NAMES,
    SHEETS: PAGE_NAMES,
    ASSETS: PICTURE_NAMES,
}
"""What lies in which folder of a pack, by the endings of names."""

LARGEST_FILE = 2_000_000
MOST_FILES = 2_000
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class PackFile:
    """A file of a pack; `name` is its path inside the pack with forward slashes, `modified` in nanoseconds."""

    name: str
    path: Path
    modified: int
    size: int


def is_pack(folder: Path) -> bool:
    """Whether the folder holds a pack; ContentError where the system does not let one look."""
    try:
        return S_ISREG((folder / SYLLABUS).stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as fault:
        raise _unreadable(folder, fault) from fault


def pack_files(folder: Path) -> tuple[PackFile, ...]:
    """The files that make a pack, in order of their names; ContentError if the folder holds no pack."""
    try:
        found = [
            *_present(folder, FILES),
            *(file for name, endings in FOLDERS.items() for file in _below(folder, name, endings)),
        ]
    except OSError as fault:
        raise _unreadable(folder, fault) from fault
    if not any(file.name == SYLLABUS for file in found):
        raise ContentError(
            f"There is no content pack in {folder}: it holds no {SYLLABUS}.",
            remedy="Name the folder of a pack, the one that holds its syllabus.",
        )
    if len(found) > MOST_FILES:
        raise ContentError(f"The content pack {folder} has more than {MOST_FILES} files.")
    return tuple(sorted(found, key=lambda file: file.name))


def read_files(files: Iterable[PackFile], unread: list[Problem] | None = None) -> dict[str, bytes]:
    """What the files hold, never much more than a file may.

    One that cannot be read goes to `unread`, where that is given; ContentError otherwise, and always for the syllabus.
    """
    data = {}
    for file in files:
        try:
            with file.path.open("rb") as stream:
                data[file.name] = stream.read(LARGEST_FILE + 1)
        except OSError as fault:
            if unread is not None and file.name != SYLLABUS:
                message = f"the file cannot be read: {fault.strerror or fault}"
                unread.append(error("unreadable", message, Place(file.name), "Check that you may read it."))
                continue
            raise ContentError(
                f"{file.path} cannot be read: {fault.strerror or fault}.",
                "Your progress is kept elsewhere and is safe.",
                "Check that the file is there and that you may read it.",
            ) from fault
    return data


def fingerprint(data: Mapping[str, bytes]) -> str:
    """A hash of names and contents."""
    whole = sha256()
    for name in sorted(data):
        whole.update(sha256(name.encode()).digest())
        whole.update(sha256(data[name]).digest())
    return whole.hexdigest()


def stamp(files: Iterable[PackFile]) -> str:
    """Names, times and sizes in one text: as long as it stays, so does the content."""
    return "\n".join(f"{file.name}\t{file.modified}\t{file.size}" for file in files)


def _unreadable(folder: Path, fault: OSError) -> ContentError:
    return ContentError(
        f"The content pack {folder} cannot be read: {fault.strerror or fault}.",
        "Your progress is kept elsewhere and is safe.",
        "Check that you may read the folder.",
    )


def _present(folder: Path, names: Iterable[str]) -> Iterator[PackFile]:
    for name in names:
        path = folder / name
        if _stays_inside(folder, path) if path.is_symlink() else path.exists():
            yield from _regular(path, name)


def _below(root: Path, name: str, endings: tuple[str, ...], depth: int = DEEPEST) -> Iterator[PackFile]:
    """Files with those endings at any level; folders are followed, links to folders are not."""
    if depth == 0 or not (root / name).is_dir():
        return
    with scandir(root / name) as entries:
        for entry in entries:
            inner = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _below(root, inner, endings, depth - 1)
            elif entry.name.endswith(endings):
                path = Path(entry.path)
                if not entry.is_symlink() or _stays_inside(root, path):
                    yield from _regular(path, inner)


def _stays_inside(root: Path, link: Path) -> bool:
    """Whether a link leads to something of the same pack."""
    target = Path(realpath(link))
    return target.exists() and target.is_relative_to(realpath(root))


def _regular(path: Path, name: str) -> Iterator[PackFile]:
    """The file, unless it is a pipe or device whose reading might never end."""
    status = path.stat()
    if S_ISREG(status.st_mode):
        yield PackFile(name, path, status.st_mtime_ns, status.st_size)
