"""When each client of the sample portfolio was spoken to, and what it was billed; days of the portfolio's calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from engagedesk.domain.client import UpdateChannel

_CALL, _MEETING, _MAIL = UpdateChannel.CALL, UpdateChannel.MEETING, UpdateChannel.EMAIL

CONTACTS: Final[dict[int, tuple[tuple[date, UpdateChannel, str], ...]]] = {
    1: (
        (date(2026, 11, 12), _MAIL, "Reminder to the German component, no answer"),
        (date(2026, 11, 19), _CALL, "Interim status; the group CFO calls Frankfurt herself"),
    ),
    2: ((date(2026, 11, 18), _CALL, "EQR points"), (date(2026, 11, 20), _CALL, "Release on the 24th confirmed")),
    3: ((date(2026, 11, 16), _MAIL, "Code is coming on the 17th"),),
    4: ((date(2026, 11, 12), _MAIL, "Two papers asked for"),),
    5: ((date(2026, 11, 20), _CALL, "WIP and the write-down"),),
    6: (
        (date(2026, 11, 10), _MAIL, "Overdue requests listed"),
        (date(2026, 11, 19), _MEETING, "Requests gone through"),
    ),
    7: ((date(2026, 11, 9), _MAIL, "Five entities still open"),),
    8: ((date(2026, 11, 18), _CALL, "Variation sent for signature"),),
    9: ((date(2026, 11, 19), _CALL, "Scope of the provision review"),),
    10: ((date(2026, 11, 18), _MEETING, "Red flags, first reading"),),
    11: ((date(2026, 11, 19), _CALL, "Purchase order for milestone 2"),),
    12: ((date(2026, 11, 20), _CALL, "Review 9 fieldwork closed"),),
}
"""By the engagement's number, oldest first."""

INVOICES: Final[dict[int, tuple[tuple[date, date, int], ...]]] = {
    1: ((date(2026, 7, 6), date(2026, 6, 30), 130_000), (date(2026, 11, 3), date(2026, 10, 31), 110_000)),
    2: ((date(2026, 7, 6), date(2026, 6, 30), 160_000), (date(2026, 11, 3), date(2026, 10, 31), 210_000)),
    4: ((date(2026, 10, 5), date(2026, 9, 30), 95_000),),
    5: ((date(2026, 10, 30), date(2026, 10, 29), 48_000),),
    6: ((date(2026, 11, 3), date(2026, 10, 31), 95_000),),
    7: ((date(2026, 11, 3), date(2026, 10, 31), 60_000),),
    8: ((date(2026, 11, 3), date(2026, 10, 31), 98_000),),
    10: ((date(2026, 11, 3), date(2026, 10, 31), 70_000),),
    11: ((date(2026, 8, 10), date(2026, 7, 31), 105_000),),
    12: ((date(2026, 11, 3), date(2026, 10, 31), 165_000),),
}
"""By the engagement's number: invoiced on, for work up to, whole units of its currency."""
EARLIER_DAYS: Final = 14
"""So long before the first of its contacts each client was spoken to as well: a regular status call."""
