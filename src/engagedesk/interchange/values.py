"""Read dates, times, durations, numbers and yes or no as foreign files write them.

``Unreadable`` says which value cannot be read and why; a caller turns it into a rejected row.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from engagedesk.interchange.cells import Cell
from engagedesk.interchange.xlsx_reader import serial_moment

EARLIEST: Final = date(1970, 1, 1)
LATEST: Final = date(2199, 12, 31)
DAY_S: Final = 86_400

_SHOWN: Final = 60
_LONGEST: Final = 100
"""No date, time or number is longer; text that is does not reach a pattern."""


class Unreadable(Exception):
    """A value that cannot be read, with a reason code of ``wording.imports``."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class DateOrder(StrEnum):
    """How a date of three numbers is to be read."""

    MDY = "mdy"
    DMY = "dmy"
    YMD = "ymd"


class DurationUnit(StrEnum):
    """What a bare number in a duration column counts."""

    HOURS = "hours"
    MINUTES = "minutes"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Formats:
    """How values are written in one file, decided from the whole of it."""

    date_order: DateOrder | None = None
    decimal_sign: str = ""
    """"." or ","; "" where nothing in the file tells them apart."""
    twelve_hours: bool = False
    """AM or PM stands somewhere in the file: a time without it is then unclear."""
    duration_unit: DurationUnit = DurationUnit.HOURS
    day_seconds: int = 8 * 3600
    """What ``DurationUnit.DAYS`` counts as one day."""
    workbook: bool = False
    date1904: bool = False


