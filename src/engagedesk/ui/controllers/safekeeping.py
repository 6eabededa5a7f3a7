"""Looking after the data: check the store, read a backup back, restore one into a new profile, export everything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from engagedesk.errors import EngageDeskError, StoreCorrupt
from engagedesk.models.backup_file import Manifest, read_manifest, verify_backup
from engagedesk.models.store import Store
from engagedesk.services import audit
from engagedesk.services.backup import Restored
from engagedesk.services.exporting import Exported, export_everything
from engagedesk.services.restoring import check_store, restore
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import message_for, said, sentences
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.controllers.watch import Watch
from engagedesk.ui.desktop.places import documents
from engagedesk.ui.format import locale
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import Kind, Message, RestoreView

if TYPE_CHECKING:
    from engagedesk.ui.dialogs.restoring import RestoreDialog


@dataclass(frozen=True, slots=True)
class ChainLook:
    """What following the chain of changes found."""

    records: int
    flaws: int


class Safekeeping(QObject):
    """Lives in the GUI thread; the long work is done in workers, on the read-only connection."""

    def __init__(
        self, shell: Shell, watch: Watch, reading: AbstractContextManager[object], *, parent: QObject | None = None
    ) -> None:
        """``reading`` holds the read-only connection: one job at a time."""
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._watch = watch
        self._reading = reading
        self._dialog: RestoreDialog | None = None
        self._exporting: Request[Exported] | None = None
        self._export_store: Store | None = None
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.CheckStore: self._check,
            intents.CheckBackup: self._check_backup,
            intents.AskRestore: self._ask_restore,
            intents.RestoreBackup: self._restore,
            intents.OpenRestored: self._open_restored,
            intents.ExportEverything: self._ask_export,
            intents.CancelExport: self._cancel_export,
            intents.OpenProfileFolder: self._open_profile,
        }

    # -- checking ----------------------------------------------------------------------------------------------------

    def _check(self, _intent: intents.CheckStore) -> None:
        self._say_of_check(Message(Kind.INFO, self.tr("Checking"), self.tr("You can go on working.")))

        def ready(store: Store) -> None:
            def look(_request: Request[tuple[str, ...]]) -> tuple[str, ...]:
                with self._reading:
                    return check_store(store)

            self._bridge.aside(self, look, self._file_checked, failed=self._check_failed)

        def checkpoint(workspace: Workspace) -> Store:
            workspace.store.checkpoint()
            return workspace.store

        self._bridge.ask(self, checkpoint, ready, failed=self._check_failed)

    def _file_checked(self, problems: tuple[str, ...]) -> None:
        if problems:
            self._check_failed(StoreCorrupt(problems[0]))
            return
        self._bridge.ask(self, follow_chain, self._chain_followed, failed=self._check_failed)

    def _chain_followed(self, look: ChainLook) -> None:
        if look.flaws:
            self._check_failed(StoreCorrupt("audit.rewritten", records=look.records))
            return
        detail = self.tr("{n} recorded changes follow each other from the first to the last.")
        self._say_of_check(
            Message(Kind.OK, self.tr("The store is whole"), detail.format(n=locale().toString(look.records)))
        )

    def _check_failed(self, error: EngageDeskError) -> None:
        self._say_of_check(message_for(error))

    def _say_of_check(self, message: Message) -> None:
        window = self._shell.window
        page = window.built_page("settings")
        if isinstance(page, SettingsPage) and window.current_page == "settings":
            page.backup.show_check(message)
            if message.kind is Kind.INFO:
                page.backup.check_button.setEnabled(False)
        else:
            self._shell.say(message)

    # -- restoring ---------------------------------------------------------------------------------------------------

    def _ask_restore(self, intent: intents.AskRestore) -> None:
        if intent.name:
            self._explain(self._watch.backups / intent.name)
            return
        dialog = QFileDialog(self._shell.window, self.tr("Choose a backup"))
        dialog.setDirectory(str(self._watch.backups if self._watch.backups.is_dir() else Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Backups (*.edbackup)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._file_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _file_chosen(self, name: str) -> None:
        self._explain(Path(name))

    def _explain(self, file: Path) -> None:
        """Read what a backup says of itself, and show what restoring it would do."""
        clock, profile = self._shell.clock, self._shell.paths.folder
        zone, now_utc = clock.zone_name(), clock.now_s()

        def look(_request: Request[RestoreView]) -> RestoreView:
            manifest = read_manifest(file)
            size = file.stat().st_size
            to = free_folder(profile, manifest.made_utc)
            return RestoreView(
                file, manifest.made_utc, zone, now_utc - manifest.made_utc, size, manifest.total_rows(), to
            )

        self._bridge.aside(self, look, self._show_dialog, failed=self._shell.complain)

    def _show_dialog(self, view: RestoreView) -> None:
        from engagedesk.ui.dialogs.restoring import RestoreDialog

        dialog = self._dialog = RestoreDialog(view, parent=self._shell.window)
        dialog.intent.connect(self._from_dialog)
        dialog.finished.connect(self._dialog_gone)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(object)
    def _from_dialog(self, intent: intents.Intent) -> None:
        take = self.takes.get(type(intent))
        if take is not None:
            take(intent)

    @Slot()
    def _dialog_gone(self) -> None:
        self._dialog = None

    def _check_backup(self, intent: intents.CheckBackup) -> None:
        def look(_request: Request[Manifest]) -> Manifest:
            return verify_backup(intent.file)

        self._bridge.aside(self, look, self._backup_whole, failed=self._backup_failed)

    def _backup_whole(self, _manifest: Manifest) -> None:
        if self._dialog is not None:
            self._dialog.show_message(Message(Kind.OK, self.tr("Whole"), self.tr("Every byte is what was written.")))

    def _backup_failed(self, error: EngageDeskError) -> None:
        if self._dialog is not None:
            self._dialog.show_message(message_for(error))
        else:
            self._shell.complain(error)

    def _restore(self, intent: intents.RestoreBackup) -> None:
        around = self._shell.around

        def work(_request: Request[Restored]) -> Restored:
            return restore(intent.file, intent.to, intent.secret, around)

        self._bridge.aside(self, work, self._restored, failed=self._backup_failed)

    def _restored(self, restored: Restored) -> None:
        if self._dialog is not None:
            self._dialog.show_restored(restored.paths.folder, restored.rows)
        else:
            self._shell.say(said(self.tr("Restored"), sentences(str(restored.paths.folder))))

    def _open_restored(self, intent: intents.OpenRestored) -> None:
        program, *first = launcher()
        QProcess.startDetached(program, [*first, "--profile", str(intent.folder)])

    # -- exporting ---------------------------------------------------------------------------------------------------

    def _ask_export(self, _intent: intents.ExportEverything) -> None:
        dialog = QFileDialog(self._shell.window, self.tr("Choose a folder for the export"))
        dialog.setDirectory(documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._export)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _export(self, name: str) -> None:
        folder = Path(name) / "EngageDesk export"
        now_utc = self._shell.clock.now_s()

        def ready(store: Store) -> None:
            def write(request: Request[Exported]) -> Exported:
                with self._reading:
                    return export_everything(store, folder, now_utc=now_utc, on_progress=request.report)

            self._export_store = store
            self._exporting = self._bridge.aside(
                self,
                write,
                self._exported,
                failed=self._export_failed,
                progress=self._export_progress,
                cancelled=self._export_over,
            )

        self._bridge.ask(self, lambda w: w.store, ready, failed=self._shell.complain)

    def _export_progress(self, done: int, total: int) -> None:
        if self._exporting is None:
            return
        detail = self.tr("{done} of {total} records").format(
            done=locale().toString(done), total=locale().toString(total)
        )
        self._shell.say(
            Message(
                Kind.INFO,
                self.tr("Exporting"),
                detail,
                action=self.tr("Cancel"),
                intent=intents.CancelExport(),
                passing=True,
            )
        )

    def _exported(self, exported: Exported) -> None:
        self._export_over()
        detail = self.tr("{n} records in {folder}").format(
            n=locale().toString(exported.rows), folder=str(exported.folder)
        )
        self._shell.say(Message(Kind.OK, self.tr("Exported"), sentences(detail)))

    def _export_failed(self, error: EngageDeskError) -> None:
        stopped = self._exporting is None
        self._export_over()
        if not stopped:
            self._shell.complain(error)

    def _cancel_export(self, _intent: intents.CancelExport) -> None:
        exporting, store = self._exporting, self._export_store
        self._export_over()
        if exporting is not None and store is not None:
            exporting.cancel()
            store.cancel_reading()

    def _export_over(self) -> None:
        self._exporting = None
        self._export_store = None

    def _open_profile(self, _intent: intents.OpenProfileFolder) -> None:
        folder = str(self._shell.paths.folder)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self._shell.say(Message(Kind.INFO, self.tr("The profile lies here"), sentences(folder)))


def follow_chain(workspace: Workspace) -> ChainLook:
    """Verify the chain of changes and the anchor outside of it; call in the store thread."""
    verdict = workspace.verify_audit()
    workspace.vault.verify_anchor(lambda count: workspace.read(audit.chain_at, count))
    return ChainLook(verdict.head.count, len(verdict.flaws))


def free_folder(profile: Path, made_utc: int) -> Path:
    """Return a folder beside the profile that is not there yet, named by the backup's day."""
    day = datetime.fromtimestamp(made_utc, UTC).date().isoformat()
    number = 1
    while True:
        name = f"{profile.name}-{day}" if number == 1 else f"{profile.name}-{day}-{number}"
        if not (profile.parent / name).exists():
            return profile.parent / name
        number += 1


def launcher() -> list[str]:
    """Return how this program is started: the interpreter with its module, or the packaged program itself."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "engagedesk"]
