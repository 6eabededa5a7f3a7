"""What was worked on lately, for buttons that start it again."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from engagedesk.services.queries import day_view
from engagedesk.services.queries.rows import RecentTarget
from engagedesk.services.queries.selects import of_session


def recent_targets(session: Session, *, day: date, limit: int = day_view.RECENT) -> tuple[RecentTarget, ...]:
    """Return what was worked on lately, most recent first, each target once."""
    return day_view.recent_targets(of_session(session), day=day, limit=limit)
