"""What paused sittings say of themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from certstudy.core.record import PLANNED_SOURCE, SittingKind, SittingRecord
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


def paused_rows(sittings: Iterable[SittingRecord], today: int) -> tuple[PausedRow, ...]:
    """The practice sessions that can be taken up again."""
    begun = _("{place}, begun {when}")
    return tuple(
        PausedRow(
            sitting.id,
            _practice(sitting),
            begun.format(place=_place(sitting), when=ago(today - sitting.opened.day)),
        )
        for sitting in sittings
    )


def _practice(sitting: SittingRecord) -> str:
    return _("Practice is paused: {way}").format(way=source_title(sitting.source))


def _place(sitting: SittingRecord) -> str:
    total = len(sitting.form)
    return _("question {k} of {n}").format(k=min(sitting.index + 1, total), n=total)
