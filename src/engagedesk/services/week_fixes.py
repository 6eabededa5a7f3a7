"""From a fix of the week check to the command that does it."""

from __future__ import annotations

from typing import Any

from sqlalchemy.orm import Session

from engagedesk.domain import week_fixes as fixes
from engagedesk.domain.quick_entry import QuickMode
from engagedesk.domain.states import EntrySource
from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.services.commands.room import MakeRoom
from engagedesk.services.commands.time import (
    AddEntry,
    DeleteEntry,
    EditEntry,
    EntryEdit,
    RecodeEntries,
    StopTimer,
    Target,
    Work,
)
from engagedesk.services.quick import quick_desk, read_line, target_of


def fix_command(session: Session, fix: fixes.Fix, text: str, *, zone: str, now_utc: int) -> Command[Any]:
    """Return the command of a fix; ``text`` is what the person typed over the proposal, "" = as proposed.

    ``UserError`` where the text names nothing, and for what is no change at all (``Leave``, ``LookAt``).
    """
    match fix:
        case fixes.FillGap(span, place, target, narrative):
            return AddEntry(_work(target, narrative), zone=place, now_utc=now_utc, span=span, source=EntrySource.FILL)
        case fixes.MakeRoom(entry, version, span):
            return MakeRoom(entry, span, now_utc, version)
        case fixes.RemoveEntry(entry, version):
            return DeleteEntry(entry, version)
        case fixes.Narrate(entry, version, proposed):
            return EditEntry(entry, EntryEdit(narrative=text or proposed), now_utc, version)
        case fixes.NameActivity(entry, version, proposed):
            return EditEntry(entry, EntryEdit(activity=text or proposed), now_utc, version)
        case fixes.Recode(entries, candidate):
            if text or candidate is None or candidate.code is None:
                return RecodeEntries(entries, _named(session, text, zone=zone, now_utc=now_utc), now_utc)
            return RecodeEntries(entries, candidate.code, now_utc)
        case fixes.BookHours(day, seconds, target):
            return AddEntry(
                _work(target), zone=zone, now_utc=now_utc, day=day, seconds=seconds, source=EntrySource.FILL
            )
        case fixes.StopNow():
            return StopTimer(now_utc)
        case fixes.EndNow(entry, version, end_utc):
            return EditEntry(entry, EntryEdit(end_utc=end_utc), now_utc, version)
        case _:
            raise UserError("fix.nothing_to_do")


def _work(target: fixes.Candidate, narrative: str = "") -> Work:
    return Work(Target(target.engagement, target.code, target.task), narrative=narrative, activity=target.activity)


def _named(session: Session, text: str, *, zone: str, now_utc: int) -> Any:
    """Return the code that typed words name, by the grammar of quick entry."""
    if not text.strip():
        raise UserError("fix.no_code")
    desk = quick_desk(session, now_utc=now_utc, zone=zone, mode=QuickMode.ADD)
    understood = read_line(f"1h {text}", desk)
    if understood.narrative:
        raise UserError("quick.no_match", text=understood.narrative)
    code = target_of(understood, desk).code
    if code is None:
        raise UserError("fix.no_code")
    return code
