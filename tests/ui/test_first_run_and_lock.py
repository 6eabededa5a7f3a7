from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from engagedesk.ui.intents import (
    ChooseImport,
    CreateStore,
    KeepRecoveryKey,
    LoadSample,
    QuickEntry,
    Quit,
    RecoveryKeyTo,
    Unlock,
    UnlockWithKey,
)
from engagedesk.ui.pages.first_run import FirstRunPage
from engagedesk.ui.pages.lock import LockPage
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.view_rows import Kind, LockReason, LockView, Message
from tests.ui.conftest import Asked, shown
from tests.ui.sample_rows import NOW, RECENT, ZONE, at

LEFT = Qt.MouseButton.LeftButton
GROUPS = ("K7QF", "2MZD", "9XTA", "R4HC", "W8NE", "5PJB", "V3GY", "6DSK")
GOOD = "lantern otter gravel sunday"


@pytest.fixture
def first(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> FirstRunPage:
    page = FirstRunPage()
    page.intent.connect(asked.take)
    page.show_recovery_key(GROUPS)
    shown(qtbot, page)
    return page


@pytest.fixture
def locked(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> LockPage:
    page = LockPage(lambda: NOW)
    page.intent.connect(asked.take)
    page.show_lock(LockView(LockReason.BY_HAND, at(15, 58), ZONE, NOW - 2480, False, "0.1.0"))
    shown(qtbot, page)
    return page


def _fill(
    page: FirstRunPage, *, passphrase: str = GOOD, again: str = GOOD, groups: tuple[str, str] = ("9xta", "5PJB")
) -> None:
    QTest.keyClicks(page.passphrase, passphrase)
    QTest.keyClicks(page.again, again)
    for field, group in zip(page.check_fields, groups, strict=True):
        QTest.keyClicks(field, group)


def test_the_store_is_made_once_everything_is_right(first: FirstRunPage, asked: Asked) -> None:
    assert not first.continue_button.isEnabled()
    _fill(first)
    assert first.continue_button.isEnabled()
    QTest.keyClick(first.again, Qt.Key.Key_Return)
    assert asked.last() == CreateStore(GOOD, use_keyring=False)
    assert not first.continue_button.isEnabled()


@pytest.mark.parametrize(
    ("passphrase", "again", "groups"),
    [
        ("short", "short", ("9XTA", "5PJB")),
        (GOOD, "lantern otter gravel monday", ("9XTA", "5PJB")),
        (GOOD, GOOD, ("9XTA", "5PJX")),
        (GOOD, GOOD, ("", "")),
    ],
    ids=["too short", "differs", "wrong group", "no groups"],
)
def test_nothing_goes_on_before_both_ways_in_are_sure(
    first: FirstRunPage, asked: Asked, passphrase: str, again: str, groups: tuple[str, str]
) -> None:
    _fill(first, passphrase=passphrase, again=again, groups=groups)
    assert not first.continue_button.isEnabled()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert asked.of(CreateStore) == []


def test_the_strength_is_said_in_words(first: FirstRunPage) -> None:
    QTest.keyClicks(first.passphrase, GOOD)
    assert first.strength.words.text() == "Strong: 4 words, 27 characters"


def test_a_difference_is_said_only_when_it_is_one(first: FirstRunPage) -> None:
    QTest.keyClicks(first.passphrase, GOOD)
    QTest.keyClicks(first.again, GOOD[:5])
    assert first.again.accessibleDescription() == ""
    QTest.keyClicks(first.again, "X")
    assert first.again.accessibleDescription() == "This differs from the passphrase above"


def test_the_recovery_key_is_kept_in_three_ways(first: FirstRunPage, asked: Asked) -> None:
    for button, way in (
        (first.print_button, RecoveryKeyTo.PRINTER),
        (first.save_button, RecoveryKeyTo.FILE),
        (first.copy_button, RecoveryKeyTo.CLIPBOARD),
    ):
        QTest.mouseClick(button, LEFT)
        assert asked.last() == KeepRecoveryKey(way)


def test_no_usable_keyring_is_said_plainly(first: FirstRunPage, asked: Asked) -> None:
    first.keyring.setChecked(True)
    first.show_keyring(usable=False, reason="This keyring keeps secrets in plain text.")
    _fill(first)
    first.continue_button.click()
    assert asked.last() == CreateStore(GOOD, use_keyring=False)
    assert first.keyring_note.text() == "This keyring keeps secrets in plain text."


def test_typed_secrets_leave_the_fields_with_the_first_step(first: FirstRunPage) -> None:
    _fill(first)
    first.show_step_import()
    assert {field.text() for field in first.findChildren(QLineEdit)} == {""}
    assert first.groups.accessibleName() == "Recovery key: "


def test_a_failure_to_make_the_store_lets_the_person_try_again(first: FirstRunPage) -> None:
    _fill(first)
    first.continue_button.click()
    first.show_message(Message(Kind.DANGER, "The disk is full", "Free 20 MB and continue."))
    assert "The disk is full" in first.notice.accessibleName()
    assert first.continue_button.isEnabled()


def test_the_second_step_offers_import_sample_or_neither(qtbot: QtBot, first: FirstRunPage, asked: Asked) -> None:
    first.show_step_import()
    QTest.mouseClick(first.import_button, LEFT)
    assert asked.last() == ChooseImport()
    QTest.mouseClick(first.sample_button, LEFT)
    assert asked.last() == LoadSample()
    with qtbot.waitSignal(first.done):
        QTest.mouseClick(first.back_button, LEFT)


def test_the_third_step_starts_the_first_timer(qtbot: QtBot, first: FirstRunPage, asked: Asked) -> None:
    first.show_step_timer(RECENT)
    QTest.keyClicks(first.quick_line.field, "northgate")
    with qtbot.waitSignal(first.done):
        QTest.keyClick(first.quick_line.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(asked.last(), QuickEntry)


def test_lock_shows_a_time_and_no_name(locked: LockPage) -> None:
    assert locked.elapsed.text() == "0:41:20"
    words = " ".join(label.text() for label in locked.findChildren(QLabel) if label.isVisible())
    assert "Locked by hand at 15:58." in words
    for name in ("Northgate", "Fenmoor", "Harrowgate"):
        assert name not in words


def test_enter_unlocks_once(locked: LockPage, asked: Asked) -> None:
    QTest.keyClicks(locked.passphrase, GOOD)
    QTest.keyClick(locked.passphrase, Qt.Key.Key_Return)
    QTest.keyClick(locked.passphrase, Qt.Key.Key_Return)
    assert asked.intents == [Unlock(GOOD)]
    assert GOOD not in repr(asked.last())


def test_nothing_typed_unlocks_nothing(locked: LockPage, asked: Asked) -> None:
    QTest.keyClick(locked.passphrase, Qt.Key.Key_Return)
    assert asked.intents == []


def test_a_wrong_passphrase_says_so_and_waits_for_the_next(locked: LockPage, asked: Asked) -> None:
    QTest.keyClicks(locked.passphrase, "wrong one")
    QTest.keyClick(locked.passphrase, Qt.Key.Key_Return)
    locked.show_failure(Message(Kind.DANGER, "That is not the passphrase", "Nothing was changed."))
    assert locked.failure.text() == "That is not the passphrase. Nothing was changed."
    assert locked.passphrase.selectedText() != ""
    assert locked.unlock_button.isEnabled()


def test_the_recovery_key_opens_and_sets_a_new_passphrase(locked: LockPage, asked: Asked) -> None:
    QTest.mouseClick(locked.key_button, LEFT)
    assert not locked.recover_button.isEnabled()
    QTest.keyClicks(locked.recovery_key, "-".join(GROUPS))
    QTest.keyClicks(locked.new_passphrase, GOOD)
    assert not locked.recover_button.isEnabled()
    QTest.keyClicks(locked.new_again, GOOD)
    QTest.mouseClick(locked.recover_button, LEFT)
    assert asked.last() == UnlockWithKey("-".join(GROUPS), GOOD)


def test_escape_returns_to_the_passphrase(locked: LockPage) -> None:
    QTest.mouseClick(locked.key_button, LEFT)
    QTest.keyClick(locked, Qt.Key.Key_Escape)
    assert locked.passphrase.isVisible()


def test_quit_is_possible_while_locked(locked: LockPage, asked: Asked) -> None:
    QTest.mouseClick(locked.quit_button, LEFT)
    assert asked.last() == Quit()
