"""Says where things are in the program's windows: for tests that then go there by mouse and keyboard, as a person does.

It runs inside the program (``tests/launcher.py --where SOCKET``) and only looks: whoever connects to the socket is
told once what is in sight, as one JSON document, and nothing can be said back. What a thing is called is what the
accessible tree calls it, so a story that cannot find a control has found a control without a name.

The document: ``life`` (another one after a lock has replaced the process), ``active`` (title of the window that has
the keyboard, "" = none of ours) and ``things``, in reading order of each window, windows before what is in them:

``kind``      window, button, field, choice, text, table and its cell, menu and its line, tab, item (of a painted
              view that tells assistive technology of its items), part (anything else that has a name)
``name``      as assistive technology hears it; of a cell its column's header ("" in a list), of a menu's line the
              words without keys
``text``      what it shows, where that is not its name: words of a field (bullets where they are hidden), of a cell
``window``    the X window that it is in, and ``title`` that window's title
``box``       left, top, width, height in pixels of that window: of the whole thing, in sight or not
``sight``     the same of the part that is not scrolled away or cut off; null = none of it
``scroller``  the part in sight of what it can be scrolled in; null = nothing scrolls it
``ready``     it is enabled, and neither a modal dialog, an open menu, nor another part of its window is before it
``focus``     it has the keyboard; of a cell or a menu's line: it is the current one of what has
``on``        it is ticked or pressed in
``row``       of a cell, from 0; null for all else
"""

from __future__ import annotations

import contextlib
import json
import secrets
import socket
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPoint, QRect, QSocketNotifier, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QAccessibleWidget,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

from engagedesk.ui.timeline.pane import TimePane

SEND_PATIENCE_S: Final = 5.0
ROWS_AT_MOST: Final = 200
DEEPEST: Final = 4
LIFE: Final = secrets.token_hex(4)
_KINDS: Final[tuple[tuple[type[QWidget], str], ...]] = (
    (QAbstractButton, "button"),
    (QLineEdit, "field"),
    (QAbstractSpinBox, "field"),
    (QTextEdit, "field"),
    (QPlainTextEdit, "field"),
    (QComboBox, "choice"),
    (QLabel, "text"),
    (QHeaderView, "part"),
    (QAbstractItemView, "table"),
    (QMenu, "menu"),
)
Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One thing; the module's docstring says what each field means."""

    kind: str
    name: str
    text: str
    window: int
    title: str
    box: Box
    sight: Box | None
    scroller: Box | None
    ready: bool
    focus: bool = False
    on: bool = False
    row: int | None = None


class Where(QObject):
    """Answers on a socket for as long as the application lives. Lives in the GUI thread."""

    def __init__(self, path: Path, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A process that was replaced by this one left its own behind.
        path.unlink(missing_ok=True)
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(path))
        self._door.listen()
        self._door.setblocking(False)
        self._notifier = QSocketNotifier(self._door.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._answer)

    @Slot()
    def _answer(self) -> None:
        with contextlib.suppress(OSError):
            asker, _ = self._door.accept()
            with asker:
                asker.settimeout(SEND_PATIENCE_S)
                asker.sendall(json.dumps(in_sight()).encode())

    def close(self) -> None:
        self._notifier.setEnabled(False)
        self._door.close()


def in_sight() -> dict[str, object]:
    """Return the document; in the GUI thread."""
    active = QApplication.activeWindow()
    things = [asdict(found) for window in _windows() for found in _Looking(window).all()]
    return {"life": LIFE, "active": "" if active is None else active.windowTitle(), "things": things}


def _windows() -> list[QWidget]:
    found = []
    for window in QApplication.topLevelWidgets():
        handle = window.windowHandle()
        if window.isVisible() and handle is not None and handle.isExposed():
            found.append(window)
    return found


