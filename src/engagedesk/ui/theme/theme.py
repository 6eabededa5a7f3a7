"""Put the tokens onto Fusion: palette, style sheet, and the switch between system, light and dark.

A widget learns the theme from its palette (``tokens_of``), so nothing holds theme state of its own and a change reaches
every widget as Qt's ``PaletteChange``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from engagedesk.ui.theme import fonts
from engagedesk.ui.theme.tokens import DARK, LIGHT, RADIUS_CARD, RADIUS_CONTROL, Style, Tokens

_REDUCED: Final = "engagedesk_reduced_motion"


class ThemeMode(StrEnum):
    """What the person chose; the value is what the settings file keeps."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens_of(widget: QWidget) -> Tokens:
    """Return the tokens that a widget must paint with."""
    return tokens_for(widget.palette())


def tokens_for(palette: QPalette) -> Tokens:
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def set_reduced_motion(*, reduced: bool) -> None:
    """Say for the whole application that nothing may move by itself."""
    app = QApplication.instance()
    if app is not None:
        app.setProperty(_REDUCED, reduced)


def motion_allowed(widget: QWidget) -> bool:
    """Return whether the person and the system both let things move."""
    app = QApplication.instance()
    reduced = app is not None and bool(app.property(_REDUCED))
    return not reduced and widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0


class ThemeSwitch(QObject):
    """Applies the chosen theme now and whenever the system changes its own. Lives in the GUI thread."""

    changed = Signal()

    def __init__(self, app: QApplication, mode: ThemeMode = ThemeMode.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._mode = mode
        self._shown: Tokens | None = None
        app.setStyle("Fusion")
        fonts.install_fonts(app)
        app.styleHints().colorSchemeChanged.connect(self._on_system_change)
        self.set_mode(mode)

    @property
    def mode(self) -> ThemeMode:
        return self._mode

    @Slot(str)
    def set_mode(self, mode: str) -> None:
        """Show another theme at once."""
        self._mode = ThemeMode(mode)
        hints = self._app.styleHints()
        if self._mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        else:
            # Colours the window's own frame where the platform can; bare X ignores it, so the palette is set below.
            dark = self._mode is ThemeMode.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._apply()

    @Slot()
    def _on_system_change(self) -> None:
        self._apply()

    def _apply(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        else:
            dark = self._mode is ThemeMode.DARK
        tokens = DARK if dark else LIGHT
        if tokens is self._shown:
            return
        self._shown = tokens
        self._app.setPalette(make_palette(tokens))
        self._app.setStyleSheet(make_style_sheet(tokens))
        self.changed.emit()


def make_palette(tokens: Tokens) -> QPalette:
    """Return Fusion's palette in the tokens' colours."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.sunken,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.Accent: tokens.accent,
        role.Link: tokens.text,
        role.LinkVisited: tokens.second,
        role.PlaceholderText: tokens.third,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.surface,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.border,
        role.Dark: tokens.control_border,
        role.Shadow: tokens.control_border,
    }
    palette = QPalette()
    for key, colour in colours.items():
        palette.setColor(key, QColor(colour))
    for key in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.third))
    return palette


def make_style_sheet(tokens: Tokens) -> str:
    """Return the few rules for controls that Qt paints itself; all else is painted by our widgets.

    ``Combo`` and ``DateField`` draw their own arrow; those of Qt's file and print dialogs are left to Fusion, which
    draws one.
    """
    t = tokens
    body = fonts.px(Style.BODY.size_px)
    caption = fonts.px(Style.CAPTION.size_px)
    return f"""
QLineEdit, QPlainTextEdit {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.control_border};
  border-radius: {RADIUS_CONTROL}px; padding: 0 8px; font-size: {body}px; lineedit-password-character: 8226;
  selection-background-color: {t.selection}; selection-color: {t.text}; placeholder-text-color: {t.third}; }}
QPlainTextEdit {{ padding: 6px 7px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 0 7px; }}
QPlainTextEdit:focus {{ padding: 5px 6px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {t.sunken}; color: {t.third}; border-color: {t.border}; }}
QLineEdit[wrong="true"], QLineEdit[wrong="true"]:focus {{ border: 2px solid {t.danger}; padding: 0 7px; }}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ border: none; background: transparent; padding: 0; }}
QLineEdit[cell="true"], QLineEdit[cell="true"]:focus {{ border: 2px solid {t.accent}; border-radius: 4px;
  padding: 0 4px; background: {t.surface}; }}
QLineEdit[cell="true"][wrong="true"] {{ border-color: {t.danger}; }}
Combo, DateField {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.control_border};
  border-radius: {RADIUS_CONTROL}px; padding: 0 11px; font-size: {body}px; }}
Combo:focus, DateField:focus {{ border: 2px solid {t.accent}; padding: 0 10px; }}
Combo::drop-down, DateField::drop-down {{ border: none; width: 24px; }}
DateField::down-arrow {{ image: none; }}
DateField {{ selection-background-color: {t.selection}; selection-color: {t.text}; }}
Combo QAbstractItemView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
  selection-background-color: {t.selection}; selection-color: {t.text}; outline: none; padding: 4px; }}
QListWidget[boxed="true"] {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border};
  border-radius: {RADIUS_CARD}px; padding: 4px; outline: none; }}
QListWidget[boxed="true"]:focus {{ border: 2px solid {t.accent}; padding: 3px; }}
QScrollArea, QStackedWidget {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:hover {{ background: {t.control_border}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: 6px; font-size: {body}px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.selection}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.third}; }}
QMenu::separator {{ height: 1px; background: {t.border}; margin: 6px 0; }}
QToolTip {{ background: {t.text}; color: {t.surface}; border: none; padding: 4px 8px; font-size: {caption}px; }}
"""
