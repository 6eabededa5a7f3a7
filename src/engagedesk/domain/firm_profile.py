"""What a firm prescribes about time, as a value that can be shared as a file.

The profile warns while a person types; it blocks submission only, and only what ``blocks`` names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from engagedesk.domain.rounding import RoundingMode
from engagedesk.domain.states import NonClientKind
from engagedesk.errors import UserError

FORMAT: Final = 1
WEEK_S: Final = 7 * 86_400


class RequiredField(StrEnum):
    """What an entry needs before it is ready, beside an engagement or a non-client code."""

    NARRATIVE = "narrative"
    ACTIVITY = "activity"
    TASK = "task"


class TravelRule(StrEnum):
    """How travel counts as chargeable time."""

    CHARGEABLE = "chargeable"
    HALF = "half"
    ABOVE_COMMUTE = "above_commute"
    NOT = "not"


class Counting(StrEnum):
    """How a kind of time counts in utilization."""

    PRODUCTIVE = "productive"
    """Counts as utilized, like chargeable time."""
    CAPACITY = "capacity"
    """Part of the time that could have been utilized."""
    REDUCES = "reduces"
    """Takes away from the time that could have been utilized (leave)."""


class UtilizationBase(StrEnum):
    """What utilization is divided by."""

    STANDARD = "standard"
    """Standard hours of the period, less what ``REDUCES``."""
    RECORDED = "recorded"
    """All recorded time, less what ``REDUCES``."""


class RateSight(StrEnum):
    """Who sees rates, cost and margin."""

    NOBODY = "nobody"
    CHARGE_ONLY = "charge_only"
    EVERYTHING = "everything"


class CheckKind(StrEnum):
    """What the week check looks for."""

    GAP = "gap"
    OVERLAP = "overlap"
    AWAY_UNANSWERED = "away_unanswered"
    EMPTY_NARRATIVE = "empty_narrative"
    NARRATIVE_SHORT = "narrative_short"
    NARRATIVE_LONG = "narrative_long"
    FORBIDDEN_WORD = "forbidden_word"
    OTHER_CLIENT = "other_client"
    MISSING_CODE = "missing_code"
    CLOSED_CODE = "closed_code"
    NOT_YET_VALID_CODE = "not_yet_valid_code"
    MISSING_ENGAGEMENT = "missing_engagement"
    MISSING_FIELD = "missing_field"
    OPEN_GATE = "open_gate"
    SHORT_DAY = "short_day"
    OVER_DAY = "over_day"
    SHORT_WEEK = "short_week"
    RUNNING = "running"
    FUTURE = "future"


_DEFAULT_COUNTING: Final[dict[NonClientKind, Counting]] = {
    NonClientKind.LEAVE: Counting.REDUCES,
    NonClientKind.SICKNESS: Counting.REDUCES,
    NonClientKind.HOLIDAY: Counting.REDUCES,
    NonClientKind.TRAINING: Counting.CAPACITY,
    NonClientKind.BUSINESS_DEVELOPMENT: Counting.CAPACITY,
    NonClientKind.ADMINISTRATION: Counting.CAPACITY,
    NonClientKind.AVAILABLE: Counting.CAPACITY,
}
DEFAULT_WEEK_S: Final = (27_000, 27_000, 27_000, 27_000, 27_000, 0, 0)


@dataclass(frozen=True, slots=True)
class FirmProfile:
    """One firm's rules. The defaults are those of a manager in London: 7.5 h Monday to Friday, quarter hours."""

    name: str = "Standard"
    increment_s: int = 900
    rounding: RoundingMode = RoundingMode.NEAREST
    standard_week_s: tuple[int, int, int, int, int, int, int] = DEFAULT_WEEK_S
    """Standard seconds of Monday to Sunday."""
    standard_days_s: Mapping[date, int] = field(default_factory=dict)
    """Standard seconds of single dates (bank holidays 0), before those of the weekday."""
    week_end: int = 7
    """The firm's last weekday, 1 Monday to 7 Sunday."""
    cutoff_weekday: int = 1
    """The week is to be submitted by this weekday after it ends, 1 Monday to 7 Sunday..."""
    cutoff_min: int = 12 * 60
    """... this many minutes after midnight, local time."""
    split_at_month_end: bool = False
    required: frozenset[RequiredField] = frozenset({RequiredField.NARRATIVE})
    narrative_min: int = 0
    """Least letters of a narrative that is there at all."""
    narrative_max: int = 240
    forbidden_words: tuple[str, ...] = ()
    travel: TravelRule = TravelRule.CHARGEABLE
    commute_s: int = 0
    """Daily commute that ``above_commute`` takes off, both ways together."""
    overtime_multiplier_percent: int = 100
    """What an hour above standard counts for as time off in lieu."""
    utilization_base: UtilizationBase = UtilizationBase.STANDARD
    counting: Mapping[NonClientKind, Counting] = field(default_factory=lambda: dict(_DEFAULT_COUNTING))
    non_chargeable_client: Counting = Counting.CAPACITY
    """How client time that is not chargeable counts."""
    rates: RateSight = RateSight.NOBODY
    gap_min: int = 15
    """Gaps shorter than this many minutes are not mentioned."""
    blocks: frozenset[CheckKind] = frozenset()
    """Findings that stop a submission; all others only warn. Lines on a closed or missing code never block."""

    def __post_init__(self) -> None:
        _require(60 <= self.increment_s <= 8 * 3600, "increment_s")
        _require(len(self.standard_week_s) == 7, "standard_week_s")
        _require(all(0 <= s <= 86_400 for s in self.standard_week_s), "standard_week_s")
        _require(all(0 <= s <= 86_400 for s in self.standard_days_s.values()), "standard_days_s")
        _require(1 <= self.week_end <= 7, "week_end")
        _require(1 <= self.cutoff_weekday <= 7, "cutoff_weekday")
        _require(0 <= self.cutoff_min < 24 * 60, "cutoff_min")
        _require(0 <= self.narrative_min <= self.narrative_max <= 4000, "narrative_max")
        _require(0 <= self.commute_s <= 86_400, "commute_s")
        _require(0 <= self.overtime_multiplier_percent <= 300, "overtime_multiplier_percent")
        _require(0 <= self.gap_min <= 24 * 60, "gap_min")
        _require(len(self.forbidden_words) <= 500, "forbidden_words")

    def standard_s(self, day: date) -> int:
        """Return the standard seconds of a day; a date of its own beats its weekday."""
        return self.standard_days_s.get(day, self.standard_week_s[day.weekday()])

    def cutoff_day(self, week_last: date) -> date:
        """Return the day by which a week that ends so is to be submitted; its clock time is ``cutoff_min``."""
        return week_last + timedelta(days=(self.cutoff_weekday - week_last.isoweekday() - 1) % 7 + 1)

    def chargeable_travel_s(self, seconds: int, *, travelled_today_s: int) -> int:
        """Return how much of a journey is chargeable; ``travelled_today_s`` is the day's travel before it."""
        if self.travel is TravelRule.NOT:
            return 0
        if self.travel is TravelRule.HALF:
            return seconds // 2
        if self.travel is TravelRule.ABOVE_COMMUTE:
            return max(0, seconds - max(0, self.commute_s - travelled_today_s))
        return seconds

    def counts_as(self, kind: NonClientKind) -> Counting:
        return self.counting.get(kind, _DEFAULT_COUNTING[kind])

    def to_data(self) -> dict[str, object]:
        """Return JSON-compatible data, the same for equal profiles."""
        data: dict[str, object] = {"format": FORMAT}
        for name, rule in _FIELDS.items():
            data[name] = rule.write(getattr(self, name))
        return data

    @classmethod
    def from_data(cls, data: object) -> ReadProfile:
        """Read what ``to_data`` wrote; missing keys take their defaults, unknown keys are named, not refused."""
        if not isinstance(data, dict):
            raise UserError("profile.not_a_profile")
        if data.get("format", FORMAT) != FORMAT:
            raise UserError("profile.format", format=data.get("format"))
        values: dict[str, Any] = {}
        for name, rule in _FIELDS.items():
            if name not in data:
                continue
            try:
                values[name] = rule.read(data[name])
            except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
                raise UserError("profile.bad_value", field=name) from error
        unknown = tuple(sorted(str(key) for key in data if key != "format" and key not in _FIELDS))
        return ReadProfile(cls(**values), unknown)


