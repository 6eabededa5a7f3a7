from __future__ import annotations

from datetime import date

import pytest

from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.handover import HandoverLine, TickState
from engagedesk.domain.reconciliation import Action, Reason, ReconciledRow
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EntryState
from engagedesk.domain.week_fixes import CheckItem, Fix, Leave, MakeRoom, Narrate, Recode
from engagedesk.errors import UserError
from engagedesk.interchange.rows import ImportKind
from engagedesk.services.commands.handover import MarkPosted, TickLines, TypedLine
from engagedesk.services.commands.room import MakeRoom as MakeRoomCommand
from engagedesk.services.commands.weeks import RecallWeek, ReturnEntries, SubmitWeek
from engagedesk.services.importing.commands import ImportFile
from engagedesk.services.queries.handover import Reconciliation, reconciliation, week_handover
from engagedesk.services.queries.week_check import WeekCheck, week_check
from engagedesk.services.reconciling import accept_command, posted_there, settle_command
from engagedesk.services.week_fixes import fix_command
from tests.services.building import LONDON, WEEK, Desk, at
from tests.services.import_rows import plan_of, read_of, recorded_row

SUNDAY = date(2026, 11, 22)
MON = date(2026, 11, 16)


def check(desk: Desk) -> WeekCheck:
    return desk.read(week_check, WEEK, zone=LONDON, now_utc=desk.clock.now_s())


def item(desk: Desk, kind: CheckKind) -> CheckItem:
    return next(one for one in check(desk).items if one.finding.kind is kind)


def fix(desk: Desk, proposed: Fix, text: str = "") -> None:
    desk.do(desk.read(fix_command, proposed, text, zone=LONDON, now_utc=desk.clock.now_s()))


def lines(desk: Desk) -> tuple[HandoverLine, ...]:
    return desk.read(week_handover, WEEK, now_utc=desk.clock.now_s()).lines


def compared(desk: Desk) -> Reconciliation:
    return desk.read(reconciliation, WEEK.first, WEEK.last, today=SUNDAY, now_utc=desk.clock.now_s())


def row_of(desk: Desk, day: date, code: str) -> ReconciledRow:
    return next(row for row in compared(desk).rows if (row.key.day, row.key.code) == (day, code))


def settle(desk: Desk, row: ReconciledRow, **words: str) -> None:
    command = settle_command(row, zone=LONDON, now_utc=desk.clock.now_s(), **words)
    assert command is not None
    desk.do(command)


def bring(desk: Desk, *lines: tuple[date, str, int, str]) -> None:
    """Import an extract of the owner's own lines."""
    rows = [
        recorded_row("Ada Marsh", day, code=code, seconds=seconds, status=status, source_key=f"{day}/{code}")
        for day, code, seconds, status in lines
    ]
    desk.do(ImportFile(plan_of(desk, read_of(ImportKind.RECORDED, rows)), desk.clock.now_s()))


def test_every_proposed_fix_is_one_step_that_settles_its_item(desk: Desk) -> None:
    desk.add("2026-11-20T09:00", "2026-11-20T11:00", code=desk.code("410118-10"))
    desk.add("2026-11-20T10:45", "2026-11-20T12:00", code=desk.code("410118-20"))
    desk.add("2026-11-20T13:00", "2026-11-20T17:00", code=desk.code("410118-20"), narrative="")
    seen: list[CheckKind] = []
    for _ in range(30):
        left = [one for one in check(desk).items if not isinstance(one.fixes[0], Leave)]
        if not left:
            break
        first, steps = left[0], len(desk.workspace.history.undoable)
        fix(desk, first.fixes[0])
        assert len(desk.workspace.history.undoable) == steps + 1
        assert first.key not in {one.key for one in check(desk).items}
        seen.append(first.finding.kind)
    assert {CheckKind.GAP, CheckKind.OVERLAP, CheckKind.EMPTY_NARRATIVE, CheckKind.SHORT_DAY} <= set(seen)


