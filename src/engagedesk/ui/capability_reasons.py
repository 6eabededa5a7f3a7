"""Why a desktop tells less of the person than it could, and what to do: words for ``desktop/senses.py``."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

tr = QCoreApplication.translate


def reasons() -> dict[str, tuple[str, str]]:
    """Return why -> what it means, and what to do."""
    return {
        "idle.no_bus": (
            tr("Capability", "This session has no message bus, and no X server counts idle time."),
            tr("Capability", "Away time begins with sleep, which the clock shows. Log in to a whole desktop session."),
        ),
        "idle.no_libxss": (
            tr("Capability", "The library that reads the X server's idle count is missing."),
            tr("Capability", "Install libXss (Debian: libxss1) and start EngageDesk again."),
        ),
        "idle.not_told": (
            tr("Capability", "This desktop does not say how long nobody touched it."),
            tr("Capability", "Lock the screen when you leave, where that is told; sleep is noticed everywhere."),
        ),
        "idle.kde_wayland": (
            tr("Capability", "KDE on Wayland may always answer that you were just there."),
            tr("Capability", "Lock the screen when you leave: that is noticed at once. On X11 idle time works too."),
        ),
        "screen_lock.no_bus": (
            tr("Capability", "This session has no message bus that could tell of a locked screen."),
            tr("Capability", "Idle time and sleep still begin an away time."),
        ),
        "screen_lock.not_told": (
            tr("Capability", "Neither logind nor a screen saver tells whether the screen is locked."),
            tr("Capability", "Idle time and sleep still begin an away time."),
        ),
        "sleep.clock_only": (
            tr("Capability", "Sleep shows afterwards, by the clock; logind does not tell of it before."),
            tr("Capability", "Nothing is lost. The time asleep is asked about when you are back."),
        ),
        "presence.no_sign": (
            tr("Capability", "Nothing here shows whether you are in a call or a presentation."),
            tr("Capability", "After a long call without a touch, answer the question with Keep."),
        ),
        "presence.no_microphone": (
            tr("Capability", "Whether the microphone is in use cannot be seen."),
            tr("Capability", "Calls still show where their program keeps the screen awake."),
        ),
        "presence.no_kept_awake": (
            tr("Capability", "No service tells which programs keep the screen awake."),
            tr("Capability", "Calls still show by the microphone."),
        ),
        "presence.no_whole_screen": (
            tr("Capability", "Whether a window covers the whole screen cannot be seen on Wayland."),
            tr("Capability", "A presentation still shows where its program keeps the screen awake."),
        ),
    }
