"""Pictures of a content pack, as questions refer to them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its path inside the pack; sizes in pixels; `dark`, if set, takes its place on dark ground."""

    src: str
    alt: str
    width: int
    height: int
    dark: str = ""
