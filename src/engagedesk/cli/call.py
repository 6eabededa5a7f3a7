"""One command on its way: what was asked, where it may act, and what it answers."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

from engagedesk.domain.days import WorkDays, zone_named
from engagedesk.services import rules
from engagedesk.services.opening import Surroundings
from engagedesk.services.workspace import Workspace

T = TypeVar("T")


class Door(Protocol):
    """The way to the open store."""

    def do(self, work: Callable[[Workspace], T]) -> T:
        """Run ``work`` in the store thread and return what it answers."""

    def reading(self) -> AbstractContextManager[object]:
        """Hold the read-only connection for as long as the context lasts."""


class OwnDoor:
    """The store that this process opened: its only thread is the store thread."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def do(self, work: Callable[[Workspace], T]) -> T:
        return work(self._workspace)

    def reading(self) -> AbstractContextManager[object]:
        return nullcontext()


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command answers: a document for ``--json``, the same in a person's words, and how it went."""

    document: Any
    text: str
    status: int = 0
    remarks: tuple[str, ...] = field(default=())
    """Lines for standard error: what was done besides, what to look at."""


@dataclass(frozen=True, slots=True)
class Call:
    """What a command's function is given."""

    options: argparse.Namespace
    text: str | None
    door: Door
    around: Surroundings
    cwd: Path
    width: int | None
    """Columns of the terminal; None = no terminal, cut nothing."""
    progress: Callable[[int, int], None]
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def now_utc(self) -> int:
        return self.around.clock.now_s()

    @property
    def zone(self) -> str:
        return self.around.clock.zone_name()

    def path(self, name: str) -> Path:
        """Return a file that was named relative to where the person stands."""
        return self.cwd / Path(name).expanduser()

    def place(self) -> Place:
        """Return the person's place and the work day it is there."""
        zone, now_utc = zone_named(self.zone), self.now_utc
        days = self.door.do(lambda workspace: workspace.read(rules.work_days))
        return Place(zone, days, days.day_of(now_utc, zone))


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is: the zone, when work days start there, and which one it is."""

    zone: ZoneInfo
    work_days: WorkDays
    today: date
