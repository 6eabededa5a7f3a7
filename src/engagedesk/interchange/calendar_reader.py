"""Turn the events of an iCalendar file into rows: what is one event, when it is, and in which zone.

An occurrence that another event replaces (RECURRENCE-ID) goes; a cancelled one goes too. What an event means for the
plan is decided by who knows the store.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from engagedesk.interchange.reading import RawTable
from engagedesk.interchange.rows import CalendarImportRow, RejectedRow, Remark
from engagedesk.interchange.values import EARLIEST, LATEST, as_text, short

OWN_UID: Final = re.compile(r"(task|milestone|deliverable|deadline|booking)-([0-9a-f]{32})@engagedesk")
NAME_LIMIT: Final = 200


@dataclass(frozen=True, slots=True)
class ReadCalendar:
    rows: tuple[CalendarImportRow, ...]
    rejected: tuple[RejectedRow, ...]
    remarks: tuple[Remark, ...]
    not_modelled: tuple[tuple[str, int], ...]


def read_calendar(table: RawTable) -> ReadCalendar:
    """Return the events of a calendar's records."""
    rejected = [RejectedRow(line, code) for line, code in table.bad]
    remarks: dict[str, Remark] = {}
    counts: Counter[str] = Counter()
    records: list[tuple[int, str, dict[str, str]]] = []
    instead: set[tuple[str, str]] = set()
    for line, tokens in table.rows:
        texts = [token for token in tokens if isinstance(token, str)]
        kind, values = texts[0] if texts else "", dict(token.partition("=")[::2] for token in texts[1:])
        if kind not in ("VEVENT", "VTODO"):
            counts.update({name: int(count) for name, count in values.items() if count.isdigit()})
            continue
        records.append((line, kind, values))
        if "INSTEAD" in values:
            instead.add((values.get("UID", ""), values["INSTEAD"]))
    rows: list[CalendarImportRow] = []
    ordinals: Counter[str] = Counter()
    for line, kind, values in records:
        if values.get("STATUS", "").upper() == "CANCELLED":
            counts["CANCELLED"] += 1
            continue
        zone = _zone(values.get("TZID", ""), line, remarks) if not values.get("UTC") else "UTC"
        try:
            starts, ends = datetime.fromisoformat(values["START"]), datetime.fromisoformat(values["END"])
        except (KeyError, ValueError):
            rejected.append(RejectedRow(line, "import.calendar.bad_event"))
            continue
        if values.get("RULE") and _replaced(values, starts, zone, instead):
            continue
        if not EARLIEST <= starts.date() <= LATEST or not EARLIEST <= ends.date() <= LATEST:
            rejected.append(RejectedRow(line, "import.row.date_out_of_range", {"value": starts.date().isoformat()}))
            continue
        uid = values.get("UID", "")
        if not uid:
            stem = f"{as_text(values.get('SUMMARY', ''))}|{values['START']}"
            ordinals[stem] += 1
            uid = f"#{stem}:{ordinals[stem]}"
        at = values.get("AT") or values.get("INSTEAD", "")
        own = OWN_UID.fullmatch(uid)
        rows.append(
            CalendarImportRow(
                line=line,
                source_key=f"{uid}@{at}" if at else uid,
                own=own[1] if own else "",
                own_id=bytes.fromhex(own[2]) if own else None,
                name=as_text(values.get("SUMMARY", ""))[:NAME_LIMIT],
                categories=as_text(values.get("CATEGORIES", ""))[:NAME_LIMIT],
                starts=starts,
                ends=ends,
                all_day=bool(values.get("ALLDAY")),
                zone=zone if not values.get("ALLDAY") else "",
                busy=values.get("BUSY", "").upper() or ("FREE" if values.get("TRANSP") == "TRANSPARENT" else ""),
                is_todo=kind == "VTODO",
            )
        )
    return ReadCalendar(
        tuple(rows), tuple(sorted(rejected, key=lambda r: r.line)), tuple(remarks.values()), tuple(counts.most_common())
    )


def _replaced(values: dict[str, str], starts: datetime, zone: str, instead: set[tuple[str, str]]) -> bool:
    """Say whether an occurrence is replaced, excluded, or behind the end of its rule."""
    uid, plain = values.get("UID", ""), starts.isoformat()
    day = starts.date().isoformat() + "T00:00:00"
    utc = plain
    if zone and zone != "UTC":
        utc = starts.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None).isoformat()
    if (uid, plain) in instead or (uid, f"{utc}Z") in instead or (values.get("ALLDAY") and (uid, day) in instead):
        return True
    if utc in values.get("EXUTC", "").split(","):
        return True
    until = values.get("UNTIL", "")
    if not until:
        return False
    last = f"{until[:4]}-{until[4:6]}-{until[6:11]}:{until[11:13]}:{until[13:]}"
    return utc > last if not values.get("ALLDAY") else plain[:10] > last[:10]


def _zone(written: str, line: int, remarks: dict[str, Remark]) -> str:
    """Return the IANA zone of a name as Outlook, Google or others write it; "" and a remark where nobody knows it."""
    if not written:
        return ""
    name = written.strip().strip('"').lstrip("/")
    for candidate in (name, _windows().get(name, ""), "/".join(name.split("/")[-2:]), "/".join(name.split("/")[-3:])):
        if candidate and len(candidate) < 80 and _exists(candidate):
            return candidate
    remarks.setdefault(name, Remark(line, "import.calendar.unknown_zone", {"zone": short(name)}))
    return ""


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON


def local_days(row: CalendarImportRow, zone: ZoneInfo) -> tuple[date, date]:
    """Return the first and the last day of an event where the reader is; a midnight end belongs to the day before."""
    starts, ends = row.starts, max(row.starts, row.ends)
    if row.zone:
        theirs = ZoneInfo(row.zone)
        starts = starts.replace(tzinfo=theirs).astimezone(zone).replace(tzinfo=None)
        ends = ends.replace(tzinfo=theirs).astimezone(zone).replace(tzinfo=None)
    last = (ends - timedelta(seconds=1)).date() if ends > starts else ends.date()
    return starts.date(), max(starts.date(), last)
