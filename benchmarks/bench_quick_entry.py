"""Quick entry on a store with 50,000 lines: on the screen within 30 ms of being asked for, each key echoed in 30 ms.

Echoed is everything between a key and the painted answer: what the line is read against is asked for anew where the
store changed, which happens once a window, and is measured with the first key.
"""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import partial
from typing import Final

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from benchmarks.measuring import LINES, percentile, report, sample, seconds_of, spread
from engagedesk.services.queries.engagements import engagements
from engagedesk.services.quick import QuickDesk, quick_desk
from engagedesk.services.workspace import Workspace
from engagedesk.ui.controllers.lines import Around, echo_of
from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
from engagedesk.ui.intents import Understand
from engagedesk.ui.theme import ThemeMode, ThemeSwitch

TIMES: Final = 60
LIMIT_MS: Final = 30.0
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
        report(
            "first key echoed, store asked, p95", percentile(first, 95), "ms", limit=LIMIT_MS, note=spread(first, "ms")
        )
        report("key echoed, p95", percentile(keys, 95), "ms", limit=LIMIT_MS, note=note + spread(keys, "ms"))


if __name__ == "__main__":
    main()
