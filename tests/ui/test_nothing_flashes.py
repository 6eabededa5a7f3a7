"""A part that is shown before it has found its place is a window of its own for a blink."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.widgets.showing import set_shown
from tests.ui.flashes import Flashes


@pytest.fixture
def flashes(qapp: QApplication) -> Iterator[Flashes]:
    heard = Flashes()
    qapp.installEventFilter(heard)
    yield heard
    qapp.removeEventFilter(heard)


def test_a_part_without_a_place_is_shown_with_what_it_comes_to_stand_in(
    qtbot: QtBot, theme: ThemeSwitch, flashes: Flashes
) -> None:
    above = QWidget()
    qtbot.addWidget(above)
    part, hidden = QLabel("part"), QLabel("hidden")
    set_shown(part, shown=False)
    set_shown(part, shown=True)
    set_shown(hidden, shown=False)
    assert flashes.windows() == []
    part.setParent(above)
    hidden.setParent(above)
    above.show()
    assert (part.isVisible(), hidden.isVisible()) == (True, False)
    set_shown(part, shown=False)
    set_shown(hidden, shown=True)
    assert (part.isVisible(), hidden.isVisible()) == (False, True)
