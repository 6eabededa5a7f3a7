"""Copies of a recovery key that a person takes: printed, saved, on the clipboard."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from engagedesk.errors import UserError
from engagedesk.ui.desktop.places import ask_new_file, writing
from engagedesk.ui.intents import RecoveryKeyTo


class KeyCopies(QObject):
    """Hands one key out in the way that was asked for. The key is held only as long as this lives."""

    failed = Signal(object)
    """A ``UserError``: the file could not be written."""
    kept = Signal(str, str)
    """What was done, and what comes of it, in words."""

    def __init__(self, groups: tuple[str, ...], window: QWidget, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups = groups
        self._window = window

    def keep(self, to: RecoveryKeyTo) -> None:
        if to is RecoveryKeyTo.CLIPBOARD:
            QGuiApplication.clipboard().setText("-".join(self._groups))
            self.kept.emit(self.tr("Copied"), self.tr("The clipboard is emptied when EngageDesk locks."))
        elif to is RecoveryKeyTo.FILE:
            self._ask_file()
        else:
            self._ask_printer()

    def _ask_file(self) -> None:
        name = "engagedesk-recovery-key.txt"
        ask_new_file(self._window, self.tr("Save the recovery key"), name=name, chosen=self._save)

    @Slot(str)
    def _save(self, name: str) -> None:
        path = Path(name)
        try:
            with writing(path):
                write_key(path, self._groups)
        except UserError as error:
            self.failed.emit(error)
            return
        self.kept.emit(self.tr("Saved: {file}").format(file=path.name), self.tr("Move it away from this computer."))

    def _ask_printer(self) -> None:
        # 25 ms and the system's printers: only when somebody prints.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        printer.setDocName("EngageDesk")
        dialog = QPrintDialog(printer, self._window)

        def draw() -> None:
            painter = QPainter(printer)
            draw_key(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)), self._groups, printer.resolution())
            painter.end()

        dialog.accepted.connect(draw)
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()


def write_key(path: Path, groups: tuple[str, ...]) -> None:
    """Write the key into a file that only its owner reads."""
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        if sys.platform != "win32":
            # A file that was there kept its own rights.
            os.fchmod(stream.fileno(), 0o600)
        stream.write("-".join(groups) + "\n")
        stream.flush()
        os.fsync(stream.fileno())


def draw_key(painter: QPainter, page: QRectF, groups: tuple[str, ...], dpi: int) -> None:
    """Draw the key on a page; ``dpi`` is the printer's."""
    inch = float(dpi)
    painter.setFont(QFont("Inter", 14))
    title = QRectF(page.x(), page.y() + inch, page.width(), inch * 0.5)
    painter.drawText(title, int(Qt.AlignmentFlag.AlignHCenter), "EngageDesk recovery key")
    painter.setFont(QFont("monospace", 22))
    rows = [groups[start : start + 4] for start in range(0, len(groups), 4)]
    for number, row in enumerate(rows):
        line = QRectF(page.x(), page.y() + inch * (2 + number * 0.6), page.width(), inch * 0.5)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignHCenter), "   ".join(row))
