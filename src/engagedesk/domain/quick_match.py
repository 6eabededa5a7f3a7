"""Which engagement, code or task a few typed words mean.

Words are compared without case or accents, by whole word, beginning, initials, inside, and with one or two typing
errors, in this order. What is named exactly wins; active engagements come before others; where several are meant
equally nothing is chosen: the candidates are given, the most recently used first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from engagedesk.domain.ids import CodeId, EngagementId, TaskId

MAX_CANDIDATES: Final = 8
_RESERVED_WORDS: Final = (
    "now today yesterday mon tue tues wed thu thur thurs fri sat sun "
    "monday tuesday wednesday thursday friday saturday sunday"
)
RESERVED: Final = frozenset(_RESERVED_WORDS.split())
"""Words that begin a line as a day or a time, before they name anything."""
_WORD_LIMIT: Final = 40
_EXACT, _BEGINS, _INITIALS, _INSIDE, _ONE_ERROR, _TWO_ERRORS = 100, 90, 75, 60, 50, 40
_CODE_BONUS, _CLIENT_BONUS = 20, 3


@dataclass(frozen=True, slots=True)
class TargetCode:
    """A charge code that time can go to."""

    id: CodeId
    code: str
    activity: str = ""


@dataclass(frozen=True, slots=True)
class TargetTask:
    id: TaskId
    name: str


@dataclass(frozen=True, slots=True)
class Target:
    """An engagement with its codes and tasks, or a non-client code (``engagement`` None, exactly one code).

    ``client`` is the client's name or the non-client code's name; ``aliases`` are further names: the short and the
    code name. ``last_used_utc`` orders equals; 0 = never.
    """

    engagement: EngagementId | None
    client: str
    title: str = ""
    codes: tuple[TargetCode, ...] = ()
    tasks: tuple[TargetTask, ...] = ()
    aliases: tuple[str, ...] = ()
    is_active: bool = True
    last_used_utc: int = 0

    @property
    def label(self) -> str:
        """ "Harrowgate Foods plc · Group audit"."""
        return f"{self.client} · {self.title}" if self.title else self.client


@dataclass(frozen=True, slots=True)
class Match:
    """A target, and how many of the given words name it. ``code`` None = only the engagement was named."""

    target: Target
    code: TargetCode | None
    words_used: int
    score: int


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return text without case and accents, for comparing only."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ß", "ss").replace("ł", "l")


@lru_cache(maxsize=8192)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words of a name; what is neither letter nor digit separates."""
    return tuple("".join(c if c.isalnum() else " " for c in fold(text).replace("'", "").replace("’", "")).split())


@dataclass(frozen=True, slots=True)
class _Entry:
    target: Target
    client_words: frozenset[str]
    name_words: frozenset[str]
    initials: frozenset[str]
    codes: tuple[tuple[str, TargetCode], ...]
    task_words: frozenset[str]


