"""What Today shows beside the day itself: what is unbilled, and the next dates of every engagement."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.states import PlanItemKind
from engagedesk.models.billing import Invoice
from engagedesk.models.engagements import Client, Deliverable, Engagement, Milestone
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
    ids = [EngagementId(one) for one in session.scalars(select(Engagement.id).where(Engagement.state.in_(LISTED)))]
    billed = _billed_up_to(session, ids)
    first_days = {one: date.min if one not in billed else billed[one] + timedelta(days=1) for one in ids}
    seconds, oldest = _chargeable(session, first_days, today=today)
    hidden = rules.firm_profile(session).rates is RateSight.NOBODY
    amounts = {} if hidden else _amounts(session, first_days, today=today)
    shown = sorted(((c, m) for c, m in amounts.items() if m), key=lambda one: (-one[1], one[0]))
    return Unbilled(tuple(shown), seconds, oldest, hidden=hidden)


def unbilled_of(session: Session, engagement: EngagementId, *, up_to: date, without: bytes | None = None) -> Unbilled:
    """Return what no invoice of one engagement covers up to a day, that day included.

    ``without`` is an invoice that is being corrected: what it covers counts as unbilled, from the invoice before it on.
    """
    before = select(func.max(Invoice.up_to)).where(Invoice.engagement_id == engagement)
    if without is not None:
        before = before.where(Invoice.id != without, Invoice.up_to <= up_to)
    billed = session.scalar(before)
    first_days = {engagement: date.min if billed is None else billed + timedelta(days=1)}
    seconds, oldest = _chargeable(session, first_days, today=up_to)
    hidden = rules.firm_profile(session).rates is RateSight.NOBODY
    amounts = {} if hidden else _amounts(session, first_days, today=up_to)
    return Unbilled(tuple((c, m) for c, m in amounts.items() if m), seconds, oldest, hidden=hidden)


def _billed_up_to(session: Session, ids: Sequence[EngagementId]) -> dict[EngagementId, date]:
    query = (
        select(Invoice.engagement_id, func.max(Invoice.up_to))
        .where(Invoice.engagement_id.in_(ids))
        .group_by(Invoice.engagement_id)
    )
    return {EngagementId(row[0]): row[1] for row in session.execute(query)}


_CHARGEABLE: Final = """
WITH wanted AS MATERIALIZED (SELECT unhex(value ->> 0) AS engagement, value ->> 1 AS first FROM json_each(:wanted))
SELECT sum(l.seconds), min(l.work_day)
FROM wanted w CROSS JOIN {line} l ON l.engagement_id = w.engagement AND l.work_day BETWEEN w.first AND :today
WHERE {chargeable}"""
_OF_LINES: Final = (
    ("time_entry", "l.chargeable"),
    (
        "recorded_line",
        """l.person_id NOT IN (SELECT id FROM person WHERE is_me)
  AND (l.code_id IS NULL OR l.code_id NOT IN (SELECT id FROM charge_code WHERE chargeable = 0))""",
    ),
)
"""Own time from the entries, everybody else's as recorded; as in ``budget_actuals.pieces``."""


def _chargeable(session: Session, first_days: Mapping[EngagementId, date], *, today: date) -> tuple[int, date | None]:
    """Return the chargeable seconds from each engagement's first day on, and the first day that has any."""
    wanted = json.dumps([(one.hex(), first.isoformat()) for one, first in first_days.items()])
    seconds, days = 0, []
    for line, chargeable in _OF_LINES:
        statement = text(_CHARGEABLE.format(line=line, chargeable=chargeable))
        found, first = session.execute(statement, {"wanted": wanted, "today": today.isoformat()}).one()
        seconds += found or 0
        days += [] if first is None else [date.fromisoformat(first)]
    return seconds, min(days, default=None)


def _amounts(session: Session, first_days: Mapping[EngagementId, date], *, today: date) -> dict[str, int]:
    """Return what the chargeable work is worth at standard rates, by currency."""
    priced = priced_engagements(session, list(first_days))
    amounts: dict[str, int] = defaultdict(int)
    for piece in pieces(session, priced, between={one: (first, today) for one, first in first_days.items()}):
        amounts[priced[piece.engagement].currency] += piece.worked.chargeable_minor
    return amounts
