"""Hears of what becomes a window of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class Flashes(QObject):
    """An event filter of the application that keeps every widget that is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._seen.append(watched)
        return False

    def windows(self, *, but: QWidget | None = None) -> list[str]:
        """Return the kinds of what was shown on the screen as a window."""
        off_screen = Qt.WidgetAttribute.WA_DontShowOnScreen
        return [type(one).__name__ for one in self._seen if one is not but and not one.testAttribute(off_screen)]