def test_an_empty_narrative_takes_the_last_one_of_its_code_or_what_is_typed(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T11:00", code=desk.code("410118-10"), narrative="")
    proposed = item(desk, CheckKind.EMPTY_NARRATIVE).fixes[0]
    assert isinstance(proposed, Narrate)
    assert proposed.text == "Fieldwork"
    fix(desk, proposed, "Stock count, Leeds")
    assert desk.row("time_entry", entry)["narrative"] == "Stock count, Leeds"


def test_time_on_a_closed_code_can_be_put_on_a_typed_one(desk: Desk) -> None:
    closed = desk.add("2026-11-20T09:00", "2026-11-20T11:00", code=desk.code("630001-01"))
    recode = next(f for f in item(desk, CheckKind.CLOSED_CODE).fixes if isinstance(f, Recode))
    with pytest.raises(UserError):
        fix(desk, recode, "nothing like it")
    with pytest.raises(UserError) as refused:
        fix(desk, recode)
    assert refused.value.code == "fix.no_code"
    fix(desk, recode, "410118-10")
    assert desk.row("time_entry", closed)["code_id"] == desk.code("410118-10")


def test_an_entry_around_another_is_split_and_undone_in_one_step(desk: Desk) -> None:
    outer = desk.add("2026-11-20T09:00", "2026-11-20T12:00", code=desk.code("410118-10"))
    desk.add("2026-11-20T10:00", "2026-11-20T10:30", code=desk.code("410118-20"))
    before = desk.rows()
    proposed = item(desk, CheckKind.OVERLAP).fixes[0]
    assert isinstance(proposed, MakeRoom)
    assert proposed.splits
    fix(desk, proposed)
    assert desk.row("time_entry", outer)["end_utc"] == at("2026-11-20T10:00")
    [rest] = desk.ids("time_entry", start_utc=at("2026-11-20T10:30"))
    assert desk.row("time_entry", rest)["seconds"] == 5_400
    desk.undo()
    assert desk.rows() == before


def test_room_is_not_made_by_taking_all_of_an_entry(desk: Desk) -> None:
    entry = desk.add("2026-11-20T09:00", "2026-11-20T12:00", code=desk.code("410118-10"))
    with pytest.raises(UserError):
        desk.do(MakeRoomCommand(entry, Span(0, 2**40), desk.clock.now_s()))


def test_the_list_says_what_would_go_and_what_stays_behind(desk: Desk) -> None:
    found = check(desk)
    handed_in = desk.do(SubmitWeek(WEEK, LONDON, desk.clock.now_s()))
    assert set(found.goes) == set(handed_in.submitted)
    assert {entry for entry, _ in found.held} == {one.entry for one in handed_in.held_back}
    after = check(desk)
    assert (after.goes, after.goes_s) == ((), 0)
    assert [event.what for event in after.events] == ["SubmitWeek"]


def test_what_happened_to_a_week_stays_in_sight_with_its_reason(desk: Desk) -> None:
    now = desk.clock.now_s()
    desk.do(SubmitWeek(WEEK, LONDON, now))
    desk.clock.advance(minutes=1)
    desk.do(RecallWeek(WEEK, desk.clock.now_s(), reason="Forgot Friday"))
    desk.clock.advance(minutes=1)
    desk.do(SubmitWeek(WEEK, LONDON, desk.clock.now_s()))
    desk.clock.advance(minutes=1)
    back = check(desk).submitted[0]
    desk.do(ReturnEntries((back.id,), "Narrative too thin", desk.clock.now_s()))
    found = check(desk)
    assert [(event.what, event.reason) for event in found.events] == [
        ("SubmitWeek", ""),
        ("RecallWeek", "Forgot Friday"),
        ("SubmitWeek", ""),
        ("ReturnEntries", "Narrative too thin"),
    ]
    assert [row.returned_reason for row in found.returned] == ["Narrative too thin"]


# -- ticks -----------------------------------------------------------------------------------------------------------


def test_a_change_after_the_tick_is_said_with_what_was_typed(desk: Desk) -> None:
    line = next(one for one in lines(desk) if one.state is TickState.OPEN)
    assert line.now is not None
    desk.do(TickLines((TypedLine(line.key, line.now),), desk.clock.now_s()))
    assert line.key in {one.key for one in lines(desk) if one.is_done}
    desk.add(f"{line.key.day}T06:00", f"{line.key.day}T07:00", code=desk.code(line.key.code))
    again = next(one for one in lines(desk) if one.key == line.key)
    assert (again.state, again.entered) == (TickState.CHANGED, line.now)


# -- reconciliation --------------------------------------------------------------------------------------------------


def test_what_the_firm_posted_is_posted_here_and_never_changed_again(desk: Desk) -> None:
    desk.do(SubmitWeek(WEEK, LONDON, desk.clock.now_s()))
    bring(desk, (MON, "410118-10", 8_100, "posted"))
    row = row_of(desk, MON, "410118-10")
    assert (row.reason, row.action, row.worked_s, row.entered_s, row.recorded_s) == (
        Reason.POSTED, Action.MARK_POSTED, 8_100, 8_100, 8_100,
    )  # fmt: skip
    assert posted_there(compared(desk).rows) == row.entries
    settle(desk, row)
    assert row_of(desk, MON, "410118-10").reason is Reason.AGREES
    assert desk.row("time_entry", row.entries[0])["state"] == EntryState.POSTED
    assert desk.workspace.history.undoable[-1].label != "mark as posted"


def test_time_typed_by_hand_is_posted_without_being_submitted_here(desk: Desk) -> None:
    bring(desk, (MON, "410118-10", 8_100, "posted"))
    settle(desk, row_of(desk, MON, "410118-10"))
    assert row_of(desk, MON, "410118-10").reason is Reason.AGREES


def test_time_without_an_open_code_is_never_marked_posted(desk: Desk) -> None:
    closed = desk.add("2026-11-20T09:00", "2026-11-20T11:00", code=desk.code("630001-01"))
    with pytest.raises(UserError) as refused:
        desk.do(MarkPosted((closed,), desk.clock.now_s()))
    assert refused.value.code == "reconcile.no_open_code"


def test_what_is_only_there_is_booked_here(desk: Desk) -> None:
    bring(desk, (date(2026, 11, 20), "410118-20", 7_200, "posted"))
    day = date(2026, 11, 20)
    row = row_of(desk, day, "410118-20")
    assert (row.reason, row.action) == (Reason.MISSING_HERE, Action.BOOK_HERE)
    settle(desk, row)
    assert row_of(desk, day, "410118-20").reason is Reason.POSTED


def test_rejected_time_is_reopened_with_the_reason(desk: Desk) -> None:
    desk.do(SubmitWeek(WEEK, LONDON, desk.clock.now_s()))
    bring(desk, (MON, "410118-10", 8_100, "rejected"))
    row = row_of(desk, MON, "410118-10")
    settle(desk, row, reason="Rejected there")
    assert [one.returned_reason for one in check(desk).returned] == ["Rejected there"]
    assert row_of(desk, MON, "410118-10").action is Action.COPY_LINE


def test_time_that_awaits_a_code_takes_the_one_that_the_firm_used(desk: Desk) -> None:
    day = date(2026, 11, 18)
    bring(desk, (day, "410118-20", 5_400, "posted"))
    # The rest of an entry over midnight is on that code and day too: it is no pair then.
    assert row_of(desk, day, "").action is Action.CHOOSE_CODE
    bring(desk, (date(2026, 11, 18), "410118-10", 5_400, "posted"))
    row = row_of(desk, day, "")
    assert (row.reason, row.there is not None and row.there.code) == (Reason.DIFFERENT_CODE, "410118-10")
    settle(desk, row)
    assert row_of(desk, day, "410118-10").reason is Reason.POSTED


def test_an_accepted_difference_needs_a_note_and_can_be_undone(desk: Desk) -> None:
    bring(desk, (MON, "410118-10", 3_600, "posted"))
    row = row_of(desk, MON, "410118-10")
    assert row.reason is Reason.LESS_THERE
    with pytest.raises(UserError) as refused:
        desk.do(accept_command(row, " ", now_utc=desk.clock.now_s()))
    assert refused.value.code == "reconcile.note_missing"
    desk.do(accept_command(row, "Half is on the other code", now_utc=desk.clock.now_s()))
    assert row_of(desk, MON, "410118-10").reason is Reason.ACCEPTED
    desk.undo()
    assert row_of(desk, MON, "410118-10").reason is Reason.LESS_THERE


def test_colleagues_lines_are_nobody_elses_difference(desk: Desk) -> None:
    rows = [recorded_row("Ben Okoro", MON, seconds=3_600)]
    desk.do(ImportFile(plan_of(desk, read_of(ImportKind.RECORDED, rows)), desk.clock.now_s()))
    found = compared(desk)
    assert found.as_of is None
    assert sum(row.recorded_s for row in found.rows) == 0
