"""What the Timesheet page shows, each period by one look at the entries that touch it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from engagedesk.domain.days import DayPart, Week, WorkDays, zone_named
from engagedesk.domain.engagement import CodeRule, standing
from engagedesk.domain.firm_profile import FirmProfile, RequiredField
from engagedesk.domain.ids import CodeId, EngagementId, EntryId, TaskId
from engagedesk.domain.spans import Span, gaps, overlapping_pairs
from engagedesk.domain.states import CodeStanding, EngagementState, EntryState
from engagedesk.domain.week_grid import GridEntry, RoundedGrid, RowKey, rounded_grid
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Task
from engagedesk.models.journal import ViewState
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries.entries import (
    client_label,
    day_parts,
    entries_touching,
    on_days,
    seconds_by_day,
    spans_of,
)
from engagedesk.services.queries.plan_mine import is_mine
from engagedesk.services.queries.rows import EntryRow, GapRow, OverlapRow
from engagedesk.services.queries.timesheet_rows import (
    CellState,
    DaySheet,
    GridCell,
    GridDay,
    GridLine,
    MonthDay,
    MonthSheet,
    MonthWeek,
    PlannedTask,
    RowChoice,
    SheetPart,
    WeekGrid,
)
from engagedesk.services.queries.weeks import week_state

LOCKED = frozenset({EntryState.SUBMITTED, EntryState.POSTED})


def week_grid_of(session: Session, day: date, *, zone: str, now_utc: int) -> WeekGrid:
    """Return the week that holds a day as rows and cells; empty rows that the person put there come last."""
    days = rules.work_days(session)
    profile = rules.firm_profile(session)
    week = Week.of(day, week_end=profile.week_end)
    rows = _inside(entries_touching(session, week.first, week.last), week.days, days, now_utc)
    parts = {row.id: day_parts(row, days, now_utc=now_utc) for row in rows}
    grid = rounded_grid((grid_entry(row, parts[row.id]) for row in rows), week.days, profile)
    lines = _lines(session, rows, grid, week, parts=parts, profile=profile)
    place = zone_named(zone)
    present = days.day_of(now_utc, place)
    return WeekGrid(
        week=week,
        zone=zone,
        state=week_state(rows),
        parts=_sheet_parts(rows, week, profile, parts=parts),
        days=tuple(
            GridDay(
                day=one,
                raw_s=sum(s for (_, d), s in grid.raw_s.items() if d == one),
                rounded_s=sum(s for (_, d), s in grid.rounded_s.items() if d == one),
                standard_s=profile.standard_s(one),
                residual_s=grid.residual_s[one],
                length_label=days.length_label(one, place),
                is_today=one == present,
            )
            for one in week.days
        ),
        lines=lines,
        entries=rows,
        increment_s=profile.increment_s,
        held_s=sum(
            cell.rounded_s
            for line in lines
            for cell in line.cells
            if cell.standing is not CodeStanding.OPEN and not cell.locked
        ),
        last_week_rows=_rows_before(session, week),
    )


def day_sheet(session: Session, day: date, *, zone: str, now_utc: int) -> DaySheet:
    """Return one day with everything that touches it."""
    days = rules.work_days(session)
    profile = rules.firm_profile(session)
    place = zone_named(zone)
    bounds = days.bounds(day, place)
    week = Week.of(day, week_end=profile.week_end)
    found = entries_touching(session, week.first, week.last)
    in_week = _inside(found, week.days, days, now_utc)
    rows = _inside(found, (day,), days, now_utc)
    spans = spans_of(rows, now_utc)
    free = gaps([span for _, span in spans], bounds, at_least_s=max(60, profile.gap_min * 60))
    claimed = overlapping_pairs([span for _, span in spans])
    return DaySheet(
        day=day,
        zone=zone,
        day_start_utc=bounds.start_utc,
        day_end_utc=bounds.end_utc,
        length_label=days.length_label(day, place),
        is_today=day == days.day_of(now_utc, place),
        entries=rows,
        gaps=tuple(GapRow(gap.start_utc, gap.end_utc, _zone_before(spans, gap, zone)) for gap in free),
        overlaps=tuple(
            OverlapRow(spans[pair.first][0].id, spans[pair.second][0].id, pair.span.seconds) for pair in claimed
        ),
        recorded_s=sum(s for row in rows for d, s in seconds_by_day(row, days) if d == day),
        standard_s=profile.standard_s(day),
        unallocated_s=sum(gap.seconds for gap in free),
        increment_s=profile.increment_s,
        narrative_max=profile.narrative_max,
        week=week,
        week_state=week_state(in_week),
    )


def month_sheet(session: Session, day: date, *, zone: str, now_utc: int) -> MonthSheet:
    """Return the month that holds a day, in the firm's weeks: the first and the last may reach into its neighbours."""
    days = rules.work_days(session)
    profile = rules.firm_profile(session)
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    weeks = [Week.of(first, week_end=profile.week_end)]
    while weeks[-1].last < last:
        weeks.append(weeks[-1].shift(1))
    rows = entries_touching(session, weeks[0].first, weeks[-1].last)
    seconds: dict[date, int] = defaultdict(int)
    running: set[date] = set()
    by_week: dict[Week, list[EntryRow]] = {week: [] for week in weeks}
    week_by_day = {one: week for week in weeks for one in week.days}
    for row in rows:
        mine: set[Week] = set()
        for one, share in seconds_by_day(row, days):
            if one in week_by_day:
                seconds[one] += share
                mine.add(week_by_day[one])
                if row.is_running:
                    running.add(one)
        for week in mine:
            by_week[week].append(row)
    present = days.day_of(now_utc, zone_named(zone))
    return MonthSheet(
        first,
        zone,
        tuple(
            MonthWeek(
                week,
                week_state(by_week[week]),
                tuple(
                    MonthDay(
                        day=one,
                        seconds=seconds[one],
                        standard_s=profile.standard_s(one),
                        in_month=first <= one <= last,
                        is_today=one == present,
                        missing=one < present and seconds[one] < profile.standard_s(one),
                        running=one in running,
                    )
                    for one in week.days
                ),
            )
            for week in weeks
        ),
    )


