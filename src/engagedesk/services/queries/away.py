"""Away periods: what is to be answered, and what an answer can name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, func, or_, select
from sqlalchemy.orm import Session

from engagedesk import settings
from engagedesk.domain.away import AwayPolicy
from engagedesk.domain.days import zone_named
from engagedesk.domain.engagement import CodeChoice, CodeRule, default_code, standing
from engagedesk.domain.ids import AwayId, CodeId, EngagementId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import CodeStanding, EngagementState
from engagedesk.models.away import AwayPeriod
from engagedesk.models.engagements import ChargeCode, Client, Engagement
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries import day_view
from engagedesk.services.queries.day_view import LOOK_BACK_DAYS
from engagedesk.services.queries.rows import AwayRow
from engagedesk.services.queries.selects import away_select, client_label, of_session

NAMED_STATES: Final = (EngagementState.ACTIVE, EngagementState.PLANNED, EngagementState.ON_HOLD)
MOST: Final = 200
MINUTE_S = 60
"""What the minutes of the settings are; the test launcher makes them shorter."""


@dataclass(frozen=True, slots=True)
class CodeOffer:
    """A code that a part of an away period can go on."""

    id: CodeId
    code: str
    activity: str


@dataclass(frozen=True, slots=True)
class TargetOffer:
    """An engagement, or a non-client code, that a part can go on; most recently used first."""

    engagement_id: EngagementId | None
    label: str
    detail: str
    colour: int
    codes: tuple[CodeOffer, ...]
    """Open codes; for a non-client code the one; empty = the time would await its code."""
    code_id: CodeId | None
    """The one to propose."""


@dataclass(frozen=True, slots=True)
class AwayQuestion:
    """All that the question about one period shows."""

    away: AwayRow
    offers: tuple[TargetOffer, ...]


def away_policy(session: Session) -> AwayPolicy:
    """Return what the person's settings count as away."""
    return AwayPolicy(
        idle_after_s=rules.setting(session, settings.AWAY_AFTER) * MINUTE_S,
        on_screen_lock=rules.setting(session, settings.AWAY_ON_LOCK),
        on_sleep=rules.setting(session, settings.AWAY_ON_SLEEP),
        short_s=rules.setting(session, settings.AWAY_SHORT) * MINUTE_S,
    )


def open_away(session: Session) -> AwayRow | None:
    """Return the period of a person who is away now; None = nobody is."""
    return next(iter(_rows(session, AwayPeriod.end_utc.is_(None))), None)


def away_by_id(session: Session, away: AwayId) -> AwayRow | None:
    """Return one period, answered or not."""
    return next(iter(_rows(session, AwayPeriod.id == away)), None)


def unanswered_away(session: Session) -> tuple[AwayRow, ...]:
    """Return what the person still has to answer, oldest first: open periods, and ended ones with unclaimed time."""
    found = _rows(session, AwayPeriod.answer.is_(None))
    return tuple(row for row in found if row.end_utc is None or row.unallocated_s > 0)


def breaks_between(session: Session, bounds: Span) -> tuple[Span, ...]:
    """Return the breaks in a stretch: no time was worked in them, and they are no gaps."""
    return day_view.breaks_in(of_session(session), bounds)


def away_question(session: Session, away: AwayId) -> AwayQuestion | None:
    """Return what to ask about a period; None where it is gone or has its answer."""
    row = away_by_id(session, away)
    if row is None or row.answer is not None or row.end_utc is None:
        return None
    return AwayQuestion(row, target_offers(session, at_utc=row.start_utc, zone=row.zone))


def oldest_question(session: Session) -> AwayQuestion | None:
    """Return what to ask about the oldest period that waits for its answer; None where none does."""
    for row in unanswered_away(session):
        question = away_question(session, row.id)
        if question is not None:
            return question
    return None


