"""What reminders go by, as the store has it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk import settings
from engagedesk.domain.days import Week, zone_named
from engagedesk.domain.reminders import Facts, ReminderKind, ReminderRules, cut_off
from engagedesk.models.time import TimeEntry
from engagedesk.services import rules
from engagedesk.services.queries.away import unanswered_away
from engagedesk.services.queries.entries import entries_touching, seconds_by_day
from engagedesk.services.queries.selects import UNSUBMITTED


def reminder_facts(session: Session, *, now_utc: int, zone: str) -> Facts:
    """Return what the store knows of a moment; whether the person is there, away or in a meeting it does not."""
    days = rules.work_days(session)
    place = zone_named(zone)
    profile = rules.firm_profile(session)
    day = days.day_of(now_utc, place)
    rows = entries_touching(session, day, day)
    recorded = sum(s for row in rows for on, s in seconds_by_day(row, days, now_utc=now_utc) if on == day)
    ends = [row.end_utc for row in rows if row.end_utc is not None and row.end_utc <= now_utc]
    running = select(TimeEntry.id).where(TimeEntry.end_utc.is_(None), TimeEntry.start_utc.is_not(None))
    waiting = [row.start_utc for row in unanswered_away(session) if row.end_utc is not None]
    week, cut_off_utc = "", None
    this = Week.of(day, week_end=profile.week_end)
    for one in (this.shift(-1), this):
        at = cut_off(one.last, weekday=profile.cutoff_weekday, minute=profile.cutoff_min, zone=place)
        if at > now_utc:
            week, cut_off_utc = one.label if _has_open(session, one) else "", at
            break
    return Facts(
        now_utc=now_utc,
        zone=place,
        day=day,
        running=session.scalar(running) is not None,
        recorded_s=recorded,
        standard_s=profile.standard_s(day),
        last_end_utc=max(ends, default=None),
        away_since_utc=min(waiting, default=None),
        week=week,
        cut_off_utc=cut_off_utc,
    )


def reminder_rules(session: Session) -> ReminderRules:
    """Return what the person set."""
    wanted = {
        ReminderKind.NO_TIMER: rules.setting(session, settings.REMIND_NO_TIMER),
        ReminderKind.AWAY: rules.setting(session, settings.REMIND_AWAY),
        ReminderKind.DAY_SHORT: rules.setting(session, settings.REMIND_DAY_SHORT),
        ReminderKind.CUT_OFF: rules.setting(session, settings.REMIND_CUT_OFF) > 0,
    }
    return ReminderRules(
        kinds=frozenset(kind for kind, on in wanted.items() if on),
        cut_off_h=rules.setting(session, settings.REMIND_CUT_OFF),
        quiet_from_h=rules.setting(session, settings.QUIET_FROM),
        quiet_to_h=rules.setting(session, settings.QUIET_TO),
    )


def _has_open(session: Session, week: Week) -> bool:
    query = select(TimeEntry.id).where(
        TimeEntry.work_day >= week.first, TimeEntry.work_day <= week.last, TimeEntry.state.in_(UNSUBMITTED)
    )
    return session.scalar(query.limit(1)) is not None
