"""What a person wants done with people's time: bookings, leave, working weeks; done by ``controllers/staffing.py``."""

from __future__ import annotations

from engagedesk.domain.ids import EngagementId, PersonId, PlanItemId
from engagedesk.ui.intent import Intent


class BookSomebody(Intent):
    """Open the form of bookings on a task; ``task`` None = for the engagement as a whole."""

    engagement: EngagementId
    task: PlanItemId | None = None


class EnterLeave(Intent):
    """Open the form of somebody's leave and other days; ``person`` None = it is chosen there."""

    person: PersonId | None = None


class SetWorkingWeek(Intent):
    """Open the form of somebody's working week; ``person`` None = it is chosen there."""

    person: PersonId | None = None


class SetFirmWeek(Intent):
    """Open the form of the firm's working week, country and subdivision."""


class EnterFirmDays(Intent):
    """Open the form of the firm's own holidays and its busy season."""


class CloseEngagement(Intent):
    """Open the form of the days on which an engagement is closed to work."""

    engagement: EngagementId
