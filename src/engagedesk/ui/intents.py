"""What a person wants done: the frozen values that pages and dialogs send out, and nothing else leaves them.

The composition root turns each into a command, a query or a change of page; a page never learns who does it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from engagedesk.domain.ids import AwayId, BatchId, CodeId, EngagementId, EntryId
from engagedesk.domain.states import AwayAnswer
from engagedesk.settings import SettingValue

if TYPE_CHECKING:
    # Today needs none of these rules.
    from engagedesk.domain.away import Then
    from engagedesk.domain.firm_profile import FirmProfile
    from engagedesk.domain.handover import HandoverLine
    from engagedesk.domain.reconciliation import ReconciledRow
    from engagedesk.domain.spans import Span
    from engagedesk.domain.week_fixes import Fix


class Intent:
    """The common kind of all intentions."""

    __slots__ = ()


class EntryField(StrEnum):
    """What of an entry is edited; the value always comes as the person typed it."""

    TIMES = "times"
    """``9:00-10:30`` on the entry's work day, in its zone."""
    DURATION = "duration"
    """``1:30`` or ``1.5h`` of an entry without times."""
    TARGET = "target"
    """Words that name engagement, code or task, as in quick entry."""
    NARRATIVE = "narrative"
    ACTIVITY = "activity"
    STATE = "state"
    """``draft`` or ``ready``."""
    CHARGEABLE = "chargeable"
    """``yes`` or ``no``."""


# -- time ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StartTimer(Intent):
    """Start, or switch to, what the text names."""

    text: str


@dataclass(frozen=True, slots=True)
class StopTimer(Intent):
    pass


@dataclass(frozen=True, slots=True)
class QuickEntry(Intent):
    """Add the entry of a quick-entry line; ``day`` is the day shown when it was typed."""

    text: str
    day: date
    start_timer: bool = False


@dataclass(frozen=True, slots=True)
class Understand(Intent):
    """Ask for the echo of a line while it is typed; the answer carries the same text."""

    text: str
    day: date


@dataclass(frozen=True, slots=True)
class FillGap(Intent):
    """Fill a gap to the second with what the text names (target, narrative, activity; no times)."""

    start_utc: int
    end_utc: int
    text: str


@dataclass(frozen=True, slots=True)
class EditEntry(Intent):
    id: EntryId
    version: int
    field: EntryField
    value: str


@dataclass(frozen=True, slots=True)
class DeleteEntry(Intent):
    id: EntryId
    version: int


@dataclass(frozen=True, slots=True)
class ShowHistory(Intent):
    """Open the history of one entry."""

    id: EntryId


class RunningChoice(StrEnum):
    KEEP = "keep"
    END = "end"


@dataclass(frozen=True, slots=True)
class ResolveRunning(Intent):
    """Answer to "still running since": keep it, or end it at ``end_utc``."""

    id: EntryId
    version: int
    choice: RunningChoice
    end_utc: int | None = None


@dataclass(frozen=True, slots=True)
class AskAway(Intent):
    """Open the question about one time away."""

    away: AwayId


@dataclass(frozen=True, slots=True)
class AwayShare:
    """A part of a time away; with neither engagement nor code it is a break."""

    seconds: int
    engagement: EngagementId | None = None
    code: CodeId | None = None


