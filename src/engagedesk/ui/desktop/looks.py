"""Looks at what this desktop can do, of adapters that do not answer for themselves. Slow ones belong in a worker."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from engagedesk.errors import EngageDeskError, KeyringUnavailable, StoreInUse
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.ui.controllers.messages import sentences, words_for
from engagedesk.ui.desktop.capability import Capability, CapabilityState

SERVICE: Final = "org.freedesktop.Notifications"
ANSWER_S: Final = 2.0


def tray(present: Callable[[], bool]) -> Capability:
    if present():
        return Capability("tray", CapabilityState.WORKS)
    return Capability("tray", CapabilityState.UNAVAILABLE, "tray.none")


def notifications() -> Capability:
    """Ask the session's bus for a notification service, running or startable; slow, for a worker."""
    if sys.platform != "linux":
        return Capability("notifications", CapabilityState.DEGRADED, "notifications.none")
    from jeepney import DBusAddress, DBusErrorResponse, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    bus_itself = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
    try:
        with open_dbus_connection(bus="SESSION") as bus:
            names: set[str] = set()
            for method in ("ListNames", "ListActivatableNames"):
                answer = bus.send_and_get_reply(new_method_call(bus_itself, method), timeout=ANSWER_S)
                names.update(answer.body[0])
    except (OSError, KeyError, ValueError, RuntimeError, DBusErrorResponse, TimeoutError):
        names = set()
    if SERVICE in names:
        return Capability("notifications", CapabilityState.WORKS)
    return Capability("notifications", CapabilityState.DEGRADED, "notifications.none")


def keyring(usable: Callable[[], KeyringSecrets]) -> Capability:
    """Ask for the desktop's keyring; slow, for a worker."""
    try:
        usable()
    except KeyringUnavailable as error:
        words = words_for(error)
        reason = sentences(words.title, words.detail)
        return Capability("keyring", CapabilityState.UNAVAILABLE, "keyring.none", {"reason": reason})
    return Capability("keyring", CapabilityState.WORKS)


def file_lock(folder: Path) -> Capability:
    """Try whether a lock in the profile's folder keeps a second holder out; writes there, for a worker."""
    try:
        with TemporaryDirectory(prefix=".lock-look-", dir=folder) as apart:
            first = ProfileLock.acquire(Path(apart) / "lock")
            try:
                ProfileLock.acquire(Path(apart) / "lock").release()
            except StoreInUse:
                return Capability("file_lock", CapabilityState.WORKS)
            finally:
                first.release()
    except (EngageDeskError, OSError):
        # A folder that cannot be written to says so elsewhere; here it only means that nothing is known.
        return Capability("file_lock", CapabilityState.DEGRADED, "file_lock.unknown")
    return Capability("file_lock", CapabilityState.UNAVAILABLE, "file_lock.none")
