"""A walk over every page and dialog of the gallery: names for assistive technology, and the keyboard's way around.

What the gallery draws is walked; whoever adds a page there has it walked too.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.widgets.button import Button
from tests.ui.flashes import Flashes
from tests.ui.gallery import all_shots
from tests.ui.shot import SMALL, Shot

SHOTS = {shot.name: shot for shot in all_shots() if not shot.name.endswith("-small")}
TAB = Qt.FocusPolicy.TabFocus
MOST = 400
"""More presses of Tab than any page has parts: a walk that does not come back by then is caught in a trap."""


@pytest.fixture(params=list(SHOTS))
def made(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, theme: ThemeSwitch) -> QWidget:
    """One page or dialog with its sample rows, shown; nothing of it was a window of its own meanwhile."""
    shot: Shot = SHOTS[request.param]
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    widget = shot.make()
    qapp.removeEventFilter(flashes)
    assert flashes.windows(but=widget) == [], "shown before it had found its place"
    widget.hide()
    qtbot.addWidget(widget)
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, on=False)
    widget.resize(QSize(1440, 900) if shot.size == SMALL else shot.size)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def in_reach(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def focusable(made: QWidget) -> list[QWidget]:
    return [w for w in made.findChildren(QWidget) if in_reach(w) and w.focusPolicy() & TAB and w.focusProxy() is None]


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name).strip()


def told(widget: QWidget) -> str:
    return f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"


def without_name(made: QWidget) -> list[str]:
    return [told(w) for w in focusable(made) if not name_of(w)]


def within_reach(button: QAbstractButton, made: QWidget) -> bool:
    """Whether Tab comes to its row, which has keys for it, or to one of its kind, from which arrow keys go on."""
    parent = button.parentWidget()
    while parent is not None and parent is not made:
        if parent.focusPolicy() & TAB:
            return True
        parent = parent.parentWidget()
    # The arrow keys go round in an exclusive group, wherever its buttons stand.
    group = button.group()
    if group is not None and group.exclusive():
        return any(one.focusPolicy() & TAB and in_reach(one) for one in group.buttons() if one is not button)
    beside = button.parentWidget()
    kin = beside.findChildren(type(button)) if beside is not None and type(button) is not QPushButton else []
    return any(one.focusPolicy() & TAB and in_reach(one) for one in kin if one is not button)


def only_by_mouse(made: QWidget) -> list[str]:
    buttons = [w for w in made.findChildren(QAbstractButton) if in_reach(w)]
    # Qt's own little buttons inside a field are actions of the field, which has a key for each.
    own = [w for w in buttons if not (isinstance(w, QToolButton) and isinstance(w.parentWidget(), QLineEdit))]
    return [told(w) for w in own if not (w.focusPolicy() & TAB or within_reach(w, made))]


def out_of_tabs_way(made: QWidget) -> list[str]:
    """Return what Tab does not come to, in a walk that ends where everything was seen and it began anew."""
    wanted = {w for w in focusable(made) if not isinstance(w, QRadioButton)}
    if not wanted:
        return []
    if not made.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus:
        made.activateWindow()
    first = made.focusWidget() or next(iter(wanted))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    seen: set[QWidget] = set()
    for _ in range(MOST):
        at = made.focusWidget()
        if at is None or (at in seen and wanted <= seen):
            break
        seen.add(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    walked = {type(w) for w in seen if hasattr(w, "walked")}
    # Rows among which the arrow keys walk need one of them on Tab's way.
    return [told(w) for w in wanted - seen if type(w) not in walked]


def test_all_has_a_name_a_way_by_keyboard_and_no_trap(made: QWidget) -> None:
    assert without_name(made) == []
    assert only_by_mouse(made) == []
    assert out_of_tabs_way(made) == []


def test_the_walk_finds_what_it_looks_for(qtbot: QtBot, theme: ThemeSwitch) -> None:
    bad = QWidget()
    qtbot.addWidget(bad)
    row = QHBoxLayout(bad)
    nameless, mouse_only, trap = QLineEdit(), QPushButton("Go"), QPlainTextEdit()
    mouse_only.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    behind = QPushButton("Behind")
    for widget in (nameless, mouse_only, trap, behind):
        row.addWidget(widget)
    with qtbot.waitExposed(bad):
        bad.show()
    assert "QLineEdit in QWidget" in without_name(bad)
    assert only_by_mouse(bad) == ["QPushButton in QWidget"]
    assert out_of_tabs_way(bad) == ["QPushButton in QWidget"]


def test_a_buttons_name_follows_its_words(qtbot: QtBot, theme: ThemeSwitch) -> None:
    plain, named = Button("Cancel"), Button("6", name="6 lines")
    for button in (plain, named):
        qtbot.addWidget(button)
    plain.setText("Close")
    named.setText("7")
    assert (name_of(plain), name_of(named)) == ("Close", "6 lines")
