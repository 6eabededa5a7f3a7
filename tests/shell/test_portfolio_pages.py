"""Engagements and clients in the whole program: lists, forms, undo, and the import of a file that nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engagedesk.domain.ids import EngagementId
from engagedesk.paths import Profile
from engagedesk.services.queries.engagement_list import EngagementFilter, Ordering
from engagedesk.ui import intents
from engagedesk.ui import portfolio_intents as wants
from engagedesk.ui.controllers.imports import Imports
from engagedesk.ui.controllers.portfolio import Portfolio
from engagedesk.ui.dialogs.client_form import ClientForm
from engagedesk.ui.dialogs.engagement_form import NewEngagementForm
from engagedesk.ui.dialogs.engagement_parts import CodeForm
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.importing import ImportDialog
from engagedesk.ui.kept_filter import filter_from, filter_text
from engagedesk.ui.pages.clients import ClientsPage
from engagedesk.ui.pages.engagement import EngagementPageView
from engagedesk.ui.pages.portfolio import PortfolioPage
from tests.shell.conftest import Started

Start = Callable[..., Started]


class Desk:
    """A started program with its controller at hand."""

    def __init__(self, started: Started, qtbot: QtBot) -> None:
        started.open()
        self.program, self.qtbot = started.program, qtbot
        self.program._build_rest()
        found = self.program.findChild(Portfolio)
        assert found is not None
        self.portfolio = found

    def form(self, intent: intents.Intent) -> Any:
        with self.qtbot.waitSignal(self.portfolio.opened) as opened:
            self.program.take(intent)
        assert opened.args is not None
        form = opened.args[0]
        assert isinstance(form, FormSheet)
        return form

    def saved(self, form: FormSheet) -> None:
        with self.qtbot.waitSignal(form.accepted):
            form.save()

    def engagements(self) -> PortfolioPage:
        self.program.window.show()
        page = self.program.window.show_page("engagements")
        assert isinstance(page, PortfolioPage)
        self.qtbot.waitUntil(lambda: page.model.rowCount() > 0)
        return page


@pytest.fixture
def desk(qtbot: QtBot, start: Start, made: Profile) -> Desk:
    return Desk(start(made), qtbot)


def test_the_list_comes_when_its_page_is_shown_and_keeps_its_order_for_the_next_time(desk: Desk) -> None:
    page = desk.engagements()
    assert {row.engagement.title for row in page.model.rows} == {"Group audit", "ISAE 3402"}
    page.intent.emit(wants.ListEngagements(EngagementFilter(text="lantern", order=Ordering.TEAM, descending=True)))
    desk.qtbot.waitUntil(lambda: [row.engagement.title for row in page.model.rows] == ["ISAE 3402"])
    desk.portfolio._list = None
    desk.program.take(wants.BeginEngagements())
    desk.qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    assert page._wanted == EngagementFilter(order=Ordering.TEAM, descending=True), "what was looked for is not kept"


def test_what_a_list_remembers_survives_damage() -> None:
    wanted = EngagementFilter(ended=True, order=Ordering.FEE)
    assert filter_from(filter_text(wanted)) == wanted
    for damaged in ("", "{", "[]", '{"order": "colour", "line": 7, "ended": "yes"}', '{"line": [], "order": {}}'):
        assert filter_from(damaged) == EngagementFilter()


def test_an_engagement_is_created_shown_and_undone(desk: Desk) -> None:
    desk.program.window.show()
    form = desk.form(wants.NewEngagement())
    assert isinstance(form, NewEngagementForm)
    form.client.set_value(None)
    form.client_name.set_value("Brackley Homes")
    form.parts.title.set_value("Corporation tax 2026")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: desk.program.window.current_page == "engagement")
    page = desk.program.window.page("engagement")
    assert isinstance(page, EngagementPageView)
    desk.qtbot.waitUntil(lambda: page.title.text() == "Brackley Homes")
    desk.qtbot.waitUntil(lambda: page.plan.model.rowCount() > 0)
    desk.program.take(intents.Undo())
    desk.qtbot.waitUntil(lambda: desk.program.window.current_page == "engagements")


def test_a_code_that_exists_is_refused_beside_its_field(desk: Desk) -> None:
    page = desk.engagements()
    engagement = EngagementId(page.model.rows[0].id)
    form = desk.form(wants.EditPart(engagement, wants.Part.CODE))
    assert isinstance(form, CodeForm)
    form.code.set_value("520044-01")
    form.save()
    desk.qtbot.waitUntil(lambda: "exists already" in form.code.control.accessibleDescription())
    form.code.set_value("520044-02")
    desk.saved(form)


def test_a_client_changes_its_name_everywhere_at_once(desk: Desk) -> None:
    page = desk.engagements()
    client = next(row.engagement.client_id for row in page.model.rows if row.engagement.short == "Lanternbank")
    form = desk.form(wants.EditClient(client))
    assert isinstance(form, ClientForm)
    form.code_name.set_value("Zephyr")
    form.everywhere.set_value(on=True)
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: any(row.engagement.client == "Zephyr" for row in page.model.rows))
    clients = desk.program.window.show_page("clients")
    assert isinstance(clients, ClientsPage)
    desk.qtbot.waitUntil(lambda: clients.model.rowCount() == 2)
    assert "Lanternbank" not in [row.label for row in clients.model.rows]


def test_the_screen_is_shared_with_one_client_and_the_others_keep_their_names_to_themselves(desk: Desk) -> None:
    desk.program.window.show()
    clients = desk.program.window.show_page("clients")
    assert isinstance(clients, ClientsPage)
    desk.qtbot.waitUntil(lambda: clients.model.rowCount() == 2)
    clients.detail.share_button.click()
    desk.qtbot.waitUntil(clients.code_names.isChecked)
    named = clients.detail.title.text()
    labels = [row.label for row in clients.model.rows]
    assert named in labels
    assert len({"Harrowgate Foods plc", "Lanternbank"} & set(labels)) == 1
    message = desk.program.window.message_bar.message
    assert message is not None
    assert message.title.startswith("Only ")
    clients.detail.share_button.click()
    desk.qtbot.waitUntil(lambda: named not in [row.label for row in clients.model.rows])
    assert clients.detail.contacts.isHidden(), "addresses name a client too"
    clients.code_names.click()
    desk.qtbot.waitUntil(lambda: {row.label for row in clients.model.rows} == {"Harrowgate Foods plc", "Lanternbank"})


FOREIGN = (
    "Mandantin;Vorhaben;Wann;Aufwand;Was\n"
    "Harrowgate Foods plc;Group audit;03/04/2026;1,5;Walkthrough\n"
    "Harrowgate Foods plc;Group audit;05/04/2026;zwei;Not hours\n"
    "Lanternbank;ISAE 3402;04/05/2026;2,25;Sample\n"
)


def test_a_file_that_nobody_knows_is_mapped_asked_for_its_dates_saved_and_known_the_next_time(
    desk: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "aufwand.csv"
    file.write_text(FOREIGN, encoding="utf-8")
    imports = desk.program.findChild(Imports)
    assert imports is not None
    desk.program.window.show()
    dialog = dropped(desk, file, imports)
    assert dialog.column_boxes["Aufwand"].count() > 5
    choose(dialog, "kind", "time")
    fields = {"Mandantin": "client", "Vorhaben": "engagement", "Wann": "day", "Aufwand": "duration"}
    for header, name in fields.items():
        desk.qtbot.waitUntil(lambda: imports._under_way is None)
        box = dialog.column_boxes[header]
        if box.currentData() != name:
            box.setCurrentIndex(box.findData(name))
            box.activated.emit(box.currentIndex())
    desk.qtbot.waitUntil(lambda: imports._under_way is None)
    desk.qtbot.waitUntil(lambda: "both ways" in dialog.notice.accessibleName())
    assert not dialog.import_button.isEnabled()
    assert dialog.column_boxes["Wann"].currentData() == "day", "what was chosen stays chosen"
    dialog.order.setCurrentIndex(1)
    dialog.order.activated.emit(1)
    desk.qtbot.waitUntil(dialog.import_button.isEnabled)
    rows = [(row.line, row.action.value) for row in dialog.model.rows]
    assert (3, "reject") in rows
    assert len(rows) == 3
    dialog.mapping_name.setText("Aufwand")
    with desk.qtbot.waitSignal(imports.imported):
        dialog.import_button.click()
    assert dialog.left_out.row_model.rowCount() == 1
    dialog.accept()
    again = dropped(desk, file, imports)
    desk.qtbot.waitUntil(lambda: again.saved.count() == 2)
    again.saved.setCurrentIndex(1)
    again.saved.activated.emit(1)
    desk.qtbot.waitUntil(lambda: "nothing new" in again.notice.accessibleName())
    again.reject()


TOGGL = (
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags\n"
    "P,p@x.example,Harrowgate Foods plc,Group audit,,Walk,Yes,2026-11-02,09:00:00,2026-11-02,10:00:00,01:00:00,\n"
)


def test_an_earlier_import_is_listed_and_taken_back_and_what_was_changed_stays_by_name(
    desk: Desk, tmp_path: Path
) -> None:
    imports = desk.program.findChild(Imports)
    assert imports is not None
    desk.program.window.show()
    for number, day in enumerate(("2026-11-02", "2026-11-03")):
        file = tmp_path / f"toggl{number}.csv"
        file.write_text(TOGGL.replace("2026-11-02", day), encoding="utf-8")
        dialog = dropped(desk, file, imports)
        with desk.qtbot.waitSignal(imports.imported):
            dialog.import_button.click()
        dialog.earlier_button.click() if number else dialog.accept()
    desk.qtbot.waitUntil(lambda: imports._earlier is not None)
    listed = imports._earlier
    assert listed is not None
    assert [row.file_name for row in listed.model.rows] == ["toggl1.csv", "toggl0.csv"]
    assert listed.undo_button.isEnabled()
    desk.program.take(intents.ShowPage("today"))
    shared = desk.program.desk
    assert shared is not None
    desk.program.take(intents.ShowDay(date(2026, 11, 3)))
    desk.qtbot.waitUntil(lambda: shared.view is not None and shared.view.day == date(2026, 11, 3))
    assert shared.view is not None
    [entry] = shared.view.entries
    desk.program.take(intents.EditEntry(entry.id, entry.version, intents.EntryField.NARRATIVE, "Mine now"))
    desk.qtbot.waitUntil(lambda: shared.view is not None and shared.view.entries[0].narrative == "Mine now")
    listed.undo_button.click()
    desk.qtbot.waitUntil(lambda: listed.stayed_model.rowCount() == 1)
    assert listed.stayed_model.index(0, 1).data() == "Harrowgate · Group audit · 410118-10"
    assert not listed.undo_button.isEnabled(), "it was taken back already"
    listed.table.setCurrentIndex(listed.model.index(1, 0))
    listed.undo_button.click()
    desk.qtbot.waitUntil(lambda: listed.model.rows[1].undone_utc is not None)
    assert listed.stayed_model.rowCount() == 0
    listed.reject()


def choose(dialog: ImportDialog, box: str, data: str) -> None:
    combo = getattr(dialog, box)
    place = 1 + ["engagements", "staffing", "codes", "recorded", "time"].index(data)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def dropped(desk: Desk, file: Path, imports: Imports) -> ImportDialog:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window = desk.program.window
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    with desk.qtbot.waitSignal(imports.previewed):
        QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), actions, data, button, keys))
    assert imports._dialog is not None
    return imports._dialog


def test_a_dragged_text_is_not_taken_for_a_file(desk: Desk) -> None:
    data = QMimeData()
    data.setText("Harrowgate")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QApplication.sendEvent(desk.program.window, event)
    assert not event.isAccepted()


def test_sharing_the_screen_hides_every_name_at_once_from_the_palette(desk: Desk) -> None:
    page, window = desk.engagements(), desk.program.window
    hide = window.registry.action("names.hide")
    assert hide is not None
    desk.program.take(hide.intent)
    desk.qtbot.waitUntil(lambda: not any("Harrowgate" in repr(row) for row in page.model.rows))
    desk.qtbot.waitUntil(lambda: all(button.row.short.startswith("Client ") for button in window.sidebar.engagements))
    desk.program.take(intents.Undo())
    desk.qtbot.waitUntil(lambda: any("Harrowgate" in repr(row) for row in page.model.rows))


def test_a_contact_is_noted_read_again_mended_and_removed(desk: Desk) -> None:
    page = desk.engagements()
    engagement = page.model.rows[0].engagement.id
    form = desk.form(wants.BeginContact(engagement))
    assert form.which.isHidden(), "nothing was noted before"
    form.note.set_value("Status")
    desk.saved(form)
    form = desk.form(wants.BeginContact(engagement))
    assert not form.which.isHidden()
    assert form.remove_button.isHidden()
    form.which.control.setCurrentIndex(1)
    assert form.note.value() == "Status"
    form.note.set_value("Status, and the fee")
    desk.saved(form)
    form = desk.form(wants.BeginContact(engagement))
    assert form.which.control.count() == 2, "mended, not noted once more"
    form.which.control.setCurrentIndex(1)
    assert form.note.value() == "Status, and the fee"
    with desk.qtbot.waitSignal(form.accepted):
        form.remove_button.click()
    form = desk.form(wants.BeginContact(engagement))
    assert form.which.isHidden()
