"""Time entries: where they may go, what may be changed when, what is missing, and how posted time is corrected."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from engagedesk.domain.firm_profile import FirmProfile, RequiredField
from engagedesk.domain.ids import EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import EDITABLE_STATES, CodeStanding, EntryState
from engagedesk.errors import UserError

MAX_TYPED_S: Final = 24 * 3600
"""The longest entry that can be typed. A timer that ran longer is kept as it ran."""
NARRATIVE_LIMIT: Final = 4000
ACTIVITY_LIMIT: Final = 80
REASON_LIMIT: Final = 500


class EntryStep(StrEnum):
    """What can happen to an entry's state."""

    MARK_READY = "mark_ready"
    BACK_TO_DRAFT = "back_to_draft"
    SUBMIT = "submit"
    RECALL = "recall"
    RETURN = "return"
    POST = "post"


_STEPS: Final[dict[tuple[EntryState, EntryStep], EntryState]] = {
    (EntryState.DRAFT, EntryStep.MARK_READY): EntryState.READY,
    (EntryState.RETURNED, EntryStep.MARK_READY): EntryState.READY,
    (EntryState.READY, EntryStep.BACK_TO_DRAFT): EntryState.DRAFT,
    (EntryState.RETURNED, EntryStep.BACK_TO_DRAFT): EntryState.DRAFT,
    (EntryState.READY, EntryStep.SUBMIT): EntryState.SUBMITTED,
    (EntryState.SUBMITTED, EntryStep.RECALL): EntryState.READY,
    (EntryState.SUBMITTED, EntryStep.RETURN): EntryState.RETURNED,
    (EntryState.SUBMITTED, EntryStep.POST): EntryState.POSTED,
}


def can_step(state: EntryState, step: EntryStep) -> bool:
    return (state, step) in _STEPS


def next_state(state: EntryState, step: EntryStep, *, reason: str = "") -> EntryState:
    """Return the state after a step; a return needs a reason. ``UserError`` where the step does not exist."""
    after = _STEPS.get((state, step))
    if after is None:
        raise UserError("entry.transition", state=state.value, step=step.value)
    if step is EntryStep.RETURN and not reason.strip():
        raise UserError("entry.return_needs_reason")
    if len(reason) > REASON_LIMIT:
        raise UserError("entry.reason_too_long", limit=REASON_LIMIT)
    return after


def check_editable(state: EntryState) -> None:
    """Refuse a change to submitted or posted time, saying what to do instead."""
    if state is EntryState.SUBMITTED:
        raise UserError("entry.locked_submitted")
    if state not in EDITABLE_STATES:
        raise UserError("entry.locked_posted")


def state_after_edit(state: EntryState) -> EntryState:
    """Return where an edited entry stands: what was ready or returned must be found ready again."""
    check_editable(state)
    return EntryState.RETURNED if state is EntryState.RETURNED else EntryState.DRAFT


def check_deletable(state: EntryState, *, running: bool) -> None:
    """Refuse to delete a running, submitted or posted entry."""
    if running:
        raise UserError("entry.delete_running")
    check_editable(state)


def check_span(start_utc: int, end_utc: int) -> Span:
    """Return a typed span; it must be at least a second and at most 24 hours long."""
    if end_utc < start_utc:
        raise UserError("entry.ends_before_start")
    if end_utc == start_utc:
        raise UserError("entry.no_time")
    if end_utc - start_utc > MAX_TYPED_S:
        raise UserError("entry.too_long")
    return Span(start_utc, end_utc)


def check_duration(seconds: int) -> int:
    """Return a typed duration of one second to 24 hours; only a reversing entry is negative."""
    if seconds < 0:
        raise UserError("entry.negative")
    if seconds == 0:
        raise UserError("entry.no_time")
    if seconds > MAX_TYPED_S:
        raise UserError("entry.too_long")
    return seconds


def check_texts(narrative: str, activity: str) -> None:
    """Refuse texts longer than the store keeps; the firm's own limit only warns."""
    if len(narrative) > NARRATIVE_LIMIT:
        raise UserError("entry.narrative_too_long", limit=NARRATIVE_LIMIT)
    if len(activity) > ACTIVITY_LIMIT:
        raise UserError("entry.activity_too_long", limit=ACTIVITY_LIMIT)


