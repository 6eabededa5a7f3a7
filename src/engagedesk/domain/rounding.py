"""Rounding as a view on raw time; nothing here changes an entry.

The timesheet rounds each day once and apportions the rounded day over its lines by largest remainder, so that the day
adds up. Rounding for a client's invoice is separate and serves invoices only.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from engagedesk.errors import UserError

K = TypeVar("K", bound=Hashable)


class RoundingMode(StrEnum):
    """Which way a value goes; negative values mirror positive ones. Exact halves of ``NEAREST`` go up."""

    NEAREST = "nearest"
    UP = "up"
    DOWN = "down"


def round_s(seconds: int, step_s: int, *, mode: RoundingMode = RoundingMode.NEAREST) -> int:
    """Return the seconds as a multiple of the step; a value that is one already stays."""
    if step_s <= 0:
        raise UserError("rounding.bad_step", seconds=step_s)
    whole, rest = divmod(abs(seconds), step_s)
    if rest and (mode is RoundingMode.UP or (mode is RoundingMode.NEAREST and rest * 2 >= step_s)):
        whole += 1
    return whole * step_s if seconds >= 0 else -whole * step_s


@dataclass(frozen=True, slots=True)
class RoundedDay(Generic[K]):
    """A day's lines in the firm's increment, in the order of the input."""

    lines: tuple[tuple[K, int], ...]
    total_s: int
    residual_s: int
    """Raw total minus rounded total: what rounding leaves out (positive) or adds (negative)."""

    def seconds(self, key: K) -> int:
        return dict(self.lines).get(key, 0)


def round_day(
    lines: Sequence[tuple[K, int]], step_s: int, *, mode: RoundingMode = RoundingMode.NEAREST
) -> RoundedDay[K]:
    """Round a day's total once and share it out over its lines by largest remainder.

    Every line ends less than one step from its raw value, a line that is round already stays, and the lines add up to
    the rounded day. Equal remainders go to the longer line, then to the earlier one.
    """
    raw_total = sum(seconds for _, seconds in lines)
    total = round_s(raw_total, step_s, mode=mode)
    return RoundedDay(apportion(lines, step_s, total_s=total), total, raw_total - total)


def apportion(lines: Sequence[tuple[K, int]], step_s: int, *, total_s: int) -> tuple[tuple[K, int], ...]:
    """Share a rounded total out over lines by largest remainder, in the order of the input.

    ``total_s`` is a multiple of the step, less than one step from the sum of the lines.
    """
    floors = [seconds // step_s for _, seconds in lines]
    spare = total_s // step_s - sum(floors)
    by_remainder = sorted(
        (i for i, (_, seconds) in enumerate(lines) if seconds % step_s),
        key=lambda i: (-(lines[i][1] % step_s), -lines[i][1], i),
    )
    lifted = set(by_remainder[:spare])
    return tuple((key, (floors[i] + (i in lifted)) * step_s) for i, (key, _) in enumerate(lines))


class InvoiceScope(StrEnum):
    """What is rounded for an invoice: every entry by itself, or the day's total of a code."""

    ENTRY = "entry"
    CODE_AND_DAY = "code_and_day"


@dataclass(frozen=True, slots=True)
class InvoiceRounding:
    """A client's rule: to multiples of ``step_min`` minutes."""

    mode: RoundingMode
    step_min: int
    scope: InvoiceScope

    def __post_init__(self) -> None:
        if not 1 <= self.step_min <= 24 * 60:
            raise UserError("rounding.bad_step", seconds=self.step_min * 60)


@dataclass(frozen=True, slots=True)
class InvoiceTime:
    """Raw time of one entry on one day and code."""

    code: str
    day: date
    seconds: int


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """Time as it stands on an invoice, beside the raw time that it comes from."""

    code: str
    day: date
    seconds: int
    raw_s: int


def round_for_invoice(entries: Sequence[InvoiceTime], rule: InvoiceRounding) -> tuple[InvoiceLine, ...]:
    """Return one line an entry, in order, or one line a code and day, by day then code."""
    step_s = rule.step_min * 60
    if rule.scope is InvoiceScope.ENTRY:
        return tuple(InvoiceLine(e.code, e.day, round_s(e.seconds, step_s, mode=rule.mode), e.seconds) for e in entries)
    totals: dict[tuple[date, str], int] = {}
    for entry in entries:
        totals[entry.day, entry.code] = totals.get((entry.day, entry.code), 0) + entry.seconds
    return tuple(
        InvoiceLine(code, day, round_s(raw, step_s, mode=rule.mode), raw) for (day, code), raw in sorted(totals.items())
    )
