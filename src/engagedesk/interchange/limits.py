"""How much a foreign file may be and cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MEBIBYTE: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one foreign file; the defaults leave room for several times the largest export seen."""

    workbook_bytes: int = 64 * MEBIBYTE
    text_bytes: int = 256 * MEBIBYTE
    plan_bytes: int = 64 * MEBIBYTE
    """A plan as XML; time-phased values make up most of a large one."""
    calendar_bytes: int = 16 * MEBIBYTE
    zip_entries: int = 2_000
    zip_directory_bytes: int = 1 * MEBIBYTE
    unpacked_bytes: int = 512 * MEBIBYTE
    unpacked_ratio: int = 150
    """Unpacked to packed, for one entry; only asked of entries above ``ratio_floor_bytes``."""
    ratio_floor_bytes: int = 4 * MEBIBYTE
    rows: int = 250_000
    """Rows after this one are left out, and the result says so."""
    columns: int = 256
    cell_chars: int = 32_767
    """What a spreadsheet cell can hold; a row with a longer one is rejected."""
    record_lines: int = 500
    """Lines that one quoted field may span before its quote counts as never closed."""
    broken_quotes: int = 50
    output_bytes: int = 192 * MEBIBYTE
    """What the child may send back in all."""
    memory_bytes: int = 768 * MEBIBYTE
    cpu_s: int = 45
    stall_s: float = 4.0
    """The child is ended after so long without progress."""
    total_s: float = 90.0


DEFAULT_LIMITS: Final = Limits()
