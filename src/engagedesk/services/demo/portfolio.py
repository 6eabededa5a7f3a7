"""The sample portfolio as it stands on Sunday 22 November 2026: who, what, by when. All names are invented.

Every date here is that of the portfolio's own calendar; ``filling`` moves all of them by the same number of weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.person import EngagementRole
from engagedesk.domain.states import FeeArrangement, GateKind, GateState, ServiceLine

SUNDAY: Final = date(2026, 11, 22)
"""The day as at which the portfolio stands; the last day of its week 47."""
FIRST_DAY: Final = date(2025, 11, 24)
"""Monday of the first of its 52 weeks."""
EXTRACT_DAY: Final = date(2026, 11, 20)
RATE_CHANGES: Final = (date(2025, 10, 1), date(2026, 10, 1))
LEAVE: Final = (date(2026, 8, 3), date(2026, 8, 14))
NEW_YORK: Final = (date(2026, 10, 26), date(2026, 10, 30))
NEW_YORK_ZONE: Final = "America/New_York"
LONG_WEEKS: Final = (date(2026, 1, 5), date(2026, 3, 29))
"""Weeks of 55 hours: the whole weeks of January to March."""
BANK_HOLIDAYS: Final = (
    date(2025, 12, 25),
    date(2025, 12, 26),
    date(2026, 1, 1),
    date(2026, 4, 3),
    date(2026, 4, 6),
    date(2026, 5, 4),
    date(2026, 5, 25),
    date(2026, 8, 31),
)
WEEKEND_DAYS: Final = (
    date(2026, 10, 17),
    date(2026, 10, 24),
    date(2026, 10, 31),
    date(2026, 11, 7),
    date(2026, 11, 14),
)
"""Saturdays that the due diligence took."""
OWNER: Final = "Priya Nair"
OWNER_GRADE: Final = "Manager"

# Charge and cost an hour in minor units before the change; from then on four per cent more.
RATES: Final[dict[str, tuple[int, int]]] = {
    "Partner": (62_000, 21_000),
    "Director": (51_000, 16_500),
    "Senior Manager": (43_000, 13_000),
    "Manager": (34_000, 9_800),
    "Senior": (24_500, 6_900),
    "Associate": (16_000, 4_600),
}
CURRENCIES: Final[dict[str, int]] = {"GBP": 100, "EUR": 116, "USD": 128}
"""Each card's rates as a percentage of those in GBP."""


@dataclass(frozen=True, slots=True)
class Colleague:
    name: str
    grade: str
    staff_key: str


COLLEAGUES: Final = (
    Colleague("Sarah Lindqvist", "Partner", "P1042"),
    Colleague("Rosa Castellan", "Partner", "P1077"),
    Colleague("Ingrid Solberg", "Director", "P1131"),
    Colleague("Daniel Okoro", "Senior Manager", "P1190"),
    Colleague("James Whitlock", "Senior Manager", "P1204"),
    Colleague("Tom Ashby", "Senior", "P1388"),
    Colleague("Owen Pryce", "Senior", "P1391"),
    Colleague("Mei Tanaka", "Senior", "P1402"),
    Colleague("Lucia Ferrante", "Senior", "P1417"),
    Colleague("Hannah Quist", "Associate", "P1533"),
    Colleague("Marcus Bell", "Associate", "P1540"),
    Colleague("Aisha Rahman", "Associate", "P1546"),
    Colleague("Callum Fraser", "Associate", "P1551"),
    Colleague("Greta Vogel", "Associate", "P1558"),
)
OWNER_STAFF_KEY: Final = "P1215"


@dataclass(frozen=True, slots=True)
class Member:
    """A colleague on an engagement. ``share`` is their part of the colleagues' hours, relative to the others'."""

    name: str
    role: EngagementRole
    share: int


@dataclass(frozen=True, slots=True)
class Code:
    code: str
    activity: str
    share: int = 1
    """How often time goes here, relative to the engagement's other codes; 0 = only in week 47."""
    valid_from: date | None = None
    valid_to: date | None = None
    closed_on: date | None = None
    chargeable: bool = True
    billable: bool = True


