"""A plan through the window: dropped in, shown as what it would change, taken back, and written out again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from engagedesk.paths import Profile
from engagedesk.ui import intents
from engagedesk.ui.controllers.imports import Imports
from engagedesk.ui.controllers.plan_files import PlanFiles
from engagedesk.ui.dialogs.importing import ImportDialog
from engagedesk.ui.view_rows import ImportAction
from tests.interchange.plan_files import PROJECT_2003, calendar, plan_file
from tests.shell.conftest import Started

Start = Callable[..., Started]


class Plans:
    """A started program and what of it brings plans in and out."""

    def __init__(self, started: Started, qtbot: QtBot) -> None:
        started.open()
        self.program, self.qtbot = started.program, qtbot
        self.program._build_rest()
        imports, files = self.program.findChild(Imports), self.program.findChild(PlanFiles)
        assert imports is not None
        assert files is not None
        self.imports, self.files = imports, files
        self.program.window.show()

    def opened(self, path: Path) -> ImportDialog:
        with self.qtbot.waitSignal(self.imports.previewed):
            self.program.take(intents.BeginImport(path))
        assert self.imports._dialog is not None
        return self.imports._dialog

    def brought_in(self, path: Path) -> None:
        dialog = self.opened(path)
        with self.qtbot.waitSignal(self.imports.imported):
            dialog.import_button.click()
        dialog.accept()


@pytest.fixture
def plans(start: Start, qtbot: QtBot, made: Profile) -> Plans:
    return Plans(start(made), qtbot)


def said(dialog: ImportDialog) -> list[tuple[str, str, str]]:
    return [(row.action.value, row.what, row.reason) for row in dialog.model.rows]


def test_a_plan_is_recognised_and_shows_what_it_would_change(plans: Plans, tmp_path: Path) -> None:
    path = plan_file(tmp_path / "plan.xml", PROJECT_2003)
    dialog = plans.opened(path)
    assert ("create", "Task: Walkthroughs", "") in said(dialog)
    assert "Microsoft Project" in dialog.recognised.text()
    assert "another calendar" in dialog.remarks.text()
    dialog.reject()
    plans.brought_in(path)
    plan_file(path, PROJECT_2003.replace("2026-11-06T17:00:00", "2026-11-09T17:00:00"))
    dialog = plans.opened(path)
    changed = [row for row in said(dialog) if row[0] == ImportAction.UPDATE.value]
    assert changed == [("update", "Task: Walkthroughs", "Deadline: 6 Nov → 9 Nov")]
    dialog.reject()


def test_a_circle_is_said_in_the_dialog_and_nothing_comes_in(plans: Plans, tmp_path: Path) -> None:
    link = "<PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type></PredecessorLink>"
    body = PROJECT_2003.replace("<Notes>Sales cycle first</Notes>", link)
    plans.program.take(intents.BeginImport(plan_file(tmp_path / "plan.xml", body)))
    dialog = plans.imports._dialog
    assert dialog is not None
    plans.qtbot.waitUntil(lambda: "close a circle" in dialog.notice.accessibleName())
    assert not dialog.import_button.isEnabled()
    dialog.reject()


def test_a_calendar_says_what_becomes_of_its_events(plans: Plans, tmp_path: Path) -> None:
    closed = ("UID:1", "SUMMARY:Lanternbank closed", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261228")
    dialog = plans.opened(plan_file(tmp_path / "mine.ics", calendar(closed)))
    assert said(dialog) == [("create", "Closed days: Lanternbank closed", "")]
    dialog.reject()


@pytest.mark.parametrize("ending", ["xml", "ics", "xlsx", "csv"])
def test_the_plan_is_written_and_the_window_says_so(plans: Plans, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"plan.{ending}"
    plans.files.write(path)
    plans.qtbot.waitUntil(path.exists)
    bar = plans.program.window.message_bar
    plans.qtbot.waitUntil(lambda: bar.message is not None and bar.message.title == "The plan is written")


def test_the_palette_has_the_way_out(plans: Plans) -> None:
    action = plans.program.window.registry.action("plan.write")
    assert action is not None
    assert isinstance(action.intent, intents.WritePlan)
