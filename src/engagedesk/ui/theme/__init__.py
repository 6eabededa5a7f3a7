"""Tokens, fonts, icons and the switch between light and dark."""

from engagedesk.ui.theme.fonts import draw_line, elided, font, metrics, px, text_width
from engagedesk.ui.theme.icons import Icon, draw_chargeable, draw_icon, draw_logo, make_icon
from engagedesk.ui.theme.theme import ThemeMode, ThemeSwitch, motion_allowed, set_reduced_motion, tokens_for, tokens_of
from engagedesk.ui.theme.tokens import DARK, LIGHT, Style, Tokens, Tone

__all__ = [
    "DARK",
    "LIGHT",
    "Icon",
    "Style",
    "ThemeMode",
    "ThemeSwitch",
    "Tokens",
    "Tone",
    "draw_chargeable",
    "draw_icon",
    "draw_line",
    "draw_logo",
    "elided",
    "font",
    "make_icon",
    "metrics",
    "motion_allowed",
    "px",
    "set_reduced_motion",
    "text_width",
    "tokens_for",
    "tokens_of",
]