@dataclass(frozen=True, slots=True)
class PhaseFacts:
    """A phase with its tasks; the tasks' estimates are their parts of ``hours``."""

    name: str
    starts: date
    ends: date
    hours: int
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MilestoneFacts:
    name: str
    due: date
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class ClientFacts:
    name: str
    short: str
    code_name: str
    colour: int
    everywhere: bool = False
    note: str = ""
    contact: str = ""
    contact_role: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """One engagement. Hours are those of the whole team; ``own_hours`` is the most that the owner works on it."""

    number: int
    client: str
    title: str
    line: ServiceLine
    kind: str
    role: EngagementRole
    fee: FeeArrangement
    fee_major: int | None
    currency: str
    used_hours: int
    budget_hours: int
    own_hours: int
    own_from: date
    own_until: date
    codes: tuple[Code, ...]
    phases: tuple[PhaseFacts, ...]
    phase: str
    milestones: tuple[MilestoneFacts, ...]
    team: tuple[Member, ...]
    problem: str
    starts: date
    ends: date
    priority: int = 3
    cap_major: int | None = None
    period_end: date | None = None
    eqr: str = ""
    contract: str = ""
    gates: tuple[tuple[GateKind, GateState, str], ...] = ()
    """Gates beside the three that every engagement settled before it began."""


EARLIER_TITLE: Final = ", earlier years"
"""What is behind the title of an engagement that holds the time before the portfolio's year."""


def find(number: int) -> Sample:
    """Return the engagement of this number in the portfolio's table."""
    return ENGAGEMENTS[number - 1]


CLIENTS: Final = (
    ClientFacts("Harrowgate Foods plc", "Harrowgate", "Alder", 0, contact="Nina Brandt", contact_role="Group CFO"),
    ClientFacts("Northgate Instruments Inc", "Northgate", "Basalt", 1, contact="Carl Weston", contact_role="CFO"),
    ClientFacts("Pellworth GmbH", "Pellworth", "Cobalt", 2, contact="Jonas Reimer", contact_role="Head of finance"),
    ClientFacts("Saltmarsh Water", "Saltmarsh", "Mistral", 3, contact="Ruth Hallam", contact_role="Controller"),
    ClientFacts("Wychbold Pension Scheme", "Wychbold", "Willow", 4, contact="Peter Lacey", contact_role="Trustee"),
    ClientFacts("Lanternbank", "Lanternbank", "Amber", 5, contact="Sofia Lund", contact_role="Operational risk"),
    ClientFacts("Brackley Homes", "Brackley", "Hawthorn", 6, contact="Gareth Pugh", contact_role="Tax manager"),
    ClientFacts("Kestrel Holdings SE", "Kestrel", "Quartz", 7, contact="Anke Sommer", contact_role="Head of tax"),
    ClientFacts(
        "Ravensmoor Components Ltd",
        "Ravensmoor",
        "Juniper",
        8,
        everywhere=True,
        note="Ethical wall: by code name only, data room access by named list",
    ),
    ClientFacts("Ostermere Rail", "Ostermere", "Slate", 9, contact="Imogen Tait", contact_role="Programme director"),
    ClientFacts(
        "Tarnbrook Building Society", "Tarnbrook", "Thistle", 10, contact="Alan Reid", contact_role="Audit committee"
    ),
)

_AUDIT, _TAX, _ADVISORY = ServiceLine.AUDIT, ServiceLine.TAX, ServiceLine.ADVISORY
_R = EngagementRole
_OPEN = GateState.OPEN

