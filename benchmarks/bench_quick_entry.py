"""Quick entry on a store with 50,000 lines: on the screen within 30 ms of being asked for, each key echoed in 30 ms.

Echoed is everything between a key and the painted answer. The first key after a commit is echoed from what was known
before, while the store thread answers anew (``ui/controllers/echoes.py``): that is measured with a real store thread
at work beside it, right after each commit.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any, Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import (
    LINES,
    PASSPHRASE,
    around,
    percentile,
    report,
    sample,
    sample_profile,
    seconds_of,
    spread,
)
from engagedesk.app.pages import pages
from engagedesk.clock import SystemClock
from engagedesk.paths import Profile
from engagedesk.services.commands.time import StartTimer, Target, Work
from engagedesk.services.opening import ByPassphrase, open_profile
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.quick import QuickDesk, quick_desk
from engagedesk.services.workspace import Workspace
from engagedesk.ui.controllers.desk import Desk
from engagedesk.ui.controllers.lines import Around, echo_of
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.notifications import Notifier
from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
from engagedesk.ui.intents import Understand
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.store_bridge import StoreBridge
from engagedesk.ui.theme import ThemeMode, ThemeSwitch
from engagedesk.ui.tray import Tray

TIMES: Final = 60
LIMIT_MS: Final = 30.0
PATIENCE_S: Final = 20.0
ZONE: Final = "Europe/London"
LINE: Final = "10:15-10:55 harrowgate walkthroughs, sales cycle #fieldwork"


class Typing:
    """The window, with a store that answers in the same thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._desk: QuickDesk | None = None
        self._today = datetime.now(UTC).date()
        self._around = Around(workspace.read(engagements, today=self._today, states=None))
        self.dialog = QuickEntryDialog()
        self.dialog.intent.connect(self._answer)
        self.dialog.make_ready()
        self._image = QImage(self.dialog.size(), QImage.Format.Format_ARGB32_Premultiplied)

    def forget(self) -> None:
        """Have the store asked again at the next key: something was committed."""
        self._desk = None

    def _answer(self, intent: object) -> None:
        if isinstance(intent, Understand):
            now_utc = int(time.time())
            if self._desk is None:
                self._desk = self._workspace.read(quick_desk, now_utc=now_utc, zone=ZONE)
            self.dialog.show_echo(echo_of(intent.text, self._desk.at(now_utc), self._around, day=intent.day))

    def open(self) -> None:
        self.dialog.go_on(self._today)
        self.dialog.open_at(None)
        self.paint()

    def type(self, text: str) -> None:
        self.dialog.quick_line.field.setText(text)
        QApplication.processEvents()
        self.paint()

    def paint(self) -> None:
        painter = QPainter(self._image)
        self.dialog.render(painter, QPoint())
        painter.end()


def first_keys(profile: Profile) -> list[float]:
    """Return how long the first key after each of many commits took, in ms, until its echo was painted."""
    clock = SystemClock()
    window = MainWindow(pages(clock.now_s), clock.now_s)
    bridge = StoreBridge(lambda: open_profile(profile, ByPassphrase(PASSPHRASE), around()))
    shell = Shell(bridge, window, Tray(clock.now_s), Notifier(), profile, around())
    desk = Desk(shell, ask_recovery=False)
    commits: list[object] = []
    bridge.changed.connect(lambda changes, _by: commits.append(changes))
    bridge.start()
    _until(lambda: bridge.is_open)
    desk.begin(None)
    _until(lambda: desk.today is not None)
    dialog = desk.line_dialog
    _until(lambda: desk.echoes.fresh)
    image = QImage(dialog.size(), QImage.Format.Format_ARGB32_Premultiplied)
    today = datetime.now(UTC).date()
    echoed: list[str] = []
    sinks = desk.echo_sinks

    def watched() -> tuple[Callable[[Any], None], ...]:
        return (*sinks(), lambda echo: echoed.append(echo.text))

    desk.echoes.sinks = watched

    def key() -> None:
        dialog.quick_line.field.setText(LINE[:1])
        _until(lambda: LINE[:1] in echoed)
        painter = QPainter(image)
        dialog.render(painter, QPoint())
        painter.end()

    found = []
    for turn in range(TIMES):
        dialog.go_on(today)
        dialog.open_at(None)
        command = StartTimer(Work(Target(None, None, None), narrative=str(turn)), clock.now_s(), ZONE)
        bridge.execute(desk, command)
        _until(lambda turn=turn: len(commits) > turn)  # type: ignore[misc]
        echoed.clear()
        found.append(seconds_of(key) * 1e3)
        _until(lambda: desk.echoes.fresh)
        dialog.saved()
    bridge.wait_closed()
    window.deleteLater()
    return found


def _until(true: Callable[[], bool]) -> None:
    end_s = time.monotonic() + PATIENCE_S
    while not true():
        QApplication.processEvents()
        if time.monotonic() > end_s:
            raise TimeoutError


def main() -> None:
    app = QApplication(["bench"])
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    assert theme.mode is ThemeMode.LIGHT
    with sample() as workspace:
        typing = Typing(workspace)
        typing.open()
        typing.dialog.hide()
        opened, first = [], []
        for _ in range(TIMES):
            opened.append(seconds_of(typing.open) * 1e3)
            typing.forget()
            first.append(seconds_of(lambda: typing.type(LINE[:1])) * 1e3)
            typing.dialog.saved()
        typing.open()
        keys = [seconds_of(partial(typing.type, LINE[:length])) * 1e3 for length in range(1, len(LINE) + 1)]
        note = f"{LINES} lines; "
        report("quick entry opens, p95", percentile(opened, 95), "ms", limit=LIMIT_MS, note=spread(opened, "ms"))
        report("first key of all, store asked, p95", percentile(first, 95), "ms", note=spread(first, "ms"))
        report("key echoed, p95", percentile(keys, 95), "ms", limit=LIMIT_MS, note=note + spread(keys, "ms"))
    with sample_profile() as profile:
        after = first_keys(profile)
        report(
            "first key echoed after a commit, p95",
            percentile(after, 95),
            "ms",
            limit=LIMIT_MS,
            note=spread(after, "ms"),
        )


if __name__ == "__main__":
    main()
