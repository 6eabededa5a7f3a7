"""When to remind whom of what: of unrecorded work, never of too much of it.

One of a kind an hour or a day, only in working hours, never while the person presents, calls or sits in a meeting.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from engagedesk.domain.days import Ambiguous, Nonexistent, Resolved, local, resolve_local

HOUR_S: Final = 3600
FREE_FOR_S: Final = 15 * 60
"""A shorter break between two timers is nobody's business."""
PRESENT_S: Final = 5 * 60
AWAY_FOR_S: Final = 10 * 60
SHORT_BY_S: Final = 15 * 60
WITHOUT_QUIET_END_H: Final = 17


class ReminderKind(StrEnum):
    NO_TIMER = "no_timer"
    AWAY = "away"
    DAY_SHORT = "day_short"
    CUT_OFF = "cut_off"


HOURLY: Final = frozenset({ReminderKind.NO_TIMER, ReminderKind.AWAY})
"""The others come once a day."""


@dataclass(frozen=True, slots=True)
class ReminderRules:
    """What the person wants. ``cut_off_h`` 0 = no reminder of the cut-off; hours are local."""

    kinds: frozenset[ReminderKind] = frozenset(ReminderKind)
    cut_off_h: int = 4
    quiet_from_h: int = 18
    quiet_to_h: int = 8

    def is_quiet(self, now: datetime) -> bool:
        """Say whether nothing may be said at a local time; from and to at the same hour is never."""
        start, end = self.quiet_from_h, self.quiet_to_h
        if start == end:
            return False
        return start <= now.hour < end if start < end else now.hour >= start or now.hour < end

    def is_last_hour(self, now: datetime) -> bool:
        """Say whether the working day ends within the hour."""
        end = WITHOUT_QUIET_END_H if self.quiet_from_h == self.quiet_to_h else self.quiet_from_h
        return now.hour == (end - 1) % 24

    def begins_utc(self, now: datetime) -> int:
        """Return when working hours began at a local time that is not quiet."""
        hour = 0 if self.quiet_from_h == self.quiet_to_h else self.quiet_to_h
        start = now.replace(hour=hour, minute=0, second=0, microsecond=0)
        return int((start if start <= now else start - timedelta(days=1)).timestamp())


@dataclass(frozen=True, slots=True)
class Facts:
    """What is so at one moment."""

    now_utc: int
    zone: ZoneInfo
    day: date
    running: bool
    recorded_s: int
    """Of the day, the running stretch included."""
    standard_s: int
    last_end_utc: int | None = None
    away_since_utc: int | None = None
    """Since when an away time waits for its answer."""
    week: str = ""
    """The week whose cut-off comes next, where it is not submitted yet; "" = nothing to submit."""
    cut_off_utc: int | None = None
    idle_s: float | None = None
    """None = not known: then the person counts as present."""
    occupied: bool = False
    """In a meeting, a call, a presentation."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """``seconds``: unallocated since, away since, missing of the day, or left until the cut-off. No name of anybody."""

    kind: ReminderKind
    seconds: int
    week: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was said already: when each kind was said last, and on which work day."""

    at_utc: Mapping[ReminderKind, int] = field(default_factory=dict)
    on: Mapping[ReminderKind, date] = field(default_factory=dict)

    def allows(self, kind: ReminderKind, facts: Facts) -> bool:
        if kind in HOURLY:
            last = self.at_utc.get(kind)
            # A clock that was set back does not silence a kind for long.
            return last is None or facts.now_utc - last >= HOUR_S or last > facts.now_utc
        return self.on.get(kind) != facts.day

    def after(self, reminder: Reminder, facts: Facts) -> Told:
        return Told({**self.at_utc, reminder.kind: facts.now_utc}, {**self.on, reminder.kind: facts.day})


def due(facts: Facts, rules: ReminderRules, told: Told) -> Reminder | None:
    """Return the one reminder that is to be said now; None mostly. The most pressing comes first."""
    now = local(facts.now_utc, facts.zone)
    if facts.occupied or rules.is_quiet(now):
        return None
    found = (_cut_off(facts, rules), _away(facts), _day_short(facts, rules, now), _no_timer(facts, rules, now))
    for reminder in found:
        if reminder is not None and reminder.kind in rules.kinds and told.allows(reminder.kind, facts):
            return reminder
    return None


def cut_off(last_day: date, *, weekday: int, minute: int, zone: ZoneInfo) -> int:
    """Return when a week that ends on ``last_day`` is to be submitted: the next such weekday after it, local time."""
    day = last_day + timedelta(days=1 + (weekday - last_day.isoweekday() - 1) % 7)
    match resolve_local(day, minute * 60, zone=zone):
        case Resolved(instant) | Ambiguous(first=instant) | Nonexistent(change=instant):
            return instant


def _cut_off(facts: Facts, rules: ReminderRules) -> Reminder | None:
    if not facts.week or facts.cut_off_utc is None:
        return None
    left = facts.cut_off_utc - facts.now_utc
    return Reminder(ReminderKind.CUT_OFF, left, facts.week) if 0 < left <= rules.cut_off_h * HOUR_S else None


def _away(facts: Facts) -> Reminder | None:
    since = facts.away_since_utc
    if since is None or facts.now_utc - since < AWAY_FOR_S or _is_gone(facts):
        return None
    return Reminder(ReminderKind.AWAY, facts.now_utc - since)


def _day_short(facts: Facts, rules: ReminderRules, now: datetime) -> Reminder | None:
    missing = facts.standard_s - facts.recorded_s
    if missing < SHORT_BY_S or not rules.is_last_hour(now):
        return None
    return Reminder(ReminderKind.DAY_SHORT, missing)


def _no_timer(facts: Facts, rules: ReminderRules, now: datetime) -> Reminder | None:
    if facts.running or not facts.standard_s or facts.recorded_s >= facts.standard_s or _is_gone(facts):
        return None
    begins = rules.begins_utc(now)
    free = facts.now_utc - max(begins, facts.last_end_utc if facts.last_end_utc is not None else begins)
    return Reminder(ReminderKind.NO_TIMER, free) if free >= FREE_FOR_S else None


def _is_gone(facts: Facts) -> bool:
    return facts.idle_s is not None and facts.idle_s >= PRESENT_S
