"""Cut an iCalendar file (RFC 5545) into its events, inside the child process, and expand what recurs.

Rules are expanded on the wall clock of the event, within a window around the day on which the file was written, so
that an endless rule ends. A rule that yields nothing for a third of a second is given up: only that event is lost.
Zones are not looked at here: no file can be opened any more.
"""

from __future__ import annotations

import io
import re
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from itertools import islice
from typing import BinaryIO, Final

from dateutil.rrule import rrule, rruleset, rrulestr
from icalendar.parser import Contentline

from engagedesk.interchange.msproject_terms import duration_s
from engagedesk.interchange.values import Unreadable

BACK: Final = timedelta(days=366)
AHEAD: Final = timedelta(days=2 * 366)
MOST_OCCURRENCES: Final = 800
GIVE_UP_S: Final = 0.3
MOST_LINES: Final = 20_000
"""Lines of one event that are looked at; attendees are skipped before."""
COUNTED: Final = "#"

_STAMP: Final = re.compile(r"^(?:DTSTAMP|LAST-MODIFIED)[^:\n]{0,80}:(\d{8})", re.MULTILINE | re.IGNORECASE)
_START: Final = re.compile(r"^DTSTART[^:\n]{0,120}:(\d{8})", re.MULTILINE | re.IGNORECASE)
_MOMENT: Final = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.IGNORECASE)
_TAKEN: Final = frozenset(
    (
        "UID", "SUMMARY", "CATEGORIES", "STATUS", "TRANSP", "CLASS", "DTSTART", "DTEND", "DUE", "DURATION", "RRULE",
        "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-CDO-INTENDEDSTATUS",
    )
)  # fmt: skip

Record = list[str] | str
"""``NAME=text`` of one occurrence, or the code of why an event cannot be read."""


class _TookTooLong(Exception):
    pass


@dataclass(slots=True)
class _At:
    """A date or a wall-clock moment as it is written."""

    at: datetime
    all_day: bool
    utc: bool
    zone: str


@dataclass(slots=True)
class _Event:
    kind: str
    line: int
    lines: list[str] = field(default_factory=list)
    inner: int = 0
    """Depth of components inside it, such as alarms."""


def warm() -> None:
    """Read one event, so that whatever the libraries load later is loaded before no file can be opened."""
    lines = ("BEGIN:VEVENT", "DTSTART;TZID=Europe/London:20260101T090000", "EXDATE;VALUE=DATE:20260102",
             "RRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2;UNTIL=20270101T000000Z", "END:VEVENT")  # fmt: skip
    for _ in read_events(io.BytesIO("\n".join(lines).encode()), most_chars=100):
        pass


def read_events(source: BinaryIO, *, most_chars: int) -> Iterator[tuple[int, int, Record]]:
    """Yield (line, bytes read so far, record) of each occurrence, and at last what was only counted."""
    raw = source.read()
    text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "replace")
    window = _window(text)
    counts: Counter[str] = Counter()
    event: _Event | None = None
    for line, position, content in _unfolded(text, most_chars=most_chars):
        upper = content[:40].upper()
        if upper.startswith("BEGIN:"):
            kind = upper[6:].strip()
            if event is not None:
                event.inner += 1
            elif kind in ("VEVENT", "VTODO"):
                event = _Event(kind, line)
            elif kind in ("VJOURNAL", "VFREEBUSY"):
                counts[kind] += 1
        elif upper.startswith("END:"):
            if event is not None and event.inner:
                event.inner -= 1
            elif event is not None and upper[4:].strip() == event.kind:
                for record in _records(event, window):
                    yield event.line, position, record
                event = None
        elif event is not None and not event.inner:
            name = re.split(r"[;:]", upper, maxsplit=1)[0]
            if name in _TAKEN and len(event.lines) < MOST_LINES:
                event.lines.append(content)
    if event is not None:
        yield event.line, len(raw), "import.calendar.cut_short"
    yield 1, len(raw), [COUNTED, *(f"{name}={count}" for name, count in sorted(counts.items()))]


