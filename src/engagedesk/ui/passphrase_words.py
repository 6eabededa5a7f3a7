"""How good a passphrase is, in words; a plain rule, said as it is, without Qt.

Counted are words and characters, as NIST SP 800-63B (5.1.1.2) asks for length rather than for kinds of characters;
repeats and runs such as ``abcd`` count once.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

MINIMUM: Final = 12
"""Characters under which a passphrase is not taken."""


class Strength(IntEnum):
    EMPTY = 0
    TOO_SHORT = 1
    WEAK = 2
    GOOD = 3
    STRONG = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    strength: Strength
    words: int
    characters: int

    @property
    def acceptable(self) -> bool:
        return self.strength >= Strength.WEAK


def judge(passphrase: str) -> Judgement:
    """Return the strength of a passphrase with the counts that it stands on."""
    text = passphrase.strip()
    words = [w for w in text.replace("-", " ").split() if len(w) > 1]
    telling = _telling_length(text)
    if not text:
        strength = Strength.EMPTY
    elif len(text) < MINIMUM or telling < MINIMUM // 2:
        strength = Strength.TOO_SHORT
    elif len({w.casefold() for w in words}) >= 4 and telling >= 18:
        strength = Strength.STRONG
    elif telling >= 16:
        strength = Strength.STRONG if telling >= 22 else Strength.GOOD
    else:
        strength = Strength.WEAK
    return Judgement(strength, len(words), len(text))


def _telling_length(text: str) -> int:
    """Return how many characters are not a repeat or the next of a run."""
    return sum(
        1 for i, c in enumerate(text) if i == 0 or ord(c) - ord(text[i - 1]) not in (0, 1, -1) or not c.isalnum()
    )
