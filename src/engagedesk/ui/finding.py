"""Find pages, engagements and actions by a few letters; without Qt, so that its order is tested as a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from engagedesk.ui.intents import Intent

LIMIT: Final = 9


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that the search box can go to or do."""

    label: str
    detail: str
    group: str
    """"Page", "Engagement" or "Action", in the person's words."""
    intent: Intent
    icon: str = ""
    colour: int | None = None
    """A client's dot instead of an icon."""
    keys: str = ""
    """Its shortcut, as shown."""
    also: str = ""
    """Further words that find it: charge codes, the client's full name."""


def find(query: str, items: Iterable[Findable], *, limit: int = LIMIT) -> tuple[Findable, ...]:
    """Return the items that hold every word of the query, best first; the given order decides between equals.

    A word at the start of the label counts most, then at the start of any word, then anywhere; letters are compared
    without case and accents.
    """
    words = fold(query).split()
    ranked: list[tuple[int, int, Findable]] = []
    for place, item in enumerate(items):
        scores = [_score(word, item) for word in words]
        if all(scores):
            ranked.append((-sum(scores), place, item))
    return tuple(item for _, _, item in sorted(ranked, key=lambda r: r[:2])[:limit])


def fold(text: str) -> str:
    """Return text without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not unicodedata.combining(c))


def _score(word: str, item: Findable) -> int:
    label, rest = fold(item.label), fold(f"{item.detail} {item.also}")
    if label.startswith(word):
        return 8
    if any(part.startswith(word) for part in label.replace("-", " ").split()):
        return 6
    if any(part.startswith(word) for part in rest.split()):
        return 4
    if len(word) >= 2 and word in label:
        return 3
    return 2 if len(word) >= 2 and word in rest else 0
