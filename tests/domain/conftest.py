"""The sample portfolio's names as quick-entry targets, and a Thursday afternoon to type on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from engagedesk.domain.days import DayStartRule, WorkDays
from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.quick_entry import QuickContext, QuickMode
from engagedesk.domain.quick_match import Target, TargetCode, TargetIndex, TargetTask

LONDON = ZoneInfo("Europe/London")
FROM_FOUR = WorkDays((DayStartRule(date(2020, 1, 1), 240),))
THURSDAY = date(2026, 11, 19)


def target(
    number: int,
    client: str,
    title: str,
    *,
    codes: tuple[tuple[str, str], ...],
    tasks: tuple[str, ...] = (),
    last_used_utc: int = 0,
    is_active: bool = True,
) -> Target:
    return Target(
        EngagementId(bytes([number]) * 16),
        client,
        title,
        tuple(TargetCode(CodeId(bytes([number, i] * 8)), code, activity) for i, (code, activity) in enumerate(codes)),
        tuple(TargetTask(TaskId(bytes([number, i] * 8)), name) for i, name in enumerate(tasks)),
        (client.split(maxsplit=1)[0],),
        is_active,
        last_used_utc,
    )


PORTFOLIO = (
    target(
        1,
        "Harrowgate Foods plc",
        "Group audit",
        codes=(("410118-10", "planning"), ("410118-20", "fieldwork"), ("410118-30", "completion")),
        last_used_utc=5,
    ),
    target(
        2,
        "Northgate Instruments Inc",
        "PCAOB audit",
        codes=(("410220-20", "review"), ("410220-40", "EQR")),
        tasks=("EQR notes", "Opinion memo"),
        last_used_utc=9,
    ),
    target(4, "Saltmarsh Water", "Audit", codes=(("409977-20", ""),)),
    target(5, "Wychbold Pension Scheme", "Audit", codes=(("409981-20", ""),)),
    target(6, "Lanternbank", "ISAE 3402", codes=(("520044-01", ""),)),
    target(9, "Harrowgate Foods plc", "Tax provision review", codes=(("410118-50", "review"),)),
    target(12, "Tarnbrook Building Society", "Internal audit", codes=(("740051-01", ""),)),
    target(20, "Fenmoor", "Old audit", codes=(("300001-10", ""),), is_active=False),
    Target(None, "Administration", "", (TargetCode(CodeId(b"a" * 16), "ADMIN"),)),
)


@pytest.fixture
def quick() -> Callable[..., QuickContext]:
    """Build a context: Thursday 19 November 2026, 14:05 in London, unless told otherwise."""

    def build(
        *,
        mode: QuickMode = QuickMode.ADD,
        now: datetime | None = None,
        zone: ZoneInfo = LONDON,
        work_days: WorkDays | None = None,
        last_end: datetime | None = None,
        targets: tuple[Target, ...] = PORTFOLIO,
    ) -> QuickContext:
        at = now or datetime(2026, 11, 19, 14, 5, tzinfo=zone)
        days = work_days or WorkDays()
        now_utc = int(at.timestamp())
        return QuickContext(
            now_utc=now_utc,
            zone=zone,
            targets=TargetIndex(targets),
            work_days=days,
            day_last_end={days.day_of(now_utc, zone): int(last_end.timestamp())} if last_end else {},
            mode=mode,
        )

    return build
