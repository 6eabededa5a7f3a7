"""Rate cards: the sheet that lists them and the forms on it; each change is one command, undone like any other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from engagedesk.errors import UserError
from engagedesk.services.changes import Changes
from engagedesk.services.command import Command
from engagedesk.services.queries.rate_cards import CardRow, RateCards, rate_card_list
from engagedesk.services.queries.today import work_day_of
from engagedesk.services.workspace import Outcome, Workspace
from engagedesk.ui import intents
from engagedesk.ui import rate_intents as wants
from engagedesk.ui.actions import Action, ActionGroup
from engagedesk.ui.controllers.forms import Forms
from engagedesk.ui.controllers.messages import said
from engagedesk.ui.controllers.shell import Shell
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.theme import Icon
from engagedesk.ui.words import tr


class RateCardsDesk(QObject):
    """Takes the intents of rate cards. Lives in the GUI thread."""

    opened = Signal(object)
    """The sheet, or the ``FormSheet`` on it, that opened."""

    def __init__(self, shell: Shell, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._sheet: Any = None
        self._forms = Forms(shell, self._after, parent=self)
        self._forms.opened.connect(self.opened)
        shell.bridge.changed.connect(self._on_changed)
        shell.window.registry.offer((rate_cards_action(),))
        self.takes: dict[type[intents.Intent], Callable[[Any], None]] = {
            wants.ShowRateCards: self._show_sheet,
            wants.MakeCard: self._make,
            wants.RenameCard: self._rename,
            wants.CopyCard: self._copy,
            wants.RaiseCard: self._raise,
            wants.EditCardRate: self._edit_rate,
        }

    def _show_sheet(self, intent: wants.ShowRateCards) -> None:
        def show(cards: RateCards) -> None:
            from engagedesk.ui.dialogs.rate_cards import RateCardsSheet

            if self._sheet is None:
                self._sheet = RateCardsSheet(parent=self._above())
                self._sheet.intent.connect(self._shell.window.intent)
                self._sheet.finished.connect(self._closed)
            self._sheet.show_cards(cards, intent.card)
            self._sheet.open()
            self.opened.emit(self._sheet)

        self._ask(show)

    @Slot()
    def _closed(self) -> None:
        self._sheet.deleteLater()
        self._sheet = None

    @Slot(object, object)
    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._sheet is not None and changes.touches("rate_card", "rate_line", "firm_profile", "engagement"):
            self._ask(self._refresh)

    def _refresh(self, cards: RateCards) -> None:
        if self._sheet is not None:
            self._sheet.show_cards(cards)

    def _make(self, _intent: wants.MakeCard) -> None:
        from engagedesk.ui.dialogs.rate_card_forms import NewCardForm

        self._forms.open(NewCardForm(parent=self._above()))

    def _rename(self, intent: wants.RenameCard) -> None:
        from engagedesk.ui.dialogs.rate_card_forms import RenameCardForm

        self._with_card(intent.card, lambda _cards, card: RenameCardForm(card, parent=self._above()))

    def _copy(self, intent: wants.CopyCard) -> None:
        from engagedesk.ui.dialogs.rate_card_forms import CopyCardForm

        self._with_card(intent.card, lambda _cards, card: CopyCardForm(card, parent=self._above()))

    def _raise(self, intent: wants.RaiseCard) -> None:
        from engagedesk.ui.dialogs.rate_card_forms import NewPricesForm

        self._with_card(intent.card, lambda cards, card: NewPricesForm(cards, card, parent=self._above()))

    def _edit_rate(self, intent: wants.EditCardRate) -> None:
        from engagedesk.ui.dialogs.rate_card_forms import CardRateForm

        def make(cards: RateCards, card: CardRow) -> FormSheet | None:
            rate = next((one for one in card.rates if one.id == intent.rate), None)
            if intent.rate is not None and rate is None:
                return None
            return CardRateForm(cards, card, rate, parent=self._above())

        self._with_card(intent.card, make)

    def _with_card(self, wanted: bytes, make: Callable[[RateCards, CardRow], FormSheet | None]) -> None:
        def show(cards: RateCards) -> None:
            card = next((one for one in cards.cards if one.id == wanted), None)
            form = None if card is None else make(cards, card)
            if form is None:
                self._shell.complain(UserError("record.gone", kind="rate_card"))
            else:
                self._forms.open(form)

        self._ask(show)

    def _ask(self, show: Callable[[RateCards], None]) -> None:
        clock = self._shell.clock
        zone, now_utc = clock.zone_name(), clock.now_s()

        def work(workspace: Workspace) -> RateCards:
            return workspace.read(rate_card_list, today=workspace.read(work_day_of, now_utc, zone))

        self._shell.bridge.ask(self, work, show, failed=self._shell.complain)

    def _above(self) -> QWidget:
        """Return what a sheet opens on: the one that is open, else the window."""
        return QApplication.activeModalWidget() or self._shell.window

    def _after(self, _command: Command[Any], outcome: Outcome[Any]) -> None:
        if outcome.audit_seq is not None:
            self._shell.say(said(tr("RateCards", "Saved"), action=tr("RateCards", "Undo"), intent=intents.Undo()))


def rate_cards_action() -> Action:
    """Return what the palette and the help offer from anywhere."""
    also = tr("RateCards", "price hourly rate charge cost grade raise copy")
    title = tr("RateCards", "Rate cards")
    return Action("rates.cards", title, "", Icon.BUDGETS, ActionGroup.DATA, wants.ShowRateCards(), also=also)
