"""How the page looks, as data that can be kept under a name. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from engagedesk.ui.timeline.scale import MAX_DAY_PX, MIN_DAY_PX
from engagedesk.ui.timeline.wanted import Grouping, Wanted

PAGE = "timeline"


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
