"""Why a widget got the focus, as far as the focus ring asks."""

from PySide6.QtCore import Qt

TAB_REASONS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
KEYBOARD_REASONS = (*TAB_REASONS, Qt.FocusReason.ShortcutFocusReason)
PASSING_REASONS = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
