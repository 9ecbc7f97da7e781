"""`certstudy check`, `backup`, `restore` and `salvage`: what keeps the record safe."""
# ruff: noqa: PLC0415  # other commands need not load the store for these

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from certstudy.cli.text import complain, emit, emit_json
from certstudy.cli.workshop import Workshop
from certstudy.present.words import _, ngettext

if TYPE_CHECKING:
    from certstudy.store.checking import Report
    from certstudy.store.opening import Store


def check(workshop: Workshop, as_json: bool) -> int:
    """Read the whole record; what is derived is rebuilt where it differs; 1 if the record is not sound.

    Beside an open window nothing is rebuilt.
    """
    from certstudy.store.drives import warning

    with closing(_store(workshop)) as store:
        found, hindrance = store.check(), hindered(store)
    if as_json:
        emit_json(_values(found))
    else:
        emit(report_text(found, hindrance))
        if danger := warning(workshop.data):
            emit(danger)
    return 0 if found.sound else 1


def backup(workshop: Workshop, file: Path | None, as_json: bool) -> int:
    """Write a verified copy of the record, which may be open in a window."""
    with closing(_store(workshop)) as store:
        made = store.back_up(file)
    answers = made.contents.answers
    if as_json:
        emit_json({"file": str(made.path), "answers": answers})
        return 0
    text = ngettext(
        "A verified copy with {n} answer is in {file}",
        "A verified copy with {n} answers is in {file}",
        answers,
    )
    emit(text.format(n=answers, file=made.path))
    return 0


def restore(workshop: Workshop, file: Path, yes: bool, as_json: bool) -> int:
    """Put a verified copy in place of the record; what was there is kept beside it. At a terminal it asks first."""
    from certstudy.store import restoring

    if not (yes or as_json or _agreed(workshop, file)):
        emit(_("Nothing was changed."))
        return 1
    done = restoring.restore(workshop.data, file, workshop.now())
    answers, kept = done.contents.answers, done.kept
    if as_json:
        emit_json({"record": str(done.record), "answers": answers, "kept": str(kept) if kept else None})
        return 0
    text = ngettext(
        "The record is back with {n} answer: {file}", "The record is back with {n} answers: {file}", answers
    )
    emit(text.format(n=answers, file=done.record))
    if kept:
        emit(_("What was there before is kept: {file}").format(file=kept))
        emit(_('To undo this: certstudy restore "{file}"').format(file=kept))
    return 0


def _agreed(workshop: Workshop, file: Path) -> bool:
    """Whether the learner wants the copy in place of the record; without a terminal nobody is asked."""
    from certstudy.store.verify import verify

    if sys.stdin is None or not sys.stdin.isatty():
        return True
    answers = verify(file).answers
    text = ngettext(
        "{file} holds {n} answer and takes the place of the record in {folder}, which is kept beside it.",
        "{file} holds {n} answers and takes the place of the record in {folder}, which is kept beside it.",
        answers,
    )
    emit(text.format(file=file, n=answers, folder=workshop.data))
    try:
        said = input(_("Go on? y or n: "))
    except EOFError:
        return False
    return said.strip().lower() in (_("y"), _("yes"))


def salvage(workshop: Workshop, as_json: bool) -> int:
    """Gather what can be read of a damaged record and its newest backup into a file to restore."""
    from certstudy.store import salvaging

    done = salvaging.salvage(workshop.data, workshop.now())
    answers = done.contents.answers
    if as_json:
        emit_json({"file": str(done.path), "answers": answers, "read_of_the_record": done.read})
        return 0
    text = ngettext("{n} answer was gathered: {file}", "{n} answers were gathered: {file}", answers)
    emit(text.format(n=answers, file=done.path))
    emit(_('To bring them back: certstudy restore "{file}"').format(file=done.path))
    return 0


def hindered(store: "Store") -> str:
    """What to do so that totals can be put right, in a sentence; empty if they can be now."""
    if store.read_only:
        return _("Allow writing to its folder and check again to put that right.")
    return _("Close the window that is open and check again to put that right.") if store.looking else ""


def say_if_read_only(store: "Store") -> None:
    """Beside the output, that nothing will be kept."""
    if store.read_only:
        text = _("{folder} takes no writes: the record in it is only read, and nothing is stored.")
        complain(text.format(folder=store.path.parent))


def report_text(found: "Report", hindrance: str) -> str:
    """What a check found, for a person, a sentence a line; `hindrance` as `hindered` says it."""
    lines = []
    if found.damage:
        lines += [_("The record is damaged:"), *found.damage]
    if found.altered:
        n = len(found.altered)
        text = ngettext(
            "The answers of {n} session are not those that were stored.",
            "The answers of {n} sessions are not those that were stored.",
            n,
        )
        lines.append(text.format(n=n))
    if found.remedy:
        lines.append(_(found.remedy))
    if found.differing:
        lines.append(_differing(found, hindrance))
    if found.sound:
        text = ngettext(
            "The record is sound: {n} answer.", "The record is sound: {n} answers.", found.answers
        )
        lines.append(text.format(n=found.answers))
    return "\n".join(lines)


def _differing(found: "Report", hindrance: str) -> str:
    n = found.differing
    if not hindrance:
        return ngettext(
            "{n} total did not follow from the answers and was worked out anew.",
            "{n} totals did not follow from the answers and were worked out anew.",
            n,
        ).format(n=n)
    text = ngettext(
        "{n} total does not follow from the answers.", "{n} totals do not follow from the answers.", n
    )
    return f"{text.format(n=n)} {hindrance}"


def _store(workshop: Workshop) -> "Store":
    from certstudy.store.opening import open_store

    store = open_store(workshop.data, workshop.now, look=True)
    say_if_read_only(store)
    return store


def _values(found: "Report") -> dict[str, Any]:
    return {
        "sound": found.sound,
        "answers": found.answers,
        "damage": list(found.damage),
        "altered_sittings": list(found.altered),
        "differing": found.differing,
        "rebuilt": found.rebuilt,
    }
