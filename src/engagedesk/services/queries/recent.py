"""What was worked on lately, for buttons that start it again."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.states import EngagementState
from engagedesk.models.engagements import ChargeCode, Client, Engagement, Task
from engagedesk.models.time import TimeEntry
from engagedesk.services.queries.entries import client_label
from engagedesk.services.queries.rows import RecentTarget


def recent_targets(session: Session, *, day: date, limit: int = 8) -> tuple[RecentTarget, ...]:
    """Return what was worked on lately, most recent first, each target once."""
    last = func.max(TimeEntry.changed_utc).label("last")
    query = (
        select(
            TimeEntry.engagement_id,
            TimeEntry.code_id,
            TimeEntry.task_id,
            last,
            client_label.label("client"),
            Client.name,
            Engagement.title,
            Client.colour,
            ChargeCode.code,
            ChargeCode.activity,
            Task.name.label("task"),
        )
        .select_from(TimeEntry)
        .outerjoin(Engagement, Engagement.id == TimeEntry.engagement_id)
        .outerjoin(Client, Client.id == Engagement.client_id)
        .outerjoin(ChargeCode, ChargeCode.id == TimeEntry.code_id)
        .outerjoin(Task, Task.id == TimeEntry.task_id)
        .where(TimeEntry.work_day >= day - timedelta(days=60))
        .where((Engagement.id.is_(None)) | (Engagement.state != EngagementState.ARCHIVED))
        .where((TimeEntry.engagement_id.is_not(None)) | (TimeEntry.code_id.is_not(None)))
        .group_by(TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.task_id)
        .order_by(last.desc())
        .limit(limit)
    )
    today: dict[tuple[bytes | None, bytes | None, bytes | None], int] = {}
    for row in session.execute(
        select(TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.task_id, func.sum(TimeEntry.seconds))
        .where(TimeEntry.work_day == day)
        .group_by(TimeEntry.engagement_id, TimeEntry.code_id, TimeEntry.task_id)
    ):
        today[(row[0], row[1], row[2])] = int(row[3] or 0)
    return tuple(
        RecentTarget(
            engagement_id=None if row.engagement_id is None else EngagementId(row.engagement_id),
            code_id=None if row.code_id is None else CodeId(row.code_id),
            task_id=None if row.task_id is None else TaskId(row.task_id),
            label=row.client if row.engagement_id is not None else row.activity,
            detail=(row.task or row.title or "") if row.engagement_id is not None else "",
            code=row.code,
            colour=row.colour if row.engagement_id is not None else -1,
            today_s=today.get((row.engagement_id, row.code_id, row.task_id), 0),
            text=" ".join(
                part
                for part in (
                    row.client if row.engagement_id is not None else row.activity,
                    row.title,
                    row.code,
                    row.task,
                )
                if part
            ),
        )
        for row in session.execute(query)
    )
