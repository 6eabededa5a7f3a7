"""The echo of a typed line: what it is read against is kept, and asked for anew behind it after each commit.

    commit -> outdated() -> (frame and page are asked first) -> renew() -> the last line is echoed once more
    key    -> understand() -> echo at once, from what is known; only the very first key of all waits for the store

What is kept may be a commit old for the blink until the new answer comes. That is harmless, because the line itself
is read against the store when it is sent. Where names are shown otherwise from now on, nothing old is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from engagedesk.services.changes import Changes
from engagedesk.services.queries.rows import EngagementRow, TodayView
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.shell import Shell

if TYPE_CHECKING:
    from engagedesk.services.quick import QuickDesk

NAMES_SHOWN_BY: Final = ("setting", "client")
"""Kinds of record that decide whether a client is shown by name."""


class Echoes(QObject):
    """Answers ``Understand``. Lives in the GUI thread."""

    def __init__(
        self,
        shell: Shell,
        seen: Callable[[], tuple[tuple[EngagementRow, ...], TodayView | None]],
        *,
        sinks: Callable[[], tuple[Callable[[Any], None], ...]],
        parent: QObject | None = None,
    ) -> None:
        """``seen`` says what the window shows of engagements and of the day; ``sinks`` show an echo."""
        super().__init__(parent)
        self._shell = shell
        self._seen = seen
        self.sinks = sinks
        self._desk: QuickDesk | None = None
        self._outdated = False
        self._asked: intents.Understand | None = None

    @property
    def fresh(self) -> bool:
        """Whether what is kept is what the store holds."""
        return self._desk is not None and not self._outdated

    def understand(self, intent: intents.Understand) -> None:
        self._asked = intent
        if self._desk is None:
            self._ask(Priority.QUERY)
        else:
            self._echo()

    def outdated(self, changes: Changes) -> None:
        """Something was committed."""
        self._outdated = True
        if changes.touches(*NAMES_SHOWN_BY):
            self._desk = None

    def forget(self) -> None:
        self._desk = None

    def renew(self, *, wanted: bool) -> None:
        """Ask for what is outdated while nothing else is to be done; ``wanted`` = also where no line was typed yet."""
        if not self.fresh and (wanted or self._desk is not None or self._asked is not None):
            self._ask(Priority.JOB)

    def _ask(self, priority: Priority) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> QuickDesk:
            from engagedesk.services.quick import quick_desk

            return workspace.read(quick_desk, now_utc=now_utc, zone=zone)

        self._outdated = False
        self._shell.bridge.ask(self, work, self._take, priority=priority, topic="quick")

    def _take(self, desk: QuickDesk) -> None:
        self._desk = desk
        self._echo()

    def _echo(self) -> None:
        asked, desk = self._asked, self._desk
        if asked is None or desk is None:
            return
        from engagedesk.ui.controllers.lines import Around, echo_of

        rows, view = self._seen()
        around = Around(rows, chargeable=desk.chargeable)
        if view is not None:
            around = replace(around, gaps=view.gaps, entries=view.entries)
        echo = echo_of(asked.text, desk.at(self._shell.clock.now_s()), around, day=asked.day, for_timer=asked.for_timer)
        for shows in self.sinks():
            shows(echo)
