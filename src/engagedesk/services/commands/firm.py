"""Commands about the store as a whole: its first contents, the firm's rules, settings, attachments, view state."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from sqlalchemy import func, select

from engagedesk import settings
from engagedesk.domain.days import DayStartRule
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.states import NonClientKind
from engagedesk.errors import UserError
from engagedesk.models.engagements import ChargeCode
from engagedesk.models.firm import Attachment, DayStart, FirmProfileRow, Setting
from engagedesk.models.journal import StoreMeta, SyncTarget, ViewState
from engagedesk.models.people import Person, PersonGrade
from engagedesk.services.command import Command, CommandClass, WriteSession, prepare_bulk
from engagedesk.services.commands.text import cleaned, required
from engagedesk.services.images import Scalar

ATTACHMENT_LIMIT: Final = 25 * 1024 * 1024

NON_CLIENT_CODES: Final[tuple[tuple[str, str, NonClientKind], ...]] = (
    ("ADM-010", "Administration", NonClientKind.ADMINISTRATION),
    ("BD-020", "Business development", NonClientKind.BUSINESS_DEVELOPMENT),
    ("CPD-030", "Training", NonClientKind.TRAINING),
    ("LVE-040", "Leave", NonClientKind.LEAVE),
    ("SIC-050", "Sickness", NonClientKind.SICKNESS),
    ("HOL-060", "Public holiday", NonClientKind.HOLIDAY),
    ("AVL-070", "Available", NonClientKind.AVAILABLE),
)
"""What a new store starts with; a firm's own codes come by import or edit."""


@dataclass(frozen=True)
class SetUpStore(Command[bytes]):
    """Give a new store its owner, its id and the non-client codes; answers the owner's person id."""

    label: ClassVar[str] = "set up store"
    command_class: ClassVar[CommandClass] = CommandClass.SYSTEM_FACT
    undoable: ClassVar[bool] = False

    owner: str
    now_utc: int

    def apply(self, session: WriteSession) -> bytes:
        if session.scalar(select(func.count()).select_from(Person)):
            raise UserError("store.set_up")
        me = Person(id=session.new_id(), name=required(self.owner, "person.name"), is_me=True)
        session.add(me)
        for position, (code, name, kind) in enumerate(NON_CLIENT_CODES):
            session.add(
                ChargeCode(
                    id=session.new_id(),
                    code=code,
                    activity=name,
                    chargeable=False,
                    billable=False,
                    non_client=kind,
                    position=position,
                )
            )
        facts = {"store_id": session.new_id().hex(), "made_utc": str(self.now_utc)}
        session.insert_plain(prepare_bulk(StoreMeta, [{"key": key, "value": value} for key, value in facts.items()]))
        return me.id


@dataclass(frozen=True)
class NameOwner(Command[None]):
    """Say who the owner of the store is, and with which grade from when."""

    label: ClassVar[str] = "name owner"

    name: str
    grade: str = ""
    grade_from: date = date(2000, 1, 1)
    staff_key: str = ""

    def apply(self, session: WriteSession) -> None:
        me = session.scalar(select(Person).where(Person.is_me))
        if me is None:
            raise UserError("record.gone", kind="person")
        me.name = required(self.name, "person.name")
        me.staff_key = cleaned(self.staff_key, "person.staff_key", limit=100)
        if grade := cleaned(self.grade, "person.grade", limit=100):
            held = session.scalar(
                select(PersonGrade).where(PersonGrade.person_id == me.id, PersonGrade.valid_from == self.grade_from)
            )
            if held is None:
                session.add(PersonGrade(id=session.new_id(), person_id=me.id, grade=grade, valid_from=self.grade_from))
            else:
                held.grade = grade


@dataclass(frozen=True)
class SetFirmProfile(Command[None]):
    """Replace the firm's rules; entries are not touched."""

    label: ClassVar[str] = "set firm profile"

    profile: FirmProfile

    def apply(self, session: WriteSession) -> None:
        data: dict[str, Any] = self.profile.to_data()
        row = session.scalar(select(FirmProfileRow))
        if row is None:
            session.add(FirmProfileRow(id=session.new_id(), name=self.profile.name, data=data))
            return
        row.name = self.profile.name
        if row.data != data:
            row.data = data


