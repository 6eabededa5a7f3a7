"""From a row of the reconciliation to the command that settles it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from engagedesk.domain.ids import EntryId
from engagedesk.domain.reconciliation import Action, Reason, ReconciledRow
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.handover import AcceptDifference, MarkPosted
from engagedesk.services.commands.time import AddEntry, RecodeEntries, Target, Work
from engagedesk.services.commands.weeks import ReturnEntries


def settle_command(
    row: ReconciledRow, *, zone: str, now_utc: int, reason: str = "", note: str = ""
) -> Command[Any] | None:
    """Return the command of a row's action; None where it is not the store that changes (a line is typed there).

    ``reason`` is kept with entries that are reopened, ``note`` with an accepted difference.
    """
    match row.action:
        case Action.MARK_POSTED:
            return MarkPosted(row.entries, now_utc)
        case Action.BOOK_HERE:
            target = Target(row.there_engagement if row.there_code is None else None, row.there_code)
            work = Work(target, narrative=row.narrative if not row.worked_s else "")
            return AddEntry(work, zone=zone, now_utc=now_utc, day=row.key.day, seconds=row.recorded_s - row.worked_s)
        case Action.REOPEN_HERE:
            return ReturnEntries(row.entries, reason, now_utc)
        case Action.CHOOSE_CODE if row.there_code is not None and row.there is not None:
            return RecodeEntries(row.entries, row.there_code, now_utc, reason)
        case Action.ACCEPT:
            return accept_command(row, note, now_utc=now_utc)
        case _:
            return None


def accept_command(row: ReconciledRow, note: str, *, now_utc: int) -> AcceptDifference:
    """Return the command that accepts a difference as it stands, whatever its own action is."""
    if not row.differs:
        raise UserError("reconcile.changed")
    return AcceptDifference(row.key.day, row.key.code, row.worked_s, row.recorded_s, note, now_utc)


def posted_there(rows: Iterable[ReconciledRow]) -> tuple[EntryId, ...]:
    """Return the entries of all rows that agree with posted lines of the firm's system."""
    found = (e for row in rows if row.reason is Reason.POSTED for e in row.entries)
    return tuple(dict.fromkeys(found))
