"""The look of the product in one place.

How a change of theme reaches the screen, the one mechanism: there is one `Theme` object, made by the composition
root and handed to every widget by its constructor. Widgets never copy what it holds: they ask `theme.tokens`,
`theme.font(role)` and `theme.px(length)` when they paint or answer a size hint. A widget that must hold something
derived (a font set on a label, a laid-out document, a cached picture) connects `theme.changed` to its `restyle()`.
`Theme.set_scheme` and `Theme.set_scale` change the values, dress the application again (palette, font, style
sheet: that repaints the standard widgets) and emit `changed`.
"""

from certstudy.gui.theme.fonts import register_fonts
from certstudy.gui.theme.theme import ARGUMENTS, Scheme, Theme
from certstudy.gui.theme.typography import Role

__all__ = ["ARGUMENTS", "Role", "Scheme", "Theme", "register_fonts"]
