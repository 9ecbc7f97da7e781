"""Every colour of the product, one frozen value per theme; no hex value stands anywhere else."""

from typing import NamedTuple

from PySide6.QtGui import QColor

AREA_SLOTS = 5


class AreaInk(NamedTuple):
    """The colours of one skill area: graphic for marks, text on the tint, hatched when a slot repeats."""

    graphic: QColor
    text: QColor
    tint: QColor
    hatched: bool = False


class VerdictInk(NamedTuple):
    """A verdict's or mark's colour and the ground it stands on."""

    ink: QColor
    tint: QColor


class RoomInk(NamedTuple):
    """The exam room: grey-blue, flat, without area or verdict colours."""

    page: QColor
    text: QColor
    text2: QColor
    bar: QColor
    on_bar: QColor
    tool: QColor
    on_tool: QColor
    line: QColor
    edge: QColor
    button: QColor
    chosen: QColor
    primary: QColor
    on_primary: QColor


class CodeInk(NamedTuple):
    """Syntax colours by kind of token."""

    text: QColor
    name: QColor
    string: QColor
    number: QColor
    keyword: QColor
    comment: QColor
    punctuation: QColor
    inserted: QColor
    deleted: QColor


class Tokens(NamedTuple):
    """One theme's colours, named by role."""

    dark: bool
    canvas: QColor
    rail: QColor
    surface: QColor
    sunken: QColor
    hover: QColor
    press: QColor
    line: QColor
    line2: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    on_ink: QColor
    areas: tuple[AreaInk, ...]
    right: VerdictInk
    partly: VerdictInk
    wrong: VerdictInk
    flagged: VerdictInk
    ramp: tuple[QColor, ...]
    code: CodeInk
    room: RoomInk

    def area(self, slot: int) -> AreaInk:
        """The inks of an area by its place in the syllabus; from the sixth on the colours repeat hatched."""
        ink = self.areas[slot % AREA_SLOTS]
        return ink if slot < AREA_SLOTS else AreaInk(ink.graphic, ink.text, ink.tint, hatched=True)

    def verdict(self, name: str) -> VerdictInk:
        """The inks of "right", "partly", "missed" (as partly), "wrong" or "flagged"."""
        inks = {"right": self.right, "wrong": self.wrong, "flagged": self.flagged}
        return inks.get(name, self.partly)

    def named(self, role: str) -> QColor:
        """A ground or ink by its role, or the ink of a verdict by its name."""
        found: QColor | VerdictInk = getattr(self, role)
        return found.ink if isinstance(found, VerdictInk) else found


def _area(graphic: str, text: str, tint: str) -> AreaInk:
    return AreaInk(QColor(graphic), QColor(text), QColor(tint))


def _verdict(ink: str, tint: str) -> VerdictInk:
    return VerdictInk(QColor(ink), QColor(tint))


def _ramp(*values: str) -> tuple[QColor, ...]:
    return tuple(QColor(value) for value in values)


def light() -> Tokens:
    """Ink on paper."""
    right, wrong = _verdict("#00785A", "#E8F4EC"), _verdict("#A11212", "#FBEBE9")
    return Tokens(
        dark=False,
        canvas=QColor("#F4F5F3"),
        rail=QColor("#EAECE9"),
        surface=QColor("#FFFFFF"),
        sunken=QColor("#F7F8F6"),
        hover=QColor("#F0F2EF"),
        press=QColor("#E3E7E2"),
        line=QColor("#DDE1DC"),
        line2=QColor("#7B837D"),
        ink=QColor("#171B19"),
        ink2=QColor("#4B534E"),
        ink3=QColor("#616963"),
        on_ink=QColor("#FFFFFF"),
        areas=(
            _area("#484851", "#484851", "#ECECEE"),
            _area("#1C9286", "#0E6F65", "#E1F2F0"),
            _area("#2850DB", "#2246BF", "#E6EBFB"),
            _area("#B47424", "#87530F", "#F6EDDF"),
            _area("#953695", "#86308A", "#F4E7F4"),
        ),
        right=right,
        partly=_verdict("#966300", "#FAF1DC"),
        wrong=wrong,
        flagged=_verdict("#5B45C9", "#EEEBFB"),
        ramp=_ramp("#DCE0DB", "#B4BBB5", "#7B847D", "#48504B", "#171B19"),
        code=CodeInk(
            text=QColor("#171B19"),
            name=QColor("#1F4E9E"),
            string=QColor("#11695C"),
            number=QColor("#8F4A0B"),
            keyword=QColor("#86308A"),
            comment=QColor("#616963"),
            punctuation=QColor("#4B534E"),
            inserted=right.ink,
            deleted=wrong.ink,
        ),
        room=RoomInk(
            page=QColor("#FFFFFF"),
            text=QColor("#14181A"),
            text2=QColor("#434D53"),
            bar=QColor("#2F3C45"),
            on_bar=QColor("#FFFFFF"),
            tool=QColor("#E6EAEC"),
            on_tool=QColor("#14181A"),
            line=QColor("#A3ADB3"),
            edge=QColor("#69757D"),
            button=QColor("#F7F8F9"),
            chosen=QColor("#DCE3E7"),
            primary=QColor("#2F3C45"),
            on_primary=QColor("#FFFFFF"),
        ),
    )


def dark() -> Tokens:
    """Chalk on slate."""
    right, wrong = _verdict("#7FDDB0", "#1B3024"), _verdict("#EE7A70", "#3A2220")
    return Tokens(
        dark=True,
        canvas=QColor("#131614"),
        rail=QColor("#0E100F"),
        surface=QColor("#1B1F1C"),
        sunken=QColor("#161A17"),
        hover=QColor("#242925"),
        press=QColor("#2D332E"),
        line=QColor("#2E3430"),
        line2=QColor("#747D77"),
        ink=QColor("#ECEFEC"),
        ink2=QColor("#B4BBB6"),
        ink3=QColor("#959D97"),
        on_ink=QColor("#131614"),
        areas=(
            _area("#99B0C0", "#A9BDCB", "#2A3136"),
            _area("#8DE4D0", "#8DE4D0", "#1E3531"),
            _area("#578BE8", "#8FB4F5", "#1F2C47"),
            _area("#FCC870", "#FCC870", "#3A2F1A"),
            _area("#BF6393", "#E096BC", "#3A2331"),
        ),
        right=right,
        partly=_verdict("#EBC061", "#352C17"),
        wrong=wrong,
        flagged=_verdict("#AFA2FF", "#2A2645"),
        ramp=_ramp("#262B27", "#434A45", "#717A74", "#A9B1AB", "#ECEFEC"),
        code=CodeInk(
            text=QColor("#ECEFEC"),
            name=QColor("#8FB4F5"),
            string=QColor("#84D6C3"),
            number=QColor("#EDB06B"),
            keyword=QColor("#DB9BD6"),
            comment=QColor("#969F98"),
            punctuation=QColor("#B4BBB6"),
            inserted=right.ink,
            deleted=wrong.ink,
        ),
        room=RoomInk(
            page=QColor("#0F1214"),
            text=QColor("#F2F4F5"),
            text2=QColor("#C3CBD0"),
            bar=QColor("#262F35"),
            on_bar=QColor("#FFFFFF"),
            tool=QColor("#1A2024"),
            on_tool=QColor("#F2F4F5"),
            line=QColor("#465158"),
            edge=QColor("#8A969D"),
            button=QColor("#232A2F"),
            chosen=QColor("#34414A"),
            primary=QColor("#E3E8EB"),
            on_primary=QColor("#14181A"),
        ),
    )
