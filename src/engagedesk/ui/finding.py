"""Find pages, engagements, settings and actions by a few letters; without Qt: its order is tested as a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from engagedesk.ui.intents import Intent

LIMIT: Final = 30
DEEDS_OF: Final = 10
"""A deed is offered for at most so many things."""
LONE_DEEDS_OF: Final = 5
"""And for so many where only the deed is named."""
LONE_VERB: Final = 4
"""Letters from which on a deed is looked for without a thing."""
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
    """Of what can be done with a thing: the words that mean it ("start timer"); "" = any."""
    more: Callable[[], tuple[Findable, ...]] | None = None
    """What else can be done with it, or what it holds; shown by Tab. Asked for only when it is wanted."""
    opens: bool = False
    """Choosing it shows ``more`` instead of sending its intention."""


class Haystack:
    """Things to find in, folded once: a keystroke compares letters only."""

    def __init__(self, items: Iterable[Findable]) -> None:
        self.items = tuple(items)
        self._folded: list[_Folded] | None = None

    @property
    def folded(self) -> list[_Folded]:
        if self._folded is None:
            self._folded = [_Folded(item) for item in self.items]
        return self._folded


class _Folded:
    """One item with its words as they are compared."""

    __slots__ = ("item", "label", "label_words", "rest", "rest_words")

    def __init__(self, item: Findable) -> None:
        self.item = item
        self.label = fold(item.label)
        self.label_words = self.label.replace("-", " ").split()
        self.rest = fold(f"{item.detail} {item.also}")
        self.rest_words = self.rest.split()

    def score(self, word: str) -> int:
        if self.label == word:
            return WHOLE
        if self.label.startswith(word):
            return 8
        if any(part.startswith(word) for part in self.label_words):
            return 6
        if any(part.startswith(word) for part in self.rest_words):
            return 4
        if len(word) < 2:
            return 0
        return 3 if word in self.label else 2 if word in self.rest else 0


def find(
    query: str, items: Iterable[Findable] | Haystack, *, limit: int = LIMIT, recent: Sequence[str] = ()
) -> tuple[Findable, ...]:
    """Return the items that hold every word of the query, best first; ``recent`` are ids, the latest first.

    A word that is the label counts most, then at the start of the label, of any word, then anywhere; of equals the
    more recent comes first, then the given order. A word that means something to be done ("start") finds that of the
    things that the other words find; alone, that of the things used last. Only where nothing holds the words are their
    letters looked for in order ("hrwg" finds Harrowgate). Letters are compared without case and accents. An empty query
    keeps the order.
    """
    hay = items if isinstance(items, Haystack) else Haystack(items)
    words = fold(query).split()
    if not words:
        return hay.items[:limit]
    ages = {name: age for age, name in enumerate(recent)}
    best = [*_ranked(words, hay.folded, ages), *_deeds(words, hay, ages)]
    if not best:
        best = _loose(words, hay.folded, ages)
    return tuple(item for *_, item in sorted(best, key=lambda r: r[:3])[:limit])


Ranked = tuple[int, int, int, Findable]
"""Score (negative), age, place, item: sorted, the best comes first."""


def _ranked(words: Sequence[str], folded: Sequence[_Folded], ages: Mapping[str, int]) -> list[Ranked]:
    found: list[Ranked] = []
    never = len(ages)
    for place, one in enumerate(folded):
        total = 0
        for word in words:
            score = one.score(word)
            if not score:
                break
            total += score
        else:
            found.append((-total, ages.get(one.item.id, never), place, one.item))
    return found


def _deeds(words: Sequence[str], hay: Haystack, ages: Mapping[str, int]) -> list[Ranked]:
    """Return what can be done with the things that the other words find, where some words mean a deed.

    A deed alone ("invoice") stands for a few things, those first that were used last, below all that the word names.
    """
    example = next((item for item in hay.items if item.more is not None and not item.opens), None)
    if example is None or example.more is None:
        return []
    known = {verb for deed in example.more() for verb in fold(deed.verbs).split()}
    verbs = [word for word in words if len(word) >= 2 and any(verb.startswith(word) for verb in known)]
    others = [word for word in words if word not in verbs]
    if not verbs or (not others and min(map(len, verbs)) < LONE_VERB):
        return []
    found: list[Ranked] = []
    seen: set[str] = set()
    held = [one for one in hay.folded if others or (one.item.more is not None and not one.item.opens)]
    most = DEEDS_OF if others else LONE_DEEDS_OF
    for score, age, place, item in sorted(_ranked(others, held, ages), key=lambda r: r[:3])[:most]:
        for deed in item.more() if item.more is not None and not item.opens else ():
            meant = fold(deed.verbs).split()
            if deed.label not in seen and all(any(own.startswith(verb) for own in meant) for verb in verbs):
                # Two engagements of a client have some deeds in common.
                seen.add(deed.label)
                found.append((score - 8 * len(verbs) if others else 0, age, place, deed))
    return found


def _loose(words: Sequence[str], folded: Sequence[_Folded], ages: Mapping[str, int]) -> list[Ranked]:
    found: list[Ranked] = []
    for place, one in enumerate(folded):
        scores = [one.score(word) for word in words]
        if all(score or _letters_in_order(word, one.label) for word, score in zip(words, scores, strict=True)):
            found.append((-sum(scores), ages.get(one.item.id, len(ages)), place, one.item))
    return found


@lru_cache(maxsize=4_096)
def fold(text: str) -> str:
    """Return text without case and accents."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in split if not unicodedata.combining(c))


def _letters_in_order(word: str, label: str) -> bool:
    """Whether three letters or more stand in a folded label in this order, the first at the start of a word of it."""
    if len(word) < 3:
        return False
    for start, letter in enumerate(label):
        if letter == word[0] and (start == 0 or not label[start - 1].isalnum()):
            rest = iter(label[start + 1 :])
            if all(other in rest for other in word[1:]):
                return True
    return False