def row_choices(session: Session, day: date) -> tuple[RowChoice, ...]:
    """Return the rows that can be put into the week of a day, those used last first.

    Codes that take time on that day, of engagements that are not closed; an engagement without such a code can be
    chosen too: its time awaits the code.
    """
    used = {
        row.code_id: row.last
        for row in session.execute(
            select(TimeEntry.code_id, func.max(TimeEntry.work_day).label("last"))
            .where(TimeEntry.work_day >= day - timedelta(days=90), TimeEntry.code_id.is_not(None))
            .group_by(TimeEntry.code_id)
        )
    }
    engagements = {
        row.id: row
        for row in session.execute(
            select(
                Engagement.id,
                Engagement.title,
                client_label.label("client"),
                Client.name,
                Client.code_name_everywhere,
                Client.colour,
            )
            .join(Client, Client.id == Engagement.client_id)
            .where(Engagement.state.in_((EngagementState.ACTIVE, EngagementState.PLANNED, EngagementState.PROPOSED)))
            .order_by(client_label, Engagement.title)
        )
    }
    found: list[tuple[date, RowChoice]] = []
    coded: set[bytes] = set()
    codes = select(
        ChargeCode.id,
        ChargeCode.engagement_id,
        ChargeCode.code,
        ChargeCode.activity,
        ChargeCode.valid_from,
        ChargeCode.valid_to,
        ChargeCode.closed,
        ChargeCode.chargeable,
    ).order_by(ChargeCode.position, ChargeCode.code)
    for code in session.execute(codes):
        rule = CodeRule(code.valid_from, code.valid_to, not code.closed)
        owner = None if code.engagement_id is None else engagements.get(code.engagement_id)
        if standing(rule, day) is not CodeStanding.OPEN or (code.engagement_id is not None and owner is None):
            continue
        if owner is not None:
            coded.add(owner.id)
        found.append((used.get(code.id, date.min), _code_choice(code, owner)))
    found += [
        (date.min, _choice(RowKey(chargeable=True, engagement_id=one.id, code_id=None, activity=""), one, "", ""))
        for one in engagements.values()
        if one.id not in coded
    ]
    return tuple(choice for _, choice in sorted(found, key=lambda pair: pair[0], reverse=True))


def _code_choice(code: Row[Any], owner: Row[Any] | None) -> RowChoice:
    engagement = None if owner is None else EngagementId(owner.id)
    key = RowKey(code.chargeable, engagement, CodeId(code.id), "")
    if owner is None:
        return RowChoice(key, code.activity, "", "", -1, code.code, "")
    return _choice(key, owner, code.code, code.activity)


def _choice(key: RowKey, owner: Row[Any], code: str, activity: str) -> RowChoice:
    name = "" if owner.code_name_everywhere else owner.name
    return RowChoice(key, owner.client, owner.title, name, owner.colour, code, activity)


