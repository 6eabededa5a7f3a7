"""A progress report from the window: shown for its days, saved as Markdown and PDF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from engagedesk.paths import Profile
from engagedesk.ui.controllers.reports import Reports
from engagedesk.ui.dialogs.progress_report import ProgressReportDialog
from engagedesk.ui.portfolio_intents import BeginReport
from tests.shell.conftest import Started

Start = Callable[..., Started]


@pytest.fixture
def reports(start: Start, made: Profile) -> Reports:
    started = start(made)
    started.open()
    started.program._build_rest()
    started.program.window.show()
    [found] = started.program.findChildren(Reports)
    return found


def opened(reports: Reports, qtbot: QtBot) -> ProgressReportDialog:
    with qtbot.waitSignal(reports.opened) as signal:
        reports.takes[BeginReport](BeginReport())
    assert signal.args is not None
    dialog = signal.args[0]
    assert isinstance(dialog, ProgressReportDialog)
    qtbot.waitUntil(lambda: dialog.document is not None)
    return dialog


def test_the_report_of_the_portfolio_is_shown_and_copied(reports: Reports, qtbot: QtBot) -> None:
    dialog = opened(reports, qtbot)
    assert "Group audit" in dialog.text.toPlainText()
    assert "Harrowgate Foods" not in dialog.text.toPlainText(), "code names unless names are asked for"
    dialog.names.control.click()
    assert "Harrowgate Foods" in dialog.text.toPlainText()
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text().startswith("# Progress of the portfolio")
    dialog.accept()


def test_other_days_are_asked_for_once_they_are_days(reports: Reports, qtbot: QtBot) -> None:
    dialog = opened(reports, qtbot)
    first = dialog.first.day()
    with qtbot.waitSignal(dialog.days_wanted):
        dialog.first.set_value(first - timedelta(days=7))
    with qtbot.assertNotEmitted(dialog.days_wanted):
        dialog.first.control.setText("someday")
    dialog.accept()


def test_a_report_is_saved_as_a_file(reports: Reports, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(reports, qtbot)
    for name in ("report.md", "report.pdf"):
        reports._document = dialog.document
        with qtbot.waitSignal(reports.written):
            reports._save(str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 200
    dialog.accept()
