"""A budget against what was worked and what is still to do: by phase and grade, in hours and money.

    EAC = actual + ETC          variance = budget - EAC, negative where it goes over

Durations are seconds, money minor units of the billed currency. Every amount was rounded once, half to even, per
entry (actual) or per cell (ETC); totals add what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Final, NamedTuple

from engagedesk.domain.money import divide_half_even
from engagedesk.domain.states import BudgetAlertKind, FeeArrangement
from engagedesk.errors import UserError

USED_PERCENTS: Final = (75, 90, 100)
EAC_OVER_PERCENT: Final = 5
MOST_MINOR: Final = 10**15
"""No budget is higher; beyond it the store's integers end."""
MOST_S: Final = 10**9 * 3600


class CellKey(NamedTuple):
    """A grade in a phase. ``phase`` None = of no phase; ``grade`` "" = none is known."""

    phase: bytes | None
    grade: str


class EtcSource(StrEnum):
    """What an estimate to complete stands on."""

    TYPED = "typed"
    TASKS = "tasks"
    BOOKINGS = "bookings"
    NOTHING = "nothing"
    """Nothing is known to be left."""


@dataclass(frozen=True, slots=True)
class Worked:
    """Time and what it is worth. ``unpriced_s`` is the part without a rate: it is worth nothing here."""

    seconds: int = 0
    minor: int = 0
    chargeable_minor: int = 0
    """Fees at standard rates: the chargeable part."""
    unpriced_s: int = 0
    planned_fx_minor: int = 0
    """The amount at the exchange rate that the budget froze; the same where nothing is converted."""

    def __add__(self, other: Worked) -> Worked:
        return Worked(
            self.seconds + other.seconds,
            self.minor + other.minor,
            self.chargeable_minor + other.chargeable_minor,
            self.unpriced_s + other.unpriced_s,
            self.planned_fx_minor + other.planned_fx_minor,
        )


@dataclass(frozen=True, slots=True)
class Planned:
    """Hours and amount of a budget's cell."""

    seconds: int = 0
    minor: int = 0


@dataclass(frozen=True, slots=True)
class Etc:
    """What is still to do in a cell. ``minor`` 0 with ``unpriced`` = there is no rate for the grade."""

    seconds: int = 0
    minor: int = 0
    source: EtcSource = EtcSource.NOTHING
    unpriced: bool = False
    planned_fx_minor: int = 0
    note: str = ""
    """What somebody said to a typed one."""


@dataclass(frozen=True, slots=True)
class BudgetCell:
    """One cell with all its figures; a total has no key of its own (None, "")."""

    key: CellKey
    budget: Planned = Planned()
    actual: Worked = Worked()
    etc: Etc = Etc()

    @property
    def eac_s(self) -> int:
        return self.actual.seconds + self.etc.seconds

    @property
    def eac_minor(self) -> int:
        return self.actual.minor + self.etc.minor

    @property
    def variance_s(self) -> int:
        return self.budget.seconds - self.eac_s

    @property
    def variance_minor(self) -> int:
        return self.budget.minor - self.eac_minor


def budget_cells(
    budget: Mapping[CellKey, Planned], actual: Mapping[CellKey, Worked], etc: Mapping[CellKey, Etc]
) -> tuple[BudgetCell, ...]:
    """Return every cell that has a figure, by phase and grade as the keys sort."""
    keys = sorted({*budget, *actual, *etc}, key=lambda key: (key.phase is None, key.phase or b"", key.grade))
    return tuple(
        BudgetCell(key, budget.get(key, Planned()), actual.get(key, Worked()), etc.get(key, Etc())) for key in keys
    )


WHOLE: Final = CellKey(None, "")
"""The key of a total, which stands for no cell."""


def total(cells: Iterable[BudgetCell], key: CellKey = WHOLE) -> BudgetCell:
    """Add cells up; the source is the one that all with an estimate share, else ``TASKS`` stands for a mixture."""
    planned, worked, seconds, minor, at_plan = Planned(), Worked(), 0, 0, 0
    sources: set[EtcSource] = set()
    unpriced = False
    for cell in cells:
        planned = Planned(planned.seconds + cell.budget.seconds, planned.minor + cell.budget.minor)
        worked += cell.actual
        seconds, minor = seconds + cell.etc.seconds, minor + cell.etc.minor
        at_plan += cell.etc.planned_fx_minor
        unpriced = unpriced or cell.etc.unpriced
        if cell.etc.source is not EtcSource.NOTHING:
            sources.add(cell.etc.source)
    source = EtcSource.NOTHING
    for one in (EtcSource.BOOKINGS, EtcSource.TASKS, EtcSource.TYPED):
        if one in sources:
            source = one
    return BudgetCell(key, planned, worked, Etc(seconds, minor, source, unpriced, at_plan))


