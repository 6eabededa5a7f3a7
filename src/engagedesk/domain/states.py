"""The words that more than one rule needs: states, service lines, fee arrangements, how codes count.

The stored value of each member is its lower-case word; a released word never changes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class EntryState(StrEnum):
    """Where a time entry stands: draft -> ready -> submitted -> posted | returned."""

    DRAFT = "draft"
    READY = "ready"
    SUBMITTED = "submitted"
    POSTED = "posted"
    RETURNED = "returned"


EDITABLE_STATES: Final = frozenset({EntryState.DRAFT, EntryState.READY, EntryState.RETURNED})


class EntrySource(StrEnum):
    """How an entry came to be."""

    TIMER = "timer"
    QUICK_ENTRY = "quick_entry"
    MANUAL = "manual"
    FILL = "fill"
    IMPORT = "import"
    REVERSAL = "reversal"
    SAMPLE = "sample"
    SUGGESTION = "suggestion"
    AWAY = "away"
    """Allotted when an away period was answered."""


class AwayCause(StrEnum):
    """How the desktop showed that nobody was there."""

    IDLE = "idle"
    SCREEN_LOCK = "screen_lock"
    SLEEP = "sleep"


class AwayAnswer(StrEnum):
    """What the person said about an away period."""

    KEEP = "keep"
    DISCARD = "discard"
    SPLIT = "split"
    BREAK = "break"
    """No time, and no gap either."""


class DraftSource(StrEnum):
    """What a suggestion stands on."""

    ACTIVITY = "activity"
    """Windows in front, where that is watched."""
    PATTERN = "pattern"
    """The same weekday and time of earlier weeks."""
    RECENT = "recent"
    """What stands beside the free time."""
    PLAN = "plan"


class ServiceLine(StrEnum):
    AUDIT = "audit"
    TAX = "tax"
    ADVISORY = "advisory"


class EngagementState(StrEnum):
    PROPOSED = "proposed"
    PLANNED = "planned"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    CLOSED = "closed"
    ARCHIVED = "archived"


class FeeArrangement(StrEnum):
    TIME_AND_MATERIALS = "time_and_materials"
    CAPPED = "capped"
    FIXED = "fixed"
    RETAINER = "retainer"
    MILESTONES = "milestones"


class GateKind(StrEnum):
    """What must be settled before work starts; work before an open gate is flagged, never refused."""

    ACCEPTANCE = "acceptance"
    CONTINUANCE = "continuance"
    INDEPENDENCE = "independence"
    ENGAGEMENT_LETTER = "engagement_letter"
    PRE_APPROVAL = "pre_approval"
    OVERDUE_FEES = "overdue_fees"


class GateState(StrEnum):
    OPEN = "open"
    SETTLED = "settled"
    NOT_NEEDED = "not_needed"


class NonClientKind(StrEnum):
    """What a non-client code is for; the firm profile says how each counts in utilization."""

    LEAVE = "leave"
    SICKNESS = "sickness"
    HOLIDAY = "holiday"
    TRAINING = "training"
    BUSINESS_DEVELOPMENT = "business_development"
    ADMINISTRATION = "administration"
    AVAILABLE = "available"


class CodeStanding(StrEnum):
    """How a charge code stands on one work date."""

    OPEN = "open"
    CLOSED = "closed"
    NOT_YET_VALID = "not_yet_valid"
    EXPIRED = "expired"
    MISSING = "missing"


class PhaseState(StrEnum):
    PLANNED = "planned"
    ACTIVE = "active"
    DONE = "done"


class PlanItemKind(StrEnum):
    """What a link, a baseline or a booking can name."""

    TASK = "task"
    MILESTONE = "milestone"
    DELIVERABLE = "deliverable"


class LinkKind(StrEnum):
    """Which ends of two items a link ties: the first letter is the predecessor's end, the second the successor's."""

    FINISH_START = "fs"
    START_START = "ss"
    FINISH_FINISH = "ff"
    START_FINISH = "sf"


class TaskBasis(StrEnum):
    """What of a task is given, and what follows from the people on it."""

    EFFORT = "effort"
    """The work is given; it takes as long as its people need for it."""
    DURATION = "duration"
    """The working time from start to end is given, whoever works on it."""


class CalendarEventKind(StrEnum):
    """What makes a day differ from a calendar's week."""

    HOLIDAY = "holiday"
    LEAVE = "leave"
    OVERTIME = "overtime"
    """Longer days (busy season); also makes a free day a working one."""
    BLACKOUT = "blackout"
    """No work on this engagement: the client is closed."""


class DeliverableState(StrEnum):
    """Where a deliverable stands, from the first to the last; *returned* goes back to its preparer."""

    PLANNED = "planned"
    IN_PREPARATION = "in_preparation"
    PREPARED = "prepared"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    REVIEWED = "reviewed"
    APPROVED = "approved"
    ISSUED = "issued"
    ACKNOWLEDGED = "acknowledged"


class BudgetAlertKind(StrEnum):
    """What was crossed."""

    USED = "used"
    """A part of the budget was used up."""
    EAC = "eac"
    """The estimate at completion exceeds the budget."""


class ExcessCause(StrEnum):
    """Why hours went beyond the budget: the evidence for a fee variation and for next year's budget."""

    LATE_REQUESTS = "late_requests"
    """The client's documents (PBC) came late or incomplete."""
    SCOPE_CHANGE = "scope_change"
    REWORK = "rework"
    LEARNING = "learning"
    OTHER = "other"
