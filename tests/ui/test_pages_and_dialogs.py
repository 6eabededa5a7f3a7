from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engagedesk.domain.states import EngagementState, ServiceLine
from engagedesk.services.queries.engagement_list import EngagementFilter, Ordering
from engagedesk.ui.dialogs.history import HistoryDialog
from engagedesk.ui.dialogs.importing import ImportDialog
from engagedesk.ui.dialogs.quick_entry import QuickEntryDialog
from engagedesk.ui.dialogs.still_running import StillRunningCard
from engagedesk.ui.intents import (
    BackUpNow,
    CancelImport,
    ChangePassphrase,
    ChooseImport,
    LoadSample,
    NewRecoveryKey,
    OpenEngagement,
    PreviewImport,
    QuickEntry,
    ResolveRunning,
    RunImport,
    RunningChoice,
    SetTheme,
    ShowDay,
    ShowPage,
    StartTimer,
    Understand,
    UndoImport,
    UseKeyring,
)
from engagedesk.ui.pages.engagement import EngagementPageView
from engagedesk.ui.pages.portfolio import PortfolioPage
from engagedesk.ui.pages.settings import SettingsPage
from engagedesk.ui.portfolio_intents import (
    BeginContact,
    ChangeState,
    EditEngagement,
    EditGate,
    ListEngagements,
    RollForward,
)
from engagedesk.ui.setting_words import Group
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.view_rows import Kind, Left, Message
from tests.ui.conftest import Asked, shown
from tests.ui.gallery_rows import ECHO, LINE, MAPPED, PREVIEW, QUESTION, RESULT, SETTINGS
from tests.ui.sample_rows import DAY, ENGAGEMENTS, PAGE, ZONE, at
from tests.ui.sample_standings import LISTED

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def listed(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> PortfolioPage:
    page = PortfolioPage()
    page.intent.connect(asked.take)
    page.show_list(LISTED)
    shown(qtbot, page, 1224, 844)
    return page


def _wanted(asked: Asked) -> EngagementFilter:
    last = asked.last()
    assert isinstance(last, ListEngagements)
    return last.wanted


def test_chips_ask_for_a_service_line_and_for_what_is_open(listed: PortfolioPage, asked: Asked) -> None:
    assert listed.more_chips[-1].accessibleName() == "Closed, 2"
    QTest.mouseClick(listed.line_chips[2], LEFT)
    assert _wanted(asked) == EngagementFilter(line=ServiceLine.TAX)
    QTest.mouseClick(listed.more_chips[0], LEFT)
    assert _wanted(asked) == EngagementFilter(line=ServiceLine.TAX, off_track=True)
    QTest.mouseClick(listed.line_chips[0], LEFT)
    QTest.mouseClick(listed.more_chips[4], LEFT)
    assert _wanted(asked) == EngagementFilter(off_track=True, ended=True)
    QTest.mouseClick(listed.line_chips[0], LEFT)
    assert _wanted(asked) == EngagementFilter(), "all there are, where a line of service was no reason to press it"
    assert [chip.isChecked() for chip in (*listed.line_chips, *listed.more_chips)] == [True] + [False] * 8


def test_a_search_is_asked_for_once_the_typing_rests(listed: PortfolioPage, asked: Asked, qtbot: QtBot) -> None:
    QTest.keyClicks(listed.search, "north")
    assert not asked.intents
    qtbot.waitUntil(lambda: bool(asked.intents))
    assert _wanted(asked) == EngagementFilter(text="north")
    assert len(asked.intents) == 1
    listed.client.activated.emit(3)
    assert _wanted(asked) == EngagementFilter(text="north", client=ENGAGEMENTS[2].client_id)


def test_filters_that_nothing_fits_say_so(listed: PortfolioPage) -> None:
    listed.show_list(replace(LISTED, rows=(), totals=()))
    assert any(w.isVisible() and w.text() == "No engagement fits these filters." for w in listed.findChildren(QLabel))
    assert not listed.empty.isVisible()


def test_a_press_on_a_column_asks_for_its_order_and_again_turns_it_round(listed: PortfolioPage, asked: Asked) -> None:
    header = listed.table.horizontalHeader()
    place = [column.key for column in listed.model.columns].index("variance")
    at_variance = header.sectionViewportPosition(place) + 10
    for descending in (False, True):
        QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(at_variance, 10))
        assert _wanted(asked) == EngagementFilter(order=Ordering.VARIANCE, descending=descending)


def test_single_keys_act_on_the_engagement_of_the_row(listed: PortfolioPage, asked: Asked) -> None:
    listed.table.setFocus()
    first = listed.model.rows[0].engagement
    one = first.id
    for key, intent in (
        (Qt.Key.Key_E, EditEngagement(one)),
        (Qt.Key.Key_R, RollForward(one)),
        (Qt.Key.Key_G, EditGate(one)),
        (Qt.Key.Key_N, BeginContact(one)),
        (Qt.Key.Key_S, StartTimer(f"{first.short} {first.title} {first.codes[0]}")),
    ):
        QTest.keyClick(listed.table, key)
        assert asked.last() == intent


