"""Suggestions: asks for a day's drafts, says why in words, books what is accepted, remembers what is dismissed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from engagedesk.domain.suggestions import Why
from engagedesk.services.commands.activity import AcceptDraft, DismissDraft, TakeBackDismissal
from engagedesk.services.commands.time import Work
from engagedesk.services.queries.suggestions import SuggestedRow, suggestions
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.desk import Desk
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.format import clock, day_short, isolate, locale
from engagedesk.ui.pages.today import TodayPage
from engagedesk.ui.view_rows import DraftRow


class Suggestions(QObject):
    """Lives in the GUI thread. Other views call ``ask`` for the day that they show and listen to ``drafts``."""

    drafts = Signal(object, object)
    """A day and its ``DraftRow``s, in order of time."""

    def __init__(self, shell: Shell, desk: Desk, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk = desk
        self._known: dict[str, tuple[date, SuggestedRow]] = {}
        desk.shown.connect(self._on_shown)
        self.drafts.connect(self._show_today)
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            intents.AcceptDraft: self._accept,
            intents.DismissDraft: self._dismiss,
            intents.BringDraftBack: self._bring_back,
        }

    @Slot(object)
    def ask(self, day: date) -> None:
        """Ask for a day's drafts; ``drafts`` follows."""
        clock_ = self._shell.clock
        zone, now_utc = clock_.zone_name(), clock_.now_s()

        def work(workspace: Workspace) -> tuple[date, tuple[SuggestedRow, ...]]:
            return day, workspace.read(suggestions, day=day, zone=zone, now_utc=now_utc)

        self._shell.bridge.ask(self, work, self._take, topic=f"drafts {day.isoformat()}")

    @Slot()
    def refresh(self) -> None:
        """Ask again for the day on Today: what is watched has grown, or time has passed."""
        view = self._desk.view
        if view is not None and self._shell.in_sight and self._shell.window.current_page == "today":
            self.ask(view.day)

    @Slot()
    def _on_shown(self) -> None:
        view = self._desk.view
        if view is not None:
            self.ask(view.day)

    def _take(self, found: tuple[date, tuple[SuggestedRow, ...]]) -> None:
        day, rows = found
        self._known = {key: known for key, known in self._known.items() if known[0] != day}
        made = []
        for row in rows:
            shown = draft_row(row)
            self._known[shown.id] = (day, row)
            made.append(shown)
        self.drafts.emit(day, tuple(made))

    @Slot(object, object)
    def _show_today(self, day: date, rows: tuple[DraftRow, ...]) -> None:
        page, view = self._shell.window.built_page("today"), self._desk.view
        if isinstance(page, TodayPage) and view is not None and view.day == day:
            page.show_drafts(rows)

    # -- answers -----------------------------------------------------------------------------------------------------

    def _accept(self, intent: intents.AcceptDraft) -> None:
        known = self._known.pop(intent.id, None)
        if known is None:
            return
        day, row = known
        draft = row.draft
        command = AcceptDraft(
            source=draft.source,
            target=draft.target,
            day=day,
            span=draft.span,
            work=Work(row.book, draft.narrative, draft.activity),
            zone=row.zone,
            now_utc=self._shell.clock.now_s(),
        )
        self._shell.bridge.execute(self, command, self._accepted, failed=self._shell.complain)

    def _accepted(self, _outcome: Outcome[Any]) -> None:
        words = self.tr("Booked as a draft")
        self._shell.say(said(words, action=self.tr("Undo"), intent=intents.Undo()))

    def _dismiss(self, intent: intents.DismissDraft) -> None:
        known = self._known.pop(intent.id, None)
        if known is None:
            return
        day, row = known
        draft = row.draft
        command = DismissDraft(
            source=draft.source,
            target=draft.target,
            day=day,
            span=draft.span,
            now_utc=self._shell.clock.now_s(),
        )

        def dismissed(outcome: Outcome[bytes]) -> None:
            words = self.tr("Dismissed: suggested less often from now on")
            back = intents.BringDraftBack(outcome.result)
            self._shell.say(said(words, action=self.tr("Bring it back"), intent=back))
            self.ask(day)

        self._shell.bridge.execute(self, command, dismissed, failed=self._shell.complain)

    def _bring_back(self, intent: intents.BringDraftBack) -> None:
        def brought(_outcome: Outcome[None]) -> None:
            self._on_shown()

        self._shell.bridge.execute(self, TakeBackDismissal(intent.answer), brought, failed=self._shell.complain)


def draft_row(row: SuggestedRow) -> DraftRow:
    """Return a draft as a view shows it."""
    draft = row.draft
    target = b"".join(part or b"-" for part in (draft.target.engagement, draft.target.code, draft.target.task))
    return DraftRow(
        id=f"{draft.source.value}:{draft.span.start_utc}:{draft.span.end_utc}:{target.hex()}",
        start_utc=draft.span.start_utc,
        end_utc=draft.span.end_utc,
        zone=row.zone,
        label=row.label,
        detail=row.detail,
        code=row.code,
        colour=row.colour,
        why=why_words(draft.why, row),
        source=draft.source.value,
    )


def why_words(why: Why, row: SuggestedRow) -> str:
    """Return the reason as one sentence without its stop."""
    words = _Words()
    match why.code:
        case "suggest.pattern" if why.day is not None and why.time_utc is not None:
            return words.pattern(why, row)
        case "suggest.activity":
            return words.activity(why)
        case "suggest.between":
            return words.between(row)
        case "suggest.after" if why.time_utc is not None:
            return words.after(row, clock(why.time_utc, row.zone))
        case "suggest.plan" if why.day is not None:
            return words.plan(why, day_short(why.day))
    return ""


class _Words(QObject):
    """The translator's context."""

    def pattern(self, why: Why, row: SuggestedRow) -> str:
        assert why.day is not None  # noqa: S101  # asked before
        assert why.time_utc is not None  # noqa: S101
        sentence = (
            # A whole sentence for each weekday: its plural bends with the language.
            self.tr("because you booked {what} on {n} of the last {of} Mondays at {time}"),
            self.tr("because you booked {what} on {n} of the last {of} Tuesdays at {time}"),
            self.tr("because you booked {what} on {n} of the last {of} Wednesdays at {time}"),
            self.tr("because you booked {what} on {n} of the last {of} Thursdays at {time}"),
            self.tr("because you booked {what} on {n} of the last {of} Fridays at {time}"),
            self.tr("because you booked {what} on {n} of the last {of} Saturdays at {time}"),
            self.tr("because you booked {what} on {n} of the last {of} Sundays at {time}"),
        )[why.day.weekday()]
        n, of = locale().toString(why.count), locale().toString(why.of)
        return sentence.format(what=row.label, n=n, of=of, time=clock(why.time_utc, row.zone))

    def activity(self, why: Why) -> str:
        n = locale().toString(why.minutes)
        if not why.text:
            return self.tr("because its windows were in front for {n} min").format(n=n)
        words = self.tr("because “{title}” and its like were in front for {n} min")
        return words.format(title=isolate(why.text), n=n)

    def between(self, row: SuggestedRow) -> str:
        return self.tr("because {what} stands before and after it").format(what=row.label)

    def after(self, row: SuggestedRow, time: str) -> str:
        return self.tr("because you worked on {what} until {time}").format(what=row.label, time=time)

    def plan(self, why: Why, due: str) -> str:
        return self.tr("because {what} is planned until {day}").format(what=isolate(why.text), day=due)
