"""Times, days, hours and money in the person's locale, as the window shows them.

h:mm is raw time; it never shares a column with decimals, which are rounded timesheet time. A range of times stands in
bidirectional isolates (Unicode TR9, FSI and PDI), so that it keeps its order in a right-to-left line.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from decimal import Decimal
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QDate, QLocale, QTime

from engagedesk.domain.money import exponent, whole_units

FSI: Final = "\u2068"
PDI: Final = "\u2069"
EN_DASH: Final = "–"
MINUS: Final = "−"
DOT: Final = "  ·  "

NO_BREAK: Final = "\u00a0"
_MARKS: Final = "\u200e\u200f\u061c "
_THOUSAND_SHOWN: Final = 1_000
_MILLION_SHOWN: Final = 999_950
"""From here on thousands with one decimal would be written as a thousand of them."""

_MONEY_SIGNS: Final = {"GBP": "£", "EUR": "€", "USD": "$", "JPY": "¥"}
_ENGLISH: Final = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def locale() -> QLocale:
    """Return the person's locale; a computer that says "C" means English without saying which."""
    found = QLocale()
    return _ENGLISH if found.language() is QLocale.Language.C else found


def isolate(text: str) -> str:
    """Return text that keeps its own direction whatever stands around it."""
    return f"{FSI}{text}{PDI}"


@lru_cache(maxsize=64)
def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        # A zone that this computer does not know: UTC is at least true, and the zone's name stands in the tip.
        return UTC


def local(utc: int, zone: str) -> datetime:
    """Return the local date and time of an instant."""
    return datetime.fromtimestamp(utc, UTC).astimezone(_zone(zone))


def clock(utc: int, zone: str) -> str:
    """Return ``08:02``."""
    moment = local(utc, zone)
    return locale().toString(QTime(moment.hour, moment.minute), "HH:mm")


def clock_range(start_utc: int, end_utc: int | None, zone: str, *, now: str = "now") -> str:
    """Return ``08:02–08:17``, or ``15:20–now`` without an end."""
    end = now if end_utc is None else clock(end_utc, zone)
    return isolate(f"{clock(start_utc, zone)}{EN_DASH}{end}")


def hm(seconds: int) -> str:
    """Return ``7:02``, to the nearest minute; negative with a minus sign."""
    minutes = (abs(seconds) + 30) // 60
    text = f"{locale().toString(minutes // 60)}:{minutes % 60:02d}"
    return MINUS + text if seconds < 0 and minutes else text