@dataclass(frozen=True, slots=True)
class AnswerAway(Intent):
    """Answer the question about one time away; ``shares`` are for a split, in order."""

    away: AwayId
    answer: AwayAnswer
    then: Then
    shares: tuple[AwayShare, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmitWeek(Intent):
    week: str


@dataclass(frozen=True, slots=True)
class RecallWeek(Intent):
    week: str


class SheetFormat(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    CLIPBOARD = "tsv"


@dataclass(frozen=True, slots=True)
class WriteTimesheet(Intent):
    """Write the week's timesheet to a file that the person then names, or to the clipboard."""

    week: str
    format: SheetFormat


# -- moving about ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ShowPage(Intent):
    page: str


@dataclass(frozen=True, slots=True)
class ShowDay(Intent):
    """Show another day on Today; None = the current one."""

    day: date | None


@dataclass(frozen=True, slots=True)
class OpenEngagement(Intent):
    id: EngagementId


@dataclass(frozen=True, slots=True)
class NewEntry(Intent):
    """Open the quick-entry dialog, with some words to start from."""

    text: str = ""


@dataclass(frozen=True, slots=True)
class Refresh(Intent):
    pass


@dataclass(frozen=True, slots=True)
class Undo(Intent):
    pass


@dataclass(frozen=True, slots=True)
class Redo(Intent):
    pass


@dataclass(frozen=True, slots=True)
class Quit(Intent):
    pass


# -- keys ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lock(Intent):
    pass


@dataclass(frozen=True, slots=True)
class Unlock(Intent):
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UnlockWithKey(Intent):
    """Open with the recovery key and set a new passphrase at once."""

    recovery_key: str = field(repr=False)
    new_passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CreateStore(Intent):
    """Create the store with the recovery key that the page was given to show."""

    passphrase: str = field(repr=False)
    use_keyring: bool


class RecoveryKeyTo(StrEnum):
    PRINTER = "printer"
    FILE = "file"
    CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True)
class KeepRecoveryKey(Intent):
    to: RecoveryKeyTo


@dataclass(frozen=True, slots=True)
class ChangePassphrase(Intent):
    old: str = field(repr=False)
    new: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class UseKeyring(Intent):
    on: bool


@dataclass(frozen=True, slots=True)
class NewRecoveryKey(Intent):
    """Replace the recovery key; the old one stops working."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BackUpNow(Intent):
    pass


@dataclass(frozen=True, slots=True)
class OpenBackupFolder(Intent):
    pass


@dataclass(frozen=True, slots=True)
class SetTheme(Intent):
    """``system``, ``light`` or ``dark``."""

    mode: str


# -- bringing data in ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LoadSample(Intent):
    pass


@dataclass(frozen=True, slots=True)
class ChooseImport(Intent):
    """Ask for a file to import."""


@dataclass(frozen=True, slots=True)
class BeginImport(Intent):
    """Read a file that was dropped on the window, and show what it would do."""

    path: Path


@dataclass(frozen=True, slots=True)
class PreviewImport(Intent):
    """Read a file and say row by row what it would do; ``columns`` maps a column's header to a field."""

    path: Path
    kind: str
    """What the file holds: ``engagements``, ``time``, ``recorded``; "" = recognise it."""
    mapping: str
    """Name of a saved mapping; "" = none."""
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class RunImport(Intent):
    """Import what the preview showed."""

    path: Path
    kind: str
    save_mapping_as: str
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class CancelImport(Intent):
    pass


@dataclass(frozen=True, slots=True)
class UndoImport(Intent):
    batch: BatchId


@dataclass(frozen=True, slots=True)
class RetryLoad(Intent):
    """Ask for a page's rows again after an error."""

    page: str


# -- suggestions -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AcceptDraft(Intent):
    """Book a suggestion by the id of its row."""

    id: str


@dataclass(frozen=True, slots=True)
class DismissDraft(Intent):
    """Say that a suggestion is wrong: it does not come back on its day."""

    id: str


@dataclass(frozen=True, slots=True)
class BringDraftBack(Intent):
    """Take a dismissal back."""

    answer: bytes


@dataclass(frozen=True, slots=True)
class PauseWatching(Intent):
    """Look at no window title for so many seconds; 0 = look again now."""

    seconds: int


@dataclass(frozen=True, slots=True)
class AskForgetTitles(Intent):
    """Ask which days of kept window titles to delete for good."""


@dataclass(frozen=True, slots=True)
class ForgetTitles(Intent):
    """Delete the window titles of these days, both included, for good."""

    first: date
    last: date


# -- handing a week in -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FixFinding(Intent):
    """Do a fix of the week check; ``text`` is what was typed over its proposal, "" = as proposed."""

    week: str
    key: str
    """Of the item, so that a refusal is shown beside it."""
    fix: Fix
    text: str = ""


@dataclass(frozen=True, slots=True)
class LeaveItem(Intent):
    """Leave an item of the week check as it is."""

    week: str
    key: str


@dataclass(frozen=True, slots=True)
class ShowLeftItems(Intent):
    """Mention again what was left as it is."""

    week: str


@dataclass(frozen=True, slots=True)
class ShowEntry(Intent):
    """Show a day, and an entry or a span on it; None = the day alone."""

    day: date
    entry: EntryId | None = None
    span: Span | None = None


class WeekEntriesPurpose(StrEnum):
    """What a person wants to do with some entries of a week, saying why."""

    RETURN = "return"
    REVERSE = "reverse"
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class ChooseWeekEntries(Intent):
    """Ask which entries of a week, and why."""

    week: str
    purpose: WeekEntriesPurpose


@dataclass(frozen=True, slots=True)
class TreatWeekEntries(Intent):
    """Return, reverse or recall entries with a reason; a recall takes the whole week."""

    week: str
    purpose: WeekEntriesPurpose
    entries: tuple[EntryId, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class CopyLines(Intent):
    """Put lines of the timesheet on the clipboard, as they are typed into the firm's system."""

    lines: tuple[HandoverLine, ...]


@dataclass(frozen=True, slots=True)
class TickHandover(Intent):
    """Note that lines are typed there (a line that is gone: taken out there)."""

    week: str
    lines: tuple[HandoverLine, ...]


@dataclass(frozen=True, slots=True)
class UntickHandover(Intent):
    week: str
    lines: tuple[HandoverLine, ...]


@dataclass(frozen=True, slots=True)
class SettleDifference(Intent):
    """Do the one action of a difference."""

    row: ReconciledRow
    reason: str
    """Kept with time that is reopened."""


@dataclass(frozen=True, slots=True)
class AcceptDifference(Intent):
    row: ReconciledRow
    note: str


@dataclass(frozen=True, slots=True)
class MarkPostedThere(Intent):
    """Mark everything that agrees with posted lines as posted."""

    rows: tuple[ReconciledRow, ...]


# -- settings and help -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FindAnything(Intent):
    """Put the keyboard into the palette."""


@dataclass(frozen=True, slots=True)
class ShowSetting(Intent):
    """Open Settings at a group, or at the row of one setting."""

    group: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ChangeSetting(Intent):
    """Set one setting of the store; ``value`` None puts its default back."""

    key: str
    value: SettingValue | None


@dataclass(frozen=True, slots=True)
class SetLanguage(Intent):
    """``en``, ``de``, or "" for the system's; it holds from the next start on."""

    language: str


@dataclass(frozen=True, slots=True)
class SetReducedMotion(Intent):
    on: bool


@dataclass(frozen=True, slots=True)
class AssignKeys(Intent):
    """Give an action other keys (portable text); None = its own again."""

    action: str
    keys: str | None


@dataclass(frozen=True, slots=True)
class ResetKeys(Intent):
    """Give every action its own keys again."""


@dataclass(frozen=True, slots=True)
class SaveFirmProfile(Intent):
    profile: FirmProfile


@dataclass(frozen=True, slots=True)
class ImportFirmProfile(Intent):
    """Ask for a file with a firm's rules and show them, unsaved."""


@dataclass(frozen=True, slots=True)
class ExportFirmProfile(Intent):
    profile: FirmProfile


@dataclass(frozen=True, slots=True)
class ExportEverything(Intent):
    """Ask for a folder and write everything into it."""


@dataclass(frozen=True, slots=True)
class OpenProfileFolder(Intent):
    pass


@dataclass(frozen=True, slots=True)
class ChooseBackupFolder(Intent):
    pass


@dataclass(frozen=True, slots=True)
class CheckStore(Intent):
    """Verify the file, its structure and the chain of changes."""


@dataclass(frozen=True, slots=True)
class CheckBackup(Intent):
    """Read a backup whole."""

    file: Path


@dataclass(frozen=True, slots=True)
class AskRestore(Intent):
    """Explain what restoring would do; "" = a file that the person then chooses."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class RestoreBackup(Intent):
    """Make the profile ``to`` of a backup; ``secret`` is the passphrase or the recovery key of its day."""

    file: Path
    to: Path
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenRestored(Intent):
    """Open another profile in a window of its own."""

    folder: Path


@dataclass(frozen=True, slots=True)
class CancelExport(Intent):
    pass


@dataclass(frozen=True, slots=True)
class StartTour(Intent):
    """Show what is where, in a few callouts over the window."""


@dataclass(frozen=True, slots=True)
class CheckCapabilities(Intent):
    """Ask the desktop again what it can do."""
