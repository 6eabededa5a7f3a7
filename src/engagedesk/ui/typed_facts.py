"""Dates, amounts and hours as a person types them into a form; ``UserError`` (``form.*``) where they mean nothing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from PySide6.QtCore import QDate, QLocale

from engagedesk.domain.money import exponent
from engagedesk.domain.roll_forward import FIRST_YEAR, LAST_YEAR
from engagedesk.errors import UserError
from engagedesk.ui.format import locale

MOST_AMOUNT: Final = Decimal(10_000_000_000)
MOST_HOURS: Final = Decimal(1_000_000)
_LONGEST: Final = 40
_CENTURY: Final = 2000
_FORMATS: Final = ("d MMM yyyy", "d MMMM yyyy", "d MMM. yyyy", "d. MMM yyyy", "d. MMMM yyyy", "d-MMM-yyyy")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_CLOCK: Final = re.compile(r"(\d{1,7}):([0-5]\d)", re.ASCII)
_MARKS: Final = frozenset("\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e\u200b")
_NUMBER: Final = re.compile(r"\d+(\.\d+)?", re.ASCII)


def day_text(day: date | None) -> str:
    """Return a day as a field shows it, so that ``typed_day`` reads it again; "" for None."""
    return "" if day is None else locale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def typed_day(text: str) -> date | None:
    """Return the day of ``31 Dec 2026``, ``2026-12-31`` or the locale's own short form; None for nothing."""
    plain = " ".join(_digits(text[: _LONGEST + 1]).split())
    if not plain:
        return None
    if len(text.strip()) > _LONGEST:
        raise UserError("form.day", text=text.strip())
    found = _day(plain)
    if found is None:
        raise UserError("form.day", text=plain)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UserError("form.day_range", text=found.isoformat())
    return found


def amount_text(minor: int | None, currency: str) -> str:
    """Return an amount as a field shows it, decimals only where it has some."""
    if minor is None:
        return ""
    places = exponent(currency)
    value = Decimal(minor).scaleb(-places)
    whole = value == value.to_integral_value()
    return locale().toString(int(value)) if whole else locale().toString(float(value), "f", places)


def typed_amount(text: str, currency: str) -> int | None:
    """Return minor units of ``64,000`` or ``64,000.50`` in the person's locale; None for nothing."""
    if not text.strip():
        return None
    value = _number(text, code="form.amount")
    if value > MOST_AMOUNT:
        raise UserError("form.amount_range", text=text.strip())
    minor = value.scaleb(exponent(currency))
    if minor != minor.to_integral_value():
        raise UserError("form.amount", text=text.strip())
    return int(minor)


def hours_text(seconds: int | None) -> str:
    """Return hours as a field shows them: ``40`` or ``7.5``; to the second as ``7:02`` where decimals would lie."""
    if seconds is None:
        return ""
    hours = Decimal(seconds) / 3600
    if hours == hours.to_integral_value():
        return locale().toString(int(hours))
    if seconds % 36 == 0:
        return locale().toString(float(hours), "f", 2).rstrip("0")
    return f"{seconds // 3600}:{seconds % 3600 // 60:02d}"


def typed_hours(text: str) -> int | None:
    """Return seconds of ``40``, ``7.5`` or ``7:30``; None for nothing."""
    plain = _digits(text[: _LONGEST + 1]).strip().removesuffix("h").strip()
    if not plain:
        return None
    clock = _CLOCK.fullmatch(plain)
    if clock is not None:
        seconds = Decimal(int(clock[1]) * 3600 + int(clock[2]) * 60)
    else:
        seconds = _number(plain if len(text.strip()) <= _LONGEST else text, code="form.hours") * 3600
    if seconds > MOST_HOURS * 3600:
        raise UserError("form.hours_range", text=plain)
    return int(seconds.to_integral_value())


def _day(text: str) -> date | None:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        try:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
    here = locale()
    english = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
    for words in (here, english):
        for form in _FORMATS:
            found = _valid(words.toDate(text, form, _CENTURY))
            if found is not None:
                return found
    return _valid(here.toDate(text, QLocale.FormatType.ShortFormat, _CENTURY)) or _valid(
        here.toDate(text, here.dateFormat(QLocale.FormatType.ShortFormat).replace("yyyy", "yy"), _CENTURY)
    )


def _valid(day: QDate) -> date | None:
    return date(day.year(), day.month(), day.day()) if day.isValid() and 1 <= day.year() <= 9999 else None


def _number(text: str, *, code: str) -> Decimal:
    plain = _digits(text[: _LONGEST + 1]).strip()
    here = locale()
    for sign in (here.groupSeparator(), "\u00a0", "\u202f", "'", " "):
        if sign != here.decimalPoint():
            plain = plain.replace(sign, "")
    plain = plain.replace(here.decimalPoint(), ".")
    if len(text.strip()) > _LONGEST or _NUMBER.fullmatch(plain) is None:
        raise UserError(code, text=text.strip())
    try:
        return Decimal(plain)
    except InvalidOperation as error:
        raise UserError(code, text=text.strip()) from error


def _digits(text: str) -> str:
    """Return text with every script's digits as ASCII ones, and without marks of direction."""
    plain = "".join(
        c for c in text if c not in "\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u202a\u202b\u202c\u202d\u202e"
    )
    return "".join(str(int(c)) if c.isdecimal() else c for c in plain)
