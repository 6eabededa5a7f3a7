"""Engagements and their charge codes: what stands open, which code is meant, what a client is called for short."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from engagedesk.domain.ids import CodeId
from engagedesk.domain.states import CodeStanding, EngagementState, GateKind, GateState
from engagedesk.errors import UserError


@dataclass(frozen=True, slots=True)
class CodeRule:
    """When a code takes time. ``valid_from`` and ``valid_to`` are inclusive; None = no limit on that side."""

    valid_from: date | None = None
    valid_to: date | None = None
    is_open: bool = True

    def __post_init__(self) -> None:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise UserError("code.validity_backwards")


def standing(rule: CodeRule | None, day: date) -> CodeStanding:
    """Return how a code stands on a work date; None = the time awaits a code.

    A closed code takes no time at all, not even for days when it was open: the firm's system would refuse the line.
    """
    if rule is None:
        return CodeStanding.MISSING
    if not rule.is_open:
        return CodeStanding.CLOSED
    if rule.valid_from and day < rule.valid_from:
        return CodeStanding.NOT_YET_VALID
    if rule.valid_to and day > rule.valid_to:
        return CodeStanding.EXPIRED
    return CodeStanding.OPEN


@dataclass(frozen=True, slots=True)
class CodeChoice:
    """One code of an engagement as the default choice sees it. ``last_used_utc`` None = never."""

    id: CodeId
    code: str
    activity: str
    rule: CodeRule
    is_default: bool = False
    last_used_utc: int | None = None


def default_code(codes: Sequence[CodeChoice], day: date, *, activity: str = "") -> CodeId | None:
    """Return the code that time goes to when only the engagement was named; None = it awaits a code.

    Codes open on that day come first: the one with the named activity, the one marked as default, the one used last,
    the first by its text. Where the engagement's codes are all closed or expired the time stays on such a code, in
    sight and held back; where they are only not yet valid it awaits one.
    """
    open_codes = [c for c in codes if standing(c.rule, day) is CodeStanding.OPEN]
    ended = [c for c in codes if standing(c.rule, day) in (CodeStanding.CLOSED, CodeStanding.EXPIRED)]
    waiting = any(standing(c.rule, day) is CodeStanding.NOT_YET_VALID for c in codes)
    pool = open_codes or ([] if waiting else ended)
    if not pool:
        return None
    wanted = activity.casefold()

    def preference(choice: CodeChoice) -> tuple[bool, bool, int, str]:
        names_activity = bool(wanted) and choice.activity.casefold() == wanted
        used = choice.last_used_utc
        return (not names_activity, not choice.is_default, -used if used is not None else 1, choice.code)

    return min(pool, key=preference).id


@dataclass(frozen=True, slots=True)
class Gate:
    """What must be settled before work starts. ``settled_on`` None with state settled = date unknown."""

    kind: GateKind
    state: GateState
    settled_on: date | None = None


def open_gates(gates: Iterable[Gate], day: date) -> tuple[GateKind, ...]:
    """Return the gates that were open on a work day, in their usual order; they flag work, they never refuse it.

    A gate that was settled later than the day was open then.
    """
    order = {kind: place for place, kind in enumerate(GateKind)}
    found = {
        gate.kind
        for gate in gates
        if gate.state is GateState.OPEN
        or (gate.state is GateState.SETTLED and gate.settled_on is not None and day < gate.settled_on)
    }
    return tuple(sorted(found, key=order.__getitem__))


_NEXT: Final[dict[EngagementState, frozenset[EngagementState]]] = {
    EngagementState.PROPOSED: frozenset({EngagementState.PLANNED, EngagementState.ACTIVE, EngagementState.ARCHIVED}),
    EngagementState.PLANNED: frozenset({EngagementState.ACTIVE, EngagementState.ON_HOLD, EngagementState.CLOSED}),
    EngagementState.ACTIVE: frozenset({EngagementState.ON_HOLD, EngagementState.CLOSED}),
    EngagementState.ON_HOLD: frozenset({EngagementState.ACTIVE, EngagementState.CLOSED}),
    EngagementState.CLOSED: frozenset({EngagementState.ACTIVE, EngagementState.ARCHIVED}),
    EngagementState.ARCHIVED: frozenset({EngagementState.CLOSED}),
}


def next_states(state: EngagementState) -> tuple[EngagementState, ...]:
    """Return where an engagement may go from here, in the order of its life."""
    return tuple(s for s in EngagementState if s in _NEXT[state])


def check_transition(old: EngagementState, new: EngagementState) -> None:
    """Refuse a step that an engagement's life does not have; staying is no step and passes."""
    if new is not old and new not in _NEXT[old]:
        raise UserError("engagement.transition", old=old.value, new=new.value)


