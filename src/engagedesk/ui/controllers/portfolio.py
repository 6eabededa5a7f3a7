"""Engagements and clients: their lists as they are narrowed and ordered, and the forms that change them.

page -> intent -> what the form needs (store thread) -> form -> command -> done, or refused beside its field
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from engagedesk.domain.ids import ClientId, EngagementId, PhaseId
from engagedesk.domain.states import ServiceLine
from engagedesk.errors import EngageDeskError, UserError
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.commands.clients import HideClientNames
from engagedesk.services.commands.engagement_setup import CreateEngagement, RollForwardEngagement
from engagedesk.services.commands.engagements import AddClient, EngagementFacts
from engagedesk.services.commands.firm import ChangeSetting, RememberView
from engagedesk.services.commands.plans import MovePhase
from engagedesk.services.queries.billing import InvoiceRow, invoices
from engagedesk.services.queries.clients import (
    ClientFilter,
    ClientList,
    ClientPage,
    ContactNoteRow,
    client_choices,
    client_list,
    client_page,
    contact_notes,
    free_code_name,
)
from engagedesk.services.queries.dashboard import unbilled_of
from engagedesk.services.queries.dashboard_rows import Unbilled
from engagedesk.services.queries.engagement_book import EngagementBook, ending_facts, engagement_book, engagement_year
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.services.queries.portfolio import Kept, portfolio
from engagedesk.services.queries.portfolio import Portfolio as EngagementsShown
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.queries.views import remembered
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.settings import CODE_NAMES
from engagedesk.ui import intents
from engagedesk.ui import portfolio_intents as wants
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.engagement_parts import done_command, part_form
from engagedesk.ui.controllers.forms import Forms
from engagedesk.ui.controllers.messages import message_for, said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.kept_filter import filter_from, filter_text
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr

if TYPE_CHECKING:
    from engagedesk.ui.dialogs.invoice import UnbilledWanted

T = TypeVar("T")

LIST_KEY: Final = "engagements.list"
COLUMNS_KEY: Final = "portfolio.columns"


class Portfolio(QObject):
    """Takes the intents of engagements and clients. Lives in the GUI thread."""

    shown = Signal()
    """A list came to its page."""
    opened = Signal(object)
    """The ``FormSheet`` that opened."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._bridge = shell.bridge
        self._forms = Forms(shell, self._after, parent=self)
        self._forms.opened.connect(self.opened)
        self._list: EngagementFilter | None = None
        self._kept: Kept | None = None
        self._clients = ClientFilter()
        self._client: ClientId | None = None
        self._stale: set[str] = set()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh)
        self._bridge.changed.connect(self._on_changed)
        shell.window.page_shown.connect(self._on_page_shown)
        shell.window.registry.offer(portfolio_actions())
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wants.BeginEngagements: self._begin_list,
            wants.ListEngagements: self._take_filter,
            wants.ShowColumns: self._keep_columns,
            wants.BeginContact: self._begin_contact,
            wants.BeginInvoice: self._begin_invoice,
            wants.ListClients: self._take_search,
            wants.NewEngagement: self._new_engagement,
            wants.EditEngagement: self._edit_engagement,
            wants.ChangeState: self._change_state,
            wants.RollForward: self._roll_forward,
            wants.EditPart: self._edit_part,
            wants.EditGate: self._edit_gate,
            wants.ChooseRateCard: self._choose_card,
            wants.ToggleDone: self._toggle_done,
            wants.MovePhaseBy: self._move_phase,
            wants.NewClient: self._new_client,
            wants.ShowCodeNames: self._show_code_names,
            wants.EditClient: self._edit_client,
            wants.EditContact: self._edit_contact,
        }

    # -- lists -------------------------------------------------------------------------------------------------------

    def _begin_list(self, _intent: wants.BeginEngagements) -> None:
        if self._list is not None:
            self._load_list()
            return

        def query(workspace: Workspace) -> tuple[str, str]:
            return workspace.read(remembered, LIST_KEY), workspace.read(remembered, COLUMNS_KEY)

        self._bridge.ask(self, query, self._take_remembered, topic="list")

    def _take_remembered(self, kept: tuple[str, str]) -> None:
        self._list = filter_from(kept[0])
        page = self._page("engagements")
        if page is not None:
            page.show_columns(frozenset(kept[1].split(",")))
        self._load_list()

    def _keep_columns(self, intent: wants.ShowColumns) -> None:
        keys = ",".join(sorted(intent.keys))
        self._bridge.execute(self, RememberView(COLUMNS_KEY, keys), failed=self._shell.complain)

    def _begin_contact(self, intent: wants.BeginContact) -> None:
        def query(
            workspace: Workspace, today: date
        ) -> tuple[EngagementBook, ClientPage, tuple[ContactNoteRow, ...], date]:
            book = found(workspace.read(engagement_book, intent.engagement, today=today))
            client = found(workspace.read(client_page, book.client_id, today=today))
            return book, client, workspace.read(contact_notes, intent.engagement), today

        def show(rows: tuple[EngagementBook, ClientPage, tuple[ContactNoteRow, ...], date]) -> None:
            from engagedesk.ui.dialogs.contact_note import ContactNoteForm

            book, client, notes, today = rows
            self._forms.open(ContactNoteForm(book, client, notes, today=today, parent=self._shell.window))

        self._read(query, show)

    def _take_filter(self, intent: wants.ListEngagements) -> None:
        kept = self._list
        self._list = intent.wanted
        self._load_list()
        if kept is None or filter_text(kept) != filter_text(intent.wanted):
            self._bridge.execute(self, RememberView(LIST_KEY, filter_text(intent.wanted)), failed=self._shell.complain)

    def _begin_invoice(self, intent: wants.BeginInvoice) -> None:
        def query(workspace: Workspace, today: date) -> tuple[EngagementBook, tuple[InvoiceRow, ...], date]:
            book = found(workspace.read(engagement_book, intent.engagement, today=today))
            return book, workspace.read(invoices, intent.engagement), today

        def show(rows: tuple[EngagementBook, tuple[InvoiceRow, ...], date]) -> None:
            from engagedesk.ui.dialogs.invoice import InvoiceForm

            book, noted, today = rows
            form = InvoiceForm(book, noted, today=today, parent=self._shell.window)
            form.unbilled_asked.connect(self._tell_unbilled)
            self._forms.open(form)
            form.ask()

        self._read(query, show)

    @Slot(object)
    def _tell_unbilled(self, wanted: UnbilledWanted) -> None:
        """Answer an invoice's form what is unbilled up to its day."""
        from engagedesk.ui.dialogs.invoice import InvoiceForm

        form = self.sender()
        if not isinstance(form, InvoiceForm):
            return

        def query(workspace: Workspace) -> Unbilled:
            return workspace.read(unbilled_of, form.book.id, up_to=wanted.up_to, without=wanted.without)

        def show(found: Unbilled) -> None:
            form.show_unbilled(found, wanted)

        self._bridge.ask(form, query, show, failed=self._shell.complain, topic="unbilled")

    def _load_list(self, *, at_once: bool = True) -> None:
        """Ask for the list: with the figures that are known, and where they are outdated once more with new ones."""
        page, wanted, kept = self._page("engagements"), self._list or EngagementFilter(), self._kept
        self._stale.discard("engagements")
        if page is None:
            return
        page.show_loading()

        def query(workspace: Workspace, today: date) -> EngagementsShown:
            return workspace.read(portfolio, wanted, today=today, kept=kept, at_once=at_once)

        self._read(query, self._show_list, failed=page_error(page), topic="list")

    def _show_list(self, found: EngagementsShown) -> None:
        self._kept = found.kept
        page = self._page("engagements")
        if page is not None:
            page.show_list(found)
            self.shown.emit()
            if found.outdated:
                self._load_list(at_once=False)

    def _take_search(self, intent: wants.ListClients) -> None:
        self._clients = intent.wanted
        self._client = intent.chosen or self._client
        self._load_clients()

    def _load_clients(self) -> None:
        page, wanted, chosen = self._page("clients"), self._clients, self._client
        self._stale.discard("clients")
        if page is None:
            return
        page.show_loading()

        def query(workspace: Workspace, today: date) -> ClientList:
            return workspace.read(client_list, wanted, today=today, chosen=chosen)

        self._read(query, self._show_clients, failed=page_error(page), topic="clients")

    def _show_clients(self, found: ClientList) -> None:
        page = self._page("clients")
        if page is not None:
            page.show_list(found)
            self.shown.emit()

    @Slot(object, object)
    def _on_changed(self, _changes: Changes, _initiator: object) -> None:
        self._stale = {"engagements", "clients"}
        self._soon.start()

    @Slot(str)
    def _on_page_shown(self, page: str) -> None:
        if page in self._stale:
            self._soon.start()

    @Slot()
    def _refresh(self) -> None:
        page = self._shell.window.current_page
        if page not in self._stale or not self._shell.in_sight:
            return
        if page == "engagements" and self._list is not None:
            self._load_list()
        elif page == "clients":
            self._load_clients()

    # -- forms of engagements ----------------------------------------------------------------------------------------

    def _new_engagement(self, intent: wants.NewEngagement) -> None:
        def query(workspace: Workspace, today: date) -> tuple[tuple[tuple[ClientId, str], ...], str, EngagementFacts]:
            return workspace.read(client_choices), workspace.read(free_code_name), first_facts(today)

        def show(rows: tuple[tuple[tuple[ClientId, str], ...], str, EngagementFacts]) -> None:
            from engagedesk.ui.dialogs.engagement_form import NewEngagementForm

            clients, code_name, facts = rows
            window, chosen = self._shell.window, intent.client
            form = NewEngagementForm(clients, facts, client=chosen, free_code_name=code_name, parent=window)
            self._forms.open(form)

        self._read(query, show)

    def _edit_engagement(self, intent: wants.EditEngagement) -> None:
        def show(book: EngagementBook, _today: date) -> None:
            from engagedesk.ui.dialogs.engagement_form import EngagementForm

            self._forms.open(EngagementForm(book, parent=self._shell.window))

        self._with_book(intent.id, show)

    def _change_state(self, intent: wants.ChangeState) -> None:
        def query(workspace: Workspace, today: date) -> tuple[date, EngagementBook, Any]:
            book = found(workspace.read(engagement_book, intent.id, today=today))
            return today, book, workspace.read(ending_facts, intent.id)

        def show(rows: tuple[date, EngagementBook, Any]) -> None:
            from engagedesk.ui.dialogs.engagement_ending import StateForm

            today, book, facts = rows
            self._forms.open(StateForm(book, intent.state, facts, today=today, parent=self._shell.window))

        self._read(query, show)

    def _roll_forward(self, intent: wants.RollForward) -> None:
        def query(workspace: Workspace, today: date) -> tuple[EngagementBook, Any]:
            book = found(workspace.read(engagement_book, intent.id, today=today))
            return book, found(workspace.read(engagement_year, intent.id, today=today))

        def show(rows: tuple[EngagementBook, Any]) -> None:
            from engagedesk.ui.dialogs.rolling_forward import RollForwardForm

            self._forms.open(RollForwardForm(*rows, parent=self._shell.window))

        self._read(query, show)

    def _edit_part(self, intent: wants.EditPart) -> None:
        def show(book: EngagementBook, today: date) -> None:
            form = part_form(book, intent, today=today, parent=self._shell.window)
            if form is None:
                self._shell.complain(UserError("record.gone", kind=intent.part.value))
            else:
                self._forms.open(form)

        self._with_book(intent.engagement, show)

    def _edit_gate(self, intent: wants.EditGate) -> None:
        def show(book: EngagementBook, today: date) -> None:
            from engagedesk.ui.dialogs.engagement_parts import GateForm

            self._forms.open(GateForm(book, intent.kind, today=today, parent=self._shell.window))

        self._with_book(intent.engagement, show)

    def _choose_card(self, intent: wants.ChooseRateCard) -> None:
        def show(book: EngagementBook, _today: date) -> None:
            from engagedesk.ui.dialogs.engagement_parts import CardForm

            self._forms.open(CardForm(book, parent=self._shell.window))

        self._with_book(intent.engagement, show)

    def _toggle_done(self, intent: wants.ToggleDone) -> None:
        def show(book: EngagementBook, today: date) -> None:
            command = done_command(book, intent, today)
            if command is not None:
                self._bridge.execute(self, command, failed=self._shell.complain)

        self._with_book(intent.engagement, show)

    def _move_phase(self, intent: wants.MovePhaseBy) -> None:
        self._bridge.execute(self, MovePhase(PhaseId(intent.phase), intent.steps), failed=self._shell.complain)

    # -- forms of clients --------------------------------------------------------------------------------------------

    def _new_client(self, _intent: wants.NewClient) -> None:
        def query(workspace: Workspace, _today: date) -> str:
            return workspace.read(free_code_name)

        def show(code_name: str) -> None:
            from engagedesk.ui.dialogs.client_form import ClientForm

            self._forms.open(ClientForm(None, free_code_name=code_name, parent=self._shell.window))

        self._read(query, show)

    def _show_code_names(self, intent: wants.ShowCodeNames) -> None:
        def hidden(outcome: Outcome[str]) -> None:
            words = tr("Portfolio", "Every client is shown by its code name. What you wrote yourself stays as it is.")
            if outcome.result:
                words = tr(
                    "Portfolio", "Only {client} is shown by its name. What you wrote yourself stays as it is."
                ).format(client=outcome.result)
            say(words, outcome.audit_seq)

        def shown(outcome: Outcome[None]) -> None:
            say(tr("Portfolio", "Client names are shown again"), outcome.audit_seq)

        def say(words: str, audit_seq: int | None) -> None:
            if audit_seq is not None:
                self._shell.say(said(words, action=tr("Portfolio", "Undo"), intent=intents.Undo()))

        if intent.on:
            self._bridge.execute(self, HideClientNames(intent.but), hidden, failed=self._shell.complain)
        else:
            off = ChangeSetting(CODE_NAMES.key, value=False)
            self._bridge.execute(self, off, shown, failed=self._shell.complain)

    def _edit_client(self, intent: wants.EditClient) -> None:
        def show(page: ClientPage) -> None:
            from engagedesk.ui.dialogs.client_form import ClientForm

            self._forms.open(ClientForm(page, free_code_name=page.free_code_name, parent=self._shell.window))

        self._read(lambda w, today: found(w.read(client_page, intent.id, today=today)), show)

    def _edit_contact(self, intent: wants.EditContact) -> None:
        def show(page: ClientPage) -> None:
            from engagedesk.ui.dialogs.client_form import ContactForm

            row = next((one for one in page.contacts if one.id == intent.contact), None)
            if intent.contact is not None and row is None:
                self._shell.complain(UserError("record.gone", kind="contact"))
                return
            self._forms.open(ContactForm(page.id, page.label, row, parent=self._shell.window))

        self._read(lambda w, today: found(w.read(client_page, intent.client, today=today)), show)

    # -- carrying out ------------------------------------------------------------------------------------------------

    def _after(self, command: Command[Any], outcome: Outcome[Any]) -> None:
        if outcome.audit_seq is None:
            # Saved as it was: there is nothing to say and nothing to undo.
            return
        undo, undo_intent = tr("Portfolio", "Undo"), intents.Undo()
        if isinstance(command, CreateEngagement | RollForwardEngagement):
            self._shell.window.intent.emit(intents.OpenEngagement(outcome.result))
            self._shell.say(said(tr("Portfolio", "Engagement created"), action=undo, intent=undo_intent))
            return
        if isinstance(command, AddClient):
            self._client = outcome.result
        self._shell.say(said(tr("Portfolio", "Saved"), action=undo, intent=undo_intent))

    # -- asking ------------------------------------------------------------------------------------------------------

    def _with_book(self, engagement: EngagementId, show: Callable[[EngagementBook, date], None]) -> None:
        def query(workspace: Workspace, today: date) -> tuple[EngagementBook, date]:
            return found(workspace.read(engagement_book, engagement, today=today)), today

        self._read(query, lambda rows: show(*rows))

    def _read(
        self,
        query: Callable[[Workspace, date], T],
        answer: Callable[[T], None],
        *,
        failed: Callable[[EngageDeskError], None] | None = None,
        topic: str = "",
    ) -> None:
        """Ask the store, with the present work day."""
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> T:
            today = workspace.read(work_day_of, now_utc, zone)
            return query(workspace, today)

        self._bridge.ask(self, work, answer, failed=failed or self._shell.complain, topic=topic)

    def _page(self, page: str) -> Any | None:
        return self._shell.window.built_page(page)


