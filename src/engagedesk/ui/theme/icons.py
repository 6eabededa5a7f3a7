"""Lucide icons, drawn as vectors in any colour, crisp at any scale; each file is read at its first use."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from engagedesk.ui.theme.resources import resource_folder
from engagedesk.ui.theme.tokens import Tokens

_STROKE: Final = 'stroke-width="1.75"'


class Icon(StrEnum):
    """The icons in use; the value is the file's name."""

    LOGO = "engagedesk"
    TODAY = "sunrise"
    ENGAGEMENTS = "briefcase"
    SETTINGS = "settings"
    REFRESH = "refresh-cw"
    LOCK = "lock"
    PADLOCK = "lock-keyhole"
    KEY = "key-round"
    SEARCH = "search"
    STOP = "square"
    PLAY = "play"
    PLUS = "plus"
    CLOSE = "x"
    CHECK = "check"
    CHARGEABLE = "circle-check"
    NOT_CHARGEABLE = "circle-minus"
    CIRCLE = "circle"
    DASHED = "circle-dashed"
    ALERT = "circle-alert"
    WARNING = "triangle-alert"
    INFO = "info"
    LEFT = "chevron-left"
    RIGHT = "chevron-right"
    DOWN = "chevron-down"
    UP = "chevron-up"
    CALENDAR = "calendar"
    PENCIL = "pencil"
    QUICK = "zap"
    PRINT = "printer"
    SAVE = "download"
    COPY = "copy"
    EYE = "eye"
    EYE_OFF = "eye-off"
    IMPORT = "upload"
    SHEET = "file-spreadsheet"
    UNDO = "undo-2"
    REDO = "redo-2"
    HISTORY = "history"
    DELETE = "trash-2"
    MORE = "ellipsis"
    SORT_DOWN = "arrow-down"
    SORT_UP = "arrow-up"
    DISK = "hard-drive"
    SHIELD = "shield"
    APPEARANCE = "palette"
    AWAY = "hourglass"
    TIMER = "timer"
    USERS = "users"
    FOLDER = "folder-open"
    ENTER = "corner-down-left"
    CONTRAST = "contrast"
    HASH = "hash"
    DOT = "dot"
    TIMESHEET = "table-2"
    SPLIT = "scissors"
    MERGE = "merge"
    OPEN = "external-link"
    KEYBOARD = "keyboard"
    HELP = "circle-question-mark"
    TOUR = "compass"
    FIRM = "building-2"
    CAPABILITIES = "gauge"
    SLIDERS = "sliders-horizontal"


@cache
def _source(icon: Icon) -> str:
    text = (resource_folder() / "icons" / f"{icon.value}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', _STROKE)


@lru_cache(maxsize=256)
def _renderer(icon: Icon, colour: str, fill: str) -> QSvgRenderer:
    text = _source(icon).replace("currentColor", colour)
    if fill:
        text = text.replace('fill="none"', f'fill="{fill}"', 1)
    return QSvgRenderer(QByteArray(text.encode()))


@lru_cache(maxsize=512)
def _pixmap(icon: Icon, colour: str, fill: str, device_px: int) -> QPixmap:
    pixmap = QPixmap(device_px, device_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(icon, colour, fill).render(painter, QRectF(0, 0, device_px, device_px))
    painter.end()
    return pixmap


_TURNED: Final = {Icon.LEFT: Icon.RIGHT, Icon.RIGHT: Icon.LEFT}
"""What shows a way along the text shows it the other way round from right to left."""


def draw_icon(painter: QPainter, icon: Icon, box: QRectF, *, colour: str, fill: str = "") -> None:
    """Draw an icon into a square box; ``fill`` paints the inside of its closed shapes."""
    if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        icon = _TURNED.get(icon, icon)
    # Of what is painted on in the end: a widget that is drawn into a picture says its own, which is the screen's.
    ratio = max(1.0, abs(painter.deviceTransform().m11()))
    painter.drawPixmap(
        box, _pixmap(icon, colour, fill, max(1, round(box.width() * ratio))), QRectF(0, 0, *(2 * [box.width() * ratio]))
    )


def draw_chargeable(painter: QPainter, box: QRectF, tokens: Tokens, *, chargeable: bool) -> None:
    """Draw the chargeability mark: a filled circle with a check, or an open one with a dash."""
    if not chargeable:
        draw_icon(painter, Icon.NOT_CHARGEABLE, box, colour=tokens.third)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.second))
    inset = box.width() / 24
    painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.restore()
    check = box.adjusted(*(4 * [0.0]))
    check.setSize(box.size() * 0.62)
    check.moveCenter(box.center())
    draw_icon(painter, Icon.CHECK, check, colour=tokens.surface)


def make_icon(icon: Icon, colour: str, size_px: int = 18) -> QIcon:
    """Return a ``QIcon`` for controls that paint their own, at scales 1 to 3."""
    made = QIcon()
    for ratio in (1, 2, 3):
        pixmap = QPixmap(_pixmap(icon, colour, "", size_px * ratio))
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def draw_logo(painter: QPainter, box: QRectF, tokens: Tokens) -> None:
    """Draw the program's mark: a clock with its last quarter to come, on the accent."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    radius = box.width() * 0.25
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()
    draw_icon(painter, Icon.LOGO, box, colour=tokens.on_accent)


def app_icon(tokens: Tokens) -> QIcon:
    """Return the window's icon."""
    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_logo(painter, QRectF(0, 0, size, size), tokens)
        painter.end()
        made.addPixmap(pixmap)
    return made
