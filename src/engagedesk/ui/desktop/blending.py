"""Whether windows may be seen through at their edges: shadows and round corners of our own need it."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QGuiApplication

from engagedesk.ui.desktop.xcb import XConnection


@lru_cache(maxsize=1)
def blends_windows() -> bool:
    """Say whether the desktop blends windows: always, but on X without a compositor. Asked once a process."""
    if QGuiApplication.platformName() != "xcb":
        return QGuiApplication.platformName() not in {"offscreen", "minimal"}
    connection = XConnection.connect()
    if connection is None:
        return False
    blends = connection.is_composited()
    connection.close()
    return blends
