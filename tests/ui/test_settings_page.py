from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from engagedesk import settings as table
from engagedesk.domain.firm_profile import DEFAULT_PROFILE, CheckKind, FirmProfile, RateSight
from engagedesk.settings import SETTINGS, Section
from engagedesk.ui.actions import ActionRegistry, window_actions
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.intents import (
    AskRestore,
    AssignKeys,
    ChangeSetting,
    CheckCapabilities,
    ResetKeys,
    SaveFirmProfile,
    SetLanguage,
    SetReducedMotion,
)
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.pages.settings_groups.firm import COUNTS, changed, days_as_text, days_from_text
from engagedesk.ui.pages.settings_groups.rows import ManyBlock, NumberBlock, WeekBlock, seconds_of
from engagedesk.ui.pages.settings_groups.shortcuts import KeysBlock, ShortcutsPanel
from engagedesk.ui.pages.settings_groups.stored import StoredPanel, row_for
from engagedesk.ui.setting_words import Group, rows_by_hand, setting_findables
from engagedesk.ui.theme import Icon, ThemeSwitch
from tests.ui.conftest import Asked, shown
from tests.ui.gallery_rows import CAPABILITIES
from tests.ui.gallery_rows import SETTINGS as VIEW

CONTROL = Qt.KeyboardModifier.ControlModifier
HOSTILE = ("a" * 100_000, "\u202eevil\u202c", "😀" * 50, "=1+1", "-1", "9" * 400, "\0", "1e9", "٣")


@pytest.fixture
def page(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> SettingsPage:
    made = SettingsPage()
    made.show_actions(ActionRegistry(window_actions([("today", "Today", Icon.TODAY)]), parent=made))
    made.intent.connect(asked.take)
    made.show_settings(VIEW)
    made.show_values({key: setting.default for key, setting in SETTINGS.items()})
    made.show_profile(DEFAULT_PROFILE)
    made.show_capabilities(CAPABILITIES)
    shown(qtbot, made, 1224, 844)
    return made


def stored(page: SettingsPage, group: Group) -> StoredPanel:
    panel = page.panel(group)
    assert isinstance(panel, StoredPanel)
    return panel


def shortcuts(page: SettingsPage) -> ShortcutsPanel:
    page.show_group(Group.SHORTCUTS)
    panel = page.panel(Group.SHORTCUTS)
    assert isinstance(panel, ShortcutsPanel)
    return panel


# -- the page --------------------------------------------------------------------------------------------------------


def test_every_setting_of_the_table_has_one_row_or_an_editor_of_its_own(page: SettingsPage) -> None:
    keys = [block.key for group in Group for block in page.panel(group).blocks]
    for key, setting in SETTINGS.items():
        assert keys.count(key) == (0 if setting.section is Section.KEPT else 1), key


def test_groups_are_built_when_they_are_wanted_and_all_by_the_first_search(qtbot: QtBot, page: SettingsPage) -> None:
    qtbot.waitUntil(lambda: len(page._panels) == len(Group))
    page.show_group(Group.FIRM)
    assert page.nav[Group.FIRM].isChecked()
    assert page.found[0] == "Name"


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("heartbeat", "Note activity every"),
        ("activity every", "Note activity every"),
        ("crash offer", "Note activity every"),
        ("dark", "Theme"),
        ("bank holiday", "Days that differ"),
        ("margin", "Who sees rates"),
        ("PASSWORD", "Passphrase and recovery key"),
        ("verify", "Check the store"),
        ("backup folder", "Backup folder"),
        ("hotkey", "All keys"),
    ],
)
def test_a_setting_is_found_by_its_words_and_its_help(page: SettingsPage, query: str, title: str) -> None:
    page.search.setText(query)
    assert title in page.found


def test_nothing_found_is_said_and_esc_brings_the_group_back(page: SettingsPage) -> None:
    page.show_group(Group.APPEARANCE)
    page.search.setText("zebra")
    assert not page.found
    assert page._nothing.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.found == ("Theme", "Language", "Reduce motion")


def test_a_setting_chosen_in_the_palette_has_the_keyboard(page: SettingsPage) -> None:
    page.show_group(Group.TIME, table.TIMER_HEARTBEAT.key)
    row = page.panel(Group.TIME).block(table.TIMER_HEARTBEAT.key)
    assert isinstance(row, NumberBlock)
    assert page.focusWidget() is row.field


