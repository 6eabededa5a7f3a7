"""The sample portfolio as it stands on Sunday 22 November 2026: who, what, by when. All names are invented.

Every date here is that of the portfolio's own calendar; ``filling`` moves all of them by the same number of weeks.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from engagedesk.domain.states import ServiceLine
from engagedesk.services.demo.advice import ADVICE
from engagedesk.services.demo.audits import AUDITS
from engagedesk.services.demo.facts import ClientFacts, Colleague, Sample

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

EARLIER_TITLE: Final = ", earlier years"
"""What is behind the title of an engagement that holds the time before the portfolio's year."""

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

ENGAGEMENTS: Final = AUDITS + ADVICE

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


def find(number: int) -> Sample:
    """Return the engagement of this number in the portfolio's table."""
    return ENGAGEMENTS[number - 1]
