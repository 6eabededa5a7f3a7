"""Keep text from becoming a formula where a spreadsheet opens our CSV, and take the guard off again.

Source: OWASP, CSV Injection. Full-width and look-alike signs count, and so does blank or invisible space before them.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_SIGNS: Final = frozenset("=+-@")
_LOOK_ALIKES: Final = frozenset("−‐‑﹣－＝﹦＋﹢＠﹫⁺₊⁼₌⁻₋")
_BREAKS: Final = frozenset("\t\r\n")


def is_dangerous(text: str) -> bool:
    """Say whether a spreadsheet could take the text for a formula."""
    if not text:
        return False
    if text[0] in _BREAKS:
        return True
    for char in text:
        if char in _SIGNS or char in _LOOK_ALIKES:
            return True
        if char.isspace() or unicodedata.category(char) in ("Cf", "Cc"):
            continue
        return False
    return False


def guarded(text: str) -> str:
    """Return the text with an apostrophe before it where it is dangerous; ``unguarded`` gives it back exactly."""
    return "'" + text if is_dangerous(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """Return the text without the apostrophe that ``guarded`` put there."""
    return text[1:] if text[:1] == "'" and is_dangerous(text.lstrip("'")) else text
