"""Builders for tests of the shell: a small store behind a bridge, and the whole program without a screen."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engagedesk.app.crew import Crew
from engagedesk.app.program import Program
from engagedesk.domain.ids import EngagementId, IdSource
from engagedesk.domain.states import ServiceLine
from engagedesk.errors import KeyringUnavailable
from engagedesk.models.key_derivation import KdfPolicy
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services.commands.engagements import (
    AddClient,
    AddCode,
    AddEngagement,
    ClientFacts,
    CodeFacts,
    EngagementFacts,
)
from engagedesk.services.opening import ByPassphrase, Surroundings, create, open_profile
from engagedesk.services.workspace import Workspace
from engagedesk.ui.crash import CrashNet
from engagedesk.ui.crossing import Crossing
from engagedesk.ui.store_bridge import StoreBridge
from tests.fake_clock import FakeClock

PASSPHRASE = "harbour lantern quartz meadow"
NAMES = (("Harrowgate Foods plc", "Group audit", "410118-10"), ("Lanternbank", "ISAE 3402", "520044-01"))


class Owner(QObject):
    """An asker that keeps what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    @Slot(object)
    def hear(self, answer: object) -> None:
        self.heard.append(answer)


def no_keyring() -> KeyringSecrets:
    raise KeyringUnavailable("keyring.none")


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """What a test leaves of Qt goes in this thread, never in the store thread of a later test (``ui/collector.py``)."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def around(clock: FakeClock, ids: IdSource, kdf_policy: KdfPolicy) -> Surroundings:
    return Surroundings(clock=clock, new_id=ids, policy=kdf_policy, keyring=no_keyring, who="tester")


def fill(workspace: Workspace) -> tuple[EngagementId, ...]:
    """Add two engagements with a code each."""
    made = []
    for name, title, code in NAMES:
        client = workspace.execute(AddClient(ClientFacts(name))).result
        engagement = workspace.execute(AddEngagement(client, EngagementFacts(title, ServiceLine.AUDIT))).result
        workspace.execute(AddCode(engagement, CodeFacts(code)))
        made.append(engagement)
    return tuple(made)


@pytest.fixture
def made(profile: Profile, around: Surroundings) -> Profile:
    """A profile with a filled store that nobody has open."""
    created = create(profile, PASSPHRASE, around, with_keyring=False)
    fill(created.workspace)
    created.workspace.close()
    return profile


@pytest.fixture
def opener(made: Profile, around: Surroundings) -> Callable[[], Workspace]:
    return lambda: open_profile(made, ByPassphrase(PASSPHRASE), around)


@pytest.fixture
def bridge(qtbot: QtBot, opener: Callable[[], Workspace]) -> Iterator[StoreBridge]:
    """An open store's bridge."""
    bridge = StoreBridge(opener)
    with qtbot.waitSignal(bridge.opened):
        bridge.start()
    yield bridge
    bridge.wait_closed()


@dataclass
class Started:
    """A program without a screen, and the waiting that its tests need."""

    program: Program
    qtbot: QtBot
    lock: ProfileLock

    def end(self) -> None:
        """End it as a person does who means to come back: its store closes, and its profile is free."""
        self.program.end()
        self.lock.release()

    @property
    def crew(self) -> Crew:
        crew = self.program.crew
        assert crew is not None
        return crew

    def open(self) -> None:
        with self.qtbot.waitSignal(self.program.doorway.opened):
            self.program.start(PASSPHRASE)
        self.until_shown()

    def until_shown(self) -> None:
        desk = self.program.desk
        assert desk is not None
        if desk.today is None:
            self.qtbot.waitUntil(lambda: desk.today is not None)


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, around: Surroundings) -> Iterator[Callable[..., Started]]:
    """Return what builds a program on a profile; it is ended with the test."""
    programs: list[tuple[Program, ProfileLock]] = []

    def build(paths: Profile, came_from: Crossing | None = None) -> Started:
        lock = ProfileLock.acquire(paths.lock)
        net = CrashNet(paths.crashes, around.clock)
        program = Program(qapp, paths, around, net=net, came_from=came_from)
        programs.append((program, lock))
        return Started(program, qtbot, lock)

    yield build
    for program, lock in programs:
        program.end()
        lock.release()
