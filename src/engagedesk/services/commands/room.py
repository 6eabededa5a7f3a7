"""One command: time that two entries claim leaves one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from engagedesk.domain.days import zone_named
from engagedesk.domain.entry import check_editable, state_after_edit
from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EntryState
from engagedesk.errors import UserError
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.command import Command, WriteSession


@dataclass(frozen=True)
class MakeRoom(Command[EntryId | None]):
    """Take a span out of an entry; one that goes on after it is split, and the new part's id is answered.

    ``UserError`` where the entry would vanish: that is deleting it.
    """

    label: ClassVar[str] = "make room"

    entry: EntryId
    span: Span
    now_utc: int
    version: int | None = None

    def apply(self, session: WriteSession) -> EntryId | None:
        row = session.seen(TimeEntry, self.entry, self.version)
        check_editable(row.state)
        if row.start_utc is None:
            raise UserError("entry.when_missing")
        running = row.end_utc is None
        whole = Span(row.start_utc, max(row.start_utc, self.now_utc if row.end_utc is None else row.end_utc))
        left = whole.subtract((self.span,))
        if not left or (running and left[-1].end_utc != whole.end_utc):
            raise UserError("entry.no_time")
        row.changed_utc = self.now_utc
        if len(left) == 1:
            self._set(session, row, left[0], running=running)
            return None
        values = {name: getattr(row, name) for name in _COPIED}
        # The end keeps the entry that runs on: a running row stays the same row.
        kept, new = (left[1], left[0]) if running else left
        self._set(session, row, kept, running=running)
        other = TimeEntry(id=session.new_id(), state=EntryState.DRAFT, **values)
        other.start_utc, other.end_utc, other.seconds = new.start_utc, new.end_utc, new.seconds
        other.work_day = rules.work_days(session).day_of(new.start_utc, zone_named(row.zone))
        other.changed_utc = self.now_utc
        session.add(other)
        return EntryId(other.id)

    def _set(self, session: WriteSession, row: TimeEntry, span: Span, *, running: bool) -> None:
        if span.start_utc != row.start_utc:
            row.work_day = rules.work_days(session).day_of(span.start_utc, zone_named(row.zone))
        row.start_utc = span.start_utc
        if not running:
            row.end_utc, row.seconds = span.end_utc, span.seconds
            row.state = state_after_edit(row.state)


_COPIED: Final = (
    "zone",
    "engagement_id",
    "code_id",
    "phase_id",
    "task_id",
    "activity",
    "narrative",
    "chargeable",
    "source",
)
