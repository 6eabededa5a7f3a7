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
