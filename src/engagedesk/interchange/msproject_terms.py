"""The words of Microsoft Project's XML: durations, dates, kinds of links, lags, and where our own values hide.

Source: Microsoft, Project XML Data Interchange Schema Reference (MSPDI), Project 2003 to 2019.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode

from engagedesk.domain.civil import Civil, civil, clock
from engagedesk.domain.states import LinkKind
from engagedesk.interchange.values import EARLIEST, LATEST, Unreadable, short

NAMESPACE: Final = "http://schemas.microsoft.com/project"
DETAILS_FIELD: Final = "188744016"
"""Task Text30: what the format has no element for."""
BASELINE_FIELDS: Final = tuple(str(188744005 + number) for number in range(11))
"""Task Text19 to Text29, on the first summary: name and moment of baselines 0 to 10."""
BASELINES: Final = 11
UNASSIGNED: Final = "-65535"
"""The resource of work that nobody is assigned to."""
NO_PRIORITY: Final = "500"

LINK_KINDS: Final = {
    "0": LinkKind.FINISH_FINISH,
    "1": LinkKind.FINISH_START,
    "2": LinkKind.START_FINISH,
    "3": LinkKind.START_START,
}
LINK_NUMBERS: Final = {kind: number for number, kind in LINK_KINDS.items()}
ELAPSED: Final = frozenset(("4", "6", "8", "10", "12", "36", "38", "40", "42", "44"))
"""Formats of a duration or a lag in elapsed time: nights and weekends count."""
PERCENT: Final = frozenset(("19", "51"))
ELAPSED_PERCENT: Final = frozenset(("20", "52"))
LAG_UNIT_S: Final = 6
"""Lags are in tenths of a minute."""
HOURS_FORMAT: Final = "5"
DAYS_FORMAT: Final = "7"

_DURATION: Final = re.compile(
    r"(-)?P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,7})W)?(?:(\d{1,9}(?:\.\d{1,9})?)D)?"
    r"(?:T(?:(\d{1,12}(?:\.\d{1,9})?)H)?(?:(\d{1,12}(?:\.\d{1,9})?)M)?(?:(\d{1,12}(?:\.\d{1,9})?)S)?)?"
)
_DATE: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?", re.IGNORECASE
)
_MOST_S: Final = 10**9 * 3600


def duration_s(text: str) -> int | None:
    """Return the seconds of ``PT8H0M0S`` (or ``PT480M0S``, ``P1D``); None for no text; raises ``Unreadable``."""
    text = text.strip()
    if not text:
        return None
    found = _DURATION.fullmatch(text) if len(text) <= 80 else None
    if found is None or text in ("P", "-P", "PT"):
        raise Unreadable("import.row.bad_duration", value=short(text))
    years, months, weeks, days, hours, minutes, seconds = (float(part or 0) for part in found.groups()[1:])
    total = ((years * 365 + months * 30 + weeks * 7 + days) * 24 + hours) * 3600 + minutes * 60 + seconds
    if total > _MOST_S:
        raise Unreadable("import.row.too_much_time", value=short(text))
    return round(total) * (-1 if found[1] else 1)


def duration_text(seconds: int) -> str:
    """Return ``PT40H0M0S``."""
    sign, left = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}PT{left // 3600}H{left // 60 % 60}M{left % 60}S"


def moment(text: str) -> datetime | None:
    """Return a date and time as it stands on the wall clock; None for none; raises ``Unreadable``."""
    text = text.strip()
    if not text or text.upper() == "NA":
        return None
    found = _DATE.fullmatch(text)
    if found is None:
        raise Unreadable("import.row.bad_date", value=short(text))
    hour, minute, second = (int(part or 0) for part in found.group(4, 5, 6))
    try:
        made = datetime(int(found[1]), int(found[2]), int(found[3]), hour % 24, minute, second)  # noqa: DTZ001
    except ValueError as error:
        raise Unreadable("import.row.bad_date", value=short(text)) from error
    if not EARLIEST <= made.date() <= LATEST:
        raise Unreadable("import.row.date_out_of_range", value=made.date().isoformat())
    if hour == 24:
        return made.replace(hour=23, minute=59, second=59)
    return made


def has_zone(text: str) -> bool:
    """Say whether a date states a zone, which the format does not know."""
    found = _DATE.fullmatch(text.strip())
    return found is not None and found[7] is not None


def place(text: str) -> Civil | None:
    """Return a date and time as a place in the plan."""
    found = moment(text)
    return None if found is None else civil_of(found)


def civil_of(at: datetime) -> Civil:
    return civil(at.date(), at.hour * 3600 + at.minute * 60 + at.second)


def day(text: str) -> date | None:
    found = moment(text)
    return None if found is None else found.date()


def moment_text(at: Civil) -> str:
    """Return ``2026-11-02T09:00:00``."""
    return clock(at).isoformat(timespec="seconds")


def details_text(values: Mapping[str, str]) -> str:
    """Return our own values as one line of text."""
    return urlencode(values, quote_via=quote)


def details_of(text: str) -> dict[str, str]:
    """Return what ``details_text`` wrote; {} where somebody else wrote something there."""
    if not text.startswith("engagedesk="):
        return {}
    return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=60))
