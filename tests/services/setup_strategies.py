"""Strategies for the commands about clients, engagements, their codes, people and bills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.client import ClientPreferences, UpdateChannel, UpdateFormat
from engagedesk.domain.ids import ClientId, CodeId, EngagementId, PersonId, TaskId
from engagedesk.domain.plan_draft import DateDraft, PhaseDraft, PlanDraft, TaskDraft
from engagedesk.domain.states import (
    EngagementState,
    FeeArrangement,
    GateKind,
    GateState,
    NonClientKind,
    PhaseState,
    ServiceLine,
)
from engagedesk.services.command import Command
from engagedesk.services.commands import billing, clients, people, plans, teams
from engagedesk.services.commands import engagement_setup as setup
from engagedesk.services.commands import engagements as eng
from tests.services.world import DAYS, MAYBE_DAY, MONEY, NAME, NEAR, TEXT, World


def client_facts(world: World) -> eng.ClientFacts:
    draw = world.draw
    colour = draw(st.none() | st.integers(0, 10))
    return eng.ClientFacts(draw(NAME), draw(NAME), draw(NAME), colour, draw(st.booleans()), draw(TEXT))


def invoice_facts(world: World) -> billing.InvoiceFacts:
    draw = world.draw
    amount = draw(st.integers(1, 10**9) | st.integers(-(10**9), -1))
    return billing.InvoiceFacts(draw(DAYS), draw(DAYS), amount, draw(NAME), draw(TEXT))


def note_contact(world: World) -> clients.NoteContact:
    draw = world.draw
    engagement = world.some("engagement")
    client = world.rows["engagement"].get(engagement, {}).get("client_id")
    whom = draw(st.sampled_from([None, world.some("contact", client_id=client)]))
    channel = draw(st.sampled_from(UpdateChannel))
    return clients.NoteContact(EngagementId(engagement), draw(DAYS), channel, whom, draw(TEXT))


def edit_contact_note(world: World) -> clients.EditContactNote:
    given = note_contact(world)
    return clients.EditContactNote(
        world.some("contact_note"),
        given.day,
        given.channel,
        world.draw(st.sampled_from([None, given.contact])),
        given.note,
    )


def engagement_facts(world: World) -> eng.EngagementFacts:
    draw = world.draw
    starts = draw(MAYBE_DAY)
    return eng.EngagementFacts(
        title=draw(NAME),
        service_line=draw(st.sampled_from(ServiceLine)),
        kind=draw(TEXT),
        state=draw(st.sampled_from(EngagementState)),
        fee=draw(st.sampled_from(FeeArrangement)),
        fee_minor=draw(st.none() | MONEY),
        currency=draw(st.sampled_from(["GBP", "eur", "JPY"])),
        period_end=draw(MAYBE_DAY),
        starts=starts,
        ends=None if starts is None else starts + timedelta(days=90),
        priority=draw(st.integers(1, 5)),
        note=draw(TEXT),
    )


def code_facts(world: World) -> eng.CodeFacts:
    draw = world.draw
    closed = draw(st.booleans())
    return eng.CodeFacts(
        code=draw(NAME),
        activity=draw(TEXT),
        valid_from=draw(MAYBE_DAY),
        closed=closed,
        closed_on=draw(MAYBE_DAY) if closed else None,
        chargeable=draw(st.booleans()),
    )


def add_code(world: World) -> eng.AddCode:
    if world.draw(st.booleans()):
        return eng.AddCode(EngagementId(world.some("engagement")), code_facts(world))
    return eng.AddCode(None, code_facts(world), world.draw(st.sampled_from(NonClientKind)))


def edit_code(world: World) -> eng.EditCode:
    return eng.EditCode(CodeId(world.some("charge_code")), code_facts(world))


def edit_engagement(world: World) -> eng.EditEngagement:
    facts = engagement_facts(world)
    engagement = world.some("engagement")
    kept = EngagementState(world.rows["engagement"][engagement]["state"])
    state = world.draw(st.sampled_from([kept, kept, facts.state]))
    return eng.EditEngagement(EngagementId(engagement), replace(facts, state=state), reason=world.draw(TEXT))


def set_gate(world: World) -> eng.SetGate:
    draw = world.draw
    kind, state = draw(st.sampled_from(GateKind)), draw(st.sampled_from(GateState))
    return eng.SetGate(EngagementId(world.some("engagement")), kind, state, draw(MAYBE_DAY), draw(TEXT))


def add_team_member(world: World) -> people.AddTeamMember:
    draw = world.draw
    person = PersonId(world.some("person"))
    return people.AddTeamMember(EngagementId(world.some("engagement")), person, draw(NAME), draw(MAYBE_DAY))


def set_rate(world: World) -> people.SetRate:
    draw = world.draw
    grade, day = draw(st.sampled_from(["Senior", "Partner"])), draw(st.sampled_from([date(2026, 1, 1)]) | DAYS)
    return people.SetRate(
        world.some("rate_card"), grade, day, charge_minor_per_h=draw(MONEY), cost_minor_per_h=draw(MONEY)
    )


def plan_draft(world: World) -> PlanDraft:
    draw = world.draw
    starts = draw(MAYBE_DAY)
    task = TaskDraft(draw(NAME), draw(st.none() | st.integers(0, 10**6)), draw(MAYBE_DAY))
    phase = PhaseDraft(draw(NAME), starts, starts, (task,), (DateDraft(draw(NAME), draw(DAYS)),))
    return PlanDraft((phase,), (TaskDraft(draw(NAME), None),), (DateDraft(draw(NAME), draw(DAYS)),))


def gate_kinds(world: World) -> tuple[GateKind, ...]:
    return tuple(world.draw(st.lists(st.sampled_from(GateKind), unique=True)))


def create_engagement(world: World) -> setup.CreateEngagement:
    draw = world.draw
    client = draw(st.sampled_from([client_facts(world), ClientId(world.some("client"))]))
    codes = (code_facts(world),) if draw(st.booleans()) else ()
    return setup.CreateEngagement(client, engagement_facts(world), plan_draft(world), gate_kinds(world), codes)


def roll_forward(world: World) -> setup.RollForwardEngagement:
    team = (setup.TeamPlace(PersonId(world.some("person")), world.draw(NAME)),)
    return setup.RollForwardEngagement(
        EngagementId(world.some("engagement")), engagement_facts(world), plan_draft(world), gate_kinds(world), team
    )


def change_state(world: World) -> setup.ChangeEngagementState:
    draw = world.draw
    state = draw(st.sampled_from([EngagementState.CLOSED, EngagementState.ON_HOLD]))
    engagement = EngagementId(world.some("engagement", state="active"))
    return setup.ChangeEngagementState(engagement, state, draw(TEXT), draw(st.none() | NEAR))


def member_facts(world: World) -> teams.MemberFacts:
    draw = world.draw
    return teams.MemberFacts(draw(NAME), draw(MAYBE_DAY), None, draw(st.none() | st.integers(0, 10**6)))


def put_on_team(world: World) -> teams.PutOnTeam:
    draw = world.draw
    new = teams.NewPerson(draw(NAME), draw(st.sampled_from(["", "Senior"])))
    person = draw(st.sampled_from([new, PersonId(world.some("person"))]))
    return teams.PutOnTeam(EngagementId(world.some("engagement")), person, member_facts(world))


def wishes(world: World) -> ClientPreferences:
    draw = world.draw
    return ClientPreferences(draw(TEXT), draw(st.none() | st.sampled_from(UpdateFormat)), recipients=(draw(TEXT),))


def contact_facts(world: World) -> clients.ContactFacts:
    return clients.ContactFacts(world.draw(NAME), world.draw(TEXT), world.draw(TEXT))


SETUP_STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
    "CreateEngagement": create_engagement,
    "RollForwardEngagement": roll_forward,
    "ChangeEngagementState": change_state,
    "EditPhase": lambda w: plans.EditPhase(w.some("phase"), plans.PhaseFacts(w.draw(NAME), w.draw(MAYBE_DAY))),
    "MovePhase": lambda w: plans.MovePhase(w.some("phase"), w.draw(st.sampled_from([-1, 1]))),
    "RemovePhase": lambda w: plans.RemovePhase(w.some("phase")),
    "EditTask": lambda w: plans.EditTask(
        TaskId(w.some("task")), plans.TaskFacts(w.draw(NAME), None, w.draw(st.integers(0, 10**6)), w.draw(MAYBE_DAY))
    ),
    "RemoveTask": lambda w: plans.RemoveTask(TaskId(w.some("task"))),
    "EditMilestone": lambda w: plans.EditMilestone(
        w.some("milestone"), plans.MilestoneFacts(w.draw(NAME), w.draw(DAYS), None, w.draw(MAYBE_DAY))
    ),
    "RemoveMilestone": lambda w: plans.RemoveMilestone(w.some("milestone")),
    "ChangeClient": lambda w: clients.ChangeClient(ClientId(w.some("client")), client_facts(w), wishes(w)),
    "RemoveClient": lambda w: clients.RemoveClient(ClientId(w.some("client", name="Fenmoor Mills"))),
    "HideClientNames": lambda w: clients.HideClientNames(w.draw(st.sampled_from([None, ClientId(w.some("client"))]))),
    "AddContact": lambda w: clients.AddContact(ClientId(w.some("client")), contact_facts(w)),
    "EditContact": lambda w: clients.EditContact(w.some("contact"), contact_facts(w)),
    "RemoveContact": lambda w: clients.RemoveContact(w.some("contact")),
    "NoteContact": note_contact,
    "AddInvoice": lambda w: billing.AddInvoice(EngagementId(w.some("engagement")), invoice_facts(w)),
    "EditInvoice": lambda w: billing.EditInvoice(w.some("invoice"), invoice_facts(w)),
    "RemoveInvoice": lambda w: billing.RemoveInvoice(w.some("invoice")),
    "EditContactNote": edit_contact_note,
    "RemoveContactNote": lambda w: clients.RemoveContactNote(w.some("contact_note")),
    "PutOnTeam": put_on_team,
    "EditTeamMember": lambda w: teams.EditTeamMember(
        w.some("team_member"), member_facts(w), w.draw(st.sampled_from(["", "Manager"])), w.draw(DAYS)
    ),
    "UseRateCard": lambda w: teams.UseRateCard(EngagementId(w.some("engagement")), w.some("rate_card")),
    "UseNewRateCard": lambda w: teams.UseNewRateCard(
        EngagementId(w.some("engagement")), w.draw(NAME), w.draw(st.sampled_from(["GBP", "eur"]))
    ),
    "RemoveRate": lambda w: teams.RemoveRate(w.some("rate_line")),
    "AddClient": lambda w: eng.AddClient(client_facts(w)),
    "EditClient": lambda w: eng.EditClient(ClientId(w.some("client")), client_facts(w)),
    "AddEngagement": lambda w: eng.AddEngagement(ClientId(w.some("client")), engagement_facts(w)),
    "EditEngagement": edit_engagement,
    "SetEngagementState": lambda w: eng.SetEngagementState(
        EngagementId(w.some("engagement", state="active")), w.draw(st.sampled_from(EngagementState)), w.draw(TEXT)
    ),
    "SetGate": set_gate,
    "AddCode": add_code,
    "EditCode": edit_code,
    "AddPhase": lambda w: eng.AddPhase(
        EngagementId(w.some("engagement")), w.draw(NAME), w.draw(MAYBE_DAY), None, w.draw(st.sampled_from(PhaseState))
    ),
    "AddTask": lambda w: eng.AddTask(
        EngagementId(w.some("engagement")), w.draw(NAME), estimate_s=w.draw(st.none() | st.integers(0, 10**6))
    ),
    "AddMilestone": lambda w: eng.AddMilestone(EngagementId(w.some("engagement")), w.draw(NAME), w.draw(DAYS)),
    "AddPerson": lambda w: people.AddPerson(w.draw(NAME), w.draw(st.sampled_from(["", "Senior"])), w.draw(DAYS)),
    "SetGrade": lambda w: people.SetGrade(PersonId(w.some("person")), w.draw(NAME), w.draw(DAYS)),
    "AddTeamMember": add_team_member,
    "RemoveTeamMember": lambda w: people.RemoveTeamMember(w.some("team_member")),
    "AddRateCard": lambda w: people.AddRateCard(w.draw(NAME), "GBP"),
    "SetRate": set_rate,
}
