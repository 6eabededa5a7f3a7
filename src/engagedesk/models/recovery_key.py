"""The recovery key: 160 random bits, shown once, in eight groups of four characters.

The alphabet is Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U. Reading is tolerant:
lower case, any spaces and dashes, O for 0, I and L for 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from engagedesk.errors import WrongPassphrase

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES: Final = 20
GROUPS: Final = 8
GROUP_LETTERS: Final = 4
_CONFUSED: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS: Final = frozenset(" \t\r\n-\u2010\u2011\u2012\u2013\u2014\u00a0\u202f._:,;/")


class RecoveryKey:
    """A second key to the store. Its ``repr`` shows nothing."""

    __slots__ = ("_letters",)

    def __init__(self, letters: str) -> None:
        self._letters = letters

    @classmethod
    def generate(cls, random: Callable[[int], bytes]) -> RecoveryKey:
        number = int.from_bytes(random(SECRET_BYTES), "big")
        letters = "".join(ALPHABET[(number >> (5 * i)) & 31] for i in reversed(range(GROUPS * GROUP_LETTERS)))
        return cls(letters)

    @classmethod
    def parse(cls, text: str) -> RecoveryKey:
        """Return the key that was typed; ``WrongPassphrase`` (``vault.recovery_key_form``) where it cannot be one."""
        if len(text) > 1000:
            raise WrongPassphrase("vault.recovery_key_form", letters=len(text))
        letters = "".join(c for c in text.upper() if c not in _SEPARATORS).translate(_CONFUSED)
        if len(letters) != GROUPS * GROUP_LETTERS or any(c not in ALPHABET for c in letters):
            raise WrongPassphrase("vault.recovery_key_form", letters=len(letters))
        return cls(letters)

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups of four, in order."""
        return tuple(self._letters[i : i + GROUP_LETTERS] for i in range(0, len(self._letters), GROUP_LETTERS))

    def text(self) -> str:
        """Return the groups joined by dashes, as it is printed and saved."""
        return "-".join(self.groups)

    def secret(self) -> bytearray:
        """Return the 20 bytes in a bytearray that the caller zeroes."""
        number = 0
        for letter in self._letters:
            number = number << 5 | ALPHABET.index(letter)
        return bytearray(number.to_bytes(SECRET_BYTES, "big"))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RecoveryKey) and other._letters == self._letters

    def __hash__(self) -> int:
        return hash(self._letters)

    def __repr__(self) -> str:
        return "RecoveryKey(…)"
