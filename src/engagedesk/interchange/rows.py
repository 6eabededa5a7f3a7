"""What a foreign file says, as typed rows. Text is trimmed; "" means that the file does not say.

``source_key`` is the identity that makes an import idempotent: source and natural key, else source, hash of the
identifying fields, and ordinal among identical rows. ``line`` is the file's own line, or the row of a workbook.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from engagedesk.domain.states import EngagementState, FeeArrangement, PlanItemKind, ServiceLine
from engagedesk.errors import UserError
from engagedesk.interchange.plan_rows import PlanRow


class ImportKind(StrEnum):
    """What the rows of a file are."""

    ENGAGEMENTS = "engagements"
    STAFFING = "staffing"
    CODES = "codes"
    RECORDED = "recorded"
    TIME = "time"
    PLAN = "plan"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class TimeImportRow:
    """A person's own time, from another tracker."""

    line: int
    source_key: str
    client: str
    engagement: str
    """The tracker's project."""
    code: str
    task: str
    activity: str
    narrative: str
    billable: bool | None
    start_wall: datetime | None
    """Wall clock at the place of work, without a zone; None = a duration on ``day``."""
    end_wall: datetime | None
    """Wall clock; may lie before the start by the length of a clock change, where ``seconds`` is what counts."""
    utc_offset_s: int | None
    """Offset that the file itself states for start and end; None = to be read in the person's zone."""
    day: date
    seconds: int
    """As the file states it, else the difference of the wall clocks."""
    tags: tuple[str, ...]
    user: str
    email: str


@dataclass(frozen=True, slots=True)
class RecordedImportRow:
    """A line that the firm's system holds. ``seconds`` is negative for a reversal."""

    line: int
    source_key: str
    person: str
    grade: str
    client: str
    code: str
    engagement: str
    activity: str
    work_date: date
    seconds: int
    status: str
    narrative: str


@dataclass(frozen=True, slots=True)
class EngagementImportRow:
    """An engagement of the firm's list. Lines with the same key are joined: their codes add up."""

    line: int
    source_key: str
    reference: str
    client: str
    code_name: str
    title: str
    service_line: ServiceLine | None
    engagement_type: str
    fee_arrangement: FeeArrangement | None
    fee_minor: int | None
    currency: str
    codes: tuple[str, ...]
    period_end: date | None
    starts_on: date | None
    ends_on: date | None
    """The last day, inclusive."""
    state: EngagementState | None
    role: str
    phase: str
    priority: str
    budget_seconds: int | None


@dataclass(frozen=True, slots=True)
class StaffingImportRow:
    """Who is planned on what."""

    line: int
    source_key: str
    person: str
    email: str
    grade: str
    client: str
    engagement: str
    code: str
    role: str
    seconds: int | None
    """Planned time in all."""
    allocation_permille: int | None
    """Share of standard hours; 1000 = all of them."""
    from_day: date | None
    to_day: date | None
    """The last day, inclusive."""


@dataclass(frozen=True, slots=True)
class CodeImportRow:
    """A charge code. None = the file does not say."""

    line: int
    source_key: str
    code: str
    client: str
    engagement: str
    activity: str
    name: str
    valid_from: date | None
    valid_to: date | None
    """The last valid day, inclusive."""
    open: bool | None
    chargeable: bool | None
    billable: bool | None


@dataclass(frozen=True, slots=True)
class CalendarImportRow:
    """One event of a calendar, or one occurrence of it."""

    line: int
    source_key: str
    own: str
    """What our own export calls it: milestone, deliverable, deadline, booking; "" = not ours."""
    own_id: bytes | None
    name: str
    categories: str
    starts: datetime
    ends: datetime
    """Wall clock, the end excluded; midnight to midnight for whole days."""
    all_day: bool
    zone: str
    """IANA zone; "" = whoever reads it: a whole day, or a floating time."""
    busy: str
    """As Outlook says it: FREE, TENTATIVE, BUSY, OOF, WORKINGELSEWHERE; "" = not said."""
    is_todo: bool


@dataclass(frozen=True, slots=True)
class PlanLineImportRow:
    """A line of a plan in a spreadsheet; lines name each other by number."""

    line: int
    source_key: str
    number: int
    """As the file numbers it, else its place among the lines; what predecessors name."""
    own_id: bytes | None
    kind: PlanItemKind
    client: str
    engagement: str
    code: str
    phase: str
    name: str
    starts: date | None
    ends: date | None
    """A moment, or a day alone."""
    due: date | None
    deadline: date | None
    done_on: date | None
    work_s: int | None
    duration_s: int | None
    owner: str
    role: str
    predecessors: str
    percent: int | None
    note: str
    said: frozenset[str]
    """Fields that the file has a column for."""


ImportRow = (
    TimeImportRow
    | RecordedImportRow
    | EngagementImportRow
    | StaffingImportRow
    | CodeImportRow
    | CalendarImportRow
    | PlanLineImportRow
    | PlanRow
)


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that could not be read. The code has words in ``wording.imports``."""

    line: int
    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def as_error(self) -> UserError:
        """Return the reason in the shape that ``wording.describe`` takes."""
        return UserError(self.code, line=self.line, **self.params)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a row, or the file (line 0), that did not keep it out: the same codes and words."""

    line: int
    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def as_error(self) -> UserError:
        return UserError(self.code, line=self.line, **self.params)
