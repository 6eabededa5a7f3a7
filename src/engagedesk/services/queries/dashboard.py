"""What Today shows beside the day itself: what is unbilled, and the next dates of every engagement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.states import PlanItemKind
from engagedesk.models.billing import Invoice
from engagedesk.models.engagements import Client, Deliverable, Engagement, Milestone
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries.budget_actuals import pieces, priced_engagements
from engagedesk.services.queries.dashboard_rows import Dashboard, NextDate, Unbilled
from engagedesk.services.queries.engagements import LISTED
from engagedesk.services.queries.selects import client_label

SOON_DAYS: Final = 7
SHOWN_DATES: Final = 6


def dashboard(session: Session, *, today: date) -> Dashboard:
    """Return what Today shows beside the day."""
    soon = today + timedelta(days=SOON_DAYS)
    dates = next_dates(session)
    return Dashboard(
        unbilled=unbilled(session, today=today),
        dates=dates[:SHOWN_DATES],
        due_soon=sum(one.due <= soon for one in dates),
        overdue=sum(one.due < today for one in dates),
        today=today,
    )


def next_dates(session: Session, *, until: date | None = None) -> tuple[NextDate, ...]:
    """Return every milestone and deliverable of running engagements that is not done, by day; ``until`` inclusive."""
    found = []
    for model, kind in ((Milestone, PlanItemKind.MILESTONE), (Deliverable, PlanItemKind.DELIVERABLE)):
        query = (
            select(
                model.id,
                model.engagement_id,
                model.name,
                model.due,
                model.deadline,
                client_label.label("client"),
                Engagement.title,
                Client.colour,
                *((Deliverable.state,) if model is Deliverable else ()),
            )
            .join(Engagement, Engagement.id == model.engagement_id)
            .join(Client, Client.id == Engagement.client_id)
            .where(model.done_on.is_(None), Engagement.state.in_(LISTED))
        )
        if until is not None:
            query = query.where(model.due <= until)
        found += [
            NextDate(
                PlanItemId(row.id),
                kind,
                EngagementId(row.engagement_id),
                row.client,
                row.title,
                row.colour,
                row.name,
                row.due,
                row.deadline,
                row.state if kind is PlanItemKind.DELIVERABLE else None,
            )
            for row in session.execute(query)
        ]
    return tuple(sorted(found, key=lambda one: (one.due, one.client.casefold(), one.name.casefold())))


def unbilled(session: Session, *, today: date) -> Unbilled:
    """Return what no invoice covers: chargeable work after the last billed day of its engagement."""
    hidden = rules.firm_profile(session).rates is RateSight.NOBODY
    ids = [EngagementId(one) for one in session.scalars(select(Engagement.id).where(Engagement.state.in_(LISTED)))]
    billed = _billed_up_to(session, ids)
    priced = priced_engagements(session, ids)
    groups: dict[date | None, list[EngagementId]] = defaultdict(list)
    for one in ids:
        groups[billed.get(one)].append(one)
    amounts: dict[str, int] = defaultdict(int)
    seconds = 0
    for up_to, engagements in groups.items():
        first = date.min if up_to is None else up_to + timedelta(days=1)
        for piece in pieces(session, {one: priced[one] for one in engagements}, between=(first, today)):
            if piece.worked.chargeable_minor == piece.worked.minor:
                seconds += piece.worked.seconds
                amounts[priced[piece.engagement].currency] += piece.worked.chargeable_minor
    shown = () if hidden else sorted(((c, m) for c, m in amounts.items() if m), key=lambda one: (-one[1], one[0]))
    return Unbilled(tuple(shown), seconds, _oldest(session, billed, ids, today=today), hidden=hidden)


def _billed_up_to(session: Session, ids: Sequence[EngagementId]) -> dict[EngagementId, date]:
    query = (
        select(Invoice.engagement_id, func.max(Invoice.up_to))
        .where(Invoice.engagement_id.in_(ids))
        .group_by(Invoice.engagement_id)
    )
    return {EngagementId(row[0]): row[1] for row in session.execute(query)}


def _oldest(
    session: Session, billed: Mapping[EngagementId, date], ids: Sequence[EngagementId], *, today: date
) -> date | None:
    """Return the first day of chargeable work that no invoice covers."""
    found = []
    for one in ids:
        for table in (TimeEntry, RecordedLine):
            query = select(func.min(table.work_day)).where(table.engagement_id == one, table.work_day <= today)
            if one in billed:
                query = query.where(table.work_day > billed[one])
            found.append(session.scalar(query))
    return min((day for day in found if day is not None), default=None)
