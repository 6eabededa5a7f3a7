"""The team's extract in the sample: the colleagues' lines, and the owner's own posted ones.

Own entries and the colleagues' lines together are the hours that the portfolio's table says, to the second; the
owner's own lines stand beside them for reconciliation and count for nothing.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.days import days_between
from engagedesk.domain.states import EntryState
from engagedesk.services.demo.facts import Sample
from engagedesk.services.demo.own_time import OwnEntry, codes_on
from engagedesk.services.demo.portfolio import BANK_HOLIDAYS, COLLEAGUES, ENGAGEMENTS, NARRATIVES, OWNER

USUAL_Q: Final = 12
"""Quarter hours of a colleague's usual line."""
SUSPENSE_CODE: Final = "410305-00"
"""Where the firm's system kept Pellworth's time before its code was opened; the store does not know it."""
POSTED: Final = "posted"


@dataclass(frozen=True, slots=True)
class Line:
    """One recorded line. ``sample`` None = non-client; ``known`` False = the code is not in the store."""

    person: str
    day: date
    quarters: int
    sample: Sample | None
    code: str
    narrative: str = ""
    known: bool = True
    earlier: bool = False


def own_lines(entries: Sequence[OwnEntry]) -> list[Line]:
    """Return what the firm's system holds of the posted entries: a line for each day and code."""
    quarters: Counter[tuple[date, int, str]] = Counter()
    samples: dict[int, Sample | None] = {0: None}
    for entry in entries:
        if entry.state is EntryState.POSTED and entry.code is not None and not entry.earlier:
            number = 0 if entry.sample is None else entry.sample.number
            samples[number] = entry.sample
            quarters[entry.day, number, entry.code] += entry.minutes
    return [
        Line(OWNER, day, minutes // 15, samples[number], code)
        for (day, number, code), minutes in sorted(quarters.items())
    ]


def left_for_team(entries: Sequence[OwnEntry]) -> dict[int, int]:
    """Return the quarter hours of each engagement that the colleagues must have worked."""
    own: dict[int, int] = defaultdict(int)
    for entry in entries:
        if entry.sample is not None and not entry.earlier:
            own[entry.sample.number] += entry.minutes
    return {sample.number: sample.used_hours * 4 - own[sample.number] // 15 for sample in ENGAGEMENTS}


def usual_count(left: dict[int, int]) -> int:
    """Return how many lines the colleagues' hours usually are."""
    return sum(max(len(sample.team), left[sample.number] // USUAL_Q) for sample in ENGAGEMENTS)


def team_lines(left: dict[int, int], count: int, *, last_day: date, source: random.Random) -> list[Line]:
    """Return exactly ``count`` lines that hold exactly the hours left, none later than ``last_day``."""
    lines: list[Line] = []
    for sample, mine in zip(ENGAGEMENTS, _shares([left[s.number] for s in ENGAGEMENTS], count), strict=True):
        days = [d for d in days_between(sample.starts, last_day) if d.weekday() < 5 and d not in BANK_HOLIDAYS]
        people = source.choices([m.name for m in sample.team], [m.share for m in sample.team], k=mine)
        for person, quarters in zip(people, _lengths(left[sample.number], mine, source), strict=True):
            day = source.choice(days)
            code, known = _code(sample, day, source)
            narrative = source.choice(NARRATIVES[sample.line])
            lines.append(Line(person, day, quarters, sample, code, narrative, known))
    return sorted(lines, key=lambda line: line.day)


def earlier_lines(day: date, source: random.Random) -> list[Line]:
    """Return one earlier day of the colleagues: one or two lines each."""
    lines = []
    for colleague in COLLEAGUES:
        for quarters in source.choice(((30,), (12, 18), (20, 10))):
            sample = source.choice(ENGAGEMENTS)
            lines.append(
                Line(
                    colleague.name,
                    day,
                    quarters,
                    sample,
                    sample.codes[0].code,
                    source.choice(NARRATIVES[sample.line]),
                    earlier=True,
                )
            )
    return lines


def _code(sample: Sample, day: date, source: random.Random) -> tuple[str, bool]:
    codes = codes_on(sample, day)
    if not codes:
        return SUSPENSE_CODE, False
    return source.choices([c.code for c in codes], [c.share for c in codes])[0], True


def _shares(weights: Sequence[int], count: int) -> list[int]:
    """Share ``count`` out by weight, at least one each, by largest remainder."""
    total = sum(weights)
    spare = count - len(weights)
    shares = [1 + spare * weight // total for weight in weights]
    rest = sorted(range(len(weights)), key=lambda n: -(spare * weights[n] % total))
    for n in rest[: count - sum(shares)]:
        shares[n] += 1
    return shares


def _lengths(total: int, count: int, source: random.Random) -> list[int]:
    """Return ``count`` lengths of at least one quarter hour that add up to ``total`` and are not all alike."""
    base, more = divmod(total, count)
    lengths = [base + (1 if n < more else 0) for n in range(count)]
    swing = max(1, base * 2 // 3)
    for n in range(count - 1):
        shift = source.randrange(min(swing, lengths[n + 1]))
        lengths[n] += shift
        lengths[n + 1] -= shift
        if lengths[n + 1] < 1:
            lengths[n] -= 1
            lengths[n + 1] += 1
    source.shuffle(lengths)
    return lengths