def target_offers(session: Session, *, at_utc: int, zone: str) -> tuple[TargetOffer, ...]:
    """Return what time of a day can go on: engagements with their codes that are open then, and non-client codes."""
    day = rules.work_days(session).day_of(at_utc, zone_named(zone))
    used = _last_used(session)
    codes = _codes(session, used)
    query = (
        select(Engagement.id, Engagement.title, client_label.label("client"), Client.colour)
        .join(Client, Client.id == Engagement.client_id)
        .where(Engagement.state.in_(NAMED_STATES))
        .order_by(Client.short_name, Engagement.title)
    )
    found: list[tuple[int, TargetOffer]] = []
    for row in session.execute(query):
        choices = [c for c in codes.get(row.id, ()) if standing(c.rule, day) is CodeStanding.OPEN]
        offer = TargetOffer(
            EngagementId(row.id),
            row.client,
            row.title,
            row.colour,
            tuple(CodeOffer(c.id, c.code, c.activity) for c in choices),
            default_code(tuple(choices), day),
        )
        found.append((used.get(row.id, 0), offer))
    for choice in codes.get(None, ()):
        if standing(choice.rule, day) is CodeStanding.OPEN:
            own = CodeOffer(choice.id, choice.code, choice.activity)
            offer = TargetOffer(None, choice.activity or choice.code, "", -1, (own,), choice.id)
            found.append((used.get(choice.id, 0), offer))
    return tuple(offer for _, offer in sorted(found, key=lambda pair: -pair[0]))


def _rows(session: Session, *wanted: ColumnElement[bool]) -> list[AwayRow]:
    return [_row(session, row) for row in session.execute(away_select().where(*wanted).limit(MOST))]


def _row(session: Session, row: Row[Any]) -> AwayRow:
    end_utc = row.start_utc if row.end_utc is None else row.end_utc
    return day_view.away_row(row, claimed(session, Span(row.start_utc, end_utc)))


def claimed(session: Session, stretch: Span) -> tuple[Span, ...]:
    """Return what entries have claimed of a stretch; a running one claims all from its start."""
    first, last = (datetime.fromtimestamp(at, UTC).date() for at in (stretch.start_utc, stretch.end_utc))
    query = select(TimeEntry.start_utc, TimeEntry.end_utc).where(
        TimeEntry.work_day >= first - timedelta(days=LOOK_BACK_DAYS),
        TimeEntry.work_day <= last + timedelta(days=2),
        TimeEntry.start_utc < stretch.end_utc,
        or_(TimeEntry.end_utc.is_(None), TimeEntry.end_utc > stretch.start_utc),
    )
    return tuple(_spans(((row.start_utc, row.end_utc) for row in session.execute(query)), stretch.end_utc))


def _spans(rows: Iterable[tuple[int, int | None]], until_utc: int) -> Iterable[Span]:
    return (Span(start, max(start, until_utc if end is None else end)) for start, end in rows)


def _last_used(session: Session) -> dict[bytes, int]:
    used: dict[bytes, int] = {}
    for column in (TimeEntry.engagement_id, TimeEntry.code_id):
        query = select(column, func.max(TimeEntry.changed_utc)).where(column.is_not(None)).group_by(column)
        used.update({row[0]: int(row[1]) for row in session.execute(query)})
    return used


def _codes(session: Session, used: dict[bytes, int]) -> dict[bytes | None, list[CodeChoice]]:
    query = select(
        ChargeCode.id,
        ChargeCode.engagement_id,
        ChargeCode.code,
        ChargeCode.activity,
        ChargeCode.valid_from,
        ChargeCode.valid_to,
        ChargeCode.closed,
    ).order_by(ChargeCode.position, ChargeCode.code)
    found: dict[bytes | None, list[CodeChoice]] = defaultdict(list)
    for row in session.execute(query):
        rule = CodeRule(row.valid_from, row.valid_to, not row.closed)
        found[row.engagement_id].append(
            CodeChoice(CodeId(row.id), row.code, row.activity, rule, last_used_utc=used.get(row.id))
        )
    return found
