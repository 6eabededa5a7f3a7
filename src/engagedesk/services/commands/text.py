"""What every command does to text that a person typed."""

from __future__ import annotations

import unicodedata
from typing import Final

from engagedesk.errors import UserError

NAME_LIMIT: Final = 200
TEXT_LIMIT: Final = 10_000


def required(text: str, what: str, *, limit: int = NAME_LIMIT) -> str:
    """Return the cleaned text; ``UserError`` where nothing is left. ``what`` is the code of the field."""
    clean = cleaned(text, what, limit=limit)
    if not clean:
        raise UserError("text.required", field=what)
    return clean


def cleaned(text: str, what: str, *, limit: int = TEXT_LIMIT) -> str:
    """Return the text in NFC without control characters and outer blanks; ``UserError`` where it is too long."""
    clean = "".join(c for c in unicodedata.normalize("NFC", text) if c >= " " or c in "\n\t").strip()
    # Lone surrogates cannot be stored as UTF-8; they come from broken encodings only.
    clean = clean.encode("utf-8", "ignore").decode("utf-8")
    if len(clean) > limit:
        raise UserError("text.too_long", field=what, limit=limit, length=len(clean))
    return clean
