"""Watching windows, reminding, suggesting, quick entry: the controllers in the program without a screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.domain.reminders import Reminder, ReminderKind
from engagedesk.domain.spans import Span
from engagedesk.paths import Profile
from engagedesk.services.commands.firm import ChangeSetting
from engagedesk.services.commands.time import AddEntry, Target, Work
from engagedesk.services.queries.entries import entries_touching
from engagedesk.services.queries.suggestions import activity_span
from engagedesk.services.queries.views import remembered
from engagedesk.ui import intents
from engagedesk.ui.controllers.activity import Activity
from engagedesk.ui.controllers.reminders import STATE, told_from, told_text
from engagedesk.ui.desktop.active_window import InFront
from engagedesk.ui.desktop.capability import Capability, CapabilityState
from engagedesk.ui.desktop.idle import NoIdleClock
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.view_rows import DraftRow
from tests.fake_clock import FakeClock
from tests.shell.conftest import NAMES, Owner, Started

Start = Callable[..., Started]
SECRET = "Zeisigvögelchen"


@dataclass
class Windows:
    """A desktop that says what the test says."""

    front: InFront | None = None
    looks: int = 0
    closed: list[bool] = field(default_factory=list)

    def look(self) -> InFront | None:
        self.looks += 1
        return self.front

    def capability(self) -> Capability:
        return Capability("window_titles", CapabilityState.WORKS)

    def close(self) -> None:
        self.closed.append(True)


@pytest.fixture
def started(start: Start, made: Profile, clock: FakeClock) -> Started:
    clock.set_local("2026-11-18T11:00")
    begun = start(made)
    begun.open()
    begun.program._build_rest()
    return begun


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def activity(started: Started, windows: Windows) -> Iterator[Activity]:
    shell = started.program.shell
    assert shell is not None
    made = Activity(shell, windows, NoIdleClock())
    made.start()
    yield made
    made.stop()


def read(started: Started, query: Callable[..., object], *args: object) -> object:
    shell = started.program.shell
    assert shell is not None
    owner = Owner()
    shell.bridge.ask(owner, lambda w: w.read(query, *args), owner.hear)
    started.qtbot.waitUntil(lambda: len(owner.heard) == 1)
    return owner.heard[0]


def change(started: Started, key: str, value: bool | int | str) -> None:
    shell = started.program.shell
    assert shell is not None
    with started.qtbot.waitSignal(shell.bridge.changed):
        shell.bridge.execute(shell.window, ChangeSetting(key, value))


def looks(activity: Activity, clock: FakeClock, times: int) -> None:
    for _ in range(times):
        clock.advance(15)
        activity.look()


def test_nothing_is_looked_at_until_it_is_switched_on(
    started: Started, activity: Activity, windows: Windows, clock: FakeClock
) -> None:
    windows.front = InFront("soffice", "Harrowgate Foods plc")
    looks(activity, clock, 6)
    assert (windows.looks, activity.watching) == (0, False)
    assert read(started, activity_span) == (0, 0, 0)


def test_what_is_in_front_is_kept_without_its_names_and_becomes_a_suggestion(
    started: Started, activity: Activity, windows: Windows, clock: FakeClock, made: Profile
) -> None:
    change(started, "activity.watch", value=True)
    started.qtbot.waitUntil(lambda: activity.watching)
    windows.front = InFront("soffice", f"Harrowgate Foods plc {SECRET} jane@client.example")
    looks(activity, clock, 60)
    with started.qtbot.waitSignal(activity.kept):
        looks(activity, clock, 5)
    kept = read(started, lambda s: s.connection().exec_driver_sql("SELECT app, title FROM activity").all())
    [(app, title)] = map(tuple, cast("list[tuple[str, str]]", kept))
    assert (app, "Harrowgate" in title, "jane" in title) == ("soffice", False, False)
    suggestions, page = started.crew.suggestions, started.program.window.page("today")
    assert suggestions is not None
    assert isinstance(page, TodayPage)
    suggestions.ask(date(2026, 11, 18))
    started.qtbot.waitUntil(lambda: bool(page.suggested.lines))
    [row] = [line.row for line in page.suggested.lines]
    assert (row.source, row.code) == ("activity", NAMES[0][2])
    started.program.take(intents.AcceptDraft(row.id))
    started.qtbot.waitUntil(lambda: not page.suggested.lines)
    entries = read(started, entries_touching, date(2026, 11, 18), date(2026, 11, 18))
    assert [(e.state.value, e.narrative) for e in entries] == [("draft", "")]  # type: ignore[attr-defined]
    logged = "".join(path.read_text(encoding="utf-8") for path in made.logs.glob("*"))
    assert SECRET not in logged
    assert "Harrowgate" not in logged


def test_a_pause_looks_at_nothing_and_ends_by_itself(
    started: Started, activity: Activity, windows: Windows, clock: FakeClock
) -> None:
    change(started, "activity.watch", value=True)
    started.qtbot.waitUntil(lambda: activity.watching)
    activity.takes[intents.PauseWatching](intents.PauseWatching(3_600))
    before = windows.looks
    looks(activity, clock, 20)
    assert (windows.looks, activity.paused) == (before, True)
    bar, registry = started.program.window.message_bar, started.program.window.registry
    assert bar.message is not None
    assert bar.message.intent == intents.PauseWatching(0), "not every desktop has a tray"
    offered = [registry.action(name) for name in ("titles.pause", "titles.resume")]
    assert [action and action.intent for action in offered] == [
        intents.PauseWatching(3_600), intents.PauseWatching(0)
    ]  # fmt: skip
    clock.advance(hours=1)
    looks(activity, clock, 2)
    assert (windows.looks, activity.paused) == (before + 2, False)


def test_titles_are_forgotten_by_range_and_by_age(
    started: Started, activity: Activity, windows: Windows, clock: FakeClock
) -> None:
    change(started, "activity.watch", value=True)
    started.qtbot.waitUntil(lambda: activity.watching)
    windows.front = InFront("soffice", "Notes")
    with started.qtbot.waitSignal(activity.kept):
        looks(activity, clock, 10)
    assert read(started, activity_span)[0] == 1  # type: ignore[index]
    with started.qtbot.waitSignal(activity.kept):
        activity.takes[intents.ForgetTitles](intents.ForgetTitles(date(2026, 11, 18), date(2026, 11, 18)))
    assert read(started, activity_span) == (0, 0, 0)
    with started.qtbot.waitSignal(activity.kept):
        looks(activity, clock, 10)
    clock.advance(hours=31 * 24)
    windows.front = None
    looks(activity, clock, 1)
    started.qtbot.waitUntil(lambda: read(started, activity_span) == (0, 0, 0))


def test_our_own_window_is_nothing_that_was_worked_on(
    started: Started, activity: Activity, windows: Windows, clock: FakeClock
) -> None:
    change(started, "activity.watch", value=True)
    started.qtbot.waitUntil(lambda: activity.watching)
    windows.front = InFront("engagedesk", "EngageDesk")
    looks(activity, clock, 10)
    assert read(started, activity_span) == (0, 0, 0)


def test_a_reminder_is_said_once_an_hour_also_after_a_new_start(started: Started, clock: FakeClock) -> None:
    reminders, bar = started.crew.reminders, started.program.window.message_bar
    assert reminders is not None
    reminders.look()
    started.qtbot.waitUntil(lambda: "no_timer" in str(read(started, remembered, STATE)))
    started.qtbot.waitUntil(lambda: not bar.isHidden())
    told = told_from(str(read(started, remembered, STATE)))
    assert told.at_utc == {ReminderKind.NO_TIMER: clock.now_s()}
    first = clock.now_s()
    clock.advance(minutes=59)
    reminders._told = None
    reminders.look()
    started.qtbot.waitUntil(lambda: read(started, remembered, STATE) == told_text(told))
    clock.advance(minutes=1)
    reminders.look()
    started.qtbot.waitUntil(
        lambda: told_from(str(read(started, remembered, STATE))).at_utc[ReminderKind.NO_TIMER] == first + 3_600
    )


def test_a_meeting_silences_every_reminder(started: Started) -> None:
    reminders = started.crew.reminders
    assert reminders is not None
    reminders.occupied = lambda: True
    reminders.look()
    assert read(started, remembered, STATE) == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"nothing": [1, "2026-11-18"]}', '{"away": "x"}', "null"])
def test_what_was_said_and_cannot_be_read_was_not_said(text: str) -> None:
    assert told_from(text).at_utc == {}


def test_no_reminder_names_a_client(started: Started) -> None:
    reminders, desk, shell = started.crew.reminders, started.program.desk, started.program.shell
    assert reminders is not None
    assert desk is not None
    assert shell is not None
    code = read(started, _code)
    work = Work(Target(code=code))  # type: ignore[arg-type]
    end = shell.clock.now_s()
    with started.qtbot.waitSignal(desk.shown):
        shell.bridge.execute(
            shell.window, AddEntry(work, zone="Europe/London", now_utc=end, span=Span(end - 3_600, end - 1_800))
        )
    assert any("Harrowgate" in target.text for target in desk.recent)
    for kind in ReminderKind:
        said = reminders.words(Reminder(kind, 3_600, "2026-W47"))
        shown = [said.title, said.body, *(action.words for action in said.actions)]
        assert not any(name in words for name in ("Harrowgate", "410118", "Group audit") for words in shown)
        assert said.title
        assert any(action.intent for action in said.actions), "each can be acted on where it is said"


def _code(session: object) -> bytes:
    found = session.connection().exec_driver_sql("SELECT id FROM charge_code WHERE code = '410118-10'")  # type: ignore[attr-defined]
    return bytes(found.scalar_one())


def test_quick_entry_opens_while_the_window_is_hidden_and_closes_once_saved(
    qtbot: QtBot, started: Started, clock: FakeClock
) -> None:
    program = started.program
    assert program.desk is not None
    dialog = program.desk.line_dialog
    assert dialog is program.desk.line_dialog, "built once"
    program.window.hide()
    program.take(intents.NewEntry())
    assert dialog.isVisible()
    assert not program.window.isVisible()
    dialog.quick_line.field.setText("10:00-10:30 harrowgate, call")
    qtbot.waitUntil(lambda: "Harrowgate" in dialog.quick_line.echo_view.accessibleName())
    with qtbot.waitSignal(program.desk.shown):
        program.take(intents.QuickEntry("10:00-10:30 harrowgate, call", date(2026, 11, 18)))
    qtbot.waitUntil(lambda: not dialog.isVisible())
    entries = read(started, entries_touching, date(2026, 11, 18), date(2026, 11, 18))
    assert [e.narrative for e in entries] == ["call"]  # type: ignore[attr-defined]


def test_a_line_that_is_refused_stays_in_quick_entry(qtbot: QtBot, started: Started) -> None:
    program = started.program
    assert program.desk is not None
    dialog = program.desk.line_dialog
    program.take(intents.NewEntry())
    dialog.quick_line.field.setText("90 harrowgate")
    program.take(intents.QuickEntry("90 harrowgate", date(2026, 11, 18)))
    read(started, activity_span)
    assert dialog.isVisible()
    assert dialog.quick_line.field.text() == "90 harrowgate"


def test_suggestions_say_why_in_words(started: Started) -> None:
    suggestions, shell = started.crew.suggestions, started.program.shell
    assert suggestions is not None
    assert shell is not None
    code = read(started, _code)
    now = shell.clock.now_s()
    for week in (1, 2, 3, 4):
        start = now - week * 7 * 86_400 - 7_200
        work = Work(Target(code=code))  # type: ignore[arg-type]
        span = Span(start, start + 3_600)
        with started.qtbot.waitSignal(shell.bridge.changed):
            shell.bridge.execute(shell.window, AddEntry(work, zone="Europe/London", now_utc=now, span=span))
    heard: list[tuple[DraftRow, ...]] = []
    suggestions.drafts.connect(lambda _day, rows: heard.append(rows))
    suggestions.ask(date(2026, 11, 18))
    started.qtbot.waitUntil(lambda: any(heard))
    assert heard[-1][0].why == "because you booked Harrowgate on 4 of the last 4 Wednesdays at 09:00"


def test_the_days_lane_on_the_timesheet_shows_suggestions_and_books_them(started: Started) -> None:
    from engagedesk.ui.pages.timesheet import TimesheetPage
    from engagedesk.ui.timesheet import intents as wanted
    from engagedesk.ui.timesheet.drafts import AcceptDraft, DraftSource

    shell, suggestions = started.program.shell, started.crew.suggestions
    assert shell is not None
    assert suggestions is not None
    code, now = read(started, _code), shell.clock.now_s()
    for week in (1, 2, 3, 4):
        start = now - week * 7 * 86_400 - 7_200
        work = Work(Target(code=code))  # type: ignore[arg-type]
        with started.qtbot.waitSignal(shell.bridge.changed):
            shell.bridge.execute(
                shell.window, AddEntry(work, zone="Europe/London", now_utc=now, span=Span(start, start + 3_600))
            )
    page = started.program.window.show_page("timesheet")
    assert isinstance(page, TimesheetPage)
    started.program.take(wanted.ShowTimesheet("day", date(2026, 11, 18)))

    def lane() -> list[str]:
        return [draft.key for draft in page.day_view._suggested]

    started.qtbot.waitUntil(lambda: bool(lane()))
    [draft] = page.day_view._suggested
    assert (draft.source, draft.title) == (DraftSource.SUGGESTION, "Harrowgate")
    started.program.take(AcceptDraft(draft))
    # The habit is booked; what is free after it may be more of the same.
    started.qtbot.waitUntil(lambda: [key.partition(":")[0] for key in lane()] == ["recent"])
    entries = read(started, entries_touching, date(2026, 11, 18), date(2026, 11, 18))
    assert [e.source.value for e in entries] == ["suggestion"]  # type: ignore[attr-defined]
