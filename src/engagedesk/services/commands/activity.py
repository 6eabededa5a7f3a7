"""Commands about what was watched, and what a person says to suggestions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from engagedesk.domain.activity import Stretch
from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import DraftSource, EntrySource
from engagedesk.domain.suggestions import DraftTarget
from engagedesk.errors import UserError
from engagedesk.models.activity import ActivityStretch, SuggestionAnswer
from engagedesk.services.command import Command, CommandClass, WriteSession
from engagedesk.services.commands.time import AddEntry, Work

ANSWERS_KEPT_S: Final = 180 * 86_400
"""An older answer weighs a hundredth and goes."""


@dataclass(frozen=True)
class KeepActivity(Command[None]):
    """Keep stretches of what was in front; one that is there already grows. Once a minute, no undo, no audit."""

    label: ClassVar[str] = "keep activity"
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING
    undoable: ClassVar[bool] = False

    stretches: tuple[Stretch, ...]

    def apply(self, session: WriteSession) -> None:
        for one in self.stretches:
            there = session.get(ActivityStretch, one.start_utc)
            if there is None:
                session.add(
                    ActivityStretch(
                        start_utc=one.start_utc,
                        end_utc=one.end_utc,
                        app=one.app,
                        title=one.title,
                        engagement_id=one.engagement,
                    )
                )
            elif (there.app, there.title) == (one.app, one.title):
                there.end_utc = max(there.end_utc, one.end_utc)


@dataclass(frozen=True)
class PurgeActivity(Command[int]):
    """Delete what was watched and touches a range, for good; answers how many stretches there were.

    Not undoable, and not in the audit: what is to be forgotten leaves no trace. Backups made earlier still hold it
    until they are rotated out.
    """

    label: ClassVar[str] = "purge activity"
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING
    undoable: ClassVar[bool] = False

    start_utc: int
    end_utc: int

    def apply(self, session: WriteSession) -> int:
        if self.end_utc <= self.start_utc:
            raise UserError("activity.bad_range")
        inside = (ActivityStretch.start_utc < self.end_utc, ActivityStretch.end_utc >= self.start_utc)
        return session.purge_plain(ActivityStretch, *inside)


@dataclass(frozen=True)
class AcceptDraft(Command[EntryId]):
    """Book a suggestion as a draft entry, and remember that it was right. ``target`` is the suggestion's own."""

    label: ClassVar[str] = "accept suggestion"

    source: DraftSource
    target: DraftTarget
    day: date
    span: Span
    work: Work
    zone: str
    now_utc: int

    def apply(self, session: WriteSession) -> EntryId:
        add = AddEntry(self.work, zone=self.zone, now_utc=self.now_utc, span=self.span, source=EntrySource.SUGGESTION)
        entry = add.apply(session)
        _answer(session, self, accepted=True, entry=entry)
        return entry


@dataclass(frozen=True)
class DismissDraft(Command[bytes]):
    """Remember that a suggestion was wrong: it does not come back on its day. Answers the id of what was said."""

    label: ClassVar[str] = "dismiss suggestion"
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING
    undoable: ClassVar[bool] = False

    source: DraftSource
    target: DraftTarget
    day: date
    span: Span
    now_utc: int

    def apply(self, session: WriteSession) -> bytes:
        return _answer(session, self, accepted=False, entry=None)


@dataclass(frozen=True)
class TakeBackDismissal(Command[None]):
    """Forget that a suggestion was dismissed."""

    label: ClassVar[str] = "bring suggestion back"
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING
    undoable: ClassVar[bool] = False

    answer: bytes

    def apply(self, session: WriteSession) -> None:
        session.purge_plain(SuggestionAnswer, SuggestionAnswer.id == self.answer)


def _answer(session: WriteSession, said: AcceptDraft | DismissDraft, *, accepted: bool, entry: EntryId | None) -> bytes:
    session.purge_plain(SuggestionAnswer, SuggestionAnswer.at_utc < said.now_utc - ANSWERS_KEPT_S)
    row = SuggestionAnswer(
        id=session.new_id(),
        at_utc=said.now_utc,
        day=said.day,
        source=said.source,
        engagement_id=said.target.engagement,
        code_id=said.target.code,
        task_id=said.target.task,
        start_utc=said.span.start_utc,
        end_utc=said.span.end_utc,
        accepted=accepted,
        entry_id=entry,
    )
    session.add(row)
    return bytes(row.id)
