"""Draw a widget off screen into a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from engagedesk.ui.theme import tokens_of

_SETTLING: Final = 3
"""Nested layouts ask for room again after they got some; this many rounds of posted requests settle them."""


def render(widget: QWidget, size: QSize, path: Path, *, scale: float = 1.0) -> Path:
    """Lay the widget out at a size, paint it at a scale in the theme in use, and write a PNG; return its path."""
    image = grab(widget, size, scale=scale)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"cannot write {path.name}")
    return path


def grab(widget: QWidget, size: QSize, *, scale: float = 1.0) -> QImage:
    """Return the widget's picture; it is never shown on a screen."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.resize(size)
    widget.show()
    widget.ensurePolished()
    for _ in range(_SETTLING):
        QCoreApplication.sendPostedEvents()
    image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(tokens_of(widget).bg)
    painter = QPainter(image)
    widget.render(painter, QPoint(0, 0))
    painter.end()
    widget.hide()
    return image
