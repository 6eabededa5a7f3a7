"""Rows as the queries would answer them on Friday 20 November 2026 in London; all names invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from engagedesk.domain.ids import AwayId, ClientId, CodeId, EngagementId, EntryId, PersonId
from engagedesk.domain.states import (
    AwayCause,
    CodeStanding,
    EngagementState,
    EntrySource,
    EntryState,
    FeeArrangement,
    GateKind,
    GateState,
    PhaseState,
    ServiceLine,
)
from engagedesk.services.queries.away import AwayQuestion, CodeOffer, TargetOffer
from engagedesk.services.queries.rows import (
    AwayRow,
    CodeRow,
    DayFigure,
    EngagementPage,
    EngagementRow,
    EntryRow,
    GapRow,
    GateRow,
    HistoryRow,
    OverlapRow,
    PhaseRow,
    RecentTarget,
    RunningRow,
    TeamRow,
    TodayView,
)

ZONE = "Europe/London"
DAY = date(2026, 11, 20)


def at(hour: int, minute: int = 0, day: date = DAY) -> int:
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC).timestamp())


NOW = at(15, 52) + 14


def entry_id(number: int) -> EntryId:
    return EntryId(number.to_bytes(16, "big"))


def entry(
    number: int,
    start: int | None,
    end: int | None,
    label: str,
    *,
    colour: int = -1,
    code: str | None = "410220-40",
    narrative: str = "",
    chargeable: bool = True,
    state: EntryState = EntryState.READY,
    standing: CodeStanding = CodeStanding.OPEN,
    seconds: int | None = None,
    task: str | None = None,
    zone: str = ZONE,
    day: date = DAY,
    open_gate: bool = False,
) -> EntryRow:
    length = seconds if seconds is not None else (end - start if start is not None and end is not None else 0)
    return EntryRow(
        id=entry_id(number), version=1, work_day=day, start_utc=start, end_utc=end, zone=zone, seconds=length,
        engagement_id=EngagementId(bytes([max(colour, 0)] * 16)), engagement=label, engagement_detail="", colour=colour,
        code_id=CodeId(bytes(16)) if code else None, code=code, code_standing=standing, task_id=None, task=task,
        activity="", narrative=narrative, chargeable=chargeable, state=state, source=EntrySource.TIMER,
        open_gate=open_gate, returned_reason="", reverses=None,
    )  # fmt: skip


RUNNING = RunningRow(
    entry_id=entry_id(10), version=1, start_utc=at(15, 20), zone=ZONE, label="Fenmoor proposal", detail="", colour=-1,
    chargeable=False, last_activity_utc=at(15, 51),
)  # fmt: skip

ENTRIES = (
    entry(1, at(8, 2), at(8, 17), "Administration", code="ADM-010", narrative="Day plan, Frankfurt expenses",
          chargeable=False),
    entry(2, at(8, 17), at(10, 15), "Northgate", colour=1, narrative="EQR notes 11 to 13, cut-off"),
    entry(3, at(10, 55), at(11, 25), "Wychbold", colour=4, code="409981-20", narrative="WIP review, write-down memo"),
    entry(4, at(11, 25), at(12, 38), "Northgate", colour=1, narrative="EQR note 14, materiality"),
    entry(5, at(12, 38), at(13, 21), "Northgate", colour=1, narrative="EQR call, notes 11 to 16",
          state=EntryState.DRAFT),
    entry(6, at(13, 44), at(13, 50), "Northgate", colour=1, narrative="Call, note 14 follow-up"),
    entry(7, at(13, 50), at(15, 5), "Tarnbrook", colour=10, code="740051-01", state=EntryState.DRAFT),
    entry(8, at(15, 5), at(15, 35), "Saltmarsh", colour=3, code="409977-20", narrative="Assembly, two papers chased",
          state=EntryState.DRAFT, standing=CodeStanding.CLOSED),
    entry(10, at(15, 20), None, "Fenmoor proposal", code="BD-020", narrative="Credentials and team page",
          chargeable=False, state=EntryState.DRAFT),
)  # fmt: skip

WEEK = (
    DayFigure(date(2026, 11, 16), 29_700, 27_000),
    DayFigure(date(2026, 11, 17), 35_100, 27_000),
    DayFigure(date(2026, 11, 18), 28_800, 27_000),
    DayFigure(date(2026, 11, 19), 29_700, 27_000),
    DayFigure(date(2026, 11, 20), 25_320, 27_000),
    DayFigure(date(2026, 11, 21), 0, 0),
    DayFigure(date(2026, 11, 22), 0, 0),
)

TODAY = TodayView(
    day=DAY, zone=ZONE, day_start_utc=at(4), day_end_utc=at(4) + 86_400, entries=ENTRIES,
    gaps=(GapRow(at(10, 15), at(10, 55), ZONE),),
    overlaps=(OverlapRow(entry_id(8), entry_id(10), 900),),
    recorded_s=23_400, standard_s=27_000, unallocated_s=2400, week_label="2026-W47", week=WEEK,
    week_chargeable_s=140_400, week_recorded_s=148_620, week_standard_s=135_000, awaiting_code_s=111_600,
    awaiting_code_count=9, oldest_awaiting_day=date(2026, 11, 2), not_submitted_s=12_600, not_submitted_weeks=1,
    running=RUNNING,
)  # fmt: skip

EMPTY_TODAY = replace(
    TODAY, entries=(), gaps=(), overlaps=(), recorded_s=0, unallocated_s=0, running=None,
    week=tuple(replace(d, seconds=0) for d in WEEK), week_chargeable_s=0, week_recorded_s=0, awaiting_code_s=0,
    awaiting_code_count=0, oldest_awaiting_day=None, not_submitted_s=0, not_submitted_weeks=0,
)  # fmt: skip


def engagement(
    number: int,
    client: str,
    short: str,
    title: str,
    line: ServiceLine,
    *,
    codes: tuple[str, ...],
    phase: str,
    role: str = "Manager",
    fee: FeeArrangement = FeeArrangement.FIXED,
    fee_minor: int | None = None,
    currency: str = "GBP",
    next_date: date | None = None,
    what: str = "",
    gates: tuple[GateKind, ...] = (),
    closed: tuple[str, ...] = (),
    week: int = 0,
    total: int = 0,
    team: int = 0,
    awaiting: int = 0,
    note: str = "",
    colour: int | None = None,
    state: EngagementState = EngagementState.ACTIVE,
) -> EngagementRow:
    return EngagementRow(
        id=EngagementId(bytes([number] * 16)), client_id=ClientId(bytes([number] * 16)), client=client, short=short,
        title=title, service_line=line, state=state, colour=number - 1 if colour is None else colour, codes=codes,
        closed_codes=closed, phase=phase, my_role=role, fee=fee, fee_minor=fee_minor, fee_cap_minor=None,
        currency=currency, next_date=next_date, next_date_what=what, open_gates=gates, own_week_s=week,
        own_total_s=total, team_total_s=team * 3600, awaiting_code_s=awaiting, last_day=DAY, note=note,
    )  # fmt: skip


AUDIT, TAX, ADVISORY = ServiceLine.AUDIT, ServiceLine.TAX, ServiceLine.ADVISORY

ENGAGEMENTS = (
    engagement(1, "Harrowgate Foods plc", "Harrowgate", "Group audit", AUDIT, phase="Interim",
               codes=("410118-10", "410118-20", "410118-30"), fee_minor=64_000_000, next_date=date(2026, 12, 4),
               what="Interim ends", week=18_900, total=1_476_000, team=1480, note="German component is silent"),
    engagement(2, "Northgate Instruments Inc", "Northgate", "PCAOB audit", AUDIT, phase="Completion", colour=1,
               codes=("410220-20", "410220-40"), fee_minor=41_000_000, currency="USD", next_date=date(2026, 11, 24),
               what="Release", week=36_900, total=1_872_000, team=2690, note="6 EQR notes open, overrun"),
    engagement(3, "Pellworth GmbH", "Pellworth", "Component", AUDIT, phase="Execution", codes=("410305-01",),
               role="In-charge", fee_minor=7_000_000, currency="EUR", next_date=date(2026, 12, 11), what="Clearance",
               week=4500, total=432_000, team=310, awaiting=111_600, note="Code opened late"),
    engagement(4, "Saltmarsh Water", "Saltmarsh", "Audit", AUDIT, phase="Assembly", codes=("409977-20",),
               closed=("409977-20",), fee_minor=9_500_000, next_date=date(2026, 11, 29), what="File", week=1800,
               total=720_000, team=702, note="Two papers not assembled"),
    engagement(5, "Wychbold Pension Scheme", "Wychbold", "Audit", AUDIT, phase="WIP review", codes=("409981-20",),
               fee_minor=4_800_000, next_date=date(2026, 12, 28), what="File", week=1800, total=396_000, team=395,
               note="£4.2k write-down unapproved"),
    engagement(6, "Lanternbank", "Lanternbank", "ISAE 3402", AUDIT, phase="Testing", codes=("520044-01",),
               fee=FeeArrangement.CAPPED, fee_minor=13_000_000, next_date=date(2026, 12, 18), what="Report",
               week=5400, total=612_000, team=610, note="14 of 62 PBC overdue"),
    engagement(7, "Brackley Homes", "Brackley", "Corporation tax", TAX, phase="Compliance", role="Reviewer",
               codes=tuple(f"630112-{n:02d}" for n in range(1, 15)), fee_minor=8_600_000,
               next_date=date(2026, 12, 31), what="Filing", week=2700, total=288_000, team=505,
               note="5 unfiled, client late"),
    engagement(8, "Kestrel Holdings SE", "Kestrel", "Pillar Two", TAX, phase="Impact",
               codes=("630205-01", "630205-90"), fee=FeeArrangement.TIME_AND_MATERIALS, fee_minor=12_000_000,
               currency="EUR", next_date=date(2026, 12, 4), what="Memo", week=3600, total=540_000, team=402,
               gates=(GateKind.PRE_APPROVAL, GateKind.ENGAGEMENT_LETTER), note="Variation unsigned"),
    engagement(9, "Harrowgate Foods plc", "Harrowgate", "Tax provision review", TAX, phase="Planning", colour=0,
               codes=("410118-50",), role="Coordinator", next_date=date(2026, 12, 11), what="Memo", week=2700,
               total=64_800, team=20, note="Specialist not booked"),
    engagement(10, "Juniper", "Juniper", "Due diligence", ADVISORY, phase="Drafting", colour=8,
               codes=("740019-01", "740019-X"), fee=FeeArrangement.TIME_AND_MATERIALS, next_date=date(2026, 11, 27),
               what="Report", week=37_800, total=828_000, team=540, note="Ethical wall, weekends"),
    engagement(11, "Ostermere Rail", "Ostermere", "S/4 controls", ADVISORY, phase="Design", role="PMO", colour=9,
               codes=("740033-01", "740033-02"), fee=FeeArrangement.MILESTONES, fee_minor=21_000_000,
               next_date=date(2026, 11, 26), what="Steering", week=7200, total=900_000, team=880,
               note="No PO for milestone 2", gates=(GateKind.OVERDUE_FEES,)),
    engagement(12, "Tarnbrook Building Society", "Tarnbrook", "Internal audit", ADVISORY, phase="Review 9 of 12",
               codes=("740051-01",), fee=FeeArrangement.RETAINER, fee_minor=1_500_000, colour=10,
               next_date=date(2026, 12, 9), what="Report", week=4500, total=1_188_000, team=1190,
               note="Roll-forward due"),
)  # fmt: skip

RECENT = (
    RecentTarget(ENGAGEMENTS[1].id, None, None, "Northgate", "PCAOB audit", "410220-40", 1, 14_400, "northgate -40"),
    RecentTarget(ENGAGEMENTS[11].id, None, None, "Tarnbrook", "Internal audit", "740051-01", 10, 4500, "tarnbrook"),
    RecentTarget(ENGAGEMENTS[3].id, None, None, "Saltmarsh", "Audit", "409977-20", 3, 1800, "saltmarsh"),
    RecentTarget(ENGAGEMENTS[4].id, None, None, "Wychbold", "Audit", "409981-20", 4, 1800, "wychbold"),
    RecentTarget(None, None, None, "Administration", "Non-client", "ADM-010", -1, 900, "administration"),
)

PAGE = EngagementPage(
    row=ENGAGEMENTS[1], position=2, count=12, period_end=date(2026, 9, 30), starts=date(2026, 1, 12),
    ends=date(2026, 12, 8), contract="NGI-2026-01", local_currency="GBP", priority=1, extract_date=date(2026, 11, 20),
    gates=(
        GateRow(GateKind.CONTINUANCE, GateState.SETTLED, date(2026, 1, 12), ""),
        GateRow(GateKind.INDEPENDENCE, GateState.SETTLED, date(2026, 1, 14), ""),
        GateRow(GateKind.ENGAGEMENT_LETTER, GateState.SETTLED, date(2026, 1, 19), ""),
        GateRow(GateKind.PRE_APPROVAL, GateState.NOT_NEEDED, None, ""),
        GateRow(GateKind.OVERDUE_FEES, GateState.OPEN, None, "one invoice, 61 days"),
    ),
    phases=(
        PhaseRow(b"1", "Planning", date(2026, 1, 12), date(2026, 3, 27), PhaseState.DONE, 302_400),
        PhaseRow(b"2", "Interim", date(2026, 6, 1), date(2026, 7, 24), PhaseState.DONE, 439_200),
        PhaseRow(b"3", "Execution", date(2026, 10, 5), date(2026, 11, 6), PhaseState.DONE, 892_800),
        PhaseRow(b"4", "Completion", date(2026, 11, 9), date(2026, 11, 24), PhaseState.ACTIVE, 232_200),
        PhaseRow(b"5", "Assembly", date(2026, 11, 25), date(2026, 12, 8), PhaseState.PLANNED, 5400),
    ),
    team=(
        TeamRow(PersonId(b"1"), "Sarah Lindqvist", "Partner", "Lead", False, 532_800),
        TeamRow(PersonId(b"2"), "Rosa Castellan", "Partner", "EQR", False, 223_200),
        TeamRow(PersonId(b"3"), "Priya Nair", "Manager", "Manager", True, 1_872_000),
        TeamRow(PersonId(b"4"), "Tom Ashby", "Senior", "In-charge", False, 2_304_000),
        TeamRow(PersonId(b"5"), "Owen Pryce", "Senior", "Controls", False, 2_196_000),
        TeamRow(PersonId(b"6"), "Hannah Quist", "Associate", "Assembly", False, 1_476_000),
        TeamRow(PersonId(b"7"), "Marcus Bell", "Associate", "Testing", False, 1_080_000),
    ),
    codes=(
        CodeRow(CodeId(b"1"), "410220-20", "Audit", date(2026, 1, 1), date(2026, 12, 31), CodeStanding.OPEN,
                True, True, 1_404_000, 8_172_000),
        CodeRow(CodeId(b"2"), "410220-40", "Completion", date(2026, 9, 1), date(2026, 12, 31), CodeStanding.OPEN,
                True, True, 468_000, 1_512_000),
        CodeRow(CodeId(b"3"), "410220-90", "Travel", date(2026, 1, 1), date(2026, 10, 31), CodeStanding.EXPIRED,
                False, False, 36_000, 90_000),
    ),
    my_entries=(
        entry(21, at(9), at(13), "Northgate", colour=1, narrative="EQR call and changes to the CAM memo"),
        entry(22, at(22, 50, date(2026, 11, 17)), at(0, 5, date(2026, 11, 18)), "Northgate", colour=1,
              day=date(2026, 11, 17), state=EntryState.DRAFT),
        entry(23, at(9, 0, date(2026, 11, 16)), at(12, 30, date(2026, 11, 16)), "Northgate", colour=1,
              day=date(2026, 11, 16), code="410220-20", narrative="Review notes, revenue and inventory"),
    ),
    week_label="2026-W47", my_week_s=31_500,
    history=(
        HistoryRow(at(15, 10), "Priya Nair", "Edit engagement", "Next date", "20 Nov", "24 Nov", "Release moved"),
        HistoryRow(at(9, 2, date(2026, 11, 16)), "Priya Nair", "Import team extract", "Hours", "2,600", "2,690", ""),
        HistoryRow(at(9, 0, date(2026, 11, 13)), "Priya Nair", "Edit phase", "Assembly", "planned 20 Nov",
                   "planned 25 Nov", ""),
    ),
)  # fmt: skip


AWAY = AwayQuestion(
    AwayRow(
        AwayId(bytes(15) + b"\x63"), at(12, 38), at(13, 21), ZONE, AwayCause.IDLE, None, 43 * 60, entry_id(10),
        EngagementId(bytes(15) + b"\x01"), CodeId(bytes(15) + b"\x0b"), None, "Northgate", "PCAOB audit", 1,
        "410220-40",
    ),
    (
        TargetOffer(
            EngagementId(bytes(15) + b"\x01"), "Northgate", "PCAOB audit", 1,
            (
                CodeOffer(CodeId(bytes(15) + b"\x0a"), "410220-10", "Fieldwork"),
                CodeOffer(CodeId(bytes(15) + b"\x0b"), "410220-40", "EQR"),
            ),
            CodeId(bytes(15) + b"\x0b"),
        ),
        TargetOffer(
            EngagementId(bytes(15) + b"\x02"), "Lanternbank", "ISAE 3402", 5,
            (CodeOffer(CodeId(bytes(15) + b"\x0c"), "520044-01", "Testing"),), CodeId(bytes(15) + b"\x0c"),
        ),
        TargetOffer(EngagementId(bytes(15) + b"\x03"), "Tarnbrook", "Internal audit", 10, (), None),
        TargetOffer(
            None, "Administration", "", -1, (CodeOffer(CodeId(bytes(15) + b"\x0d"), "ADM-010", "Administration"),),
            CodeId(bytes(15) + b"\x0d"),
        ),
    ),
)  # fmt: skip
"""The question of the reference picture."""

AWAY_TODAY = replace(TODAY, away=(AWAY.away,), running=None)
"""Today while a time away waits for its answer."""
