"""What a line waits for, in Microsoft Project's notation: ``3``, ``3FS+2d``, ``7SS-4h;12FF`` (German ``3EA+2t``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from engagedesk.domain.states import LinkKind
from engagedesk.interchange.values import Unreadable, short

MOST: Final = 500
"""Predecessors of one line."""
_KINDS: Final = {
    "fs": LinkKind.FINISH_START,
    "ss": LinkKind.START_START,
    "ff": LinkKind.FINISH_FINISH,
    "sf": LinkKind.START_FINISH,
    "ea": LinkKind.FINISH_START,
    "aa": LinkKind.START_START,
    "ee": LinkKind.FINISH_FINISH,
    "ae": LinkKind.START_FINISH,
}
_ONE: Final = re.compile(
    r"\s*(\d{1,9})\s*(fs|ss|ff|sf|ea|aa|ee|ae)?\s*(?:([+\-−])\s*(\d{1,7}(?:[.,]\d{1,4})?)\s*(%|[a-zäöü%]{1,9})?\??)?\s*"
)
_LENGTH: Final = re.compile(r"\s*(\d{1,9}(?:[.,]\d{1,6})?)\s*([a-zäöü]{1,9})?\.?\??\s*")
_MINUTE, _HOUR = 60, 3600
_UNITS: Final = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuten"), ("clock", _MINUTE)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"), ("clock", _HOUR)),
    **dict.fromkeys(("d", "dy", "day", "days", "t", "tag", "tage", "tagen"), ("day", 1)),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks", "woche", "wochen"), ("day", 5)),
    **dict.fromkeys(("mo", "mon", "mons", "month", "months", "monat", "monate"), ("day", 20)),
}


@dataclass(frozen=True, slots=True)
class Predecessor:
    number: int
    kind: LinkKind
    lag_s: int
    """In working time; for ``percent`` the percent of the predecessor's length."""
    percent: bool = False
    elapsed: bool = False
    """The file gave it in elapsed time; ``lag_s`` is what of it is working time."""


def predecessors_of(text: str, *, day_s: int) -> tuple[Predecessor, ...]:
    """Return what a cell names; raises ``Unreadable`` (``import.plan.bad_predecessor``)."""
    folded = text.strip().casefold()
    if not folded:
        return ()
    parts: list[str] = []
    for part in re.split(r"[;\n]", folded) if ";" in folded else folded.split(","):
        if parts and not _ONE.fullmatch(part) and _ONE.fullmatch(f"{parts[-1]},{part}"):
            parts[-1] = f"{parts[-1]},{part}"
        elif part.strip():
            parts.append(part)
    if len(parts) > MOST:
        raise Unreadable("import.plan.bad_predecessor", value=short(text))
    return tuple(_one(part, text, day_s) for part in parts)


def _one(part: str, whole: str, day_s: int) -> Predecessor:
    found = _ONE.fullmatch(part)
    if found is None:
        raise Unreadable("import.plan.bad_predecessor", value=short(whole))
    kind = _KINDS[found[2] or "fs"]
    if found[3] is None:
        return Predecessor(int(found[1]), kind, 0)
    sign = 1 if found[3] == "+" else -1
    amount, unit = float(found[4].replace(",", ".")), found[5] or "d"
    if unit in ("%", "e%"):
        return Predecessor(int(found[1]), kind, sign * round(amount), percent=True, elapsed=unit == "e%")
    seconds, elapsed = _seconds(amount, unit, day_s=day_s, whole=whole)
    return Predecessor(int(found[1]), kind, sign * seconds, elapsed=elapsed)


def _seconds(amount: float, unit: str, *, day_s: int, whole: str) -> tuple[int, bool]:
    elapsed = unit not in _UNITS and unit[:1] in "ef" and unit[1:] in _UNITS
    known = _UNITS.get(unit[1:] if elapsed else unit)
    if known is None:
        raise Unreadable("import.plan.bad_predecessor", value=short(whole))
    kind, factor = known
    if not elapsed:
        return round(amount * factor * (1 if kind == "clock" else day_s)), False
    calendar_days = {1: 1, 5: 7, 20: 30}
    elapsed_s = amount * (factor if kind == "clock" else calendar_days[factor] * 86_400)
    return round(elapsed_s * 5 * day_s / (7 * 86_400)), True


def length_of(text: str, *, day_s: int) -> int:
    """Return the seconds of ``5 days``, ``3.5d?``, ``12 Std.``; a bare number counts days; raises ``Unreadable``."""
    found = _LENGTH.fullmatch(text.casefold())
    known = _UNITS.get(found[2] or "d") if found is not None else None
    if found is None or known is None:
        raise Unreadable("import.row.bad_duration", value=short(text))
    kind, factor = known
    return round(float(found[1].replace(",", ".")) * factor * (1 if kind == "clock" else day_s))


def notation(links: Iterable[tuple[int, LinkKind, int]]) -> str:
    """Return links as (number, kind, lag in seconds) in the notation, in hours or minutes so that no day is assumed."""
    return ";".join(f"{number}{_suffix(kind, lag_s)}" for number, kind, lag_s in links)


def _suffix(kind: LinkKind, lag_s: int) -> str:
    if kind is LinkKind.FINISH_START and lag_s == 0:
        return ""
    if lag_s == 0:
        return kind.value.upper()
    sign, size = ("-", -lag_s) if lag_s < 0 else ("+", lag_s)
    if size % 3600 == 0:
        return f"{kind.value.upper()}{sign}{size // 3600}h"
    minutes = f"{size // 60}" if size % 60 == 0 else f"{size / 60:.4f}".rstrip("0")
    return f"{kind.value.upper()}{sign}{minutes}m"
