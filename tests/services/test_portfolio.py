"""Engagements and clients as their pages ask for and change them, against a real store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from engagedesk.domain.client import ClientPreferences, UpdateChannel, UpdateFrequency
from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.domain.ids import ClientId, CodeId, EngagementId
from engagedesk.domain.plan_draft import plan_from_template
from engagedesk.domain.roll_forward import roll_forward
from engagedesk.domain.states import EngagementState, GateKind, GateState, PhaseState, ServiceLine
from engagedesk.errors import UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.command import Command
from engagedesk.services.commands.billing import AddInvoice, InvoiceFacts, RemoveInvoice
from engagedesk.services.commands.clients import (
    AddContact,
    ChangeClient,
    ContactFacts,
    EditContactNote,
    HideClientNames,
    NoteContact,
    RemoveClient,
    RemoveContactNote,
)
from engagedesk.services.commands.engagement_setup import (
    ChangeEngagementState,
    CreateEngagement,
    RollForwardEngagement,
    TeamPlace,
)
from engagedesk.services.commands.engagements import (
    AddCode,
    AddPhase,
    AddTask,
    ClientFacts,
    CodeFacts,
    EditEngagement,
    EngagementFacts,
)
from engagedesk.services.commands.firm import ChangeSetting, SetFirmProfile
from engagedesk.services.commands.people import SetGrade, SetRate
from engagedesk.services.commands.plans import EditPhase, PhaseFacts, RemovePhase, RemoveTask
from engagedesk.services.commands.teams import MemberFacts, NewPerson, PutOnTeam, UseNewRateCard, UseRateCard
from engagedesk.services.commands.time import AddEntry, StartTimer, Target, Work
from engagedesk.services.queries.billing import invoices
from engagedesk.services.queries.clients import ClientFilter, ClientOrder, client_list, contact_notes
from engagedesk.services.queries.dashboard import dashboard, unbilled_of
from engagedesk.services.queries.engagement_book import ending_facts, engagement_book, engagement_year
from engagedesk.services.queries.engagement_list import WORKED_OUT, EngagementFilter, Ordering, engagement_list
from engagedesk.services.queries.engagements import engagement_page
from engagedesk.services.queries.history import history
from engagedesk.services.queries.portfolio import last_contacts
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.services.queries.today import today
from engagedesk.services.quick import quick_desk
from engagedesk.services.templates import template_for
from engagedesk.settings import CODE_NAMES
from tests.services.building import LONDON, Desk
from tests.services.import_rows import import_rows, recorded_row

SUNDAY = date(2026, 11, 22)


def named(desk: Desk, title: str) -> EngagementId:
    [found] = desk.ids("engagement", title=title)
    return EngagementId(found)


def client(desk: Desk, name: str) -> ClientId:
    [found] = desk.ids("client", name=name)
    return ClientId(found)


def titles(desk: Desk, wanted: EngagementFilter) -> list[str]:
    return [row.title for row in desk.read(engagement_list, wanted, today=SUNDAY).rows]


def test_a_new_engagement_comes_with_client_plan_gates_and_code_and_goes_in_one_step(desk: Desk) -> None:
    before = desk.rows()
    plan = plan_from_template(template_for(ServiceLine.TAX), date(2026, 12, 31))
    facts = EngagementFacts("Compliance", ServiceLine.TAX, period_end=date(2026, 12, 31), my_role="Reviewer")
    gates = (GateKind.ACCEPTANCE, GateKind.INDEPENDENCE)
    made = desk.do(CreateEngagement(ClientFacts("Brackley Homes"), facts, plan, gates, (CodeFacts("630112-01"),)))
    book = desk.read(engagement_book, made, today=SUNDAY)
    assert book is not None
    assert book.client == "Brackley"
    assert [phase.facts.name for phase in book.phases] == [phase.name for phase in plan.phases]
    assert len(book.tasks) == plan.task_count
    assert len(book.milestones) == len(plan.all_dates)
    assert {gate.kind: gate.state for gate in book.gates} == dict.fromkeys(gates, GateState.OPEN)
    assert [code.facts.code for code in book.codes] == ["630112-01"]
    assert [(member.is_me, member.facts.role) for member in book.team] == [(True, "Reviewer")]
    assert desk.undo() == "create engagement"
    assert desk.rows() == before


def test_a_client_has_a_title_once(desk: Desk) -> None:
    with pytest.raises(UserError, match=r"^engagement\.title_taken$"):
        facts = EngagementFacts(" group AUDIT ", ServiceLine.AUDIT)
        desk.do(CreateEngagement(client(desk, "Harrowgate Foods plc"), facts))


def test_next_year_stands_on_everybody_s_hours_and_starts_without_codes_and_sign_offs(desk: Desk) -> None:
    group = named(desk, "Group audit")
    import_rows(desk, ImportKind.RECORDED, recorded_row("Ben Okoro", seconds=7_200))
    [execution] = desk.ids("phase", name="Execution")
    desk.do(EditPhase(execution, PhaseFacts("Execution", date(2026, 10, 1), date(2027, 1, 31), PhaseState.DONE)))
    year = desk.read(engagement_year, group, today=SUNDAY)
    assert year is not None
    own = 8_100 + 9_900 + 10_800 + 12_600
    assert [phase.actual_s for phase in year.phases] == [own + 7_200, 0]
    proposal = roll_forward(year, date(2027, 12, 31))
    facts = EngagementFacts(proposal.title, ServiceLine.AUDIT, state=EngagementState.PLANNED)
    team = tuple(TeamPlace(m.person, m.role, m.starts, m.ends, m.planned_s) for m in proposal.team)
    made = desk.do(RollForwardEngagement(group, facts, proposal.plan, (GateKind.ENGAGEMENT_LETTER,), team))
    book = desk.read(engagement_book, made, today=SUNDAY)
    assert book is not None
    assert book.codes == ()
    assert book.facts.contract == ""
    assert [(gate.kind, gate.state) for gate in book.gates] == [(GateKind.ENGAGEMENT_LETTER, GateState.OPEN)]
    assert [(task.facts.name, task.facts.done_on) for task in book.tasks] == [("Stock count", None)]
    assert sum(task.facts.estimate_s or 0 for task in book.tasks) == proposal.plan.estimate_s
    assert [(member.name, member.facts.planned_s) for member in book.team] == [("Ben Okoro", 7_200)]
    assert desk.undo() == "roll engagement forward"
    assert desk.read(engagement_book, made, today=SUNDAY) is None


def test_closing_says_what_stays_open_closes_the_codes_and_keeps_the_reason(desk: Desk) -> None:
    group = named(desk, "Group audit")
    facts = desk.read(ending_facts, group)
    assert (facts.open_entries, facts.open_codes, facts.open_tasks, facts.running) == (2, 2, 1, False)
    desk.do(ChangeEngagementState(group, EngagementState.CLOSED, "Report signed", date(2026, 11, 23)))
    book = desk.read(engagement_book, group, today=SUNDAY)
    assert book is not None
    assert {code.facts.closed_on for code in book.codes} == {date(2026, 11, 23)}
    assert desk.read(history, group)[-1].reason == "Report signed"
    assert desk.undo() == "change engagement state"
    assert desk.read(ending_facts, group) == facts


def test_a_running_timer_keeps_an_engagement_open(desk: Desk) -> None:
    group = named(desk, "Group audit")
    desk.do(StartTimer(Work(Target(engagement=group)), desk.clock.now_s(), LONDON))
    assert desk.read(ending_facts, group).running
    with pytest.raises(UserError, match=r"^engagement\.running$"):
        desk.do(ChangeEngagementState(group, EngagementState.CLOSED))


def test_what_time_was_booked_on_stays(desk: Desk) -> None:
    group = named(desk, "Group audit")
    [phase] = desk.ids("phase", name="Execution")
    [task] = desk.ids("task", name="Stock count")
    desk.do(StartTimer(Work(Target(group, task=task)), desk.clock.now_s(), LONDON))
    with pytest.raises(UserError, match=r"^task\.has_time$"):
        desk.do(RemoveTask(task))
    with pytest.raises(UserError, match=r"^phase\.has_time$"):
        desk.do(RemovePhase(phase))
    desk.undo()
    with pytest.raises(UserError, match=r"^phase\.has_budget$"):
        desk.do(RemovePhase(phase))
    extra = desk.do(AddPhase(group, "Follow-up"))
    wrapped = desk.do(AddTask(group, "Wrap up", phase=extra))
    desk.do(RemovePhase(extra))
    assert desk.row("task", wrapped)["phase_id"] is None, "the phase goes, its tasks stay"


def test_somebody_new_joins_the_team_in_one_step(desk: Desk) -> None:
    group, before = named(desk, "Group audit"), desk.rows()
    desk.do(PutOnTeam(group, NewPerson("Mei Tanaka", "Senior"), MemberFacts("In-charge", planned_s=3_600)))
    page = desk.read(engagement_page, group, today=SUNDAY)
    assert page is not None
    assert [(m.name, m.grade, m.role) for m in page.team][-1] == ("Mei Tanaka", "Senior", "In-charge")
    with pytest.raises(UserError, match=r"^person\.exists$"):
        desk.do(PutOnTeam(group, NewPerson("Mei Tanaka"), MemberFacts()))
    [mei] = desk.ids("person", name="Mei Tanaka")
    with pytest.raises(UserError, match=r"^team\.twice$"):
        desk.do(PutOnTeam(group, mei, MemberFacts("In-charge")))
    desk.undo()
    assert desk.rows() == before


def test_rates_are_seen_as_far_as_the_firm_profile_allows_and_a_hidden_cost_is_kept(desk: Desk) -> None:
    group = named(desk, "Group audit")
    [card] = desk.ids("rate_card")
    desk.do(UseRateCard(group, card))
    book = desk.read(engagement_book, group, today=SUNDAY)
    assert book is not None
    assert (book.sight, book.card, book.rates) == (RateSight.NOBODY, None, ())
    desk.do(SetFirmProfile(FirmProfile(rates=RateSight.CHARGE_ONLY)))
    book = desk.read(engagement_book, group, today=SUNDAY)
    assert book is not None
    assert [(rate.charge_minor_per_h, rate.cost_minor_per_h) for rate in book.rates] == [(21_000, None)]
    desk.do(SetRate(card, "Senior", date(2026, 1, 1), 22_000, None))
    [line] = desk.rows()["rate_line"].values()
    assert (line["charge_minor_per_h"], line["cost_minor_per_h"]) == (22_000, 9_000)


def test_the_list_is_searched_and_narrowed(desk: Desk) -> None:
    assert set(titles(desk, EngagementFilter())) == {"Group audit", "Pillar Two", "Internal audit"}
    assert titles(desk, EngagementFilter(text="harrow 5200")) == ["Pillar Two"]
    assert titles(desk, EngagementFilter(text="100%_")) == [], "what SQL takes for a wildcard is a letter here"
    assert titles(desk, EngagementFilter(line=ServiceLine.ADVISORY)) == ["Internal audit"]
    assert titles(desk, EngagementFilter(open_gates=True)) == ["Internal audit"]
    assert titles(desk, EngagementFilter(awaiting_code=True)) == ["Internal audit"]
    assert titles(desk, EngagementFilter(client=client(desk, "Tarnbrook Building Society"))) == ["Internal audit"]
    desk.do(ChangeEngagementState(named(desk, "Pillar Two"), EngagementState.CLOSED))
    assert titles(desk, EngagementFilter(ended=True)) == ["Pillar Two"]
    found = desk.read(engagement_list, EngagementFilter(text="harrow"), today=SUNDAY)
    counts = found.counts
    assert (counts.running, counts.audit, counts.tax, counts.ended, found.total) == (1, 1, 0, 1, 3)
    assert [name for _, name in found.clients] == ["Harrowgate", "Tarnbrook"]


@pytest.mark.parametrize("order", [order for order in Ordering if order not in WORKED_OUT])
def test_every_order_turns_round(desk: Desk, order: Ordering) -> None:
    import_rows(desk, ImportKind.RECORDED, recorded_row("Ben Okoro"))
    forward = desk.read(engagement_list, EngagementFilter(order=order), today=SUNDAY).rows
    backward = desk.read(engagement_list, EngagementFilter(order=order, descending=True), today=SUNDAY).rows
    assert {row.id for row in forward} == {row.id for row in backward}
    keys: dict[Ordering, Callable[[EngagementRow], Any]] = {
        Ordering.ENGAGEMENT: lambda r: (r.short.casefold(), r.title.casefold()),
        Ordering.STATE: lambda r: list(EngagementState).index(r.state),
        Ordering.PHASE: lambda r: r.phase.casefold(),
        Ordering.NEXT: lambda r: r.next_date or date.max,
        Ordering.FEE: lambda r: (r.fee.value, r.fee_minor or 0),
        Ordering.WEEK: lambda r: r.own_week_s,
        Ordering.TOTAL: lambda r: r.own_total_s,
        Ordering.TEAM: lambda r: r.team_total_s,
        Ordering.AWAITING: lambda r: r.awaiting_code_s,
        Ordering.GATES: lambda r: len(r.open_gates),
    }
    shown = [keys[order](row) for row in forward]
    assert shown == sorted(shown)
    turned = [keys[order](row) for row in backward if row.next_date or order is not Ordering.NEXT]
    assert turned == sorted(turned, reverse=True)


def test_clients_are_found_by_contact_and_title_and_keep_their_wishes(desk: Desk) -> None:
    tarnbrook = client(desk, "Tarnbrook Building Society")
    wishes = ClientPreferences("German", frequency=UpdateFrequency.WEEKLY, recipients=("Mira Holt", "board"))
    desk.do(ChangeClient(tarnbrook, ClientFacts("Tarnbrook Building Society", "Basalt", colour=3), wishes))
    desk.do(AddContact(tarnbrook, ContactFacts("Ōta Weiß")))
    for text in ("mira", "internal", "BASALT", "Ōta"):
        found = desk.read(client_list, ClientFilter(text=text), today=SUNDAY)
        assert [row.label for row in found.rows] == ["Tarnbrook Building Society"]
    assert found.chosen is not None
    assert found.chosen.preferences == wishes
    assert [row.facts.name for row in found.chosen.contacts] == ["Mira Holt", "Ōta Weiß"]
    assert found.chosen.facts.colour == 3
    everything = desk.read(client_list, ClientFilter(order=ClientOrder.ENGAGEMENTS, descending=True), today=SUNDAY)
    assert [row.running for row in everything.rows] == [2, 1, 0]


def test_a_code_name_everywhere_needs_a_code_name_and_then_stands_for_the_client(desk: Desk) -> None:
    tarnbrook = client(desk, "Tarnbrook Building Society")
    facts = ClientFacts("Tarnbrook Building Society", "", colour=3, code_name_everywhere=True)
    with pytest.raises(UserError, match=r"^client\.code_name_missing$"):
        desk.do(ChangeClient(tarnbrook, facts, ClientPreferences()))
    named_so = ClientFacts("Tarnbrook Building Society", "Basalt", colour=3, code_name_everywhere=True)
    desk.do(ChangeClient(tarnbrook, named_so, ClientPreferences()))
    rows = desk.read(engagement_list, EngagementFilter(), today=SUNDAY).rows
    assert "Tarnbrook" not in repr(rows)
    assert "Tarnbrook" not in repr(desk.read(client_list, ClientFilter(), today=SUNDAY).rows)


def test_while_the_screen_is_shared_no_client_is_shown_by_name(desk: Desk) -> None:
    desk.do(ChangeSetting(CODE_NAMES.key, value=True))
    now = desk.clock.now_s()
    shown = repr(
        (
            desk.read(engagement_list, EngagementFilter(), today=SUNDAY),
            desk.read(client_list, ClientFilter(), today=SUNDAY).rows,
            desk.read(recent_targets, day=SUNDAY),
            desk.read(today, day=date(2026, 11, 16), zone=LONDON, now_utc=now),
            desk.read(engagement_page, named(desk, "Group audit"), today=SUNDAY),
            [target.client for target in desk.read(quick_desk, now_utc=now, zone=LONDON).context.targets.targets],
        )
    )
    assert "Juniper" in shown
    for name in ("Harrowgate", "Tarnbrook", "Fenmoor"):
        assert name not in shown
    desk.do(ChangeClient(client(desk, "Fenmoor Mills"), ClientFacts("Fenmoor Mills", colour=1), ClientPreferences()))
    rows = desk.read(client_list, ClientFilter(), today=SUNDAY).rows
    assert any(row.label.startswith("Client ") for row in rows), "without a code name the name is still not shown"
    desk.undo()
    desk.undo()
    assert "Harrowgate" in repr(desk.read(engagement_list, EngagementFilter(), today=SUNDAY))


def test_what_stands_out_names_no_hidden_client_either(desk: Desk) -> None:
    group = named(desk, "Group audit")
    book = desk.read(engagement_book, group, today=SUNDAY)
    assert book is not None
    facts = replace(book.facts, note="Harrowgate's bank asks Tarnbrook; HARROWGATE FOODS PLC waits")
    desk.do(EditEngagement(group, facts, book.version))

    def said() -> str:
        page = desk.read(engagement_page, group, today=SUNDAY)
        listed = desk.read(engagement_list, EngagementFilter(), today=SUNDAY).rows
        assert page is not None
        assert {row.note for row in listed if row.id == group} == {page.row.note}
        return page.row.note

    assert said() == facts.note
    desk.do(HideClientNames())
    assert "harrowgate" not in said().casefold()
    assert "Tarnbrook" not in said()
    assert said().endswith(" waits")
    desk.do(HideClientNames(client(desk, "Harrowgate Foods plc")))
    assert "HARROWGATE FOODS PLC" in said()
    assert "Tarnbrook" not in said()
    book = desk.read(engagement_book, group, today=SUNDAY)
    assert book is not None
    assert book.facts.note == facts.note, "what is edited is what was written"


def test_the_client_that_the_screen_is_shared_with_is_shown_by_name_until_sharing_ends(desk: Desk) -> None:
    def shown() -> str:
        now = desk.clock.now_s()
        found = (
            desk.read(engagement_list, EngagementFilter(), today=SUNDAY).rows,
            desk.read(client_list, ClientFilter(), today=SUNDAY).rows,
            desk.read(today, day=date(2026, 11, 16), zone=LONDON, now_utc=now),
            [target.client for target in desk.read(quick_desk, now_utc=now, zone=LONDON).context.targets.targets],
        )
        return repr(found)

    harrowgate = client(desk, "Harrowgate Foods plc")
    assert desk.do(HideClientNames(harrowgate)) == "Harrowgate"
    assert "Harrowgate" in shown()
    assert "Tarnbrook" not in shown()
    assert desk.read(client_list, ClientFilter(), today=SUNDAY).named == harrowgate
    desk.do(ChangeSetting(CODE_NAMES.key, value=False))
    assert "Tarnbrook" in shown()
    desk.do(ChangeSetting(CODE_NAMES.key, value=True))
    assert "Harrowgate" not in shown(), "the next time somebody else may be looking"
    desk.do(HideClientNames(harrowgate))
    desk.do(HideClientNames())
    assert "Harrowgate" not in shown()


def test_a_code_name_that_stands_everywhere_stands_for_the_named_client_too(desk: Desk) -> None:
    tarnbrook = client(desk, "Tarnbrook Building Society")
    facts = ClientFacts("Tarnbrook Building Society", "Basalt", colour=3, code_name_everywhere=True)
    desk.do(ChangeClient(tarnbrook, facts, ClientPreferences()))
    desk.do(HideClientNames(tarnbrook))
    assert "Tarnbrook" not in repr(desk.read(client_list, ClientFilter(), today=SUNDAY).rows)


def test_a_client_goes_only_while_nothing_belongs_to_it(desk: Desk) -> None:
    with pytest.raises(UserError, match=r"^client\.has_engagements$"):
        desk.do(RemoveClient(client(desk, "Harrowgate Foods plc")))
    desk.do(RemoveClient(client(desk, "Fenmoor Mills")))
    assert not desk.ids("client", name="Fenmoor Mills")


HOSTILE = ["x" * 100_000, "\u202eevil\u202c", "=1+1", "🙂" * 50, "a\x00b", "'; DROP TABLE client"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_whole_or_refused_with_a_reason(desk: Desk, text: str) -> None:
    group = named(desk, "Group audit")
    commands: tuple[Command[Any], ...] = (
        AddTask(group, text),
        AddCode(group, CodeFacts(text)),
        PutOnTeam(group, NewPerson(text), MemberFacts(text)),
        AddContact(client(desk, "Fenmoor Mills"), ContactFacts(text, text)),
        CreateEngagement(ClientFacts(text), EngagementFacts(text, ServiceLine.AUDIT)),
    )
    before = desk.rows()
    for command in commands:
        if len(text) > 300:
            with pytest.raises(UserError, match=r"^text\.too_long$"):
                desk.do(command)
        else:
            desk.do(command)
            desk.undo()
        assert desk.rows() == before
    assert desk.read(engagement_list, EngagementFilter(text=text), today=SUNDAY).rows == ()


def test_my_role_is_kept_as_clean_on_the_team_as_on_the_engagement(desk: Desk) -> None:
    made = desk.do(
        CreateEngagement(ClientFacts("Dunholm"), EngagementFacts("Audit", ServiceLine.AUDIT, my_role="  Manager \n"))
    )
    [member] = (row for row in desk.rows()["team_member"].values() if row["engagement_id"] == made)
    assert member["role"] == "Manager"


def test_time_that_is_not_chargeable_is_not_unbilled(desk: Desk) -> None:
    for engagement in desk.ids("engagement"):
        desk.do(AddInvoice(EngagementId(engagement), InvoiceFacts(SUNDAY, SUNDAY, 100_000)))
    [code] = desk.ids("charge_code", code="410118-10")
    tuesday, wednesday, friday = (SUNDAY + timedelta(days=n) for n in (2, 3, 5))
    for day, chargeable in ((tuesday, False), (wednesday, True)):
        work = Work(Target(code=CodeId(code)), chargeable=chargeable)
        desk.do(AddEntry(work, zone=LONDON, now_utc=desk.clock.now_s(), day=day, seconds=3_600))
    found = desk.read(dashboard, today=friday).unbilled
    assert (found.seconds, found.oldest) == (3_600, wednesday)


def test_a_client_that_goes_is_no_longer_the_one_shown_by_name(desk: Desk) -> None:
    [fenmoor] = desk.ids("client", name="Fenmoor Mills")
    desk.do(HideClientNames(ClientId(fenmoor)))
    desk.do(RemoveClient(ClientId(fenmoor)))
    assert desk.read(client_list, ClientFilter(), today=SUNDAY).named is None
    desk.undo()
    assert desk.read(client_list, ClientFilter(), today=SUNDAY).named == fenmoor


def test_what_an_invoice_covers_is_no_longer_unbilled(desk: Desk) -> None:
    group = named(desk, "Group audit")
    desk.do(SetFirmProfile(FirmProfile(rates=RateSight.CHARGE_ONLY)))
    [card] = desk.ids("rate_card")
    desk.do(UseRateCard(group, card))
    before = desk.read(dashboard, today=SUNDAY).unbilled
    assert before.seconds > 0
    everything = InvoiceFacts(SUNDAY, SUNDAY, 100_000, "1")
    for engagement in desk.ids("engagement"):
        desk.do(AddInvoice(EngagementId(engagement), everything))
    after = desk.read(dashboard, today=SUNDAY).unbilled
    assert (after.by_currency, after.seconds, after.oldest) == ((), 0, None)
    noted = desk.read(invoices, group)
    assert [one.facts for one in noted] == [everything]
    desk.do(RemoveInvoice(noted[0].id))
    again = desk.read(dashboard, today=SUNDAY).unbilled
    assert again.oldest is not None
    with pytest.raises(UserError, match=r"^invoice\.amount$"):
        desk.do(AddInvoice(group, InvoiceFacts(SUNDAY, SUNDAY, 0)))
    with pytest.raises(UserError, match=r"^day\.out_of_range$"):
        desk.do(AddInvoice(group, InvoiceFacts(SUNDAY, date.max, 100_000)))


def test_an_invoices_form_is_told_what_is_unbilled_up_to_its_day(desk: Desk) -> None:
    group = named(desk, "Group audit")
    desk.do(SetFirmProfile(FirmProfile(rates=RateSight.CHARGE_ONLY)))
    [card] = desk.ids("rate_card")
    desk.do(UseRateCard(group, card))
    [me] = desk.ids("person", is_me=True)
    desk.do(SetGrade(me, "Senior", date(2026, 1, 1)))
    everything = desk.read(unbilled_of, group, up_to=SUNDAY)
    assert everything.seconds > 0
    [(_, whole_minor)] = everything.by_currency
    friday = SUNDAY - timedelta(days=2)
    billed = desk.do(AddInvoice(group, InvoiceFacts(SUNDAY, friday, 100_000)))
    rest = desk.read(unbilled_of, group, up_to=SUNDAY)
    covered = desk.read(unbilled_of, group, up_to=friday, without=billed)
    assert rest.seconds + covered.seconds == everything.seconds
    assert sum(minor for _, minor in rest.by_currency + covered.by_currency) == whole_minor
    assert desk.read(unbilled_of, group, up_to=friday).seconds == 0
    desk.do(SetFirmProfile(FirmProfile(rates=RateSight.NOBODY)))
    hidden = desk.read(unbilled_of, group, up_to=friday, without=billed)
    assert (hidden.by_currency, hidden.seconds, hidden.hidden) == ((), covered.seconds, True)


def test_a_contact_of_another_client_is_refused(desk: Desk) -> None:
    group, tarnbrook = named(desk, "Group audit"), client(desk, "Tarnbrook Building Society")
    other = desk.do(AddContact(tarnbrook, ContactFacts("Alan Reid")))
    with pytest.raises(UserError, match=r"^contact\.other_client$"):
        desk.do(NoteContact(group, SUNDAY, UpdateChannel.CALL, contact=other))
    noted = desk.do(NoteContact(group, SUNDAY, UpdateChannel.CALL, note="Status"))
    assert desk.read(last_contacts, today=SUNDAY) == {group: SUNDAY}
    with pytest.raises(UserError, match=r"^contact\.other_client$"):
        desk.do(EditContactNote(noted, SUNDAY, UpdateChannel.CALL, other))


def test_contacts_are_listed_the_last_one_first_and_can_be_mended_and_removed(desk: Desk) -> None:
    group = named(desk, "Group audit")
    first = desk.do(NoteContact(group, SUNDAY - timedelta(days=2), UpdateChannel.CALL, note="Status"))
    last = desk.do(NoteContact(group, SUNDAY, UpdateChannel.EMAIL, note="Draft sent"))
    rows = desk.read(contact_notes, group)
    assert [(row.id, row.note) for row in rows] == [(last, "Draft sent"), (first, "Status")]
    desk.do(EditContactNote(last, SUNDAY, UpdateChannel.CALL, None, "Draft discussed", rows[0].version))
    assert desk.read(contact_notes, group)[0].note == "Draft discussed"
    desk.do(RemoveContactNote(last))
    assert desk.read(last_contacts, today=SUNDAY) == {group: SUNDAY - timedelta(days=2)}


def test_a_rate_card_is_made_where_it_is_used_and_goes_in_one_step(desk: Desk) -> None:
    group, before = named(desk, "Group audit"), desk.rows()
    desk.do(SetFirmProfile(FirmProfile(rates=RateSight.EVERYTHING)))
    kept = desk.rows()
    card = desk.do(UseNewRateCard(group, "Standard 2027", "eur"))
    book = desk.read(engagement_book, group, today=SUNDAY)
    assert book is not None
    assert book.card is not None
    assert (book.card.id, book.card.name, book.card.currency) == (card, "Standard 2027", "EUR")
    desk.undo()
    assert desk.rows() == kept != before
