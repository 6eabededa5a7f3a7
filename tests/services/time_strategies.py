"""Strategies for the commands about time worked: entries, absences, weeks, drafts, the handover."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.activity import Stretch
from engagedesk.domain.away import AwayPolicy, Then
from engagedesk.domain.days import Week
from engagedesk.domain.handover import LineContent, LineKey
from engagedesk.domain.ids import AwayId, CodeId, EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import AwayCause, DraftSource, EntryState
from engagedesk.domain.suggestions import DraftTarget
from engagedesk.domain.week_grid import RowKey
from engagedesk.services.command import Command
from engagedesk.services.commands import activity, away, handover, room, time, timesheet, weeks
from tests.services.building import LONDON, WEEK
from tests.services.world import NAME, NEAR, TEXT, ZONES, World


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


TIME_STRATEGIES: Final[dict[str, Callable[[World], Command[Any]]]] = {
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
}
