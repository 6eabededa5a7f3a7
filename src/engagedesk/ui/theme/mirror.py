"""Mirror what a widget paints by itself where the language runs from right to left; layouts are mirrored by Qt."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget


def mirrored(widget: QWidget, box: QRectF) -> QRectF:
    """Return where a box of a left-to-right drawing lies in this widget; the box itself, read from left to right."""
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return box
    return QRectF(widget.width() - box.right(), box.y(), box.width(), box.height())


def mirrored_in(room: QRectF, widget: QWidget, box: QRectF) -> QRectF:
    """Return the same for a box that lies in a part of the widget, such as a line of a list."""
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return box
    return QRectF(room.left() + room.right() - box.right(), box.y(), box.width(), box.height())
