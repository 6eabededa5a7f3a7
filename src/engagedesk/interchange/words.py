"""The words for states, service lines and fee arrangements that firms' lists use, in English and German."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, TypeVar

from engagedesk.domain.states import EngagementState, FeeArrangement, ServiceLine

E = TypeVar("E", bound=StrEnum)


def _table(*pairs: tuple[E, str]) -> dict[str, E]:
    return {
        word.strip(): member for member, words in pairs for word in (member.value.replace("_", " "), *words.split(","))
    }


SERVICE_LINES: Final = _table(
    (
        ServiceLine.AUDIT,
        "assurance, audit & assurance, audit and assurance, statutory audit, external audit, prüfung, "
        "wirtschaftsprüfung, abschlussprüfung, attest, isae",
    ),
    (ServiceLine.TAX, "taxation, tax compliance, tax advisory, tax & legal, steuern, steuerberatung, steuer"),
    (
        ServiceLine.ADVISORY,
        "consulting, deals, deal advisory, risk advisory, internal audit, risk assurance, transaction services, "
        "due diligence, beratung, consultancy, transactions",
    ),
)
FEE_ARRANGEMENTS: Final = _table(
    (
        FeeArrangement.TIME_AND_MATERIALS,
        "time and materials, time & materials, t&m, t & m, tm, hourly, time and material, nach aufwand, aufwand, "
        "time based, time spent",
    ),
    (FeeArrangement.CAPPED, "cap, t&m capped, capped fee, not to exceed, nach aufwand mit obergrenze, obergrenze"),
    (
        FeeArrangement.FIXED,
        "fixed fee, fixed price, lump sum, festpreis, festhonorar, pauschal, pauschale, pauschalhonorar",
    ),
    (FeeArrangement.RETAINER, "monthly retainer, monthly, retained, monatspauschale"),
    (
        FeeArrangement.MILESTONES,
        "milestone, by milestone, milestone based, meilensteine, meilenstein, abschlagszahlung",
    ),
)
ENGAGEMENT_STATES: Final = _table(
    (EngagementState.PROPOSED, "proposal, bid, pitch, opportunity, prospect, angebot, angeboten"),
    (EngagementState.PLANNED, "not started, planning, pending, won, upcoming, geplant, in planung"),
    (
        EngagementState.ACTIVE,
        "open, in progress, live, running, started, wip, aktiv, laufend, in arbeit, offen, released",
    ),
    (EngagementState.ON_HOLD, "on hold, hold, paused, suspended, blocked, pausiert, ruhend, angehalten"),
    (
        EngagementState.CLOSED,
        "completed, complete, finished, done, abgeschlossen, geschlossen, beendet, inactive, erledigt",
    ),
    (EngagementState.ARCHIVED, "archive, archiviert"),
)


def word_of(text: str, words: dict[str, E]) -> E | None:
    """Return the member that a word means; a word within a longer text counts where only one member has it."""
    folded = " ".join(text.casefold().replace("_", " ").split())
    if folded in words:
        return words[folded]
    within = _members(folded, words)
    return within.pop() if len(within) == 1 else None


def _members(folded: str, words: dict[str, E]) -> set[E]:
    padded = f" {folded.replace('-', ' ').replace('/', ' ').replace(',', ' ')} "
    found: Iterable[E] = (member for word, member in words.items() if len(word) > 2 and f" {word} " in padded)
    return set(found)
