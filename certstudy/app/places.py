"""Which pack is studied and where its files live."""

from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG

from certstudy import paths
from certstudy.core.errors import ContentError, StoreError, WorldError
from certstudy.present.words import _
from certstudy.store import durable


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

        chosen = unpacked(chosen, root / "cache")
    if not _holds_syllabus(chosen):
        raise ContentError(
            _("{folder} is no content pack: it has no syllabus.yaml.").format(folder=chosen),
            remedy=_("Name the folder of a pack, such as content/NAME."),
        )
    return Places(chosen, root / chosen.name, root / "cache")


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
