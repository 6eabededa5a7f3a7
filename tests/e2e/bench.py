"""A window to try a story's eyes and hands on: things that move, scroll, hide, drag, open menus, and sleep."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.where import Where

BAR_GOES_AFTER_MS = 1500


class Pad(QWidget):
    """Says in its name from where to where it was dragged, in tenths of itself, and how many places lay between."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Pad")
        self.setFixedHeight(100)
        self._from = ""
        self._seen: set[str] = set()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from, self._seen = self._tenths(event), set()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._seen.add(self._tenths(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setAccessibleName(f"Pad: {self._from} to {self._tenths(event)} over {len(self._seen) > 3}")

    def _tenths(self, event: QMouseEvent) -> str:
        place = event.position()
        return f"{round(10 * place.x() / self.width())},{round(10 * place.y() / self.height())}"


class Bench(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Bench")
        self.resize(500, 600)
        self.words = QLabel("Nothing yet")
        self.bar = QLabel("A bar that goes by itself")
        self.bar.setFixedHeight(60)
        QTimer.singleShot(BAR_GOES_AFTER_MS, self.bar.hide)
        self.sleepy = QPushButton("Sleepy")
        self.sleepy.clicked.connect(self._first_wakes_only)
        self.more = QPushButton("More")
        self.menu = QMenu(self)
        for words in ("First", "Second", "Third"):
            self.menu.addAction(words)
        self.menu.triggered.connect(lambda action: self.words.setText(f"Chosen: {action.text()}"))
        self.more.clicked.connect(lambda: self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft())))
        self.field = QLineEdit("old words")
        self.field.setAccessibleName("Word")
        column = QVBoxLayout(self)
        for widget in (self.words, self.bar, self.sleepy, self.more, self.field, Pad(), self._long_list()):
            column.addWidget(widget)

    def _long_list(self) -> QScrollArea:
        held = QWidget()
        rows = QVBoxLayout(held)
        for number in range(60):
            row = QPushButton(f"Row {number}")
            row.clicked.connect(lambda _=False, row=row: self.words.setText(f"Chosen: {row.text()}"))
            rows.addWidget(row)
        area = QScrollArea()
        area.setWidget(held)
        area.setWidgetResizable(True)
        return area

    def _first_wakes_only(self) -> None:
        self.words.setText("Awake" if self.words.text() == "Stirs" else "Stirs")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--where", type=Path)
    parser.add_argument("--profile", type=Path)
    wanted = parser.parse_args(argv)
    app = QApplication(["bench"])
    where = Where(wanted.where, parent=app)
    bench = Bench()
    bench.show()
    status = app.exec()
    where.close()
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