@dataclass(frozen=True, slots=True)
class Reversal:
    """The entry that takes posted time back: a negative duration on the same work day and code."""

    reverses: EntryId
    work_day: date
    seconds: int
    """Negative."""
    reason: str


def reverse(
    entry: EntryId,
    state: EntryState,
    *,
    work_day: date,
    seconds: int,
    reason: str,
    is_reversal: bool,
    already_reversed: bool,
) -> Reversal:
    """Return the reversing entry of posted time; it keeps the work date, whichever period it is posted in."""
    if state is not EntryState.POSTED:
        raise UserError("entry.reverse_not_posted", state=state.value)
    if is_reversal:
        raise UserError("entry.reverse_reversal")
    if already_reversed:
        raise UserError("entry.already_reversed")
    if not reason.strip():
        raise UserError("entry.reverse_needs_reason")
    return Reversal(entry, work_day, -seconds, reason.strip())


class Lack(StrEnum):
    """Why an entry is not ready."""

    RUNNING = "running"
    TIME = "time"
    ENGAGEMENT = "engagement"
    CODE_MISSING = "code_missing"
    CODE_CLOSED = "code_closed"
    CODE_NOT_YET_VALID = "code_not_yet_valid"
    NARRATIVE = "narrative"
    NARRATIVE_SHORT = "narrative_short"
    NARRATIVE_LONG = "narrative_long"
    FORBIDDEN_WORD = "forbidden_word"
    ACTIVITY = "activity"
    TASK = "task"


HELD_BACK: Final = frozenset({Lack.CODE_MISSING, Lack.CODE_CLOSED, Lack.CODE_NOT_YET_VALID, Lack.ENGAGEMENT})
"""With one of these a line stays behind as a draft when its week is submitted, and does not block the rest."""


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """What readiness depends on. ``is_client`` False = a non-client code, which needs no engagement or narrative."""

    seconds: int
    standing: CodeStanding
    narrative: str
    activity: str = ""
    has_task: bool = False
    has_target: bool = True
    is_client: bool = True
    running: bool = False
    is_reversal: bool = False


_STANDING_LACK: Final = {
    CodeStanding.MISSING: Lack.CODE_MISSING,
    CodeStanding.CLOSED: Lack.CODE_CLOSED,
    CodeStanding.EXPIRED: Lack.CODE_CLOSED,
    CodeStanding.NOT_YET_VALID: Lack.CODE_NOT_YET_VALID,
}


def lacks(facts: EntryFacts, profile: FirmProfile) -> tuple[Lack, ...]:
    """Return what keeps an entry from being ready, most important first; empty = ready."""
    found: list[Lack] = []
    if facts.running:
        found.append(Lack.RUNNING)
    elif facts.seconds == 0 or (facts.seconds < 0 and not facts.is_reversal):
        found.append(Lack.TIME)
    if not facts.has_target:
        found.append(Lack.ENGAGEMENT)
    elif facts.standing in _STANDING_LACK:
        found.append(_STANDING_LACK[facts.standing])
    found += narrative_lacks(facts.narrative, profile, needed=facts.is_client)
    if facts.is_client and RequiredField.ACTIVITY in profile.required and not facts.activity.strip():
        found.append(Lack.ACTIVITY)
    if facts.is_client and RequiredField.TASK in profile.required and not facts.has_task:
        found.append(Lack.TASK)
    return tuple(found)


def narrative_lacks(narrative: str, profile: FirmProfile, *, needed: bool) -> tuple[Lack, ...]:
    """Return what the firm's rules miss in a narrative, as it is typed."""
    text = narrative.strip()
    if not text:
        return (Lack.NARRATIVE,) if needed and RequiredField.NARRATIVE in profile.required else ()
    found: list[Lack] = []
    if len(text) < profile.narrative_min:
        found.append(Lack.NARRATIVE_SHORT)
    if len(text) > profile.narrative_max:
        found.append(Lack.NARRATIVE_LONG)
    if words_found(text, profile.forbidden_words):
        found.append(Lack.FORBIDDEN_WORD)
    return tuple(found)


def words_found(text: str, words: Iterable[str]) -> tuple[str, ...]:
    """Return which words or phrases stand in a text as whole words, whatever their case."""
    folded = text.casefold()
    return tuple(
        word
        for word in words
        if (needle := word.strip().casefold())
        and needle in folded
        and re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", folded)
    )
