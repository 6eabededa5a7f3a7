"""Writing the plan as a file for others: choose where, read it in the store thread, write it, say what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from engagedesk.domain.days import zone_named
from engagedesk.domain.ids import EngagementId
from engagedesk.interchange.plan_rows import PlanDocument
from engagedesk.services import rules
from engagedesk.services.plan_exchange import PlanFormat, PlanWords, WrittenPlan, plan_document, write_plan
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.messages import sentences
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.desktop.places import ask_new_file
from engagedesk.ui.format import locale
from engagedesk.ui.store_bridge import Request
from engagedesk.ui.view_rows import Kind, Message
from engagedesk.ui.words import tr

NAME: Final = "EngageDesk plan"


class PlanFiles(QObject):
    """Takes the intent of writing the plan. Lives in the GUI thread."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._engagements: tuple[EngagementId, ...] = ()
        """What was asked for last; () = all."""
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {intents.WritePlan: self._ask}

    def _ask(self, intent: intents.WritePlan) -> None:
        self._engagements = intent.engagements
        dialog = ask_new_file(
            self._shell.window,
            self.tr("Save the plan as a file"),
            name=f"{NAME}.{PlanFormat.PROJECT.value}",
            chosen=self._on_chosen,
            filters=[*self._filters()],
        )
        dialog.filterSelected.connect(self._on_filter)

    def _filters(self) -> dict[str, PlanFormat]:
        return {
            self.tr("Microsoft Project (*.xml)"): PlanFormat.PROJECT,
            self.tr("Calendar (*.ics)"): PlanFormat.CALENDAR,
            self.tr("Excel (*.xlsx)"): PlanFormat.XLSX,
            self.tr("CSV (*.csv)"): PlanFormat.CSV,
        }

    @Slot(str)
    def _on_filter(self, words: str) -> None:
        """Give the name the ending of the kind that was chosen."""
        dialog, chosen = self.sender(), self._filters().get(words)
        if isinstance(dialog, QFileDialog) and chosen is not None:
            dialog.setDefaultSuffix(chosen.value)
            named = dialog.selectedFiles()
            dialog.selectFile(Path(named[0]).with_suffix(f".{chosen.value}").name if named else NAME)

    @Slot(str)
    def _on_chosen(self, name: str) -> None:
        self.write(Path(name), self._engagements)

    def write(self, path: Path, engagements: tuple[EngagementId, ...] = ()) -> None:
        """Write the plan of some engagements; () = of all that are live."""
        clock, words = self._shell.clock, _words()
        now_utc, zone = clock.now_s(), zone_named(clock.zone_name())

        def read(workspace: Workspace) -> PlanDocument:
            today = workspace.read(rules.work_days).day_of(now_utc, zone)
            return workspace.read(plan_document, engagements, today=today, title=words.title)

        def ready(document: PlanDocument) -> None:
            def work(_request: Request[WrittenPlan]) -> WrittenPlan:
                return write_plan(document, path, now_utc=now_utc, words=words)

            def done(written: WrittenPlan) -> None:
                self._say(path, written)

            self._bridge.aside(self, work, done, failed=self._shell.complain)

        self._bridge.ask(self, read, ready, failed=self._shell.complain)

    def _say(self, path: Path, written: WrittenPlan) -> None:
        what = self.tr("{items} items of {engagements} engagements in {file}").format(
            items=locale().toString(written.items),
            engagements=locale().toString(written.engagements),
            file=path.name,
        )
        left = ", ".join(left_words(code) for code, _ in written.unwritten)
        lacks = self.tr("This kind of file cannot hold: {names}").format(names=left) if left else ""
        self._shell.say(Message(Kind.OK, self.tr("The plan is written"), sentences(what, lacks)))


def left_words(code: str) -> str:
    """Return what a kind of file cannot hold."""
    return {
        "far_links": tr("PlanFiles", "links to other engagements"),
        "links": tr("PlanFiles", "links"),
        "bookings": tr("PlanFiles", "bookings"),
        "patterns": tr("PlanFiles", "working weeks"),
        "days": tr("PlanFiles", "leave and holidays"),
        "days_of_both": tr("PlanFiles", "days of one person on one engagement"),
        "baselines": tr("PlanFiles", "baselines"),
        "baseline_places": tr("PlanFiles", "baseline places of items that are gone"),
    }[code]


def _words() -> PlanWords:
    return PlanWords(
        date=tr("PlanFiles", "{name} · {client} · {engagement}"),
        deadline=tr("PlanFiles", "Deadline: {name} · {client} · {engagement}"),
        booking=tr("PlanFiles", "{percent} % {name} · {client} · {engagement}"),
        booking_of=tr("PlanFiles", "{percent} % {client} · {engagement}"),
        title=tr("PlanFiles", "Plan"),
    )
