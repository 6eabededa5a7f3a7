"""What a command line can ask of the window's program: the window itself, a smoke run, the timer's switch, pictures.

The composition root is ``program``; this package alone knows all floors.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from engagedesk.clock import SystemClock, system_ids
from engagedesk.paths import profile_at
from engagedesk.services.entering import Surroundings


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the command line asks of the window. ``profile`` None = the platform's data folder."""

    profile: Path | None = None
    passphrase_file: Path | None = None
    """Opens the store at the start; never after a lock."""
    smoke: bool = False
    toggle_timer: bool = False
    shots: Path | None = None
    json: bool = False
    """Print exactly one JSON document where something is printed at all."""


def run(options: WindowOptions, around: Surroundings | None = None) -> int:
    """Run the window, or what else was asked of its program, and return the exit status.

    ``around`` is injected by tests; None = this computer. ``EngageDeskError`` where it cannot be done.
    """
    from engagedesk.cli.passphrases import passphrase

    # Qt and the store's libraries come in only once it is known what is wanted.
    clock = SystemClock()
    around = around or Surroundings(clock=clock, new_id=system_ids(clock))
    paths = profile_at(options.profile)
    if options.smoke:
        from engagedesk.app.smoke import smoke

        status = smoke(around)
        if options.json:
            print(json.dumps({"ok": status == 0}))  # noqa: T201  # the command's answer
        return status
    secret = None if options.passphrase_file is None else passphrase(options.passphrase_file, asks=False)
    if options.toggle_timer:
        from engagedesk.app.toggle import toggle

        return toggle(paths, around, secret, as_json=options.json)
    if options.shots is not None:
        from engagedesk.app.shots import take_shots

        status = take_shots(paths, around, secret, folder=options.shots)
        if options.json:
            print(json.dumps({"folder": str(options.shots)}))  # noqa: T201  # the command's answer
        return status
    from engagedesk.app.bindings import leave_sources_unread

    leave_sources_unread()
    from engagedesk.app.run import run_window

    return run_window(paths, around, secret)
