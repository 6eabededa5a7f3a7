"""Inter with tabular figures, in the few text styles that the window uses."""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontMetrics,
    QFontMetricsF,
    QPaintEngine,
    QPainter,
    QStaticText,
    QTransform,
)
from PySide6.QtWidgets import QApplication

from engagedesk.ui.theme.resources import resource_folder
from engagedesk.ui.theme.tokens import Style

FAMILY: Final = "Inter"
_FILES: Final = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf")
_SYSTEM_POINTS: Final = {"win32": 9.0, "darwin": 13.0}
_LINUX_POINTS: Final = 10.0
_PDF: Final = QPaintEngine.Type.Pdf


def install_fonts(app: QApplication) -> None:
    """Load the bundled faces and make the body style the application's font, at the system's font scale."""
    scale = system_font_scale(app.font().pointSizeF())
    folder = resource_folder() / "fonts"
    for name in _FILES:
        QFontDatabase.addApplicationFont(str(folder / name))
    app.setFont(_font(Style.BODY, scale))
    font_scale.cache_clear()


def system_font_scale(system_points: float) -> float:
    """Return how much larger than usual the person has set the system's text, 1.0 to 2.0."""
    usual = _SYSTEM_POINTS.get(sys.platform, _LINUX_POINTS)
    scale = system_points / usual if system_points > 0 else 1.0
    return 1.0 if scale < 1.15 else min(2.0, scale)


@cache
def font_scale() -> float:
    """Return the font scale in use; painters ask for it thousands of times a second."""
    pixels = QApplication.font().pixelSize()
    return pixels / Style.BODY.size_px if pixels > 0 else 1.0


def px(length: int) -> int:
    """Return a length that holds text, grown with the font scale."""
    return round(length * font_scale())


def font(style: Style) -> QFont:
    """Return the font of a text style."""
    return _font(style, font_scale())


def metrics(style: Style) -> QFontMetrics:
    return _metrics(style, font_scale())


def text_width(style: Style, text: str) -> int:
    """Return the advance of one line of text in px."""
    return _advance(style, font_scale(), text)


def elided(style: Style, text: str, room: int) -> str:
    """Return the text, cut with an ellipsis where it is wider than the room in px."""
    if text_width(style, text) <= room:
        return text
    return _elided(style, font_scale(), text, room)


def draw_line(painter: QPainter, style: Style, box: QRectF, text: str, *, at_end: bool = False) -> None:
    """Draw one line in the painter's pen, in the middle of the box's height, from where reading starts.

    ``at_end`` = up to where reading ends.

    The laid-out text is kept: it takes half as long to paint as text that is shaped each time, and a window of rows
    is painted whole whenever something over it goes away.
    """
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if on_paper(painter):
        paper = paper_font(font(style))
        size = QSizeF(QFontMetricsF(paper).horizontalAdvance(text), metrics(style).height())
        painter.setFont(paper)
        painter.drawText(
            _corner(box, size, at_right=mirrored is not at_end) + QPointF(0, metrics(style).ascent()), text
        )
        return
    draw_laid(painter, style, box, text, at_right=mirrored is not at_end)


def on_paper(painter: QPainter) -> bool:
    """Return whether this is painted into a PDF, which needs letters that can be found and copied."""
    return painter.paintEngine().type() == _PDF


def draw_laid(painter: QPainter, style: Style, box: QRectF, text: str, *, at_right: bool) -> None:
    """Draw one line on a screen, as ``draw_line`` does: for who paints hundreds and has asked the painter once."""
    laid = _laid(style, font_scale(), text)
    painter.setFont(font(style))
    painter.drawStaticText(_corner(box, laid.size(), at_right=at_right), laid)


def _corner(box: QRectF, size: QSizeF, *, at_right: bool) -> QPointF:
    """Return where a text begins that stands at a side of a box, in the middle of its height."""
    return QPointF(box.right() - size.width() if at_right else box.x(), box.y() + (box.height() - size.height()) / 2)


def paper_font(screen: QFont) -> QFont:
    """Return a font for a PDF: Qt names no letter for what a font's features put in its place.

    Tabular figures, and the dash between two of them, could be neither found nor copied there.
    """
    made = QFont(screen)
    made.clearFeatures()
    made.setFeature(QFont.Tag.fromString("calt"), 0)
    return made


@lru_cache(maxsize=1024)
def _elided(style: Style, scale: float, text: str, room: int) -> str:
    return _metrics(style, scale).elidedText(text, Qt.TextElideMode.ElideRight, room)


@lru_cache(maxsize=1024)
def _laid(style: Style, scale: float, text: str) -> QStaticText:
    laid = QStaticText(text)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.prepare(QTransform(), _font(style, scale))
    return laid


@lru_cache(maxsize=2048)
def _advance(style: Style, scale: float, text: str) -> int:
    return _metrics(style, scale).horizontalAdvance(text)


@cache
def _font(style: Style, scale: float) -> QFont:
    made = QFont(FAMILY)
    made.setPixelSize(round(style.size_px * scale))
    made.setWeight(QFont.Weight(style.weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


@cache
def _metrics(style: Style, scale: float) -> QFontMetrics:
    return QFontMetrics(_font(style, scale))
