"""How the page looks, as data that can be kept under a name. No Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from engagedesk.ui.timeline.scale import MAX_DAY_PX, MIN_DAY_PX
from engagedesk.ui.timeline.wanted import Grouping, Wanted

PAGE = "timeline"
STAND_KEY: Final = "timeline.stand"
"""Under which the store remembers how the page was left."""
MOST_CLOSED: Final = 2_000
"""So many closed rows are remembered; of a plan with more of them all are open again."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is shown, and how near."""

    wanted: Wanted = field(default_factory=Wanted)
    day_px: float | None = None
    """None = as it is."""
    critical: bool = True
    capacity: bool = True

    def as_data(self) -> dict[str, Any]:
        wanted = self.wanted
        return {
            "grouping": wanted.grouping.value,
            "search": wanted.search,
            "engagements": None if wanted.engagements is None else sorted(one.hex() for one in wanted.engagements),
            "person": None if wanted.person is None else wanted.person.hex(),
            "critical_only": wanted.critical_only,
            "conflicts_only": wanted.conflicts_only,
            "hide_done": wanted.hide_done,
            "day_px": self.day_px,
            "critical": self.critical,
            "capacity": self.capacity,
        }


@dataclass(frozen=True, slots=True)
class Stand:
    """How the page was left: its look, and where in it somebody was. What was searched for is not part of it."""

    look: Look = field(default_factory=Look)
    baseline: bytes | None = None
    closed: frozenset[str] | None = None
    """Keys of the rows that were closed; None = those that are at first."""
    ahead_s: int | None = None
    """Civil seconds from the present to the left edge: on another day the same stretch around that day is shown.

    None = today at its usual place.
    """
    top: str = ""
    """Key of the row at the top; "" = the first one."""
    chosen: str = ""
    drawer: bool | None = None
    """None = open where something collides."""

    def as_text(self) -> str:
        look = replace(self.look, wanted=replace(self.look.wanted, search=""))
        closed = self.closed if self.closed is not None and len(self.closed) <= MOST_CLOSED else None
        return json.dumps(
            {
                "look": look.as_data(),
                "baseline": None if self.baseline is None else self.baseline.hex(),
                "closed": None if closed is None else sorted(closed),
                "ahead_s": self.ahead_s,
                "top": self.top,
                "chosen": self.chosen,
                "drawer": self.drawer,
            },
            sort_keys=True,
        )


def stand_from(text: str) -> Stand:
    """Read what was kept; what no longer means anything is left out."""
    try:
        data = json.loads(text) if text else {}
    except ValueError:
        data = {}
    if not isinstance(data, dict):
        data = {}
    look, closed, ahead, drawer = data.get("look"), data.get("closed"), data.get("ahead_s"), data.get("drawer")
    return Stand(
        look=look_from(look) if isinstance(look, dict) else Look(),
        baseline=_ident(data.get("baseline")),
        closed=frozenset(map(str, closed)) if isinstance(closed, list) else None,
        ahead_s=ahead if isinstance(ahead, int) else None,
        top=str(data.get("top") or ""),
        chosen=str(data.get("chosen") or ""),
        drawer=drawer if isinstance(drawer, bool) else None,
    )


def look_from(data: Mapping[str, Any]) -> Look:
    """Read what was kept; what no longer means anything is left out."""
    grouping, day_px = data.get("grouping"), data.get("day_px")
    engagements, person = data.get("engagements"), data.get("person")
    return Look(
        wanted=Wanted(
            grouping=Grouping(grouping) if grouping in set(Grouping) else Grouping.CLIENT,
            search=str(data.get("search") or ""),
            engagements=frozenset(filter(None, map(_ident, engagements))) if isinstance(engagements, list) else None,
            person=_ident(person),
            critical_only=data.get("critical_only") is True,
            conflicts_only=data.get("conflicts_only") is True,
            hide_done=data.get("hide_done") is True,
        ),
        day_px=min(max(float(day_px), MIN_DAY_PX), MAX_DAY_PX) if isinstance(day_px, int | float) else None,
        critical=data.get("critical") is not False,
        capacity=data.get("capacity") is not False,
    )


def _ident(text: object) -> bytes | None:
    try:
        found = bytes.fromhex(text) if isinstance(text, str) else b""
    except ValueError:
        return None
    return found if len(found) == 16 else None
