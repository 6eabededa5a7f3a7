"""Settings that the store keeps: values, keys, the firm's rules; and what this desktop can do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from engagedesk import settings
from engagedesk.domain.firm_profile import FirmProfile, ReadProfile
from engagedesk.errors import EngageDeskError, UserError
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.commands.firm import ChangeSetting, RememberView, ResetSetting, SetFirmProfile
from engagedesk.services.queries.settings import PALETTE, StoredSettings, palette_recent, stored_settings, write_keys
from engagedesk.services.queries.staffing import FirmCalendar, firm_calendar
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import message_for, said, words_for
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.capability import Capability, Probe
from engagedesk.ui.desktop.places import ask_new_file, documents, writing
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.setting_words import Group, setting_findables
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import Kind, Message

PROFILE_FILE_LIMIT: Final = 1_000_000


class Preferences(QObject):
    """Takes the intents of Settings that change the store, and keeps page, keys and palette true.

    Lives in the GUI thread.
    """

    def __init__(
        self, shell: Shell, probes: Iterable[Probe], slow: Iterable[Probe] = (), *, parent: QObject | None = None
    ) -> None:
        """``probes`` answer at once, ``slow`` ones are asked in a worker; of two with a key the latter counts."""
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._probes, self._slow = tuple(probes), tuple(slow)
        self._stored: StoredSettings | None = None
        self._key_writes = 0
        window = shell.window
        window.page_shown.connect(self._on_page_shown)
        window.top_bar.finder.recent_changed.connect(self._remember_recent)
        window.offer_findables("settings", setting_findables())
        self._bridge.changed.connect(self._on_changed)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.ChangeSetting: self._change,
            intents.AssignKeys: self._assign,
            intents.ResetKeys: self._reset_keys,
            intents.SaveFirmProfile: self._save_profile,
            intents.ImportFirmProfile: self._ask_profile,
            intents.ExportFirmProfile: self._ask_export,
            intents.ShowSetting: self._show,
            intents.CheckCapabilities: self._check_capabilities,
            intents.ChooseBackupFolder: self._choose_folder,
        }
        self._bridge.ask(self, lambda w: w.read(palette_recent), window.top_bar.finder.set_recent)
        self.refresh()

    # -- what is shown -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._bridge.ask(self, lambda w: w.read(stored_settings), self._take, topic="settings")

    def _take(self, stored: StoredSettings) -> None:
        self._stored = stored
        if not self._key_writes:
            # Keys that are still being kept are newer than what was read.
            self._shell.window.registry.assign(stored.keys)
        self._show_page()

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.touches("setting") or changes.touches("firm_profile"):
            self.refresh()
        if any(map(changes.touches, ("firm_profile", "work_pattern", "calendar_event"))):
            self._read_calendar()

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        if page == "settings":
            self._show_page()

    def _show_page(self) -> None:
        page, stored = self._page(), self._stored
        if page is not None and stored is not None:
            page.show_values(stored.values)
            page.show_profile(stored.profile)
            page.show_capabilities([probe() for probe in self._probes])
            self._look_slowly()
            self._read_calendar()

    def _read_calendar(self) -> None:
        """Have the page say what the plan's calendar holds; only where there is a page."""
        page, clock = self._page(), self._shell.clock
        if page is None:
            return
        now_utc, zone = clock.now_s(), clock.zone_name()

        def read(workspace: Workspace) -> FirmCalendar:
            return workspace.read(firm_calendar, today=workspace.read(work_day_of, now_utc, zone))

        self._bridge.ask(self, read, page.show_calendar, failed=self._shell.complain, topic="calendar")

    def _look_slowly(self) -> None:
        """Ask what takes a while; once for a showing of the page."""
        slow = self._slow

        def look(_request: Request[list[Capability]]) -> list[Capability]:
            return [probe() for probe in slow]

        def show(found: list[Capability]) -> None:
            page = self._page()
            if page is not None:
                page.add_capabilities(found)

        if slow:
            self._bridge.aside(self, look, show, failed=self._shell.complain)

    def _page(self) -> SettingsPage | None:
        page = self._shell.window.built_page("settings")
        return page if isinstance(page, SettingsPage) else None

    def _show(self, intent: intents.ShowSetting) -> None:
        page = self._shell.window.show_page("settings")
        if isinstance(page, SettingsPage) and intent.group in set(Group):
            page.show_group(Group(intent.group), intent.key)

    def _check_capabilities(self, _intent: intents.CheckCapabilities) -> None:
        self._show_page()

    @Slot(object)
    def _remember_recent(self, ids: tuple[str, ...]) -> None:
        self._bridge.execute(self, RememberView(PALETTE, json.dumps(ids)))

    # -- settings ----------------------------------------------------------------------------------------------------

    def _change(self, intent: intents.ChangeSetting) -> None:
        key, value = intent.key, intent.value
        command: Command[None] = ResetSetting(key) if value is None else ChangeSetting(key, value)

        def refused(error: EngageDeskError) -> None:
            page = self._page()
            if page is not None and isinstance(error, UserError):
                page.say_of(key, words_for(error).detail)
            else:
                self._shell.complain(error)

        self._bridge.execute(self, command, failed=refused)

    def _choose_folder(self, _intent: intents.ChooseBackupFolder) -> None:
        dialog = QFileDialog(self._shell.window, self.tr("Choose the folder for backups"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _folder_chosen(self, folder: str) -> None:
        self._change(intents.ChangeSetting(settings.BACKUP_FOLDER.key, folder))

    # -- keys --------------------------------------------------------------------------------------------------------

    def _assign(self, intent: intents.AssignKeys) -> None:
        registry = self._shell.window.registry
        action = registry.action(intent.action)
        keys = dict(registry.assigned)
        keys.pop(intent.action, None)
        if intent.keys is not None and (action is None or intent.keys != action.default_keys):
            keys[intent.action] = intent.keys
        # At once, so that a second change builds on the first; the store's answer says the same.
        registry.assign(keys)
        self._keep_keys(write_keys(keys))

    def _reset_keys(self, _intent: intents.ResetKeys) -> None:
        self._shell.window.registry.assign({})
        self._keep_keys("")

    def _keep_keys(self, text: str) -> None:
        key = settings.SHORTCUTS.key
        self._key_writes += 1
        command: Command[None] = ChangeSetting(key, text) if text else ResetSetting(key)
        self._bridge.execute(self, command, self._keys_kept, failed=self._keys_refused)

    def _keys_kept(self, _outcome: Outcome[None]) -> None:
        self._key_writes -= 1
        self.refresh()

    def _keys_refused(self, error: EngageDeskError) -> None:
        self._key_writes -= 1
        self._shell.complain(error)
        self.refresh()

    # -- the firm's rules --------------------------------------------------------------------------------------------

    def _save_profile(self, intent: intents.SaveFirmProfile) -> None:
        def refused(error: EngageDeskError) -> None:
            self._shell.complain(error)
            self.refresh()

        self._bridge.execute(self, SetFirmProfile(intent.profile), failed=refused)

    def _ask_profile(self, _intent: intents.ImportFirmProfile) -> None:
        dialog = QFileDialog(self._shell.window, self.tr("Import a firm profile"))
        dialog.setDirectory(documents())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Firm profile (*.json)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._read_profile)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _read_profile(self, name: str) -> None:
        path = Path(name)

        def read(_request: Request[ReadProfile]) -> ReadProfile:
            return read_profile(path)

        self._bridge.aside(self, read, self._profile_read, failed=self._profile_failed)

    def _profile_read(self, found: ReadProfile) -> None:
        self._save_profile(intents.SaveFirmProfile(found.profile))
        detail = self.tr("{undo} brings the earlier rules back.").format(undo=self._shell.window.registry.shown("undo"))
        if found.unknown:
            detail = self.tr("Not known here and left out: {names}.").format(names=", ".join(found.unknown[:8]))
        self._say_of_profile(Message(Kind.OK, self.tr("Taken over: {name}").format(name=found.profile.name), detail))

    def _profile_failed(self, error: EngageDeskError) -> None:
        self._say_of_profile(message_for(error))

    def _say_of_profile(self, message: Message) -> None:
        page = self._page()
        if page is None:
            self._shell.say(message)
        else:
            page.firm.show_message(message)

    def _ask_export(self, intent: intents.ExportFirmProfile) -> None:
        profile = intent.profile

        def write(name: str) -> None:
            self._bridge.aside(
                self, lambda _: write_profile(Path(name), profile), self._exported, failed=self._profile_failed
            )

        title = self.tr("Export the firm profile")
        ask_new_file(self._shell.window, title, name="firm-profile.json", chosen=write)

    def _exported(self, path: Path) -> None:
        self._shell.say(said(self.tr("Written: {file}").format(file=path.name)))


def read_profile(path: Path) -> ReadProfile:
    """Read a firm's rules from a file; ``UserError`` where it is none."""
    try:
        with path.open("rb") as stream:
            text = stream.read(PROFILE_FILE_LIMIT + 1)
    except OSError as error:
        raise UserError("profile.not_read", file=path.name, why=error.strerror or "") from error
    try:
        if len(text) > PROFILE_FILE_LIMIT:
            raise UserError("profile.not_a_profile")
        return FirmProfile.from_data(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise UserError("profile.not_a_profile") from error


def write_profile(path: Path, profile: FirmProfile) -> Path:
    with writing(path):
        path.write_text(json.dumps(profile.to_data(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
