"""`certstudy check`, `backup` and `restore`: what keeps the record safe."""

from pathlib import Path
from typing import Any

from certstudy.cli.text import emit, emit_json
from certstudy.cli.workshop import Workshop
from certstudy.present.words import _
from certstudy.store.checking import Report


def check(workshop: Workshop, as_json: bool) -> int:
    """Read the whole record; what is derived is rebuilt where it differs; 1 if something was lost."""
    found = workshop.check()
    if as_json:
        emit_json(_values(found))
    else:
        emit("\n".join(sentences(found)))
    return 0 if found.sound else 1


def backup(workshop: Workshop, file: Path | None, as_json: bool) -> int:
    """Write a verified copy of the record."""
    made = workshop.backup(file)
    if as_json:
        emit_json({"file": str(made.path), "answers": made.contents.answers})
    else:
        text = _("A verified copy with {n} answers is in {file}.")
        emit(text.format(n=made.contents.answers, file=made.path))
    return 0


def restore(workshop: Workshop, file: Path, as_json: bool) -> int:
    """Put a verified copy in place of the record; what was there is kept beside it."""
    done = workshop.restore(file)
    kept = str(done.kept) if done.kept else None
    if as_json:
        emit_json({"record": str(done.record), "answers": done.contents.answers, "kept": kept})
        return 0
    emit(_("The record is back with {n} answers: {file}.").format(n=done.contents.answers, file=done.record))
    if kept:
        emit(_("What was there before is kept in {file}; restore that to undo this.").format(file=kept))
    return 0


def sentences(found: Report) -> list[str]:
    """What a check found, for a person."""
    if found.damage:
        return [_("The record is damaged."), *found.damage]
    lines = [_("The record is sound: {n} answers.").format(n=found.answers)]
    if found.altered:
        text = _("The answers of {n} sittings are not those that were stored; a backup tells more.")
        lines = [text.format(n=len(found.altered))]
    if found.differing:
        text = _("{n} derived rows did not follow from the answers.")
        if found.rebuilt:
            text = _("{n} derived rows did not follow from the answers and were worked out anew.")
        lines.append(text.format(n=found.differing))
    return lines


def _values(found: Report) -> dict[str, Any]:
    return {
        "sound": found.sound,
        "answers": found.answers,
        "damage": list(found.damage),
        "altered_sittings": list(found.altered),
        "differing": found.differing,
        "rebuilt": found.rebuilt,
    }