def test_the_menu_of_a_row_offers_the_steps_that_its_state_has(listed: PortfolioPage, asked: Asked) -> None:
    menu = listed.table.menu.build(ENGAGEMENTS[0])
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words == ["Open", "Start timer", "Edit", "Set a gate", "Roll forward to next year", "Note a contact",
                     "Progress report", "Save its plan as a file", "Invoices", "Days closed to work", "Put on hold",
                     "Close"]  # fmt: skip
    menu.actions()[-1].trigger()
    assert asked.last() == ChangeState(ENGAGEMENTS[0].id, EngagementState.CLOSED)


def test_a_row_opens_its_engagement_by_mouse_and_by_enter(listed: PortfolioPage, asked: Asked) -> None:
    table = listed.table
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(listed.model.index(1, 0)).center())
    assert asked.last() == OpenEngagement(listed.model.rows[1].id)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.last() == OpenEngagement(listed.model.rows[2].id)


def test_an_empty_list_offers_import_and_sample(listed: PortfolioPage, asked: Asked) -> None:
    listed.show_list(replace(LISTED, rows=(), totals=(), total=0, clients=()))
    listed.empty.button.click()
    assert asked.last() == ChooseImport()
    listed.empty.second_button.click()
    assert asked.last() == LoadSample()


@pytest.fixture
def opened(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> EngagementPageView:
    page = EngagementPageView()
    page.intent.connect(asked.take)
    page.show_engagement(PAGE, ZONE)
    shown(qtbot, page, 1224, 844)
    return page


def test_an_engagement_says_its_facts_and_open_gates_first(opened: EngagementPageView) -> None:
    assert "Fee: Fixed $410,000" in opened.facts.accessibleName()
    assert opened.gates.accessibleName().startswith("Gates: Overdue fees open, one invoice, 61 days")
    assert opened.place.text() == "Engagement 2 of 12"
    assert "Priya Nair, you" in [str(opened.team.model.index(r, 0).data()) for r in range(7)]


def test_an_engagement_starts_its_timer_and_leads_back_and_to_a_day(opened: EngagementPageView, asked: Asked) -> None:
    opened.start_button.click()
    assert asked.last() == StartTimer("Northgate PCAOB audit 410220-20")
    opened.back_link.click()
    assert asked.last() == ShowPage("engagements")
    table = opened.my_time.table
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(opened.my_time.model.index(1, 0)).center())
    assert asked.last() == ShowDay(DAY.replace(day=17))


def test_an_engagements_history_is_in_the_days_of_the_place(opened: EngagementPageView) -> None:
    late = replace(PAGE.history[0], at_utc=at(23, 30))
    for zone, day in ((ZONE, "20 Nov"), ("Asia/Tokyo", "21 Nov")):
        opened.show_engagement(replace(PAGE, history=(late,)), zone)
        assert opened.history.model.index(0, 0).data() == day


def test_an_engagement_without_anything_shows_no_empty_tables(opened: EngagementPageView) -> None:
    bare = replace(PAGE, gates=(), phases=(), team=(), codes=(), my_entries=(), history=(), period_end=None)
    opened.show_engagement(bare, ZONE)
    for card in (opened.my_time, opened.team, opened.codes, opened.history):
        assert not card.table.isVisible()
    assert not opened.phases.isVisible()
    assert not opened.gates.isVisible()


