"""A process that has a profile open as a window does: it says "open", then serves until its standard input ends.

``open_window.py PROFILE PASSPHRASE [locked]``
"""

from __future__ import annotations

import sys
from pathlib import Path

from engagedesk.cli.window import run_in_window
from engagedesk.errors import StoreLocked
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services.handover import HandoverServer, Request, Writer
from engagedesk.services.opening import ByPassphrase, open_profile
from engagedesk.services.store_thread import StoreThread
from tests.cli.launcher import surroundings


def main(folder: str, passphrase: str, state: str = "open") -> None:
    around = surroundings()
    profile = Profile(Path(folder))
    with ProfileLock.acquire(profile.lock):
        store = StoreThread(lambda: open_profile(profile, ByPassphrase(passphrase), around))

        def serve(request: Request, writer: Writer) -> int:
            if state == "locked":
                raise StoreLocked("store.locked")
            if request.kind == "raise":
                sys.stdout.write("raised\n")
                sys.stdout.flush()
                return 0
            return run_in_window(request, writer, submit=store.submit, around=around)

        store.start()
        store.opened.result()
        server = HandoverServer(profile, serve)
        server.start()
        sys.stdout.write("open\n")
        sys.stdout.flush()
        sys.stdin.read()
        server.stop()
        store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
