"""When each client of the sample portfolio was last spoken to; the days are those of the portfolio's own calendar."""

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