def planned_tasks(session: Session, day: date, *, within_days: int = 14, limit: int = 6) -> tuple[PlannedTask, ...]:
    """Return the person's tasks of active engagements that are due on the day or soon after, the next first."""
    query = (
        select(Task.id, Task.name, Task.due, client_label.label("client"), Engagement.title, Client.colour)
        .join(Engagement, Engagement.id == Task.engagement_id)
        .join(Client, Client.id == Engagement.client_id)
        .where(
            Task.done_on.is_(None),
            Task.due >= day,
            Task.due <= day + timedelta(days=within_days),
            Engagement.state == EngagementState.ACTIVE,
            is_mine(),
        )
        .order_by(Task.due, client_label, Task.name)
        .limit(limit)
    )
    return tuple(
        PlannedTask(TaskId(row.id), row.client, row.colour, row.name, row.due, f"{row.client} {row.title} {row.name}")
        for row in session.execute(query)
    )


def row_key(row: EntryRow) -> RowKey:
    """Return the row of the grid that an entry belongs to."""
    return RowKey(row.chargeable, row.engagement_id, row.code_id, row.activity)


def grid_entry(row: EntryRow, parts: tuple[DayPart, ...]) -> GridEntry:
    """Return an entry as the grid's rounding takes it."""
    return GridEntry(
        entry=row.id,
        key=row_key(row),
        code=row.code or "",
        held=row.code is None or row.code_standing is not CodeStanding.OPEN,
        parts=parts,
        running=row.is_running,
    )


def pinned_key(week: Week) -> str:
    """Return the view state's key of the rows that a person put into a week without hours."""
    return f"timesheet.rows.{week.label}"


def pinned_rows(session: Session, week: Week) -> tuple[RowKey, ...]:
    """Return the rows that a person put into the week; what cannot be read is no row."""
    value = session.scalar(select(ViewState.value).where(ViewState.key == pinned_key(week)))
    return () if value is None else read_pinned(value)


def read_pinned(value: str) -> tuple[RowKey, ...]:
    """Return the rows of a view state's text."""
    try:
        return tuple(
            RowKey(
                bool(one["chargeable"]),
                EngagementId(bytes.fromhex(one["engagement"])) if one["engagement"] else None,
                CodeId(bytes.fromhex(one["code"])) if one["code"] else None,
                str(one["activity"]),
            )
            for one in json.loads(value)
        )
    except (ValueError, KeyError, TypeError):
        return ()


def pinned_text(keys: Iterable[RowKey]) -> str:
    """Return rows as a view state's text."""
    return json.dumps(
        [
            {
                "chargeable": key.chargeable,
                "engagement": (key.engagement_id or b"").hex(),
                "code": (key.code_id or b"").hex(),
                "activity": key.activity,
            }
            for key in keys
        ],
        ensure_ascii=False,
    )


# -- inside ----------------------------------------------------------------------------------------------------------


def _inside(rows: Sequence[EntryRow], days: Sequence[date], work_days: WorkDays, now_utc: int) -> tuple[EntryRow, ...]:
    kept = on_days(rows, days, work_days, now_utc=now_utc)
    return tuple(sorted(kept, key=lambda r: (r.start_utc is None, r.start_utc or 0, r.work_day, r.id)))


def _zone_before(spans: Sequence[tuple[EntryRow, Span]], gap: Span, zone: str) -> str:
    before = [pair for pair in spans if pair[1].end_utc <= gap.start_utc]
    return max(before, key=lambda pair: pair[1].end_utc)[0].zone if before else zone


def _lines(
    session: Session,
    rows: Sequence[EntryRow],
    grid: RoundedGrid,
    week: Week,
    *,
    parts: dict[EntryId, tuple[DayPart, ...]],
    profile: FirmProfile,
) -> tuple[GridLine, ...]:
    inside = set(week.days)
    behind: dict[tuple[RowKey, date], list[tuple[EntryRow, int]]] = defaultdict(list)
    for row in rows:
        for part in parts[row.id]:
            if part.day in inside:
                behind[row_key(row), part.day].append((row, part.seconds))
    first_of: dict[RowKey, EntryRow] = {}
    for row in rows:
        first_of.setdefault(row_key(row), row)
    codes = _code_words(session, {key.code_id for key in first_of if key.code_id is not None})
    lines = []
    for key, row in first_of.items():
        cells = tuple(_cell(grid, (key, day), behind.get((key, day), []), profile) for day in week.days)
        lines.append(
            GridLine(
                key=key,
                engagement=row.engagement,
                detail=row.engagement_detail,
                colour=row.colour,
                code=row.code if row.code is not None or row.engagement_id is not None else "",
                activity=key.activity or (codes.get(key.code_id or b"", "") if row.engagement_id is not None else ""),
                standing=_worst(cell.standing for cell in cells if cell.entries),
                cells=cells,
            )
        )
    lines.sort(key=_order)
    asked = [key for key in pinned_rows(session, week) if key not in first_of]
    return (*lines, *_pinned_lines(session, asked, week))


