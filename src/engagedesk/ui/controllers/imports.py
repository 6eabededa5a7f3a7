"""Bringing a file in: read it in a limited child, plan outside the store thread, show, carry out, take back.

choose -> read (worker) -> what is known (store thread) -> plan (worker) -> preview
import -> one command in the store thread, with progress and cancel -> result, undo of the batch
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from engagedesk.domain.ids import BatchId
from engagedesk.errors import AmbiguousTarget, EngageDeskError, UserError
from engagedesk.interchange.files import ReadFile, open_foreign
from engagedesk.interchange.mapping import FIELDS, ImportMapping
from engagedesk.interchange.rows import ImportKind
from engagedesk.interchange.values import DateOrder
from engagedesk.services.importing.commands import Imported, ImportFile, SaveMapping, UndoImport, Undone
from engagedesk.services.importing.flow import BatchRow, batches, today_for
from engagedesk.services.importing.known import Known, known, saved_mapping, saved_mappings
from engagedesk.services.importing.planning import ImportPlan, ImportStopped, keys_of, plan_import
from engagedesk.services.queries.stayed import StayedRow, stayed_rows
from engagedesk.services.store_thread import Priority
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import message_for, said, sentences, words_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.places import documents
from engagedesk.ui.dialogs.importing import ImportDialog
from engagedesk.ui.import_words import field_word, need_word
from engagedesk.ui.plan_change_words import change_words, named, noticed
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import (
    ImportAction,
    ImportLine,
    ImportPreview,
    ImportResult,
    Kind,
    MappedColumn,
    Message,
)
from engagedesk.ui.words import counted

if TYPE_CHECKING:
    from engagedesk.ui.dialogs.earlier_imports import EarlierImportsDialog

SAMPLES: Final = 3
SAMPLE_LETTERS: Final = 32
REMARKS: Final = 3
SHOWN: Final = 300
"""Lines of a preview; the rejected ones come first."""
_ACTIONS: Final = {
    "created": ImportAction.CREATE,
    "updated": ImportAction.UPDATE,
    "unchanged": ImportAction.UNCHANGED,
    "gone": ImportAction.GONE,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a file is to be read."""

    path: Path
    kind: str = ""
    mapping: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    date_order: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the store knows that a plan needs."""

    known: Known
    mappings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """What the undo of an import left: the rows that stayed, by name, and the imports as they are now."""

    undone: Undone
    stayed: tuple[StayedRow, ...]
    batches: tuple[BatchRow, ...]


class Imports(QObject):
    """Takes the intents of imports and shows their dialog. Lives in the GUI thread."""

    imported = Signal()
    """Something came in."""
    previewed = Signal()
    """A file was read and its preview is shown."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._dialog: ImportDialog | None = None
        self._earlier: EarlierImportsDialog | None = None
        self._wanted: Wanted | None = None
        self._read: ReadFile | None = None
        self._plan: ImportPlan | None = None
        self._mappings: tuple[str, ...] = ()
        self._under_way: Request[Any] | None = None
        self._then_run: intents.RunImport | None = None
        self._rejected: tuple[ImportLine, ...] = ()
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.ChooseImport: self._choose,
            intents.BeginImport: self._begin,
            intents.PreviewImport: self._preview,
            intents.RunImport: self._run,
            intents.CancelImport: self._cancel,
            intents.UndoImport: self._undo,
            intents.ShowImports: self._show_earlier,
        }

    # -- choosing ----------------------------------------------------------------------------------------------------

    def _choose(self, _intent: intents.ChooseImport) -> None:
        dialog = QFileDialog(self._shell.window, self.tr("Import a file"))
        dialog.setDirectory(documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("What can come in (*.xlsx *.csv *.tsv *.txt *.xml *.ics)"),
                self.tr("Spreadsheets and text (*.xlsx *.csv *.tsv *.txt)"),
                self.tr("Plans and calendars (*.xml *.ics)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _chosen(self, name: str) -> None:
        self.begin(Path(name))

    def _begin(self, intent: intents.BeginImport) -> None:
        if self._dialog is None:
            self.begin(intent.path)

    def begin(self, path: Path) -> None:
        """Read a file and show what it would do."""
        dialog = ImportDialog(parent=self._shell.window)
        dialog.intent.connect(self._from_dialog)
        dialog.finished.connect(self._closed)
        dialog.finished.connect(dialog.deleteLater)
        self._dialog = dialog
        self._then_run = None
        dialog.aside.setText(path.name)
        dialog.show_progress(0, 0)
        dialog.open()
        self._load(Wanted(path))

    @Slot(object)
    def _from_dialog(self, intent: intents.Intent) -> None:
        take = self.takes.get(type(intent))
        if take is not None:
            take(intent)

    @Slot()
    def _closed(self) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
        self._dialog = None
        self._plan = None
        self._read = None

    def _preview(self, intent: intents.PreviewImport) -> None:
        self._load(Wanted(intent.path, intent.kind, intent.mapping, intent.columns, intent.date_order))

    # -- reading and planning ----------------------------------------------------------------------------------------

    def _load(self, wanted: Wanted) -> None:
        if self._under_way is not None:
            # Choices that follow each other quickly: only the last one is shown.
            self._under_way.overtake()
        self._wanted = wanted
        self._plan = None
        if wanted.mapping:
            self._under_way = self._bridge.ask(
                self, lambda w: w.read(saved_mapping, wanted.mapping), self._take_mapping, failed=self._failed
            )
        else:
            self._open(_mapping_of(wanted))

    def _take_mapping(self, data: dict[str, object] | None) -> None:
        try:
            self._open(None if data is None else ImportMapping.from_data(data))
        except UserError as error:
            self._failed(error)

    def _open(self, mapping: ImportMapping | None) -> None:
        wanted = self._wanted
        assert wanted is not None  # noqa: S101  # set by every caller
        kind = mapping.kind if mapping is not None else ImportKind(wanted.kind) if wanted.kind else None
        order = DateOrder(wanted.date_order) if wanted.date_order else None

        def work(request: Request[ReadFile]) -> ReadFile:
            return open_foreign(
                wanted.path,
                mapping=mapping,
                kind=kind,
                date_order=order,
                on_progress=request.report,
                cancelled=request.cancelled,
            )

        self._under_way = self._bridge.aside(
            self, work, self._take_read, failed=self._read_failed, progress=self._progress, cancelled=self._stopped
        )

    def _take_read(self, read: ReadFile) -> None:
        self._read = read
        zone = self._shell.clock.zone_name()
        keys = keys_of(read) if read.refusal() is None else []
        plan_on = today_for(read, zone=zone, now_utc=self._shell.clock.now_s())

        def work(workspace: Workspace) -> Fetched:
            return Fetched(workspace.read(known, zone=zone, keys=keys, plan_on=plan_on), workspace.read(saved_mappings))

        self._under_way = self._bridge.ask(self, work, self._take_known, failed=self._failed)

    def _take_known(self, fetched: Fetched) -> None:
        self._mappings = fetched.mappings
        read = self._read
        if read is None:
            return
        if read.refusal() is not None:
            self._show(_asking(self._path, read, fetched.mappings))
            return
        new_id, now_utc = self._shell.around.new_id, self._shell.clock.now_s()

        def work(request: Request[ImportPlan | None]) -> ImportPlan | None:
            try:
                return plan_import(
                    read,
                    fetched.known,
                    new_id=new_id,
                    now_utc=now_utc,
                    cancelled=request.cancelled,
                    on_progress=request.report,
                )
            except ImportStopped:
                return None

        self._under_way = self._bridge.aside(
            self, work, self._take_plan, failed=self._failed, progress=self._progress, cancelled=self._stopped
        )

    def _take_plan(self, plan: ImportPlan | None) -> None:
        if plan is None or self._read is None:
            self._stopped()
            return
        self._plan = plan
        if self._then_run is not None:
            self._carry_out(self._then_run)
            return
        self._show(_preview(self._path, self._read, plan, self._mappings, asked=self._wanted))

    @property
    def _path(self) -> Path:
        return self._wanted.path if self._wanted is not None else Path()

    def _show(self, preview: ImportPreview) -> None:
        self._under_way = None
        if self._dialog is not None:
            self._dialog.show_preview(preview)
            self.previewed.emit()

    def _read_failed(self, error: EngageDeskError) -> None:
        if isinstance(error, AmbiguousTarget) and error.code.startswith("import.dates") and self._dialog is not None:
            self._under_way = None
            self._dialog.ask_order(_asking_order(self._path, self._wanted, self._mappings))
            return
        if error.code == "import.mapping.incomplete" and self._dialog is not None:
            self._under_way = None
            needs = str(error.params.get("missing", "")).split("; ")
            self._dialog.show_missing(tuple(need_word(need) for need in needs if need))
            return
        self._failed(error)

    def _failed(self, error: EngageDeskError) -> None:
        self._then_run = None
        self._under_way = None
        if error.kind == "cancelled":
            self._stopped()
        elif self._dialog is not None:
            self._dialog.show_message(message_for(error, safe=self.tr("Nothing has come in.")))
        else:
            self._shell.complain(error)

    def _progress(self, done: int, whole: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, whole)

    # -- carrying out ------------------------------------------------------------------------------------------------

    def _run(self, intent: intents.RunImport) -> None:
        wanted = Wanted(intent.path, intent.kind, "", intent.columns, intent.date_order)
        plan_fits = self._plan is not None and self._wanted is not None
        if plan_fits and replace(self._wanted, mapping="", kind=intent.kind) == wanted:  # type: ignore[type-var]
            self._carry_out(intent)
            return
        self._then_run = intent
        self._load(replace(wanted, mapping=self._wanted.mapping if self._wanted is not None else ""))

    def _carry_out(self, intent: intents.RunImport) -> None:
        plan, read = self._plan, self._read
        self._then_run = None
        if plan is None or read is None:
            return
        if intent.save_mapping_as and read.mapping is not None:
            # The source stays what it was, so that the next file's rows are known again under the new name.
            mapping = read.mapping
            order = DateOrder(intent.date_order) if intent.date_order else mapping.date_order
            kept = replace(
                mapping,
                name=intent.save_mapping_as,
                source=mapping.source or mapping.name,
                date_order=order,
                built_in=False,
            )
            command = SaveMapping(intent.save_mapping_as, kept.to_data())
            self._bridge.execute(self, command, failed=self._shell.complain)
        self._rejected = _rejected_lines(plan)
        self._plan = None
        self._under_way = self._bridge.execute(
            self,
            ImportFile(plan, self._shell.clock.now_s()),
            self._done,
            failed=self._failed,
            progress=self._progress,
            cancelled=self._stopped,
            priority=Priority.JOB,
        )

    def _done(self, outcome: Outcome[Imported]) -> None:
        self._under_way = None
        done = outcome.result
        result = ImportResult(BatchId(done.batch), done.created, done.updated, done.unchanged, self._rejected)
        if self._dialog is not None:
            self._dialog.show_result(result)
        self.imported.emit()

    def _cancel(self, _intent: intents.CancelImport) -> None:
        if self._under_way is not None:
            self._under_way.cancel()
        else:
            self._stopped()

    def _stopped(self) -> None:
        self._under_way = None
        self._then_run = None
        message = Message(Kind.INFO, self.tr("Stopped"), self.tr("Nothing has come in."), passing=True)
        if self._dialog is not None:
            self._dialog.show_message(message)
        else:
            self._shell.say(message)

    def _undo(self, intent: intents.UndoImport) -> None:
        command = UndoImport(intent.batch, self._shell.clock.now_s())

        def work(workspace: Workspace) -> Left:
            undone = workspace.execute(command, initiator=self).result
            return Left(undone, workspace.read(stayed_rows, undone.stayed), workspace.read(batches))

        self._bridge.ask(self, work, self._undone, failed=self._not_undone, priority=Priority.COMMAND)

    def _undone(self, left: Left) -> None:
        undone = left.undone
        if self._earlier is None and not undone.stayed:
            words = counted(undone.removed, self.tr("Import taken back: {n} row removed"),
                            self.tr("Import taken back: {n} rows removed"))  # fmt: skip
            self._shell.say(said(words))
            return
        # What stayed is worth more than a line that passes.
        self._take_earlier(left.batches)
        if self._earlier is not None:
            self._earlier.show_undone(undone.removed, undone.restored, stayed=len(undone.stayed), rows=left.stayed)

    def _not_undone(self, error: EngageDeskError) -> None:
        if self._earlier is None:
            self._shell.complain(error)
        else:
            found = words_for(error)
            self._earlier.show_failure(sentences(found.title, found.detail))

    # -- earlier imports ---------------------------------------------------------------------------------------------

    def _show_earlier(self, _intent: intents.ShowImports) -> None:
        self._bridge.ask(
            self, lambda w: w.read(batches), self._take_earlier, failed=self._shell.complain, topic="earlier"
        )

    def _take_earlier(self, rows: tuple[BatchRow, ...]) -> None:
        from engagedesk.ui.dialogs.earlier_imports import EarlierImportsDialog

        dialog = self._earlier
        if dialog is None:
            if self._dialog is not None:
                self._dialog.reject()
            dialog = EarlierImportsDialog(self._shell.clock.zone_name(), parent=self._shell.window)
            dialog.intent.connect(self._from_dialog)
            dialog.finished.connect(self._earlier_closed)
            dialog.finished.connect(dialog.deleteLater)
            self._earlier = dialog
            dialog.open()
        dialog.show_batches(rows)

    @Slot()
    def _earlier_closed(self) -> None:
        self._earlier = None


# -- from plans to what the dialog shows -------------------------------------------------------------------------------


def _mapping_of(wanted: Wanted) -> ImportMapping | None:
    """Return the mapping that the person put together; None = let the file decide.

    It is named after its kind, as a proposal is: the rows of a file then stay the same rows whether its columns were
    recognised or chosen by hand.
    """
    if not wanted.columns or not wanted.kind:
        return None
    known_fields = {spec.name for spec in FIELDS[ImportKind(wanted.kind)]}
    columns = tuple((header, name) for header, name in wanted.columns if name in known_fields)
    return ImportMapping(name=wanted.kind, kind=ImportKind(wanted.kind), columns=columns)


def _preview(
    path: Path, read: ReadFile, plan: ImportPlan, mappings: tuple[str, ...], *, asked: Wanted | None
) -> ImportPreview:
    lines = _rejected_lines(plan)[:SHOWN]
    room = SHOWN - len(lines)
    order = {"updated": 0, "gone": 1, "created": 2, "unchanged": 3}
    shown = sorted(plan.preview, key=lambda p: (order.get(p.what, 4), p.line))[:room]
    recognised = read.product or (asked.mapping if asked is not None else "")
    return ImportPreview(
        path=path,
        kind=plan.kind.value,
        recognised_as=recognised,
        columns=() if read.product else _columns(read),
        fields=_fields(plan.kind),
        created=plan.created,
        updated=plan.updated,
        unchanged=plan.unchanged,
        rejected=len(plan.rejected),
        lines=(*lines, *(ImportLine(p.line, _ACTIONS[p.what], named(p), change_words(p)) for p in shown)),
        new_names=tuple(plan.new_names),
        ask_date_order=False,
        mappings=mappings,
        remarks=(*_remarks(plan), *noticed(plan)),
    )


def _remarks(plan: ImportPlan) -> tuple[str, ...]:
    found = []
    for remark in plan.remarks[:REMARKS]:
        said_of_it = words_for(remark.as_error())
        found.append(sentences(said_of_it.title, said_of_it.detail))
    return tuple(found)


def _rejected_lines(plan: ImportPlan) -> tuple[ImportLine, ...]:
    return tuple(
        ImportLine(row.line, ImportAction.REJECT, "", words_for(row.as_error()).title)
        for row in sorted(plan.rejected, key=lambda r: r.line)
    )


def _asking(path: Path, read: ReadFile, mappings: tuple[str, ...]) -> ImportPreview:
    """Return the preview of a file whose columns somebody must name."""
    kind = read.kind or ImportKind.TIME
    missing = tuple(need_word(need) for need in read.proposal.missing) if read.proposal is not None else ()
    return ImportPreview(
        path=path,
        kind=kind.value,
        recognised_as="",
        columns=_columns(read),
        fields=_fields(kind),
        created=0,
        updated=0,
        unchanged=0,
        rejected=0,
        lines=(),
        new_names=(),
        ask_date_order=False,
        mappings=mappings,
        missing=missing,
    )


def _asking_order(path: Path, wanted: Wanted | None, mappings: tuple[str, ...]) -> ImportPreview:
    """Return the preview of a file whose dates can be read in two ways."""
    return ImportPreview(
        path=path,
        kind=wanted.kind if wanted is not None else "",
        recognised_as="",
        columns=(),
        fields=(),
        created=0,
        updated=0,
        unchanged=0,
        rejected=0,
        lines=(),
        new_names=(),
        ask_date_order=True,
        mappings=mappings,
    )


def _columns(read: ReadFile) -> tuple[MappedColumn, ...]:
    mapped: dict[str, str] = {}
    if read.mapping is not None:
        mapped = dict(read.mapping.columns)
    elif read.proposal is not None:
        mapped = {c.column: c.field for c in read.proposal.columns if c.field is not None}
    samples = read.samples
    made = []
    for place, header in enumerate(read.columns):
        values = dict.fromkeys(row[place][:SAMPLE_LETTERS] for row in samples if place < len(row) and row[place])
        made.append(MappedColumn(header, "  ·  ".join([*values][:SAMPLES]), mapped.get(header, "")))
    return tuple(made)


def _fields(kind: ImportKind) -> tuple[tuple[str, str], ...]:
    return tuple((spec.name, field_word(spec.name)) for spec in FIELDS[kind])