def _unfolded(text: str, *, most_chars: int) -> Iterator[tuple[int, int, str]]:
    """Yield the content lines with the number of their first line; what is longer than a cell can hold is cut."""
    kept: list[str] = []
    first = position = length = 0
    for number, physical in enumerate(text.split("\n"), start=1):
        position += len(physical) + 1
        line = physical.rstrip("\r")
        if line[:1] in (" ", "\t") and kept:
            if length < most_chars:
                kept.append(line[1:])
                length += len(line)
            continue
        if kept:
            yield first, position, "".join(kept)[:most_chars]
        kept, first, length = ([line], number, len(line)) if line else ([], number, 0)
    if kept:
        yield first, position, "".join(kept)[:most_chars]


def _window(text: str) -> tuple[datetime, datetime]:
    """Return from when to when rules are followed: around the day on which the file was written."""
    found = max(_STAMP.findall(text), default="") or max(_START.findall(text), default="")
    try:
        base = datetime.strptime(found, "%Y%m%d")  # noqa: DTZ007  a wall clock
    except ValueError:
        base = datetime(2026, 1, 1)  # noqa: DTZ001
    base = min(max(base, datetime(1971, 1, 2)), datetime(2196, 1, 1))  # noqa: DTZ001
    return base - BACK, base + AHEAD


def _records(event: _Event, window: tuple[datetime, datetime]) -> list[Record]:
    try:
        return _occurrences(event, window)
    except Unreadable as problem:
        return [problem.code]
    except _TookTooLong:
        return ["import.calendar.rule"]
    except (ValueError, TypeError, AttributeError, OverflowError, KeyError, IndexError, ArithmeticError):
        # What the foreign rule or line makes of the library ends here as one event that cannot be read.
        return ["import.calendar.bad_event"]


def _occurrences(event: _Event, window: tuple[datetime, datetime]) -> list[Record]:
    values: dict[str, list[tuple[dict[str, str], str]]] = {}
    for line in event.lines:
        name, params, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
        plain = {str(key).upper(): str(text) for key, text in params.items()}
        values.setdefault(name.upper(), []).append((plain, value))

    def one(name: str) -> _At | None:
        found = values.get(name)
        return None if not found else _at(found[0][1], found[0][0].get("TZID", ""))

    starts, ends = one("DTSTART"), one("DTEND") or one("DUE")
    starts = starts or ends
    if starts is None:
        return ["import.row.no_date"]
    length = _length(starts, ends, values)
    fixed = _fixed(event, values, starts)
    rules = [value for _, value in values.get("RRULE", ())]
    dates = _dates(values.get("RDATE", ()))
    if not rules and not dates:
        return [[*fixed, *_when(starts.at, length)]]
    if any(re.search(r"FREQ\s*=\s*(SECONDLY|MINUTELY|HOURLY)", rule, re.IGNORECASE) for rule in rules):
        return ["import.calendar.rule"]
    gone = _dates(values.get("EXDATE", ()))
    found = rruleset()
    until = ""
    for rule in rules[:4]:
        made, last = _rule(rule, starts.at)
        found.rrule(made)
        until = max(until, last)
    for at in dates:
        found.rdate(at.at)
    for at in gone:
        if at.utc == starts.utc or not at.utc:
            found.exdate(datetime.combine(at.at.date(), starts.at.time()) if at.all_day else at.at)
    made_of: list[Record] = []
    head = [*fixed, "RULE=1"]
    head += [f"UNTIL={until}"] if until else []
    utc_gone = [at.at.isoformat() for at in gone if at.utc and not starts.utc]
    head += [f"EXUTC={','.join(utc_gone[:500])}"] if utc_gone else []
    with _given_up_after(GIVE_UP_S):
        for when in islice(found.xafter(window[0], inc=True), MOST_OCCURRENCES):
            if when > window[1]:
                break
            made_of.append([*head, f"AT={when.isoformat()}", *_when(when, length)])
    return made_of