def _order(line: GridLine) -> tuple[bool, bool, str, str, str, str]:
    key = line.key
    is_client = key.engagement_id is not None
    return (not key.chargeable, not is_client, line.engagement.casefold(), line.detail, line.code or "￿", line.activity)


def _cell(
    grid: RoundedGrid, place: tuple[RowKey, date], shares: Sequence[tuple[EntryRow, int]], profile: FirmProfile
) -> GridCell:
    if not shares:
        return GridCell()
    behind = [row for row, _ in shares]
    needed = RequiredField.NARRATIVE in profile.required
    return GridCell(
        raw_s=grid.raw_s.get(place, 0),
        rounded_s=grid.rounded_s.get(place, 0),
        entries=tuple(row.id for row in behind),
        shares_s=tuple(seconds for _, seconds in shares),
        state=_cell_state(behind),
        running=any(row.is_running for row in behind),
        no_narrative=needed
        and any(not r.narrative.strip() and r.engagement_id is not None and not r.is_running for r in behind),
        standing=_worst(row.code_standing for row in behind),
    )


def _cell_state(behind: Sequence[EntryRow]) -> CellState:
    states = {row.state for row in behind}
    if not states & LOCKED:
        return CellState.OPEN
    if not states <= LOCKED:
        return CellState.MIXED
    return CellState.POSTED if states == {EntryState.POSTED} else CellState.SUBMITTED


def _worst(standings: Iterable[CodeStanding]) -> CodeStanding:
    return next((one for one in standings if one is not CodeStanding.OPEN), CodeStanding.OPEN)


def _code_words(session: Session, codes: set[CodeId]) -> dict[bytes, str]:
    """Return what each code is for."""
    if not codes:
        return {}
    query = select(ChargeCode.id, ChargeCode.activity).where(ChargeCode.id.in_(codes))
    return {row.id: row.activity for row in session.execute(query)}


def _pinned_lines(session: Session, keys: Sequence[RowKey], week: Week) -> tuple[GridLine, ...]:
    if not keys:
        return ()
    by_code = {
        row.id: row
        for row in session.execute(
            select(
                ChargeCode.id,
                ChargeCode.code,
                ChargeCode.activity,
                ChargeCode.valid_from,
                ChargeCode.valid_to,
                ChargeCode.closed,
                ChargeCode.engagement_id,
            ).where(ChargeCode.id.in_([key.code_id for key in keys if key.code_id is not None]))
        )
    }
    wanted = {key.engagement_id for key in keys} | {row.engagement_id for row in by_code.values()}
    by_engagement = {
        row.id: row
        for row in session.execute(
            select(Engagement.id, client_label.label("client"), Engagement.title, Client.colour)
            .join(Client, Client.id == Engagement.client_id)
            .where(Engagement.id.in_([one for one in wanted if one is not None]))
        )
    }
    lines = []
    for key in keys:
        code = None if key.code_id is None else by_code.get(key.code_id)
        engagement = None if key.engagement_id is None else by_engagement.get(key.engagement_id)
        if (key.code_id is not None and code is None) or (key.engagement_id is not None and engagement is None):
            continue  # deleted meanwhile
        rule = None if code is None else CodeRule(code.valid_from, code.valid_to, not code.closed)
        lines.append(
            GridLine(
                key=key,
                engagement=engagement.client if engagement is not None else ("" if code is None else code.activity),
                detail=engagement.title if engagement is not None else "",
                colour=engagement.colour if engagement is not None else -1,
                code=None if code is None else code.code,
                activity=key.activity or ("" if code is None or engagement is None else code.activity),
                standing=standing(rule, week.last),
                cells=tuple(GridCell(standing=standing(rule, day)) for day in week.days),
            )
        )
    return tuple(lines)


def _sheet_parts(
    rows: Sequence[EntryRow], week: Week, profile: FirmProfile, *, parts: dict[EntryId, tuple[DayPart, ...]]
) -> tuple[SheetPart, ...]:
    found = []
    for sheet in week.sheets(split_at_month_end=profile.split_at_month_end):
        inside = set(sheet)
        found.append(SheetPart(sheet, week_state([row for row in rows if any(p.day in inside for p in parts[row.id])])))
    return tuple(found)


def _rows_before(session: Session, week: Week) -> int:
    before = week.shift(-1)
    rows = (
        select(TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.activity, TimeEntry.chargeable)
        .where(TimeEntry.work_day >= before.first, TimeEntry.work_day <= before.last, TimeEntry.reverses_id.is_(None))
        .distinct()
        .subquery()
    )
    return int(session.scalar(select(func.count()).select_from(rows)) or 0)