def test_the_palette_knows_every_setting(qtbot: QtBot) -> None:
    known = {item.id for item in setting_findables()}
    wanted = {f"setting.{s.key}" for s in SETTINGS.values() if s.section is not Section.KEPT}
    assert wanted <= known
    assert {f"settings.{group.value}" for group in Group} <= known


def test_a_row_made_by_hand_is_called_in_the_palette_what_it_is_called_on_the_page(page: SettingsPage) -> None:
    for group, key, title in rows_by_hand():
        block = page.panel(group).block(key)
        assert block is not None, key
        assert block.title == title
    known = {key for _, key, _ in rows_by_hand()}
    assert {f.name for f in fields(FirmProfile)} - known == {"name", "counting", "cutoff_min"}


# -- rows ------------------------------------------------------------------------------------------------------------


def test_a_number_outside_its_range_is_said_and_not_sent(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.TIME)
    row = stored(page, Group.TIME).rows[table.TIMER_HEARTBEAT.key]
    assert isinstance(row, NumberBlock)
    for text, words in (("5", "From 10 to 300 s"), ("soon", "Type a whole number"), ("", "Type a whole number")):
        row.field.setText(text)
        row.field.editingFinished.emit()
        assert row.wrong.text() == words
        assert row.field.accessibleDescription() == words
    assert asked.of(ChangeSetting) == []
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.field.text() == "60"
    assert not row.wrong.isVisible()


def test_arrow_keys_step_a_number_within_its_range(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.TIME)
    row = stored(page, Group.TIME).rows[table.TIMER_HEARTBEAT.key]
    assert isinstance(row, NumberBlock)
    row.show_value(299)
    for _ in range(3):
        QTest.keyClick(row.field, Qt.Key.Key_Up)
    assert row.field.text() == "300"
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert asked.of(ChangeSetting) == [ChangeSetting(table.TIMER_HEARTBEAT.key, 300)]


def test_the_default_is_one_press_away_once_it_was_left(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.SECURITY)
    row = stored(page, Group.SECURITY).rows[table.LOCK_AFTER.key]
    assert not row.reset_button.isVisible()
    row.show_value(30)
    assert row.reset_button.isVisible()
    row.reset_button.click()
    assert asked.last() == ChangeSetting(table.LOCK_AFTER.key, None)


def test_what_the_store_refuses_is_said_beside_the_setting(page: SettingsPage) -> None:
    page.show_group(Group.SECURITY)
    page.say_of(table.LOCK_AFTER.key, "It takes 0 to 480 min")
    assert stored(page, Group.SECURITY).rows[table.LOCK_AFTER.key].wrong.isVisible()


@pytest.mark.parametrize("key", list(SETTINGS))
def test_a_row_shows_the_default_of_its_setting_and_sends_nothing_by_itself(
    qtbot: QtBot, theme: ThemeSwitch, asked: Asked, key: str
) -> None:
    row = row_for(SETTINGS[key])
    qtbot.addWidget(row)
    row.edited.connect(asked.take)
    row.show_value(SETTINGS[key].default)
    assert asked.intents == []


@given(st.text(max_size=12))
def test_any_text_is_a_length_of_time_or_none(text: str) -> None:
    seconds = seconds_of(text)
    assert seconds is None or 0 <= seconds < 1_000 * 3600


@pytest.mark.parametrize(("text", "seconds"), [("7:30", 27_000), ("7.5", 27_000), ("7,5", 27_000), ("0", 0),
                                               ("7:60", None), ("7:3", None), ("-1", None), ("", None)])  # fmt: skip
def test_hours_are_read_as_people_write_them(text: str, seconds: int | None) -> None:
    assert seconds_of(text) == seconds


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_field_is_refused_or_kept_as_text(page: SettingsPage, asked: Asked, text: str) -> None:
    for group in Group:
        page.show_group(group)
        for field in page.panel(group).findChildren(QLineEdit):
            field.setText(text)
            field.editingFinished.emit()
        for lines in page.panel(group).findChildren(QPlainTextEdit):
            lines.setPlainText(text)
            lines.clearFocus()
    for intent in asked.of(ChangeSetting):
        assert isinstance(intent, ChangeSetting)
        SETTINGS[intent.key].check(intent.value)


