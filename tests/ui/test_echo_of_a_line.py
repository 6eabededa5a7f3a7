"""What quick entry shows of a line without an end: what a timer would be started on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.services.quick import QuickDesk
from engagedesk.ui.controllers.lines import Around, echo_of
from engagedesk.ui.intents import QuickEntry
from engagedesk.ui.theme import ThemeSwitch
from engagedesk.ui.view_rows import Echo, Kind
from engagedesk.ui.widgets.quick_line import QuickLine
from tests.domain.test_quick_offer import CONTEXT, LATELY
from tests.ui.conftest import Asked, shown

DESK = QuickDesk(CONTEXT, {}, LATELY)
TODAY = CONTEXT.today


def echo(text: str) -> Echo:
    return echo_of(text, DESK, Around(), day=TODAY)


def test_now_says_that_enter_starts_a_timer() -> None:
    said = echo("now harr walk")
    assert said.notice is not None
    assert (said.can_add, said.starts, said.notice.kind) == (True, True, Kind.OK)
    assert said.task == "Walkthroughs"
    assert said.when.startswith("Today from ")


def test_a_line_without_a_time_is_asked_how_long_and_shows_what_it_would_start() -> None:
    said = echo("harrowgate walkthroughs, sales cycle")
    assert said.notice is not None
    assert (said.can_add, said.starts, said.notice.kind) == (False, False, Kind.INFO)
    assert (said.engagement, said.task, said.narrative) == (
        "Harrowgate Foods plc Group audit", "Walkthroughs", "sales cycle",
    )  # fmt: skip
    assert said.code == "Awaiting code"


def test_the_beginning_of_a_task_tells_engagements_apart_also_before_a_narrative() -> None:
    said = echo("10:15-10:55 harrowgate walkthr, sales cycle #field")
    assert said.can_add
    assert (said.task, said.narrative, said.activity) == ("Walkthroughs", "sales cycle", "Fieldwork")
    assert said.ghost == "work"


@pytest.mark.parametrize("text", ["now", "now zebra", "9-10 now harr", "yesterday now harr wal"])
def test_what_starts_nothing_says_why(text: str) -> None:
    said = echo(text)
    assert not said.can_add
    assert said.notice is not None


def test_a_line_with_its_time_is_recorded_as_before() -> None:
    said = echo("1h harrowgate walkthroughs")
    assert (said.can_add, said.starts) == (True, False)
    other = echo_of("now harrowgate walkthroughs", DESK, Around(), day=TODAY - timedelta(days=1))
    assert other.starts, "a timer starts today, whichever day is in sight"


def test_enter_on_a_line_that_says_now_starts(qtbot: QtBot, theme: ThemeSwitch, asked: Asked) -> None:
    line = QuickLine(large=True, waits=True)
    line.intent.connect(asked.take)
    shown(qtbot, line, 680, 400)
    line.set_day(TODAY)
    line.field.setText("now harrowgate walkthroughs")
    line.show_echo(echo("now harrowgate walkthroughs"))
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert asked.of(QuickEntry) == [QuickEntry("now harrowgate walkthroughs", TODAY, start_timer=True)]


def test_a_line_that_is_only_meant_to_start_a_timer_is_not_asked_how_long_it_was() -> None:
    line = "harrowgate walkthroughs"
    asked = echo_of(line, DESK, Around(), day=TODAY)
    assert not asked.starts
    said = echo_of(line, DESK, Around(), day=TODAY, for_timer=True)
    assert said.notice is not None
    assert (said.can_add, said.starts, said.notice.kind) == (True, True, Kind.OK)
    assert said.engagement
    assert not any("30m" in choice.text for choice in said.completions)
    timed = echo_of("9-10 " + line, DESK, Around(), day=TODAY, for_timer=True)
    assert (timed.can_add, timed.starts) == (True, False), "who types times adds an entry"
