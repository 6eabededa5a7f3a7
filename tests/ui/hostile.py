"""What a field may be given by mistake, by a clipboard, or on purpose."""

from __future__ import annotations

from typing import Final

HOSTILE: Final = (
    "x" * 100_000,
    "\u202e\u2066evil\u2069\u202c",
    "🙂👩‍👩‍👧‍👦" * 40,
    '=HYPERLINK("http://x")',
    "+1",
    "@SUM(A1)",
    "0000-00-00",
    "0001-01-01",
    "9999-12-31",
    "29 Feb 2027",
    "31/31/2026",
    "-1",
    "1e999",
    "９９９",
    "٣١ Dec 2026",
    "1" * 400,
    "%s%n{0}{name}",
    "a\tb\u0000c",
)
