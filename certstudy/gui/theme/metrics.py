"""Lengths at the learner's text size: rows, icons and gaps grow with the text, strokes do not."""

from dataclasses import dataclass

TILE_STROKE = 1.5
CHOSEN_STROKE = 2.0
RING_GAP = 2
RING_STROKE = 2
RING_MARGIN = RING_GAP + RING_STROKE
SIDE_COLUMN_FOLDS_BELOW = 900
RAIL_FOLDS_BELOW = 1100
EXHIBIT_FOLDS_BELOW = 700


@dataclass(frozen=True, slots=True)
class Metrics:
    """The spacing and radii of the design, multiplied by the text size (1.0 to 2.0)."""

    scale: float = 1.0

    def px(self, length: float) -> int:
        """A length of the design at this text size, in whole logical pixels."""
        return int(length * self.scale + 0.5)

    @property
    def radius_tile(self) -> int:
        """Seats, tiles, tags."""
        return self.px(4)

    @property
    def radius_control(self) -> int:
        """Buttons and fields."""
        return self.px(6)

    @property
    def radius_row(self) -> int:
        """Large buttons and option rows."""
        return self.px(8)

    @property
    def radius_card(self) -> int:
        """Cards and joined rows."""
        return self.px(10)

    @property
    def control(self) -> int:
        """Height of a button or a field."""
        return self.px(32)

    @property
    def card_padding(self) -> int:
        """Space inside a card."""
        return self.px(20)

    @property
    def card_gap(self) -> int:
        """Space between cards."""
        return self.px(16)

    @property
    def page_margin(self) -> int:
        """Space around a page."""
        return self.px(32)

    @property
    def reading_width(self) -> int:
        """Widest column of running text, about 68 characters."""
        return self.px(640)

    @property
    def page_width(self) -> int:
        """Widest content of a page."""
        return self.px(1320)
