"""Find pages, engagements, settings and actions by a few letters; without Qt: its order is tested as a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from engagedesk.ui.intents import Intent

LIMIT: Final = 50
WHOLE: Final = 10
"""The score of a word that is the label; below it, what ``_score`` says."""


@dataclass(frozen=True, slots=True)
class Findable:
    """Something that the palette can go to or do."""

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
    id: str = ""
    """What recency remembers it by; "" = it is never remembered."""
    verbs: str = ""
    """Found only where a word of the query begins one of these: "start timer". "" = always."""
    more: tuple[Findable, ...] = ()
    """What else can be done with it, or what it holds; shown by Tab."""
    opens: bool = False
    """Choosing it shows ``more`` instead of sending its intention."""


def find(
    query: str, items: Iterable[Findable], *, limit: int = LIMIT, recent: Sequence[str] = ()
) -> tuple[Findable, ...]:
    """Return the items that hold every word of the query, best first; ``recent`` are ids, the latest first.

    A word that is the label counts most, then at the start of the label, of any word, then anywhere; of equals the
    more recent comes first, then the given order. Only where nothing holds the words are their letters looked for in
    order ("hrwg" finds Harrowgate). Letters are compared without case and accents. An empty query keeps the order.
    """
    words = fold(query).split()
    if not words:
        return tuple(item for item in items if not item.verbs)[:limit]
    ages = {name: age for age, name in enumerate(recent)}
    never = len(ages)
    ranked: list[tuple[int, int, int, Findable]] = []
    loose: list[tuple[int, int, int, Findable]] = []
    for place, item in enumerate(items):
        if item.verbs and not _names_verb(words, item.verbs):
            continue
        scores = [_score(word, item) for word in words]
        age = ages.get(item.id, never)
        if all(scores):
            ranked.append((-sum(scores), age, place, item))
        elif not ranked and all(score or _loosely(word, item) for word, score in zip(words, scores, strict=True)):
            loose.append((-sum(scores), age, place, item))
    best = sorted(ranked or loose, key=lambda r: r[:3])
    return tuple(item for *_, item in best[:limit])


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Return text without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not unicodedata.combining(c))


def _score(word: str, item: Findable) -> int:
    label, rest = fold(item.label), fold(f"{item.detail} {item.also}")
    if label == word:
        return WHOLE
    if label.startswith(word):
        return 8
    if any(part.startswith(word) for part in label.replace("-", " ").split()):
        return 6
    if any(part.startswith(word) for part in rest.split()):
        return 4
    if len(word) >= 2 and word in label:
        return 3
    return 2 if len(word) >= 2 and word in rest else 0


def _names_verb(words: list[str], verbs: str) -> bool:
    known = fold(verbs).split()
    return any(len(word) >= 2 and verb.startswith(word) for word in words for verb in known)


def _loosely(word: str, item: Findable) -> bool:
    """Whether three letters or more stand in the label in this order, the first at the start of a word of it."""
    if len(word) < 3:
        return False
    folded = fold(item.label)
    for start, letter in enumerate(folded):
        if letter == word[0] and (start == 0 or not folded[start - 1].isalnum()):
            rest = iter(folded[start + 1 :])
            if all(other in rest for other in word[1:]):
                return True
    return False
