"""How the window looks: read from its own file before the store is open, and kept there."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QApplication

from engagedesk import settings
from engagedesk.errors import EngageDeskError
from engagedesk.paths import Profile
from engagedesk.ui import languages
from engagedesk.ui.main_window import DEFAULT_SIZE, MainWindow
from engagedesk.ui.theme import ThemeMode, ThemeSwitch, set_reduced_motion

log = logging.getLogger(__name__)

FRAME_ROOM: Final = QSize(16, 48)


class KeptAppearance:
    """Theme, language, motion and geometry. ``now`` is what holds; a change is lasting once it is kept."""

    def __init__(self, app: QApplication, paths: Profile) -> None:
        self._app = app
        self._paths = paths
        read = settings.read_appearance(paths.appearance)
        self.now = read.appearance
        self.problem = read.problem
        """Why the file could not be read; then everything stands at its default."""
        languages.speak(app, self.now.language)
        self.theme = ThemeSwitch(app, ThemeMode(self.now.theme.value))
        set_reduced_motion(reduced=self.now.reduced_motion)

    def place(self, window: MainWindow) -> None:
        """Give the window the place it had, or one that fits the screen."""
        if not window.restoreGeometry(QByteArray.fromBase64(self.now.geometry.encode())):
            # A first start fits the screen, panels left out; the frame around the window needs some of it too.
            room = self._app.primaryScreen().availableGeometry().size() - FRAME_ROOM
            window.resize(DEFAULT_SIZE.boundedTo(room).expandedTo(window.minimumSize()))

    def set_theme(self, mode: str) -> None:
        self.theme.set_mode(mode)
        self.now = replace(self.now, theme=settings.Theme(mode))

    def set_language(self, language: str) -> None:
        """Remember a language; the next start speaks it."""
        self.now = replace(self.now, language=language)

    def set_reduced_motion(self, *, on: bool) -> None:
        set_reduced_motion(reduced=on)
        self.now = replace(self.now, reduced_motion=on)

    def keep(self, window: MainWindow) -> None:
        """Write the file, with where the window stands; a profile that does not exist yet gets none."""
        geometry = bytes(window.saveGeometry().toBase64().data()).decode("ascii")
        self.now = replace(self.now, geometry=geometry)
        if not self._paths.folder.is_dir():
            return
        try:
            settings.write_appearance(self._paths.appearance, self.now)
        except EngageDeskError as error:
            log.info("appearance not kept: %s", error)
