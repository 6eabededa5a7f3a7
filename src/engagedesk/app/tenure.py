"""The hold on a profile: one process owns it, and a second one raises the first one's window instead."""

from __future__ import annotations

from engagedesk.errors import StoreInUse
from engagedesk.models.profile_lock import ProfileLock
from engagedesk.paths import Profile
from engagedesk.services.handover import Request, hand_over


class Tenure:
    """The hold on a profile: taken at the start, or when the person tries again."""

    def __init__(self, paths: Profile) -> None:
        self._paths = paths
        self.lock: ProfileLock | None = None

    def take(self, *, wait_s: float = 0.0) -> bool:
        """Take the profile; False where its window was raised instead. ``StoreError`` where neither works.

        Waits also for a window that does not answer: never call it in the GUI thread of a window.
        """
        try:
            self.lock = ProfileLock.acquire(self._paths.lock)
        except StoreInUse:
            if hand_over(self._paths, Request("raise"), out=_unheard, err=_unheard) == 0:
                return False
            self.lock = ProfileLock.acquire(self._paths.lock, wait_s=wait_s)
        return True

    def release(self) -> None:
        if self.lock is not None:
            self.lock.release()


def _unheard(_text: str) -> None:
    return None