@dataclass(frozen=True)
class SetDayStart(Command[None]):
    """Let work days start at another minute from a day on; no entry is rewritten."""

    label: ClassVar[str] = "set start of the work day"

    valid_from: date
    start_min: int

    def apply(self, session: WriteSession) -> None:
        rule = DayStartRule(self.valid_from, self.start_min)
        row = session.scalar(select(DayStart).where(DayStart.valid_from == rule.valid_from))
        if row is None:
            session.add(DayStart(id=session.new_id(), valid_from=rule.valid_from, start_min=rule.start_min))
        else:
            row.start_min = rule.start_min


def keep_setting(session: WriteSession, setting: settings.Setting[Any], value: settings.SettingValue) -> None:
    """Put a setting's value into the store."""
    text = setting.encode(value)
    row = session.scalar(select(Setting).where(Setting.key == setting.key))
    if row is None:
        session.add(Setting(id=session.new_id(), key=setting.key, value=text))
    else:
        row.value = text


def forget_setting(session: WriteSession, setting: settings.Setting[Any]) -> None:
    """Let a setting have its default again."""
    row = session.scalar(select(Setting).where(Setting.key == setting.key))
    if row is not None:
        session.delete(row)


@dataclass(frozen=True)
class ChangeSetting(Command[None]):
    """Set one setting by its key; ``UserError`` for an unknown key or a value out of its range."""

    label: ClassVar[str] = "change setting"

    key: str
    value: settings.SettingValue

    def apply(self, session: WriteSession) -> None:
        known: settings.Setting[Any] | None = settings.SETTINGS.get(self.key)
        if known is None:
            raise UserError("setting.unknown", key=self.key)
        keep_setting(session, known, self.value)
        if known is settings.CODE_NAMES:
            forget_setting(session, settings.NAMED_CLIENT)


@dataclass(frozen=True)
class ResetSetting(Command[None]):
    """Forget what was chosen for a setting: its default holds again, also a later version's."""

    label: ClassVar[str] = "reset setting"

    key: str

    def apply(self, session: WriteSession) -> None:
        known: settings.Setting[Any] | None = settings.SETTINGS.get(self.key)
        if known is None:
            raise UserError("setting.unknown", key=self.key)
        forget_setting(session, known)
        if known is settings.CODE_NAMES:
            forget_setting(session, settings.NAMED_CLIENT)


@dataclass(frozen=True)
class KeepAttachment(Command[bytes]):
    """Keep a blob of at most 25 MB, write-once; the same content again answers the id it has."""

    label: ClassVar[str] = "keep attachment"
    undoable: ClassVar[bool] = False

    content: bytes
    media_type: str
    now_utc: int

    def apply(self, session: WriteSession) -> bytes:
        if len(self.content) > ATTACHMENT_LIMIT:
            raise UserError("attachment.too_large", size=len(self.content), limit=ATTACHMENT_LIMIT)
        digest = hashlib.sha256(self.content).digest()
        there = session.scalar(select(Attachment.id).where(Attachment.sha256 == digest))
        if there is not None:
            return there
        row = Attachment(
            id=session.new_id(),
            sha256=digest,
            size=len(self.content),
            media_type=required(self.media_type, "attachment.media_type"),
            added_utc=self.now_utc,
            content=self.content,
        )
        session.add(row)
        return row.id

    def audit_facts(self) -> Mapping[str, Scalar]:
        return {"size": len(self.content)}


@dataclass(frozen=True)
class AddSyncTarget(Command[bytes]):
    """Add a place that submitted time of ``start_day`` and later goes to."""

    label: ClassVar[str] = "add sync target"

    kind: str
    name: str
    start_day: date
    url: str = ""

    def apply(self, session: WriteSession) -> bytes:
        name = required(self.name, "target.name")
        if session.scalar(select(SyncTarget.id).where(SyncTarget.name == name)) is not None:
            raise UserError("target.taken", name=name)
        row = SyncTarget(
            id=session.new_id(),
            kind=required(self.kind, "target.kind"),
            name=name,
            url=cleaned(self.url, "target.url", limit=2_000),
            start_day=self.start_day,
        )
        session.add(row)
        return row.id


@dataclass(frozen=True)
class RememberView(Command[None]):
    """Remember what a view looked like; no undo, no audit."""

    label: ClassVar[str] = "remember view"
    command_class: ClassVar[CommandClass] = CommandClass.BOOKKEEPING
    undoable: ClassVar[bool] = False

    key: str
    value: str

    def apply(self, session: WriteSession) -> None:
        row = session.get(ViewState, self.key)
        if row is None:
            session.add(ViewState(key=self.key, value=self.value))
        else:
            row.value = self.value