@dataclass(frozen=True, slots=True)
class ReadProfile:
    """A profile that was read, and the keys of its file that this program does not know."""

    profile: FirmProfile
    unknown: tuple[str, ...]


def _require(holds: bool, name: str) -> None:  # noqa: FBT001 - an assertion
    if not holds:
        raise UserError("profile.bad_value", field=name)


@dataclass(frozen=True, slots=True)
class _Rule:
    write: Callable[[Any], object]
    read: Callable[[Any], Any]


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _listed(value: object) -> list[Any]:
    if not isinstance(value, list) or len(value) > 1000:
        raise TypeError
    return value


def _week(value: object) -> tuple[int, ...]:
    return tuple(_whole(v) for v in _listed(value))


def _dates(value: object) -> dict[date, int]:
    if not isinstance(value, dict) or len(value) > 5000:
        raise TypeError
    return {date.fromisoformat(day): _whole(seconds) for day, seconds in value.items()}


def _as_is(value: object) -> object:
    return value


_INT: Final = _Rule(_as_is, _whole)
_FIELDS: Final[dict[str, _Rule]] = {
    "name": _Rule(_as_is, _text),
    "increment_s": _INT,
    "rounding": _Rule(str, RoundingMode),
    "standard_week_s": _Rule(list, _week),
    "standard_days_s": _Rule(lambda v: {d.isoformat(): s for d, s in sorted(v.items())}, _dates),
    "week_end": _INT,
    "cutoff_weekday": _INT,
    "cutoff_min": _INT,
    "split_at_month_end": _Rule(_as_is, _truth),
    "required": _Rule(lambda v: sorted(map(str, v)), lambda v: frozenset(map(RequiredField, _listed(v)))),
    "narrative_min": _INT,
    "narrative_max": _INT,
    "forbidden_words": _Rule(list, lambda v: tuple(map(_text, _listed(v)))),
    "travel": _Rule(str, TravelRule),
    "commute_s": _INT,
    "overtime_multiplier_percent": _INT,
    "utilization_base": _Rule(str, UtilizationBase),
    "counting": _Rule(
        lambda v: {str(k): str(c) for k, c in sorted(v.items())},
        lambda v: {NonClientKind(k): Counting(c) for k, c in v.items()},
    ),
    "non_chargeable_client": _Rule(str, Counting),
    "rates": _Rule(str, RateSight),
    "gap_min": _INT,
    "blocks": _Rule(lambda v: sorted(map(str, v)), lambda v: frozenset(map(CheckKind, _listed(v)))),
}

DEFAULT_PROFILE: Final = FirmProfile()
