"""The owner's own time in the sample: a year of days, and week 47 as its table has it.

All lengths are quarter hours, the sample firm's increment, so that raw and rounded time agree; minutes vary only
between neighbours of one code.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from engagedesk.domain.days import days_between
from engagedesk.domain.states import EntryState
from engagedesk.services.demo.facts import Code, PhaseFacts, Sample
from engagedesk.services.demo.portfolio import (
    ADMIN_NARRATIVES,
    BANK_HOLIDAYS,
    DETAILS,
    ENGAGEMENTS,
    FIRST_DAY,
    LEAVE,
    LONG_WEEKS,
    NARRATIVES,
    NEW_YORK,
    NEW_YORK_ZONE,
    PROPOSAL_NARRATIVES,
    TRAINING_NARRATIVES,
    WEEKEND_DAYS,
    find,
)

YEAR_ENTRIES: Final = 2_800
MOST_A_DAY: Final = 14
LEAST_A_DAY: Final = 8
LUNCH_MIN: Final = 25
"""Shorter than the gap that the sample firm mentions."""
DAY_Q: Final = (30, 31, 32, 33, 34)
LONG_DAY_Q: Final = 44
EARLY_MIN: Final = 8 * 60
LATE_MIN: Final = 9 * 60
_WEEKEND_Q: Final = 10

ADMINISTRATION: Final = "ADM-010"
TRAINING: Final = "CPD-030"
LEAVE_CODE: Final = "LVE-040"
PROPOSAL: Final = "BD-021"
PROPOSAL_NAME: Final = "Fenmoor proposal"

WEEK_FIRST: Final = date(2026, 11, 16)
SUBMITTED_FIRST: Final = date(2026, 11, 9)
"""The week before: submitted, not posted yet."""
RETURNED_DAY: Final = date(2026, 11, 10)
RETURNED_REASON: Final = "The purchase order for milestone 2 is missing"

# Pellworth before its code was opened, in quarter hours: 29.75 h, and 1.25 h in week 47.
AWAITING: Final[dict[date, int]] = {
    date(2026, 11, 2): 16,
    date(2026, 11, 3): 16,
    date(2026, 11, 4): 15,
    date(2026, 11, 5): 14,
    date(2026, 11, 9): 14,
    date(2026, 11, 11): 16,
    date(2026, 11, 12): 14,
    date(2026, 11, 13): 14,
}


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """One entry on the portfolio's own calendar. ``start_min`` None = a duration; ``sample`` None = non-client."""

    day: date
    start_min: int | None
    """Minutes after midnight of ``day``; may pass 24 h."""
    minutes: int
    sample: Sample | None
    code: str | None
    """None = awaiting code."""
    task: str
    activity: str
    narrative: str
    state: EntryState
    zone: str | None = None
    """None = at home."""
    returned_reason: str = ""
    earlier: bool = False
    """Goes to the engagement that holds the earlier years."""

    @property
    def is_week_47(self) -> bool:
        return self.day >= WEEK_FIRST


def work_days_back_from(day: date) -> Iterator[date]:
    """Yield the weekdays before a day, latest first, without end."""
    while True:
        day -= timedelta(days=1)
        if day.weekday() < 5 and (day.month, day.day) not in {(12, 25), (12, 26), (1, 1)}:
            yield day


def year(source: random.Random) -> list[OwnEntry]:
    """Return the 2,800 entries of the year, week 47 included, oldest first."""
    fixed = week_47()
    days = [d for d in days_between(FIRST_DAY, WEEK_FIRST - timedelta(days=1)) if _works_on(d)]
    leave = [_leave(d) for d in days_between(*LEAVE) if d.weekday() < 5]
    weekends = [entry for d in WEEKEND_DAYS for entry in _weekend(d, source)]
    counts = _counts(len(days), YEAR_ENTRIES - len(fixed) - len(leave) - len(weekends), source)
    quotas = _Quotas()
    entries: list[OwnEntry] = []
    for day, count in zip(days, counts, strict=True):
        entries += _day(day, count, quotas=quotas, source=source)
    return sorted([*entries, *leave, *weekends, *fixed], key=_when)