def _fixed(event: _Event, values: dict[str, list[tuple[dict[str, str], str]]], starts: _At) -> list[str]:
    def text(name: str) -> str:
        return ",".join(_plain(value) for _, value in values.get(name, ()))

    made = [event.kind, f"UID={text('UID')}", f"SUMMARY={text('SUMMARY')}"]
    for name in ("CATEGORIES", "STATUS", "TRANSP", "CLASS"):
        made += [f"{name}={text(name)}"] if name in values else []
    busy = text("X-MICROSOFT-CDO-BUSYSTATUS") or text("X-MICROSOFT-CDO-INTENDEDSTATUS")
    made += [f"BUSY={busy}"] if busy else []
    if "RECURRENCE-ID" in values:
        params, value = values["RECURRENCE-ID"][0]
        instead = _at(value, params.get("TZID", ""))
        made.append(f"INSTEAD={instead.at.isoformat()}{'Z' if instead.utc else ''}")
        made += ["ALLINSTEAD=1"] if instead.all_day else []
    made += ["ALLDAY=1"] if starts.all_day else []
    made += ["UTC=1"] if starts.utc else []
    made += [f"TZID={starts.zone}"] if starts.zone else []
    return made


def _when(at: datetime, length: timedelta) -> list[str]:
    try:
        ends = at + length
    except OverflowError:
        ends = at
    return [f"START={at.isoformat()}", f"END={ends.isoformat()}"]


def _at(text: str, zone: str) -> _At:
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise Unreadable("import.row.bad_date", value=text[:40])
    day = datetime.strptime(found[1], "%Y%m%d")  # noqa: DTZ007  a wall clock
    if not found[2]:
        return _At(day, True, False, "")  # noqa: FBT003
    clock = time(int(found[2][:2]), int(found[2][2:4]), min(59, int(found[2][4:])))
    return _At(datetime.combine(day.date(), clock), False, bool(found[3]), zone)  # noqa: FBT003


def _dates(found: list[tuple[dict[str, str], str]] | tuple[()]) -> list[_At]:
    made: list[_At] = []
    for params, value in found:
        made += [_at(part.partition("/")[0], params.get("TZID", "")) for part in value.split(",")[:2_000] if part]
    return made


def _length(starts: _At, ends: _At | None, values: dict[str, list[tuple[dict[str, str], str]]]) -> timedelta:
    if ends is not None:
        alike = (starts.utc, starts.zone, starts.all_day) == (ends.utc, ends.zone, ends.all_day)
        if alike and ends.at < starts.at:
            raise Unreadable("import.calendar.ends_first")
        return max(timedelta(), ends.at - starts.at)
    if "DURATION" in values:
        return timedelta(seconds=max(0, duration_s(values["DURATION"][0][1]) or 0))
    return timedelta(days=1) if starts.all_day else timedelta()


def _rule(text: str, starts: datetime) -> tuple[rrule, str]:
    """Return the rule without its end in UTC, and that end: who knows zones cuts there (RFC 5545, 3.3.10)."""
    until = re.search(r"UNTIL=(\d{8}T\d{6})Z", text, re.IGNORECASE)
    if until is not None:
        last = datetime.strptime(until[1].upper(), "%Y%m%dT%H%M%S") + timedelta(days=1)  # noqa: DTZ007
        text = text.replace(until[0], f"UNTIL={last:%Y%m%dT%H%M%S}")
    with _given_up_after(GIVE_UP_S):
        made = rrulestr(text, dtstart=starts, ignoretz=True)
    if not isinstance(made, rrule):
        raise Unreadable("import.calendar.rule")
    return made, until[1].upper() if until is not None else ""


def _plain(text: str) -> str:
    return re.sub(r"\\([\\;,nN])", lambda found: "\n" if found[1] in "nN" else found[1], text)


@contextmanager
def _given_up_after(seconds: float) -> Iterator[None]:
    """Bound what a rule may cost, where the system can: elsewhere the parent's watchdog ends the process."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise _TookTooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
