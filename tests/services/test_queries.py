"""Queries against a real store: what the pages, the tray and the terminal are told."""

from __future__ import annotations

from datetime import date

import pytest

from engagedesk.domain.days import Week
from engagedesk.domain.ids import EngagementId, EntryId, format_id
from engagedesk.domain.quick_entry import QuickMode
from engagedesk.domain.states import CodeStanding, EngagementState, EntrySource, EntryState, GateKind
from engagedesk.errors import AmbiguousTarget, UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.commands.engagements import ClientFacts, EditClient, SetEngagementState
from engagedesk.services.commands.time import AddEntry, RecodeEntries, ReverseEntry, StartTimer, Target, Work
from engagedesk.services.commands.weeks import PostEntries, RecallWeek, ReturnEntries, SubmitWeek
from engagedesk.services.queries.engagements import engagement_by_code, engagement_page, engagements
from engagedesk.services.queries.entries import entries_between, entry_by_id
from engagedesk.services.queries.naming import entry_named, record_named
from engagedesk.services.queries.recent import recent_targets
from engagedesk.services.queries.today import awaiting_code, last_end, running, today, work_day_of
from engagedesk.services.queries.weeks import WeekState, week_named, week_sheet, week_view
from engagedesk.services.quick import command_for, quick_desk, read_line
from tests.services.building import LONDON, WEEK, Desk, at
from tests.services.import_rows import import_rows, recorded_row

SUNDAY = date(2026, 11, 22)


def group(desk: Desk) -> EngagementId:
    [found] = desk.ids("engagement", title="Group audit")
    return EngagementId(found)


def test_today_shows_entries_gaps_overlaps_and_its_week(desk: Desk) -> None:
    desk.add("2026-11-20T09:00", "2026-11-20T10:00", code=desk.code("410118-10"))
    desk.add("2026-11-20T09:45", "2026-11-20T11:00", code=desk.code("ADM-010"))
    desk.add("2026-11-20T13:00", "2026-11-20T14:00")
    view = desk.read(today, day=date(2026, 11, 20), zone=LONDON, now_utc=desk.clock.now_s())
    assert view.recorded_s == 3 * 3600 + 900
    assert [(gap.start_utc, gap.end_utc) for gap in view.gaps] == [(at("2026-11-20T11:00"), at("2026-11-20T13:00"))]
    assert view.unallocated_s == 7200
    [overlap] = view.overlaps
    assert overlap.seconds == 900
    assert view.week_label == "2026-W47"
    assert [figure.seconds for figure in view.week] == [14_400, 5_400, 9_900, 2_400, 11_700, 0, 0]
    assert (view.week_recorded_s, view.week_standard_s) == (43_800, 135_000)
    assert (view.awaiting_code_s, view.awaiting_code_count) == (5_400, 1)
    assert view.oldest_awaiting_day == date(2026, 11, 18)
    assert [row.engagement for row in view.entries] == ["Harrowgate", "Administration", ""]


def test_time_of_earlier_weeks_that_was_not_submitted_is_said(desk: Desk) -> None:
    view = desk.read(today, day=date(2026, 11, 24), zone=LONDON, now_utc=at("2026-11-24T09:00"))
    assert (view.not_submitted_s, view.not_submitted_weeks) == (32_100, 1)
    desk.do(SubmitWeek(WEEK, LONDON, desk.clock.now_s()))
    view = desk.read(today, day=date(2026, 11, 24), zone=LONDON, now_utc=at("2026-11-24T09:00"))
    assert view.not_submitted_s == 6_000, "what awaits a code or an engagement was held back"


def test_the_running_timer_is_shown_with_its_engagement(desk: Desk) -> None:
    assert desk.read(running) is None
    [task] = desk.ids("task", name="Stock count")
    target = Target(group(desk), task=task)
    started = desk.do(StartTimer(Work(target), desk.clock.now_s(), LONDON)).started
    shown = desk.read(running)
    assert shown is not None
    assert (shown.entry_id, shown.label, shown.detail, shown.chargeable) == (started, "Harrowgate", "Stock count", True)


def test_the_work_day_before_its_start_is_yesterday_s(desk: Desk) -> None:
    assert desk.read(work_day_of, at("2026-11-21T00:30"), LONDON) == date(2026, 11, 21)
    assert desk.read(last_end, day=date(2026, 11, 16), zone=LONDON) == at("2026-11-16T13:00")
    assert desk.read(last_end, day=date(2026, 11, 15), zone=LONDON) is None