def earlier_day(day: date, count: int, source: random.Random) -> list[OwnEntry]:
    """Return one day before the year: posted time of the engagements' earlier years."""
    lengths = _parts(max(count, source.choice(DAY_Q)), count, source)
    chosen = [source.choice(ENGAGEMENTS) for _ in range(3)]
    works = [_Work(source.choice(chosen), length) for length in lengths]
    works.sort(key=lambda work: 0 if work.sample is None else work.sample.number)
    return [_entry(day, start, work, source=source, earlier=True) for start, work in _timed(works, source)]


def week_47() -> list[OwnEntry]:
    """Return the week that the portfolio's second table shows, minute by minute."""
    mon, tue, wed, thu, fri, sun = (WEEK_FIRST + timedelta(days=n) for n in (0, 1, 2, 3, 4, 6))
    ready, draft = EntryState.READY, EntryState.DRAFT
    return [
        _fixed(mon, "8:30-9:00", 0, ADMINISTRATION, "", "", "Week plan and mail", ready),
        _fixed(mon, "9:00-12:30", 2, "410220-20", "Review notes", "", "Review notes, revenue and inventory", ready),
        _fixed(mon, "12:50-15:05", 1, "410118-20", "Walkthroughs", "", "Purchase cycle with the plant team", ready),
        _fixed(mon, "15:05-16:20", 3, None, "Reporting package", "", "Questions on the reporting package", draft),
        _fixed(mon, "16:20-17:05", 7, "630112-04", "Computations", "", "Review of entity 4, group relief", ready),
        _fixed(tue, "150", 10, "740019-X", "", "Travel", "Journey to Frankfurt", ready),
        _fixed(tue, "360", 10, "740019-01", "Red-flag report", "", "Quality of earnings with management", ready),
        _fixed(tue, "22:50-24:05", 2, "410220-20", "Review notes", "", "Review notes, late changes", ready),
        _fixed(wed, "8:00-12:30", 10, "740019-01", "Red-flag report", "", "Net debt and working capital", ready),
        _fixed(wed, "12:50-15:20", 10, "740019-X", "", "Travel", "Journey from Frankfurt", ready),
        _fixed(wed, "15:20-16:20", 8, "630205-01", "Impact memo", "", "", draft),
        _fixed(thu, "8:45-11:45", 1, "410118-20", "Walkthroughs", "", "Payroll and treasury cycles", ready),
        _fixed(thu, "11:45-13:45", 11, "740033-01", "Steering", "", "Pack for the steering committee", ready),
        _fixed(thu, "14:05-15:35", 6, "520044-01", "PBC", "", "Overdue items with the control owners", ready),
        _fixed(thu, "15:35-16:20", 9, "410118-50", "Scope with tax", "", "Scope and dates of the specialist", ready),
        _fixed(thu, "16:20-17:20", 0, TRAINING, "", "", "IFRS 18", ready),
        _fixed(fri, "8:02-8:17", 0, ADMINISTRATION, "", "", "Day plan, Frankfurt expenses", ready),
        _fixed(fri, "8:17-10:15", 2, "410220-40", "EQR notes", "EQR", "EQR notes 11 to 13, cut-off", ready),
        _fixed(fri, "10:55-11:25", 5, "409981-20", "WIP review", "", "WIP review, write-down memo", ready),
        _fixed(fri, "11:25-12:38", 2, "410220-40", "EQR notes", "EQR", "EQR note 14, materiality", ready),
        _fixed(fri, "12:38-13:21", 2, "410220-40", "EQR notes", "EQR", "EQR call, notes 11 to 16", draft),
        _fixed(fri, "13:44-13:50", 2, "410220-40", "EQR notes", "EQR", "Call, note 14 follow-up", ready),
        _fixed(fri, "13:50-15:05", 12, "740051-01", "Review 9", "", "", draft),
        _fixed(fri, "15:05-15:35", 4, "409977-20", "File assembly", "", "Assembly, two papers chased", draft),
        _fixed(fri, "15:20-16:20", 0, PROPOSAL, "", "Proposal", "Credentials and team page", ready),
        _fixed(sun, "19:50-21:20", 2, "410220-40", "EQR notes", "EQR", "Replies to EQR notes 2 and 5", draft),
    ]


