"""For every command, a strategy that draws one which mostly can be done in the store at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.activity import Stretch
from engagedesk.domain.away import AwayPolicy, Then
from engagedesk.domain.budget import AlertRule
from engagedesk.domain.client import ClientPreferences, UpdateChannel, UpdateFormat
from engagedesk.domain.days import Week
from engagedesk.domain.firm_profile import FirmProfile
from engagedesk.domain.handover import LineContent, LineKey
from engagedesk.domain.ids import AwayId, ClientId, CodeId, EngagementId, EntryId, PersonId, TaskId
from engagedesk.domain.plan_draft import DateDraft, PhaseDraft, PlanDraft, TaskDraft
from engagedesk.domain.spans import Span
from engagedesk.domain.states import (
    AwayCause,
    DraftSource,
    EngagementState,
    EntryState,
    ExcessCause,
    FeeArrangement,
    GateKind,
    GateState,
    NonClientKind,
    PhaseState,
    ServiceLine,
)
from engagedesk.domain.suggestions import DraftTarget
from engagedesk.domain.week_grid import RowKey
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.command import Command
from engagedesk.services.commands import (
    activity,
    away,
    billing,
    budgets,
    clients,
    firm,
    handover,
    people,
    plans,
    room,
    teams,
    time,
    timesheet,
    weeks,
)
from engagedesk.services.commands import engagement_setup as setup
from engagedesk.services.commands import engagements as eng
from engagedesk.services.demo import DemoFilled, FillSample
from engagedesk.services.importing import commands as importing
from tests.services.building import LONDON, WEEK, Desk, Rows, at
from tests.services.import_rows import code_row, engagement_row, plan_of, read_of, recorded_row, staffing_row, time_row
from tests.services.plan_import_rows import plan_rows
from tests.services.plan_strategies import PLAN_STRATEGIES

Draw = Callable[[st.SearchStrategy[Any]], Any]

TEXT: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
NAME: Final = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
DAYS: Final = st.dates(date(2026, 1, 1), date(2027, 12, 31))
NEAR: Final = st.sampled_from([date(2026, 11, 10) + timedelta(days=n) for n in range(14)])
MAYBE_DAY: Final = st.none() | DAYS
MONEY: Final = st.integers(0, 10**9)
ZONES: Final = st.sampled_from([LONDON, "Asia/Kolkata", "America/New_York", "Pacific/Apia", "UTC"])


class World:
    """What a command can name in the store as it is now."""

    draw: Draw
    rows: Rows
    now: int

    def __init__(self, desk: Desk, draw: Draw) -> None:
        self.desk = desk
        self.draw = draw
        self.rows: Rows = desk.rows()
        self.now = desk.clock.now_s()

    def some(self, table: str, **wanted: object) -> Any:
        """Return one id of a table, most often of a record that fits."""
        fitting = [one for one, row in self.rows[table].items() if all(row[n] == v for n, v in wanted.items())]
        return self.draw(st.sampled_from(sorted(fitting or self.rows[table] or {bytes(16): {}})))

    def several(self, table: str, **wanted: object) -> tuple[Any, ...]:
        fitting = [one for one, row in self.rows[table].items() if all(row[n] == v for n, v in wanted.items())]
        if not fitting:
            return ()
        return tuple(self.draw(st.lists(st.sampled_from(sorted(fitting)), min_size=1, max_size=4, unique=True)))

    def editable(self) -> Any:
        state = self.draw(st.sampled_from(["draft", "draft", "draft", "ready", "returned", "submitted"]))
        return self.some("time_entry", state=state)

    def target(self) -> time.Target:
        kind = self.draw(st.sampled_from(["code", "engagement", "task", "nothing"]))
        if kind == "code":
            return time.Target(code=CodeId(self.some("charge_code")))
        if kind == "engagement":
            return time.Target(engagement=EngagementId(self.some("engagement")))
        if kind == "task" and self.rows["task"]:
            task = self.some("task")
            return time.Target(EngagementId(self.rows["task"][task]["engagement_id"]), task=TaskId(task))
        return time.Target()

    def work(self) -> time.Work:
        draw = self.draw
        return time.Work(self.target(), draw(TEXT), draw(TEXT), draw(st.none() | st.booleans()))

    def span(self) -> Span:
        start = at("2026-11-16T00:00") + self.draw(st.integers(-7 * 86_400, 7 * 86_400))
        return Span(start, start + self.draw(st.integers(1, 86_400)))


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


def firm_profile(world: World) -> firm.SetFirmProfile:
    draw = world.draw
    return firm.SetFirmProfile(
        FirmProfile(
            name=draw(NAME), increment_s=draw(st.sampled_from([360, 900])), split_at_month_end=draw(st.booleans())
        )
    )


def setting(world: World) -> firm.ChangeSetting:
    wanted = [("timer.heartbeat_s", 30), ("window.close_to_tray", False), ("backup.folder", "/mnt/safe")]
    key, value = world.draw(st.sampled_from([*wanted, ("privacy.code_names", False)]))
    return firm.ChangeSetting(key, value)


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


def start_timer(world: World) -> time.StartTimer:
    back = world.draw(st.none() | st.integers(0, 3600))
    return time.StartTimer(
        world.work(), world.now, world.draw(ZONES), at_utc=None if back is None else world.now - back
    )


def add_entry(world: World) -> time.AddEntry:
    draw = world.draw
    zone = draw(ZONES)
    if draw(st.booleans()):
        return time.AddEntry(world.work(), zone=zone, now_utc=world.now, span=world.span())
    seconds = draw(st.integers(1, 86_400))
    return time.AddEntry(world.work(), zone=zone, now_utc=world.now, day=draw(NEAR), seconds=seconds)


def edit_entry(world: World) -> time.EditEntry:
    draw = world.draw
    entry = world.editable()
    row = world.rows["time_entry"][entry]
    choice = draw(st.sampled_from(["times", "work", "words"]))
    if choice == "times" and row["start_utc"] is not None:
        span = world.span()
        edit = time.EntryEdit(start_utc=span.start_utc, end_utc=span.end_utc)
    elif choice == "times":
        edit = time.EntryEdit(seconds=draw(st.integers(1, 86_400)), day=draw(NEAR))
    elif choice == "work":
        edit = time.EntryEdit(target=world.target())
    else:
        edit = time.EntryEdit(narrative=draw(TEXT), activity=draw(TEXT), chargeable=draw(st.booleans()))
    return time.EditEntry(EntryId(entry), edit, world.now, reason=draw(TEXT))


def mark_entries(world: World) -> time.MarkEntries:
    state = world.draw(st.sampled_from([EntryState.DRAFT, EntryState.READY]))
    wanted = "ready" if state is EntryState.DRAFT else "draft"
    return time.MarkEntries(world.several("time_entry", state=wanted), state)


def reverse_entry(world: World) -> time.ReverseEntry:
    return time.ReverseEntry(EntryId(world.some("time_entry", state="posted")), world.now, world.draw(NAME))


def some_week(world: World) -> Week:
    week: Week = world.draw(st.sampled_from([WEEK, WEEK, Week.parse("2026-W46"), Week.parse("2026-W45")]))
    return week


def draft_target(world: World) -> DraftTarget:
    target = world.target()
    return DraftTarget(target.engagement, target.code, target.task)


def accept_draft(world: World) -> activity.AcceptDraft:
    return activity.AcceptDraft(
        world.draw(st.sampled_from(DraftSource)),
        draft_target(world),
        world.draw(NEAR),
        span=world.span(),
        work=world.work(),
        zone=world.draw(ZONES),
        now_utc=world.now,
    )


def import_file(world: World) -> importing.ImportFile:
    draw = world.draw
    kind = draw(st.sampled_from(ImportKind))
    minutes = draw(st.integers(1, 600))
    rows: dict[ImportKind, list[Any]] = {
        ImportKind.TIME: [
            time_row(minutes=minutes, narrative=draw(TEXT)),
            time_row("2026-10-06T23:30", minutes, client="Harrowgate Foods plc", engagement="Group audit"),
        ],
        ImportKind.RECORDED: [recorded_row(draw(NAME)), recorded_row("Ben Okoro", seconds=-minutes)],
        ImportKind.ENGAGEMENTS: [engagement_row(draw(NAME)), engagement_row("Harrowgate Foods plc", priority="1")],
        ImportKind.STAFFING: [staffing_row(draw(NAME))],
        **plan_rows(draw),
        ImportKind.CODES: [code_row(draw(NAME)), code_row("410118-10", activity=draw(NAME))],
    }
    return importing.ImportFile(plan_of(world.desk, read_of(kind, rows[kind])), world.now)


def make_room(world: World) -> room.MakeRoom:
    draw = world.draw
    entry = world.some("time_entry", state=draw(st.sampled_from(["draft", "ready"])))
    row = world.rows["time_entry"][entry]
    start = row["start_utc"] or world.now - 7200
    end = row["end_utc"] or start + 7200
    first = draw(st.integers(start, end))
    return room.MakeRoom(EntryId(entry), Span(first, draw(st.integers(first, end))), world.now)


def line_key(world: World) -> LineKey:
    draw = world.draw
    rows = world.rows["entered_line"].values()
    ticked = [LineKey(date.fromisoformat(row["work_day"]), row["code"], row["activity"]) for row in rows]
    other = LineKey(draw(NEAR), "ADM-010", draw(st.sampled_from(["", "EQR"])))
    key: LineKey = draw(st.sampled_from([*ticked, other]))
    return key


def tick_lines(world: World) -> handover.TickLines:
    draw = world.draw
    content = LineContent(draw(st.integers(-36_000, 36_000)), draw(TEXT))
    return handover.TickLines((handover.TypedLine(line_key(world), content),), world.now)


def accept_difference(world: World) -> handover.AcceptDifference:
    draw = world.draw
    seconds = draw(st.integers(0, 36_000))
    return handover.AcceptDifference(
        draw(NEAR), "410118-10", worked_s=seconds, recorded_s=900, note=draw(NAME), now_utc=world.now
    )


def split_away(world: World) -> away.SplitAway:
    draw = world.draw
    one = world.some("away_period", answer=None)
    row = world.rows["away_period"].get(one)
    length = 0 if row is None else (row["end_utc"] or world.now) - row["start_utc"]
    count = draw(st.integers(1, 3))
    parts = [away.AwayPart(length // count, draw(st.just(world.work()) | st.none())) for _ in range(count)]
    return away.SplitAway(AwayId(one), tuple(parts), draw(st.sampled_from(Then)), world.now)


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
}


GRADES: Final = st.sampled_from(["", "Manager", "Senior", "Partner"])


def budget_lines(world: World, engagement: bytes) -> tuple[budgets.LineFacts, ...]:
    draw = world.draw
    phases = [one for one, row in sorted(world.rows["phase"].items()) if row["engagement_id"] == engagement]
    cells = draw(st.lists(st.tuples(st.sampled_from([None, *phases]), GRADES), max_size=4, unique=True))
    return tuple(budgets.LineFacts(p, g, draw(st.integers(0, 10**7)), draw(MONEY)) for p, g in cells)


def set_budget(world: World) -> budgets.SetBudget:
    engagement = EngagementId(world.some("engagement"))
    lines = budget_lines(world, engagement)
    return budgets.SetBudget(engagement, lines, world.draw(NEAR), world.now, world.draw(st.sampled_from(["", "Scope"])))


def edit_budget(world: World) -> budgets.EditBudget:
    budget = world.some("budget")
    row = world.rows["budget"].get(budget)
    lines = budget_lines(world, row["engagement_id"]) if row else ()
    return budgets.EditBudget(budget, lines, world.draw(st.sampled_from(["", "Agreed"])))


def excess_facts(world: World, engagement: bytes) -> budgets.ExcessFacts:
    draw = world.draw
    phases = [one for one, row in sorted(world.rows["phase"].items()) if row["engagement_id"] == engagement]
    return budgets.ExcessFacts(
        draw(st.sampled_from([None, *phases])), draw(GRADES), draw(NEAR), draw(st.integers(1, 10**6)),
        draw(st.sampled_from(ExcessCause)), draw(NAME),
    )  # fmt: skip


def note_excess(world: World) -> budgets.NoteExcess:
    engagement = EngagementId(world.some("engagement"))
    return budgets.NoteExcess(engagement, excess_facts(world, engagement))


def edit_excess(world: World) -> budgets.EditExcess:
    excess = world.some("excess_hours")
    row = world.rows["excess_hours"].get(excess, {"engagement_id": b""})
    return budgets.EditExcess(excess, excess_facts(world, row["engagement_id"]))


BUDGET_STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
    "SetBudget": set_budget,
    "EditBudget": edit_budget,
    "SetBudgetRule": lambda w: budgets.SetBudgetRule(
        EngagementId(w.some("engagement")),
        w.draw(st.sampled_from([None, AlertRule(), AlertRule((50, 80), None), AlertRule((), 0)])),
    ),
    "TypeEstimate": lambda w: budgets.TypeEstimate(
        EngagementId(w.some("engagement")), None, w.draw(GRADES), w.draw(st.none() | st.integers(0, 10**6)), w.now
    ),
    "SetFxRate": lambda w: budgets.SetFxRate("EUR", "GBP", w.draw(NEAR), w.draw(st.none() | st.integers(1, 2_000_000))),
    "NoteExcess": note_excess,
    "EditExcess": edit_excess,
    "RemoveExcess": lambda w: budgets.RemoveExcess(w.some("excess_hours")),
    "AcknowledgeAlert": lambda w: budgets.AcknowledgeAlert(w.some("budget_alert"), w.draw(NAME), w.now),
    "RaiseAlerts": lambda w: budgets.RaiseAlerts(w.draw(NEAR), w.now),
}


def row_of(world: World) -> RowKey:
    """Return the grid row of some entry, or of a code without any."""
    entry = world.rows["time_entry"][world.editable()] if world.rows["time_entry"] else None
    if entry is not None and world.draw(st.booleans()):
        return RowKey(bool(entry["chargeable"]), entry["engagement_id"], entry["code_id"], entry["activity"])
    code = world.some("charge_code")
    owner = world.rows["charge_code"][code]["engagement_id"]
    return RowKey(world.draw(st.booleans()), owner, CodeId(code), world.draw(st.sampled_from(["", "Fieldwork"])))


def set_cells(world: World) -> timesheet.SetCells:
    draw = world.draw
    cells = [
        timesheet.CellValue(row_of(world), draw(NEAR), draw(st.sampled_from([0, 600, 5400, 36_000])))
        for _ in range(draw(st.integers(1, 3)))
    ]
    return timesheet.SetCells(tuple(cells), LONDON, world.now)


def split_entry(world: World) -> timesheet.SplitEntry:
    entry = world.editable()
    row = world.rows["time_entry"].get(entry, {})
    cut = world.draw(st.integers(0, 7200))
    if row.get("start_utc"):
        return timesheet.SplitEntry(EntryId(entry), world.now, at_utc=row["start_utc"] + cut)
    return timesheet.SplitEntry(EntryId(entry), world.now, first_s=cut)


def two_entries(world: World, *, touching: bool) -> tuple[EntryId, EntryId]:
    """Return two entries, most often such as touch on the same code, or such as claim the same time."""
    spans = [
        (row["start_utc"], row["end_utc"], one, row["code_id"])
        for one, row in sorted(world.rows["time_entry"].items())
        if row["end_utc"] is not None and row["state"] in ("draft", "ready", "returned")
    ]
    fitting = [
        (a[2], b[2])
        for a in spans
        for b in spans
        if a[2] != b[2] and (a[1] == b[0] and a[3] == b[3] if touching else a[0] < b[1] and b[0] < a[1])
    ]
    if fitting and world.draw(st.integers(0, 3)):
        first, second = world.draw(st.sampled_from(fitting))
        return EntryId(first), EntryId(second)
    return EntryId(world.editable()), EntryId(world.editable())


STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
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
    "SetUpStore": lambda w: firm.SetUpStore(w.draw(NAME), w.now),
    "NameOwner": lambda w: firm.NameOwner(w.draw(NAME), w.draw(st.sampled_from(["", "Manager"])), w.draw(DAYS)),
    "SetFirmProfile": firm_profile,
    "SetDayStart": lambda w: firm.SetDayStart(w.draw(NEAR), w.draw(st.integers(0, 720))),
    "ChangeSetting": setting,
    "ResetSetting": lambda w: firm.ResetSetting(w.draw(st.sampled_from(["lock.after_min"]))),
    "KeepAttachment": lambda w: firm.KeepAttachment(w.draw(st.binary(min_size=1, max_size=99)), "image/png", w.now),
    **SETUP_STRATEGIES,
    **PLAN_STRATEGIES,
    **BUDGET_STRATEGIES,
    "AddSyncTarget": lambda w: firm.AddSyncTarget("webhook", w.draw(NAME), w.draw(NEAR), w.draw(TEXT)),
    "RememberView": lambda w: firm.RememberView("today", w.draw(TEXT)),
    "AddPerson": lambda w: people.AddPerson(w.draw(NAME), w.draw(st.sampled_from(["", "Senior"])), w.draw(DAYS)),
    "SetGrade": lambda w: people.SetGrade(PersonId(w.some("person")), w.draw(NAME), w.draw(DAYS)),
    "AddTeamMember": add_team_member,
    "RemoveTeamMember": lambda w: people.RemoveTeamMember(w.some("team_member")),
    "AddRateCard": lambda w: people.AddRateCard(w.draw(NAME), "GBP"),
    "SetRate": set_rate,
    "StartTimer": start_timer,
    "StopTimer": lambda w: time.StopTimer(w.now),
    "NoteActivity": lambda w: time.NoteActivity(w.now),
    "AddEntry": add_entry,
    "EditEntry": edit_entry,
    "DeleteEntry": lambda w: time.DeleteEntry(EntryId(w.editable()), running_too=w.draw(st.booleans())),
    "MarkEntries": mark_entries,
    "RecodeEntries": lambda w: time.RecodeEntries(
        w.several("time_entry", state="draft"), CodeId(w.some("charge_code")), w.now, w.draw(TEXT)
    ),
    "ReverseEntry": reverse_entry,
    "ReverseEntries": lambda w: weeks.ReverseEntries(w.several("time_entry", state="posted"), w.now, w.draw(NAME)),
    "BeginAway": lambda w: away.BeginAway(
        w.now - w.draw(st.integers(0, 900)), w.draw(st.sampled_from(AwayCause)), w.now, LONDON
    ),
    "EndAway": lambda w: away.EndAway(
        w.now - w.draw(st.integers(0, 60)), w.now, AwayPolicy(short_s=w.draw(st.sampled_from([0, 600])))
    ),
    "KeepAway": lambda w: away.KeepAway(
        AwayId(w.some("away_period", answer=None)), w.draw(st.sampled_from(Then)), w.now
    ),
    "DiscardAway": lambda w: away.DiscardAway(
        AwayId(w.some("away_period", answer=None)), w.draw(st.sampled_from(Then)), w.now
    ),
    "SplitAway": split_away,
    "SubmitWeek": lambda w: weeks.SubmitWeek(some_week(w), LONDON, w.now),
    "RecallWeek": lambda w: weeks.RecallWeek(Week.parse("2026-W45"), w.now),
    "ReturnEntries": lambda w: weeks.ReturnEntries(w.several("time_entry", state="submitted"), w.draw(NAME), w.now),
    "PostEntries": lambda w: weeks.PostEntries(w.several("time_entry", state="submitted")),
    "KeepActivity": lambda w: activity.KeepActivity(
        tuple(
            Stretch(w.now + 60 * i, w.now + 60 * i + 45, w.draw(TEXT), w.draw(TEXT), w.some("engagement"))
            for i in range(w.draw(st.integers(0, 3)))
        )
    ),
    "PurgeActivity": lambda w: activity.PurgeActivity(w.now - 600, w.now + w.draw(st.integers(-900, 900))),
    "AcceptDraft": accept_draft,
    "DismissDraft": lambda w: activity.DismissDraft(
        w.draw(st.sampled_from(DraftSource)), draft_target(w), w.draw(NEAR), span=w.span(), now_utc=w.now
    ),
    "TakeBackDismissal": lambda w: activity.TakeBackDismissal(w.draw(st.binary(min_size=16, max_size=16))),
    "SetCells": set_cells,
    "CopyWeekRows": lambda w: timesheet.CopyWeekRows(
        Week.parse(w.draw(st.sampled_from(["2026-W45", "2026-W46", "2026-W47"]))),
        Week.parse(w.draw(st.sampled_from(["2026-W47", "2026-W48"]))),
        LONDON,
        w.now,
    ),
    "SplitEntry": split_entry,
    "MergeEntries": lambda w: timesheet.MergeEntries(*two_entries(w, touching=True), w.now),
    "ResolveOverlap": lambda w: timesheet.ResolveOverlap(*two_entries(w, touching=False), w.now),
    "MakeRoom": make_room,
    "TickLines": tick_lines,
    "UntickLines": lambda w: handover.UntickLines((line_key(w),)),
    "MarkPosted": lambda w: handover.MarkPosted(
        w.several("time_entry", state=w.draw(st.sampled_from(["draft", "submitted"]))), w.now
    ),
    "AcceptDifference": accept_difference,
    "OpenDifference": lambda w: handover.OpenDifference(date(2026, 11, 9), "410118-10"),
    "ImportFile": import_file,
    "UndoImport": lambda w: importing.UndoImport(w.some("import_batch", undone_utc=None), w.now),
    "SaveMapping": lambda w: importing.SaveMapping(
        w.draw(st.sampled_from(["Old tracker", "New"])), {"a": w.draw(TEXT)}
    ),
    "FillSample": lambda w: FillSample(
        1, WEEK.last, DemoFilled(0, 0, 0, 0, first_day=WEEK.first, last_day=WEEK.last), (), (), w.now
    ),
}
"""By the command's name. ``Restore`` is what undo and redo are made of, so every other one proves it."""
