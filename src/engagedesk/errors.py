"""Every error that the program raises on purpose.

    EngageDeskError           a code and its parameters; ``wording`` turns them into title, detail and hint
      UserError               what was asked cannot be done                                      exit 3
        AmbiguousTarget       more than one thing is meant; ``candidates`` lists them
      StoreError              the encrypted store cannot serve                                   exit 4
        WrongPassphrase  KeyringUnavailable  StoreMissing  StoreTooNew  StoreCorrupt  StoreInUse  StoreLocked
        StoreReadOnly  DiskFull
      SyncError               a target cannot be reached or refused                              exit 5
        Offline  AuthExpired  RateLimited  Conflict  Rejected  OutcomeUnknown
    anything else             is our bug                                                         exit 70

Lower floors raise codes and parameters only. ``str(error)`` is the code: parameters may hold client names and must
not reach a log through an exception's text.
"""

from __future__ import annotations

from typing import ClassVar


class EngageDeskError(Exception):
    """An error with a stable dotted ``code`` (``"entry.overlap"``) and the parameters that its wording needs."""

    kind: ClassVar[str] = "error"
    exit_status: ClassVar[int] = 70

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: dict[str, object] = params

    def __str__(self) -> str:
        return self.code


class UserError(EngageDeskError):
    kind = "user"
    exit_status = 3


class AmbiguousTarget(UserError):
    """More than one target fits; ``candidates`` holds their labels, best first."""

    kind = "ambiguous"

    def __init__(self, code: str, /, *, candidates: tuple[str, ...], **params: object) -> None:
        super().__init__(code, candidates=", ".join(candidates), **params)
        self.candidates = candidates


class StoreError(EngageDeskError):
    kind = "store"
    exit_status = 4


class WrongPassphrase(StoreError):
    kind = "wrong_passphrase"


class KeyringUnavailable(StoreError):
    """The operating system's keyring cannot open the store; the passphrase can."""

    kind = "keyring_unavailable"


class StoreMissing(StoreError):
    kind = "store_missing"


class StoreTooNew(StoreError):
    kind = "store_too_new"


class StoreCorrupt(StoreError):
    kind = "store_corrupt"


class StoreInUse(StoreError):
    kind = "store_in_use"


class StoreLocked(StoreError):
    kind = "locked"


class StoreReadOnly(StoreError):
    kind = "store_read_only"


class DiskFull(StoreError):
    kind = "disk_full"


class SyncError(EngageDeskError):
    kind = "sync"
    exit_status = 5


class Offline(SyncError):
    kind = "offline"


class AuthExpired(SyncError):
    kind = "auth_expired"


class RateLimited(SyncError):
    kind = "rate_limited"


class Conflict(SyncError):
    kind = "conflict"


class Rejected(SyncError):
    kind = "rejected"


class OutcomeUnknown(SyncError):
    kind = "outcome_unknown"