def test_engagements_say_what_stands_out(desk: Desk) -> None:
    import_rows(desk, ImportKind.RECORDED, recorded_row("Ben Okoro"), recorded_row("Ada Marsh", seconds=99_999))
    rows = {row.title: row for row in desk.read(engagements, today=SUNDAY)}
    audit = rows["Group audit"]
    assert (audit.client, audit.short, audit.next_date, audit.next_date_what) == (
        "Harrowgate Foods plc", "Harrowgate", date(2027, 2, 26), "Report",
    )  # fmt: skip
    assert audit.codes == ("410118-10", "410118-20")
    assert audit.own_week_s == 8_100 + 9_900
    assert audit.own_total_s == 8_100 + 9_900 + 10_800 + 12_600
    assert audit.team_total_s == audit.own_total_s + 7_200, "own hours are counted once"
    assert rows["Internal audit"].open_gates == (GateKind.ENGAGEMENT_LETTER,)
    assert (rows["Internal audit"].closed_codes, rows["Internal audit"].awaiting_code_s) == (("630001-01",), 5_400)
    assert next(iter(rows)) == "Pillar Two", "the nearest date first"
    assert rows["Pillar Two"].next_date_what == "Letter", "a deliverable is a date too"


def test_closed_engagements_leave_the_list_but_keep_their_page(desk: Desk) -> None:
    desk.do(SetEngagementState(group(desk), EngagementState.CLOSED))
    assert "Group audit" not in {row.title for row in desk.read(engagements, today=SUNDAY)}
    page = desk.read(engagement_page, group(desk), today=SUNDAY)
    assert page is not None
    assert page.row.state is EngagementState.CLOSED
    assert page.history[0].field == "state"


def test_an_engagement_s_page_holds_all_that_belongs_to_it(desk: Desk) -> None:
    import_rows(desk, ImportKind.RECORDED, recorded_row("Ben Okoro"))
    page = desk.read(engagement_page, group(desk), today=SUNDAY)
    assert page is not None
    assert [gate.kind for gate in page.gates] == [GateKind.INDEPENDENCE]
    assert [phase.name for phase in page.phases] == ["Execution", "Assembly"]
    assert [(member.name, member.grade, member.seconds) for member in page.team] == [("Ben Okoro", "Senior", 7_200)]
    assert [(code.code, code.own_s, code.team_s) for code in page.codes] == [
        ("410118-10", 18_900, 26_100),
        ("410118-20", 22_500, 22_500),
    ]
    assert page.extract_date is not None
    assert (page.week_label, page.my_week_s) == ("2026-W47", 18_000)
    assert desk.read(engagement_page, EngagementId(bytes(16)), today=SUNDAY) is None


@pytest.mark.parametrize("text", ["410118-20", "harrowgate group audit", "Group Audit"])
def test_an_engagement_is_found_by_code_and_names(desk: Desk, text: str) -> None:
    assert desk.read(engagement_by_code, text) == (group(desk),)


def test_a_client_of_two_engagements_is_both(desk: Desk) -> None:
    assert len(desk.read(engagement_by_code, "JUNIPER")) == 2
    assert desk.read(engagement_by_code, "Nobody") == ()


def test_a_client_can_be_shown_by_its_code_name_everywhere(desk: Desk) -> None:
    [client] = desk.ids("client", code_name="Juniper")
    desk.do(EditClient(client, ClientFacts("Harrowgate Foods plc", "Juniper", code_name_everywhere=True)))
    rows = {row.title: row for row in desk.read(engagements, today=SUNDAY)}
    assert (rows["Group audit"].client, rows["Group audit"].short) == ("Juniper", "Juniper")
    shown = desk.read(today, day=date(2026, 11, 16), zone=LONDON, now_utc=desk.clock.now_s())
    assert {row.engagement for row in shown.entries} == {"Juniper"}


def test_entries_come_in_the_order_of_their_days(desk: Desk) -> None:
    rows = desk.read(entries_between, date(2026, 11, 16), SUNDAY)
    assert [row.work_day.day for row in rows] == [16, 16, 17, 18, 19, 19]
    assert [row.start_utc is None for row in rows] == [False, False, False, True, False, True]
    assert desk.read(entry_by_id, rows[0].id) == rows[0]
    assert desk.read(entry_by_id, EntryId(bytes(16))) is None


def test_awaiting_code_ages_in_sight_and_is_recoded_in_one_step(desk: Desk) -> None:
    [waiting] = desk.read(awaiting_code)
    assert (waiting.code, waiting.code_standing) == (None, CodeStanding.MISSING)
    code = desk.code("410118-10")
    desk.do(RecodeEntries((waiting.id,), code, desk.clock.now_s(), reason="Code came"))
    assert desk.read(awaiting_code) == ()
    row = desk.read(entry_by_id, waiting.id)
    assert row is not None
    assert (row.engagement_id, row.code) == (group(desk), "410118-10")


