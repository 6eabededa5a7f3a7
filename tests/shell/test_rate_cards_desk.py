"""Rate cards in the whole program: made, copied, given new prices, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.errors import UserError
from engagedesk.paths import Profile
from engagedesk.services.commands.firm import SetFirmProfile
from engagedesk.ui import intents
from engagedesk.ui import rate_intents as wants
from engagedesk.ui.controllers.rate_cards import RateCardsDesk
from engagedesk.ui.dialogs.rate_card_forms import CardRateForm, CopyCardForm, NewPricesForm, per_mille_of
from engagedesk.ui.dialogs.rate_cards import RateCardsSheet
from tests.shell.conftest import Started

Start = Callable[..., Started]


class Desk:
    def __init__(self, started: Started, qtbot: QtBot) -> None:
        started.open()
        self.program, self.qtbot = started.program, qtbot
        self.program._build_rest()
        self.program.window.show()
        [self.cards] = self.program.findChildren(RateCardsDesk)
        shown = SetFirmProfile(replace(FirmProfile(), rates=RateSight.EVERYTHING))
        heard: list[Any] = []
        self.cards._shell.bridge.execute(self.cards, shown, heard.append)
        qtbot.waitUntil(lambda: bool(heard))
        self.sheet: RateCardsSheet = self.opened(lambda: self.program.take(wants.ShowRateCards()))

    def opened(self, do: Callable[[], None]) -> Any:
        with self.qtbot.waitSignal(self.cards.opened) as signal:
            do()
        assert signal.args is not None
        return signal.args[0]

    def saved(self, form: Any) -> None:
        with self.qtbot.waitSignal(form.accepted):
            form.save()

    @property
    def rates(self) -> list[tuple[str, date, int]]:
        card = self.sheet.card
        return [] if card is None else [(r.grade, r.valid_from, r.charge_minor_per_h) for r in card.rates]


@pytest.fixture
def desk(qtbot: QtBot, start: Start, made: Profile) -> Desk:
    return Desk(start(made), qtbot)


def make_card(desk: Desk) -> None:
    form = desk.opened(desk.sheet.new_button.click)
    form.name.set_value("Standard")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: desk.sheet.card is not None)
    form = desk.opened(desk.sheet.rate_button.click)
    assert isinstance(form, CardRateForm)
    form.grade.set_value("Senior")
    form.day.set_value(date(2026, 1, 1))
    form.charge.set_value(20_000, "GBP")
    form.cost.set_value(9_000, "GBP")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: desk.rates == [("Senior", date(2026, 1, 1), 20_000)])


def test_a_card_is_made_gets_a_rate_and_new_prices_that_can_be_undone(desk: Desk) -> None:
    assert desk.sheet.nothing.text()
    make_card(desk)
    form = desk.opened(desk.sheet.raise_button.click)
    assert isinstance(form, NewPricesForm)
    form.day.set_value(date(2030, 1, 1))
    form.percent.set_value("2.5")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: ("Senior", date(2030, 1, 1), 20_500) in desk.rates)
    assert ("Senior", date(2026, 1, 1), 20_000) in desk.rates
    desk.program.take(intents.Undo())
    desk.qtbot.waitUntil(lambda: len(desk.rates) == 1)
    desk.sheet.accept()


def test_a_copy_is_shown_as_soon_as_it_is_made(desk: Desk) -> None:
    make_card(desk)
    form = desk.opened(desk.sheet.copy_button.click)
    assert isinstance(form, CopyCardForm)
    form.name.set_value("Public sector")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: desk.sheet.card is not None and desk.sheet.card.name == "Public sector")
    assert desk.rates == [("Senior", date(2026, 1, 1), 20_000)]
    desk.sheet.accept()


def test_a_rate_is_changed_and_removed_from_its_row(desk: Desk) -> None:
    make_card(desk)
    table = desk.sheet.table
    assert table is not None
    table.setFocus()
    table.setCurrentIndex(table.row_model.index(0, 0))
    form = desk.opened(lambda: QTest.keyClick(table, Qt.Key.Key_Return))
    form.charge.set_value(21_000, "GBP")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: desk.rates == [("Senior", date(2026, 1, 1), 21_000)])
    form = desk.opened(lambda: QTest.keyClick(table, Qt.Key.Key_Return))
    with desk.qtbot.waitSignal(form.accepted):
        form.remove_button.click()
    desk.qtbot.waitUntil(lambda: desk.rates == [])
    desk.sheet.accept()


def test_nothing_to_raise_is_said_beside_the_day(desk: Desk) -> None:
    make_card(desk)
    form = desk.opened(desk.sheet.raise_button.click)
    form.day.set_value(date(2025, 1, 1))
    form.percent.set_value("3")
    form.save()
    desk.qtbot.waitUntil(lambda: bool(form.day.control.accessibleDescription()))
    form.reject()
    desk.sheet.accept()


@pytest.mark.parametrize(("text", "per_mille"), [("3", 30), ("2.5 %", 25), ("−1.5", -15), ("0", 0)])
def test_a_percentage_is_read_as_it_is_typed(text: str, per_mille: int) -> None:
    assert per_mille_of(text) == per_mille


@pytest.mark.parametrize("text", ["", "three", "1.25", "nan", "inf", "1e9", "--3"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=r"rate\.raise_range"):
        per_mille_of(text)
