"""What paused sittings say of themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from certstudy.core.question import Entry
from certstudy.core.record import PLANNED_SOURCE, SittingKind, SittingRecord
from certstudy.core.syllabus import Syllabus
from certstudy.present.today_view import BannerView
from certstudy.present.words import _, ago, clock, source_title


@dataclass(frozen=True, slots=True)
class PausedRow:
    """A practice session that was left: its way, where it stands and since when."""

    sitting: int
    title: str
    detail: str


def paused_banner(sitting: SittingRecord) -> BannerView:
    """A paused sitting, with the way back into a mock exam; practice has it on Today's own button."""
    place = _place(sitting)
    if sitting.kind is not SittingKind.MOCK:
        return BannerView(_practice(sitting), place, "", sitting.id, mock=False)
    if sitting.limit_ms is not None:
        left = clock(sitting.limit_ms - sitting.elapsed_ms)
        place = _("{place}, {left} left").format(place=place, left=left)
    return BannerView(_("A mock exam is paused"), place, _("Resume"), sitting.id, mock=True)


def resume_words(sitting: SittingRecord) -> str:
    """What takes this practice up again."""
    if sitting.source == PLANNED_SOURCE:
        return _("Resume session")
    return _("Resume: {way}").format(way=source_title(sitting.source))


def paused_rows(
    syllabus: Syllabus, entries: Iterable[Entry], sittings: Iterable[SittingRecord], today: int
) -> tuple[PausedRow, ...]:
    """The practice sessions that can be taken up again."""
    known = {entry.id: entry for entry in entries}
    return tuple(
        PausedRow(
            sitting.id,
            ": ".join(part for part in (_practice(sitting), _subject(syllabus, known, sitting)) if part),
            _("{place}, begun {when}").format(place=_place(sitting), when=_begun(sitting, today)),
        )
        for sitting in sittings
    )


def _subject(syllabus: Syllabus, entries: Mapping[str, Entry], sitting: SittingRecord) -> str:
    """The smallest part of the outline that all its questions lie in; "" where they lie in several areas."""
    asked = [entries[name] for name in sitting.form if name in entries]
    objectives = {entry.objective for entry in asked}
    if len(objectives) == 1:
        return syllabus.objective(objectives.pop()).title
    groups = {entry.group for entry in asked}
    if len(groups) == 1:
        return syllabus.group(groups.pop()).title
    areas = {entry.area for entry in asked}
    return syllabus.area(areas.pop()).title if len(areas) == 1 else ""


def _begun(sitting: SittingRecord, today: int) -> str:
    """The day, and the time where the day alone would not tell sessions apart."""
    day, time = ago(today - sitting.opened.day), f"{sitting.opened.local:%H:%M}"
    return _("{day} at {time}").format(day=day, time=time) if sitting.opened.day >= today - 1 else day


def _practice(sitting: SittingRecord) -> str:
    return _("Practice is paused: {way}").format(way=source_title(sitting.source))


def _place(sitting: SittingRecord) -> str:
    total = len(sitting.form)
    return _("question {k} of {n}").format(k=min(sitting.index + 1, total), n=total)
