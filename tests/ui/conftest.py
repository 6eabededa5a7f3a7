"""The window's fixtures: one application in the light theme, pages with sample rows, and what they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.ui.intents import Intent
from engagedesk.ui.main_window import MainWindow
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.theme import ThemeMode, ThemeSwitch
from tests.ui.sample_rows import ENGAGEMENTS, NOW, RECENT, TODAY
from tests.ui.shot import window


@dataclass
class Asked(QObject):
    """Keeps every intention that a widget sent."""

    intents: list[Intent] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @Slot(object)
    def take(self, intent: Intent) -> None:
        self.intents.append(intent)

    def last(self) -> Intent:
        assert self.intents, "nothing was asked for"
        return self.intents[-1]

    def of(self, kind: type[Intent]) -> list[Intent]:
        return [intent for intent in self.intents if isinstance(intent, kind)]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeSwitch]:
    """The light theme; a test may switch it."""
    switch = ThemeSwitch(qapp, ThemeMode.LIGHT)
    yield switch
    switch.set_mode("light")
    switch.deleteLater()


@pytest.fixture
def asked() -> Asked:
    return Asked()


def shown(qtbot: QtBot, widget: QWidget, width: int = 1440, height: int = 900) -> None:
    """Show a widget and wait for it, so that focus and layout are real."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


@pytest.fixture
def today(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> TodayPage:
    """Today on the sample Friday."""
    page = TodayPage(lambda: NOW)
    page.intent.connect(asked.take)
    page.show_engagements(ENGAGEMENTS)
    page.show_recent(RECENT)
    page.show_view(TODAY)
    shown(qtbot, page, 1224, 844)
    return page


@pytest.fixture
def frame(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> MainWindow:
    """The whole window on Today."""
    made = window("today")
    made.intent.connect(asked.take)
    shown(qtbot, made)
    return made
