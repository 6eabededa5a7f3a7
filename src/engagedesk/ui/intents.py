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
from engagedesk.ui.intent import Intent as Intent  # noqa: PLC0414  # passed on on purpose: they are named in one breath

if TYPE_CHECKING:
    # Today needs none of these rules.
    from engagedesk.domain.away import Then
    from engagedesk.domain.firm_profile import FirmProfile
    from engagedesk.domain.handover import HandoverLine
    from engagedesk.domain.reconciliation import ReconciledRow
    from engagedesk.domain.spans import Span
    from engagedesk.domain.week_fixes import Fix


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


class StartTimer(Intent):
    """Start, or switch to, what the text names."""

    text: str


class StopTimer(Intent):
    pass


class QuickEntry(Intent):
    """Add the entry of a quick-entry line; ``day`` is the day shown when it was typed."""

    text: str
    day: date
    start_timer: bool = False


class Understand(Intent):
    """Ask for the echo of a line while it is typed; the answer carries the same text."""

    text: str
    day: date
    for_timer: bool = False
    """A line without times is meant to start a timer: nobody asks how long it was."""


class FillGap(Intent):
    """Fill a gap to the second with what the text names (target, narrative, activity; no times)."""

    start_utc: int
    end_utc: int
    text: str


class EditEntry(Intent):
    id: EntryId
    version: int
    field: EntryField
    value: str


class DeleteEntry(Intent):
    id: EntryId
    version: int


class ShowHistory(Intent):
    """Open the history of one entry."""

    id: EntryId


class RunningChoice(StrEnum):
    KEEP = "keep"
    END = "end"


class ResolveRunning(Intent):
    """Answer to "still running since": keep it, or end it at ``end_utc``."""

    id: EntryId
    version: int
    choice: RunningChoice
    end_utc: int | None = None


class AskAway(Intent):
    """Open the question about one time away; None = the oldest that waits for its answer."""

    away: AwayId | None = None


@dataclass(frozen=True, slots=True)
class AwayShare:
    """A part of a time away; with neither engagement nor code it is a break."""

    seconds: int
    engagement: EngagementId | None = None
    code: CodeId | None = None


class AnswerAway(Intent):
    """Answer the question about one time away; ``shares`` are for a split, in order."""

    away: AwayId
    answer: AwayAnswer
    then: Then
    shares: tuple[AwayShare, ...] = ()


class SubmitWeek(Intent):
    week: str


class RecallWeek(Intent):
    week: str


class SheetFormat(StrEnum):
    XLSX = "xlsx"
    CSV = "csv"
    CLIPBOARD = "tsv"


class WriteTimesheet(Intent):
    """Write the week's timesheet to a file that the person then names, or to the clipboard."""

    week: str
    format: SheetFormat


# -- moving about ----------------------------------------------------------------------------------------------------


class ShowPage(Intent):
    page: str


class ShowDay(Intent):
    """Show another day on Today; None = the current one."""

    day: date | None


class OpenEngagement(Intent):
    id: EngagementId


class NewEntry(Intent):
    """Open the quick-entry dialog, with some words to start from."""

    text: str = ""


class Refresh(Intent):
    pass


class Undo(Intent):
    pass


class Redo(Intent):
    pass


class Quit(Intent):
    pass


# -- keys ------------------------------------------------------------------------------------------------------------


class Lock(Intent):
    pass


class Unlock(Intent):
    passphrase: str = field(repr=False)


class UnlockWithKey(Intent):
    """Open with the recovery key and set a new passphrase at once."""

    recovery_key: str = field(repr=False)
    new_passphrase: str = field(repr=False)


class CreateStore(Intent):
    """Create the store with the recovery key that the page was given to show."""

    passphrase: str = field(repr=False)
    use_keyring: bool


class RecoveryKeyTo(StrEnum):
    PRINTER = "printer"
    FILE = "file"
    CLIPBOARD = "clipboard"


class KeepRecoveryKey(Intent):
    to: RecoveryKeyTo


class ChangePassphrase(Intent):
    old: str = field(repr=False)
    new: str = field(repr=False)


class UseKeyring(Intent):
    on: bool


class NewRecoveryKey(Intent):
    """Replace the recovery key; the old one stops working."""

    passphrase: str = field(repr=False)


class BackUpNow(Intent):
    pass


class OpenBackupFolder(Intent):
    pass


class SetTheme(Intent):
    """``system``, ``light`` or ``dark``."""

    mode: str


# -- bringing data in ------------------------------------------------------------------------------------------------


class LoadSample(Intent):
    pass


class ChooseImport(Intent):
    """Ask for a file to import."""


class BeginImport(Intent):
    """Read a file that was dropped on the window, and show what it would do."""

    path: Path


class PreviewImport(Intent):
    """Read a file and say row by row what it would do; ``columns`` maps a column's header to a field."""

    path: Path
    kind: str
    """What the file holds: ``engagements``, ``time``, ``recorded``; "" = recognise it."""
    mapping: str
    """Name of a saved mapping; "" = none."""
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = ""


class RunImport(Intent):
    """Import what the preview showed."""

    path: Path
    kind: str
    save_mapping_as: str
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = ""


class CancelImport(Intent):
    pass


class ShowImports(Intent):
    """List the earlier imports, each to be taken back."""