# -- appearance, backup, capabilities --------------------------------------------------------------------------------


def test_language_and_motion_are_asked_for(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.APPEARANCE)
    combo = page.appearance.language.combo
    assert [combo.itemText(i) for i in range(combo.count())] == ["As the system", "English", "Deutsch"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    assert asked.last() == SetLanguage("de")
    page.appearance.motion.check.click()
    assert asked.last() == SetReducedMotion(on=True)


def test_a_backup_that_is_chosen_asks_what_restoring_would_do(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.BACKUP)
    backup = page.backup
    backup.backup_table.chosen.emit(VIEW.backups[1])
    assert asked.last() == AskRestore(VIEW.backups[1].name)
    backup.other_button.click()
    assert asked.last() == AskRestore()
    backup.show_values({table.BACKUP_FOLDER.key: "/mnt/safe"})
    backup.beside_button.click()
    assert asked.last() == ChangeSetting(table.BACKUP_FOLDER.key, None)


def test_a_capability_says_why_and_what_to_do(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.CAPABILITIES)
    said = page.capabilities.block("idle")
    assert said is not None
    assert "libXss" in said.accessibleName()
    page.show_capabilities((Capability("hotkey", CapabilityState.DEGRADED, "hotkey.of_a_later_version"),))
    later = page.capabilities.block("hotkey")
    assert later is not None
    assert "hotkey.of_a_later_version" in later.accessibleName()
    page.capabilities.again_button.click()
    assert asked.last() == CheckCapabilities()


def test_a_later_answer_takes_the_place_of_the_first(page: SettingsPage) -> None:
    page.show_group(Group.CAPABILITIES)
    page.add_capabilities([Capability("idle", CapabilityState.WORKS)])
    said = page.capabilities.block("idle")
    assert said is not None
    assert said.accessibleName() == "Idle time: Works"


# -- shortcuts -------------------------------------------------------------------------------------------------------


def test_every_action_is_listed_with_its_keys(page: SettingsPage) -> None:
    panel = shortcuts(page)
    assert {a.id for a in panel._registry.actions} == set(panel.actions_shown)
    assert panel.actions_shown["lock"].keys_button.text() == "Ctrl+L"


def test_pressed_keys_are_asked_for(page: SettingsPage, asked: Asked) -> None:
    button = shortcuts(page).actions_shown["lock"].keys_button
    button.click()
    assert button.listens
    QTest.keyClick(button, Qt.Key.Key_Control)
    QTest.keyClick(button, Qt.Key.Key_J, CONTROL)
    assert asked.last() == AssignKeys("lock", "Ctrl+J")
    button.click()
    QTest.keyClick(button, Qt.Key.Key_Backspace)
    assert asked.last() == AssignKeys("lock", "")


def test_esc_and_tab_leave_the_keys_as_they_were(page: SettingsPage, asked: Asked) -> None:
    button = shortcuts(page).actions_shown["lock"].keys_button
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab):
        button.setFocus()
        button.click()
        QTest.keyClick(button, key)
        assert not button.listens
        assert button.text() == "Ctrl+L"
    assert asked.of(AssignKeys) == []


def test_a_clash_is_named_and_settled_in_place(page: SettingsPage, asked: Asked) -> None:
    block = shortcuts(page).actions_shown["refresh"]
    block.keys_button.click()
    QTest.keyClick(block.keys_button, Qt.Key.Key_L, CONTROL)
    assert asked.of(AssignKeys) == []
    assert block.wrong.text() == "Ctrl+L already means “Lock”"
    block.take_button.click()
    assert asked.of(AssignKeys) == [AssignKeys("lock", ""), AssignKeys("refresh", "Ctrl+L")]


def test_a_letter_alone_is_refused(page: SettingsPage, asked: Asked) -> None:
    block = shortcuts(page).actions_shown["refresh"]
    block.keys_button.click()
    QTest.keyClick(block.keys_button, Qt.Key.Key_A)
    assert "letter alone" in block.wrong.text()
    assert asked.of(AssignKeys) == []


def test_all_keys_go_back_at_once(page: SettingsPage, asked: Asked) -> None:
    panel = shortcuts(page)
    assert not panel.reset_button.isEnabled()
    panel._registry.assign({"lock": "Ctrl+J"})
    assert panel.actions_shown["lock"].keys_button.text() == "Ctrl+J"
    assert panel.actions_shown["lock"].reset_button.isVisible()
    panel.reset_button.click()
    assert asked.last() == ResetKeys()