def shared_out(seconds: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Share whole seconds out by weight, by largest remainder, earlier places first; no weight at all = evenly."""
    if not weights:
        return ()
    if sum(weights) <= 0:
        weights = [1] * len(weights)
    whole = sum(weights)
    shares = [seconds * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda n: (-(seconds * weights[n] % whole), n))
    for n in order[: seconds - sum(shares)]:
        shares[n] += 1
    return tuple(shares)


@dataclass(frozen=True, slots=True)
class TaskLeft:
    """A task that is not done. ``grades`` are those of its people with their weight; empty = nobody is named."""

    phase: bytes | None
    seconds: int
    grades: tuple[tuple[str, int], ...] = ()


def remaining_s(estimate_s: int | None, progress_percent: int, remaining: int | None, *, done: bool) -> int | None:
    """Return the work that a task still needs: what somebody said, else what progress leaves; None = not known."""
    if done:
        return 0
    if remaining is not None:
        return remaining
    if estimate_s is None:
        return None
    return divide_half_even(estimate_s * (100 - progress_percent), 100)


def etc_seconds(
    tasks: Iterable[TaskLeft],
    bookings: Mapping[CellKey, int],
    typed: Mapping[CellKey, int],
    *,
    mix: Mapping[CellKey, int],
) -> dict[CellKey, tuple[int, EtcSource]]:
    """Return the seconds still to work in each cell, and what they stand on.

    What somebody typed holds for its cell. Else the remaining work of the phase's tasks, shared out over the grades
    of their people, or, where nobody is named, by the phase's ``mix`` (its budget; of the whole budget for a phase
    without one). A phase without any remaining work in tasks takes the time that is booked in it.
    """
    found: dict[CellKey, int] = {}
    with_work: set[bytes | None] = set()
    whole: dict[str, int] = {}
    for key, seconds in mix.items():
        whole[key.grade] = whole.get(key.grade, 0) + seconds
    for task in tasks:
        if task.seconds <= 0:
            continue
        with_work.add(task.phase)
        grades = list(task.grades)
        if not grades:
            grades = sorted((key.grade, s) for key, s in mix.items() if key.phase == task.phase and s > 0)
        if not grades:
            grades = sorted((grade, s) for grade, s in whole.items() if s > 0) or [("", 1)]
        for (grade, _), share in zip(grades, shared_out(task.seconds, [w for _, w in grades]), strict=True):
            key = CellKey(task.phase, grade)
            found[key] = found.get(key, 0) + share
    result = {key: (seconds, EtcSource.TASKS) for key, seconds in found.items() if seconds}
    for key, seconds in bookings.items():
        if seconds > 0 and key.phase not in with_work:
            result[key] = (seconds, EtcSource.BOOKINGS)
    result |= {key: (seconds, EtcSource.TYPED) for key, seconds in typed.items()}
    return result


@dataclass(frozen=True, slots=True)
class VarianceSplit:
    """Where a variance comes from; the four parts add up to it exactly."""

    hours_minor: int
    """More or fewer hours than planned, at the budget's average rate."""
    mix_minor: int
    """Other grades than planned."""
    rate_minor: int
    """Other rates than those of the budget."""
    fx_minor: int
    """Another exchange rate than the one that the budget froze."""

    @property
    def minor(self) -> int:
        return self.hours_minor + self.mix_minor + self.rate_minor + self.fx_minor


def variance_split(cells: Iterable[BudgetCell], rates: Mapping[str, int]) -> VarianceSplit:
    """Split the variance of all cells. ``rates`` are the budget's hourly rates of grades that it plans no hours for.

    hours = (budgeted - expected hours) x average budget rate; mix = expected hours x average budget rate, less expected
    hours of each grade x its budget rate; rate = the latter, less the expected amount at the budget's exchange rate;
    fx = that amount less the expected one. Each is rounded half to even, and the largest takes what rounding leaves.
    """
    by_grade: dict[str, BudgetCell] = {}
    for cell in cells:
        held = by_grade.get(cell.key.grade, BudgetCell(CellKey(None, cell.key.grade)))
        by_grade[cell.key.grade] = total((held, cell), held.key)
    whole = total(by_grade.values())
    at_plan = Fraction(0)
    for grade, cell in by_grade.items():
        at_plan += cell.eac_s * _budget_rate(cell, rates.get(grade))
    planned_s, expected_s = whole.budget.seconds, whole.eac_s
    if planned_s:
        average = Fraction(whole.budget.minor, planned_s)
    else:
        average = at_plan / expected_s if expected_s else Fraction(0)
    fixed_fx = whole.actual.planned_fx_minor + whole.etc.planned_fx_minor
    hours = (planned_s - expected_s) * average
    if not planned_s:
        hours += whole.budget.minor
    exact = (hours, expected_s * average - at_plan, at_plan - fixed_fx, Fraction(fixed_fx - whole.eac_minor))
    parts = [divide_half_even(part.numerator, part.denominator) for part in exact]
    largest = max(range(len(parts)), key=lambda n: (abs(parts[n]), -n))
    parts[largest] += whole.variance_minor - sum(parts)
    return VarianceSplit(*parts)


