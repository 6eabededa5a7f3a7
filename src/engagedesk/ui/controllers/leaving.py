"""What is remembered when the person leaves while a timer runs: a quit by hand is no crash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from engagedesk.ui.view_rows import Left

if TYPE_CHECKING:
    from engagedesk.services.commands.firm import RememberView
    from engagedesk.services.queries.rows import RunningRow

KEY: Final = "timer.left"
_LOCKED: Final = "locked"
_CLOSED: Final = "closed"


def command(left: Left) -> RememberView:
    """Return the command that remembers it."""
    from engagedesk.services.commands.firm import RememberView

    how = _LOCKED if left.locked else _CLOSED
    return RememberView(KEY, f"{how} {left.at_utc} {bytes(left.entry_id).hex()}")


def forgotten() -> RememberView:
    """Return the command that takes the note away: the person is back, and what ends the program now is another end."""
    from engagedesk.services.commands.firm import RememberView

    return RememberView(KEY, "")


def read(text: str, running: RunningRow) -> Left | None:
    """Return how the person left this timer; None where they did not, or were seen again since."""
    parts = text.split()
    if len(parts) != 3 or parts[0] not in (_LOCKED, _CLOSED) or not parts[1].isdecimal():
        return None
    how, at_utc, entry = parts[0], int(parts[1]), parts[2]
    if entry != bytes(running.entry_id).hex() or at_utc < max(running.last_activity_utc, running.start_utc):
        return None
    return Left(running.entry_id, at_utc, how == _LOCKED)