# -- firm profile ----------------------------------------------------------------------------------------------------


def test_every_field_of_the_profile_has_a_row(page: SettingsPage) -> None:
    rows = set(page.firm.rows)
    for field in fields(FirmProfile):
        own = {field.name} if field.name != "counting" else {key for key in rows if key.startswith(COUNTS)}
        assert own, field.name
        assert own <= rows


def test_a_changed_field_is_sent_with_all_the_others(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.FIRM)
    row = page.firm.rows["increment_s"]
    assert isinstance(row, NumberBlock)
    row.field.setText("6")
    row.field.editingFinished.emit()
    assert asked.last() == SaveFirmProfile(replace(DEFAULT_PROFILE, increment_s=360))
    blocks = page.firm.rows["blocks"]
    assert isinstance(blocks, ManyBlock)
    blocks.checks[CheckKind.OVERLAP].click()
    last = asked.last()
    assert isinstance(last, SaveFirmProfile)
    assert last.profile == replace(DEFAULT_PROFILE, increment_s=360, blocks=frozenset({CheckKind.OVERLAP}))


def test_rules_that_do_not_fit_together_are_said_and_not_sent(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.FIRM)
    row = page.firm.rows["narrative_min"]
    assert isinstance(row, NumberBlock)
    row.field.setText("300")
    row.field.editingFinished.emit()
    assert asked.of(SaveFirmProfile) == []
    assert row.wrong.isVisible()


def test_a_week_of_hours_is_one_value(page: SettingsPage, asked: Asked) -> None:
    page.show_group(Group.FIRM)
    row = page.firm.rows["standard_week_s"]
    assert isinstance(row, WeekBlock)
    row.fields[4].setText("6")
    row.fields[4].editingFinished.emit()
    last = asked.last()
    assert isinstance(last, SaveFirmProfile)
    assert last.profile.standard_week_s == (27_000, 27_000, 27_000, 27_000, 21_600, 0, 0)
    row.fields[0].setText("25:00")
    row.fields[0].editingFinished.emit()
    assert row.wrong.isVisible()
    assert len(asked.of(SaveFirmProfile)) == 1


@given(st.dictionaries(st.dates(), st.integers(0, 1_440).map(lambda m: m * 60), max_size=6))
def test_days_that_differ_are_read_as_they_are_written(days: dict[date, int]) -> None:
    assert days_from_text(days_as_text(days)) == days


@pytest.mark.parametrize("line", ["2026-02-30 0:00", "2026-12-25", "Christmas 0:00", "2026-12-25 25:00", "a b c"])
def test_a_day_that_cannot_be_read_is_named_by_its_line(qtbot: QtBot, line: str) -> None:
    with pytest.raises(ValueError, match="Line 2"):
        days_from_text(f"2026-12-24 4:00\n{line}")


def test_how_one_kind_of_time_counts_changes_no_other() -> None:
    from engagedesk.domain.firm_profile import Counting
    from engagedesk.domain.states import NonClientKind

    made = changed(DEFAULT_PROFILE, f"{COUNTS}training", Counting.PRODUCTIVE)
    assert made.counts_as(NonClientKind.TRAINING) is Counting.PRODUCTIVE
    assert made.counts_as(NonClientKind.LEAVE) is Counting.REDUCES
    assert changed(made, f"{COUNTS}training", None).counting == DEFAULT_PROFILE.counting
    assert changed(replace(made, rates=RateSight.EVERYTHING), "rates", None).rates is RateSight.NOBODY


def test_keys_for_every_program_are_pressed_beside_those_of_the_window(page: SettingsPage, asked: Asked) -> None:
    page.show_values({key: setting.default for key, setting in SETTINGS.items()})
    row = page.panel(Group.SHORTCUTS).block("hotkey.timer")
    assert isinstance(row, KeysBlock)
    row.keys_button.click()
    QTest.keyClick(row.keys_button, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert asked.last() == ChangeSetting("hotkey.timer", "Ctrl+Alt+T")
    row.keys_button.click()
    QTest.keyClick(row.keys_button, Qt.Key.Key_T)
    assert "typed" in row.wrong.text()
    page.search.setText("any program")
    assert "Quick entry from any program" in page.found