class UndoImport(Intent):
    batch: BatchId


class RetryLoad(Intent):
    """Ask for a page's rows again after an error."""

    page: str


# -- suggestions -----------------------------------------------------------------------------------------------------


class AcceptDraft(Intent):
    """Book a suggestion by the id of its row."""

    id: str


class DismissDraft(Intent):
    """Say that a suggestion is wrong: it does not come back on its day."""

    id: str


class BringDraftBack(Intent):
    """Take a dismissal back."""

    answer: bytes


class PauseWatching(Intent):
    """Look at no window title for so many seconds; 0 = look again now."""

    seconds: int


class AskForgetTitles(Intent):
    """Ask which days of kept window titles to delete for good."""


class ForgetTitles(Intent):
    """Delete the window titles of these days, both included, for good."""

    first: date
    last: date


# -- handing a week in -----------------------------------------------------------------------------------------------


class FixFinding(Intent):
    """Do a fix of the week check; ``text`` is what was typed over its proposal, "" = as proposed."""

    week: str
    key: str
    """Of the item, so that a refusal is shown beside it."""
    fix: Fix
    text: str = ""


class LeaveItem(Intent):
    """Leave an item of the week check as it is."""

    week: str
    key: str


class ShowLeftItems(Intent):
    """Mention again what was left as it is."""

    week: str


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


class ChooseWeekEntries(Intent):
    """Ask which entries of a week, and why."""

    week: str
    purpose: WeekEntriesPurpose


class TreatWeekEntries(Intent):
    """Return, reverse or recall entries with a reason; a recall takes the whole week."""

    week: str
    purpose: WeekEntriesPurpose
    entries: tuple[EntryId, ...]
    reason: str


class HandInStep(StrEnum):
    CHECK = "check"
    SUBMIT = "submit"
    COPY = "copy"
    RECALL = "recall"


class HandIn(Intent):
    """Do a step of handing in with the week of a day; None = the one that the timesheet shows, else the present one."""

    step: HandInStep
    day: date | None = None


class CopyLines(Intent):
    """Put lines of the timesheet on the clipboard, as they are typed into the firm's system."""

    lines: tuple[HandoverLine, ...]


class TickHandover(Intent):
    """Note that lines are typed there (a line that is gone: taken out there)."""

    week: str
    lines: tuple[HandoverLine, ...]


class UntickHandover(Intent):
    week: str
    lines: tuple[HandoverLine, ...]


class SettleDifference(Intent):
    """Do the one action of a difference."""

    row: ReconciledRow
    reason: str
    """Kept with time that is reopened."""


class AcceptDifference(Intent):
    row: ReconciledRow
    note: str


class OpenDifference(Intent):
    """Take back that a difference was accepted."""

    row: ReconciledRow


class MarkPostedThere(Intent):
    """Mark everything that agrees with posted lines as posted."""

    rows: tuple[ReconciledRow, ...]


# -- settings and help -----------------------------------------------------------------------------------------------


class FindEntries(Intent):
    """Open the search over all entries, with some words in it."""

    text: str = ""


class SearchEntries(Intent):
    """Look for the entries in which all of the words stand, the newest so many."""

    text: str
    most: int


class FindAnything(Intent):
    """Put the keyboard into the palette."""


class ShowSetting(Intent):
    """Open Settings at a group, or at the row of one setting."""

    group: str
    key: str = ""


class ChangeSetting(Intent):
    """Set one setting of the store; ``value`` None puts its default back."""

    key: str
    value: SettingValue | None


class SetLanguage(Intent):
    """``en``, ``de``, or "" for the system's; it holds from the next start on."""

    language: str


class SetReducedMotion(Intent):
    on: bool


class AssignKeys(Intent):
    """Give an action other keys (portable text); None = its own again."""

    action: str
    keys: str | None


class ResetKeys(Intent):
    """Give every action its own keys again."""


class SaveFirmProfile(Intent):
    profile: FirmProfile


class ImportFirmProfile(Intent):
    """Ask for a file with a firm's rules and show them, unsaved."""


class ExportFirmProfile(Intent):
    profile: FirmProfile


class ExportEverything(Intent):
    """Ask for a folder and write everything into it."""


class WritePlan(Intent):
    """Ask for a file and write the plan into it, as its ending says; () = of all live engagements."""

    engagements: tuple[EngagementId, ...] = ()


class OpenProfileFolder(Intent):
    pass


class ChooseBackupFolder(Intent):
    pass


class CheckStore(Intent):
    """Verify the file, its structure and the chain of changes."""


class CheckBackup(Intent):
    """Read a backup whole."""

    file: Path


class AskRestore(Intent):
    """Explain what restoring would do; "" = a file that the person then chooses."""

    name: str = ""


class RestoreBackup(Intent):
    """Make the profile ``to`` of a backup; ``secret`` is the passphrase or the recovery key of its day."""

    file: Path
    to: Path
    secret: str = field(repr=False)


class OpenRestored(Intent):
    """Open another profile in a window of its own."""

    folder: Path


class CancelExport(Intent):
    pass


class StartTour(Intent):
    """Show what is where, in a few callouts over the window."""


class CheckCapabilities(Intent):
    """Ask the desktop again what it can do."""
