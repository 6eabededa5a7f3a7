"""Calm, aligned text for a terminal: times, tables, plurals."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from zoneinfo import ZoneInfo

GAP: Final = "  "
LEAST_ROOM: Final = 8


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table. ``gives_way``: it is cut where the terminal is too narrow."""

    header: str
    right: bool = False
    gives_way: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, width: int | None) -> str:
    """Return header and rows, each cell on one line; ``width`` None cuts nothing."""
    cells = [[clean(cell) for cell in row] for row in rows]
    widths = [max([letters(column.header), *(letters(row[i]) for row in cells)]) for i, column in enumerate(columns)]
    if width is not None:
        _fit(columns, widths, width)
    lines = [_line([c.header for c in columns], columns, widths), *(_line(row, columns, widths) for row in cells)]
    return "".join(f"{line}\n" for line in lines)


def _fit(columns: Sequence[Column], widths: list[int], width: int) -> None:
    over = sum(widths) + len(GAP) * (len(widths) - 1) - width
    while over > 0:
        flexible = [i for i, c in enumerate(columns) if c.gives_way and widths[i] > LEAST_ROOM]
        if not flexible:
            return
        widest = max(flexible, key=lambda i: widths[i])
        widths[widest] -= 1
        over -= 1


def _line(row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]) -> str:
    parts = []
    for cell, column, width in zip(row, columns, widths, strict=True):
        shown = cut(cell, width)
        room = " " * (width - letters(shown))
        parts.append(room + shown if column.right else shown + room)
    return GAP.join(parts).rstrip()


def letters(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, width: int) -> str:
    """Return the text in at most ``width`` columns, with an ellipsis where something was left out."""
    if letters(text) <= width:
        return text
    kept: list[str] = []
    room = width - 1
    for letter in text:
        room -= letters(letter)
        if room < 0:
            break
        kept.append(letter)
    return "".join(kept) + "…"


def clean(text: str) -> str:
    """Return the text on one line, without anything that a terminal would obey rather than show."""
    if text.isascii() and text.isprintable():
        return text
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def hm(seconds: int) -> str:
    """Return raw time as h:mm, to the nearest minute."""
    minutes = (abs(seconds) + 30) // 60
    return f"{'-' if seconds < 0 and minutes else ''}{minutes // 60}:{minutes % 60:02d}"


def clock(utc: int, zone: str) -> str:
    """Return the wall clock at a place, "09:30"."""
    return f"{datetime.fromtimestamp(utc, ZoneInfo(zone)):%H:%M}"


def clock_range(start_utc: int | None, end_utc: int | None, zone: str) -> str:
    """Return "09:30–11:00", "09:30–now" while running, "" for a duration."""
    if start_utc is None:
        return ""
    return f"{clock(start_utc, zone)}–{'now' if end_utc is None else clock(end_utc, zone)}"


def stamp(utc: int) -> str:
    """Return an instant as ISO 8601 UTC."""
    return f"{datetime.fromtimestamp(utc, UTC):%Y-%m-%dT%H:%M:%SZ}"


def local_stamp(utc: int, zone: str) -> str:
    """Return an instant by a place's clock, "2026-11-22 18:00"."""
    return f"{datetime.fromtimestamp(utc, ZoneInfo(zone)):%Y-%m-%d %H:%M}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return "1 entry", "2 entries"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
