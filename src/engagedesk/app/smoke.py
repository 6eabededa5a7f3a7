"""``--smoke``: start everything that a person could reach, on a profile of its own, and say whether all of it works.

For frozen builds, where a resource or a library may be missing that no import at start would miss.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Generator
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSize, QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QApplication

from engagedesk.app.program import Program
from engagedesk.errors import EngageDeskError, UserError
from engagedesk.log import configure
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services.opening import Surroundings
from engagedesk.ui import intents
from engagedesk.ui.controllers.imports import Imports
from engagedesk.ui.crash import CrashNet
from engagedesk.ui.desktop.notifications import Notification
from engagedesk.ui.pages.lock import LockPage
from engagedesk.ui.shots import grab
from engagedesk.ui.theme import ThemeMode

WORDS: Final = "harbour lantern quartz meadow"
"""Of a store that is thrown away."""
PATIENCE_MS: Final = 120_000
FILE: Final = (
    "Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,User,Email,Tags\n"
    "Smoke & Co,Audit,,First line,Yes,{day},09:00:00,{day},10:00:00,01:00:00,Me,,\n"
)

Steps = Generator[tuple[str, SignalInstance | None], None, None]


def smoke(around: Surroundings) -> int:
    """Run every part once and return 0; ``UserError`` (``smoke.failed``) names the part that failed."""
    if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(["engagedesk"])
    assert isinstance(app, QApplication)  # noqa: S101  # typed as its base
    with tempfile.TemporaryDirectory(prefix="engagedesk-smoke-") as folder:
        paths = Profile(Path(os.path.realpath(folder)) / "profile")
        log_file = configure(paths.logs)
        net = CrashNet(paths.crashes, around.clock)
        net.install()
        try:
            with ProfileLock.acquire(paths.lock):
                program = Program(app, paths, around, net=net, came_from=None)
                run = SmokeRun(program, net, Path(folder))
                run.start()
                app.exec()
                program.end()
        finally:
            net.restore()
            logging.getLogger().removeHandler(log_file)
            log_file.close()
    if run.failed is not None:
        raise run.failed
    return 0


class SmokeRun(QObject):
    """Walks through the steps, each after the signal that the one before waits for."""

    def __init__(self, program: Program, net: CrashNet, folder: Path) -> None:
        super().__init__()
        self._program = program
        self._net = net
        self._folder = folder
        self._step = "start"
        self._waited_for: SignalInstance | None = None
        self.failed: EngageDeskError | None = None
        self._steps = self._walk()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._fail)
        net.crashed.connect(self._fail)
        program.doorway.refused.connect(self._refused)

    def start(self) -> None:
        self._patience.start()
        QTimer.singleShot(0, self, self._advance)

    def _walk(self) -> Steps:
        program = self._program
        program.start(None)
        yield "first run", None
        program.take(intents.CreateStore(WORDS, use_keyring=False))
        yield "store made", program.doorway.opened
        desk, crew, shell = program.desk, program.crew, program.shell
        if desk is None or crew is None or shell is None:
            self._fail()
            return
        yield "today", desk.shown
        yield from self._import()
        program.take(intents.StartTimer("Smoke"))
        yield "timer", desk.shown
        program.take(intents.StopTimer())
        yield "stop", desk.shown
        program.take(intents.Undo())
        yield "undo", desk.shown
        for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
            program.looks.theme.set_mode(mode.value)
            for page in ("today", "engagements", "timeline", "timesheet", "clients", "settings"):
                program.window.show_page(page)
                grab(program.window, QSize(1024, 640))
                yield f"{page}, {mode.value}", None
        program.take(intents.NewEntry())
        yield "quick entry", None
        crew.watch.back_up(by_hand=True)
        yield "backup", crew.watch.backed_up
        grab(LockPage(shell.clock.now_s), QSize(1024, 640))
        import_module("jeepney.io.blocking")  # the one library that only a notification needs
        program.notifier.notify(Notification("EngageDesk"))
        yield "notification", None
        program.quit()

    def _import(self) -> Steps:
        imports = self._program.findChild(Imports)
        if imports is None:
            self._fail()
            return
        file = self._folder / "smoke.csv"
        file.write_text(FILE.format(day=date.today().isoformat()), encoding="utf-8")  # noqa: DTZ011  # any day will do
        imports.begin(file)
        yield "file read", imports.previewed
        self._program.take(intents.RunImport(file, "time", ""))
        yield "file imported", imports.imported

    @Slot()
    def _advance(self, *_arguments: Any) -> None:
        if self._waited_for is not None:
            self._waited_for.disconnect(self._advance)
            self._waited_for = None
        if self.failed is not None:
            return
        try:
            self._step, awaited = next(self._steps)
        except StopIteration:
            self._patience.stop()
            return
        if awaited is None:
            QTimer.singleShot(0, self, self._advance)
        else:
            self._waited_for = awaited
            awaited.connect(self._advance)

    @Slot(object)
    def _refused(self, error: EngageDeskError) -> None:
        self._end_with(error)

    @Slot()
    def _fail(self, *_arguments: Any) -> None:
        report = self._net.last_report.splitlines()[-1:] or ["-"]
        self._end_with(UserError("smoke.failed", step=self._step, report=report[0].strip()))

    def _end_with(self, error: EngageDeskError) -> None:
        if self.failed is None:
            self.failed = error
            self._patience.stop()
            self._program.quit()