ENGAGEMENTS: Final = (
    Sample(
        number=1,
        client="Harrowgate Foods plc",
        title="Group audit",
        line=_AUDIT,
        kind="Group audit",
        role=_R.MANAGER,
        fee=FeeArrangement.FIXED,
        fee_major=640_000,
        currency="GBP",
        used_hours=1480,
        budget_hours=4100,
        own_hours=300,
        own_from=date(2026, 3, 2),
        own_until=SUNDAY,
        codes=(
            Code("410118-10", "Planning", 3),
            Code("410118-20", "Fieldwork", 6),
            Code("410118-30", "Component instructions", 2),
        ),
        phases=(
            PhaseFacts(
                "Planning",
                date(2026, 3, 2),
                date(2026, 11, 6),
                1300,
                ("Risk assessment", "Group scoping", "Component instructions"),
            ),
            PhaseFacts(
                "Interim",
                date(2026, 11, 9),
                date(2026, 12, 4),
                1100,
                ("Walkthroughs", "Tests of controls", "Interim findings"),
            ),
            PhaseFacts(
                "Execution", date(2027, 1, 11), date(2027, 2, 26), 1200, ("Substantive testing", "Component clearance")
            ),
            PhaseFacts("Completion", date(2027, 3, 1), date(2027, 3, 19), 400, ("Completion memo", "Report")),
            PhaseFacts("Assembly", date(2027, 3, 22), date(2027, 5, 14), 100, ("File assembly",)),
        ),
        phase="Interim",
        milestones=(
            MilestoneFacts("Interim begins", date(2026, 11, 9), date(2026, 11, 9)),
            MilestoneFacts("Interim ends", date(2026, 12, 4)),
            MilestoneFacts("Report", date(2027, 3, 17)),
        ),
        team=(
            Member("Sarah Lindqvist", _R.PARTNER, 9),
            Member("Daniel Okoro", _R.DIRECTOR, 14),
            Member("Tom Ashby", _R.IN_CHARGE, 20),
            Member("Mei Tanaka", _R.SENIOR, 24),
            Member("Aisha Rahman", _R.ASSOCIATE, 26),
            Member("Callum Fraser", _R.ASSOCIATE, 26),
        ),
        problem="The German component is silent",
        starts=date(2026, 3, 2),
        ends=date(2027, 5, 14),
        priority=2,
        period_end=date(2026, 12, 31),
        eqr="Listed",
        contract="HGF-2026-01",
    ),
    Sample(
        number=2,
        client="Northgate Instruments Inc",
        title="PCAOB audit",
        line=_AUDIT,
        kind="PCAOB audit, EQR",
        role=_R.MANAGER,
        fee=FeeArrangement.FIXED,
        fee_major=410_000,
        currency="USD",
        used_hours=2690,
        budget_hours=2600,
        own_hours=520,
        own_from=date(2026, 1, 12),
        own_until=SUNDAY,
        codes=(
            Code("410220-20", "Audit", 4),
            Code("410220-40", "Completion", 1, valid_from=date(2026, 9, 1)),
        ),
        phases=(
            PhaseFacts("Planning", date(2026, 1, 12), date(2026, 5, 29), 420, ("Scoping", "Integrated audit plan")),
            PhaseFacts("Interim", date(2026, 6, 1), date(2026, 10, 2), 600, ("Tests of controls", "ICFR walkthrough")),
            PhaseFacts(
                "Execution", date(2026, 10, 5), date(2026, 11, 6), 1200, ("Revenue cut-off", "Inventory", "Segments")
            ),
            PhaseFacts(
                "Completion", date(2026, 11, 9), date(2026, 11, 24), 330, ("EQR notes", "Review notes", "CAM memo")
            ),
            PhaseFacts("Assembly", date(2026, 11, 25), date(2026, 12, 8), 50, ("Archive file",)),
        ),
        phase="Completion",
        milestones=(
            MilestoneFacts("Report release", date(2026, 11, 24)),
            MilestoneFacts("File", date(2026, 12, 8)),
        ),
        team=(
            Member("Sarah Lindqvist", _R.PARTNER, 148),
            Member("Rosa Castellan", _R.EQR, 62),
            Member("Tom Ashby", _R.IN_CHARGE, 640),
            Member("Owen Pryce", _R.SENIOR, 610),
            Member("Hannah Quist", _R.ASSOCIATE, 410),
            Member("Marcus Bell", _R.ASSOCIATE, 300),
        ),
        problem="6 EQR notes open, overrun",
        starts=date(2026, 1, 12),
        ends=date(2026, 12, 8),
        priority=1,
        period_end=date(2026, 9, 30),
        eqr="PCAOB",
        contract="NGI-2026-01",
        gates=((GateKind.PRE_APPROVAL, GateState.NOT_NEEDED, ""),),
    ),
    Sample(
        number=3,
        client="Pellworth GmbH",
        title="Component",
        line=_AUDIT,
        kind="Inward component",
        role=_R.IN_CHARGE,
        fee=FeeArrangement.FIXED,
        fee_major=70_000,
        currency="EUR",
        used_hours=310,
        budget_hours=480,
        own_hours=0,
        own_from=date(2026, 11, 2),
        own_until=SUNDAY,
        codes=(Code("410305-01", "Group reporting", valid_from=date(2026, 11, 17)),),
        phases=(
            PhaseFacts("Planning", date(2026, 9, 14), date(2026, 10, 9), 90, ("Group instructions",)),
            PhaseFacts(
                "Execution", date(2026, 10, 12), date(2026, 12, 4), 330, ("Reporting package", "Inventory count")
            ),
            PhaseFacts("Clearance", date(2026, 12, 7), date(2026, 12, 18), 60, ("Clearance memo",)),
        ),
        phase="Execution",
        milestones=(MilestoneFacts("Clearance", date(2026, 12, 11)),),
        team=(
            Member("Daniel Okoro", _R.MANAGER, 2),
            Member("Greta Vogel", _R.ASSOCIATE, 8),
            Member("Lucia Ferrante", _R.SENIOR, 4),
        ),
        problem="Code opened late, 31 h awaiting code",
        starts=date(2026, 9, 14),
        ends=date(2026, 12, 18),
        period_end=date(2026, 12, 31),
        contract="PEL-IN-26",
    ),
    Sample(
        number=4,
        client="Saltmarsh Water",
        title="Audit",
        line=_AUDIT,
        kind="Statutory audit",
        role=_R.MANAGER,
        fee=FeeArrangement.FIXED,
        fee_major=95_000,
        currency="GBP",
        used_hours=702,
        budget_hours=690,
        own_hours=220,
        own_from=date(2025, 12, 1),
        own_until=date(2026, 11, 6),
        codes=(Code("409977-20", "Audit", closed_on=date(2026, 11, 16)),),
        phases=(
            PhaseFacts("Planning", date(2025, 12, 1), date(2026, 3, 31), 110, ("Risk assessment",)),
            PhaseFacts("Execution", date(2026, 4, 1), date(2026, 7, 31), 420, ("Revenue", "Infrastructure assets")),
            PhaseFacts("Completion", date(2026, 8, 3), date(2026, 9, 30), 120, ("Report", "Management letter")),
            PhaseFacts("Assembly", date(2026, 10, 1), date(2026, 11, 29), 40, ("File assembly",)),
        ),
        phase="Assembly",
        milestones=(
            MilestoneFacts("Report signed", date(2026, 9, 30), date(2026, 9, 30)),
            MilestoneFacts("File", date(2026, 11, 29)),
        ),
        team=(
            Member("Rosa Castellan", _R.PARTNER, 5),
            Member("Owen Pryce", _R.IN_CHARGE, 24),
            Member("Hannah Quist", _R.ASSOCIATE, 30),
        ),
        problem="Two papers not assembled",
        starts=date(2025, 12, 1),
        ends=date(2026, 11, 29),
        priority=2,
        period_end=date(2026, 3, 31),
        contract="SMW-2026",
    ),
    Sample(
        number=5,
        client="Wychbold Pension Scheme",
        title="Audit",
        line=_AUDIT,
        kind="Pension scheme audit",
        role=_R.MANAGER,
        fee=FeeArrangement.FIXED,
        fee_major=48_000,
        currency="GBP",
        used_hours=395,
        budget_hours=340,
        own_hours=130,
        own_from=date(2026, 1, 5),
        own_until=date(2026, 11, 13),
        codes=(Code("409981-20", "Audit"),),
        phases=(
            PhaseFacts("Planning", date(2026, 1, 5), date(2026, 4, 30), 60, ("Planning memo",)),
            PhaseFacts("Execution", date(2026, 5, 1), date(2026, 9, 30), 210, ("Investments", "Contributions")),
            PhaseFacts("Completion", date(2026, 10, 1), date(2026, 10, 29), 50, ("Report",)),
            PhaseFacts("WIP review", date(2026, 10, 30), date(2026, 12, 28), 20, ("WIP review", "File assembly")),
        ),
        phase="WIP review",
        milestones=(
            MilestoneFacts("Report signed", date(2026, 10, 29), date(2026, 10, 29)),
            MilestoneFacts("File", date(2026, 12, 28)),
        ),
        team=(
            Member("Rosa Castellan", _R.PARTNER, 4),
            Member("Lucia Ferrante", _R.IN_CHARGE, 16),
            Member("Marcus Bell", _R.ASSOCIATE, 18),
        ),
        problem="GBP 4.2k write-down unapproved",
        starts=date(2026, 1, 5),
        ends=date(2026, 12, 28),
        period_end=date(2026, 3, 31),
        contract="WPS-2026",
    ),
    Sample(
        number=6,
        client="Lanternbank",
        title="ISAE 3402",
        line=_AUDIT,
        kind="ISAE 3402 type 2",
        role=_R.MANAGER,
        fee=FeeArrangement.CAPPED,
        fee_major=130_000,
        cap_major=130_000,
        currency="GBP",
        used_hours=610,
        budget_hours=800,
        own_hours=200,
        own_from=date(2026, 4, 1),
        own_until=SUNDAY,
        codes=(Code("520044-01", "Controls report"),),
        phases=(
            PhaseFacts("Planning", date(2026, 4, 1), date(2026, 6, 30), 120, ("Control objectives",)),
            PhaseFacts("Testing", date(2026, 7, 1), date(2026, 11, 27), 560, ("PBC", "Control tests", "Exceptions")),
            PhaseFacts("Reporting", date(2026, 11, 30), date(2026, 12, 18), 120, ("Report",)),
        ),
        phase="Testing",
        milestones=(MilestoneFacts("Report", date(2026, 12, 18)),),
        team=(
            Member("Ingrid Solberg", _R.PARTNER, 3),
            Member("Mei Tanaka", _R.IN_CHARGE, 14),
            Member("Callum Fraser", _R.ASSOCIATE, 18),
        ),
        problem="14 of 62 PBC overdue",
        starts=date(2026, 4, 1),
        ends=date(2026, 12, 18),
        contract="LB-3402-26",
    ),
    Sample(
        number=7,
        client="Brackley Homes",
        title="Corporation tax",
        line=_TAX,
        kind="Corporation tax, 14 entities",
        role=_R.REVIEWER,
        fee=FeeArrangement.FIXED,
        fee_major=86_000,
        currency="GBP",
        used_hours=505,
        budget_hours=620,
        own_hours=160,
        own_from=date(2025, 11, 24),
        own_until=SUNDAY,
        codes=tuple(Code(f"630112-{n:02d}", f"Entity {n}") for n in range(1, 15)),
        phases=(
            PhaseFacts("Provision", date(2025, 11, 24), date(2026, 4, 30), 150, ("Provision",)),
            PhaseFacts("Compliance", date(2026, 5, 1), date(2026, 12, 11), 380, ("Computations", "Returns")),
            PhaseFacts("Filing", date(2026, 12, 14), date(2026, 12, 31), 90, ("Filing",)),
        ),
        phase="Compliance",
        milestones=(MilestoneFacts("Filing", date(2026, 12, 31)),),
        team=(
            Member("Ingrid Solberg", _R.DIRECTOR, 4),
            Member("Lucia Ferrante", _R.SENIOR, 12),
            Member("Greta Vogel", _R.ASSOCIATE, 18),
        ),
        problem="5 unfiled, client late",
        starts=date(2025, 11, 24),
        ends=date(2026, 12, 31),
        period_end=date(2025, 12, 31),
        contract="BRK-CT-25",
    ),
    Sample(
        number=8,
        client="Kestrel Holdings SE",
        title="Pillar Two",
        line=_TAX,
        kind="Pillar Two",
        role=_R.MANAGER,
        fee=FeeArrangement.TIME_AND_MATERIALS,
        fee_major=None,
        cap_major=120_000,
        currency="EUR",
        used_hours=402,
        budget_hours=410,
        own_hours=170,
        own_from=date(2026, 1, 19),
        own_until=SUNDAY,
        codes=(
            Code("630205-01", "Impact assessment", 6),
            Code("630205-90", "Variation", 1, valid_from=date(2026, 9, 1), billable=False),
        ),
        phases=(
            PhaseFacts("Data collection", date(2026, 1, 19), date(2026, 5, 29), 130, ("Data request",)),
            PhaseFacts("Impact", date(2026, 6, 1), date(2026, 12, 4), 280, ("Impact memo", "Safe harbours")),
        ),
        phase="Impact",
        milestones=(MilestoneFacts("Memo", date(2026, 12, 4)),),
        team=(
            Member("Ingrid Solberg", _R.DIRECTOR, 4),
            Member("James Whitlock", _R.SPECIALIST, 10),
            Member("Greta Vogel", _R.ASSOCIATE, 10),
        ),
        problem="97 % of the cap used, variation unsigned, pre-approval pending",
        starts=date(2026, 1, 19),
        ends=date(2026, 12, 4),
        priority=1,
        contract="KST-P2",
        gates=(
            (GateKind.PRE_APPROVAL, _OPEN, "Audit committee of the parent decides on 27 November"),
            (GateKind.OVERDUE_FEES, GateState.NOT_NEEDED, ""),
        ),
    ),
    Sample(
        number=9,
        client="Harrowgate Foods plc",
        title="Tax provision review",
        line=_TAX,
        kind="Tax provision review",
        role=_R.COORDINATOR,
        fee=FeeArrangement.FIXED,
        fee_major=None,
        currency="GBP",
        used_hours=20,
        budget_hours=140,
        own_hours=16,
        own_from=date(2026, 11, 9),
        own_until=SUNDAY,
        codes=(Code("410118-50", ""),),
        phases=(
            PhaseFacts("Planning", date(2026, 11, 9), date(2026, 11, 27), 30, ("Scope with tax",)),
            PhaseFacts("Provision", date(2026, 11, 30), date(2026, 12, 11), 110, ("Memo",)),
        ),
        phase="Planning",
        milestones=(MilestoneFacts("Memo, blocks the group audit", date(2026, 12, 11)),),
        team=(Member("Ingrid Solberg", _R.DIRECTOR, 1), Member("James Whitlock", _R.SPECIALIST, 1)),
        problem="Specialist not booked; fee within the group audit",
        starts=date(2026, 11, 9),
        ends=date(2026, 12, 11),
        priority=2,
        period_end=date(2026, 12, 31),
        contract="HGF-2026-01",
    ),
    Sample(
        number=10,
        client="Ravensmoor Components Ltd",
        title="Due diligence",
        line=_ADVISORY,
        kind="Financial due diligence",
        role=_R.MANAGER,
        fee=FeeArrangement.TIME_AND_MATERIALS,
        fee_major=None,
        currency="GBP",
        used_hours=540,
        budget_hours=560,
        own_hours=280,
        own_from=date(2026, 10, 12),
        own_until=SUNDAY,
        codes=(Code("740019-01", "Due diligence", 8), Code("740019-X", "Travel", 0)),
        phases=(
            PhaseFacts("Fieldwork", date(2026, 10, 12), date(2026, 11, 6), 340, ("Data room", "Quality of earnings")),
            PhaseFacts("Drafting", date(2026, 11, 9), date(2026, 11, 27), 220, ("Red-flag report", "Net debt")),
        ),
        phase="Drafting",
        milestones=(MilestoneFacts("Red-flag report", date(2026, 11, 27)),),
        team=(
            Member("Daniel Okoro", _R.DIRECTOR, 8),
            Member("Owen Pryce", _R.SENIOR, 14),
            Member("Aisha Rahman", _R.ASSOCIATE, 18),
        ),
        problem="Ethical wall, weekends",
        starts=date(2026, 10, 12),
        ends=date(2026, 11, 27),
        priority=1,
    ),
    Sample(
        number=11,
        client="Ostermere Rail",
        title="S/4 controls",
        line=_ADVISORY,
        kind="S/4HANA controls",
        role=_R.PMO,
        fee=FeeArrangement.MILESTONES,
        fee_major=210_000,
        currency="GBP",
        used_hours=880,
        budget_hours=1300,
        own_hours=300,
        own_from=date(2025, 11, 24),
        own_until=SUNDAY,
        codes=(
            Code("740033-01", "Milestone 1", 5),
            Code("740033-02", "Milestone 2", 2, valid_from=date(2026, 8, 3)),
        ),
        phases=(
            PhaseFacts("Scoping", date(2025, 11, 24), date(2026, 2, 27), 200, ("Mobilisation",)),
            PhaseFacts("Diagnostic", date(2026, 3, 2), date(2026, 7, 31), 400, ("Control inventory", "Gap analysis")),
            PhaseFacts(
                "Design", date(2026, 8, 3), date(2027, 1, 29), 500, ("Steering", "Control design", "Access concept")
            ),
            PhaseFacts("Delivery", date(2027, 2, 1), date(2027, 6, 30), 200, ("Cut-over support",)),
        ),
        phase="Design",
        milestones=(
            MilestoneFacts("Milestone 1 accepted", date(2026, 7, 31), date(2026, 7, 31)),
            MilestoneFacts("Steering committee", date(2026, 11, 26)),
        ),
        team=(
            Member("James Whitlock", _R.MANAGER, 10),
            Member("Mei Tanaka", _R.SENIOR, 18),
            Member("Hannah Quist", _R.ASSOCIATE, 14),
        ),
        problem="No PO for milestone 2",
        starts=date(2025, 11, 24),
        ends=date(2027, 6, 30),
        contract="OST-S4",
    ),
    Sample(
        number=12,
        client="Tarnbrook Building Society",
        title="Internal audit",
        line=_ADVISORY,
        kind="Internal audit, co-sourced",
        role=_R.MANAGER,
        fee=FeeArrangement.RETAINER,
        fee_major=15_000,
        currency="GBP",
        used_hours=1190,
        budget_hours=1500,
        own_hours=380,
        own_from=date(2025, 11, 24),
        own_until=SUNDAY,
        codes=(Code("740051-01", "Internal audit"),),
        phases=(
            PhaseFacts("Plan", date(2025, 11, 24), date(2025, 12, 19), 100, ("Annual plan",)),
            PhaseFacts("Reviews 1 to 8", date(2025, 12, 22), date(2026, 10, 16), 950, ("Fieldwork", "Report drafting")),
            PhaseFacts("Review 9 of 12", date(2026, 10, 19), date(2026, 12, 9), 130, ("Review 9", "Report 9")),
            PhaseFacts("Reviews 10 to 12", date(2026, 12, 10), date(2027, 3, 31), 320, ("Lending controls",)),
        ),
        phase="Review 9 of 12",
        milestones=(MilestoneFacts("Report 9", date(2026, 12, 9)),),
        team=(
            Member("Rosa Castellan", _R.PARTNER, 4),
            Member("Tom Ashby", _R.SENIOR, 10),
            Member("Aisha Rahman", _R.ASSOCIATE, 16),
            Member("Marcus Bell", _R.ASSOCIATE, 12),
        ),
        problem="Roll-forward due",
        starts=date(2025, 11, 24),
        ends=date(2027, 3, 31),
        contract="TBS-IA",
        gates=((GateKind.CONTINUANCE, _OPEN, "Next year's plan goes to the audit committee on 9 December"),),
    ),
)

