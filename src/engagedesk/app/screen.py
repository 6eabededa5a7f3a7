"""A screen to open a window on, or words about why there is none: Qt itself would end the process by a signal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final, NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from engagedesk import wording
from engagedesk.errors import UserError

NEEDS_SCREEN: Final = frozenset({"", "xcb", "wayland"})


def require_screen(env: Mapping[str, str] = os.environ) -> None:
    """Return where a window can be shown; ``UserError`` (``window.no_screen``) where nothing says on which screen."""
    if sys.platform in ("win32", "darwin"):
        return
    wanted = env.get("QT_QPA_PLATFORM", "").partition(";")[0].partition(":")[0].partition("-")[0]
    if wanted in NEEDS_SCREEN and not env.get("DISPLAY") and not env.get("WAYLAND_DISPLAY"):
        raise UserError("window.no_screen")


@contextmanager
def qt_start_in_words() -> Iterator[None]:
    """Say what Qt found wrong while the application is made: it aborts, and no exception reaches us."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            _end(heard[0] if heard else words)
        if kind is not QtMsgType.QtInfoMsg:
            heard.append(words)

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _end(what: str) -> NoReturn:
    error = UserError("window.refused", what=" ".join(what.split()).rstrip("."))
    sys.stderr.write(f"error: {wording.describe(error).line()}\n")
    sys.stderr.flush()
    # The caller aborts as soon as this returns.
    os._exit(error.exit_status)
