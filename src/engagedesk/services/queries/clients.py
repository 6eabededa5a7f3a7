"""Clients as rows: the list with its search, and one client with contacts, wishes and engagements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.client import ClientPreferences, UpdateChannel
from engagedesk.domain.engagement import propose_code_name
from engagedesk.domain.ids import ClientId, EngagementId
from engagedesk.models.communication import ContactNote
from engagedesk.models.engagements import Client, Contact, Engagement
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.commands.clients import ContactFacts
from engagedesk.services.commands.engagements import ClientFacts
from engagedesk.services.queries.engagement_list import words_match
from engagedesk.services.queries.engagements import LISTED, engagements
from engagedesk.services.queries.entries import client_hidden, client_label
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.settings import CODE_NAMES, NAMED_CLIENT

MOST_NOTES: Final = 50
"""More of an engagement's contacts nobody scrolls through."""


class ClientOrder(StrEnum):
    NAME = "name"
    CODE_NAME = "code_name"
    ENGAGEMENTS = "engagements"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class ClientFilter:
    text: str = ""
    """Words, each found in a name, a contact or an engagement's title."""
    order: ClientOrder = ClientOrder.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One client in the list."""

    id: ClientId
    label: str
    """Its name, or its code name where that is shown everywhere or at present."""
    code_name: str
    """"" = it has none, or ``label`` is it."""
    colour: int
    hidden: bool
    """The code name stands for it everywhere."""
    running: int
    ended: int
    last_day: date | None
    """The last day with own time."""


@dataclass(frozen=True, slots=True)
class ContactRow:
    id: bytes
    version: int
    facts: ContactFacts


@dataclass(frozen=True, slots=True)
class ClientPage:
    """One client."""

    id: ClientId
    version: int
    facts: ClientFacts
    label: str
    preferences: ClientPreferences
    contacts: tuple[ContactRow, ...]
    engagements: tuple[EngagementRow, ...]
    """Running ones first."""
    free_code_name: str
    """A code name that no client has, and that says nothing about this one."""


@dataclass(frozen=True, slots=True)
class ClientList:
    wanted: ClientFilter
    rows: tuple[ClientRow, ...]
    total: int
    chosen: ClientPage | None
    code_names: bool = False
    """Every client is shown by its code name."""
    named: ClientId | None = None
    """The one that is shown by its name all the same: the screen is shared with it."""


def client_list(session: Session, wanted: ClientFilter, *, today: date, chosen: ClientId | None = None) -> ClientList:
    """Return the clients of a search; ``chosen`` None, or one that is gone, chooses the first."""
    rows = _rows(session, wanted)
    ids = {row.id for row in rows}
    shown = chosen if chosen in ids else rows[0].id if rows else None
    return ClientList(
        wanted=wanted,
        rows=rows,
        total=session.scalar(select(func.count()).select_from(Client)) or 0,
        chosen=None if shown is None else client_page(session, shown, today=today),
        code_names=rules.setting(session, CODE_NAMES),
        named=named_client(session),
    )


def named_client(session: Session) -> ClientId | None:
    """Return the client that is shown by its name while the others are not."""
    text = rules.setting(session, NAMED_CLIENT)
    return ClientId(bytes.fromhex(text)) if text and rules.setting(session, CODE_NAMES) else None


@dataclass(frozen=True, slots=True)
class ContactNoteRow:
    """That the client was spoken to; ``contact`` None = nobody in particular."""

    id: bytes
    version: int
    day: date
    channel: UpdateChannel
    contact: bytes | None
    note: str


def contact_notes(session: Session, engagement: EngagementId) -> tuple[ContactNoteRow, ...]:
    """Return the newest contacts about an engagement, the last one first."""
    columns = (ContactNote.id, ContactNote.version, ContactNote.day, ContactNote.channel, ContactNote.contact_id)
    query = select(*columns, ContactNote.note).where(ContactNote.engagement_id == engagement)
    newest = query.order_by(ContactNote.day.desc(), ContactNote.id.desc()).limit(MOST_NOTES)
    return tuple(
        ContactNoteRow(row.id, row.version, row.day, row.channel, row.contact_id, row.note)
        for row in session.execute(newest)
    )


def client_page(session: Session, client: ClientId, *, today: date) -> ClientPage | None:
    """Return one client; None where there is none of this id."""
    row = session.execute(
        select(*Client.__table__.columns, client_label.label("label"), client_hidden.label("hidden")).where(
            Client.id == client
        )
    ).one_or_none()
    if row is None:
        return None
    one = row
    ids = list(session.scalars(select(Engagement.id).where(Engagement.client_id == client)))
    contacts = (
        select(*Contact.__table__.columns)
        .where(Contact.client_id == client)
        .order_by(func.lower(Contact.name), Contact.id)
    )
    found = engagements(session, today=today, states=None, only=ids)
    return ClientPage(
        id=client,
        version=one.version,
        facts=ClientFacts(one.name, one.code_name, one.short_name, one.colour, one.code_name_everywhere, one.note),
        label=row.label if row.hidden else one.name,
        preferences=ClientPreferences.from_data(one.preferences),
        contacts=tuple(
            ContactRow(c.id, c.version, ContactFacts(c.name, c.role, c.email, c.phone))
            for c in session.execute(contacts)
        ),
        engagements=tuple(sorted(found, key=lambda r: r.state not in LISTED)),
        free_code_name=free_code_name(session),
    )


def free_code_name(session: Session) -> str:
    """Return a code name that is not taken."""
    taken = [name for name in session.scalars(select(Client.code_name)) if name]
    return propose_code_name(len(taken) * 7, taken=[*taken, *session.scalars(select(Client.short_name))])


def client_choices(session: Session) -> tuple[tuple[ClientId, str], ...]:
    """Return every client with the name it is shown by, by name."""
    query = select(Client.id, client_label.label("label")).order_by(func.lower(client_label), Client.id)
    return tuple((ClientId(row.id), row.label) for row in session.execute(query))


def _rows(session: Session, wanted: ClientFilter) -> tuple[ClientRow, ...]:
    def joined(query: Any, belongs: Any) -> Any:
        return query.where(belongs == Client.id).correlate(Client).scalar_subquery()

    running = joined(
        select(func.count()).select_from(Engagement).where(Engagement.state.in_(LISTED)), Engagement.client_id
    )
    ended = joined(
        select(func.count()).select_from(Engagement).where(Engagement.state.not_in(LISTED)), Engagement.client_id
    )
    last = joined(
        select(func.max(TimeEntry.work_day)).join(Engagement, Engagement.id == TimeEntry.engagement_id),
        Engagement.client_id,
    )
    contacts = joined(select(func.group_concat(Contact.name, " ")), Contact.client_id)
    titles = joined(select(func.group_concat(Engagement.title, " ")), Engagement.client_id)
    columns: tuple[Any, ...] = (
        Client.name,
        Client.short_name,
        Client.code_name,
        func.coalesce(contacts, ""),
        func.coalesce(titles, ""),
    )
    key: Any = {
        ClientOrder.NAME: func.lower(client_label),
        ClientOrder.CODE_NAME: func.lower(Client.code_name),
        ClientOrder.ENGAGEMENTS: running,
        ClientOrder.LAST: last,
    }[wanted.order]
    query = (
        select(
            Client.id,
            client_label.label("label"),
            Client.name,
            Client.code_name,
            Client.colour,
            client_hidden.label("hidden"),
            Client.code_name_everywhere.label("everywhere"),
            running.label("running"),
            ended.label("ended"),
            last.label("last"),
        )
        .where(*words_match(wanted.text, columns))
        .order_by(key.desc() if wanted.descending else key, func.lower(client_label), Client.id)
    )
    return tuple(
        ClientRow(
            id=ClientId(row.id),
            label=row.label if row.hidden else row.name,
            # Where it is shown instead of the name anyway, it is not said twice.
            code_name="" if row.hidden else row.code_name,
            colour=row.colour,
            hidden=row.everywhere,
            running=row.running,
            ended=row.ended,
            last_day=row.last,
        )
        for row in session.execute(query)
    )
