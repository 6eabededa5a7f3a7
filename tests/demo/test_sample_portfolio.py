"""The sample portfolio says what its two tables say, by the program's own queries."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any, Final

import pytest
from sqlalchemy import func, select

from engagedesk.domain.days import Week, zone_named
from engagedesk.domain.engagement import default_code
from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.states import (
    EngagementState,
    EntryState,
    FeeArrangement,
    GateKind,
    NonClientKind,
    PhaseState,
    ServiceLine,
)
from engagedesk.errors import UserError
from engagedesk.models.engagements import ChargeCode, Client, Deliverable, Engagement, Milestone, Phase, Task
from engagedesk.models.people import Person, RateLine
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import demo, rules
from engagedesk.services.demo.own_time import MOST_A_DAY
from engagedesk.services.queries.engagements import engagement_page, engagements, extract_date
from engagedesk.services.queries.entries import entries_between
from engagedesk.services.queries.rows import EngagementRow, EntryRow
from engagedesk.services.queries.today import today
from engagedesk.services.queries.weeks import WeekState, week_sheet, week_view
from engagedesk.services.quick import command_for, quick_desk, read_line
from engagedesk.services.workspace import Workspace
from tests.demo.making import EVENING, LONDON, SUNDAY

Made = tuple[Workspace, demo.DemoFilled]
WEEK: Final = Week.parse("2026-W47")
A, T, V = ServiceLine.AUDIT, ServiceLine.TAX, ServiceLine.ADVISORY
F = FeeArrangement

# number: client as listed, title, line, codes, role, phase, arrangement, fee and cap (major), currency, used, budget
TABLE: Final[dict[int, tuple[Any, ...]]] = {
    1: ("Harrowgate Foods plc", "Group audit", A, ("410118-10", "410118-20", "410118-30"), "Manager", "Interim",
        F.FIXED, 640_000, None, "GBP", 1480, 4100),
    2: ("Northgate Instruments Inc", "PCAOB audit", A, ("410220-20", "410220-40"), "Manager", "Completion",
        F.FIXED, 410_000, None, "USD", 2690, 2600),
    3: ("Pellworth GmbH", "Component", A, ("410305-01",), "In-charge", "Execution",
        F.FIXED, 70_000, None, "EUR", 310, 480),
    4: ("Saltmarsh Water", "Audit", A, ("409977-20",), "Manager", "Assembly", F.FIXED, 95_000, None, "GBP", 702, 690),
    5: ("Wychbold Pension Scheme", "Audit", A, ("409981-20",), "Manager", "WIP review",
        F.FIXED, 48_000, None, "GBP", 395, 340),
    6: ("Lanternbank", "ISAE 3402", A, ("520044-01",), "Manager", "Testing",
        F.CAPPED, 130_000, 130_000, "GBP", 610, 800),
    7: ("Brackley Homes", "Corporation tax", T, tuple(f"630112-{n:02d}" for n in range(1, 15)), "Reviewer",
        "Compliance", F.FIXED, 86_000, None, "GBP", 505, 620),
    8: ("Kestrel Holdings SE", "Pillar Two", T, ("630205-01", "630205-90"), "Manager", "Impact",
        F.TIME_AND_MATERIALS, None, 120_000, "EUR", 402, 410),
    9: ("Harrowgate Foods plc", "Tax provision review", T, ("410118-50",), "Coordinator", "Planning",
        F.FIXED, None, None, "GBP", 20, 140),
    10: ("Juniper", "Due diligence", V, ("740019-01", "740019-X"), "Manager", "Drafting",
         F.TIME_AND_MATERIALS, None, None, "GBP", 540, 560),
    11: ("Ostermere Rail", "S/4 controls", V, ("740033-01", "740033-02"), "PMO", "Design",
         F.MILESTONES, 210_000, None, "GBP", 880, 1300),
    12: ("Tarnbrook Building Society", "Internal audit", V, ("740051-01",), "Manager", "Review 9 of 12",
         F.RETAINER, 15_000, None, "GBP", 1190, 1500),
}  # fmt: skip

DATES: Final[dict[int, tuple[tuple[str, date], ...]]] = {
    1: (("Interim begins", date(2026, 11, 9)), ("Interim ends", date(2026, 12, 4))),
    2: (("Report release", date(2026, 11, 24)), ("File", date(2026, 12, 8))),
    3: (("Clearance", date(2026, 12, 11)),),
    4: (("Report signed", date(2026, 9, 30)), ("File", date(2026, 11, 29))),
    5: (("Report signed", date(2026, 10, 29)),),
    6: (("Report", date(2026, 12, 18)),),
    7: (("Filing", date(2026, 12, 31)),),
    8: (("Memo", date(2026, 12, 4)),),
    9: (("Memo, blocks the group audit", date(2026, 12, 11)),),
    10: (("Red-flag report", date(2026, 11, 27)),),
    11: (("Steering committee", date(2026, 11, 26)),),
    12: (("Report 9", date(2026, 12, 9)),),
}

PROBLEMS: Final = {
    1: "German component is silent",
    2: "6 EQR notes open, overrun",
    3: "31 h awaiting code",
    4: "Two papers not assembled",
    5: "4.2k write-down unapproved",
    6: "14 of 62 PBC overdue",
    7: "5 unfiled, client late",
    8: "variation unsigned, pre-approval pending",
    9: "Specialist not booked",
    10: "Ethical wall, weekends",
    11: "No PO for milestone 2",
    12: "Roll-forward due",
}

# day of the month: (client or non-client code, codes or None, hours)
WEEK_47: Final[dict[int, list[tuple[str, str | None, float]]]] = {
    16: [("Northgate", "410220-20", 3.5), ("Harrowgate", "410118-20", 2.25), ("Pellworth", None, 1.25),
         ("Brackley", "630112-04", 0.75), ("Administration", "ADM-010", 0.5)],
    17: [("Juniper", "740019-X", 2.5), ("Juniper", "740019-01", 6.0), ("Northgate", "410220-20", 1.25)],
    18: [("Juniper", "740019-01", 4.5), ("Juniper", "740019-X", 2.5), ("Kestrel", "630205-01", 1.0)],
    19: [("Harrowgate", "410118-20", 3.0), ("Ostermere", "740033-01", 2.0), ("Lanternbank", "520044-01", 1.5),
         ("Harrowgate", "410118-50", 0.75), ("Training", "CPD-030", 1.0)],
    20: [("Northgate", "410220-40", 4.0), ("Tarnbrook", "740051-01", 1.25), ("Wychbold", "409981-20", 0.5),
         ("Saltmarsh", "409977-20", 0.5), ("Fenmoor proposal", "BD-021", 1.0), ("Administration", "ADM-010", 0.25)],
    21: [],
    22: [("Northgate", "410220-40", 1.5)],
}  # fmt: skip


def listed(workspace: Workspace, day: date = SUNDAY) -> tuple[EngagementRow, ...]:
    return workspace.read(engagements, today=day)


def numbered(workspace: Workspace, number: int) -> EngagementRow:
    [row] = [row for row in listed(workspace) if row.codes == TABLE[number][3]]
    return row


def own(workspace: Workspace, first: date, last: date) -> tuple[EntryRow, ...]:
    return workspace.read(entries_between, first, last)


def test_twelve_engagements_of_eleven_clients(sample: Made) -> None:
    workspace, filled = sample
    rows = listed(workspace)
    assert len(rows) == filled.engagements == 12
    assert len({row.client_id for row in rows}) == filled.clients == 11
    assert Counter(row.service_line for row in rows) == {A: 6, T: 3, V: 3}
    assert {row.state for row in rows} == {EngagementState.ACTIVE}


@pytest.mark.parametrize("number", TABLE)
def test_an_engagement_is_what_the_table_says(sample: Made, number: int) -> None:
    workspace, _ = sample
    client, title, line, _, role, phase, fee, major, cap, currency, used, budget = TABLE[number]
    row = numbered(workspace, number)
    assert (row.client, row.title, row.service_line, row.my_role, row.phase) == (client, title, line, role, phase)
    assert (row.fee, row.currency) == (fee, currency)
    assert (row.fee_minor, row.fee_cap_minor) == (major and major * 100, cap and cap * 100)
    assert row.team_total_s == used * 3600
    estimates = workspace.read(
        lambda session: session.scalar(select(func.sum(Task.estimate_s)).where(Task.engagement_id == row.id))
    )
    assert estimates == budget * 3600
    assert PROBLEMS[number] in row.note
    due = set()
    for table in (Milestone, Deliverable):
        dates = select(table.name, table.due).where(table.engagement_id == row.id)
        due |= {
            (one.name, one.due) for one in workspace.read(lambda session, dates=dates: session.execute(dates).all())
        }
    assert set(DATES[number]) <= due


def test_own_hours_are_never_counted_twice(sample: Made) -> None:
    workspace, _ = sample
    mine = workspace.read(rules.my_id)
    for row in listed(workspace):
        colleagues = workspace.read(
            lambda session, one=row.id: session.scalar(
                select(func.sum(RecordedLine.seconds)).where(
                    RecordedLine.engagement_id == one, RecordedLine.person_id != mine
                )
            )
        )
        assert row.own_total_s + colleagues == row.team_total_s
        page = workspace.read(engagement_page, row.id, today=SUNDAY)
        assert page is not None
        assert sum(member.seconds for member in page.team) == row.team_total_s


def test_the_extract_holds_the_owners_posted_time_line_by_line(sample: Made) -> None:
    workspace, _ = sample
    mine = workspace.read(rules.my_id)
    held = workspace.read(
        lambda session: session.execute(
            select(RecordedLine.work_day, RecordedLine.code_id, func.sum(RecordedLine.seconds))
            .where(RecordedLine.person_id == mine)
            .group_by(RecordedLine.work_day, RecordedLine.code_id)
        ).all()
    )
    posted = workspace.read(
        lambda session: session.execute(
            select(TimeEntry.work_day, TimeEntry.code_id, func.sum(TimeEntry.seconds))
            .where(TimeEntry.state == EntryState.POSTED)
            .group_by(TimeEntry.work_day, TimeEntry.code_id)
        ).all()
    )
    assert sorted(map(tuple, held)) == sorted(map(tuple, posted))


def test_the_extract_is_of_friday_and_of_fifteen_people(sample: Made) -> None:
    workspace, filled = sample
    assert workspace.read(extract_date) == date(2026, 11, 20)
    people, last, least, most, count = workspace.read(
        lambda session: session.execute(
            select(
                func.count(RecordedLine.person_id.distinct()),
                func.max(RecordedLine.work_day),
                func.min(RecordedLine.seconds),
                func.max(RecordedLine.seconds),
                func.count(),
            )
        ).one()
    )
    assert (people, last, count) == (15, date(2026, 11, 20), filled.recorded)
    assert 0 < least <= most <= 12 * 3600


def test_a_year_of_about_2800_entries_at_most_14_a_day(sample: Made) -> None:
    workspace, filled = sample
    entries = own(workspace, date(2000, 1, 1), date(2100, 1, 1))
    assert len(entries) == filled.entries == 2800
    assert (entries[0].work_day, entries[-1].work_day) == (date(2025, 11, 24), SUNDAY)
    assert max(Counter(entry.work_day for entry in entries).values()) <= MOST_A_DAY
    assert {entry.source.value for entry in entries} == {"sample"}


def test_week_47_day_by_day_and_line_by_line(sample: Made) -> None:
    workspace, _ = sample
    found: dict[int, Counter[tuple[str, str | None]]] = {day: Counter() for day in WEEK_47}
    for entry in own(workspace, WEEK.first, WEEK.last):
        found[entry.work_day.day][entry.engagement, entry.code] += entry.seconds
    assert found == {
        day: Counter({(who, code): int(hours * 3600) for who, code, hours in lines}) for day, lines in WEEK_47.items()
    }
    view = workspace.read(week_view, WEEK, zone=LONDON, now_utc=EVENING)
    assert [day.seconds / 3600 for day in view.days] == [8.25, 9.75, 8.0, 8.25, 7.5, 0, 1.5]
    assert sum(day.seconds for day in view.days) == 43.25 * 3600
    assert sum(e.seconds for e in view.entries if not e.chargeable) == 2.75 * 3600
    assert [day.standard_seconds for day in view.days] == [27_000] * 5 + [0, 0]
    assert view.state is WeekState.OPEN


def test_the_timesheet_rounds_nothing_away(sample: Made) -> None:
    workspace, _ = sample
    [table] = workspace.read(week_sheet, WEEK, now_utc=EVENING).tables()
    by_code = {row[0]: row[-1] for row in table[1:]}
    # Held back: what awaits a code and what stands on a closed one.
    assert sum(float(total) for total in by_code.values()) == 43.25 - 1.25 - 0.5
    assert by_code["410220-40"] == "5.50"


def test_week_47_has_one_gap_one_overlap_two_empty_narratives_and_a_six_minute_call(sample: Made) -> None:
    workspace, _ = sample
    view = workspace.read(week_view, WEEK, zone=LONDON, now_utc=EVENING)
    kinds = Counter(finding.kind for finding in view.checks)
    [gap] = [finding for finding in view.checks if finding.kind is CheckKind.GAP]
    assert gap.params["minutes"] == 40
    assert kinds[CheckKind.OVERLAP] == 1
    assert kinds[CheckKind.EMPTY_NARRATIVE] == 2
    assert kinds[CheckKind.MISSING_CODE] == 1
    assert kinds[CheckKind.CLOSED_CODE] == 1
    assert kinds[CheckKind.OTHER_CLIENT] == 0
    assert kinds[CheckKind.FUTURE] == 0
    [call] = [entry for entry in view.entries if entry.seconds == 360]
    assert call.narrative == "Call, note 14 follow-up"


def test_tuesdays_late_entry_is_all_tuesdays(sample: Made) -> None:
    workspace, _ = sample
    [late] = [e for e in own(workspace, date(2026, 11, 17), date(2026, 11, 17)) if e.start_utc is not None]
    assert datetime.fromtimestamp(late.start_utc or 0, UTC) == datetime(2026, 11, 17, 22, 50, tzinfo=UTC)
    assert datetime.fromtimestamp(late.end_utc or 0, UTC) == datetime(2026, 11, 18, 0, 5, tzinfo=UTC)
    view = workspace.read(today, day=date(2026, 11, 17), zone=LONDON, now_utc=EVENING)
    assert view.recorded_s == 9.75 * 3600
    assert workspace.read(rules.work_days).start_min(date(2025, 11, 24)) == 240


def test_thirty_one_hours_of_pellworth_await_a_code_that_opened_late(sample: Made) -> None:
    workspace, _ = sample
    row = numbered(workspace, 3)
    assert row.awaiting_code_s == 31 * 3600
    view = workspace.read(today, day=SUNDAY, zone=LONDON, now_utc=EVENING)
    assert view.awaiting_code_s == 31 * 3600
    assert view.oldest_awaiting_day == date(2026, 11, 2)
    opened = workspace.read(
        lambda session: session.scalar(select(ChargeCode.valid_from).where(ChargeCode.code == "410305-01"))
    )
    assert opened == date(2026, 11, 17)


def test_saltmarshs_code_is_closed_and_kestrel_waits_for_pre_approval(sample: Made) -> None:
    workspace, _ = sample
    rows = {row.short: row for row in listed(workspace)}
    assert rows["Saltmarsh"].closed_codes == ("409977-20",)
    assert rows["Kestrel"].open_gates == (GateKind.PRE_APPROVAL,)
    assert {short for short, row in rows.items() if row.closed_codes} == {"Saltmarsh"}


def test_juniper_is_known_by_its_code_name_alone(sample: Made) -> None:
    workspace, _ = sample
    row = numbered(workspace, 10)
    assert (row.client, row.short) == ("Juniper", "Juniper")
    name = workspace.read(lambda session: session.scalar(select(Client.name).where(Client.id == row.client_id)))
    assert "Juniper" not in name
    entries = own(workspace, date(2025, 1, 1), SUNDAY)
    assert any(e.engagement == "Juniper" and e.work_day.weekday() == 5 for e in entries), "weekends"
    assert not [e for e in entries if name.split()[0] in f"{e.engagement} {e.narrative}"]


def test_junipers_real_name_is_understood_and_never_echoed(sample: Made) -> None:
    workspace, _ = sample
    client = numbered(workspace, 10).client_id
    name = workspace.read(lambda session: session.scalar(select(Client.name).where(Client.id == client)))
    desk = workspace.read(quick_desk, now_utc=EVENING, zone=LONDON)
    understood = read_line(f"1h {name}", desk)
    shown = [understood.target.label, *(part.shown for part in understood.echo)]
    shown += [completion.label for completion in understood.completions]
    assert shown[0].startswith("Juniper")
    assert not [text for text in shown if name in text]


def test_a_manager_in_london_with_the_firms_rules(sample: Made) -> None:
    workspace, _ = sample
    profile = workspace.read(rules.firm_profile)
    assert (profile.standard_s(date(2026, 11, 18)), profile.increment_s) == (27_000, 900)
    me = workspace.read(lambda session: session.scalar(select(Person.name).where(Person.is_me)))
    page = workspace.read(engagement_page, numbered(workspace, 2).id, today=SUNDAY)
    assert page is not None
    [mine] = [member for member in page.team if member.is_me]
    assert (me, mine.name, mine.grade) == ("Priya Nair", "Priya Nair", "Manager")
    assert {e.zone for e in own(workspace, date(2025, 1, 1), SUNDAY)} == {LONDON, "America/New_York"}


def test_leave_from_3_to_14_august(sample: Made) -> None:
    workspace, _ = sample
    entries = own(workspace, date(2026, 8, 1), date(2026, 8, 16))
    assert [(e.work_day.day, e.code, e.seconds) for e in entries] == [
        (day, "LVE-040", 27_000) for day in (3, 4, 5, 6, 7, 10, 11, 12, 13, 14)
    ]
    kind = workspace.read(
        lambda session: session.scalar(select(ChargeCode.non_client).where(ChargeCode.code == "LVE-040"))
    )
    assert kind is NonClientKind.LEAVE


def test_weeks_of_55_hours_from_january_to_march(sample: Made) -> None:
    workspace, _ = sample
    hours: Counter[str] = Counter()
    for entry in own(workspace, date(2026, 1, 5), date(2026, 3, 29)):
        hours[Week.of(entry.work_day).label] += entry.seconds
    assert hours == Counter({f"2026-W{number:02d}": 55 * 3600 for number in range(2, 14)})


def test_new_york_between_the_two_ends_of_summer_time(sample: Made) -> None:
    workspace, _ = sample
    abroad = [e for e in own(workspace, date(2026, 10, 1), SUNDAY) if e.zone == "America/New_York"]
    assert {e.work_day for e in abroad} == {date(2026, 10, day) for day in range(26, 31)}
    at = datetime(2026, 10, 28, 12, tzinfo=UTC)
    offset = at.astimezone(zone_named(LONDON)).utcoffset()
    there = at.astimezone(zone_named("America/New_York")).utcoffset()
    assert offset is not None
    assert there is not None
    assert (offset - there).total_seconds() == 4 * 3600
    starts = [datetime.fromtimestamp(e.start_utc or 0, zone_named(e.zone)).hour for e in abroad]
    assert min(starts) >= 8
    assert max(starts) < 20


def test_rates_change_on_the_first_of_october(sample: Made) -> None:
    workspace, _ = sample
    days = workspace.read(
        lambda session: session.execute(
            select(RateLine.grade, RateLine.valid_from, RateLine.charge_minor_per_h)
            .where(RateLine.grade == "Manager", RateLine.engagement_id.is_(None))
            .order_by(RateLine.charge_minor_per_h)
        ).all()
    )
    assert date(2026, 10, 1) in {row.valid_from for row in days}
    assert len(days) == 6
    assert all(row.charge_minor_per_h > 0 for row in days)


def test_old_weeks_are_posted_the_last_one_submitted_with_one_entry_returned(sample: Made) -> None:
    workspace, _ = sample
    states: Counter[EntryState] = Counter()
    for entry in own(workspace, date(2025, 1, 1), date(2026, 11, 8)):
        if entry.code is not None:
            states[entry.state] += 1
    assert set(states) == {EntryState.POSTED}
    last = own(workspace, date(2026, 11, 9), date(2026, 11, 15))
    assert {e.state for e in last} == {EntryState.SUBMITTED, EntryState.DRAFT, EntryState.RETURNED}
    [returned] = [e for e in last if e.state is EntryState.RETURNED]
    assert (returned.engagement, returned.returned_reason) == (
        "Ostermere",
        "The purchase order for milestone 2 is missing",
    )
    assert {e.engagement for e in last if e.state is EntryState.DRAFT} == {"Pellworth"}
    this_week = own(workspace, WEEK.first, WEEK.last)
    assert {e.state for e in this_week} == {EntryState.DRAFT, EntryState.READY}


def test_no_time_lies_on_a_code_or_task_that_was_not_there_yet(sample: Made) -> None:
    workspace, _ = sample
    wrong = workspace.read(
        lambda session: session.scalar(
            select(func.count())
            .select_from(TimeEntry)
            .join(ChargeCode, ChargeCode.id == TimeEntry.code_id)
            .where(ChargeCode.valid_from > TimeEntry.work_day)
        )
    )
    astray = workspace.read(
        lambda session: session.scalar(
            select(func.count())
            .select_from(TimeEntry)
            .join(Task, Task.id == TimeEntry.task_id)
            .where((Task.engagement_id != TimeEntry.engagement_id) | (Task.phase_id != TimeEntry.phase_id))
        )
    )
    phases = workspace.read(
        lambda session: session.execute(
            select(Phase.engagement_id, func.count())
            .where(Phase.state == PhaseState.ACTIVE)
            .group_by(Phase.engagement_id)
        ).all()
    )
    assert (wrong, astray) == (0, 0)
    assert [count for _, count in phases] == [1] * 12


@pytest.mark.parametrize(
    "line",
    [
        "9:00-10:30 Harrowgate walkthroughs, sales cycle #fieldwork",
        "9:00-10:30 Harrowgate walkthroughs, sales cycle",
    ],
)
def test_the_lines_of_the_manual_have_one_meaning(sample: Made, line: str) -> None:
    workspace, _ = sample
    desk = workspace.read(quick_desk, now_utc=EVENING, zone=LONDON)
    understood = read_line(line, desk)
    group_audit = numbered(workspace, 1)
    assert understood.target.engagement == group_audit.id
    assert understood.task is not None
    assert understood.task.name == "Walkthroughs"
    assert understood.narrative == "sales cycle"
    command = command_for(understood, desk, source=own(workspace, SUNDAY, SUNDAY)[0].source)
    chosen = default_code(desk.codes[group_audit.id], SUNDAY, activity=understood.activity)
    assert command.work.target.code == chosen
    if "#" in line:
        code = workspace.read(lambda s: s.scalar(select(ChargeCode.code).where(ChargeCode.id == chosen)))
        assert code == "410118-20"


def test_a_store_with_something_in_it_is_refused(sample: Made) -> None:
    workspace, filled = sample
    with pytest.raises(UserError, match=r"demo\.not_empty"):
        demo.fill(workspace, until=SUNDAY, now_utc=1)
    count = workspace.read(lambda session: session.scalar(select(func.count()).select_from(TimeEntry)))
    assert count == filled.entries
    assert len(workspace.read(lambda session: session.scalars(select(Engagement.id)).all())) == 12
