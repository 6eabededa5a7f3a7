"""The lines of Today's table: entries and gaps in the order of the day; no Qt."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum

from engagedesk.domain.states import EDITABLE_STATES, CodeStanding, EntryState
from engagedesk.services.queries.rows import AwayRow, EntryRow, GapRow, TodayView


class LineKind(Enum):
    ENTRY = "entry"
    RUNNING = "running"
    GAP = "gap"
    AWAY = "away"
    """Time away that waits for its answer."""


@dataclass(frozen=True, slots=True)
class DayLine:
    """An entry, the running entry, a gap, or time away."""

    kind: LineKind
    entry: EntryRow | None
    gap: GapRow | None
    overlaps: bool = False
    away: AwayRow | None = None

    @property
    def key(self) -> Hashable:
        if self.entry is not None:
            return self.entry.id
        if self.away is not None:
            return self.away.id
        return None if self.gap is None else (self.gap.start_utc, self.gap.end_utc)

    @property
    def start_utc(self) -> int | None:
        if self.entry is not None:
            return self.entry.start_utc
        if self.away is not None:
            return self.away.start_utc
        return None if self.gap is None else self.gap.start_utc

    @property
    def editable(self) -> bool:
        """Whether anything of it may be changed in place."""
        return self.entry is not None and self.entry.state in EDITABLE_STATES and self.entry.reverses is None

    @property
    def needs_narrative(self) -> bool:
        entry = self.entry
        return entry is not None and not entry.narrative and self.kind is LineKind.ENTRY

    @property
    def code_word(self) -> str:
        """A word for a code that is not simply open: ``closed``, ``expired``, ``missing``; "" = nothing to say."""
        entry = self.entry
        if entry is None or entry.code_standing is CodeStanding.OPEN or entry.code is None:
            return ""
        return entry.code_standing.value

    @property
    def can_toggle(self) -> bool:
        """Whether a click may switch it between draft and ready."""
        entry = self.entry
        return self.kind is LineKind.ENTRY and entry is not None and entry.state in (EntryState.DRAFT, EntryState.READY)


def day_lines(view: TodayView) -> tuple[DayLine, ...]:
    """Return the day's lines by start; entries without times come last, in the order given."""
    claimed = {pair_id for pair in view.overlaps for pair_id in (pair.first, pair.second)}
    lines = [
        DayLine(
            LineKind.RUNNING if e.is_running else LineKind.ENTRY,
            e,
            None,
            overlaps=e.id in claimed,
        )
        for e in view.entries
    ]
    lines += [DayLine(LineKind.GAP, None, gap) for gap in view.gaps]
    lines += [DayLine(LineKind.AWAY, None, None, away=away) for away in view.away]
    return tuple(sorted(lines, key=_place))


def _place(line: DayLine) -> tuple[int, int]:
    start = line.start_utc
    return (1, 0) if start is None else (0, start)


def overlap_pairs(view: TodayView, lines: tuple[DayLine, ...]) -> tuple[tuple[int, int], ...]:
    """Return the overlaps as pairs of row numbers, upper first."""
    places = {line.entry.id: number for number, line in enumerate(lines) if line.entry is not None}
    pairs = []
    for pair in view.overlaps:
        if pair.first in places and pair.second in places:
            upper, lower = sorted((places[pair.first], places[pair.second]))
            pairs.append((upper, lower))
    return tuple(pairs)
