"""Frozen rows that only the window shows: the echo of a typed line, messages, import previews, settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from engagedesk.domain.ids import BatchId, EntryId
from engagedesk.ui.intents import Intent


class Kind(StrEnum):
    """How much a message or notice matters; each has a colour and an icon."""

    INFO = "info"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Notice:
    """One line under a field or a line of input."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that the typed words may mean, best first."""

    label: str
    detail: str
    code: str
    task: str
    when: str
    """When it was last used: "Thu 3:00"."""
    colour: int
    text: str
    """The whole line with this choice put in."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A typed line as it was understood; "" = not said."""

    text: str
    """The line that was understood; an echo of an older line is dropped."""
    when: str
    engagement: str
    colour: int | None
    code: str
    hours: str
    narrative: str
    task: str
    activity: str
    chargeable: bool | None
    notice: Notice | None
    completions: tuple[Completion, ...]
    ghost: str
    """What Tab would add at the line's end."""
    can_add: bool
    starts: bool = False
    """The line says itself that it starts a timer."""


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, what is safe, one action, and details to copy."""

    kind: Kind
    title: str
    detail: str = ""
    safe: str = ""
    action: str = ""
    intent: Intent | None = None
    copyable: str = ""
    """Text without client data for "Copy details"; "" = no such button."""
    passing: bool = False
    """True = goes away by itself (an undo that worked)."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person left the program knowingly while a timer ran."""

    entry_id: EntryId
    at_utc: int
    locked: bool
    """By locking it; it was closed after that."""


@dataclass(frozen=True, slots=True)
class StillRunning:
    """A timer that outlived the program."""

    entry_id: EntryId
    version: int
    label: str
    start_utc: int
    last_activity_utc: int
    zone: str
    left: Left | None = None
    """How the person left while it ran; None = the program ended by itself."""

    @property
    def end_utc(self) -> int:
        """The end to offer: when the person left, else the last sign of them."""
        return self.last_activity_utc if self.left is None else self.left.at_utc


class ImportAction(StrEnum):
    CREATE = "create"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    GONE = "gone"
    """The store has it and the file does not; it stays."""
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What one line of the file would do."""

    line: int
    action: ImportAction
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of the file and the field that it fills; "" = not used."""

    header: str
    sample: str
    """Its first few values, one after the other."""
    field: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A file read but not imported."""

    path: Path
    kind: str
    recognised_as: str
    """"Toggl Track, detailed", or the mapping's name; "" = not recognised."""
    columns: tuple[MappedColumn, ...]
    """Empty where the file was recognised by itself."""
    fields: tuple[tuple[str, str], ...]
    """Field name -> words, in the order to offer."""
    created: int
    updated: int
    unchanged: int
    rejected: int
    lines: tuple[ImportLine, ...]
    """At most some hundreds: the rejected first, then the first of the others."""
    new_names: tuple[str, ...]
    """Clients and engagements that the import would create."""
    ask_date_order: bool
    """The dates can be read both ways; the person must say."""
    mappings: tuple[str, ...]
    """Names of saved mappings."""
    missing: tuple[str, ...] = ()
    """What every row needs and no column gives yet, in words; not empty = nothing can come in."""
    remarks: tuple[str, ...] = ()
    """What was noticed about the file as a whole."""


@dataclass(frozen=True, slots=True)
class ImportResult:
    batch: BatchId
    created: int
    updated: int
    unchanged: int
    rejected: tuple[ImportLine, ...]


@dataclass(frozen=True, slots=True)
class BackupRow:
    made_utc: int
    zone: str
    size_bytes: int
    verified: bool
    name: str
    age_s: int = 0
    rows: int = 0
    """How many records it holds."""


@dataclass(frozen=True, slots=True)
class RestoreView:
    """A backup that may be restored: all that its file says without a key."""

    file: Path
    made_utc: int
    zone: str
    age_s: int
    size_bytes: int
    rows: int
    to: Path
    """A folder that does not exist yet."""


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What Settings shows."""

    theme: str
    keyring: str
    """Name of the keyring in use; "" = none usable."""
    keyring_on: bool
    keyring_reason: str
    """Why the keyring cannot be used; "" = it can."""
    passphrase_set_on: date | None
    backups: tuple[BackupRow, ...]
    backup_folder: str
    version: str
    profile: str
    language: str = ""
    """Of the window from the next start on; "" = the system's."""
    reduced_motion: bool = False


class LockReason(StrEnum):
    BY_HAND = "by_hand"
    IDLE = "idle"
    SUSPEND = "suspend"
    SCREEN = "screen"
    START = "start"


@dataclass(frozen=True, slots=True)
class LockView:
    """All that may be shown while locked: no name of anything."""

    reason: LockReason
    locked_utc: int | None
    zone: str
    running_since_utc: int | None
    keyring_used: bool
    version: str


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A suggestion for free time: it counts for nothing until ``AcceptDraft`` names its ``id``."""

    id: str
    start_utc: int
    end_utc: int
    zone: str
    label: str
    """Client, or the non-client code's name."""
    detail: str
    """Task or engagement."""
    code: str
    """"" = it would await its code."""
    colour: int
    why: str
    """One sentence: what it stands on."""
    source: str
    """``activity``, ``pattern``, ``recent`` or ``plan``."""


@dataclass(frozen=True, slots=True)
class WatchedView:
    """What is kept of the windows in front: how many stretches, and their first and last day; None = nothing."""

    count: int
    first: date | None
    last: date | None
    days_kept: int
