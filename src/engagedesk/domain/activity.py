"""What was in front of the person, as stretches: looks a few seconds apart, merged while nothing changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from engagedesk.domain.ids import EngagementId
from engagedesk.domain.redaction import KeptTitle

LOOK_EVERY_S: Final = 15
LOST_AFTER_S: Final = 3 * LOOK_EVERY_S
"""Looks further apart than this say nothing about the time between them: the computer slept, or the watch was off."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One window in front, half-open; what is kept of it is redacted already."""

    start_utc: int
    end_utc: int
    app: str
    title: str
    engagement: EngagementId | None


@dataclass(frozen=True, slots=True)
class Trail:
    """The stretch that goes on, and those that ended and are not stored yet, oldest first."""

    ended: tuple[Stretch, ...] = ()
    going: Stretch | None = None

    def look(self, kept: KeptTitle | None, now_utc: int) -> Trail:
        """Return the trail after one more look; ``kept`` None = nothing that may be kept is in front."""
        going = self.going
        if going is not None and now_utc < going.end_utc:
            # The clock was set back: what is known stays, the new time begins anew.
            return Trail((*self.ended, going), _begun(kept, now_utc))
        if going is not None and now_utc - going.end_utc <= LOST_AFTER_S:
            going = replace(going, end_utc=now_utc)
            if kept is not None and (going.app, going.title, going.engagement) == (
                kept.app,
                kept.title,
                kept.engagement,
            ):
                return Trail(self.ended, going)
        ended = self.ended if going is None or going.end_utc <= going.start_utc else (*self.ended, going)
        return Trail(ended, _begun(kept, now_utc))

    def to_store(self) -> tuple[Stretch, ...]:
        """Return everything worth storing so far; storing the going one again later lengthens it."""
        going = self.going
        return self.ended if going is None or going.end_utc <= going.start_utc else (*self.ended, going)

    def stored(self) -> Trail:
        return Trail((), self.going)


def _begun(kept: KeptTitle | None, now_utc: int) -> Stretch | None:
    return None if kept is None else Stretch(now_utc, now_utc, kept.app, kept.title, kept.engagement)
