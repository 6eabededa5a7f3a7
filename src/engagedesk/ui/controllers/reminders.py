"""Reminders: once a minute the facts are held against the rules; what is due is said where the person is."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from engagedesk.domain.days import Week
from engagedesk.domain.reminders import Facts, Reminder, ReminderKind, ReminderRules, Told, due
from engagedesk.services.commands.firm import RememberView
from engagedesk.services.queries.reminders import reminder_facts, reminder_rules
from engagedesk.services.queries.views import remembered
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.desk import Desk
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.idle import IdleClock
from engagedesk.ui.desktop.notifications import Notification, NotificationAction
from engagedesk.ui.format import hm, minutes_words, week_number
from engagedesk.ui.view_rows import Kind, Message

LOOK_EVERY_MS: Final = 60_000
STATE: Final = "reminders"


def never_occupied() -> bool:
    """Say that the person is in no meeting: nothing tells so here."""
    return False


class Reminders(QObject):
    """Lives in the GUI thread. Says its words in the window where that is in use, else to the desktop."""

    def __init__(self, shell: Shell, desk: Desk, idle: IdleClock, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = desk
        self._idle = idle
        self._told: Told | None = None
        self.occupied: Callable[[], bool] = never_occupied
        """Whether the person presents, calls or sits in a meeting; whoever knows sets it."""
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self.look)

    def start(self) -> None:
        self._look.start()

    def stop(self) -> None:
        self._look.stop()

    @Slot()
    def look(self) -> None:
        """Look once, and say what is due."""
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> tuple[Facts, ReminderRules, str]:
            return (
                workspace.read(reminder_facts, now_utc=now_utc, zone=zone),
                workspace.read(reminder_rules),
                workspace.read(remembered, STATE),
            )

        self._shell.bridge.ask(self, work, self._take, topic="reminders")

    def _take(self, found: tuple[Facts, ReminderRules, str]) -> None:
        facts, rules, state = found
        told = self._told if self._told is not None else told_from(state)
        facts = replace(facts, idle_s=self._idle.idle_s(), occupied=self.occupied())
        reminder = due(facts, rules, told)
        if reminder is None:
            return
        self._told = told.after(reminder, facts)
        self._shell.bridge.execute(self, RememberView(STATE, told_text(self._told)))
        self._say(reminder)

    def _say(self, reminder: Reminder) -> None:
        notification = self.words(reminder)
        if not self._shell.in_sight or not self._shell.window.isActiveWindow():
            self._shell.notifier.notify(notification)
            return
        first = next((a for a in notification.actions if a.intent is not None), NotificationAction(""))
        self._shell.say(
            Message(Kind.INFO, notification.title, notification.body, action=first.words, intent=first.intent)
        )

    def words(self, reminder: Reminder) -> Notification:
        """Return what is said. It names no client and no engagement: it lies in the desktop's history."""
        length = minutes_words(reminder.seconds)
        opens = NotificationAction(self.tr("Open EngageDesk"))
        quick = NotificationAction(self.tr("Quick entry"), intents.NewEntry())
        match reminder.kind:
            case ReminderKind.NO_TIMER:
                again = self._desk.recent[0].text if self._desk.recent else ""
                start = (NotificationAction(self.tr("Start the last one"), intents.StartTimer(again)),) if again else ()
                body = self.tr("Nothing is recorded for the last {length}.").format(length=length)
                return Notification(self.tr("No timer is running"), body, (*start, quick))
            case ReminderKind.AWAY:
                body = self.tr("For {length} it has been open what your time away was.").format(length=length)
                answer = NotificationAction(self.tr("Answer it"), intents.AskAway())
                return Notification(self.tr("Time away waits for an answer"), body, (answer, opens))
            case ReminderKind.DAY_SHORT:
                body = self.tr("{hours} h of the standard day are not recorded yet.").format(hours=hm(reminder.seconds))
                today = NotificationAction(self.tr("Open the day"), intents.ShowPage("today"))
                return Notification(self.tr("The day is not complete"), body, (today, quick))
            case ReminderKind.CUT_OFF:
                week = week_number(reminder.week)
                title = self.tr("Week {number} is not submitted").format(number=week)
                body = self.tr("It is due in {length}.").format(length=length)
                # Its Thursday: the day by which a week is named, whatever its end.
                day = Week.parse(reminder.week).first + timedelta(days=3)
                check = NotificationAction(self.tr("Check the week"), intents.HandIn(intents.HandInStep.CHECK, day))
                return Notification(title, body, (check, opens))


def told_text(told: Told) -> str:
    """Return what was said, as ``remembered`` keeps it: a lock or a new start does not say it again."""
    return json.dumps({kind.value: [at, told.on[kind].isoformat()] for kind, at in told.at_utc.items()})


def told_from(text: str) -> Told:
    """Return what was said; what cannot be read was not."""
    at: dict[ReminderKind, int] = {}
    on: dict[ReminderKind, date] = {}
    with suppress(ValueError, TypeError, AttributeError):
        for kind, (at_utc, day) in json.loads(text or "{}").items():
            on[ReminderKind(kind)] = date.fromisoformat(day)
            at[ReminderKind(kind)] = int(at_utc)
    return Told(at, on)
