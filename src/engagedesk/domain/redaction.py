"""What of a window title may be kept, before it is stored: names of clients, addresses and numbers never are.

A title that concerns nobody's engagement (a bank, a password, a private window) is not kept at all, not even that it
was there. Clients' names become their code names, so that what is stored names no client, and the match to an
engagement is made first, while the names are still there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from engagedesk.domain.ids import EngagementId
from engagedesk.domain.quick_match import fold, words_of

LONGEST_TITLE: Final = 160
LONGEST_APP: Final = 60
SHORTEST_NAME: Final = 3
HIDDEN: Final = "…"

NEVER: Final = (
    # Private windows, as browsers name them in English, German, French and Spanish.
    "private browsing", "incognito", "inprivate", "inkognito", "privates fenster", "navigation privée",
    "navegación privada", "privater modus",
    # What guards secrets.
    "keepass", "bitwarden", "1password", "lastpass", "dashlane", "password", "passwort", "passphrase", "mot de passe",
    "seahorse", "keychain",
    # Money and health of one's own.
    "online banking", "onlinebanking", "e-banking", "ebanking", "internet banking", "netbanking", "banking", "paypal",
    "patient portal", "health record",
)  # fmt: skip
"""A title or program that holds one of these is never kept."""

_ADDRESS: Final = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_LINK: Final = re.compile(r"\b(?:https?|ftp|file)://\S+|\bwww\.\S+", re.IGNORECASE)
_PATH: Final = re.compile(r"(?:[A-Za-z]:\\|\\\\|/(?:home|Users|mnt|media)/|~/)\S+")
_IBAN: Final = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b")
_NUMBER: Final = re.compile(r"\+?\d(?:[\d ./()-]{4,}\d)")
_MARKS: Final = re.compile(r"\s+")
_EXTENSION_WORDS: Final = frozenset({"plc", "ltd", "gmbh", "inc", "llc", "se", "ag", "sa", "the", "and", "of", "co"})


@dataclass(frozen=True, slots=True)
class Watched:
    """An engagement that a title may be about. ``names`` are its client's, real and code."""

    engagement: EngagementId
    code_name: str
    names: tuple[str, ...]
    title: str
    codes: tuple[str, ...] = ()
    is_active: bool = True
    last_used_utc: int = 0


@dataclass(frozen=True, slots=True)
class KeptTitle:
    """What may be stored; ``engagement`` None = it is about none."""

    app: str
    title: str
    engagement: EngagementId | None


@dataclass(frozen=True, slots=True)
class TitleRules:
    """All that is known of clients, and the person's own words that are never kept; made ready once, used at each look.

    ``clients`` are (name, code name) of every client, also of those without an active engagement.
    """

    engagements: tuple[Watched, ...] = ()
    clients: tuple[tuple[str, str], ...] = ()
    never: tuple[str, ...] = ()
    _names: re.Pattern[str] | None = field(init=False, repr=False, compare=False)
    _codes: dict[str, str] = field(init=False, repr=False, compare=False)
    _never: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        names, codes = _known(self.clients)
        object.__setattr__(self, "_names", names)
        object.__setattr__(self, "_codes", codes)
        object.__setattr__(self, "_never", tuple(fold(word) for word in (*NEVER, *self.never) if word.strip()))

    def kept(self, app: str, title: str) -> KeptTitle | None:
        """Return what may be stored of a window in front; None where it may not be kept at all."""
        both = fold(f"{app} {title}")
        if not title.strip() or any(word in both for word in self._never):
            return None
        return KeptTitle(_short(app, LONGEST_APP), self.redacted(title), self.about(title))

    def redacted(self, title: str) -> str:
        """Return a title without names of clients, addresses, links, paths, account and telephone numbers."""
        text = _MARKS.sub(" ", title[: 4 * LONGEST_TITLE])
        text = _ADDRESS.sub(HIDDEN, text)
        text = _LINK.sub(HIDDEN, text)
        text = _PATH.sub(HIDDEN, text)
        if self._names is not None:
            text = self._names.sub(self._code_name, text)
        text = _IBAN.sub(HIDDEN, text)
        text = _NUMBER.sub(HIDDEN, text)
        return _short(text, LONGEST_TITLE)

    def about(self, title: str) -> EngagementId | None:
        """Return the engagement that a title is about: by a charge code, else by the client's name.

        Of a client's several engagements the one whose own words stand there; else the active one used last.
        """
        words = set(words_of(title[: 4 * LONGEST_TITLE]))
        line = f" {' '.join(words_of(title[: 4 * LONGEST_TITLE]))} "
        found: list[tuple[int, bool, int, EngagementId]] = []
        for one in self.engagements:
            score = 0
            if any(f" {' '.join(words_of(code))} " in line for code in one.codes if len(code) >= SHORTEST_NAME):
                score += 100
            if any(f" {' '.join(words_of(form))} " in line for name in one.names for form in _forms(name)):
                score += 10
            if score:
                score += len(words & set(words_of(one.title)))
                found.append((score, one.is_active, one.last_used_utc, one.engagement))
        return max(found, key=lambda f: f[:3])[3] if found else None

    def _code_name(self, match: re.Match[str]) -> str:
        return self._codes.get(_squashed(match[0].casefold()), HIDDEN)


def by_code_names(text: str, clients: tuple[tuple[str, str], ...]) -> str:
    """Return a text in which every one of these clients, given as name and code name, stands by its code name."""
    names, codes = _known(clients)
    return text if names is None else names.sub(lambda found: codes.get(_squashed(found[0].casefold()), HIDDEN), text)


@lru_cache(maxsize=8)
def _known(clients: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """Return what finds the clients' names in a text, None = nothing, and the code name of each."""
    known: dict[str, str] = {}
    for name, code_name in clients:
        for form in _forms(name):
            known.setdefault(form.casefold(), code_name)
    longest_first = sorted(known, key=len, reverse=True)
    pattern = "|".join(re.escape(name).replace(r"\ ", r"[\s_-]+") for name in longest_first)
    names = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE) if longest_first else None
    return names, {_squashed(name): code for name, code in known.items()}


def own_words(text: str) -> tuple[str, ...]:
    """Return the words of the setting that names what is never kept: parted by commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _forms(name: str) -> Iterable[str]:
    """Return how a name stands in titles: whole, and without the words of its legal form."""
    whole = " ".join(name.split())
    bare = " ".join(word for word in whole.split() if fold(word).strip(".,") not in _EXTENSION_WORDS)
    return [form for form in dict.fromkeys((whole, bare)) if len(form) >= SHORTEST_NAME]


def _squashed(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name)


def _short(text: str, limit: int) -> str:
    text = text.strip()
    return text if len(text) <= limit else text[: limit - 1].rstrip() + HIDDEN
