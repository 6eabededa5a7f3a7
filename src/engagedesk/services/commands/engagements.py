"""Commands about clients, engagements, gates, charge codes and the plan's skeleton.

What a person can edit of a record stands in one frozen ``...Facts`` value: adding takes it, editing replaces it whole.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, ClassVar

from sqlalchemy import func, select

from engagedesk.domain.engagement import check_transition, short_name
from engagedesk.domain.ids import ClientId, CodeId, EngagementId, PhaseId, TaskId
from engagedesk.domain.states import (
    EngagementState,
    FeeArrangement,
    GateKind,
    GateState,
    NonClientKind,
    PhaseState,
    ServiceLine,
)
from engagedesk.errors import UserError
from engagedesk.models.base import Record
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Gate, Milestone, Phase, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.plan_parts import check_phase
from engagedesk.services.commands.text import cleaned, required

CURRENCY_LETTERS = 3


@dataclass(frozen=True, slots=True)
class ClientFacts:
    """What a person says about a client; texts may be empty but the name."""

    name: str
    code_name: str = ""
    short_name: str = ""
    colour: int | None = None
    """None = the least used of the palette."""
    code_name_everywhere: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class EngagementFacts:
    """What a person says about an engagement; see ``models.engagements.Engagement`` for meanings and units."""

    title: str
    service_line: ServiceLine
    kind: str = ""
    state: EngagementState = EngagementState.ACTIVE
    fee: FeeArrangement = FeeArrangement.TIME_AND_MATERIALS
    fee_minor: int | None = None
    fee_cap_minor: int | None = None
    currency: str = "GBP"
    local_currency: str = "GBP"
    contract: str = ""
    period_end: date | None = None
    starts: date | None = None
    ends: date | None = None
    priority: int = 3
    eqr: str = ""
    my_role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CodeFacts:
    """What a person says about a charge code."""

    code: str
    activity: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    closed: bool = False
    closed_on: date | None = None
    chargeable: bool = True
    billable: bool = True


@dataclass(frozen=True)
class AddClient(Command[ClientId]):
    label: ClassVar[str] = "add client"

    facts: ClientFacts

    def apply(self, session: WriteSession) -> ClientId:
        client = Client(id=session.new_id(), preferences={}, **_client_values(session, self.facts))
        session.add(client)
        return ClientId(client.id)


@dataclass(frozen=True)
class EditClient(Command[None]):
    label: ClassVar[str] = "edit client"

    client: ClientId
    facts: ClientFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Client, self.client, self.version)
        wanted = self.facts if self.facts.colour is not None else replace(self.facts, colour=row.colour)
        assign(row, _client_values(session, wanted))


@dataclass(frozen=True)
class AddEngagement(Command[EngagementId]):
    label: ClassVar[str] = "add engagement"

    client: ClientId
    facts: EngagementFacts

    def apply(self, session: WriteSession) -> EngagementId:
        session.one(Client, self.client)
        row = Engagement(id=session.new_id(), client_id=self.client, **engagement_values(self.facts))
        session.add(row)
        return EngagementId(row.id)


@dataclass(frozen=True)
class EditEngagement(Command[None]):
    label: ClassVar[str] = "edit engagement"

    engagement: EngagementId
    facts: EngagementFacts
    version: int | None = None
    reason: str = ""

    def apply(self, session: WriteSession) -> None:
        row = session.seen(Engagement, self.engagement, self.version)
        values = engagement_values(self.facts)
        _check_state(session, row, self.facts.state)
        assign(row, values)


@dataclass(frozen=True)
class SetEngagementState(Command[None]):
    """Move an engagement to another state; an engagement with a running timer cannot be closed or archived."""

    label: ClassVar[str] = "change engagement state"

    engagement: EngagementId
    state: EngagementState
    reason: str = ""

    def apply(self, session: WriteSession) -> None:
        row = session.one(Engagement, self.engagement)
        _check_state(session, row, self.state)
        row.state = self.state


@dataclass(frozen=True)
class SetGate(Command[None]):
    """Settle or reopen a gate; it is created where the engagement has none of this kind."""

    label: ClassVar[str] = "set gate"

    engagement: EngagementId
    kind: GateKind
    state: GateState
    settled_on: date | None = None
    note: str = ""

    def apply(self, session: WriteSession) -> None:
        session.one(Engagement, self.engagement)
        gate = session.scalar(select(Gate).where(Gate.engagement_id == self.engagement, Gate.kind == self.kind))
        values: dict[str, Any] = {
            "state": self.state,
            "settled_on": self.settled_on if self.state is GateState.SETTLED else None,
            "note": cleaned(self.note, "gate.note"),
        }
        if gate is None:
            session.add(Gate(id=session.new_id(), engagement_id=self.engagement, kind=self.kind, **values))
        else:
            assign(gate, values)


@dataclass(frozen=True)
class AddCode(Command[CodeId]):
    """Add a charge code to an engagement, or a non-client code where ``engagement`` is None."""

    label: ClassVar[str] = "add charge code"

    engagement: EngagementId | None
    facts: CodeFacts
    non_client: NonClientKind | None = None

    def apply(self, session: WriteSession) -> CodeId:
        if (self.engagement is None) == (self.non_client is None):
            raise UserError("code.owner")
        if self.engagement is not None:
            session.one(Engagement, self.engagement)
        position = session.scalar(
            select(func.count()).select_from(ChargeCode).where(ChargeCode.engagement_id == self.engagement)
        )
        values = code_values(self.facts)
        _refuse_taken(session, str(values["code"]), None)
        row = ChargeCode(
            id=session.new_id(),
            engagement_id=self.engagement,
            non_client=self.non_client,
            position=position or 0,
            **values,
        )
        session.add(row)
        return CodeId(row.id)


@dataclass(frozen=True)
class EditCode(Command[None]):
    label: ClassVar[str] = "edit charge code"

    code: CodeId
    facts: CodeFacts
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(ChargeCode, self.code, self.version)
        values = code_values(self.facts)
        _refuse_taken(session, str(values["code"]), row.id)
        assign(row, values)


@dataclass(frozen=True)
class AddPhase(Command[PhaseId]):
    label: ClassVar[str] = "add phase"

    engagement: EngagementId
    name: str
    starts: date | None = None
    ends: date | None = None
    state: PhaseState = PhaseState.PLANNED

    def apply(self, session: WriteSession) -> PhaseId:
        session.one(Engagement, self.engagement)
        if self.starts and self.ends and self.starts > self.ends:
            raise UserError("dates.order", starts=self.starts, ends=self.ends)
        row = Phase(
            id=session.new_id(),
            engagement_id=self.engagement,
            name=required(self.name, "phase.name"),
            position=_next_position(session, Phase, self.engagement),
            starts=self.starts,
            ends=self.ends,
            state=self.state,
        )
        session.add(row)
        return PhaseId(row.id)


@dataclass(frozen=True)
class AddTask(Command[TaskId]):
    label: ClassVar[str] = "add task"

    engagement: EngagementId
    name: str
    phase: PhaseId | None = None
    estimate_s: int | None = None
    due: date | None = None

    def apply(self, session: WriteSession) -> TaskId:
        session.one(Engagement, self.engagement)
        check_phase(session, self.phase, self.engagement)
        if self.estimate_s is not None and self.estimate_s < 0:
            raise UserError("task.estimate")
        row = Task(
            id=session.new_id(),
            engagement_id=self.engagement,
            phase_id=self.phase,
            name=required(self.name, "task.name"),
            position=_next_position(session, Task, self.engagement),
            estimate_s=self.estimate_s,
            due=self.due,
        )
        session.add(row)
        return TaskId(row.id)


@dataclass(frozen=True)
class AddMilestone(Command[bytes]):
    label: ClassVar[str] = "add milestone"

    engagement: EngagementId
    name: str
    due: date
    phase: PhaseId | None = None

    def apply(self, session: WriteSession) -> bytes:
        session.one(Engagement, self.engagement)
        check_phase(session, self.phase, self.engagement)
        row = Milestone(
            id=session.new_id(),
            engagement_id=self.engagement,
            phase_id=self.phase,
            name=required(self.name, "milestone.name"),
            due=self.due,
        )
        session.add(row)
        return row.id


def assign(row: Record, values: Mapping[str, Any]) -> bool:
    """Set the attributes whose values differ; say whether any did."""
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def engagement_values(facts: EngagementFacts) -> dict[str, Any]:
    """Return the column values of checked facts."""
    values = _values(facts)
    values["title"] = required(facts.title, "engagement.title")
    for name in ("kind", "contract", "eqr", "my_role"):
        values[name] = cleaned(str(values[name]), f"engagement.{name}", limit=200)
    values["note"] = cleaned(facts.note, "engagement.note", limit=2_000)
    for name in ("currency", "local_currency"):
        values[name] = currency_code(str(values[name]))
    if facts.starts and facts.ends and facts.starts > facts.ends:
        raise UserError("dates.order", starts=facts.starts, ends=facts.ends)
    if any(amount is not None and amount < 0 for amount in (facts.fee_minor, facts.fee_cap_minor)):
        raise UserError("money.negative")
    if not 1 <= facts.priority <= 5:
        raise UserError("engagement.priority", priority=facts.priority)
    return values


def currency_code(text: str) -> str:
    """Return a currency's three letters; ``UserError`` where the text is none."""
    code = text.strip().upper()
    if len(code) != CURRENCY_LETTERS or not code.isascii() or not code.isalpha():
        raise UserError("money.currency", currency=text)
    return code