@pytest.fixture
def settings(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> SettingsPage:
    page = SettingsPage()
    page.intent.connect(asked.take)
    page.show_settings(SETTINGS)
    shown(qtbot, page, 1224, 844)
    return page


def test_settings_change_theme_keyring_and_back_up(settings: SettingsPage, asked: Asked) -> None:
    settings.show_group(Group.APPEARANCE)
    QTest.mouseClick(settings.appearance.theme_choices["dark"], LEFT)
    assert asked.last() == SetTheme("dark")
    settings.show_group(Group.SECURITY)
    QTest.mouseClick(settings.security.keyring, LEFT)
    assert asked.last() == UseKeyring(on=False)
    settings.backup.backup_button.click()
    assert asked.last() == BackUpNow()
    assert not settings.backup.backup_button.isEnabled()
    settings.show_backup_message(Message(Kind.OK, "Backed up and verified"))
    assert settings.backup.backup_button.isEnabled()


def test_the_passphrase_is_changed_with_the_old_one(settings: SettingsPage, asked: Asked) -> None:
    settings.show_group(Group.SECURITY)
    QTest.keyClicks(settings.security.old, "what it was before")
    QTest.keyClicks(settings.security.new, "lantern otter gravel sunday")
    assert not settings.security.change_button.isEnabled()
    QTest.keyClicks(settings.security.again, "lantern otter gravel sunday")
    settings.security.change_button.click()
    assert asked.last() == ChangePassphrase("what it was before", "lantern otter gravel sunday")
    settings.security.recovery_button.click()
    assert asked.last() == NewRecoveryKey("what it was before")
    settings.show_security_message(Message(Kind.OK, "The passphrase is changed"))
    assert settings.security.old.text() == settings.security.new.text() == settings.security.again.text() == ""


def test_a_keyring_that_cannot_be_used_says_why(settings: SettingsPage) -> None:
    settings.show_settings(replace(SETTINGS, keyring_on=False, keyring_reason="No keyring answers on this computer."))
    assert not settings.security.keyring.isEnabled()
    assert settings.security.keyring_note.text() == "No keyring answers on this computer."


def test_quick_entry_closes_once_its_line_is_saved_and_sends_it_once(
    qtbot: QtBot, theme: ThemeSwitch, asked: Asked
) -> None:
    dialog = QuickEntryDialog()
    dialog.intent.connect(asked.take)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin(DAY, LINE)
    dialog.show_echo(ECHO)
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Return)
    assert asked.last() == QuickEntry(LINE, DAY)
    sent = len(asked.of(QuickEntry))
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Return)
    assert len(asked.of(QuickEntry)) == sent
    assert (dialog.isVisible(), dialog.quick_line.field.text()) == (True, LINE)
    dialog.saved()
    assert (dialog.isVisible(), dialog.quick_line.field.text()) == (False, "")


def test_a_refused_line_stays_and_can_be_sent_again(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> None:
    dialog = QuickEntryDialog()
    dialog.intent.connect(asked.take)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin(DAY, LINE)
    dialog.show_echo(ECHO)
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Return)
    dialog.refused()
    assert (dialog.isVisible(), dialog.quick_line.field.text()) == (True, LINE)
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Return)
    assert len(asked.of(QuickEntry)) == 2


def test_an_empty_line_offers_what_was_used_last_and_enter_takes_it(
    qtbot: QtBot, theme: ThemeSwitch, asked: Asked
) -> None:
    dialog = QuickEntryDialog()
    dialog.intent.connect(asked.take)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin(DAY)
    assert asked.last() == Understand("", DAY)
    dialog.show_echo(replace(ECHO, text="", ghost="", notice=None, can_add=False))
    assert not dialog.quick_line.echo_view.isVisible()
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Return)
    assert dialog.quick_line.field.text() == "harrowgate -30"
    assert len(asked.of(QuickEntry)) == 0


def test_a_choice_that_keys_went_to_is_taken_before_the_line_is_added(
    qtbot: QtBot, theme: ThemeSwitch, asked: Asked
) -> None:
    dialog = QuickEntryDialog()
    dialog.intent.connect(asked.take)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin(DAY, LINE)
    dialog.show_echo(ECHO)
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Return)
    assert dialog.quick_line.field.text() == "harrowgate -30"
    assert len(asked.of(QuickEntry)) == 0


