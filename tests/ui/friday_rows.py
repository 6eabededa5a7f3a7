"""Sample rows of Friday: a week's check, its lines to hand over, and recorded time beside them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from engagedesk.domain.days import Week
from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.handover import HandoverLine, LineContent, LineKey
from engagedesk.domain.ids import CodeId
from engagedesk.domain.reconciliation import OwnTime, RecordedTime, RowKey, reconcile
from engagedesk.domain.spans import Span
from engagedesk.domain.states import CodeStanding, EntryState
from engagedesk.domain.week_check import Finding
from engagedesk.domain.week_fixes import Candidate, FixEntry, FixFacts, check_items
from engagedesk.services.queries.handover import Handover, Reconciliation
from engagedesk.services.queries.week_check import WeekCheck, WeekEvent
from engagedesk.services.queries.weeks import WeekState
from tests.ui.sample_rows import DAY, ENTRIES, NOW, ZONE, at

WEEK = Week.parse("2026-W47")
MON = WEEK.first

_FIX_ENTRIES = {
    row.id: FixEntry(
        row.id, row.version, row.work_day,
        None if row.start_utc is None or row.end_utc is None else Span(row.start_utc, row.end_utc),
        row.zone, row.state,
        Candidate(row.engagement_id, row.code_id, row.task_id, f"{row.engagement} · {row.engagement_detail}",
                  row.code or "", row.activity),
        row.narrative, row.seconds,
    )
    for row in ENTRIES
}  # fmt: skip
_BARE, _OPEN, _SECOND = ENTRIES[1], ENTRIES[2], ENTRIES[3]
_FINDINGS = (
    Finding(CheckKind.GAP, DAY, span=Span(at(10, 15), at(10, 55))),
    Finding(CheckKind.OVERLAP, DAY, _OPEN.id, _SECOND.id, Span(at(15, 20), at(15, 35))),
    Finding(CheckKind.EMPTY_NARRATIVE, DAY, _BARE.id),
    Finding(CheckKind.CLOSED_CODE, DAY, _OPEN.id, params={"code": "409977-20"}),
    Finding(CheckKind.OTHER_CLIENT, DAY, _SECOND.id, params={"names": "Kestrel"}),
    Finding(CheckKind.SHORT_DAY, MON, params={"seconds": 21_600, "standard_seconds": 27_000}),
)
CHECK = WeekCheck(
    week=WEEK, state=WeekState.OPEN, zone=ZONE,
    items=check_items(
        _FINDINGS, FixFacts(_FIX_ENTRIES, narratives={_BARE.id: "EQR notes 11 to 13, cut-off"}, now_utc=NOW)
    ),
    left=1, entries=ENTRIES, goes=tuple(row.id for row in ENTRIES[:5]), sheet_s=149_400, goes_s=149_400,
    held=((ENTRIES[5].id, CodeStanding.CLOSED), (ENTRIES[6].id, CodeStanding.MISSING)), held_s=6_300, blocks=(),
    cutoff_utc=at(10, 0, DAY + timedelta(days=3)), worked_s=155_700, standard_s=135_000, residual_s=-300,
    chargeable_s=145_800, utilization_per_mille=940, names_other_client=True, returned=(), events=(), increment_s=900,
)  # fmt: skip
CLEAR = replace(CHECK, items=(), left=0, names_other_client=False, held=(), held_s=0)
SUBMITTED = replace(
    CLEAR, state=WeekState.SUBMITTED, goes=(), goes_s=0,
    entries=tuple(replace(row, state=EntryState.SUBMITTED) for row in ENTRIES),
    events=(WeekEvent(at(16, 2), "Priya Nair", "SubmitWeek", ""),),
)  # fmt: skip
RETURNED = replace(
    CHECK, state=WeekState.RETURNED, items=(),
    returned=(replace(ENTRIES[1], state=EntryState.RETURNED, returned_reason="The purchase order is missing"),),
    events=(
        WeekEvent(at(16, 2), "Priya Nair", "SubmitWeek", ""),
        WeekEvent(at(17, 2), "Priya Nair", "ReturnEntries", "The purchase order is missing"),
    ),
)  # fmt: skip
BLOCKED = replace(CHECK, blocks=(Finding(CheckKind.EMPTY_NARRATIVE, DAY, _BARE.id, blocks=True),))
NO_WEEK = replace(CLEAR, state=WeekState.EMPTY, entries=(), goes=(), sheet_s=0, goes_s=0, worked_s=0, chargeable_s=0)


def _line(day: int, code: str, activity: str, seconds: int, narrative: str, was: int | None = 0) -> HandoverLine:
    """``was`` 0 = entered as it is, None = not entered, else what was typed."""
    now = LineContent(seconds, narrative)
    entered = None if was is None else now if was == 0 else LineContent(was, narrative)
    return HandoverLine(LineKey(MON + timedelta(days=day), code, activity), now, entered, None if was is None else NOW)


HANDOVER = Handover(
    WEEK,
    (
        _line(0, "410118-20", "Walkthroughs", 8_100, "Purchase cycle with the plant team"),
        _line(0, "410220-20", "Review notes", 12_600, "Review notes, revenue and inventory", 10_800),
        _line(0, "630112-04", "Computations", 2_700, "Review of entity 4, group relief"),
        replace(_line(1, "409977-20", "Assembly", 1_800, "Two papers chased"), now=None),
        _line(1, "740019-01", "Red-flag report", 21_600, "Quality of earnings with management", None),
        _line(1, "740019-X", "Travel", 9_000, "Journey to Frankfurt", None),
        _line(4, "410220-40", "EQR", 14_400, "EQR notes 11 to 13, cut-off; EQR note 14, materiality; call", None),
    ),
    900,
)
NO_LINES = replace(HANDOVER, lines=())


def _own(n: int, day: int, code: str, seconds: int, label: str, state: EntryState = EntryState.SUBMITTED) -> OwnTime:
    return OwnTime(ENTRIES[n].id, MON + timedelta(days=day), code, seconds, state, bool(code), label=label)


def _there(day: int, code: str, seconds: int, status: str = "posted", label: str = "") -> RecordedTime:
    return RecordedTime(MON + timedelta(days=day), code, seconds, status, "", CodeId(code.encode()), None, label)


_OWN = (
    _own(0, 0, "410118-20", 8_100, "Harrowgate · Group audit"),
    _own(1, 0, "410220-20", 12_600, "Northgate · PCAOB audit"),
    _own(2, 0, "", 4_500, "Pellworth · Component", EntryState.DRAFT),
    _own(3, 1, "740019-01", 21_600, "Juniper · Due diligence"),
    _own(4, 2, "630205-01", 3_400, "Kestrel · Pillar Two"),
    _own(5, 3, "740033-01", 7_200, "Ostermere · S/4 controls"),
    _own(6, 3, "520044-01", 5_400, "Lanternbank · ISAE 3402"),
    _own(7, 4, "ADM-010", 900, "Administration", EntryState.POSTED),
)
_THERE = (
    _there(0, "410118-20", 8_100),
    _there(0, "410220-20", 9_000),
    _there(0, "410305-00", 4_500, label="Pellworth · Component"),
    _there(1, "740019-01", 21_600, "Rejected"),
    _there(2, "630205-01", 3_240),
    _there(4, "520044-01", 5_400),
    _there(4, "ADM-010", 900),
    _there(4, "CPD-030", 3_600, label="Training"),
)
RECONCILED = Reconciliation(
    WEEK.first, WEEK.last, date(2026, 11, 20), False,
    reconcile(
        _OWN, _THERE, sheet={RowKey(o.day, o.code): (o.seconds + 450) // 900 * 900 for o in _OWN if o.code},
        ticked={}, increment_s=900, as_of=date(2026, 11, 20),
    ),
    900,
)  # fmt: skip
STALE = replace(RECONCILED, as_of=date(2026, 11, 6), stale=True)
NO_EXTRACT = replace(RECONCILED, as_of=None, stale=True, rows=())
