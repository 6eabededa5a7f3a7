"""The day's items as a model: entries and gaps by time, then drafts. What is painted is read out from here."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from engagedesk.domain.states import EDITABLE_STATES
from engagedesk.services.queries.rows import EntryRow, GapRow
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui import words
from engagedesk.ui.format import clock_range, hm, hm_floor, minutes_words
from engagedesk.ui.timesheet.drafts import DraftRow, DraftState
from engagedesk.ui.timesheet.words import tr

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class DayItem:
    """An entry, a gap or a draft."""

    entry: EntryRow | None = None
    gap: GapRow | None = None
    draft: DraftRow | None = None

    @property
    def key(self) -> Hashable:
        if self.entry is not None:
            return self.entry.id
        if self.gap is not None:
            return (self.gap.start_utc, self.gap.end_utc)
        return "" if self.draft is None else (self.draft.source, self.draft.key)


def day_items(sheet: DaySheet, drafts: tuple[DraftRow, ...]) -> tuple[DayItem, ...]:
    """Return the items in reading order: lengths without times first, as on the canvas."""
    timed = [DayItem(entry=row) for row in sheet.entries if row.start_utc is not None]
    timed += [DayItem(gap=gap) for gap in sheet.gaps]
    timed.sort(key=_start)
    lengths = [DayItem(entry=row) for row in sheet.entries if row.start_utc is None]
    return (*lengths, *timed, *(DayItem(draft=draft) for draft in drafts))


def _start(item: DayItem) -> int:
    if item.entry is not None:
        return item.entry.start_utc or 0
    return item.gap.start_utc if item.gap is not None else 0


def editable(row: EntryRow) -> bool:
    """Whether a person may change an entry here."""
    return row.state in EDITABLE_STATES and row.reverses is None


def entry_range(row: EntryRow) -> str:
    if row.start_utc is None:
        return tr("Timesheet", "without times")
    return clock_range(row.start_utc, row.end_utc, row.zone, now=tr("Timesheet", "now"))


def entry_hours(row: EntryRow, now_utc: int) -> str:
    if row.start_utc is not None and row.end_utc is None:
        return hm_floor(now_utc - row.start_utc)
    return hm(row.seconds)


class DayModel(QAbstractListModel):
    """Holds one day's items; ``data`` says how each reads."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[DayItem, ...] = ()
        self._overlaps: frozenset[bytes] = frozenset()
        self._now_utc, self._zone = 0, ""

    def show_items(self, items: tuple[DayItem, ...], overlaps: frozenset[bytes], *, now_utc: int, zone: str) -> None:
        """Take the items; those of the same keys stay where they are. ``zone`` is the day's."""
        same = [item.key for item in items] == [item.key for item in self.items]
        if not same:
            self.beginResetModel()
        self.items, self._overlaps, self._now_utc, self._zone = items, overlaps, now_utc, zone
        if not same:
            self.endResetModel()
        elif items:
            self.dataChanged.emit(self.index(0), self.index(len(items) - 1))

    def row_of(self, key: Hashable) -> int:
        return next((number for number, item in enumerate(self.items) if item.key == key), -1)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self.items[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            item = self.items[index.row()]
            return self._spoken(item) if item.draft is None else item.draft.why
        return None

    def _spoken(self, item: DayItem) -> str:
        if item.gap is not None:
            gap = item.gap
            length = minutes_words(gap.end_utc - gap.start_utc)
            words_ = tr("Timesheet", "Unallocated {length}, {range}: fill")
            return words_.format(length=length, range=clock_range(gap.start_utc, gap.end_utc, gap.zone))
        if item.draft is not None:
            return _draft_words(item.draft, self._zone)
        row = item.entry
        if row is None:
            return ""
        said = [
            row.engagement or tr("Timesheet", "Nothing chosen"),
            row.code or tr("Timesheet", "Awaiting code"),
            row.activity,
            row.narrative or tr("Timesheet", "no narrative"),
            entry_range(row),
            tr("Timesheet", "{hours} hours").format(hours=entry_hours(row, self._now_utc)),
            words.entry_state(row.state)[0],
            tr("Timesheet", "overlaps another entry") if row.id in self._overlaps else "",
        ]
        return ", ".join(part for part in said if part)


def _draft_words(draft: DraftRow, zone: str) -> str:
    state = {
        DraftState.OPEN: tr("Timesheet", "suggestion"),
        DraftState.ACCEPTED: tr("Timesheet", "accepted"),
        DraftState.DISMISSED: tr("Timesheet", "dismissed"),
    }[draft.state]
    range_ = "" if draft.start_utc is None else clock_range(draft.start_utc, draft.end_utc, zone)
    # What is shown is often the reason itself.
    said = dict.fromkeys((draft.title, range_, draft.detail, draft.why, state))
    return ", ".join(part for part in said if part)
