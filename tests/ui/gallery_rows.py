"""Sample rows for the gallery: the quick line, the settings, imports, drafts and messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from engagedesk.domain.ids import BatchId
from engagedesk.services.importing.flow import BatchRow
from engagedesk.services.queries.stayed import StayedRow
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.intents import Undo
from engagedesk.ui.view_rows import (
    BackupRow,
    Completion,
    DraftRow,
    Echo,
    ImportAction,
    ImportLine,
    ImportPreview,
    ImportResult,
    Kind,
    Left,
    MappedColumn,
    Message,
    Notice,
    RestoreView,
    SettingsView,
    StillRunning,
)
from tests.ui.sample_rows import DAY, ZONE, at, entry_id

LINE = "10:15-10:55 harrowgate walkthr, sales cycle #field"

ECHO = Echo(
    text=LINE, when="Today 10:15–10:55", engagement="Harrowgate group audit", colour=0, code="410118-20", hours="0:40",
    narrative="sales cycle", task="Walkthroughs", activity="Fieldwork", chargeable=True,
    notice=Notice(Kind.OK, "Fills the gap of 40 minutes exactly."),
    completions=(
        Completion("Harrowgate", "Group audit", "410118-20", "Walkthroughs", "Thu 3:00", 0, "harrowgate -20"),
        Completion("Harrowgate", "Group audit", "410118-30", "Component reporting", "Thu 12 Nov", 0, "harrowgate -30"),
        Completion("Harrowgate", "Tax provision review", "410118-50", "Planning", "Thu 0:45", 0, "harrowgate tax"),
    ),
    ghost="work", can_add=True,
)  # fmt: skip

SETTINGS = SettingsView(
    theme="system", keyring="GNOME keyring", keyring_on=True, keyring_reason="", passphrase_set_on=date(2026, 11, 16),
    backups=(
        BackupRow(at(15), ZONE, 14_200_000, True, "engagedesk-20261120-150000.backup", 3_120, 52_114),
        BackupRow(at(14), ZONE, 14_100_000, True, "engagedesk-20261120-140000.backup", 6_720, 52_090),
    ),
    backup_folder="/home/priya/.local/share/engagedesk-backups", version="0.1.0",
    profile="/home/priya/.local/share/engagedesk",
)  # fmt: skip

CAPABILITIES = (
    Capability("tray", CapabilityState.WORKS),
    Capability("notifications", CapabilityState.DEGRADED, "notifications.none"),
    Capability("keyring", CapabilityState.UNAVAILABLE, "keyring.none", {"reason": "No keyring answers."}),
    Capability("idle", CapabilityState.UNAVAILABLE, "idle.no_libxss"),
    Capability("file_lock", CapabilityState.WORKS),
)

PREVIEW = ImportPreview(
    path=Path("toggl-2026.csv"), kind="time", recognised_as="Toggl Track, detailed", columns=(), fields=(),
    created=1204, updated=0, unchanged=31, rejected=2,
    lines=(
        ImportLine(17, ImportAction.REJECT, "Harrowgate, walkthroughs", "the end is before the start"),
        ImportLine(208, ImportAction.REJECT, "Kestrel, memo", "31 June is not a day"),
        ImportLine(2, ImportAction.CREATE, "2 Nov 09:00–10:30 Northgate, review notes", ""),
        ImportLine(3, ImportAction.CREATE, "2 Nov 10:30–12:00 Northgate, inventory", ""),
        ImportLine(4, ImportAction.UNCHANGED, "2 Nov 13:00–14:15 Pellworth, group reporting", "already here"),
    ),
    new_names=("Client Ostermere Rail", "Engagement S/4 controls"), ask_date_order=False, mappings=("Firm T&E",),
)  # fmt: skip

MAPPED = replace(
    PREVIEW, path=Path("engagement list.xlsx"), kind="engagements", recognised_as="",
    columns=(
        MappedColumn("Client name", "Harrowgate Foods plc", "client"),
        MappedColumn("Job no.", "410118-10", "code"),
        MappedColumn("Service", "Audit", "service_line"),
        MappedColumn("Remarks", "interim from 9 Nov", ""),
    ),
    fields=(("client", "Client"), ("code", "Charge code"), ("service_line", "Service line"), ("note", "Note")),
)  # fmt: skip

ASKING = replace(
    MAPPED, path=Path("aufwand.csv"), kind="time", created=0, updated=0, unchanged=0, rejected=0, lines=(),
    new_names=(), missing=("Date or Start, date and time or Start date", "Hours"),
    columns=(
        MappedColumn("Mandantin", "Harrowgate Foods plc  ·  Lanternbank", "client"),
        MappedColumn("Vorhaben", "Group audit  ·  ISAE 3402", "engagement"),
        MappedColumn("Wann", "03/04/2026  ·  04/05/2026", ""),
        MappedColumn("Aufwand", "1,5  ·  2,25  ·  0,75", ""),
    ),
    fields=(("client", "Client"), ("engagement", "Engagement"), ("day", "Date"), ("duration", "Hours")),
)  # fmt: skip

BATCHES = (
    BatchRow(b"\1" * 16, "time", "toggl", "Toggl_2026-11-01_2026-11-20.csv", None, at(15), None, 1_204, 31,
             0, 2),
    BatchRow(b"\2" * 16, "recorded", "Firm T&E", "extract.xlsx", DAY, at(12), None, 8_421, 0, 12, 0),
    BatchRow(b"\3" * 16, "engagements", "engagements", "engagement list.xlsx", None, at(9), at(9, 20), 24, 0, 0, 1),
)  # fmt: skip
STAYED = (
    StayedRow("client", b"\1" * 16, "Ostermere"),
    StayedRow("engagement", b"\2" * 16, "Ostermere · S/4 controls"),
    StayedRow("time_entry", b"\3" * 16, "Northgate · PCAOB audit · 410220-20", DAY, 5_400),
)

FOREIGN_PLAN = replace(
    PREVIEW, path=Path("Harrowgate interim.xml"), kind="plan", recognised_as="Microsoft Project",
    created=38, updated=2, unchanged=61, rejected=1,
    lines=(
        ImportLine(412, ImportAction.REJECT, "", "A date outside 1970 to 2199"),
        ImportLine(77, ImportAction.UPDATE, "Task: Walkthroughs",
                   "Start: 2 Nov 08:00 → 4 Nov 09:00; Progress: 0 % → 50 %"),
        ImportLine(91, ImportAction.UPDATE, "Deliverable: Report", "Due: 11 Dec → 14 Dec"),
        ImportLine(0, ImportAction.GONE, "Task: Inventory roll-back", "It stays: time may be booked on it"),
        ImportLine(104, ImportAction.CREATE, "Task: Components › Instructions", ""),
        ImportLine(120, ImportAction.CREATE, "Link: Instructions → Clearance (FS)", ""),
    ),
    new_names=(),
    remarks=(
        "The plan was made on another calendar. Yours stays, and its dates stay as the file has them.",
        "Work on a day that is free in your calendar. “Stock count”, 2026-11-07: it stays there.",
        "Not taken over: TimephasedData × 4,210, Task/Cost × 38, PredecessorLink (Summary) × 2",
    ),
)  # fmt: skip

RESULT = ImportResult(BatchId(bytes(16)), created=1204, updated=0, unchanged=31, rejected=PREVIEW.lines[:2])
RESTORE = RestoreView(
    Path("engagedesk-2026-11-20T1500Z.edbackup"), at(15), ZONE, 3_120, 14_200_000, 52_114,
    Path("/home/priya/.local/share/EngageDesk-2026-11-20"),
)  # fmt: skip
FAILED_RESTORE = Message(Kind.DANGER, "Wrong passphrase", "Nothing was changed. Try again, or use the recovery key.")
FAILED = Message(
    Kind.DANGER, "The day could not be read", "The store did not answer within 5 seconds.",
    safe="Your work is safe: everything up to 15:42 is saved.", copyable="store.timeout 7F2C",
)  # fmt: skip
SAVED = Message(Kind.OK, "Entry deleted", action="Undo", intent=Undo(), passing=True)
LEFT = StillRunning(
    entry_id(10), 1, "Northgate PCAOB audit", at(18, 42), at(19, 7), ZONE, Left(entry_id(10), at(19, 9), locked=False)
)
QUESTION = StillRunning(entry_id(10), 1, "Northgate PCAOB audit", at(18, 42), at(19, 7), ZONE)


DRAFTS = (
    DraftRow(
        "pattern:1", at(9), at(10, 30), ZONE, "Kestrel", "Impact memo", "630140-02", 6,
        "because you booked Kestrel on 4 of the last 4 Fridays at 09:00", "pattern",
    ),
    DraftRow(
        "activity:2", at(10, 45), at(11, 30), ZONE, "Harrowgate", "Group audit", "410118-20", 0,
        "because “Alder walkthroughs, sales cycle.xlsx” and its like were in front for 38 min", "activity",
    ),
    DraftRow(
        "recent:3", at(13), at(13, 25), ZONE, "Administration", "", "ADM-010", -1,
        "because you worked on Administration until 13:00", "recent",
    ),
)  # fmt: skip
