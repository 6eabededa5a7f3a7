"""Instants and days as a person types them on a command line."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from engagedesk.domain.days import Ambiguous, Resolved, WorkDays, check_day, check_instant, local, resolve_local
from engagedesk.errors import AmbiguousTarget, UserError

_CLOCK: Final = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?", re.ASCII)


def is_clock(text: str) -> bool:
    """Say whether this is a clock time without a date."""
    return _CLOCK.fullmatch(text.strip()) is not None


def instant(text: str, *, day: date, zone: ZoneInfo, work_days: WorkDays) -> int:
    """Return Unix seconds of an ISO time with offset, or of a clock time on a work day at a place.

    ``UserError`` where it cannot be read or never happened; ``AmbiguousTarget`` where the clocks went back over it.
    """
    shown = text.strip()[:60]
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return _iso_instant(text.strip(), shown)
    clock_s = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    if clock_s > 86_400:
        raise UserError("moment.unreadable", text=shown)
    at = resolve_local(work_days.date_of_clock(day, clock_s), clock_s, zone=zone)
    if isinstance(at, Resolved):
        return at.instant
    if isinstance(at, Ambiguous):
        both = tuple(local(one, zone).isoformat() for one in (at.first, at.second))
        raise AmbiguousTarget("moment.twice", candidates=both, text=shown)
    raise UserError("moment.skipped", text=shown, change=f"{local(at.change, zone):%H:%M}")


def _iso_instant(text: str, shown: str) -> int:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("moment.unreadable", text=shown) from None
    if moment.tzinfo is None:
        raise UserError("moment.no_offset", text=shown)
    try:
        return check_instant(int(moment.timestamp()))
    except (OverflowError, ValueError, OSError):
        raise UserError("day.instant_out_of_range") from None


def day_named(text: str, *, today: date) -> date:
    """Return the day of an ISO date, "today" or "yesterday"."""
    word = text.strip().lower()
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    try:
        return check_day(date.fromisoformat(word))
    except ValueError:
        raise UserError("moment.bad_day", text=text.strip()[:60]) from None


def whole_number(text: str, *, option: str, least: int, most: int) -> int:
    """Return the number of an option; ``UserError`` where it is none or out of bounds."""
    if re.fullmatch(r"[+-]?\d{1,18}", text.strip(), re.ASCII) is None or not least <= int(text) <= most:
        raise UserError("option.not_a_number", option=option, text=text.strip()[:40], least=least, most=most)
    return int(text)