def code_values(facts: CodeFacts) -> dict[str, Any]:
    """Return the column values of checked facts."""
    values = _values(facts)
    values["code"] = required(facts.code, "code.code", limit=60)
    values["activity"] = cleaned(facts.activity, "code.activity", limit=200)
    if facts.valid_from and facts.valid_to and facts.valid_from > facts.valid_to:
        raise UserError("dates.order", starts=facts.valid_from, ends=facts.valid_to)
    if facts.closed_on is not None and not facts.closed:
        raise UserError("code.closed_on")
    return values


def least_used_colour(session: WriteSession, *, palette: int = 11) -> int:
    """Return the index of the palette that the fewest clients have, the lowest first."""
    used = dict(session.execute(select(Client.colour, func.count()).group_by(Client.colour)).tuples().all())
    return min(range(palette), key=lambda index: (used.get(index, 0), index))


def _client_values(session: WriteSession, facts: ClientFacts) -> dict[str, Any]:
    values = _values(facts)
    values["name"] = required(facts.name, "client.name")
    values["code_name"] = cleaned(facts.code_name, "client.code_name", limit=60)
    values["short_name"] = cleaned(facts.short_name, "client.short_name", limit=40) or short_name(str(values["name"]))
    values["note"] = cleaned(facts.note, "client.note", limit=2_000)
    if facts.colour is None:
        values["colour"] = least_used_colour(session)
    return values


def _values(facts: ClientFacts | EngagementFacts | CodeFacts) -> dict[str, Any]:
    return {field.name: getattr(facts, field.name) for field in fields(facts)}


def _check_state(session: WriteSession, row: Engagement, state: EngagementState) -> None:
    if state is row.state:
        return
    if state in {EngagementState.CLOSED, EngagementState.ARCHIVED}:
        running = select(TimeEntry.id).where(
            TimeEntry.engagement_id == row.id, TimeEntry.start_utc.is_not(None), TimeEntry.end_utc.is_(None)
        )
        if session.scalar(running) is not None:
            raise UserError("engagement.running", title=row.title)
    check_transition(row.state, state)


def _refuse_taken(session: WriteSession, code: str, own_id: bytes | None) -> None:
    other = session.scalar(select(ChargeCode.id).where(ChargeCode.code == code))
    if other is not None and other != own_id:
        raise UserError("code.taken", code=code)


def _next_position(session: WriteSession, table: type[Phase] | type[Task], engagement: EngagementId) -> int:
    return session.scalar(select(func.count()).select_from(table).where(table.engagement_id == engagement)) or 0