class _Looking:
    """Looks through one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._id = int(window.winId())
        self._title = window.windowTitle()
        self._free = _is_free(window)
        # X counts pixels of the screen, Qt counts its own.
        self._scale = window.devicePixelRatioF()

    def all(self) -> Iterator[Found]:
        window = self._window
        if not isinstance(window, QMenu):
            yield self._thing("window", self._title, "", window.rect(), window, focus=window.isActiveWindow())
        yield from self._through(window)

    def _through(self, widget: QWidget) -> Iterator[Found]:
        if widget is not self._window or isinstance(widget, QMenu):
            found = self._widget(widget)
            # What has neither a name nor a use is a frame around something else.
            if found.kind != "part" or found.name or found.focus:
                yield found
        if isinstance(widget, QMenu):
            yield from self._lines(widget)
        elif isinstance(widget, QTabBar):
            yield from self._tabs(widget)
        elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            yield from self._cells(widget)
        elif isinstance(widget, TimePane):
            yield from self._bars(widget)
        else:
            yield from self._painted(widget)
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow() and child.isVisible():
                yield from self._through(child)

    def _widget(self, widget: QWidget) -> Found:
        kind = next((word for made, word in _KINDS if isinstance(widget, made)), "part")
        name, text = _name_of(widget), ""
        if isinstance(widget, QLineEdit):
            text = widget.displayText()
        elif isinstance(widget, QTextEdit | QPlainTextEdit):
            text = widget.toPlainText()
        elif isinstance(widget, QComboBox):
            text = widget.currentText()
        elif isinstance(widget, QLabel):
            text = widget.text()
        elif isinstance(widget, QAbstractButton):
            text = _plain(widget.text())
        on = isinstance(widget, QAbstractButton) and widget.isChecked()
        return self._thing(kind, name, text, widget.rect(), widget, focus=widget.hasFocus(), on=on)

    def _lines(self, menu: QMenu) -> Iterator[Found]:
        for action in menu.actions():
            if action.isVisible() and not action.isSeparator():
                yield self._thing(
                    "line", _plain(action.text().partition("\t")[0]), action.text().partition("\t")[2],
                    menu.actionGeometry(action), menu, focus=menu.activeAction() is action, on=action.isChecked(),
                    enabled=action.isEnabled(),
                )  # fmt: skip

    def _tabs(self, bar: QTabBar) -> Iterator[Found]:
        for at in range(bar.count()):
            if bar.isTabVisible(at):
                yield self._thing(
                    "tab", _plain(bar.tabText(at)), "", bar.tabRect(at), bar, on=bar.currentIndex() == at,
                    enabled=bar.isTabEnabled(at),
                )  # fmt: skip

    def _cells(self, view: QAbstractItemView) -> Iterator[Found]:
        model, port, root = view.model(), view.viewport(), view.rootIndex()
        if model is None:
            return
        index = view.indexAt(QPoint(1, 1))
        if not index.isValid() or isinstance(view, QListView):
            index = model.index(0, 0, root)
        # A list's model has no columns to ask for, and its items need not lie in the order of their rows.
        is_list = isinstance(view, QListView)
        columns = 1 if is_list else model.columnCount(root)
        if isinstance(view, QTreeView):
            yield from self._branches(view, index)
            return
        for row in range(index.row(), min(model.rowCount(root), index.row() + ROWS_AT_MOST)) if index.isValid() else ():
            for column in range(columns):
                cell = model.index(row, column, root)
                box = view.visualRect(cell)
                if box.top() > port.height() and not is_list:
                    return
                if not box.isEmpty():
                    yield self._cell(view, cell, box)

    def _branches(self, view: QTreeView, index: QModelIndex) -> Iterator[Found]:
        """Yield the cells of a tree as its rows lie below each other, whatever they hang on."""
        while index.isValid():
            for column in range(view.model().columnCount(index.parent())):
                cell = index.siblingAtColumn(column)
                box = view.visualRect(cell)
                if box.top() > view.viewport().height():
                    return
                if not box.isEmpty():
                    yield self._cell(view, cell, box)
            index = view.indexBelow(index)

    def _bars(self, pane: TimePane) -> Iterator[Found]:
        """Yield the bars of a plan under the names of what they are bars of: its tree speaks for them, not the pane."""
        if pane.arranged is None or pane.is_overview:
            return
        top = pane.header_px - pane.verticalScrollBar().value()
        for at in range(pane.bars.count):
            node = pane.arranged.nodes[int(pane.bars.node[at])]
            left, right = (round(pane.scale.x(float(ends[at]))) for ends in (pane.bars.start, pane.bars.end))
            y = round(top + int(pane.bars.row[at]) * pane.row_px)
            box = QRect(left, y, max(1, right - left), round(pane.row_px))
            on = pane.selected_row == int(pane.bars.row[at])
            yield self._thing("item", node.name, "", box, pane.viewport(), on=on)

    def _cell(self, view: QAbstractItemView, cell: QModelIndex, box: QRect) -> Found:
        header = view.model().headerData(cell.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        text = cell.data(Qt.ItemDataRole.DisplayRole) or cell.data(Qt.ItemDataRole.AccessibleTextRole)
        flags = view.model().flags(cell)
        return self._thing(
            "cell", "" if isinstance(view, QListView) else str(header or ""), str(text or ""), box, view.viewport(),
            focus=view.hasFocus() and view.currentIndex() == cell,
            on=cell.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked,
            enabled=bool(flags & Qt.ItemFlag.ItemIsEnabled), row=cell.row(),
        )  # fmt: skip

    def _painted(self, widget: QWidget) -> Iterator[Found]:
        """Yield the items of a painted view that tells assistive technology about them."""
        said = QAccessible.queryAccessibleInterface(widget)
        # Qt's own kind speaks of widgets only, and those are looked at one by one.
        if said is not None and not isinstance(said, QAccessibleWidget):
            yield from self._items(said, widget, depth=0)

    def _items(self, said: QAccessibleInterface, widget: QWidget, *, depth: int) -> Iterator[Found]:
        for at in range(said.childCount()):
            item = said.child(at)
            if item is None or isinstance(item.object(), QWidget) or item.state().invisible:
                continue
            # Items know their place on the screen.
            box = QRect(widget.mapFromGlobal(item.rect().topLeft()), item.rect().size())
            state = item.state()
            yield self._thing(
                "item", item.text(QAccessible.Text.Name), item.text(QAccessible.Text.Value), box, widget,
                focus=bool(state.focused), on=bool(state.selected) or bool(state.checked),
                enabled=not state.disabled,
            )  # fmt: skip
            if depth < DEEPEST:
                yield from self._items(item, widget, depth=depth + 1)

    def _thing(
        self, kind: str, name: str, text: str, box: QRect, of: QWidget, *, focus: bool = False, on: bool = False,
        enabled: bool = True, row: int | None = None,
    ) -> Found:  # fmt: skip
        seen = _uncovered(of) & box
        scroller = _scroller_of(of)
        return Found(
            kind=kind,
            name=name,
            text="" if text == name else text,
            window=self._id,
            title=self._title,
            box=self._in_window(box, of),
            sight=None if seen.isEmpty() else self._in_window(seen, of),
            scroller=None if scroller is None else self._in_window(_uncovered(scroller), scroller),
            ready=self._free and enabled and of.isEnabled() and not self._covered(of, seen),
            focus=focus,
            on=on,
            row=row,
        )

    def _covered(self, of: QWidget, seen: QRect) -> bool:
        """Return whether something else of the window, a callout say, lies over the middle of what is in sight."""
        if seen.isEmpty() or of is self._window:
            return False
        over = self._window.childAt(of.mapTo(self._window, seen.center()))
        return over is not None and over != of and not of.isAncestorOf(over) and not over.isAncestorOf(of)

    def _in_window(self, box: QRect, of: QWidget) -> Box:
        corner = of.mapTo(self._window, box.topLeft())
        left, top, width, height = (round(n * self._scale) for n in (corner.x(), corner.y(), box.width(), box.height()))
        return left, top, width, height


def _is_free(window: QWidget) -> bool:
    """Return whether the mouse reaches a window: no modal dialog and no open menu stands before it."""
    popup = QApplication.activePopupWidget()
    if popup is not None and window is not popup and not isinstance(window, QMenu):
        return False
    modal = QApplication.activeModalWidget()
    if modal is None or popup is not None:
        return True
    over: QWidget | None = window
    while over is not None:
        if over is modal:
            return True
        over = over.parentWidget()
    return False


def _uncovered(widget: QWidget) -> QRect:
    """Return the part of a widget that is neither scrolled away nor cut off, nor painted over by a neighbour."""
    if not any(isinstance(child, QWidget) for child in widget.children()):
        return widget.visibleRegion().boundingRect()
    # Of a widget with others in it Qt takes their region off its own; here they count as part of it.
    part, within = widget.rect(), widget
    while not within.isWindow():
        parent = within.parentWidget()
        if parent is None:
            break
        part &= QRect(widget.mapFrom(parent, QPoint(0, 0)), parent.size())
        within = parent
    return part


def _scroller_of(widget: QWidget) -> QWidget | None:
    """Return the viewport that a widget is scrolled in."""
    within: QWidget | None = widget
    while within is not None and not within.isWindow():
        parent = within.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is within:
            bar = parent.verticalScrollBar()
            if bar.maximum() > bar.minimum():
                return within
        within = parent
    return None


def _name_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and not widget.accessibleName():
        return _plain(widget.text()) if widget.buddy() is not None else widget.text()
    said = QAccessible.queryAccessibleInterface(widget)
    return "" if said is None else said.text(QAccessible.Text.Name)


def _plain(text: str) -> str:
    """Return a label as it is read: without the mark of a key."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
