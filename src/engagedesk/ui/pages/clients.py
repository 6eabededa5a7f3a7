"""Clients: a list with search, and the one that is chosen with its names, contacts, wishes and engagements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from engagedesk.domain.client import ClientPreferences
from engagedesk.domain.ids import ClientId
from engagedesk.services.queries.clients import ClientFilter, ClientList, ClientPage, ClientRow, ContactRow
from engagedesk.services.queries.rows import EngagementRow
from engagedesk.ui import words
from engagedesk.ui.actions import page_tip
from engagedesk.ui.dialogs.client_form import channel_word, format_word, frequency_word
from engagedesk.ui.format import EN_DASH, day_short, hours
from engagedesk.ui.intents import ChooseImport, OpenEngagement
from engagedesk.ui.pages.beside import BesidePage
from engagedesk.ui.pages.facts import Fact, FactStrip
from engagedesk.ui.pages.scrolling import ScrollingPage
from engagedesk.ui.portfolio_intents import (
    EditClient,
    EditContact,
    ListClients,
    NewClient,
    NewEngagement,
    ShowCodeNames,
)
from engagedesk.ui.tables.cell import Align, Cell, chip, dot, end_cell, text_cell
from engagedesk.ui.tables.cell import words as text_part
from engagedesk.ui.tables.geometry import Width
from engagedesk.ui.tables.model import AnyIndex, Column, RowTableModel
from engagedesk.ui.tables.view import RowTable
from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.theme.tokens import ROW_TALL
from engagedesk.ui.widgets.button import Button, LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader, Dot
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.inputs import Check, TextField
from engagedesk.ui.widgets.states import EmptyState
from engagedesk.ui.widgets.text import Label

tr = words.tr


def in_sql(_row: object) -> int:
    """Mark a column as one that the store orders by."""
    return 0


def client_columns() -> tuple[Column[ClientRow], ...]:
    return (
        Column("client", tr("Clients", "Client"), lambda r: r.label, _client_cell, Width(200, share=1),
               sort_key=in_sql, pad_start=16),
        Column("engagements", tr("Clients", "Running"), lambda r: str(r.running),
               lambda r: end_cell(str(r.running) if r.running else EN_DASH, Tone.TEXT if r.running else Tone.THIRD,
                                  style=Style.BODY_MEDIUM), Width(64), sort_key=in_sql, align=Align.END),
        Column("last", tr("Clients", "Last worked"), lambda r: day_short(r.last_day) if r.last_day else "",
               lambda r: end_cell(day_short(r.last_day) if r.last_day else EN_DASH, Tone.SECOND), Width(100),
               sort_key=in_sql, align=Align.END, pad_end=16),
    )  # fmt: skip


def _client_cell(row: ClientRow) -> Cell:
    below = row.code_name if not row.hidden else tr("Clients", "code name everywhere")
    second = (text_part(below, tone=Tone.THIRD, style=Style.CAPTION),) if below else ()
    return Cell((dot(row.colour), text_part(row.label, style=Style.BODY_STRONG)), second, below_indent=16)


def contact_columns() -> tuple[Column[ContactRow], ...]:
    return (
        Column("name", tr("Clients", "Name"), lambda c: c.facts.name,
               lambda c: text_cell(c.facts.name, style=Style.BODY_MEDIUM), Width(130, share=2), pad_start=16),
        Column("role", tr("Clients", "Role"), lambda c: c.facts.role, lambda c: text_cell(c.facts.role, Tone.SECOND),
               Width(120, share=2)),
        Column("email", tr("Clients", "E-mail"), lambda c: c.facts.email,
               lambda c: text_cell(c.facts.email, Tone.SECOND), Width(140, share=2), tip=lambda c: c.facts.email),
        Column("phone", tr("Clients", "Phone"), lambda c: c.facts.phone,
               lambda c: text_cell(c.facts.phone, Tone.SECOND), Width(110), pad_end=16),
    )  # fmt: skip


def engagement_columns() -> tuple[Column[EngagementRow], ...]:
    return (
        Column("title", tr("Clients", "Engagement"), lambda r: r.title,
               lambda r: text_cell(r.title, style=Style.BODY_MEDIUM), Width(150, share=2), pad_start=16),
        Column("state", tr("Clients", "State"), lambda r: words.engagement_state(r.state)[0],
               lambda r: Cell((chip(*words.engagement_state(r.state)),)), Width(108)),
        Column("phase", tr("Clients", "Phase"), lambda r: r.phase, lambda r: text_cell(r.phase, Tone.SECOND),
               Width(110, share=1)),
        Column("next", tr("Clients", "Next date"), lambda r: day_short(r.next_date) if r.next_date else "",
               lambda r: text_cell(day_short(r.next_date) if r.next_date else EN_DASH, Tone.SECOND), Width(80)),
        Column("team", tr("Clients", "Team hours"), lambda r: hours(r.team_total_s),
               lambda r: end_cell(hours(r.team_total_s) if r.team_total_s else EN_DASH, Tone.SECOND), Width(92),
               align=Align.END, pad_end=16),
    )  # fmt: skip


def wishes(preferences: ClientPreferences) -> tuple[Fact, ...]:
    """Return a client's wishes as facts; what is not said is a dash."""
    said: tuple[tuple[str, str], ...] = (
        (tr("Clients", "Language"), preferences.language),
        (tr("Clients", "Format"), format_word(preferences.format) if preferences.format else ""),
        (tr("Clients", "How often"), frequency_word(preferences.frequency) if preferences.frequency else ""),
        (tr("Clients", "By"), channel_word(preferences.channel) if preferences.channel else ""),
        (tr("Clients", "To whom"), ", ".join(preferences.recipients)),
        (tr("Clients", "Best time"), preferences.best_time),
    )
    return tuple(Fact(name, value or EN_DASH, Tone.TEXT if value else Tone.THIRD) for name, value in said)


