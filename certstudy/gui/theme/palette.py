"""The QPalette of a theme, for everything that standard widgets paint themselves."""

from PySide6.QtGui import QColor, QPalette

from certstudy.gui.theme.tokens import Tokens


def palette(tokens: Tokens) -> QPalette:
    """Chrome is ink: selection, links and highlights are ink too."""
    role = QPalette.ColorRole
    shadow = QColor(tokens.line2)
    roles = {
        role.Window: tokens.canvas,
        role.WindowText: tokens.ink,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.ink,
        role.PlaceholderText: tokens.ink3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.ink,
        role.BrightText: tokens.on_ink,
        role.Highlight: tokens.ink,
        role.HighlightedText: tokens.on_ink,
        role.Accent: tokens.ink,
        role.Link: tokens.ink,
        role.LinkVisited: tokens.ink2,
        role.ToolTipBase: tokens.ink,
        role.ToolTipText: tokens.on_ink,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.line2,
        role.Shadow: shadow,
    }
    made = QPalette()
    for which, colour in roles.items():
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, tokens.ink3)
    return made
