"""Hostile input in every field of every page and dialog of the gallery, ended by Enter and by leaving it.

Whoever adds a page there has its fields fed too. That a form answers with words is ``test_forms.py``'s; here nothing
may break, hang, or grow out of its window.
"""

from __future__ import annotations

from typing import Final

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from engagedesk.ui.theme import ThemeSwitch
from tests.ui.gallery import all_shots
from tests.ui.hostile import HOSTILE
from tests.ui.shot import Shot

SHOTS: Final = {
    shot.name: shot for shot in all_shots() if not shot.name.endswith("-small") and not shot.name.startswith("form-")
}
_FED: set[tuple[str, ...]] = set()
"""The frame's fields stand in every page: each is fed once."""


def place(field: QWidget) -> tuple[str, ...]:
    names = [type(field).__name__, field.accessibleName(), field.objectName()]
    above = field.parentWidget()
    while above is not None:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return tuple(names)


def fields(made: QWidget) -> list[QLineEdit | QPlainTextEdit]:
    found: list[QLineEdit | QPlainTextEdit] = [*made.findChildren(QLineEdit), *made.findChildren(QPlainTextEdit)]
    return [one for one in found if one.isVisible() and one.isEnabled() and not one.isReadOnly()]


@pytest.mark.parametrize("name", list(SHOTS))
def test_no_field_breaks_on_what_it_is_given(name: str, qtbot: QtBot, theme: ThemeSwitch) -> None:
    shot: Shot = SHOTS[name]
    made = shot.make()
    made.hide()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
    made.resize(shot.size.expandedTo(made.minimumSizeHint()))
    with qtbot.waitExposed(made):
        made.show()
    size = QSize(made.size())
    for field in fields(made):
        if place(field) in _FED:
            continue
        _FED.add(place(field))
        for text in HOSTILE:
            if not made.isVisible():
                # Enter answered the dialog: that is its right.
                return
            if not field.isVisible() or not field.isEnabled():
                break
            field.setFocus()
            if isinstance(field, QLineEdit):
                field.setText(text)
                field.textEdited.emit(field.text())
                QTest.keyClick(field, Qt.Key.Key_Return)
            else:
                field.setPlainText(text)
            QTest.keyClick(field, Qt.Key.Key_Tab)
        assert made.width() <= size.width(), "what is typed does not widen the window"


@pytest.mark.parametrize(
    ("name", "some"),
    [
        ("today", "Quick entry"),
        ("today", "Search or run a command"),
        ("timesheet-day", "Narrative"),
        ("timesheet-week", "Add a row: engagement, code or a few letters"),
        ("settings-time", "Away after"),
        ("timesheet-awaiting", "Code"),
    ],
)
def test_the_fields_are_found(name: str, some: str, qtbot: QtBot, theme: ThemeSwitch) -> None:
    made = SHOTS[name].make()
    made.hide()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
    made.resize(SHOTS[name].size)
    with qtbot.waitExposed(made):
        made.show()
    assert some in [field.accessibleName() for field in fields(made)]
