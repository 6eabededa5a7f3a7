"""One quick-entry line while it is read: what stands where, what was understood so far, what must be asked."""

from __future__ import annotations

import unicodedata

from engagedesk.domain.quick_answer import Ask, Candidate, EchoPart, PartKind, Problem, QuickContext
from engagedesk.domain.quick_match import Match
from engagedesk.domain.quick_when import plain_dashes


class NeedsAnswer(Exception):
    """Ends the reading early with an answer."""

    def __init__(self, answer: Ask | Problem) -> None:
        super().__init__(answer.code)
        self.answer = answer


def clean(text: str) -> tuple[str, tuple[int, ...]]:
    """Return the line without marks nobody sees, digits as 0-9, and where each letter stood."""
    if text.isascii() and text.isprintable():
        return text, tuple(range(len(text) + 1))
    kept: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        category = unicodedata.category(letter)
        if category in ("Cf", "Cs", "Co", "Cn") or (category == "Cc" and not letter.isspace()):
            continue
        digit = unicodedata.decimal(letter, None)
        kept.append(" " if letter.isspace() else letter if digit is None else str(digit))
        places.append(place)
    return "".join(kept), (*places, len(text))


class LineReader:
    """Holds the line as typed and as cleaned; places in the answers are always those of the line as typed."""

    def __init__(self, text: str, context: QuickContext) -> None:
        self._source = text
        self._line, self._places = clean(text)
        self._plain = plain_dashes(self._line)
        self._context = context
        self._at = 0
        self._echo: list[EchoPart] = []
        self._completions: tuple[Candidate, ...] = ()

    def _blank(self, start: int, end: int) -> None:
        """Take a part out of the line without moving what follows."""
        self._line = self._line[:start] + " " * (end - start) + self._line[end:]
        self._plain = self._plain[:start] + " " * (end - start) + self._plain[end:]

    def _source_at(self, place: int) -> int:
        return self._places[min(place, len(self._places) - 1)]

    def _note(self, kind: PartKind, start: int, end: int, *, shown: str) -> None:
        last = self._source_at(end - 1) + 1 if end > start else self._source_at(end)
        self._echo.append(EchoPart(kind, self._source_at(start), last, shown))

    def _put(self, text: str, start: int, end: int, *, label: str, match: Match | None = None) -> Candidate:
        """Return the line as typed with a part replaced; ``match`` is what the new part names."""
        first = self._source_at(start)
        last = self._source_at(end - 1) + 1 if end > start else first
        line = self._source[:first] + text + self._source[last:]
        shift = len(line) - len(line.lstrip())
        put = first - shift + len(text) - len(text.lstrip()) if first >= shift else 0
        return Candidate(
            label,
            line.strip(),
            target=None if match is None else match.target,
            code=None if match is None else match.code,
            first=put,
            last=put + len(text.strip()),
        )

    def _problem(self, code: str, place: int, **params: object) -> NeedsAnswer:
        return NeedsAnswer(Problem(code, params, self._source_at(place)))
