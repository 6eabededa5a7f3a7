"""How many lines the sample has, and which: one year, fewer of it, or more by extending backwards."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from engagedesk.domain.states import EntryState
from engagedesk.errors import UserError
from engagedesk.services.demo import extract, own_time
from engagedesk.services.demo.extract import Line
from engagedesk.services.demo.facts import SUNDAY
from engagedesk.services.demo.own_time import OwnEntry
from engagedesk.services.demo.portfolio import EXTRACT_DAY, FIRST_DAY

LEAST_LINES: Final = 100
MOST_LINES: Final = 500_000
FIRST_YEAR: Final = 2000
LAST_YEAR: Final = 2199
EARLIER_COUNTS: Final = (11, 12, 12, 13)


@dataclass(frozen=True, slots=True)
class Sizes:
    """What was asked for; ``UserError`` where it cannot be had."""

    seed: int
    lines: int | None
    until: date

    def __post_init__(self) -> None:
        if self.lines is not None and not LEAST_LINES <= self.lines <= MOST_LINES:
            raise UserError("demo.entries_range", least=LEAST_LINES, most=MOST_LINES)
        if not FIRST_YEAR <= self.until.year <= LAST_YEAR:
            raise UserError("demo.until_range", first=FIRST_YEAR, last=LAST_YEAR)

    @property
    def shift(self) -> timedelta:
        """How far the portfolio's calendar moves: whole weeks, so that every weekday stays."""
        sunday = self.until + timedelta(days=6 - self.until.weekday())
        return sunday - SUNDAY


@dataclass(frozen=True, slots=True)
class SampleLines:
    """Own entries and recorded lines on the portfolio's own calendar, oldest first, and how far it moves."""

    entries: list[OwnEntry]
    recorded: list[Line]
    shift: timedelta
    extract_day: date
    """On the portfolio's own calendar."""


def plan_lines(sizes: Sizes) -> SampleLines:
    """Return the lines; as many in all as asked for, the used hours of every engagement whatever the number."""
    source = random.Random(f"lines {sizes.seed}")  # noqa: S311  # a sample, no secret
    last_day = sizes.until - sizes.shift
    extract_day = min(EXTRACT_DAY, last_day)
    entries = [entry for entry in own_time.year(source) if entry.day <= last_day]
    own = extract.own_lines(entries)
    usual = extract.usual_count(extract.left_for_team(entries))
    in_all = len(entries) + len(own) + usual
    wanted = in_all if sizes.lines is None else sizes.lines
    if wanted < in_all:
        entries = _newest(entries, max(50, len(entries) * wanted // in_all))
        own = extract.own_lines(entries)[-(wanted // 8) :]
        usual = wanted - len(entries) - len(own)
    team = extract.team_lines(extract.left_for_team(entries), usual, last_day=extract_day, source=source)
    earlier, earlier_lines = _earlier(wanted - len(entries) - len(own) - len(team), source)
    recorded = [*earlier_lines, *sorted([*own, *team], key=lambda line: line.day)]
    return SampleLines([*earlier, *entries], recorded, sizes.shift, extract_day)


def _newest(entries: list[OwnEntry], count: int) -> list[OwnEntry]:
    """Keep the last entries; week 47 and what awaits a code before everything else."""

    def weight(place: int) -> tuple[bool, int]:
        entry = entries[place]
        return entry.is_week_47 or entry.state is EntryState.DRAFT, place

    kept = sorted(range(len(entries)), key=weight)[-count:]
    return [entries[place] for place in sorted(kept)]


def _earlier(count: int, source: random.Random) -> tuple[list[OwnEntry], list[Line]]:
    """Return so many lines of the days before the year, as full as a usual day, the oldest day cut off."""
    entries: list[OwnEntry] = []
    lines: list[Line] = []
    for day in own_time.work_days_back_from(FIRST_DAY):
        left = count - len(entries) - len(lines)
        if left <= 0:
            break
        own = own_time.earlier_day(day, source.choice(EARLIER_COUNTS), source)[:left]
        entries += reversed(own)
        lines += extract.earlier_lines(day, source)[: left - len(own)]
    return entries[::-1], lines[::-1]
