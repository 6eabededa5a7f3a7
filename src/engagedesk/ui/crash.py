"""The last net: an exception that nobody expected becomes a redacted report, a line in the log, and one dialog."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QMessageBox, QWidget

from engagedesk.clock import Clock
from engagedesk.log import Code, crash_report, write_crash_report
from engagedesk.ui.mailbox import Mailbox

log = logging.getLogger(__name__)

SERIOUS = frozenset({QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})


class CrashNet(QObject):
    """Installed once for the process; ``restore`` puts back what was there. Reports hold types and places only."""

    crashed = Signal(object)
    """The path of the report, or None where it could not be written; on the GUI thread."""

    def __init__(self, folder: Path, clock: Clock, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._clock = clock
        self.count = 0
        self.last_report = ""
        self._mailbox = Mailbox(parent=self)
        self._mailbox.arrived.connect(self.crashed)
        self._post = self._mailbox.post
        self._before: tuple[Any, Any, Any] | None = None

    def install(self) -> None:
        self._before = (sys.excepthook, threading.excepthook, qInstallMessageHandler(note_qt_message))
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def restore(self) -> None:
        if self._before is not None:
            sys.excepthook, threading.excepthook, handler = self._before
            qInstallMessageHandler(handler)
            self._before = None
            self._mailbox.close()

    @Slot(object)
    def catch(self, error: BaseException) -> None:
        """Report a bug; callable from any thread."""
        self.count += 1
        log.error("a bug", exc_info=error)
        path: Path | None
        try:
            path = write_crash_report(self._folder, error, when_s=self._clock.now_s())
        except OSError:
            path = None
        self.last_report = crash_report(error, when_s=self._clock.now_s())
        self._post.send(path)

    def _on_exception(self, kind: type[BaseException], error: BaseException, _trace: TracebackType | None, /) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, _trace)
            return
        self.catch(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs, /) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.catch(args.exc_value)


class CrashDialog(QMessageBox):
    """Says once that something went wrong, what is safe, and offers the report."""

    def __init__(self, report: str, *, copy: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self._copy = copy
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("EngageDesk: something went wrong"))
        self.setText(self.tr("Something went wrong that should not have."))
        self.setInformativeText(
            self.tr(
                "What you recorded is safe: everything is written before it is shown. You can go on; if something "
                "looks wrong, restart. The report names places in the program and no client."
            )
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)
        button = self.addButton(self.tr("Copy the report"), QMessageBox.ButtonRole.ActionRole)
        button.clicked.connect(self._on_copy)

    @Slot()
    def _on_copy(self) -> None:
        self._copy(self._report)


def note_qt_message(kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
    """Take one of Qt's messages into the log instead of onto the terminal; a handler for Qt to call."""
    # Qt's words may quote a path or a text shown: the category alone goes to the log.
    if kind in SERIOUS:
        log.warning("qt: %s %s", Code(kind.name), Code(context.category or "default"))