def portfolio_actions() -> tuple[Action, ...]:
    """Return what the palette offers beyond single engagements and clients."""
    data, program = ActionGroup.DATA, ActionGroup.PROGRAM
    return (
        Action("engagement.new", tr("Actions", "New engagement"), "", Icon.ENGAGEMENTS, data, wants.NewEngagement(),
               also=tr("Actions", "create template")),
        Action("client.new", tr("Actions", "New client"), "", Icon.USERS, data, wants.NewClient()),
        Action("names.hide", tr("Actions", "Privacy: show code names"), "", Icon.EYE_OFF, program,
               wants.ShowCodeNames(on=True), also=tr("Actions", "share screen hide clients")),
        Action("names.show", tr("Actions", "Privacy: show client names"), "", Icon.EYE, program,
               wants.ShowCodeNames(on=False)),
    )  # fmt: skip


def found(row: T | None) -> T:
    """Return the row; ``UserError`` where it went meanwhile."""
    if row is None:
        raise UserError("record.gone", kind="engagement")
    return row


def page_error(page: Any) -> Callable[[EngageDeskError], None]:
    """Return what shows an error on a page in place of its rows."""

    def show(error: EngageDeskError) -> None:
        page.show_error(message_for(error, safe=tr("Portfolio", "Everything recorded so far is saved.")))

    return show


def first_facts(today: date) -> EngagementFacts:
    """Return what a new engagement's form starts with: an audit of the calendar year."""
    return EngagementFacts("", ServiceLine.AUDIT, period_end=date(today.year, 12, 31))
