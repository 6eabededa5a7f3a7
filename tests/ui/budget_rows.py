"""Rows of Budgets, as the queries would answer them on the sample Friday."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.budget import (
    AlertRule,
    BudgetCell,
    CellKey,
    Etc,
    EtcSource,
    Planned,
    Recovery,
    VarianceSplit,
    Worked,
    total,
)
from engagedesk.domain.burn import PlanPart, burn_points, forecast_band
from engagedesk.domain.firm_profile import RateSight
from engagedesk.domain.health import Cause, Health, HealthReason, Standing
from engagedesk.domain.ids import BudgetId, EngagementId, PersonId
from engagedesk.domain.states import BudgetAlertKind, ExcessCause, FeeArrangement
from engagedesk.services.queries.budget_rows import (
    AlertRow,
    Basis,
    BudgetDraft,
    BudgetDraftLine,
    BudgetFilter,
    BudgetList,
    BudgetPage,
    BudgetRow,
    BudgetVersion,
    ExcessRow,
    PhaseName,
    TypedRow,
)
from engagedesk.services.queries.engagement_book import RatePart
from engagedesk.services.queries.rate_cards import CardRow, RateCards
from engagedesk.ui.dialogs.budget_forms import (
    AcknowledgeForm,
    AlertRuleForm,
    BudgetForm,
    EstimateForm,
    ExcessForm,
    FxForm,
)
from engagedesk.ui.dialogs.rate_card_forms import (
    CardRateForm,
    CopyCardForm,
    NewCardForm,
    NewPricesForm,
    RenameCardForm,
)
from engagedesk.ui.dialogs.rate_cards import RateCardsSheet

DAY: Final = date(2026, 11, 22)
H: Final = 3600
OFF_TRACK: Final = Standing(Health.OFF_TRACK, (Cause(HealthReason.EAC_OVER, 7),))
NOW: Final = 1_795_387_800


def _row(number: int, client: str, title: str, *, hours: tuple[int, int, int], **given: object) -> BudgetRow:
    budget, actual, etc = hours
    values: dict[str, object] = {
        "id": EngagementId(bytes([number]) * 16), "budget_id": BudgetId(bytes([number + 100]) * 16), "client": client,
        "title": title, "colour": number, "codes": (f"41{number:04}-10",), "fee": FeeArrangement.FIXED,
        "capped": False, "currency": "GBP", "basis": Basis.MONEY, "health": Standing(Health.AT_RISK),
        "budget_s": budget * H, "actual_s": actual * H, "etc_s": etc * H, "budget_minor": budget * 27_000,
        "actual_minor": actual * 27_500, "etc_minor": etc * 28_000, "etc_source": EtcSource.TASKS, "unpriced_s": 0,
        "used_per_mille": actual * 27_500 * 1000 // (budget * 27_000), "plan_per_mille": 850,
        "exhausted_on": date(2026, 12, 10), "open_alerts": 0,
    }  # fmt: skip
    return BudgetRow(**{**values, **given})  # type: ignore[arg-type]


def _cell(phase: int, grade: str, *, hours: tuple[int, int, int], typed: bool = False) -> BudgetCell:
    budget, actual, etc = (h * H for h in hours)
    rate = {"Partner": 719, "Manager": 294, "Senior": 212, "Associate": 138}[grade]
    worked = Worked(actual, actual // 36 * rate, actual // 36 * rate, 0, actual // 36 * rate)
    source = EtcSource.TYPED if typed else EtcSource.TASKS if etc else EtcSource.NOTHING
    left = Etc(etc, etc // 36 * rate, source, planned_fx_minor=etc // 36 * rate)
    return BudgetCell(CellKey(bytes([phase]) * 16, grade), Planned(budget, budget // 36 * rate), worked, left)


CELLS: Final = (
    _cell(1, "Partner", hours=(12, 14, 0)), _cell(1, "Manager", hours=(66, 78, 4)),
    _cell(1, "Senior", hours=(124, 132, 4)), _cell(1, "Associate", hours=(88, 94, 0)),
    _cell(2, "Partner", hours=(4, 4, 0)), _cell(2, "Manager", hours=(14, 14, 2)),
    _cell(2, "Senior", hours=(24, 20, 6), typed=True), _cell(2, "Associate", hours=(18, 14, 0)),
    _cell(3, "Partner", hours=(14, 10, 6)), _cell(3, "Manager", hours=(26, 14, 14)),
    _cell(3, "Senior", hours=(20, 8, 2)),
)  # fmt: skip
_WHOLE: Final = total(CELLS)
KESTREL: Final = replace(
    _row(7, "Kestrel", "Pillar Two", hours=(410, 402, 38)),
    codes=("630205-01",), fee=FeeArrangement.TIME_AND_MATERIALS, capped=True, currency="EUR",
    health=OFF_TRACK, budget_minor=12_000_000, actual_minor=11_639_600, etc_minor=1_251_800,
    used_per_mille=970, plan_per_mille=880, exhausted_on=date(2026, 11, 25), etc_source=EtcSource.TYPED, open_alerts=1,
)  # fmt: skip
ROWS: Final = (
    _row(4, "Wychbold", "Audit", hours=(340, 395, 4), health=OFF_TRACK, plan_per_mille=964,
         exhausted_on=date(2026, 9, 29)),
    KESTREL,
    _row(1, "Northgate", "PCAOB audit", hours=(2600, 2690, 46), currency="USD", health=OFF_TRACK,
         plan_per_mille=960, exhausted_on=date(2026, 11, 13)),
    _row(0, "Harrowgate", "Group audit", hours=(4100, 1480, 2650), plan_per_mille=451,
         exhausted_on=date(2027, 5, 5)),
    _row(8, "Juniper", "Due diligence", hours=(560, 540, 38)),
    _row(6, "Brackley", "Corporation tax", hours=(620, 505, 90), health=Standing(Health.ON_TRACK), exhausted_on=None),
    replace(
        _row(9, "Ostermere", "S/4 controls", hours=(1, 880, 0)), budget_id=None, health=None,
        budget_s=0, budget_minor=None, used_per_mille=None, plan_per_mille=None, exhausted_on=None, basis=Basis.HOURS,
    ),
)  # fmt: skip
LISTED: Final = BudgetList(BudgetFilter(), ROWS, DAY, date(2026, 11, 20), stale=False, total=len(ROWS))
_PARTS: Final = (PlanPart(date(2026, 8, 24), date(2026, 12, 4), 12_000_000),)
_WEEKS: Final = tuple((date(2026, 8, 24) + timedelta(days=7 * n), 895_354) for n in range(13))
BAND: Final = forecast_band(11_639_600, 1_251_800, [amount for _, amount in _WEEKS], weeks_left=2)


def _alert(number: int, kind: BudgetAlertKind, percent: int, *, day: date, note: str = "") -> AlertRow:
    return AlertRow(
        id=bytes([number]) * 16, version=1, engagement=KESTREL.id, client="Kestrel", code_name="Quartz",
        title="Pillar Two", colour=7, kind=kind, percent=percent, crossed_utc=NOW, crossed_on=day, actual_s=380 * H,
        actual_minor=10_820_000, eac_minor=12_891_400, currency="EUR", change_s=4 * H,
        cause="estimate" if kind is BudgetAlertKind.EAC else "extract", budget_number=2,
        acknowledged_utc=NOW if note else None, note=note,
    )  # fmt: skip


ALERTS: Final = (
    _alert(1, BudgetAlertKind.EAC, 5, day=date(2026, 11, 20)),
    _alert(2, BudgetAlertKind.USED, 90, day=date(2026, 11, 13), note="Variation drafted"),
    _alert(3, BudgetAlertKind.USED, 75, day=date(2026, 10, 23), note="In line with scope"),
)
EXCESS: Final = (
    ExcessRow(b"x" * 16, 1, bytes([1]) * 16, "Impact", "Manager", date(2026, 11, 12), 18 * H,
              ExcessCause.SCOPE_CHANGE, "Two entities after the letter; variation not signed", 529_200),
    ExcessRow(b"y" * 16, 1, None, "", "", date(2026, 11, 4), 6 * H, ExcessCause.LATE_REQUESTS,
              "Trial balances of three entities, two weeks late", 173_700),
)  # fmt: skip
PAGE: Final = BudgetPage(
    row=KESTREL,
    today=DAY,
    starts=date(2026, 8, 24),
    ends=date(2026, 12, 4),
    sight=RateSight.CHARGE_ONLY,
    versions=(
        BudgetVersion(BudgetId(b"2" * 16), 1, 2, "Two entities more; cap raised by letter", NOW, date(2026, 9, 14),
                      410 * H, 12_000_000),
        BudgetVersion(BudgetId(b"1" * 16), 1, 1, "", NOW, date(2026, 8, 24), 360 * H, 10_400_000),
    ),
    phases=(PhaseName(bytes([1]) * 16, "Impact"), PhaseName(bytes([2]) * 16, "Provision"),
            PhaseName(bytes([3]) * 16, "Review")),
    grades=("Partner", "Manager", "Senior", "Associate"),
    cells=CELLS,
    split=VarianceSplit(-840_000, -101_400, 50_000, 0),
    recovery=Recovery(12_000_000, 12_891_400),
    cost_minor=None,
    burn=burn_points(_WEEKS, _PARTS, BAND, first=date(2026, 8, 24), today=DAY, ends=date(2026, 12, 4)),
    band=BAND,
    plan_today=10_560_000,
    exhausted_by_bookings=date(2026, 11, 24),
    rule=AlertRule(),
    own_rule=False,
    alerts=ALERTS,
    excess=EXCESS,
    typed=(TypedRow(bytes([2]) * 16, "Senior", 6 * H, "Second review of the model", NOW),),
    rates=(RatePart(b"r" * 16, 1, "Manager", None, "", date(2026, 1, 19), "EUR", 29_400, None, here=True),
           RatePart(b"s" * 16, 1, "Senior", PersonId(b"p" * 16), "Mei Tanaka", date(2026, 1, 19), "EUR", 21_200, None,
                    here=False)),
    card_currency="EUR",
    fx_micro=None,
    needs_fx=False,
    extract_date=date(2026, 11, 20),
    stale=False,
    known_grades=("Associate", "Manager", "Partner", "Senior"),
)  # fmt: skip
HOURS_ONLY: Final = replace(
    PAGE,
    row=replace(KESTREL, basis=Basis.HOURS, budget_minor=None, actual_minor=None, etc_minor=None, used_per_mille=980),
    sight=RateSight.NOBODY, split=None, recovery=None, rates=(), stale=True,
    burn=burn_points([(day, 31 * H) for day, _ in _WEEKS], [replace(_PARTS[0], amount=410 * H)],
                     forecast_band(402 * H, 38 * H, [31 * H] * 8, weeks_left=2), first=date(2026, 8, 24), today=DAY,
                     ends=date(2026, 12, 4)),
    band=forecast_band(402 * H, 38 * H, [31 * H] * 8, weeks_left=2), plan_today=361 * H,
    excess=tuple(replace(one, minor=None) for one in EXCESS),
    alerts=tuple(replace(one, actual_minor=None, eac_minor=None) for one in ALERTS),
)  # fmt: skip
NO_BUDGET: Final = replace(
    PAGE, row=ROWS[-1], versions=(), cells=(), burn=(), split=None, alerts=(), excess=(), typed=(),
)  # fmt: skip
DRAFT: Final = BudgetDraft(
    PAGE,
    tuple(BudgetDraftLine(c.key.phase, c.key.grade, c.budget.seconds, c.budget.minor) for c in CELLS),
    proposed=False,
    hourly=(("Partner", 71_900), ("Manager", 29_400), ("Senior", 21_200), ("Associate", 13_800)),
    fx_micro=1_000_000,
)
CARDS: Final = RateCards(
    (
        CardRow(b"\x01" * 16, 1, "Public sector", "GBP", 0, ()),
        CardRow(
            b"\x02" * 16, 1, "Standard 2026", "GBP", 9,
            tuple(
                RatePart(bytes([n]) * 16, 1, grade, None, person, since, "GBP", charge, charge * 2 // 5, here=False)
                for n, (grade, person, since, charge) in enumerate((
                    ("Partner", "", date(2027, 1, 1), 77_500), ("Partner", "", date(2026, 10, 1), 74_800),
                    ("Manager", "", date(2027, 1, 1), 31_600), ("Manager", "", date(2026, 10, 1), 30_600),
                    ("Manager", "Priya Nair", date(2026, 10, 1), 33_000), ("Senior", "", date(2026, 10, 1), 22_000),
                    ("Associate", "", date(2026, 10, 1), 14_350),
                ), start=1)
            ),
        ),
    ),
    RateSight.EVERYTHING, ("Associate", "Manager", "Partner", "Senior"), (), DAY,
)  # fmt: skip


def _cards(cards: RateCards, chosen: bytes | None = None) -> QWidget:
    made = RateCardsSheet()
    made.show_cards(cards, chosen)
    return made


BUDGET_FORMS: Final[dict[str, tuple[QSize, Callable[[], QWidget]]]] = {
    "budget": (QSize(760, 420), lambda: BudgetForm(DRAFT, next_version=True, now_utc=NOW)),
    "budget-edit": (QSize(760, 420), lambda: BudgetForm(DRAFT, next_version=False, now_utc=NOW)),
    "rate-cards": (QSize(720, 540), lambda: _cards(CARDS, CARDS.cards[1].id)),
    "rate-cards-empty": (QSize(720, 300), lambda: _cards(replace(CARDS, cards=()))),
    "rate-cards-hidden": (QSize(720, 300), lambda: _cards(replace(CARDS, sight=RateSight.NOBODY))),
    "rate-card-new": (QSize(480, 300), NewCardForm),
    "rate-card-copy": (QSize(480, 300), lambda: CopyCardForm(CARDS.cards[1])),
    "rate-card-rename": (QSize(480, 260), lambda: RenameCardForm(CARDS.cards[1])),
    "rate-card-raise": (QSize(480, 300), lambda: NewPricesForm(CARDS, CARDS.cards[1])),
    "rate-card-rate": (QSize(560, 420), lambda: CardRateForm(CARDS, CARDS.cards[1], CARDS.cards[1].rates[0])),
    "estimate": (QSize(520, 320), lambda: EstimateForm(PAGE, bytes([2]) * 16, now_utc=NOW)),
    "excess": (QSize(520, 420), lambda: ExcessForm(PAGE, EXCESS[0])),
    "alert-rule": (QSize(520, 320), lambda: AlertRuleForm(PAGE)),
    "acknowledge": (QSize(520, 300), lambda: AcknowledgeForm(PAGE, ALERTS[0], now_utc=NOW)),
    "exchange-rate": (QSize(520, 260), lambda: FxForm(replace(PAGE, card_currency="GBP", fx_micro=1_160_000))),
}