_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "jan january januar jän jänner",
            "feb february februar",
            "mar march märz mär mrz",
            "apr april",
            "may mai",
            "jun june juni",
            "jul july juli",
            "aug august",
            "sep sept september",
            "oct october okt oktober",
            "nov november",
            "dec december dez dezember",
        ),
        start=1,
    )
    for word in words.split()
}
_NUMERIC_DATE: Final = re.compile(r"(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{1,4})")
_COMPACT_DATE: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_MONTH: Final = re.compile(r"(?:\w{2,10},?\s+)?(\d{1,2})\.?[\s-]([^\W\d_]{3,9})\.?,?[\s-](\d{4}|\d{2})")
_MONTH_DAY: Final = re.compile(r"(?:\w{2,10},?\s+)?([^\W\d_]{3,9})\.?\s(\d{1,2}),?\s(\d{4})")
_CLOCK: Final = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2})(?:[.,]\d{1,9})?)?\s?([ap])?\.?\s?(m)?\.?(?:\s?uhr)?"
)
_OFFSET: Final = re.compile(r"(z|[+-]\d{2}:?\d{2})$")
_MOMENT: Final = re.compile(r"(.+?\d)(?:t|,?\s+)(\d{1,2}[:.h]\d{2}.*)", re.DOTALL)
_MERIDIEM: Final = re.compile(r"\d\s?[ap]\.?\s?m\b", re.IGNORECASE)
_HMS: Final = re.compile(r"(\d{1,12}):(\d{2})(?::(\d{2})(?:[.,]\d{1,6})?)?")
_UNITS: Final = re.compile(
    r"(?:(\d[\d.,]*)\s?(?:h|hr|hrs|hour|hours|std|stunde|stunden)\.?)?"
    r"\s?(?:(\d[\d.,]*)\s?(?:m|min|mins|minute|minutes|minuten)\.?)?"
    r"\s?(?:(\d[\d.,]*)\s?(?:s|sec|secs|second|seconds|sek|sekunden)\.?)?"
)
_ISO_DURATION: Final = re.compile(r"pt(?:(\d+(?:\.\d+)?)h)?(?:(\d+(?:\.\d+)?)m)?(?:(\d+(?:\.\d+)?)s)?")
_CURRENCY_SIGNS: Final = {"£": "GBP", "€": "EUR", "¥": "JPY", "US$": "USD", "zł": "PLN"}
_NUMBER_NOISE: Final = re.compile(r"[\s  ’'_]")
_YES: Final = frozenset(
    (
        "yes",
        "y",
        "true",
        "t",
        "1",
        "x",
        "ja",
        "j",
        "wahr",
        "oui",
        "si",
        "sí",
        "✓",
        "✔",
        "billable",
        "chargeable",
        "open",
        "active",
        "offen",
        "aktiv",
    )
)
_NO: Final = frozenset(
    (
        "no",
        "n",
        "false",
        "f",
        "0",
        "-",
        "nein",
        "falsch",
        "non",
        "nicht",
        "non-billable",
        "non-chargeable",
        "nonbillable",
        "closed",
        "inactive",
        "geschlossen",
        "gesperrt",
        "blocked",
        "inaktiv",
    )
)
# Overrides that make text show in another order than it is stored, and blank signs that only mislead at the edges.
_BIDI: Final = dict.fromkeys((0x200E, 0x200F, 0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_EDGES: Final = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff"


def as_text(cell: Cell) -> str:
    """Return a cell as trimmed text: whole numbers without decimals, control and direction signs left out."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        if not cell.isascii():
            cell = unicodedata.normalize("NFC", cell.translate(_BIDI))
        elif cell.isprintable():
            return cell.strip()
        kept = "".join([c for c in cell if c in "\n\t" or unicodedata.category(c) != "Cc"])
        return kept.strip(_EDGES)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, timedelta):
        seconds = int(cell.total_seconds())
        return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds")
    return str(cell)


def short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _bounded(text: str, code: str) -> None:
    if len(text) > _LONGEST:
        raise Unreadable(code, value=short(text))


def has_meridiem(text: str) -> bool:
    return _MERIDIEM.search(text) is not None


def date_order_votes(text: str) -> tuple[frozenset[DateOrder], bool] | None:
    """Return the orders that fit a date of numbers and whether they differ in meaning; None for any other text."""
    found = _NUMERIC_DATE.match(text)
    if found is None or len(found[1]) > 2:
        return None
    first, second = int(found[1]), int(found[3])
    if found[2] == ".":
        return frozenset((DateOrder.DMY,)), False
    fits = set()
    if first <= 31 and second <= 12:
        fits.add(DateOrder.DMY)
    if first <= 12 and second <= 31:
        fits.add(DateOrder.MDY)
    return frozenset(fits), first != second


def as_day(cell: Cell, formats: Formats) -> date:
    """Return a date between 1970 and 2199."""
    if isinstance(cell, datetime):
        return _in_range(cell.date())
    if isinstance(cell, date):
        return _in_range(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        # A serial number without a date style; eight digits are a compact date.
        if formats.workbook and 10_000 < cell < 110_000:
            moment = serial_moment(cell, date1904=formats.date1904)
            if moment is not None:
                return _in_range(moment.date())
        cell = as_text(cell)
    text = as_text(cell)
    if not text:
        raise Unreadable("import.row.no_date")
    _bounded(text, "import.row.bad_date")
    return _in_range(_day_of(text, formats))


def _day_of(text: str, formats: Formats) -> date:
    lowered = text.casefold()
    split = _MOMENT.fullmatch(lowered)
    if split is not None:
        lowered = split[1]
    found = _NUMERIC_DATE.fullmatch(lowered)
    if found is not None:
        return _numeric_day(text, found[1], found[2], second=found[3], third=found[4], formats=formats)
    if found := _COMPACT_DATE.fullmatch(lowered):
        return _make_day(text, int(found[1]), int(found[2]), day=int(found[3]))
    if (found := _DAY_MONTH.fullmatch(lowered)) and found[2] in _MONTHS:
        return _make_day(text, _full_year(found[3]), _MONTHS[found[2]], day=int(found[1]))
    if (found := _MONTH_DAY.fullmatch(lowered)) and found[1] in _MONTHS:
        return _make_day(text, int(found[3]), _MONTHS[found[1]], day=int(found[2]))
    raise Unreadable("import.row.bad_date", value=short(text))


def _numeric_day(text: str, first: str, sign: str, *, second: str, third: str, formats: Formats) -> date:
    order = formats.date_order
    if len(first) == 4:
        return _make_day(text, int(first), int(second), day=int(third))
    if len(first) == 3 or len(third) in (1, 3):
        raise Unreadable("import.row.bad_date", value=short(text))
    if order is DateOrder.YMD:
        if len(third) == 4:
            raise Unreadable("import.row.date_order", value=short(text), order=order.value)
        return _make_day(text, _full_year(first), int(second), day=int(third))
    if order is None:
        order = DateOrder.DMY if sign == "." or int(second) <= 12 else DateOrder.MDY
    a, b = int(first), int(second)
    day, month = (b, a) if order is DateOrder.MDY else (a, b)
    if month > 12 >= day:
        raise Unreadable("import.row.date_order", value=short(text), order=order.value)
    return _make_day(text, _full_year(third), month, day=day)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _make_day(text: str, year: int, month: int, *, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Unreadable("import.row.bad_date", value=short(text)) from error


def _in_range(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise Unreadable("import.row.date_out_of_range", value=day.isoformat())
    return day


def as_clock(cell: Cell, formats: Formats) -> int:
    """Return seconds since midnight, 0 to 86,400: 24:00 is the end of the day (ISO 8601-1, 5.3.2)."""
    if isinstance(cell, timedelta):
        seconds = round(cell.total_seconds())
    elif isinstance(cell, datetime):
        return cell.hour * 3600 + cell.minute * 60 + cell.second
    elif isinstance(cell, float) and formats.workbook and 0 <= cell <= 1:
        seconds = round(cell * DAY_S)
    else:
        seconds = _clock_of(as_text(cell), formats)
    if not 0 <= seconds <= DAY_S:
        raise Unreadable("import.row.bad_time", value=short(as_text(cell)))
    return seconds


def _clock_of(text: str, formats: Formats) -> int:
    if not text:
        raise Unreadable("import.row.no_time")
    _bounded(text, "import.row.bad_time")
    found = _CLOCK.fullmatch(text.casefold())
    if found is None or (found[2] is None and found[4] is None):
        raise Unreadable("import.row.bad_time", value=short(text))
    hour, minute, second = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            raise Unreadable("import.row.bad_time", value=short(text))
        hour = hour % 12 + (12 if found[4] == "p" else 0)
    elif formats.twelve_hours and 1 <= hour <= 12:
        raise Unreadable("import.row.unclear_time", value=short(text))
    if minute > 59 or second > 59 or hour > 24 or (hour == 24 and (minute or second)):
        raise Unreadable("import.row.bad_time", value=short(text))
    return hour * 3600 + minute * 60 + second


def as_moment(cell: Cell, formats: Formats) -> tuple[datetime, int | None]:
    """Return a wall-clock date and time, and the UTC offset in seconds where the value states one."""
    if isinstance(cell, datetime):
        _in_range(cell.date())
        return cell, None
    text = as_text(cell)
    _bounded(text, "import.row.bad_time")
    split = _MOMENT.fullmatch(text.casefold())
    if split is None:
        raise Unreadable("import.row.bad_time", value=short(text))
    clock_text, offset_s = split[2], None
    if zone := _OFFSET.search(clock_text):
        clock_text = clock_text[: zone.start()].rstrip()
        offset_s = 0
        if zone[1] != "z":
            digits = zone[1][1:].replace(":", "")
            offset_s = (int(digits[:2]) * 3600 + int(digits[2:]) * 60) * (-1 if zone[1][0] == "-" else 1)
    return at_clock(_in_range(_day_of(text, formats)), _clock_of(clock_text, formats)), offset_s


def at_clock(day: date, seconds: int) -> datetime:
    """Return the wall-clock moment; 86,400 is midnight of the next day."""
    return datetime.combine(day, time()) + timedelta(seconds=seconds)


def as_duration(cell: Cell, formats: Formats, *, most_s: int, negative: bool = False) -> int:
    """Return whole seconds, not 0, at most ``most_s``; below 0 only where ``negative`` allows it."""
    seconds = _duration_of(cell, formats)
    if seconds == 0:
        raise Unreadable("import.row.no_duration")
    if seconds < 0 and not negative:
        raise Unreadable("import.row.negative", value=short(as_text(cell)))
    if abs(seconds) > most_s:
        raise Unreadable("import.row.too_much_time", value=short(as_text(cell)))
    return seconds


def _duration_of(cell: Cell, formats: Formats) -> int:
    if isinstance(cell, timedelta):
        return round(cell.total_seconds())
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _bare(Decimal(str(cell)), formats)
    text = as_text(cell).casefold()
    if not text:
        raise Unreadable("import.row.no_duration")
    _bounded(text, "import.row.bad_duration")
    sign, body = 1, text
    if body[0] in "-−(":
        sign, body = -1, body.strip("-−() ")
    if found := _HMS.fullmatch(body):
        minute, second = int(found[2]), int(found[3] or 0)
        if minute > 59 or second > 59:
            raise Unreadable("import.row.bad_duration", value=short(text))
        return sign * (int(found[1]) * 3600 + minute * 60 + second)
    if (found := _ISO_DURATION.fullmatch(body)) and any(found.groups()):
        parts = [Decimal(part or 0) for part in found.groups()]
        return sign * _rounded(parts[0] * 3600 + parts[1] * 60 + parts[2])
    if (found := _UNITS.fullmatch(body)) and any(found.groups()):
        hours, minutes, seconds = (
            _decimal(part, formats, thousands=False) if part else Decimal(0) for part in found.groups()
        )
        return sign * _rounded(hours * 3600 + minutes * 60 + seconds)
    try:
        return sign * _bare(_decimal(body, formats, thousands=False), formats)
    except Unreadable as error:
        raise Unreadable("import.row.bad_duration", value=short(text)) from error


def _bare(number: Decimal, formats: Formats) -> int:
    unit_s = {DurationUnit.HOURS: 3600, DurationUnit.MINUTES: 60, DurationUnit.DAYS: formats.day_seconds}
    if not number.is_finite() or abs(number) > 10**12:
        raise Unreadable("import.row.too_much_time", value=short(str(number)))
    return _rounded(number * unit_s[formats.duration_unit])


def _rounded(number: Decimal) -> int:
    if abs(number) > 10**15:
        raise Unreadable("import.row.too_much_time", value=short(str(number)))
    return int(number.to_integral_value())


def decimal_vote(text: str) -> str:
    """Return the decimal sign that a number's text proves, "" where it proves none."""
    body = _NUMBER_NOISE.sub("", text).strip("+-−()%€$£hHmin.")
    comma, dot = body.rfind(","), body.rfind(".")
    if comma >= 0 and dot >= 0:
        return "," if comma > dot else "."
    sign, other = (",", ".") if comma >= 0 else (".", ",")
    at = max(comma, dot)
    if at < 0 or not body.replace(sign, "").isdigit():
        return ""
    if body.count(sign) > 1:
        return other
    if len(body) - at - 1 != 3 or at > 3 or body.startswith("0") or at == 0:
        return sign
    return ""


def _decimal(text: str, formats: Formats, *, thousands: bool) -> Decimal:
    """Read a number; ``thousands`` says what a lone sign before three digits is where the file does not tell."""
    body = _NUMBER_NOISE.sub("", text)
    sign = decimal_vote(body) or formats.decimal_sign or ("" if thousands else "either")
    if sign == "either":
        body = body.replace(",", ".")
    elif sign == ",":
        body = body.replace(".", "").replace(",", ".")
    elif sign == ".":
        body = body.replace(",", "")
    else:
        body = body.replace(",", "").replace(".", "")
    if len(body) > 40 or not body.replace(".", "", 1).isdigit() or not body.isascii():
        raise Unreadable("import.row.bad_number", value=short(text))
    try:
        return Decimal(body)
    except InvalidOperation as error:
        raise Unreadable("import.row.bad_number", value=short(text)) from error


def as_number(cell: Cell, formats: Formats) -> tuple[Decimal, str]:
    """Return a number and the currency that stands with it ("" = none). "640k" and "1.2m" are understood."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Decimal(str(cell)), ""
    text = as_text(cell)
    _bounded(text, "import.row.bad_number")
    currency = ""
    for symbol, code in _CURRENCY_SIGNS.items():
        if symbol in text:
            currency, text = code, text.replace(symbol, "")
    if found := re.search(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])", text):
        currency, text = found[0], text.replace(found[0], "")
    body = text.strip().casefold()
    factor = 1
    if body.endswith("k"):
        body, factor = body[:-1], 1000
    elif body.endswith("m"):
        body, factor = body[:-1], 1_000_000
    sign = 1
    if body[:1] in "-−(" and body:
        sign, body = -1, body.strip("-−() ")
    if not body:
        raise Unreadable("import.row.bad_number", value=short(as_text(cell)))
    return sign * factor * _decimal(body, formats, thousands=factor == 1), currency


def as_currency(text: str) -> str:
    """Return the code in "GBP", "£" or "British Pound - GBP"; "" where there is none."""
    for symbol, code in _CURRENCY_SIGNS.items():
        if text.strip() == symbol:
            return code
    if len(text) == 3 and text.isascii() and text.isalpha():
        return text.upper()
    found = re.search(r"(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])", text[:_LONGEST])
    return found[0] if found else ""


def as_flag(cell: Cell) -> bool | None:
    """Return yes or no; None for an empty cell."""
    if isinstance(cell, bool):
        return cell
    word = as_text(cell).casefold()
    if not word:
        return None
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise Unreadable("import.row.bad_flag", value=short(word))
