"""Becomes a locked process and says what arrived there. Run by ``test_crossing.py``."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from engagedesk.errors import StoreInUse
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.ui import crossing
from engagedesk.ui.crossing import Crossing
from engagedesk.ui.view_rows import LockReason


def say(said: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(said) + "\n")
    sys.stdout.flush()


def _name(place: Path) -> str:
    try:
        return str(place.readlink())
    except OSError:
        # The folder's own descriptor is gone by now.
        return ""


def main() -> int:
    paths = Profile(Path(sys.argv[1]))
    arrived = crossing.arrived(paths)
    if arrived is None:
        lock = ProfileLock.acquire(paths.lock)
        left_open = os.open(paths.lock.parent / "left-open", os.O_CREAT | os.O_RDWR)
        os.set_inheritable(left_open, True)
        say({"pid": os.getpid()})
        crossing.replace_process(Crossing(LockReason.BY_HAND, 1_000, 600, hidden=True), lock)
    came, lock = arrived
    try:
        ProfileLock.acquire(paths.lock).release()
        free = True
    except StoreInUse:
        free = False
    names = [_name(place) for place in Path("/proc/self/fd").iterdir() if int(place.name) > 2]
    said: dict[str, object] = {
        "pid": os.getpid(),
        "reason": came.reason.value,
        "locked_utc": came.locked_utc,
        "running_since_utc": came.running_since_utc,
        "hidden": came.hidden,
        "free": free,
        "variable": os.environ.get(crossing.VARIABLE),
        "open": [name for name in names if "left-open" in name],
    }
    say(said)
    lock.release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
