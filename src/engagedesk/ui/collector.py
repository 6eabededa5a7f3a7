"""Keeps Python's cyclic garbage collector in the GUI thread.

Python collects in whichever thread happens to allocate. A page or dialog that went in a cycle would then be destroyed
in the store thread: its destructor holds a mutex of Qt's and asks for Python's lock, while the GUI thread destroys
something too, holds the lock and asks for the mutex. Seen as a program that stands still for ever, once in about
thirty starts of the tests.
"""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer, Slot

LOOK_EVERY_MS = 1_000
SETTLED_MS = 30_000
"""After the start's own work: the first backup, the first looks at budgets and dates."""


class Collector(QObject):
    """Switches automatic collection off and collects from a timer, by the same thresholds."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        if not self._was_on:
            # What the imports made stays. The first collection, with the window on the screen, is short without it.
            gc.freeze()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(give_back)

    @property
    def looks(self) -> bool:
        return self._timer.isActive()

    @Slot()
    def begin(self) -> None:
        """Begin to look, after a start whose objects stay: they are not walked again."""
        if self.looks:
            return
        if not self._was_on:
            gc.collect()
            gc.freeze()
        self._timer.start()
        self._settled.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Look no more. Where collection was on before, it is on again, once what is left has gone in this thread."""
        self._timer.stop()
        self._settled.stop()
        if self._was_on:
            gc.collect()
            gc.enable()
            self._was_on = False


def give_back() -> None:
    """Give the system what the start used and freed: glibc keeps it, several megabytes of it."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:  # musl has none
        trim(0)
