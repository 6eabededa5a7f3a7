"""Where a person keeps files."""

from __future__ import annotations

from PySide6.QtCore import QStandardPaths


def documents() -> str:
    """Return the folder in which file dialogs begin: documents, else home."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place or QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