class ClientTable(RowTable):
    """The list; the row that the keyboard or the mouse is on is the client shown beside it."""

    picked = Signal(object)

    def __init__(self, model: RowTableModel[ClientRow], *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(model, name=name, row_px=ROW_TALL, sortable=True, orders_elsewhere=True, parent=parent)
        self.shown_client: ClientId | None = None

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.picked.emit(self.row_model.row_at(current))

    def click_cell(self, index: AnyIndex) -> None:
        self.picked.emit(self.row_model.row_at(index))

    def paint_row_ground(self, painter: QPainter, row: int, box: Any) -> None:
        if row < self.row_model.rowCount() and self.row_model.rows[row].id == self.shown_client:
            painter.fillRect(box, tokens_of(self).selection)
        super().paint_row_ground(painter, row, box)


class _Section(Card):
    """A card with a header, one action, and a table as tall as its rows."""

    def __init__(self, title: str, columns: Sequence[Column[Any]], *, add: str, nothing: str) -> None:
        super().__init__(padding=0)
        self.column.setContentsMargins(1, 10, 1, 8)
        self.column.setSpacing(4)
        self.header = CardHeader(title)
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.add_link = LinkButton(add)
        self.header.row.addWidget(self.add_link)
        self.model: RowTableModel[Any] = RowTableModel(columns, key=lambda row: row.id, parent=self)
        self.table = RowTable(self.model, name=title, row_px=32, fit_rows=True)
        self._nothing = Label(nothing, tone=Tone.THIRD)
        inset = QHBoxLayout()
        inset.setContentsMargins(15, 4, 15, 6)
        inset.addWidget(self._nothing)
        self.column.addWidget(self.header)
        self.column.addWidget(self.table)
        self.column.addLayout(inset)

    def show_rows(self, rows: Sequence[Any]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)


_SHARE_IN_WORDS: Final = 620


class ClientDetail(ScrollingPage):
    """One client. In by ``show_client``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page: ClientPage | None = None
        self._named = False
        self._share_words = ""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(14)
        self._dot = Dot(size=12)
        self.title = Label("", style=Style.PAGE)
        self.code = Chip()
        self.share_button = Button("", icon=Icon.EYE, height=28)
        self.share_button.clicked.connect(self._share)
        self.edit_button = Button(self.tr("Edit"), icon=Icon.PENCIL, height=28)
        self.edit_button.setToolTip(page_tip(self.tr("Edit"), "Ctrl+E"))
        self.edit_button.clicked.connect(self._edit)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._dot)
        head.addWidget(self.title)
        head.addWidget(self.code)
        head.addStretch(1)
        head.addWidget(self.share_button)
        head.addWidget(self.edit_button)
        self.note = Label("", tone=Tone.SECOND, wrap=True)
        self.wishes = FactStrip()
        self.contacts = _Section(self.tr("Contacts"), contact_columns(), add=self.tr("Add contact"),
                                 nothing=self.tr("Nobody is named yet."))  # fmt: skip
        self.contacts.add_link.clicked.connect(self._add_contact)
        self.contacts.table.chosen.connect(self._edit_contact)
        self.engagements = _Section(self.tr("Engagements"), engagement_columns(), add=self.tr("New engagement"),
                                    nothing=self.tr("No engagement yet."))  # fmt: skip
        self.engagements.add_link.clicked.connect(self._add_engagement)
        self.engagements.table.chosen.connect(self._open)
        self.column.addLayout(head)
        self.column.addWidget(self.note)
        self.column.addWidget(self.wishes)
        self.column.addWidget(self.engagements)
        self.column.addWidget(self.contacts)
        self.column.addStretch(1)

    @property
    def page(self) -> ClientPage | None:
        return self._page

    def show_client(self, page: ClientPage, *, code_names: bool = False, named: ClientId | None = None) -> None:
        """Show a client; ``code_names``: the others are shown by theirs, all but the one that is ``named``."""
        self._page = page
        facts = page.facts
        self._named = code_names and named == page.id
        if self._named:
            self.share_button.setText(self.tr("Hide its name"))
            self.share_button.setToolTip(self.tr("Show this client by its code name too."))
        else:
            self.share_button.setText(self.tr("Show its name") if code_names else self.tr("Share screen"))
            self.share_button.setToolTip(
                self.tr("While your screen is shared with this client: every other one is shown by its code name.")
            )
        self.share_button.setVisible(not facts.code_name_everywhere)
        self._share_words = self.share_button.text()
        self._fit_share()
        self._dot.set_colour(facts.colour)
        self.title.setText(page.label)
        hidden = self.tr("Code name everywhere")
        shown = self.tr("Code name {name}").format(name=facts.code_name)
        self.code.show_status(hidden if facts.code_name_everywhere else shown, Tone.SECOND)
        # Who looks at a shared screen learns nothing from what stands around a code name either.
        private = code_names and not self._named
        said_already = page.label == facts.code_name and not facts.code_name_everywhere
        self.code.setVisible(bool(facts.code_name) and not said_already)
        self.note.setText(facts.note)
        self.note.setVisible(bool(facts.note) and not private)
        self.contacts.setVisible(not private)
        self.wishes.show_facts(() if private else wishes(page.preferences))
        self.wishes.setVisible(not private)
        self.contacts.show_rows(page.contacts)
        self.engagements.show_rows(page.engagements)

    def _fit_share(self) -> None:
        """Narrow, the client's name needs the room: the icon stands for the words."""
        self.share_button.setAccessibleName(self._share_words)
        self.share_button.setText(self._share_words if self.width() >= px(_SHARE_IN_WORDS) else "")
        self.share_button.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_share()

    @Slot()
    def _share(self) -> None:
        if self._page is not None:
            self.intent.emit(ShowCodeNames(on=True, but=None if self._named else self._page.id))

    @Slot()
    def _edit(self) -> None:
        if self._page is not None:
            self.intent.emit(EditClient(self._page.id))

    @Slot()
    def _add_contact(self) -> None:
        if self._page is not None:
            self.intent.emit(EditContact(self._page.id))

    @Slot(object)
    def _edit_contact(self, row: ContactRow) -> None:
        if self._page is not None:
            self.intent.emit(EditContact(self._page.id, row.id))

    @Slot()
    def _add_engagement(self) -> None:
        if self._page is not None:
            self.intent.emit(NewEngagement(self._page.id))

    @Slot(object)
    def _open(self, row: EngagementRow) -> None:
        self.intent.emit(OpenEngagement(row.id))


class ClientsPage(BesidePage):
    """In by ``show_list``, out by ``intent``."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._wanted = ClientFilter()
        search = TextField(name=self.tr("Search clients"), placeholder=page_tip(self.tr("Search"), "Ctrl+F"), height=28)
        search.setFixedWidth(px(220))
        self.code_names = Check(self.tr("Code names only"))
        self.code_names.setToolTip(
            self.tr(
                "While your screen is shared: every client is shown by its code name. “Show its name” beside a client "
                "leaves that one out."
            )
        )
        self.code_names.clicked.connect(self._hide_names)
        self.new_button = Button(self.tr("New client"), icon=Icon.PLUS, height=28)
        self.new_button.setToolTip(page_tip(self.tr("New client"), "Ctrl+Shift+N"))
        self.new_button.clicked.connect(self._new)
        self.model: RowTableModel[ClientRow] = RowTableModel(client_columns(), key=lambda row: row.id, parent=self)
        self.table = ClientTable(self.model, name=self.tr("Clients"))
        self.table.picked.connect(self._pick)
        self.table.chosen.connect(self._edit_row)
        self.table.ordered.connect(self._order)
        self.table.setAccessibleDescription(self.tr("The client of the row is shown beside the list; Enter edits it."))
        self.detail = ClientDetail()
        self.detail.intent.connect(self.intent)
        empty = EmptyState(
            icon=Icon.USERS,
            sentence=self.tr("No clients yet: they come with your engagements, by import or by hand."),
            action=self.tr("New client"),
            second=self.tr("Import a file"),
        )
        empty.action.connect(self._new)
        empty.second.connect(self._import)
        self.lay_out(
            self.tr("Clients"),
            self.table,
            self.detail,
            search=search,
            empty=empty,
            none_match=self.tr("No client fits."),
            controls=(self.code_names, search),
            lasting=(self.new_button,),
        )
        self.on_keys("Ctrl+Shift+N", self._new)
        self.on_keys("Ctrl+E", self._edit)

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_list(self, found: ClientList) -> None:
        """Show the clients of a search and the one that is chosen."""
        first = self.came()
        if not self.is_typing:
            self._wanted = found.wanted
        self.note.setText(str(found.total) if found.total else "")
        self.table.shown_client = found.chosen.id if found.chosen else None
        self.table.show_order(_COLUMN_OF.get(found.wanted.order.value, "client"), descending=found.wanted.descending)
        self.code_names.setChecked(found.code_names)
        self.model.set_rows(found.rows)
        self.table.viewport().update()
        self.show_states(found.total)
        if first and self.isVisible():
            self.focus_list()
        self.detail.setVisible(found.chosen is not None)
        if found.chosen is not None:
            self.detail.show_client(found.chosen, code_names=found.code_names, named=found.named)

    # -- inside ------------------------------------------------------------------------------------------------------

    def ask(self, chosen: ClientId | None = None) -> None:
        self.intent.emit(ListClients(self._wanted, chosen))

    @Slot(object)
    def _pick(self, row: ClientRow) -> None:
        if row.id != self.table.shown_client:
            self.ask(row.id)

    @Slot(object)
    def _edit_row(self, row: ClientRow) -> None:
        self.intent.emit(EditClient(row.id))

    @Slot()
    def _edit(self) -> None:
        if self.detail.page is not None:
            self.intent.emit(EditClient(self.detail.page.id))

    @Slot(str, bool)
    def _order(self, key: str, descending: bool) -> None:  # noqa: FBT001 -- a slot's parameters have no keywords
        order = next((order for order, column in _COLUMN_OF.items() if column == key), "name")
        self._wanted = replace(self._wanted, order=type(self._wanted.order)(order), descending=descending)
        self.ask()

    def search_for(self, text: str) -> None:
        self._wanted = replace(self._wanted, text=text)
        self.ask()

    @Slot()
    def _hide_names(self) -> None:
        self.intent.emit(ShowCodeNames(self.code_names.isChecked()))

    @Slot()
    def _new(self) -> None:
        self.intent.emit(NewClient())

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())


_COLUMN_OF: Final = {"name": "client", "engagements": "engagements", "last": "last"}
"""Order of the query -> column of the table."""
