"""From the process that locks to the one that shows the Lock page.

Nothing cleans Python's and Qt's heaps but a new address space: after the store is closed the process is replaced by
itself (``os.execv``; on Windows by a successor). What crosses comes through an inherited pipe and names nothing of
the store; the profile's lock stays held all the while, so that no other process can slip in between.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import Final, NoReturn

from engagedesk.domain.away import AwayPolicy
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.ui.view_rows import LockReason

VARIABLE: Final = "ENGAGEDESK_CROSSING"
LIMIT: Final = 4096
HIGHEST: Final = 4096
"""File descriptors above this are none of ours."""
SUCCESSOR_WAIT_S: Final = 10.0


@dataclass(frozen=True, slots=True)
class Crossing:
    """All that crosses: why and when it was locked, since when a timer goes on, whether the window lay in the tray.

    ``away_since_utc``: the person is away since then, and the store says so; else the locked process watches whether
    they leave, by the rules that cross with it (``AwayPolicy``).
    """

    reason: LockReason
    locked_utc: int
    running_since_utc: int | None
    hidden: bool
    away_since_utc: int | None = None
    idle_after_s: int = 0
    on_screen_lock: bool = False
    on_sleep: bool = False
    short_s: int = 0

    @property
    def policy(self) -> AwayPolicy:
        return AwayPolicy(self.idle_after_s, self.on_screen_lock, self.on_sleep, self.short_s)


def arrived(paths: Profile) -> tuple[Crossing, ProfileLock] | None:
    """Return what the process before left for this one, and the lock taken over; None at an ordinary start.

    ``StoreError`` where the lock was lost on the way. The variable is removed: no child inherits it.
    """
    said = os.environ.pop(VARIABLE, None)
    if said is None:
        return None
    pipe, _, lock = said.partition(",")
    with open(_descriptor(pipe), "rb", closefd=True) as stream:
        fields = json.loads(stream.read(LIMIT))
    fields["reason"] = LockReason(fields["reason"])
    held = (
        ProfileLock.acquire(paths.lock, wait_s=SUCCESSOR_WAIT_S)
        if not lock
        else ProfileLock.adopt(paths.lock, int(lock))
    )
    return Crossing(**fields), held


def _descriptor(said: str) -> int:
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(int(said), os.O_RDONLY)
    return int(said)


def replace_process(crossing: Crossing, lock: ProfileLock) -> NoReturn:
    """Become a locked process. Call it last, with every window gone and every thread ended."""
    raw = json.dumps(asdict(crossing)).encode()
    if sys.platform == "win32":
        _succeed(raw, lock)
    reading, writing = os.pipe()
    os.write(writing, raw)
    os.close(writing)
    os.set_inheritable(reading, True)  # noqa: FBT003  # the call knows no keyword
    held = lock.keep_across_exec()
    _keep_only(reading, held)
    os.environ[VARIABLE] = f"{reading},{held}"
    os.execv(sys.executable, again())  # noqa: S606  # no shell is wanted


def again() -> list[str]:
    """Return the command line that started this process."""
    return [sys.executable, *sys.orig_argv[1:]]


def _keep_only(*descriptors: int) -> None:
    """Let every other open file end with this image: an X connection left open would leave its window standing."""
    for descriptor in range(3, min(HIGHEST, os.sysconf("SC_OPEN_MAX"))):
        if descriptor not in descriptors:
            with contextlib.suppress(OSError):
                os.set_inheritable(descriptor, False)  # noqa: FBT003


if sys.platform == "win32":

    def _succeed(raw: bytes, lock: ProfileLock) -> NoReturn:
        """Start a successor with a pipe as its standard input, give the lock up, and go."""
        import msvcrt

        reading, writing = os.pipe()
        os.set_inheritable(reading, True)  # noqa: FBT003
        os.write(writing, raw)
        os.close(writing)
        handle = msvcrt.get_osfhandle(reading)
        start = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        lock.release()
        subprocess.Popen(again(), close_fds=True, startupinfo=start, env=os.environ | {VARIABLE: f"{handle},"})
        os._exit(0)
