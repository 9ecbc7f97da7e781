"""The one style sheet: standard fields, bars, menus and tables; everything else paints itself from tokens."""

from certstudy.gui.theme.metrics import Metrics
from certstudy.gui.theme.tokens import Tokens

_SHEET = """
QLineEdit, QAbstractSpinBox, QComboBox, QTextEdit#note, QPlainTextEdit#note {{
  background: {surface}; color: {ink}; border: 1px solid {line2}; border-radius: {r6}px;
  padding: 0 {p9}px; min-height: {h30}px;
  selection-background-color: {ink}; selection-color: {on_ink};
}}
QAbstractSpinBox {{ max-height: {h30}px; }}
QTextEdit#note, QPlainTextEdit#note {{ background: {sunken}; border-color: {line}; padding: {p6}px; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus, QTextEdit#note:focus, QPlainTextEdit#note:focus {{
  border: 2px solid {ink}; padding: 0 {p8}px;
}}
QTextEdit#note:focus, QPlainTextEdit#note:focus {{ padding: {p5}px; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{
  border: none; padding: 0; min-height: 0; background: transparent; border-radius: 0;
}}
QLineEdit[error="true"], QAbstractSpinBox[error="true"] {{ border-color: {wrong}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
  background: {sunken}; color: {ink3}; border-color: {line};
}}
QComboBox::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow, QAbstractSpinBox::down-arrow, QDateEdit::down-arrow {{
  image: url("{icons}/control-down.svg"); width: {p12}px; height: {p12}px;
}}
QAbstractSpinBox::up-arrow {{ image: url("{icons}/control-up.svg"); width: {p12}px; height: {p12}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button, QDateEdit::drop-down {{
  border: none; background: transparent; width: {p24}px;
}}
QComboBox QAbstractItemView {{
  background: {surface}; color: {ink}; border: 1px solid {line2};
  selection-background-color: {press}; selection-color: {ink};
}}
QWidget#qt_calendar_navigationbar {{ background: {surface}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {ink}; selection-color: {on_ink}; }}
QCalendarWidget QToolButton {{
  background: transparent; color: {ink}; border: none; border-radius: {r4}px; padding: {p4}px {p8}px;
}}
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{ background: {press}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCheckBox, QRadioButton {{ spacing: {p8}px; }}
QCheckBox::indicator, QRadioButton::indicator, QTreeView::indicator {{
  width: {p14}px; height: {p14}px; border: 1px solid {line2}; background: {surface};
}}
QCheckBox::indicator, QTreeView::indicator {{ border-radius: {p3}px; }}
QRadioButton::indicator {{ border-radius: {p8}px; }}
QCheckBox::indicator:checked, QTreeView::indicator:checked {{
  background: {ink}; border-color: {ink}; image: url("{icons}/tick-{theme}.svg");
}}
QTreeView::indicator:indeterminate {{
  background: {ink}; border-color: {ink}; image: url("{icons}/dash-{theme}.svg");
}}
QTreeView::item {{ min-height: {p24}px; }}
QRadioButton::indicator:checked {{ border: {p5}px solid {ink}; width: {p6}px; height: {p6}px; }}
QCheckBox:focus, QRadioButton:focus {{ text-decoration: underline; }}
QMenu {{ background: {surface}; color: {ink}; border: 1px solid {line2}; padding: {p4}px; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p12}px; border-radius: {r4}px; }}
QMenu::item:selected {{ background: {press}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {p4}px 0; }}
QMenu::icon {{ padding-left: {p8}px; }}
QToolTip {{ background: {ink}; color: {on_ink}; border: none; padding: {p4}px {p8}px; }}
QScrollBar {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: {p10}px; }}
QScrollBar:horizontal {{ height: {p10}px; }}
QScrollBar::handle {{ background: {line2}; border-radius: {p3}px; }}
QScrollBar::handle:vertical {{ margin: {p2}px; min-height: {p32}px; }}
QScrollBar::handle:horizontal {{ margin: {p2}px; min-width: {p32}px; }}
QScrollBar::handle:hover {{ background: {ink3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {ramp1}; border: none; border-radius: {p3}px; max-height: {p6}px; color: transparent; }}
QProgressBar::chunk {{ background: {ink}; border-radius: {p3}px; }}
QAbstractItemView {{
  background: {surface}; border: none; outline: none;
  selection-background-color: {press}; selection-color: {ink}; gridline-color: {line};
}}
QHeaderView {{ background: {surface}; }}
QHeaderView::section {{
  background: {surface}; color: {ink3}; border: none; border-bottom: 1px solid {line};
  padding: 0 {p8}px; min-height: {p32}px;
}}
QSplitter::handle {{ background: {line}; }}
QScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
_LENGTHS = (2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 24, 32)
_COLOURS = ("surface", "sunken", "press", "line", "line2", "ink", "ink3", "on_ink", "wrong")


def stylesheet(tokens: Tokens, metrics: Metrics, icons: str) -> str:
    """The QSS text; icons is the folder of the pictures inside controls."""
    values: dict[str, object] = {name: tokens.named(name).name() for name in _COLOURS}
    values |= {f"p{length}": metrics.px(length) for length in _LENGTHS}
    values |= {"r4": metrics.radius_tile, "r6": metrics.radius_control, "h30": metrics.control - 2}
    theme = "dark" if tokens.dark else "light"
    return _SHEET.format(ramp1=tokens.ramp[0].name(), icons=icons, theme=theme, **values)
