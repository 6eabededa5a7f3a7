"""Drafts beside the day: what might have been worked, from the plan, from what stands around a gap, and from whatever
else gives rows to the slot. None counts for anything until it is accepted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from engagedesk.services.queries.rows import EntryRow
from engagedesk.services.queries.timesheet_rows import DaySheet, PlannedTask
from engagedesk.ui.format import day_short
from engagedesk.ui.intents import Intent
from engagedesk.ui.timesheet.words import tr

MOST_GAPS: Final = 4
MOST_PLANNED: Final = 3


class DraftSource(StrEnum):
    """Where a draft comes from; each has an icon."""

    RECENT = "recent"
    PLAN = "plan"
    CALENDAR = "calendar"
    SUGGESTION = "suggestion"


class DraftState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One draft. Without times it stands after the last one that has some, and accepting it starts a timer."""

    key: str
    """Unique within the day and its source; what ``AcceptDraft`` and ``DismissDraft`` carry."""
    source: DraftSource
    title: str
    detail: str
    why: str
    """What it stands on, in the person's words."""
    text: str
    """Target, narrative and activity as a quick-entry line takes them; "" = the source books it by itself."""
    colour: int = -1
    start_utc: int | None = None
    end_utc: int | None = None
    state: DraftState = DraftState.OPEN


@dataclass(frozen=True, slots=True)
class AcceptDraft(Intent):
    draft: DraftRow


@dataclass(frozen=True, slots=True)
class DismissDraft(Intent):
    draft: DraftRow


def gap_drafts(sheet: DaySheet) -> tuple[DraftRow, ...]:
    """Return a draft for each of the first gaps: the work before it, which most often went on."""
    found = []
    spans = [row for row in sheet.entries if row.start_utc is not None and row.end_utc is not None]
    for gap in sheet.gaps[:MOST_GAPS]:
        before = max(
            (r for r in spans if (r.end_utc or 0) <= gap.start_utc), key=lambda r: r.end_utc or 0, default=None
        )
        after = min(
            (r for r in spans if (r.start_utc or 0) >= gap.end_utc), key=lambda r: r.start_utc or 0, default=None
        )
        row = before or after
        if row is None or not (row.engagement or row.code):
            continue
        same = before is not None and after is not None and _same(before, after)
        why = tr("Timesheet", "before and after the gap") if same else tr("Timesheet", "just before the gap")
        found.append(
            DraftRow(
                key=f"gap-{gap.start_utc}",
                source=DraftSource.RECENT,
                title=row.engagement or row.code or "",
                detail=why,
                why=why,
                text=target_text(row),
                colour=row.colour,
                start_utc=gap.start_utc,
                end_utc=gap.end_utc,
            )
        )
    return tuple(found)


def plan_drafts(tasks: Sequence[PlannedTask], day: date) -> tuple[DraftRow, ...]:
    """Return drafts for the tasks that are due next."""
    return tuple(
        DraftRow(
            key=f"task-{task.id.hex()}",
            source=DraftSource.PLAN,
            title=task.engagement,
            detail=task.name,
            why=tr("Timesheet", "due today") if task.due == day else _due(task.due),
            text=task.text,
            colour=task.colour,
        )
        for task in tasks[:MOST_PLANNED]
    )


def target_text(row: EntryRow) -> str:
    """Return the words that name an entry's target in a quick-entry line."""
    code = row.code or ""
    words = code or " ".join(part for part in (row.engagement, row.engagement_detail) if part)
    return f"{words} #{row.activity}" if row.activity and " " not in row.activity else words


def _due(day: date) -> str:
    return tr("Timesheet", "due {day}").format(day=day_short(day))


def _same(first: EntryRow, second: EntryRow) -> bool:
    return (first.engagement_id, first.code_id) == (second.engagement_id, second.code_id)
