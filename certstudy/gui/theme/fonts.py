"""Registers the bundled faces, so that the product looks the same on a machine without fonts."""

from PySide6.QtGui import QFontDatabase

from certstudy.gui.theme.resources import resource_folder

FACES = (
    "Inter-Regular",
    "Inter-Medium",
    "Inter-SemiBold",
    "Inter-Italic",
    "InterDisplay-SemiBold",
    "JetBrainsMono-Regular",
    "JetBrainsMono-Italic",
    "JetBrainsMono-SemiBold",
)


def register_fonts() -> list[str]:
    """Adds every bundled face to the application; returns the families now known from them."""
    folder = resource_folder() / "fonts"
    families: set[str] = set()
    for face in FACES:
        number = QFontDatabase.addApplicationFont(str(folder / f"{face}.ttf"))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return sorted(families)
