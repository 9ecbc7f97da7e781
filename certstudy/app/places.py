"""Which pack is studied and where its files live."""

import re
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from certstudy import paths
from certstudy.core.errors import ContentError, StoreError, WorldError
from certstudy.present.words import _
from certstudy.store import durable

_CACHE = "cache"
_FIRST_LINES = 20_000
# the first id among the indented lines below the word
_EXAM_ID = re.compile(
    r"^exam:[ \t]*(?:#.*)?\n(?:(?:[ \t].*|#.*)?\n)*?"
    r"""[ \t]+id:[ \t]*["']?([a-z0-9][a-z0-9._-]{0,63})["']?[ \t]*(?:#.*)?$""",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Places:
    """The pack's folder, the learner's folder for that pack, and the folder of what can be built again."""

    pack: Path
    data: Path
    cache: Path


def find_places(pack: Path | None, data: Path | None) -> Places:
    """Resolve what was asked for, a folder or a zip file; the first pack that travels with the program if none was.

    Raises ContentError where there is no pack.
    """
    try:
        root = paths.data_folder(data)
        chosen = pack.expanduser().absolute() if pack is not None else next(iter(paths.packs()), None)
    except RuntimeError as fault:
        raise WorldError(
            _("A folder was named that begins with ~ and somebody whom this machine does not know."),
            _("Nothing was changed."),
            _("Write its whole path."),
        ) from fault
    if chosen is None:
        raise ContentError(
            _("No content pack was found beside the program."),
            _("Your progress is untouched."),
            _("Name one with --content PACK, or install the app again."),
        )
    if chosen.suffix.lower() == ".zip" and not chosen.is_dir():
        from certstudy.bank.archive import unpacked  # noqa: PLC0415  # most packs are folders

        chosen = unpacked(chosen, root / _CACHE)
    if not _holds_syllabus(chosen):
        raise ContentError(
            _("{folder} is no content pack: it has no syllabus.yaml.").format(folder=chosen),
            remedy=_("Name the folder of a pack, such as content/NAME."),
        )
    return Places(chosen, _record_folder(root, chosen), root / _CACHE)


def _record_folder(root: Path, pack: Path) -> Path:
    """Where the record of the pack's exam lies; where it began under the name of the pack's folder it stays."""
    exam, before = exam_id(pack), root / pack.name
    found = root / (exam or pack.name)
    if not _is_there(found) and _has_record(before):
        found = before
    # what can be built again is no place for what cannot
    return root / f"exam-{_CACHE}" if found.name == _CACHE else found


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # told when the record is opened
        return False


def _has_record(folder: Path) -> bool:
    if not _is_there(folder):
        return False
    from certstudy.store.lock import RECORD  # noqa: PLC0415  # with it comes SQLite, which a start may not wait for

    return _is_there(folder / RECORD)


def exam_id(pack: Path) -> str:
    """The exam that a pack's outline names, by a look at its first lines alone; empty where they do not show it."""
    try:
        with (pack / "syllabus.yaml").open(encoding="utf-8", errors="replace") as file:
            found = _EXAM_ID.search(file.read(_FIRST_LINES))
    except OSError:
        return ""
    return found[1] if found else ""


def _holds_syllabus(folder: Path) -> bool:
    try:
        return S_ISREG((folder / "syllabus.yaml").stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as fault:
        raise ContentError(
            _("The content pack {folder} cannot be read: {reason}.").format(
                folder=folder, reason=fault.strerror or fault
            ),
            _("Your progress is kept elsewhere and is safe."),
            _("Check that you may read the folder."),
        ) from fault


def make_folder(folder: Path) -> Path:
    """The folder, made if need be; raises StoreError where the system refuses."""
    try:
        durable.make_folder(folder)
    except OSError as fault:
        raise StoreError(
            _("The folder for your progress cannot be made: {folder} ({reason}).").format(
                folder=folder, reason=fault.strerror or fault
            ),
            _("Nothing was changed."),
            _("Choose another folder with --data-dir, or free the place."),
        ) from fault
    return folder
