"""Commands that make, roll forward, close and reopen a whole engagement, each in one step of undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import func, select

from engagedesk.domain.ids import ClientId, EngagementId, PersonId, PhaseId, PlanItemId
from engagedesk.domain.plan_draft import DateDraft, DateKind, PlanDraft, TaskDraft
from engagedesk.domain.states import EngagementState, GateKind, GateState
from engagedesk.errors import UserError
from engagedesk.models.engagements import ChargeCode, Client, Engagement
from engagedesk.models.people import Person
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import (
    AddClient,
    AddCode,
    AddEngagement,
    AddMilestone,
    AddPhase,
    ClientFacts,
    CodeFacts,
    EngagementFacts,
    SetEngagementState,
    SetGate,
)
from engagedesk.services.commands.links import AddLink
from engagedesk.services.commands.people import AddTeamMember
from engagedesk.services.commands.plan_items import (
    AddDeliverable,
    AddPlanTask,
    DeliverableFacts,
    EditPlanMilestone,
    PointFacts,
    TaskPlan,
)
from engagedesk.services.commands.plans import TaskFacts

ENDED = frozenset({EngagementState.CLOSED, EngagementState.ARCHIVED})


@dataclass(frozen=True, slots=True)
class TeamPlace:
    """Somebody's place on a new engagement's team."""

    person: PersonId
    role: str = ""
    starts: date | None = None
    ends: date | None = None
    planned_s: int | None = None


@dataclass(frozen=True)
class CreateEngagement(Command[EngagementId]):
    """Make an engagement with its plan, gates and codes; its client too, where it is new."""

    label: ClassVar[str] = "create engagement"

    client: ClientId | ClientFacts
    facts: EngagementFacts
    plan: PlanDraft | None = None
    gates: tuple[GateKind, ...] = ()
    """Each starts open."""
    codes: tuple[CodeFacts, ...] = ()
    me_on_team: bool = True

    def apply(self, session: WriteSession) -> EngagementId:
        engagement = _engagement(session, self.client, self.facts)
        write_plan(session, engagement, self.plan)
        open_gates(session, engagement, self.gates)
        for code in self.codes:
            AddCode(engagement, code).apply(session)
        me = session.scalar(select(Person.id).where(Person.is_me))
        if self.me_on_team and me is not None:
            _place(session, engagement, TeamPlace(PersonId(me), self.facts.my_role))
        return engagement


@dataclass(frozen=True)
class RollForwardEngagement(Command[EngagementId]):
    """Make next year's engagement as the person confirmed it; it has no codes, no letter and no sign-off."""

    label: ClassVar[str] = "roll engagement forward"

    engagement: EngagementId
    """The one that it follows; it stays as it is."""
    facts: EngagementFacts
    plan: PlanDraft
    gates: tuple[GateKind, ...]
    team: tuple[TeamPlace, ...] = ()

    def apply(self, session: WriteSession) -> EngagementId:
        before = session.one(Engagement, self.engagement)
        made = _engagement(session, ClientId(before.client_id), self.facts)
        session.one(Engagement, made).rate_card_id = before.rate_card_id
        write_plan(session, made, self.plan)
        open_gates(session, made, self.gates)
        for place in self.team:
            _place(session, made, place)
        return made


@dataclass(frozen=True)
class ChangeEngagementState(Command[None]):
    """Move an engagement to another state and, where wanted, close its open charge codes from a day on.

    A running timer on it refuses closing and archiving, as in ``SetEngagementState``.
    """

    label: ClassVar[str] = "change engagement state"

    engagement: EngagementId
    state: EngagementState
    reason: str = ""
    close_codes_on: date | None = None
    """None = the codes stay as they are."""

    def apply(self, session: WriteSession) -> None:
        SetEngagementState(self.engagement, self.state, self.reason).apply(session)
        if self.close_codes_on is None or self.state not in ENDED:
            return
        still_open = select(ChargeCode).where(ChargeCode.engagement_id == self.engagement, ChargeCode.closed.is_(False))
        for code in session.scalars(still_open):
            code.closed = True
            code.closed_on = self.close_codes_on


def write_plan(session: WriteSession, engagement: EngagementId, plan: PlanDraft | None) -> None:
    """Write a draft's phases, tasks and dates in its order, and what of them waits for what."""
    if plan is None:
        return
    made_of: dict[str, PlanItemId] = {}
    for phase in plan.phases:
        made = AddPhase(engagement, phase.name, phase.starts, phase.ends).apply(session)
        made_of.update(_lines(session, engagement, made, tasks=phase.tasks, dates=phase.dates))
    made_of.update(_lines(session, engagement, None, tasks=plan.tasks, dates=plan.dates))
    for link in plan.links:
        if link.leader in made_of and link.follower in made_of:
            AddLink(made_of[link.leader], made_of[link.follower], link.kind, link.lag_s).apply(session)


def open_gates(session: WriteSession, engagement: EngagementId, gates: tuple[GateKind, ...]) -> None:
    for kind in gates:
        SetGate(engagement, kind, GateState.OPEN).apply(session)


def _engagement(session: WriteSession, client: ClientId | ClientFacts, facts: EngagementFacts) -> EngagementId:
    if isinstance(client, ClientFacts):
        return AddEngagement(AddClient(client).apply(session), facts).apply(session)
    session.one(Client, client)
    same = select(Engagement.id).where(
        Engagement.client_id == client, func.lower(Engagement.title) == facts.title.strip().lower()
    )
    if session.scalar(same) is not None:
        raise UserError("engagement.title_taken", title=facts.title.strip())
    return AddEngagement(client, facts).apply(session)


def _lines(
    session: WriteSession,
    engagement: EngagementId,
    phase: PhaseId | None,
    *,
    tasks: tuple[TaskDraft, ...],
    dates: tuple[DateDraft, ...],
) -> dict[str, PlanItemId]:
    """Write tasks and dates; return what was made of those that have a key."""
    found: dict[str, PlanItemId] = {}
    for task in tasks:
        facts = TaskFacts(task.name, phase, task.estimate_s, task.due)
        plan = TaskPlan(
            owner=task.owner,
            role=task.role,
            basis=task.basis,
            duration_s=task.duration_s,
            demand_percent=task.demand_percent,
            earliest=task.earliest,
            deadline=task.deadline,
        )
        made: bytes = AddPlanTask(engagement, facts, plan).apply(session)
        found[task.key] = PlanItemId(made)
    for one in dates:
        if one.kind is DateKind.DELIVERABLE:
            handed = DeliverableFacts(one.name, one.due, phase, one.deadline, owner=one.owner)
            made = AddDeliverable(engagement, handed).apply(session)
        else:
            made = AddMilestone(engagement, one.name, one.due, phase).apply(session)
            if one.owner is not None or one.deadline is not None:
                point = PointFacts(one.name, one.due, phase, None, one.deadline, one.owner)
                EditPlanMilestone(made, point).apply(session)
        found[one.key] = PlanItemId(made)
    found.pop("", None)
    return found


def _place(session: WriteSession, engagement: EngagementId, place: TeamPlace) -> None:
    AddTeamMember(engagement, place.person, place.role, place.starts, place.ends, place.planned_s).apply(session)
