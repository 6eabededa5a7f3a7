"""The window's process from its first line to its last: what it crossed with, the profile, the event loop."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QApplication

from engagedesk.app.program import Program
from engagedesk.app.screen import qt_start_in_words, require_screen
from engagedesk.app.tenure import Tenure
from engagedesk.errors import StoreError
from engagedesk.log import configure
from engagedesk.paths import Profile
from engagedesk.services.entering import Surroundings
from engagedesk.ui import crossing
from engagedesk.ui.crash import CrashNet
from engagedesk.ui.crossing import Crossing

FIRST_WAIT_S: Final = 5.0
"""A command in a terminal may hold the profile for a moment when the window starts."""


def run_window(paths: Profile, around: Surroundings, passphrase: str | None) -> int:
    """Show the window until it is closed, or raise the one that has the profile open already."""
    require_screen()
    crossed = crossing.arrived(paths)
    tenure = Tenure(paths)
    came_from: Crossing | None = None
    trouble: StoreError | None = None
    if crossed is not None:
        came_from, tenure.lock = crossed
    else:
        try:
            if not tenure.take(wait_s=FIRST_WAIT_S):
                return 0
        except StoreError as error:
            trouble = error
    with qt_start_in_words():
        app = QApplication.instance() or QApplication(["engagedesk"])
    assert isinstance(app, QApplication)  # noqa: S101  # Qt's instance() is typed as its base
    net = CrashNet(paths.crashes, around.clock)
    net.install()
    program = Program(app, paths, around, net=net, came_from=came_from)
    if trouble is None:
        configure(paths.logs)
        program.start(None if came_from else passphrase)
    else:
        program.start_in_trouble(trouble, tenure.take)
    try:
        status = app.exec()
    finally:
        program.end()
        net.restore()
    if program.leaves is not None and tenure.lock is not None:
        crossing.replace_process(program.leaves, tenure.lock)
    tenure.release()
    return status
