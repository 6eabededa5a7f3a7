"""Settings in the running program: what is changed is kept, shown and undone; what is restored opens."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk import settings
from engagedesk.domain.firm_profile import DEFAULT_PROFILE
from engagedesk.errors import UserError
from engagedesk.models.keyring_slot import KeyringSecrets
from engagedesk.paths import Profile
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.ui import intents
from engagedesk.ui.controllers.preferences import read_profile, write_profile
from engagedesk.ui.controllers.safekeeping import free_folder
from engagedesk.ui.desktop import looks
from engagedesk.ui.desktop.capability import CapabilityState
from engagedesk.ui.dialogs.restoring import RestoreDialog
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.pages.settings_groups.rows import NumberBlock
from engagedesk.ui.setting_words import Group
from tests.shell.conftest import PASSPHRASE, Started, no_keyring

Start = Callable[..., Started]


def settings_of(started: Started, group: Group = Group.GENERAL) -> SettingsPage:
    started.program.take(intents.ShowSetting(group.value))
    page = started.program.window.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def test_a_changed_setting_is_kept_shown_and_undone(qtbot: QtBot, start: Start, made: Profile) -> None:
    started = start(made)
    started.open()
    page = settings_of(started, Group.TIME)
    row = page.panel(Group.TIME).block(settings.TIMER_HEARTBEAT.key)
    assert isinstance(row, NumberBlock)
    started.program.take(intents.ChangeSetting(settings.TIMER_HEARTBEAT.key, 30))
    qtbot.waitUntil(lambda: row.field.text() == "30")
    watch = started.crew.watch
    assert watch is not None
    qtbot.waitUntil(lambda: watch.settings.heartbeat_s == 30)
    started.program.take(intents.Undo())
    qtbot.waitUntil(lambda: row.field.text() == "60")
    started.program.take(intents.ChangeSetting(settings.TIMER_HEARTBEAT.key, 9_999))
    qtbot.waitUntil(lambda: row.wrong.isVisibleTo(page))


def test_keys_that_were_changed_hold_after_the_next_start(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings
) -> None:
    started = start(made)
    started.open()
    started.program.take(intents.AssignKeys("refresh", "Ctrl+R"))
    started.program.take(intents.AssignKeys("lock", ""))
    assert started.program.window.registry.keys("refresh") == "Ctrl+R"
    shell = started.program.shell
    assert shell is not None
    qtbot.waitUntil(lambda: not shell.bridge._under_way)
    assert started.program.window.registry.assigned == {"refresh": "Ctrl+R", "lock": ""}
    started.program.end()
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    from engagedesk.services.queries.settings import stored_settings

    assert workspace.read(stored_settings).keys == {"refresh": "Ctrl+R", "lock": ""}
    workspace.close()


def test_keys_come_from_the_store(qtbot: QtBot, start: Start, made: Profile, around: Surroundings) -> None:
    from engagedesk.services.commands.firm import ChangeSetting

    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    workspace.execute(ChangeSetting(settings.SHORTCUTS.key, '{"refresh":"Ctrl+R","of.another":"F9"}'))
    workspace.close()
    started = start(made)
    started.open()
    started.program._build_rest()
    registry = started.program.window.registry
    qtbot.waitUntil(lambda: registry.keys("refresh") == "Ctrl+R")
    started.program.take(intents.ResetKeys())
    assert registry.keys("refresh") == "F5"


def test_the_palette_remembers_over_a_start(qtbot: QtBot, start: Start, made: Profile, around: Surroundings) -> None:
    from engagedesk.services.queries.settings import palette_recent

    started = start(made)
    started.open()
    started.program._build_rest()
    finder = started.program.window.top_bar.finder
    finder.begin()
    QTest.keyClicks(finder, "keys and help")
    QTest.keyClick(finder, Qt.Key.Key_Return)
    assert started.program.window.current_page == "help"
    started.program.end()
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    assert workspace.read(palette_recent) == ("help",)
    workspace.close()


def test_the_firms_rules_are_kept_and_a_file_of_them_comes_back_the_same(
    qtbot: QtBot, start: Start, made: Profile, tmp_path: Path
) -> None:
    started = start(made)
    started.open()
    page = settings_of(started, Group.FIRM)
    rules = type(DEFAULT_PROFILE)(name="North LLP", increment_s=360)
    started.program.take(intents.SaveFirmProfile(rules))
    qtbot.waitUntil(lambda: page.firm.profile == rules)
    assert read_profile(write_profile(tmp_path / "firm.json", rules)).profile == rules


@pytest.mark.parametrize("text", ["", "[]", "{", "[" * 100_000, '{"increment_s": "x"}', "9" * 5_000])
def test_a_file_that_is_no_profile_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "firm.json").write_text(text, encoding="utf-8")
    with pytest.raises(UserError):
        read_profile(tmp_path / "firm.json")
    with pytest.raises(UserError, match=r"profile\.not_read"):
        read_profile(tmp_path / "nowhere.json")


def test_a_check_of_the_store_says_that_it_is_whole(qtbot: QtBot, start: Start, made: Profile) -> None:
    started = start(made)
    started.open()
    page = settings_of(started, Group.BACKUP)
    page.backup.check_button.click()
    qtbot.waitUntil(lambda: "The store is whole" in page.backup.check_notice.accessibleName())
    assert page.backup.check_button.isEnabled()


def test_a_backup_is_made_listed_explained_and_restored_into_a_profile_that_opens(
    qtbot: QtBot, start: Start, made: Profile, around: Surroundings
) -> None:
    started = start(made)
    started.open()
    page = settings_of(started, Group.BACKUP)
    page.backup.backup_button.click()
    qtbot.waitUntil(lambda: len(page.backup.backups.rows) == 1)
    row = page.backup.backups.rows[0]
    assert row.rows > 0
    started.program.take(intents.AskRestore(row.name))
    qtbot.waitUntil(lambda: bool(started.program.window.findChildren(RestoreDialog)))
    dialog = started.program.window.findChildren(RestoreDialog)[0]
    dialog.verify_button.click()
    qtbot.waitUntil(lambda: "Whole" in dialog.notice.accessibleName())
    dialog.secret.setText("not this one at all")
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: "Wrong passphrase" in dialog.notice.accessibleName())
    dialog.secret.setText(PASSPHRASE)
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: "Restored" in dialog.notice.accessibleName(), timeout=20_000)
    restored = Profile(Path(dialog.folder.text()))
    assert restored.folder.parent == made.folder.parent
    open_profile(restored, ByPassphrase(PASSPHRASE), around).close()
    dialog.reject()


def test_a_restore_never_aims_at_a_folder_that_is_there(tmp_path: Path) -> None:
    profile = tmp_path / "EngageDesk"
    profile.mkdir()
    first = free_folder(profile, 1_763_600_000)
    assert first.parent == tmp_path
    first.mkdir()
    assert not free_folder(profile, 1_763_600_000).exists()


def test_the_language_is_kept_for_the_next_start(start: Start, made: Profile) -> None:
    started = start(made)
    started.open()
    started.program.take(intents.SetLanguage("de"))
    started.program.take(intents.SetReducedMotion(on=True))
    kept = settings.read_appearance(made.appearance).appearance
    assert (kept.language, kept.reduced_motion) == ("de", True)
    message = started.program.window.message_bar.message
    assert message is not None
    assert "next start" in message.title
    started.program.take(intents.SetReducedMotion(on=False))


def test_everything_is_exported_into_a_folder(qtbot: QtBot, start: Start, made: Profile, tmp_path: Path) -> None:
    started = start(made)
    started.open()
    started.program._build_rest()
    take = started.program._takes[intents.ExportEverything]
    controller = take.__self__  # type: ignore[attr-defined]
    controller._export(str(tmp_path))
    document = tmp_path / "EngageDesk export" / "export.json"
    qtbot.waitUntil(document.exists)
    assert "tables" in json.loads(document.read_text(encoding="utf-8"))


def test_what_this_desktop_can_do_is_said_with_a_reason(tmp_path: Path) -> None:
    assert looks.file_lock(tmp_path).state is CapabilityState.WORKS
    assert list(tmp_path.iterdir()) == []
    assert looks.file_lock(tmp_path / "nowhere").why == "file_lock.unknown"
    assert looks.tray(lambda: False).why == "tray.none"
    assert looks.keyring(no_keyring).params["reason"]

    def works() -> KeyringSecrets:
        return object()  # type: ignore[return-value]  # only whether it answers counts

    assert looks.keyring(works).state is CapabilityState.WORKS
