"""The frozen rows that queries answer with and that the window, the tray and the command line show.

Instants are Unix seconds UTC, durations integer seconds, days are work days (DayStartRule), money integer minor units
with a currency. Collections are in the order in which they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engagedesk.domain.ids import AwayId, ClientId, CodeId, EngagementId, EntryId, PersonId, TaskId
from engagedesk.domain.states import (
    AwayAnswer,
    AwayCause,
    CodeStanding,
    EngagementState,
    EntrySource,
    EntryState,
    FeeArrangement,
    GateKind,
    GateState,
    PhaseState,
    ServiceLine,
)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One time entry. ``start_utc`` None = a duration on a day; ``end_utc`` None with a start = running."""

    id: EntryId
    version: int
    work_day: date
    start_utc: int | None
    end_utc: int | None
    zone: str
    """IANA name of the place where the time was worked."""
    seconds: int
    """Length; 0 while running (elapsed is derived from ``start_utc``)."""
    engagement_id: EngagementId | None
    engagement: str
    """Short label: "Northgate" or the non-client code's name; "" while nothing is chosen."""
    engagement_detail: str
    """Second word beside the label: "PCAOB audit"; may be ""."""
    colour: int
    """Index in the client palette; -1 = non-client."""
    code_id: CodeId | None
    code: str | None
    """None = awaiting code."""
    code_standing: CodeStanding
    task_id: TaskId | None
    task: str | None
    activity: str
    narrative: str
    chargeable: bool
    state: EntryState
    source: EntrySource
    open_gate: bool
    """The engagement has an open gate on this work day (flagged, never refused)."""
    returned_reason: str
    reverses: EntryId | None

    @property
    def label(self) -> str:
        """Return "Harrowgate · Group audit", a non-client code's name, or "" while nothing is chosen."""
        return f"{self.engagement} · {self.engagement_detail}" if self.engagement_detail else self.engagement

    @property
    def is_running(self) -> bool:
        return self.start_utc is not None and self.end_utc is None


@dataclass(frozen=True, slots=True)
class GapRow:
    """Unallocated time between two entries of one day, half-open."""

    start_utc: int
    end_utc: int
    zone: str


@dataclass(frozen=True, slots=True)
class AwayRow:
    """One away period with the entry that ran. ``end_utc`` None = still away; ``entry`` None = it was deleted."""

    id: AwayId
    start_utc: int
    end_utc: int | None
    zone: str
    cause: AwayCause
    answer: AwayAnswer | None
    unallocated_s: int
    """What no entry has claimed of it since; 0 while still away."""
    entry: EntryId | None
    engagement_id: EngagementId | None
    code_id: CodeId | None
    task_id: TaskId | None
    label: str
    """"Northgate", or a non-client code's name; "" = nothing was chosen, or the entry is gone."""
    detail: str
    colour: int
    code: str


@dataclass(frozen=True, slots=True)
class OverlapRow:
    """Two entries that claim the same time."""

    first: EntryId
    second: EntryId
    seconds: int


@dataclass(frozen=True, slots=True)
class RunningRow:
    """The running timer as the top bar and the tray show it."""

    entry_id: EntryId
    version: int
    start_utc: int
    zone: str
    label: str
    detail: str
    colour: int
    chargeable: bool
    last_activity_utc: int
    """Last heartbeat or known activity; what a crash would have kept."""


@dataclass(frozen=True, slots=True)
class DayFigure:
    """One day's total against the standard day."""

    day: date
    seconds: int
    standard_seconds: int


@dataclass(frozen=True, slots=True)
class TodayView:
    """Everything Today shows."""

    day: date
    zone: str
    day_start_utc: int
    day_end_utc: int
    entries: tuple[EntryRow, ...]
    gaps: tuple[GapRow, ...]
    overlaps: tuple[OverlapRow, ...]
    recorded_s: int
    """Without the running entry's open stretch; the view adds it."""
    standard_s: int
    unallocated_s: int
    week_label: str
    """ISO week, "2026-W47"."""
    week: tuple[DayFigure, ...]
    """The seven days of the week, first day first."""
    week_chargeable_s: int
    week_recorded_s: int
    week_standard_s: int
    awaiting_code_s: int
    """All time without a code, any day."""
    awaiting_code_count: int
    oldest_awaiting_day: date | None
    not_submitted_s: int
    """Draft, ready and returned time of earlier weeks."""
    not_submitted_weeks: int
    running: RunningRow | None
    away: tuple[AwayRow, ...] = ()
    """Away periods of the day that wait for their answer; their time is unallocated, but in no gap."""


@dataclass(frozen=True, slots=True)
class RecentTarget:
    """Something to start or switch to, most recent first."""

    engagement_id: EngagementId | None
    code_id: CodeId | None
    task_id: TaskId | None
    label: str
    detail: str
    code: str | None
    colour: int
    today_s: int
    text: str
    """A quick-entry target that names exactly this."""


@dataclass(frozen=True, slots=True)
class EngagementRow:
    """One engagement in the list and in the sidebar."""

    id: EngagementId
    client_id: ClientId
    client: str
    short: str
    """Short client name for narrow places: "Harrowgate"."""
    title: str
    """"Group audit"."""
    service_line: ServiceLine
    state: EngagementState
    colour: int
    codes: tuple[str, ...]
    closed_codes: tuple[str, ...]
    phase: str
    my_role: str
    fee: FeeArrangement
    fee_minor: int | None
    fee_cap_minor: int | None
    currency: str
    next_date: date | None
    next_date_what: str
    open_gates: tuple[GateKind, ...]
    own_week_s: int
    own_total_s: int
    team_total_s: int
    """Own time plus the latest team extract, own hours counted once."""
    awaiting_code_s: int
    last_day: date | None
    note: str
    """One line: what stands out, as recorded by the person; may be ""."""


@dataclass(frozen=True, slots=True)
class GateRow:
    kind: GateKind
    state: GateState
    on: date | None
    note: str


@dataclass(frozen=True, slots=True)
class PhaseRow:
    id: bytes
    name: str
    starts: date | None
    ends: date | None
    state: PhaseState
    own_s: int


@dataclass(frozen=True, slots=True)
class TeamRow:
    person_id: PersonId
    name: str
    grade: str
    role: str
    is_me: bool
    seconds: int
    member_id: bytes = b""
    """The row of the team list."""


@dataclass(frozen=True, slots=True)
class CodeRow:
    id: CodeId
    code: str
    activity: str
    valid_from: date | None
    valid_to: date | None
    standing: CodeStanding
    chargeable: bool
    billable: bool
    own_s: int
    team_s: int


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One change to one record."""

    at_utc: int
    who: str
    command: str
    field: str
    old: str
    new: str
    reason: str


@dataclass(frozen=True, slots=True)
class EngagementPage:
    """One engagement's page."""

    row: EngagementRow
    position: int
    """1-based place among the listed engagements."""
    count: int
    period_end: date | None
    starts: date | None
    ends: date | None
    contract: str
    local_currency: str
    priority: int
    extract_date: date | None
    """Date of the latest team extract; None = none imported."""
    gates: tuple[GateRow, ...]
    phases: tuple[PhaseRow, ...]
    team: tuple[TeamRow, ...]
    codes: tuple[CodeRow, ...]
    my_entries: tuple[EntryRow, ...]
    """Own entries of the current week, newest first."""
    week_label: str
    my_week_s: int
    history: tuple[HistoryRow, ...]