def test_a_week_goes_its_way_to_the_firm_and_back(desk: Desk) -> None:
    now = desk.clock.now_s()

    def state() -> WeekState:
        return desk.read(week_view, WEEK, zone=LONDON, now_utc=now).state

    assert state() is WeekState.OPEN
    done = desk.do(SubmitWeek(WEEK, LONDON, now))
    assert len(done.submitted) == 4
    assert sorted(held.lack.value for held in done.held_back) == ["code_missing", "engagement"]
    assert state() is WeekState.PARTLY_SUBMITTED
    assert desk.do(RecallWeek(WEEK, now)) == 4
    assert state() is WeekState.OPEN
    desk.do(SubmitWeek(WEEK, LONDON, now))
    first = done.submitted[0]
    desk.do(ReturnEntries((first,), "Wrong code", now))
    assert state() is WeekState.RETURNED
    returned = desk.read(entry_by_id, first)
    assert returned is not None
    assert returned.returned_reason == "Wrong code"
    desk.do(SubmitWeek(WEEK, LONDON, now))
    desk.do(PostEntries(done.submitted))
    with pytest.raises(UserError, match=r"week\.not_submitted"):
        desk.do(RecallWeek(WEEK, now))
    reversal = desk.do(ReverseEntry(first, now, "Booked twice"))
    row = desk.read(entry_by_id, reversal)
    assert row is not None
    assert (row.seconds, row.reverses, row.state, row.source) == (
        -8_100, first, EntryState.DRAFT, EntrySource.REVERSAL,
    )  # fmt: skip


def test_the_timesheet_holds_open_codes_only_and_says_what_stays_behind(desk: Desk) -> None:
    [sheet] = desk.read(week_sheet, WEEK, now_utc=desk.clock.now_s()).sheets
    assert [line.code for line in sheet.lines] == ["410118-10", "410118-20", "520007-01", "ADM-010"]
    assert [line.total_s for line in sheet.lines] == [8_100, 9_900, 6_300, 1_800]
    assert len(sheet.held_back) == 2
    assert desk.read(week_named, "2026-w47") == WEEK


def test_an_id_is_found_by_its_beginning(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T10:00")
    assert desk.read(entry_named, format_id(entry)) == entry
    assert desk.read(entry_named, entry.hex()[:30]) == entry
    assert desk.read(record_named, entry.hex()) == entry
    with pytest.raises(UserError, match=r"id\.too_short"):
        desk.read(entry_named, "01a2")
    with pytest.raises(UserError, match=r"id\.no_entry"):
        desk.read(entry_named, "f" * 32)
    desk.add("2026-11-20T10:00", "2026-11-20T11:00")
    with pytest.raises(AmbiguousTarget):
        desk.read(record_named, entry.hex()[:8])


def test_a_line_is_read_against_the_store_and_becomes_the_command(desk: Desk) -> None:
    now = desk.clock.now_s()
    at_desk = desk.read(quick_desk, now_utc=now, zone=LONDON, mode=QuickMode.ADD)
    command = command_for(
        read_line("fri 9-10:30 harrow group, stock", at_desk), at_desk, source=EntrySource.QUICK_ENTRY
    )
    assert isinstance(command, AddEntry)
    row = desk.row("time_entry", desk.do(command))
    assert (row["start_utc"], row["end_utc"]) == (at("2026-11-20T09:00"), at("2026-11-20T10:30"))
    assert (row["engagement_id"], row["narrative"], row["source"]) == (group(desk), "stock", "quick_entry")
    assert row["code_id"] in {desk.code("410118-10"), desk.code("410118-20")}


def test_recents_come_latest_first_and_each_once(desk: Desk) -> None:
    desk.clock.advance(minutes=1)
    desk.add("2026-11-22T09:00", "2026-11-22T10:00", code=desk.code("410118-20"))
    recents = desk.read(recent_targets, day=SUNDAY)
    assert (recents[0].code, recents[0].today_s) == ("410118-20", 3_600)
    keys = [(r.engagement_id, r.code_id, r.task_id) for r in recents]
    assert len(keys) == len(set(keys)) == 5
    line = read_line(f"9-10 {recents[0].text}", desk.read(quick_desk, now_utc=desk.clock.now_s(), zone=LONDON))
    assert line.code is not None
    assert line.code.id == recents[0].code_id


def test_a_week_that_the_month_splits_is_one_view(desk: Desk) -> None:
    view = desk.read(week_view, Week.parse("2026-W49"), zone=LONDON, now_utc=desk.clock.now_s())
    assert (view.state, view.grid.total_s, len(view.days)) == (WeekState.EMPTY, 0, 7)
