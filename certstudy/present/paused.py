"""What paused sittings say of themselves."""

from collections.abc import Iterable
from dataclasses import dataclass

from certstudy.core.record import SittingKind, SittingRecord
from certstudy.present.today_view import BannerView
from certstudy.present.words import _, ago, clock, source_title


@dataclass(frozen=True, slots=True)
class PausedRow:
    """A practice session that was left: its way, where it stands and since when."""

    sitting: int
    title: str
    detail: str


def paused_banner(sitting: SittingRecord) -> BannerView:
    """A paused sitting with the way back into it."""
    place, resume = _place(sitting), _("Resume")
    if sitting.kind is not SittingKind.MOCK:
        return BannerView(_practice(sitting), place, resume, sitting.id, mock=False)
    if sitting.limit_ms is not None:
        left = clock(sitting.limit_ms - sitting.elapsed_ms)
        place = _("{place}, {left} left").format(place=place, left=left)
    return BannerView(_("A mock exam is paused"), place, resume, sitting.id, mock=True)


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
