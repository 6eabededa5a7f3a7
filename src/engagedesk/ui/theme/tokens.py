"""Every colour, size and text style of the window, in one place.

The palette, the style sheet and all painters read these values; nothing else names a colour. ``contrast`` is WCAG 2.2's
ratio (success criterion 1.4.3), and a test holds every pair that is used to its floor.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum, StrEnum
from typing import Final

SPACE: Final = (2, 4, 8, 12, 16, 24, 32, 48)

RADIUS_CHIP: Final = 4
RADIUS_CONTROL: Final = 6
RADIUS_CARD: Final = 8

CONTROL: Final = 32
CONTROL_TOOLBAR: Final = 28
CONTROL_ROW: Final = 24
ROW: Final = 36
ROW_COMPACT: Final = 28
ROW_TALL: Final = 48
TABLE_HEADER: Final = 32
SIDEBAR: Final = 216
SIDEBAR_NARROW: Final = 56
TOP_BAR: Final = 56
FOCUS_RING: Final = 2
PAGE_PADDING: Final = 24
COLUMN_GAP: Final = 16
CARD_PADDING: Final = 16
CHIP: Final = 20
CHIP_TABLE: Final = 18
DOT: Final = 8

CHIP_ICON_BELOW: Final = 1280
"""Window width under which a status chip becomes an icon."""
SIDEBAR_COLLAPSES_BELOW: Final = 1120

SPINNER_AFTER_MS: Final = 300
SKELETON_AFTER_MS: Final = 400
MOTION_MS: Final = 150


class Tone(StrEnum):
    """What a text or a tint means; each has a colour in both themes."""

    TEXT = "text"
    SECOND = "second"
    THIRD = "third"
    ACCENT = "accent_text"
    DANGER = "danger"
    WARN = "warn"
    OK = "ok"
    INFO = "info"
    ON_ACCENT = "on_accent"


class Style(Enum):
    """A text style: size and line height in px at font scale 1, weight."""

    CAPTION = (12, 16, 400)
    CAPTION_STRONG = (12, 16, 500)
    BODY = (13, 20, 400)
    BODY_MEDIUM = (13, 20, 500)
    BODY_STRONG = (13, 20, 600)
    SECTION = (14, 20, 600)
    PAGE = (20, 28, 600)
    LINE = (20, 28, 400)
    FIGURE = (26, 32, 600)

    # Painters look texts up by style thousands of times a second; members are single, so identity will do.
    __hash__ = object.__hash__

    @property
    def size_px(self) -> int:
        return self.value[0]

    @property
    def line_px(self) -> int:
        return self.value[1]

    @property
    def weight(self) -> int:
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme as ``#RRGGBB``."""

    dark: bool
    bg: str
    surface: str
    sunken: str
    hover: str
    border: str
    control_border: str
    text: str
    second: str
    third: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    selection: str
    accent_soft: str
    accent_text: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    info: str
    info_soft: str
    clients: tuple[str, ...]
    non_client: str

    def of(self, tone: Tone) -> str:
        """Return the text colour of a tone."""
        return str(getattr(self, tone.value))

    def soft(self, tone: Tone) -> str:
        """Return the tint that stands under a tone's text; neutral tones stand on sunken, in the dark on hover."""
        name = f"{tone.value}_soft"
        if tone is Tone.ACCENT:
            return self.accent_soft
        # Sunken is all but the window's ground in the dark: a chip on it would have no edge.
        neutral = self.hover if self.dark else self.sunken
        return str(getattr(self, name)) if name in _FIELD_NAMES else neutral

    def client(self, index: int) -> str:
        """Return the dot colour of a client; -1 is non-client, larger indexes go round."""
        return self.non_client if index < 0 else self.clients[index % len(self.clients)]


_FIELD_NAMES: Final = frozenset(f.name for f in fields(Tokens))

_CLIENT_PAIRS: Final = (
    ("#6E56CF", "#A594F0"),
    ("#B8479B", "#E38CCB"),
    ("#66610F", "#A8A23F"),
    ("#5B6779", "#A3AFC0"),
    ("#94735C", "#C9A88F"),
    ("#3F3D9E", "#6F74E8"),
    ("#9B72CB", "#DCC6F7"),
    ("#3C4048", "#D5D9DF"),
    ("#6B1F56", "#A8558F"),
    ("#9A8209", "#EDE7A0"),
    ("#76902A", "#BFD56B"),
)

LIGHT: Final = Tokens(
    dark=False,
    bg="#F6F7F9",
    surface="#FFFFFF",
    sunken="#EEF0F3",
    hover="#F1F3F6",
    border="#E1E4E9",
    control_border="#838A95",
    text="#171A1F",
    second="#4A515C",
    third="#646C78",
    accent="#0B6E69",
    accent_hover="#095C58",
    accent_press="#074A47",
    on_accent="#FFFFFF",
    selection="#DCEFEC",
    accent_soft="#E0F2F0",
    accent_text="#0B5F5B",
    danger="#B3261E",
    danger_soft="#FCE8E6",
    warn="#8A4B00",
    warn_soft="#FDF0DC",
    ok="#1A7338",
    ok_soft="#E4F4E8",
    info="#1D5FB8",
    info_soft="#E6EFFB",
    clients=tuple(pair[0] for pair in _CLIENT_PAIRS),
    non_client="#7E8692",
)

DARK: Final = Tokens(
    dark=True,
    bg="#111417",
    surface="#191D21",
    sunken="#14171A",
    hover="#21262B",
    border="#2B3138",
    control_border="#717A86",
    text="#ECEFF2",
    second="#B1B8C2",
    third="#8E97A3",
    accent="#3CC4B8",
    accent_hover="#55D1C6",
    accent_press="#2CA99E",
    on_accent="#06201E",
    selection="#173533",
    accent_soft="#12312F",
    accent_text="#6AD8CE",
    danger="#F28B82",
    danger_soft="#3A1D1B",
    warn="#F0B45C",
    warn_soft="#35270F",
    ok="#74D08F",
    ok_soft="#14301D",
    info="#8AB8F7",
    info_soft="#16283F",
    clients=tuple(pair[1] for pair in _CLIENT_PAIRS),
    non_client="#858E9A",
)


def contrast(first: str, second: str) -> float:
    """Return the WCAG 2.2 contrast ratio of two ``#RRGGBB`` colours, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
