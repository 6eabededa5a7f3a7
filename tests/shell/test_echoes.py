"""A typed line is echoed at once from what is known, also while the store is busy with the last commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.paths import Profile
from engagedesk.services.changes import Changes
from engagedesk.services.opening import Surroundings
from engagedesk.ui.controllers.echoes import Echoes
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.notifications import Notifier
from engagedesk.ui.intents import Understand
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.store_bridge import StoreBridge
from engagedesk.ui.tray import Tray
from engagedesk.ui.view_rows import Echo

DAY = date(2026, 11, 20)
ENTRY = Changes({"time_entry": frozenset({bytes(16)})})
SETTING = Changes({"setting": frozenset({bytes(16)})})


@dataclass
class Typist:
    echoes: Echoes
    bridge: StoreBridge
    heard: list[Echo] = field(default_factory=list)
    gate: Event = field(default_factory=Event)

    def type(self, text: str) -> None:
        self.echoes.understand(Understand(text, DAY))

    def keep_store_busy(self) -> None:
        self.bridge.ask(self.echoes, lambda _workspace: self.gate.wait(20))

    def texts(self) -> list[str]:
        return [echo.text for echo in self.heard]


@pytest.fixture
def typist(qtbot: QtBot, bridge: StoreBridge, around: Surroundings, profile: Profile, clock: Any) -> Iterator[Typist]:
    notifier = Notifier()
    window = MainWindow((), clock.now_s)
    qtbot.addWidget(window)
    shell = Shell(bridge, window, Tray(clock.now_s, parent=window), notifier, profile, around)
    heard: list[Echo] = []
    sinks: Callable[[], tuple[Callable[[Echo], None], ...]] = lambda: (heard.append,)  # noqa: E731
    made = Typist(Echoes(shell, lambda: ((), None), sinks=sinks, parent=window), bridge, heard)
    yield made
    made.gate.set()
    notifier.close()


def test_the_key_after_a_commit_is_echoed_while_the_store_is_still_busy(qtbot: QtBot, typist: Typist) -> None:
    typist.type("h")
    qtbot.waitUntil(lambda: typist.texts() == ["h"])
    typist.echoes.outdated(ENTRY)
    typist.keep_store_busy()
    typist.echoes.renew(wanted=False)
    typist.type("ha")
    assert typist.texts() == ["h", "ha"]
    typist.gate.set()
    qtbot.waitUntil(lambda: typist.texts() == ["h", "ha", "ha"])
    assert typist.echoes.fresh


def test_nothing_known_before_is_echoed_once_names_may_be_shown_otherwise(qtbot: QtBot, typist: Typist) -> None:
    typist.type("h")
    qtbot.waitUntil(lambda: typist.texts() == ["h"])
    typist.keep_store_busy()
    typist.echoes.outdated(SETTING)
    typist.type("ha")
    assert typist.texts() == ["h"]
    typist.gate.set()
    qtbot.waitUntil(lambda: typist.texts() == ["h", "ha"])


def test_where_no_line_was_ever_typed_a_commit_asks_the_store_for_nothing(typist: Typist) -> None:
    typist.echoes.outdated(ENTRY)
    typist.echoes.renew(wanted=False)
    typist.type("h")
    assert typist.texts() == []