NARRATIVES: Final[dict[ServiceLine, tuple[str, ...]]] = {
    ServiceLine.AUDIT: (
        "Review of working papers",
        "Team call and open points",
        "Sample selection and testing",
        "Meeting with finance",
        "Review notes cleared",
        "Memo drafted",
        "Reconciliation followed up",
        "Status call with the partner",
        "Evidence requested and logged",
        "Analytical review",
    ),
    ServiceLine.TAX: (
        "Review of computations",
        "Questions to the client",
        "Technical note",
        "Call with tax team",
        "Adjustments reviewed",
        "Return checked",
    ),
    ServiceLine.ADVISORY: (
        "Workshop prepared",
        "Interviews and notes",
        "Report drafting",
        "Data analysis",
        "Project status and plan",
        "Findings agreed",
        "Review of deliverable",
    ),
}
DETAILS: Final = ("", "", ", second round", ", follow-up", ", with the team", ", open points", ", revised")
ADMIN_NARRATIVES: Final = ("Mail and planning", "Expenses", "Staffing meeting", "Timesheet and WIP", "Team one-to-one")
TRAINING_NARRATIVES: Final = ("IFRS 18", "Independence update", "Sustainability assurance", "Data analytics")
PROPOSAL_NARRATIVES: Final = ("Credentials", "Pitch preparation", "Fee proposal", "Client meeting")