def hm_floor(seconds: int) -> str:
    """Return ``0:32``: whole minutes of something that still runs."""
    return hm(max(0, seconds) // 60 * 60)


def hms(seconds: int) -> str:
    """Return ``0:32:14``."""
    whole = max(0, seconds)
    return f"{locale().toString(whole // 3600)}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def minutes_words(seconds: int) -> str:
    """Return ``40 min`` under an hour, ``1:15 h`` from there."""
    minutes = (seconds + 30) // 60
    return f"{minutes} min" if minutes < 60 else f"{hm(seconds)} h"


def signed_minutes(seconds: int) -> str:
    """Return ``−5 min``, ``0 min``, ``1:15 h``: a difference in its own unit."""
    nearly = hm(seconds) in ("0:00", f"{MINUS}0:00", "-0:00")
    return minutes_words(0) if nearly else f"{MINUS if seconds < 0 else ''}{minutes_words(abs(seconds))}"


def hours(seconds: int) -> str:
    """Return whole hours, grouped: ``1,480``; under 10 with one decimal where it says something: ``8.5``, ``8``."""
    if 0 < seconds < 36_000 and (seconds + 180) % 3600 >= 360:
        return locale().toString(seconds / 3600, "f", 1)
    return locale().toString((seconds + 1800) // 3600)


def quarter_hours(seconds: int) -> str:
    """Return hours to the nearest quarter, with the digits it takes: ``18``, ``37.5``, ``20.25``."""
    quarters = (seconds + 450) // 900
    digits = 0 if quarters % 4 == 0 else 1 if quarters % 2 == 0 else 2
    return locale().toString(quarters / 4, "f", digits)


def time_of_day(second: int) -> str:
    """Return ``08:02`` of so many seconds after midnight."""
    return locale().toString(QTime(second // 3600, second // 60 % 60), "HH:mm")


def percent(part: int, whole: int) -> str:
    """Return ``94 %``; an en dash where there is no whole."""
    return EN_DASH if whole <= 0 else f"{locale().toString(round(100 * part / whole))} %"


def money(minor: int, currency: str) -> str:
    """Return ``£84,300``, or ``84.300 €`` where the language puts the sign behind: whole units."""
    unit = whole_units(minor, currency)
    return (MINUS if unit < 0 else "") + _with_sign(locale().toString(abs(unit)), currency)


def money_exact(minor: int, currency: str) -> str:
    """Return an amount to the minor unit, decimals only where it has some: what a rate is must not be rounded."""
    places = exponent(currency)
    value = Decimal(abs(minor)).scaleb(-places)
    whole = value == value.to_integral_value()
    number = locale().toString(int(value)) if whole else locale().toString(float(value), "f", places)
    return (MINUS if minor < 0 else "") + _with_sign(number, currency)


def money_short(minor: int, currency: str, *, signed: bool = False) -> str:
    """Return ``£840``, ``£4.2k``, ``£1.13m``; with ``signed`` a plus where it is more than nothing."""
    units = Decimal(abs(minor)).scaleb(-exponent(currency))
    if units >= _MILLION_SHOWN:
        text = locale().toString(float((units / 1_000_000).quantize(Decimal("0.01"))), "f", 2) + "m"
    elif units >= _THOUSAND_SHOWN:
        text = locale().toString(float((units / 1_000).quantize(Decimal("0.1"))), "f", 1) + "k"
    else:
        text = locale().toString(round(units))
    sign = MINUS if minor < 0 else "+" if signed and minor > 0 else ""
    # A sign would change its side in a line from right to left.
    return isolate(sign + _with_sign(text, currency))


def _with_sign(number: str, currency: str) -> str:
    sign = _MONEY_SIGNS.get(currency)
    if _sign_goes_behind(locale().name()):
        return f"{number}{NO_BREAK}{sign or currency}"
    return f"{sign}{number}" if sign else f"{currency} {number}"


@lru_cache(maxsize=8)
def _sign_goes_behind(name: str) -> bool:
    return not QLocale(name).toCurrencyString(1, "£").strip(_MARKS).startswith("£")


def _written(day: date, pattern: str) -> str:
    """Return a day as its language writes it: where its own long date puts a stop after the day, ours has one too."""
    own = locale()
    if "d. " in own.dateFormat(QLocale.FormatType.LongFormat):
        pattern = pattern.replace("d MMM", "d. MMM")
    return own.toString(_qdate(day), pattern)


def day_title(day: date) -> str:
    """Return ``Friday, 20 November``."""
    return _written(day, "dddd, d MMMM")


def day_short(day: date) -> str:
    """Return ``20 Nov``."""
    return _written(day, "d MMM")


def days_short(first: date, last: date) -> str:
    """Return ``9–24 Nov``, or ``28 Oct – 6 Nov`` where the months differ."""
    if (first.year, first.month) != (last.year, last.month):
        return isolate(f"{day_short(first)} {EN_DASH} {day_short(last)}")
    stop = "." if f"{last.day}." in day_short(last) else ""
    return isolate(f"{locale().toString(first.day)}{stop}{EN_DASH}{day_short(last)}")


def days_or_dash(first: date | None, last: date | None) -> str:
    return EN_DASH if first is None or last is None else days_short(first, last)


def day_with_weekday(day: date) -> str:
    """Return ``Fri 20 Nov``."""
    return _written(day, "ddd d MMM")


def weekday(day: date) -> str:
    """Return ``Fri``."""
    return locale().toString(_qdate(day), "ddd")


def weekday_number(day: date) -> str:
    """Return ``Fri 20``."""
    return locale().toString(_qdate(day), "ddd d")


def day_full(day: date) -> str:
    """Return ``20 November 2026``."""
    return _written(day, "d MMMM yyyy")


def day_with_year(day: date) -> str:
    """Return ``20 Nov 2026``: as fields of forms write it."""
    return _written(day, "d MMM yyyy")


def one_stop(text: str) -> str:
    """Return sentences with one stop each: some languages write a day with a stop of its own (``24. Nov.``)."""
    return text.replace("..", ".")


def days_between(earlier: date, later: date) -> int:
    return (later - earlier).days


def moment(utc: int, zone: str) -> str:
    """Return ``20 Nov 15:52``."""
    return f"{day_short(local(utc, zone).date())} {clock(utc, zone)}"


def week_number(label: str) -> str:
    """Return ``47`` of ``2026-W47``."""
    return label.rpartition("W")[2].lstrip("0") or label


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
