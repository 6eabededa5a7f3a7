"""Which record an id means, as a person types it: whole, or the beginning of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.domain.ids import AwayId, BatchId, EntryId, PersonId, format_id, parse_id
from engagedesk.errors import AmbiguousTarget, UserError
from engagedesk.models.away import AwayPeriod
from engagedesk.models.base import Record
from engagedesk.models.engagements import ChargeCode, Client, Deliverable, Engagement, Milestone, Task
from engagedesk.models.imports import ImportBatch
from engagedesk.models.journal import AuditTouch
from engagedesk.models.people import Person
from engagedesk.models.schedule import CalendarEvent
from engagedesk.models.time import RecordedLine, TimeEntry

SHORTEST: Final = 8
MOST_CANDIDATES: Final = 8
_BEGINNING: Final = re.compile(r"[0-9a-f]{1,32}", re.ASCII)


def entry_named(session: Session, text: str) -> EntryId:
    """Return the time entry; ``UserError`` for none, ``AmbiguousTarget`` for several."""
    return EntryId(_named(session, text, (TimeEntry,), what="entry"))


def batch_named(session: Session, text: str) -> BatchId:
    """Return the import batch, undone ones included."""
    return BatchId(_named(session, text, (ImportBatch,), what="import"))


def away_named(session: Session, text: str) -> AwayId:
    """Return the away period, answered ones included."""
    return AwayId(_named(session, text, (AwayPeriod,), what="away"))


def days_named(session: Session, text: str) -> bytes:
    """Return the calendar event: leave, a holiday, long or closed days."""
    return _named(session, text, (CalendarEvent,), what="days")


def person_named(session: Session, text: str | None) -> PersonId:
    """Return the person of a name or a part of one; None = the store's owner. Case is ignored."""
    if text is None:
        me = session.scalar(select(Person.id).where(Person.is_me))
        if me is None:
            raise UserError("calendar.whose_leave")
        return PersonId(me)
    wanted, shown = text.casefold().strip(), text.strip()[:60]
    people = session.execute(select(Person.id, Person.name).order_by(Person.name, Person.id)).all()
    found = [one for one in people if one.name.casefold() == wanted]
    found = found or [one for one in people if wanted and wanted in one.name.casefold()]
    if not found:
        raise UserError("person.unknown", name=shown)
    if len(found) > 1:
        raise AmbiguousTarget("person.several", candidates=tuple(p.name for p in found[:MOST_CANDIDATES]), name=shown)
    return PersonId(found[0].id)


def record_named(session: Session, text: str) -> bytes:
    """Return a record of any kind that has a history, deleted ones included."""
    kinds = (
        TimeEntry,
        Engagement,
        Client,
        ChargeCode,
        Person,
        ImportBatch,
        RecordedLine,
        AwayPeriod,
        Task,
        Milestone,
        Deliverable,
        CalendarEvent,
    )
    low, high = _bounds(text)
    touched = session.scalars(
        select(AuditTouch.record_id)
        .where(AuditTouch.record_id >= low, AuditTouch.record_id <= high)
        .distinct()
        .limit(MOST_CANDIDATES + 1)
    ).all()
    return _only(text, {*touched, *_found(session, kinds, low, high)}, what="record")


def _named(session: Session, text: str, kinds: Sequence[type[Record]], *, what: str) -> bytes:
    low, high = _bounds(text)
    return _only(text, _found(session, kinds, low, high), what=what)


def _found(session: Session, kinds: Sequence[type[Record]], low: bytes, high: bytes) -> set[bytes]:
    found: set[bytes] = set()
    for kind in kinds:
        query = select(kind.id).where(kind.id >= low, kind.id <= high).limit(MOST_CANDIDATES + 1)
        found.update(session.scalars(query))
    return found


def _only(text: str, found: set[bytes], *, what: str) -> bytes:
    if not found:
        raise UserError(f"id.no_{what}", id=text.strip()[:40])
    if len(found) > 1:
        shown = tuple(format_id(one) for one in sorted(found)[:MOST_CANDIDATES])
        raise AmbiguousTarget("id.several", candidates=shown, id=text.strip()[:40])
    return next(iter(found))


def _bounds(text: str) -> tuple[bytes, bytes]:
    """Return the smallest and the largest id that begin like the text."""
    try:
        whole = parse_id(text)
    except ValueError:
        letters = text.strip().lower().replace("-", "")
        if _BEGINNING.fullmatch(letters) is None:
            raise UserError("id.unreadable", id=text.strip()[:40]) from None
        if len(letters) < SHORTEST:
            raise UserError("id.too_short", id=text.strip()[:40], least=SHORTEST) from None
        return bytes.fromhex(letters.ljust(32, "0")), bytes.fromhex(letters.ljust(32, "f"))
    return whole, whole