def _fixed(  # noqa: PLR0917  # a row of the table
    day: date, when: str, number: int, code: str | None, task: str, activity: str, narrative: str, state: EntryState
) -> OwnEntry:
    first, _, last = when.partition("-")
    start = _minute(first) if last else None
    minutes = _minute(last) - (start or 0) if last else int(first)
    sample = find(number) if number else None
    return OwnEntry(day, start, minutes, sample, code, task, activity or task, narrative, state)


def _minute(clock: str) -> int:
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def _when(entry: OwnEntry) -> tuple[date, bool, int]:
    return entry.day, entry.start_min is None, entry.start_min or 0


def _works_on(day: date) -> bool:
    return day.weekday() < 5 and day not in BANK_HOLIDAYS and not LEAVE[0] <= day <= LEAVE[1]


def _leave(day: date) -> OwnEntry:
    return OwnEntry(day, None, 450, None, LEAVE_CODE, "", "", "Annual leave", EntryState.POSTED)


def _state(day: date) -> EntryState:
    return EntryState.SUBMITTED if day >= SUBMITTED_FIRST else EntryState.POSTED


def _counts(days: int, total: int, source: random.Random) -> list[int]:
    """Share the entries out over the days, so that they vary and add up."""
    counts = [total // days + (1 if n < total % days else 0) for n in range(days)]
    source.shuffle(counts)
    for _ in range(days * 2):
        one, other = source.randrange(days), source.randrange(days)
        if one != other and counts[one] < MOST_A_DAY and counts[other] > LEAST_A_DAY:
            counts[one] += 1
            counts[other] -= 1
    return counts


class _Quotas:
    """How much of each engagement's own hours is left, used up evenly over its weeks."""

    def __init__(self) -> None:
        self._left = {sample.number: sample.own_hours * 4 for sample in ENGAGEMENTS}
        minutes: dict[int, int] = defaultdict(int)
        for entry in week_47():
            if entry.sample is not None:
                minutes[entry.sample.number] += entry.minutes
        for number, spent in minutes.items():
            self._left[number] -= spent // 15
        self._left[10] -= _WEEKEND_Q * len(WEEKEND_DAYS)

    def weights(self, day: date) -> tuple[list[Sample], list[float]]:
        samples, weights = [], []
        for sample in ENGAGEMENTS:
            left = self._left[sample.number]
            if left > 0 and sample.own_from <= day <= sample.own_until:
                samples.append(sample)
                weights.append(left / max(5, (min(sample.own_until, WEEK_FIRST) - day).days))
        return samples, weights

    def take(self, sample: Sample, quarters: int) -> bool:
        """Say whether the engagement has so much left, and take it."""
        if self._left[sample.number] < quarters:
            return False
        self._left[sample.number] -= quarters
        return True


@dataclass(frozen=True, slots=True)
class _Work:
    """What a stretch of a day goes to; ``code`` for non-client time only."""

    sample: Sample | None
    quarters: int
    code: str | None = None
    awaiting: bool = False


def _day(day: date, count: int, *, quotas: _Quotas, source: random.Random) -> list[OwnEntry]:
    is_long = LONG_WEEKS[0] <= day <= LONG_WEEKS[1]
    total = LONG_DAY_Q if is_long else source.choice(DAY_Q)
    works: list[_Work] = []
    if day in AWAITING:
        works.append(_Work(find(3), AWAITING[day], awaiting=True))
    if source.random() < 0.6:
        works.append(_Work(None, 1 + (source.random() < 0.3), ADMINISTRATION))
    if source.random() < 0.07:
        works.append(_Work(None, source.choice((4, 6, 8)), TRAINING))
    if source.random() < 0.06:
        works.append(_Work(None, source.choice((2, 3, 4)), PROPOSAL))
    left = count - len(works)
    # A day on which much is fixed lasts a little longer, so that every entry has its quarter hour.
    lengths = _parts(max(left, total - sum(work.quarters for work in works)), left, source)
    for length, sample in zip(lengths, _chosen(day, left, quotas, source), strict=True):
        # An engagement whose hours are used up leaves the stretch to what is always there.
        fits = sample is not None and quotas.take(sample, length)
        works.append(_Work(sample if fits else None, length, None if fits else ADMINISTRATION))
    works.sort(key=lambda work: (0 if work.sample is None else work.sample.number, work.code or ""))
    zone = NEW_YORK_ZONE if NEW_YORK[0] <= day <= NEW_YORK[1] else None
    entries = [_entry(day, start, work, source=source, zone=zone) for start, work in _timed(works, source)]
    return _one_returned(entries) if day == RETURNED_DAY else entries


def _chosen(day: date, count: int, quotas: _Quotas, source: random.Random) -> list[Sample | None]:
    samples, weights = quotas.weights(day)
    if not samples:
        return [None] * count
    few = source.choices(samples, weights, k=min(5, count))
    if day == RETURNED_DAY:
        few[0] = find(11)
    return [*few, *source.choices(few, k=count - len(few))]


def _parts(total: int, count: int, source: random.Random) -> list[int]:
    """Cut a length into so many parts of at least one."""
    cuts = sorted(source.sample(range(1, total), count - 1))
    return [after - before for before, after in zip([0, *cuts], [*cuts, total], strict=True)]


def _timed(works: list[_Work], source: random.Random) -> Iterator[tuple[int, _Work]]:
    """Lay the day out from about half past eight, with a short lunch in the middle."""
    at = source.randrange(EARLY_MIN, LATE_MIN)
    for position, work in enumerate(works):
        if position == len(works) // 2:
            at += source.randrange(15, LUNCH_MIN)
        yield at, work
        at += work.quarters * 15


def _entry(
    day: date, start: int, work: _Work, *, source: random.Random, zone: str | None = None, earlier: bool = False
) -> OwnEntry:
    sample = work.sample
    if sample is None:
        code = work.code or ADMINISTRATION
        narratives = {TRAINING: TRAINING_NARRATIVES, PROPOSAL: PROPOSAL_NARRATIVES}.get(code, ADMIN_NARRATIVES)
        narrative = source.choice(narratives)
        return OwnEntry(day, start, work.quarters * 15, None, code, "", "", narrative, _state(day), zone)
    task = "" if earlier else source.choice(phase_on(sample, day).tasks)
    return OwnEntry(
        day=day,
        start_min=start,
        minutes=work.quarters * 15,
        sample=sample,
        code=None if work.awaiting else _code_on(sample, day, source, earlier=earlier),
        task=task,
        activity=task,
        narrative=source.choice(NARRATIVES[sample.line]) + source.choice(DETAILS),
        # What awaits a code was held back when its week went out.
        state=EntryState.DRAFT if work.awaiting else _state(day),
        zone=zone,
        earlier=earlier,
    )


def phase_on(sample: Sample, day: date) -> PhaseFacts:
    """Return the phase that a day falls in; before the first and between two the next one, after all the last."""
    return next((phase for phase in sample.phases if day <= phase.ends), sample.phases[-1])


def _code_on(sample: Sample, day: date, source: random.Random, *, earlier: bool) -> str:
    codes = sample.codes[:1] if earlier else codes_on(sample, day)
    return source.choices([c.code for c in codes], [c.share for c in codes])[0]


def codes_on(sample: Sample, day: date) -> tuple[Code, ...]:
    """Return the codes that take time on a day."""
    return tuple(c for c in sample.codes if c.valid_from is None or c.valid_from <= day)


def _weekend(day: date, source: random.Random) -> list[OwnEntry]:
    deal = find(10)
    works = [_Work(deal, 6), _Work(deal, _WEEKEND_Q - 6)]
    return [_entry(day, start, work, source=source) for start, work in _timed(works, source)]


def _one_returned(entries: list[OwnEntry]) -> list[OwnEntry]:
    """Send one entry of Ostermere back."""
    place = next(n for n, e in enumerate(entries) if e.sample is not None and e.sample.number == 11)
    back = replace(entries[place], state=EntryState.RETURNED, returned_reason=RETURNED_REASON)
    return [*entries[:place], back, *entries[place + 1 :]]
