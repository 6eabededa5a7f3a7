"""Commands about a client's contacts and wishes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from sqlalchemy import select

from engagedesk.domain.client import RECIPIENTS_LIMIT, TEXT_LIMIT, ClientPreferences, UpdateChannel
from engagedesk.domain.ids import ClientId, EngagementId
from engagedesk.errors import UserError
from engagedesk.models.communication import ContactNote
from engagedesk.models.engagements import Client, Contact, Engagement
from engagedesk.services import rules
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import ClientFacts, EditClient, assign
from engagedesk.services.commands.firm import forget_setting, keep_setting
from engagedesk.services.commands.text import cleaned, required
from engagedesk.settings import CODE_NAMES, NAMED_CLIENT

EMAIL_LIMIT: Final = 320
NOTE_LIMIT: Final = 2000


@dataclass(frozen=True, slots=True)
class ContactFacts:
    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class ChangeClient(Command[None]):
    """Replace what is said about a client, its wishes included, in one step."""

    label: ClassVar[str] = "edit client"

    client: ClientId
    facts: ClientFacts
    preferences: ClientPreferences
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Client, self.client, self.version)
        if self.facts.code_name_everywhere and not self.facts.code_name.strip():
            raise UserError("client.code_name_missing")
        EditClient(self.client, self.facts).apply(session)
        wanted = checked(self.preferences).to_data()
        # Keys of a later version stay.
        kept = {name: value for name, value in row.preferences.items() if name not in _OURS}
        assign(row, {"preferences": kept | wanted})


@dataclass(frozen=True)
class RemoveClient(Command[None]):
    """Remove a client that has no engagement, with its contacts."""

    label: ClassVar[str] = "remove client"

    client: ClientId

    def apply(self, session: WriteSession) -> None:
        row = session.one(Client, self.client)
        if session.scalar(select(Engagement.id).where(Engagement.client_id == self.client).limit(1)) is not None:
            raise UserError("client.has_engagements", name=row.name)
        for contact in session.scalars(select(Contact).where(Contact.client_id == self.client)):
            session.delete(contact)
        if rules.setting(session, NAMED_CLIENT) == row.id.hex():
            forget_setting(session, NAMED_CLIENT)
        session.delete(row)


@dataclass(frozen=True)
class HideClientNames(Command[str]):
    """Show every client by its code name, but the one that the screen is shared with; its short name is the result.

    A client whose code name stands for it everywhere keeps it here too. Ended by ``ChangeSetting`` of the code names.
    """

    label: ClassVar[str] = "hide client names"

    but: ClientId | None = None

    def apply(self, session: WriteSession) -> str:
        named = None if self.but is None else session.one(Client, self.but)
        keep_setting(session, CODE_NAMES, value=True)
        if named is None:
            forget_setting(session, NAMED_CLIENT)
            return ""
        keep_setting(session, NAMED_CLIENT, named.id.hex())
        return named.short_name


@dataclass(frozen=True)
class AddContact(Command[bytes]):
    label: ClassVar[str] = "add contact"

    client: ClientId
    facts: ContactFacts

    def apply(self, session: WriteSession) -> bytes:
        session.one(Client, self.client)
        contact = Contact(id=session.new_id(), client_id=self.client, **_contact_values(self.facts))
        session.add(contact)
        return contact.id


@dataclass(frozen=True)
class EditContact(Command[None]):
    label: ClassVar[str] = "edit contact"

    contact: bytes
    facts: ContactFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        assign(session.seen(Contact, self.contact, self.version), _contact_values(self.facts))


@dataclass(frozen=True)
class RemoveContact(Command[None]):
    label: ClassVar[str] = "remove contact"

    contact: bytes

    def apply(self, session: WriteSession) -> None:
        row = session.one(Contact, self.contact)
        for note in session.scalars(select(ContactNote).where(ContactNote.contact_id == self.contact)):
            note.contact_id = None
        session.delete(row)


@dataclass(frozen=True)
class NoteContact(Command[bytes]):
    """Write down that the client was spoken to about an engagement; ``contact`` None = nobody in particular."""

    label: ClassVar[str] = "note contact"

    engagement: EngagementId
    day: date
    channel: UpdateChannel
    contact: bytes | None = None
    note: str = ""

    def apply(self, session: WriteSession) -> bytes:
        check_contact(session, self.contact, self.engagement)
        row = ContactNote(
            id=session.new_id(),
            engagement_id=self.engagement,
            day=self.day,
            channel=self.channel,
            contact_id=self.contact,
            note=cleaned(self.note, "contact.note", limit=NOTE_LIMIT),
        )
        session.add(row)
        return row.id


@dataclass(frozen=True)
class EditContactNote(Command[None]):
    """Replace what was written down about a contact."""

    label: ClassVar[str] = "edit contact note"

    row: bytes
    day: date
    channel: UpdateChannel
    contact: bytes | None = None
    note: str = ""
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(ContactNote, self.row, self.version)
        check_contact(session, self.contact, row.engagement_id)
        note = cleaned(self.note, "contact.note", limit=NOTE_LIMIT)
        assign(row, {"day": self.day, "channel": self.channel, "contact_id": self.contact, "note": note})


@dataclass(frozen=True)
class RemoveContactNote(Command[None]):
    label: ClassVar[str] = "remove contact note"

    note: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(ContactNote, self.note))


def check_contact(session: WriteSession, contact: bytes | None, engagement: bytes) -> None:
    """``UserError`` where somebody is no contact of the engagement's client."""
    client = session.one(Engagement, engagement).client_id
    if contact is not None and session.one(Contact, contact).client_id != client:
        raise UserError("contact.other_client")


_OURS: Final = frozenset({"language", "format", "frequency", "channel", "recipients", "best_time"})


def checked(wishes: ClientPreferences) -> ClientPreferences:
    """Return the wishes with cleaned texts; ``UserError`` names the field that is too long."""
    recipients = tuple(
        clean for one in wishes.recipients if (clean := cleaned(one, "client.recipients", limit=TEXT_LIMIT))
    )
    if len(recipients) > RECIPIENTS_LIMIT:
        raise UserError("client.recipients", count=len(recipients), limit=RECIPIENTS_LIMIT)
    return ClientPreferences(
        language=cleaned(wishes.language, "client.language", limit=TEXT_LIMIT),
        format=wishes.format,
        frequency=wishes.frequency,
        channel=wishes.channel,
        recipients=recipients,
        best_time=cleaned(wishes.best_time, "client.best_time", limit=TEXT_LIMIT),
    )


def _contact_values(facts: ContactFacts) -> dict[str, str]:
    return {
        "name": required(facts.name, "contact.name"),
        "role": cleaned(facts.role, "contact.role", limit=200),
        "email": cleaned(facts.email, "contact.email", limit=EMAIL_LIMIT),
        "phone": cleaned(facts.phone, "contact.phone", limit=100),
    }
