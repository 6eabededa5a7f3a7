"""What the store knows, in one frozen look-up that planning works against outside the store thread."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import WorkDays, zone_named
from engagedesk.domain.engagement import CodeChoice, CodeRule
from engagedesk.domain.ids import CodeId
from engagedesk.domain.quick_match import fold
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Task, TeamMember
from engagedesk.models.imports import ImportKey, ImportMapping
from engagedesk.models.people import Person
from engagedesk.services import audit, rules
from engagedesk.services.importing.known_plan import TABLES, KnownPlan, known_plan

CHUNK: Final = 5_000
KEY_BYTES: Final = 16
SCAN_FACTOR: Final = 4


@dataclass(frozen=True, slots=True)
class KnownKey:
    """An earlier import of the same row: its record, and the hash of what the row said."""

    record_id: bytes
    row_hash: bytes


@dataclass(slots=True)
class Known:
    """Names and codes of the store, folded for comparing. Planning adds what it is going to create."""

    zone: ZoneInfo
    zone_name: str
    work_days: WorkDays
    me: bytes | None
    clients: dict[str, bytes] = field(default_factory=dict)
    """Folded name, short name and code name -> client."""
    client_names: list[str] = field(default_factory=list)
    engagements: dict[tuple[bytes, str], bytes] = field(default_factory=dict)
    """(client, folded title) -> engagement."""
    of_client: dict[bytes, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    codes: dict[str, tuple[bytes, bytes | None, bool]] = field(default_factory=dict)
    """Folded code -> (code, engagement, chargeable)."""
    choices: dict[bytes, list[CodeChoice]] = field(default_factory=lambda: defaultdict(list))
    non_client: dict[str, tuple[bytes, bool]] = field(default_factory=dict)
    """Folded name of a non-client code -> (code, chargeable)."""
    tasks: dict[tuple[bytes, str], bytes] = field(default_factory=dict)
    people: dict[str, bytes] = field(default_factory=dict)
    """Folded name, staff key and address -> person."""
    team: set[tuple[bytes, bytes]] = field(default_factory=set)
    """(engagement, person)."""
    colours: list[int] = field(default_factory=list)
    keys: dict[bytes, KnownKey] = field(default_factory=dict)
    plan: KnownPlan | None = None
    """None = the file is about no plan."""
    records: int = 0
    """Audit records at the moment of asking: while there are no more, nothing has changed since."""


def natural_key(source: str, key: str) -> bytes:
    """Return the 16 bytes under which a row is remembered."""
    return hashlib.sha256(f"{source}\x1f{key}".encode()).digest()[:KEY_BYTES]


def known(session: Session, *, zone: str, keys: Sequence[bytes], plan_on: date | None = None) -> Known:
    """Return what planning needs: names, codes, people, and which of the keys were imported before.

    ``plan_on`` is today, for a file that is about the plan: then the whole plan is read too.
    """
    found = Known(
        zone=zone_named(zone),
        zone_name=zone,
        work_days=rules.work_days(session),
        me=rules.my_id(session),
        keys=known_keys(session, keys),
        plan=known_plan(session, today=plan_on) if plan_on is not None else None,
        records=audit.stored_head(session).count,
    )
    if found.plan is not None:
        # One event can become several rows, so not every key stands in the file.
        found.keys.update(_plan_keys(session))
    for row in session.execute(select(Client.id, Client.name, Client.short_name, Client.code_name, Client.colour)):
        found.client_names.append(row.name)
        found.colours.append(row.colour)
        for name in (row.code_name, row.short_name, row.name):
            if name:
                found.clients[fold(name)] = row.id
    for engagement, client, title in session.execute(select(Engagement.id, Engagement.client_id, Engagement.title)):
        found.engagements[(client, fold(title))] = engagement
        found.of_client[client].append(engagement)
    _know_codes(session, found)
    for task, engagement, name in session.execute(select(Task.id, Task.engagement_id, Task.name)):
        found.tasks[(engagement, fold(name))] = task
    for person, *names in session.execute(select(Person.id, Person.email, Person.staff_key, Person.name)):
        found.people.update({fold(name): person for name in names if name})
    found.team.update(session.execute(select(TeamMember.engagement_id, TeamMember.person_id)).tuples())
    return found


def known_keys(session: Session, keys: Sequence[bytes]) -> dict[bytes, KnownKey]:
    """Return which natural keys were imported before."""
    found: dict[bytes, KnownKey] = {}
    held = session.scalar(select(func.count()).select_from(ImportKey)) or 0
    if held <= SCAN_FACTOR * len(keys):
        # One walk over the table beats looking up as many keys as it has.
        wanted = set(keys)
        for key, record_id, row_hash in session.execute(
            select(ImportKey.key, ImportKey.record_id, ImportKey.row_hash)
        ).tuples():
            if key in wanted:
                found[key] = KnownKey(record_id, row_hash)
        return found
    for start in range(0, len(keys), CHUNK):
        query = select(ImportKey.key, ImportKey.record_id, ImportKey.row_hash)
        for row in session.execute(query.where(ImportKey.key.in_(keys[start : start + CHUNK]))):
            found[row.key] = KnownKey(row.record_id, row.row_hash)
    return found


def _plan_keys(session: Session) -> dict[bytes, KnownKey]:
    kinds = [table.__tablename__ for table in TABLES]
    query = select(ImportKey.key, ImportKey.record_id, ImportKey.row_hash).where(ImportKey.kind.in_(kinds))
    return {key: KnownKey(record_id, row_hash) for key, record_id, row_hash in session.execute(query).tuples()}


def saved_mapping(session: Session, name: str) -> dict[str, object] | None:
    """Return a mapping that was saved by name; None where there is none."""
    return session.scalar(select(ImportMapping.data).where(ImportMapping.name == name))


def saved_mappings(session: Session) -> tuple[str, ...]:
    """Return the names of all saved mappings."""
    return tuple(session.scalars(select(ImportMapping.name).order_by(ImportMapping.name)))


def _know_codes(session: Session, found: Known) -> None:
    query = select(
        ChargeCode.id,
        ChargeCode.engagement_id,
        ChargeCode.code,
        ChargeCode.activity,
        ChargeCode.valid_from,
        ChargeCode.valid_to,
        ChargeCode.closed,
        ChargeCode.chargeable,
    ).order_by(ChargeCode.position)
    for row in session.execute(query):
        found.codes[fold(row.code)] = (row.id, row.engagement_id, row.chargeable)
        if row.engagement_id is None:
            found.non_client[fold(row.activity or row.code)] = (row.id, row.chargeable)
        else:
            rule = CodeRule(row.valid_from, row.valid_to, not row.closed)
            found.choices[row.engagement_id].append(CodeChoice(CodeId(row.id), row.code, row.activity, rule))


def row_hash(values: Iterable[object]) -> bytes:
    """Return 8 bytes over what a row says, to tell *unchanged* from *updated*."""
    text = "\x1f".join(_plain(value) for value in values)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:8]


def _plain(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)