@dataclass(frozen=True, slots=True)
class TargetIndex:
    """All targets, made ready for matching once, used at every key press."""

    targets: tuple[Target, ...]
    _entries: tuple[_Entry, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ordered = sorted(self.targets, key=lambda t: (not t.is_active, -t.last_used_utc, fold(t.label)))
        object.__setattr__(self, "_entries", tuple(_entry(target) for target in ordered))

    def match(self, words: Sequence[str], *, activity: str = "", narrative: str = "") -> tuple[Match, ...]:
        """Return what the first words mean, best first: one match where it is clear, several where it is not.

        Equals are told apart by the activity, then by a task that the following words name. Empty = no name is met.
        """
        folded = [fold(w)[:_WORD_LIMIT] for w in words[:12]]
        if not folded:
            return ()
        found = [m for e in self._entries if (m := _match(e, folded)) is not None]
        if not found:
            found = [m for e in self._entries if (m := _match_task(e, folded)) is not None]
        if not found:
            return ()
        best = max(m.score for m in found)
        tied = [m for m in found if m.score == best]
        if any(m.target.is_active for m in tied):
            tied = [m for m in tied if m.target.is_active]
        if len(tied) > 1 and activity:
            wanted = fold(activity)
            tied = [m for m in tied if any(fold(c.activity) == wanted for c in m.target.codes)] or tied
        if len(tied) > 1:
            head = folded[tied[0].words_used :]
            # Words before the comma name a task also by its beginning; with what follows they must name it whole.
            for after in (words_of(" ".join(head)), words_of(" ".join([*head, narrative[:200]]))):
                tied = [m for m in tied if task_of(m.target, after) is not None] or tied
        return tuple(tied[:MAX_CANDIDATES])

    def complete(self, words: Sequence[str]) -> tuple[Match, ...]:
        """Return what the words may become, best first; without words the most recently used targets."""
        folded = [fold(w)[:_WORD_LIMIT] for w in words[:12]]
        if not folded:
            return tuple(Match(e.target, None, 0, 0) for e in self._entries[:MAX_CANDIDATES])
        found = [m for e in self._entries if (m := _match(e, folded) or _match_task(e, folded)) is not None]
        return tuple(sorted(found, key=lambda m: -m.score)[:MAX_CANDIDATES])

    def text_for(self, target: Target, code: TargetCode | None = None) -> str:
        """Return a text that names exactly this target and, where given, this code."""
        if code is None:
            names = (*target.aliases, target.client)
            for text in (*names, *(f"{name} {target.title}" for name in names)):
                if _is_plain(text) and self._is_only(words_of(text), target):
                    return text
        chosen = code or (target.codes[0] if target.codes else None)
        return chosen.code if chosen else f"{target.client} {target.title}".strip()

    def _is_only(self, words: Sequence[str], target: Target) -> bool:
        wanted = set(words)
        return not any(
            wanted <= entry.client_words | entry.name_words for entry in self._entries if entry.target is not target
        )


def _is_plain(text: str) -> bool:
    """Say whether a name can stand in a line without being read as a day, a time or a separator."""
    words = text.split()
    return bool(words) and not set(text) & {",", "#"} and words[0][0].isalpha() and words[0].lower() not in RESERVED


def _entry(target: Target) -> _Entry:
    client = [w for name in (target.client, *target.aliases) for w in words_of(name)]
    title = words_of(target.title)
    initials = {"".join(w[0] for w in words_of(name)) for name in (target.client, *target.aliases)}
    initials |= {i + "".join(w[0] for w in title) for i in tuple(initials)}
    return _Entry(
        target,
        frozenset(client),
        frozenset(title),
        frozenset(i for i in initials if len(i) >= 2),
        tuple((fold(c.code), c) for c in target.codes),
        frozenset(w for task in target.tasks for w in words_of(task.name)),
    )


def _match(entry: _Entry, folded: Sequence[str]) -> Match | None:
    score, code = _first_word(entry, folded[0])
    if not score:
        return None
    used = 1
    for word in folded[1:]:
        step, named = _next_word(entry, word)
        if not step:
            break
        code = named or code
        score += step
        used += 1
    return Match(entry.target, code, used, score)


def _match_task(entry: _Entry, folded: Sequence[str]) -> Match | None:
    """Name an engagement by one of its tasks alone; the words stay, so that the task is found in them."""
    parts = words_of(folded[0])
    if not parts or not all(p in entry.task_words for p in parts):
        return None
    task = task_of(entry.target, words_of(" ".join(folded)))
    return Match(entry.target, None, 0, _INSIDE) if task else None


def _first_word(entry: _Entry, word: str) -> tuple[int, TargetCode | None]:
    by_code, code = _code_score(entry, word)
    parts = words_of(word)
    if not parts:
        return by_code, code
    score = min(_name_score(entry, part) for part in parts)
    if score < _BEGINS and word in entry.initials:
        score = max(score, _INITIALS)
    return (by_code, code) if by_code and by_code >= score else (score, None)


def _next_word(entry: _Entry, word: str) -> tuple[int, TargetCode | None]:
    """Score a word after the first: only what surely belongs to a name, so that narratives are left alone."""
    by_code, code = _code_score(entry, word)
    if by_code:
        return by_code, code
    parts = words_of(word)
    if not parts:
        return 0, None
    names = entry.client_words | entry.name_words
    if all(p in names or (len(p) >= 3 and any(n.startswith(p) for n in names)) for p in parts):
        return min(_EXACT if p in names else _BEGINS for p in parts), None
    return (_ONE_ERROR, None) if all(len(p) >= 5 and _near(p, names, errors=1) for p in parts) else (0, None)


def _code_score(entry: _Entry, word: str) -> tuple[int, TargetCode | None]:
    if not any(c.isdigit() for c in word):
        exact = next((c for text, c in entry.codes if text == word), None)
        return (_EXACT + _CODE_BONUS, exact) if exact else (0, None)
    bare = word.replace("-", "")
    begins: list[TargetCode] = []
    for text, code in entry.codes:
        if text == word or text.replace("-", "") == bare:
            return _EXACT + _CODE_BONUS, code
        if len(word) >= 3 and text.startswith(word):
            begins.append(code)
    if not begins:
        return 0, None
    return _BEGINS + _CODE_BONUS, begins[0] if len(begins) == 1 else None


def _name_score(entry: _Entry, word: str) -> int:
    return max(_words_score(entry.client_words, word, bonus=_CLIENT_BONUS), _words_score(entry.name_words, word))


def _words_score(names: frozenset[str], word: str, *, bonus: int = 0) -> int:
    if word in names:
        return _EXACT + bonus
    if any(name.startswith(word) for name in names):
        return _BEGINS + bonus
    if word.isdigit():
        return 0
    if len(word) >= 3 and any(word in name for name in names):
        return _INSIDE + bonus
    if len(word) >= 4 and _near(word, names, errors=1):
        return _ONE_ERROR + bonus
    if len(word) >= 7 and _near(word, names, errors=2):
        return _TWO_ERRORS + bonus
    return 0


def _near(word: str, names: Iterable[str], *, errors: int) -> bool:
    return any(len(name) > len(word) - errors and within(word, name, errors=errors) for name in names)


@lru_cache(maxsize=32_768)
def within(word: str, name: str, *, errors: int) -> bool:
    """Say whether a word is at most so many typing errors away from a name, or from the beginning of a longer one.

    An error is a letter too many, missing, wrong, or two neighbours swapped (optimal string alignment).
    """
    name = name[: len(word) + errors]
    if word[0] != name[0] and word[:2] != name[1::-1]:
        return False
    before: list[int] = []
    row = list(range(len(name) + 1))
    for i, letter in enumerate(word, start=1):
        older, before = before, row
        row = [i]
        for j, other in enumerate(name, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == name[j - 2] and word[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > errors:
            return False
    return min(row[len(word) - errors :]) <= errors if len(name) > len(word) - errors else row[-1] <= errors


def task_of(target: Target, words: Sequence[str]) -> tuple[TargetTask, int] | None:
    """Return the one task that the leading folded words name, and how many of them; None where none or several do.

    A task is named by its whole name, or by all the given words where each begins a word of the name.
    """
    best: list[tuple[TargetTask, int]] = []
    for task in target.tasks:
        names = words_of(task.name)
        length = len(names)
        if names and tuple(words[:length]) == names:
            best.append((task, length))
    if best:
        longest = max(length for _, length in best)
        whole = [found for found in best if found[1] == longest]
        return whole[0] if len(whole) == 1 else None
    if not words:
        return None
    partly = [task for task in target.tasks if _names_partly(words_of(task.name), words)]
    return (partly[0], len(words)) if len(partly) == 1 else None


def _names_partly(names: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(n == w or (len(w) >= 4 and n.startswith(w)) for n in names) for w in words)