def test_escape_first_empties_the_line_and_then_closes(qtbot: QtBot, theme: ThemeSwitch) -> None:
    dialog = QuickEntryDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.begin(DAY, "north")
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog.quick_line.field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.fixture
def importing(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> ImportDialog:
    dialog = ImportDialog()
    dialog.intent.connect(asked.take)
    shown(qtbot, dialog, 860, 640)
    return dialog


def test_an_import_is_previewed_run_and_undone(importing: ImportDialog, asked: Asked) -> None:
    importing.show_preview(PREVIEW)
    assert importing.summary.text().split("   ") == ["1,204 new", "0 changed", "31 the same", "2 left out"]
    assert importing.model.index(0, 3).data() == "the end is before the start"
    importing.import_button.click()
    assert asked.last() == RunImport(PREVIEW.path, "time", "")
    importing.show_result(RESULT)
    assert importing.rejected_words.text() == "2 rows were left out, the others came in"
    importing.undo_button.click()
    assert asked.last() == UndoImport(RESULT.batch)


def test_a_running_import_is_cancelled_before_the_dialog_closes(importing: ImportDialog, asked: Asked) -> None:
    importing.show_preview(PREVIEW)
    importing.import_button.click()
    importing.show_progress(21_000, 50_000)
    assert importing.progress.words.text() == "21,000 of 50,000 rows"
    importing.cancel_button.click()
    assert asked.last() == CancelImport()
    assert importing.isVisible()


def test_a_mapping_is_chosen_by_column_and_saved_by_name(importing: ImportDialog, asked: Asked) -> None:
    importing.show_preview(MAPPED)
    boxes = importing.column_boxes
    boxes["Remarks"].setCurrentIndex(boxes["Remarks"].findData("note"))
    boxes["Remarks"].activated.emit(boxes["Remarks"].currentIndex())
    again = asked.last()
    assert isinstance(again, PreviewImport)
    assert ("Remarks", "note") in again.columns
    QTest.keyClicks(importing.mapping_name, "Firm list")
    importing.import_button.click()
    run = asked.last()
    assert isinstance(run, RunImport)
    assert run.save_mapping_as == "Firm list"
    assert dict(run.columns)["Job no."] == "code"


def test_dates_that_read_both_ways_are_asked_about_and_never_guessed(importing: ImportDialog, asked: Asked) -> None:
    importing.show_preview(replace(PREVIEW, ask_date_order=True))
    assert not importing.import_button.isEnabled()
    assert importing.order.isVisible()
    importing.order.setCurrentIndex(2)
    importing.order.activated.emit(2)
    asked_again = asked.last()
    assert isinstance(asked_again, PreviewImport)
    assert asked_again.date_order == "mdy"


def test_a_file_without_anything_new_imports_nothing(importing: ImportDialog) -> None:
    importing.show_preview(replace(PREVIEW, created=0, updated=0))
    assert not importing.import_button.isEnabled()
    assert importing.notice.accessibleName() == "There is nothing new in this file."


def test_history_tells_old_new_who_and_why(qtbot: QtBot, theme: ThemeSwitch) -> None:
    dialog = HistoryDialog("Northgate", ZONE)
    qtbot.addWidget(dialog)
    dialog.show_history(PAGE.history)
    row = [str(dialog.model.index(0, column).data()) for column in range(6)]
    assert row == ["20 Nov 15:10", "Next date", "20 Nov", "24 Nov", "Priya Nair", "Release moved"]
    assert dialog.note.text() == "3 changes"


@pytest.fixture
def question(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> StillRunningCard:
    card = StillRunningCard()
    card.intent.connect(asked.take)
    shown(qtbot, card, 1224, 80)
    card.ask(QUESTION)
    return card


def test_a_timer_that_outlived_a_crash_is_asked_about(question: StillRunningCard, asked: Asked) -> None:
    assert question.title.text() == "Northgate PCAOB audit is still running since 20 Nov 18:42"
    QTest.mouseClick(question.end_button, LEFT)
    assert asked.last() == ResolveRunning(QUESTION.entry_id, 1, RunningChoice.END, QUESTION.last_activity_utc)
    assert not question.isVisible()


def test_it_may_go_on(question: StillRunningCard, asked: Asked) -> None:
    question.keep_button.click()
    assert asked.last() == ResolveRunning(QUESTION.entry_id, 1, RunningChoice.KEEP)


@pytest.mark.parametrize(("typed", "end"), [(QTime(18, 55), at(18, 55)), (QTime(0, 20), at(0, 20) + 86_400)])
def test_it_may_have_ended_at_another_time_even_after_midnight(
    question: StillRunningCard, asked: Asked, typed: QTime, end: int
) -> None:
    question.edit_button.click()
    question.time.setTime(typed)
    question.set_button.click()
    assert asked.last() == ResolveRunning(QUESTION.entry_id, 1, RunningChoice.END, end)


def test_a_page_that_fills_slowly_shows_the_outline_of_rows_until_they_come(qtbot: QtBot, theme: ThemeSwitch) -> None:
    page = PortfolioPage()
    shown(qtbot, page, 1160, 800)
    page.show_loading()
    assert not page.skeleton.isVisible()
    qtbot.waitUntil(page.skeleton.isVisible)
    page.show_list(LISTED)
    assert not page.skeleton.isVisible()
    page.show_loading()
    qtbot.waitUntil(page.spinner.isVisible)
    assert not page.skeleton.isVisible(), "rows that are there stay"


def test_in_a_low_window_the_totals_take_one_line(qtbot: QtBot, theme: ThemeSwitch) -> None:
    page = PortfolioPage()
    shown(qtbot, page, 968, 584)
    page.show_list(LISTED)
    assert page.total_line.isVisible()
    assert not page.totals.isVisible()
    assert all(sign in page.total_line.text() for sign in "£€$")
    page.resize(1160, 800)
    qtbot.waitUntil(page.totals.isVisible)
    assert not page.total_line.isVisible()


def test_how_a_timer_was_left_is_said_and_its_end_offered(question: StillRunningCard, asked: Asked) -> None:
    left = Left(QUESTION.entry_id, at(19, 9), locked=False)
    question.ask(replace(QUESTION, left=left))
    assert question.detail.text() == "You closed EngageDesk at 19:09; the timer went on."
    question.end_button.click()
    assert asked.last() == ResolveRunning(QUESTION.entry_id, 1, RunningChoice.END, at(19, 9))
