"""Posted WIP is never revalued: what a posted line was worth is kept when its card would say something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Final

from sqlalchemy import select

from engagedesk.domain.ids import EngagementId, PersonId
from engagedesk.domain.reconciliation import Standing, standing_of
from engagedesk.domain.states import EntryState
from engagedesk.models.budgets import PostedRate
from engagedesk.models.engagements import Engagement
from engagedesk.models.time import RecordedLine, TimeEntry
from engagedesk.services import rules
from engagedesk.services.command import WriteSession
from engagedesk.services.queries.budget_actuals import priced_engagements

EVER: Final = date(1, 1, 1)


@contextmanager
def value_kept(session: WriteSession, engagements: Sequence[bytes], *, since: date) -> Iterator[None]:
    """Keep the value of posted lines over a change of rates, grades, cards or exchange rates from a day on."""
    before = priced_engagements(session, engagements)
    yield
    session.flush()
    after = priced_engagements(session, engagements)
    mine = rules.my_id(session)
    held = set(session.scalars(select(PostedRate.line_id).where(PostedRate.engagement_id.in_(engagements))))
    for engagement, was in before.items():
        changed: dict[tuple[PersonId, date], int | None] = {}
        for line, person, day in _posted(session, engagement, mine, since=since):
            if (person, day) not in changed:
                old = was.pricing.price(day, person).charge_minor
                new = after[engagement].pricing.price(day, person).charge_minor
                changed[person, day] = old if old != new else None
            charge = changed[person, day]
            if charge is not None and line not in held:
                rate = PostedRate(id=session.new_id(), engagement_id=engagement, line_id=line, charge_minor=charge)
                session.add(rate)


def engagements_of_card(session: WriteSession, card: bytes) -> list[bytes]:
    """Return the engagements that take their rates from a card."""
    return list(session.scalars(select(Engagement.id).where(Engagement.rate_card_id == card)))


def engagements_with_card(session: WriteSession) -> list[bytes]:
    """Return the engagements that take their rates from any card."""
    return list(session.scalars(select(Engagement.id).where(Engagement.rate_card_id.is_not(None))))


def _posted(
    session: WriteSession, engagement: EngagementId, mine: bytes | None, *, since: date
) -> Iterator[tuple[bytes, PersonId, date]]:
    """Yield line, person and work day of what is posted: own entries, and the others' lines."""
    own = select(TimeEntry.id, TimeEntry.work_day).where(
        TimeEntry.engagement_id == engagement, TimeEntry.work_day >= since, TimeEntry.state == EntryState.POSTED
    )
    if mine is not None:
        for line, day in session.execute(own).tuples():
            yield line, PersonId(mine), day
    team = select(RecordedLine.id, RecordedLine.person_id, RecordedLine.work_day, RecordedLine.status).where(
        RecordedLine.engagement_id == engagement,
        RecordedLine.work_day >= since,
        RecordedLine.person_id != (mine or b""),
    )
    for line, person, day, status in session.execute(team).tuples():
        if standing_of(status) is Standing.POSTED:
            yield line, PersonId(person), day
