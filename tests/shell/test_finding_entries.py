"""Find entries in the whole program: by its key, from the palette, to the entry in its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.domain.spans import Span
from engagedesk.paths import Profile
from engagedesk.services.commands.time import AddEntry, Target, Work
from engagedesk.services.opening import ByPassphrase, Surroundings, open_profile
from engagedesk.ui import intents
from engagedesk.ui.controllers.entry_search import EntryFinder
from engagedesk.ui.dialogs.find_entries import FindEntriesDialog
from engagedesk.ui.pages.timesheet import TimesheetPage
from tests.fake_clock import FakeClock
from tests.shell.conftest import PASSPHRASE, Started

Start = Callable[..., Started]


class Search:
    def __init__(self, started: Started, qtbot: QtBot) -> None:
        started.open()
        self.program, self.qtbot = started.program, qtbot
        self.program._build_rest()
        self.program.window.show()
        [self.finder] = self.program.findChildren(EntryFinder)

    @property
    def dialog(self) -> FindEntriesDialog:
        assert self.finder.dialog is not None
        return self.finder.dialog

    def until_shown(self, *narratives: str) -> None:
        self.qtbot.waitUntil(lambda: tuple(row.narrative for row in self.dialog.model.rows) == narratives)


@pytest.fixture
def search(qtbot: QtBot, start: Start, made: Profile, around: Surroundings, clock: FakeClock) -> Search:
    workspace = open_profile(made, ByPassphrase(PASSPHRASE), around)
    for days, narrative in ((900, "Stock count at Corby"), (400, "Board minutes"), (2, "Stock recount")):
        start_utc = clock.now_s() - days * 86_400
        work, span = Work(Target(), narrative=narrative), Span(start_utc, start_utc + 3_600)
        workspace.execute(AddEntry(work, clock.zone, clock.now_s(), span))
    workspace.close()
    return Search(start(made), qtbot)


def test_the_key_opens_the_newest_entries_and_words_narrow_them(search: Search) -> None:
    QTest.keyClick(search.program.window, Qt.Key.Key_F3)
    search.until_shown("Stock recount", "Board minutes", "Stock count at Corby")
    assert search.dialog.aside.text() == "3 entries, 3:00 h"
    QTest.keyClicks(search.dialog.words, "corby")
    search.until_shown("Stock count at Corby")
    assert search.dialog.aside.text() == "1 entry, 1:00 h"


def test_the_usual_key_of_a_search_means_entries_only_where_entries_are_shown(search: Search) -> None:
    window = search.program.window
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search.until_shown("Stock recount", "Board minutes", "Stock count at Corby")
    search.dialog.reject()
    search.program.take(intents.ShowPage("clients"))
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.finder.dialog is None


def test_enter_goes_to_the_first_answer_in_its_day(search: Search, qtbot: QtBot) -> None:
    search.program.take(intents.FindEntries("stock"))
    search.until_shown("Stock recount", "Stock count at Corby")
    QTest.keyClick(search.dialog.words, Qt.Key.Key_Down)
    QTest.keyClick(search.dialog.table, Qt.Key.Key_Down)
    row = search.dialog.model.rows[1]
    QTest.keyClick(search.dialog.table, Qt.Key.Key_Return)
    assert search.finder.dialog is None
    page = search.program.window.page("timesheet")
    assert isinstance(page, TimesheetPage)
    qtbot.waitUntil(lambda: page.shown_view == "day" and page.shown_day == row.work_day)


def test_enter_before_the_answer_means_the_answer_to_these_words(search: Search, qtbot: QtBot) -> None:
    search.program.take(intents.FindEntries())
    search.until_shown("Stock recount", "Board minutes", "Stock count at Corby")
    oldest = search.dialog.model.rows[2]
    QTest.keyClicks(search.dialog.words, "corby")
    QTest.keyClick(search.dialog.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: search.finder.dialog is None)
    page = search.program.window.page("timesheet")
    assert isinstance(page, TimesheetPage)
    qtbot.waitUntil(lambda: page.shown_day == oldest.work_day)


def test_what_is_recorded_and_undone_meanwhile_comes_and_goes(search: Search, clock: FakeClock) -> None:
    search.program.take(intents.FindEntries("stock"))
    search.until_shown("Stock recount", "Stock count at Corby")
    now_utc = clock.now_s()
    work, span = Work(Target(), narrative="Stock memo"), Span(now_utc - 3_600, now_utc)
    search.finder._shell.bridge.execute(search.finder, AddEntry(work, clock.zone, now_utc, span))
    search.until_shown("Stock memo", "Stock recount", "Stock count at Corby")
    search.program.take(intents.Undo())
    search.until_shown("Stock recount", "Stock count at Corby")


def test_the_palette_offers_to_look_for_its_words_in_all_entries(search: Search) -> None:
    palette = search.program.window.top_bar.finder
    palette.begin()
    QTest.keyClicks(palette, "minutes")
    assert palette.found[-1] == "Find “minutes” in all entries"
    QTest.keyClick(palette, Qt.Key.Key_Up)
    QTest.keyClick(palette, Qt.Key.Key_Return)
    search.until_shown("Board minutes")
    assert search.dialog.words.text() == "minutes"


def test_nothing_found_is_said_and_escape_leaves(search: Search, qtbot: QtBot) -> None:
    search.program.take(intents.FindEntries("zebra"))
    qtbot.waitUntil(lambda: search.dialog.nothing.text() == "No entry has all of these words.")
    assert search.dialog.table.isHidden()
    assert search.dialog.aside.isHidden()
    QTest.keyClick(search.dialog, Qt.Key.Key_Escape)
    assert search.finder.dialog is None