def _budget_rate(cell: BudgetCell, known: int | None) -> Fraction:
    """Return what the budget pays for a second of a grade; its own rate where it never planned one."""
    if cell.budget.seconds:
        return Fraction(cell.budget.minor, cell.budget.seconds)
    if known is not None:
        return Fraction(known, 3600)
    expected = cell.actual.planned_fx_minor + cell.etc.planned_fx_minor
    return Fraction(expected, cell.eac_s) if cell.eac_s else Fraction(0)


@dataclass(frozen=True, slots=True)
class AlertRule:
    """When a budget alerts. ``eac_over_percent`` None = never about the EAC."""

    used_percents: tuple[int, ...] = USED_PERCENTS
    eac_over_percent: int | None = EAC_OVER_PERCENT

    def __post_init__(self) -> None:
        rising = tuple(sorted(set(self.used_percents)))
        if rising != self.used_percents or len(rising) > 12 or any(not 1 <= p <= 1000 for p in rising):
            raise UserError("budget.bad_rule")
        if self.eac_over_percent is not None and not 0 <= self.eac_over_percent <= 1000:
            raise UserError("budget.bad_rule")

    @property
    def text(self) -> str:
        return ",".join(str(percent) for percent in self.used_percents)

    @classmethod
    def read(cls, text: str, eac_over_percent: int | None) -> AlertRule:
        """Read what ``text`` wrote, or what a person typed; ``UserError`` where it is no list of percents."""
        try:
            percents = tuple(
                sorted({int(part) for part in text.replace("%", "").replace(";", ",").split(",") if part.strip()})
            )
        except ValueError:
            raise UserError("budget.bad_rule") from None
        return cls(percents, eac_over_percent)


@dataclass(frozen=True, slots=True)
class Standing:
    """A budget's figures that alerts go by, in seconds or in minor units."""

    budget: int
    actual: int
    eac: int


class Crossing(NamedTuple):
    kind: BudgetAlertKind
    percent: int


def crossings(standing: Standing, rule: AlertRule, known: Iterable[Crossing]) -> tuple[Crossing, ...]:
    """Return what is crossed and was not before, the lowest first. A budget of nothing is crossed by anything."""
    found = [
        Crossing(BudgetAlertKind.USED, percent)
        for percent in rule.used_percents
        if standing.actual > 0 and standing.actual * 100 >= standing.budget * percent
    ]
    over = rule.eac_over_percent
    if over is not None and standing.eac * 100 > standing.budget * (100 + over):
        found.append(Crossing(BudgetAlertKind.EAC, over))
    before = set(known)
    return tuple(one for one in found if one not in before)


@dataclass(frozen=True, slots=True)
class Fee:
    """What is agreed. ``minor`` None = nothing; of a retainer it is for a month."""

    arrangement: FeeArrangement
    minor: int | None
    cap_minor: int | None = None
    starts: date | None = None
    ends: date | None = None


@dataclass(frozen=True, slots=True)
class Recovery:
    """Realization at completion: net fees over fees at standard rates."""

    net_minor: int
    standard_minor: int

    @property
    def per_mille(self) -> int | None:
        return divide_half_even(self.net_minor * 1000, self.standard_minor) if self.standard_minor > 0 else None


def recovery(fee: Fee, standard_minor: int) -> Recovery | None:
    """Return what the fee recovers of ``standard_minor``, fees at standard rates; None where no fee is agreed."""
    if fee.arrangement in (FeeArrangement.TIME_AND_MATERIALS, FeeArrangement.CAPPED):
        cap = fee.cap_minor if fee.cap_minor is not None else fee.minor
        return Recovery(standard_minor if cap is None else min(cap, standard_minor), standard_minor)
    if fee.minor is None:
        return None
    if fee.arrangement is FeeArrangement.RETAINER:
        if fee.starts is None or fee.ends is None:
            return None
        months = (fee.ends.year - fee.starts.year) * 12 + fee.ends.month - fee.starts.month + 1
        return Recovery(fee.minor * months, standard_minor)
    return Recovery(fee.minor, standard_minor)
