"""What an end-to-end story is told: only what a person could see and press is within reach."""

from __future__ import annotations

import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.e2e.sight import Sight
from tests.where import Where, in_sight


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    window.setWindowTitle("Bench")
    window.resize(400, 300)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    yield window
    window.hide()


def look(qtbot: QtBot, window: QWidget) -> Sight:
    """Show a window and look at it."""
    with qtbot.waitExposed(window):
        window.show()
    return seen()


def seen() -> Sight:
    return Sight.read(json.loads(json.dumps(in_sight())))


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)


def test_a_button_is_found_by_its_words_without_the_mark_of_its_key(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("&Save")
    put(window, button)
    found = look(qtbot, window).one("Save")
    assert found is not None
    assert found.reachable
    assert (found.kind, found.title) == ("button", "Bench")
    middle = button.mapTo(window, button.rect().center())
    assert QPoint(*found.spot()).x() == pytest.approx(middle.x(), abs=1)
    assert QPoint(*found.spot()).y() == pytest.approx(middle.y(), abs=1)


def test_what_is_hidden_is_not_found(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("Save")
    put(window, button)
    look(qtbot, window)
    button.hide()
    assert seen().one("Save") is None


def test_what_is_disabled_is_found_but_not_within_reach(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("Save")
    button.setEnabled(False)
    put(window, button)
    found = look(qtbot, window).one("Save")
    assert found is not None
    assert not found.reachable


def test_what_stands_behind_a_modal_dialog_is_not_within_reach(qtbot: QtBot, window: QWidget) -> None:
    put(window, QPushButton("Behind"))
    look(qtbot, window)
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(QPushButton("Before"))
    dialog.setModal(True)
    with qtbot.waitExposed(dialog):
        dialog.open()
    behind, before = seen().one("Behind"), seen().one("Before")
    assert behind is not None
    assert before is not None
    assert (behind.reachable, before.reachable) == (False, True)
    dialog.close()
    again = seen().one("Behind")
    assert again is not None
    assert again.reachable


def test_what_is_scrolled_away_is_out_of_sight_and_says_what_scrolls_it(qtbot: QtBot, window: QWidget) -> None:
    held = QWidget()
    column = QVBoxLayout(held)
    for number in range(40):
        column.addWidget(QPushButton(f"Row {number}"))
    area = QScrollArea()
    area.setWidget(held)
    put(window, area)
    there = look(qtbot, window)
    first, last = there.one("Row 0"), there.one("Row 39")
    assert first is not None
    assert last is not None
    assert first.reachable
    assert last.sight is None
    assert last.scroller is not None
    assert last.box[1] > last.scroller[1] + last.scroller[3]
    area.ensureWidgetVisible(held.findChildren(QPushButton)[-1])
    last = seen().one("Row 39")
    assert last is not None
    assert last.reachable


def test_what_lies_under_a_callout_is_not_within_reach(qtbot: QtBot, window: QWidget) -> None:
    button = QPushButton("Under")
    put(window, button)
    look(qtbot, window)
    callout = QWidget(window)
    callout.setGeometry(window.rect())
    callout.show()
    under = seen().one("Under")
    assert under is not None
    assert not under.reachable
    callout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    under = seen().one("Under")
    assert under is not None
    assert under.reachable, "the mouse goes through it"


def test_a_field_has_the_name_of_its_label_and_the_words_typed_and_a_hidden_one_only_bullets(
    qtbot: QtBot, window: QWidget
) -> None:
    form = QWidget()
    rows = QFormLayout(form)
    name, secret = QLineEdit("Kestrel"), QLineEdit("meadow")
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    rows.addRow("&Name", name)
    rows.addRow("&Secret", secret)
    put(window, form)
    there = look(qtbot, window)
    named, hidden = there.one("Name"), there.one("Secret")
    assert named is not None
    assert hidden is not None
    assert (named.kind, named.text) == ("field", "Kestrel")
    assert len(hidden.text) == len("meadow")
    assert not re.search(r"\w", hidden.text)


def test_cells_have_their_columns_header_their_row_and_their_words(qtbot: QtBot, window: QWidget) -> None:
    model = QStandardItemModel(2, 0, window)
    model.appendColumn([QStandardItem("a"), QStandardItem("b")])
    model.appendColumn([QStandardItem("1:00"), QStandardItem("2:00")])
    model.setHorizontalHeaderLabels(["What", "Hours"])
    table = QTableView()
    table.setModel(model)
    put(window, table)
    there = look(qtbot, window)
    cell = there.one("Hours", kind="cell", row=1)
    assert cell is not None
    assert cell.text == "2:00"
    viewport = table.viewport()
    place = viewport.mapFrom(window, QPoint(*cell.spot()))
    assert table.indexAt(place) == model.index(1, 1)
    # The same cell by what it says.
    assert there.one("2:00", kind="cell") == cell


def test_an_open_menu_is_all_that_is_within_reach(qtbot: QtBot, window: QWidget) -> None:
    put(window, QPushButton("Behind"))
    look(qtbot, window)
    menu = QMenu(window)
    menu.addAction("Save as &CSV…\tCtrl+S")
    menu.addAction("Never").setEnabled(False)
    menu.popup(window.mapToGlobal(QPoint(0, 0)))
    qtbot.waitUntil(lambda: bool(seen().menu))
    there = seen()
    assert [(line.name, line.text, line.reachable) for line in there.menu] == [
        ("Save as CSV…", "Ctrl+S", True),
        ("Never", "", False),
    ]
    behind = there.one("Behind")
    assert behind is not None
    assert not behind.reachable
    menu.setActiveAction(menu.actions()[0])
    assert [line.focus for line in seen().menu] == [True, False]
    menu.close()


def test_of_a_button_and_its_label_the_button_is_meant_and_of_two_buttons_none(qtbot: QtBot, window: QWidget) -> None:
    put(window, QLabel("Import"))
    put(window, QPushButton("Import"))
    there = look(qtbot, window)
    found = there.one("Import")
    assert found is not None
    assert found.kind == "button"
    another = QPushButton("Import")
    put(window, another)
    another.show()
    with pytest.raises(AssertionError, match="which of them"):
        seen().one("Import")


def test_of_two_the_one_beside_something_is_found(qtbot: QtBot, window: QWidget) -> None:
    for words in ("First name", "Edit", "Between", "Second name", "Edit"):
        put(window, QPushButton(words))
    there = look(qtbot, window)
    first, second = there.one("Edit", beside="First name"), there.one("Edit", beside="Second name")
    assert first is not None
    assert second is not None
    assert first.box[1] < second.box[1]


def test_a_pattern_finds_what_changes_with_the_clock(qtbot: QtBot, window: QWidget) -> None:
    put(window, QPushButton("End at 10:01"))
    assert look(qtbot, window).one(re.compile("End at 10:..")) is not None


def test_whoever_connects_is_told_what_is_in_sight(qtbot: QtBot, window: QWidget, tmp_path: Path) -> None:
    put(window, QPushButton("Save"))
    look(qtbot, window)
    path = tmp_path / "where"
    path.write_text("left behind by the process before")
    where = Where(path, parent=window)
    try:
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(path))
            line.setblocking(False)
            said = bytearray()
            qtbot.waitUntil(lambda: _ended(line, said))
        told = Sight.read(json.loads(said))
        assert told.one("Save") is not None
        assert told.life == seen().life
    finally:
        where.close()


def _ended(line: socket.socket, said: bytearray) -> bool:
    try:
        part = line.recv(1 << 20)
    except BlockingIOError:
        return False
    said += part
    return not part


def test_the_keyboard_is_where_the_focus_is(qtbot: QtBot, window: QWidget) -> None:
    field = QLineEdit()
    field.setAccessibleName("Quick entry")
    put(window, QPushButton("Save"))
    put(window, field)
    look(qtbot, window)
    window.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: seen().focus is not None)
    focus = seen().focus
    assert focus is not None
    assert focus.name == "Quick entry"