# Legal forms and fillers that distinguish no client.
_FORM_WORDS: Final = (
    "plc ltd limited llp lp inc incorporated corp corporation co company gmbh ag kg se sa sas sarl bv nv srl spa oy ab "
    "as aps pty pte group holding holdings mbh ohg kgaa"
)
_FORMS: Final = frozenset(_FORM_WORDS.split())
_LEADING: Final = frozenset({"the", "a", "der", "die", "das", "le", "la", "les"})
_WORD: Final = re.compile(r"[^\s\"“”„'‘’()\[\],]+")


def short_name(name: str, *, taken: Collection[str] = ()) -> str:
    """Return a client's name for narrow places: "Harrowgate Foods plc" is "Harrowgate".

    Grows by a word where the short form is taken; falls back to the whole name. ``taken`` is compared without case.
    """
    words = _WORD.findall(name)
    core = [w for w in words if w.casefold().strip(".") not in _FORMS] or words
    if len(core) > 1 and core[0].casefold() in _LEADING:
        core = core[1:]
    used = {t.casefold() for t in taken}
    for length in range(1, len(core) + 1):
        candidate = " ".join(core[:length])
        if candidate.casefold() not in used and (length > 1 or len(candidate) > 2 or len(core) == 1):
            return candidate
    return " ".join(words) or name.strip()


# Neutral words that say nothing about a client: trees, stones, winds.
_CODE_NAME_WORDS: Final = (
    "Alder Amber Aspen Basalt Beech Birch Bora Bramble Cedar Chalk Cherry Chestnut Citrine Clover Cobalt Coral Cypress "
    "Dogwood Elder Elm Ember Fern Fir Flint Foxglove Garnet Ginkgo Gorse Granite Hawthorn Hazel Heather Hemlock Holly "
    "Hornbeam Iris Ivy Jade Jasper Juniper Laburnum Larch Laurel Lichen Lilac Linden Lupin Magnolia Mallow Maple "
    "Marble Medlar Mistral Moss Myrtle Nettle Oak Olive Onyx Opal Osier Pearl Pine Plane Poplar Primrose Quartz "
    "Quince Rowan Ruby Rush Saffron Sage Sandstone Sapphire Sedge Sequoia Sirocco Slate Sorrel Spruce Sycamore "
    "Tamarind Teasel Thistle Thyme Topaz Tupelo Verbena Walnut Willow Yarrow Yew Zephyr"
)
_CODE_NAMES: Final = tuple(_CODE_NAME_WORDS.split())


def propose_code_name(ordinal: int, *, taken: Collection[str] = ()) -> str:
    """Return a code name that says nothing about the client: the ``ordinal``-th free word, then words with a number."""
    used = {t.casefold() for t in taken}
    free = [name for name in _CODE_NAMES if name.casefold() not in used]
    if free:
        return free[ordinal % len(free)]
    number = 2
    while True:
        for name in _CODE_NAMES:
            if f"{name} {number}".casefold() not in used:
                return f"{name} {number}"
        number += 1
