"""Budgets as a person sees and asks: the list, the detail, what forms come to, the PDF."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.domain.budget import AlertRule
from engagedesk.services.commands.budgets import (
    AcknowledgeAlert,
    EditBudget,
    LineFacts,
    SetBudget,
    SetBudgetRule,
    SetFxRate,
    TypeEstimate,
)
from engagedesk.services.queries.budget_rows import BudgetOrder
from engagedesk.ui import documents
from engagedesk.ui.budget_intents import AnswerAlert, ChangeBudget, GiveEstimate, ListBudgets, OpenBudget
from engagedesk.ui.charts.burn import month_marks, nice_step
from engagedesk.ui.controllers.budgets import write_burn
from engagedesk.ui.dialogs.budget_forms import AcknowledgeForm, AlertRuleForm, BudgetForm, EstimateForm, FxForm
from engagedesk.ui.pages.budget_parts import Figure, FigureStrip
from engagedesk.ui.pages.budgets import BudgetsPage
from engagedesk.ui.pages.clients import ClientsPage
from engagedesk.ui.pages.portfolio import PortfolioPage
from engagedesk.ui.pages.today_budgets import AlertsCard, BudgetsCard
from engagedesk.ui.variation import variation
from tests.ui.budget_rows import ALERTS, DAY, DRAFT, HOURS_ONLY, KESTREL, LISTED, NO_BUDGET, NOW, PAGE, ROWS, H


@pytest.fixture
def page(qtbot: QtBot) -> BudgetsPage:
    made = BudgetsPage()
    qtbot.addWidget(made)
    made.resize(1160, 820)
    made.show_list(LISTED, PAGE)
    return made


def asked(page: BudgetsPage) -> list[Any]:
    found: list[Any] = []
    page.intent.connect(found.append)
    return found


def test_every_budget_is_listed_in_words(page: BudgetsPage) -> None:
    model = page.view.row_model
    said = [model.data(model.index(n, 0), Qt.ItemDataRole.AccessibleTextRole) for n in range(model.rowCount())]
    assert len(said) == len(ROWS)
    assert "115" in said[0] or "118" in said[0]
    assert "no budget" in said[-1]


def test_a_row_that_is_clicked_is_asked_for(page: BudgetsPage) -> None:
    found = asked(page)
    page.show()
    box = page.view.visualRect(page.view.row_model.index(0, 0))
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert found == [ListBudgets(LISTED.wanted, ROWS[0].id)]


def test_the_order_is_asked_of_the_store(page: BudgetsPage) -> None:
    found = asked(page)
    page.order.setCurrentIndex(1)
    page.order.activated.emit(1)
    assert found == [ListBudgets(replace(LISTED.wanted, order=BudgetOrder.USED))]


def test_an_alert_asks_for_its_note(page: BudgetsPage) -> None:
    found = asked(page)
    waiting = [line for line in page.detail.alert_lines if line.button is not None]
    [line] = waiting
    assert line.button is not None
    line.button.click()
    assert found == [AnswerAlert(KESTREL.id, ALERTS[0].id)]


def test_an_answered_alert_leaves_the_keyboard_among_the_alerts(page: BudgetsPage) -> None:
    page.show()
    open_ = tuple(replace(one, acknowledged_utc=None) for one in ALERTS[:2])
    page.show_list(LISTED, replace(PAGE, alerts=open_))
    first = page.detail.alert_lines[0].button
    assert first is not None
    first.setFocus()
    page.show_list(LISTED, replace(PAGE, alerts=(replace(open_[0], acknowledged_utc=NOW), open_[1])))
    assert page.focusWidget() is page.detail.alert_lines[1].button, "the next that waits"
    page.show_list(LISTED, replace(PAGE, alerts=tuple(replace(one, acknowledged_utc=NOW) for one in open_)))
    assert page.focusWidget() is page.detail.rule_button


def test_the_chart_says_itself_and_shows_its_numbers(page: BudgetsPage) -> None:
    chart = page.detail.burn._chart
    assert chart is not None
    assert "forecast" in chart.accessibleDescription()
    page.detail.burn.table_link.click()
    table = page.detail.burn._table
    assert table is not None
    assert table.row_model.rowCount() == len(PAGE.burn)
    assert chart.isHidden()


def test_without_a_budget_one_is_offered(page: BudgetsPage) -> None:
    page.show_list(LISTED, NO_BUDGET)
    found = asked(page)
    assert not page.detail.no_budget.isHidden()
    assert page.detail.burn.isHidden()
    page.detail.no_budget.button.click()
    assert found == [ChangeBudget(ROWS[-1].id)]


def test_hours_stand_alone_where_amounts_are_hidden(page: BudgetsPage) -> None:
    page.show_list(LISTED, HOURS_ONLY)
    assert not any(sign in page.detail.figures.accessibleName() for sign in "€£$")
    assert page.detail.rates.isHidden()


def test_a_phase_asks_for_its_estimate(page: BudgetsPage) -> None:
    found = asked(page)
    table = page.detail.phase_table
    assert table is not None
    table.chosen.emit(table.row_model.rows[1])
    assert found == [GiveEstimate(KESTREL.id, bytes([2]) * 16)]


def test_the_grid_keeps_amounts_of_hours_that_stay_and_prices_those_that_change(qtbot: QtBot) -> None:
    form = BudgetForm(DRAFT, next_version=True, now_utc=NOW)
    qtbot.addWidget(form)
    key = next(key for key in form.grid_widget.cells if key.grade == "Senior")
    form.grid_widget.cells[key].setText("10")
    form.reason.set_value("Fewer")
    command = form.command()
    assert isinstance(command, SetBudget)
    assert LineFacts(key.phase, "Senior", 10 * H, 212_000) in command.lines
    assert {(line.seconds, line.minor) for line in command.lines} >= {
        (one.seconds, one.minor) for one in DRAFT.lines if (one.phase, one.grade) != key
    }


def test_a_correction_edits_the_newest_version(qtbot: QtBot) -> None:
    form = BudgetForm(DRAFT, next_version=False, now_utc=NOW)
    qtbot.addWidget(form)
    command = form.command()
    assert isinstance(command, EditBudget)
    assert command.budget == PAGE.versions[0].id


def test_forms_come_to_their_commands(qtbot: QtBot) -> None:
    estimate = EstimateForm(PAGE, bytes([2]) * 16, now_utc=NOW)
    rule = AlertRuleForm(PAGE)
    answer = AcknowledgeForm(PAGE, ALERTS[0], now_utc=NOW)
    fx = FxForm(replace(PAGE, card_currency="GBP"))
    for form in (estimate, rule, answer, fx):
        qtbot.addWidget(form)
    estimate.grade.set_value("Senior")
    assert estimate.hours.value() == 6 * H
    estimate.hours.set_value(None)
    command = estimate.command()
    assert isinstance(command, TypeEstimate)
    assert command.seconds is None
    rule.used.set_value("50, 80 %")
    assert rule.command() == SetBudgetRule(KESTREL.id, AlertRule((50, 80), 5))
    answer.note.set_value("Partner told")
    assert answer.command() == AcknowledgeAlert(ALERTS[0].id, "Partner told", NOW)
    fx.rate.set_value("1.16")
    assert fx.command() == SetFxRate("GBP", "EUR", DAY, 1_160_000)


def test_today_opens_a_budget_and_an_alert(qtbot: QtBot) -> None:
    money, waiting = BudgetsCard(), AlertsCard()
    qtbot.addWidget(money)
    qtbot.addWidget(waiting)
    found: list[Any] = []
    money.intent.connect(found.append)
    waiting.intent.connect(found.append)
    money.show_list(LISTED)
    waiting.show_alerts(ALERTS[:1])
    money.rows[1].click()
    waiting.rows[0].click()
    assert found == [OpenBudget(KESTREL.id), OpenBudget(KESTREL.id)]


def test_the_variation_names_causes_and_escapes_what_was_typed(qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    hostile = replace(PAGE, excess=(replace(PAGE.excess[0], note="<b>5 > 3</b>"), *PAGE.excess[1:]))
    document = variation(hostile)
    text = documents.page(document)
    assert "&lt;b&gt;5 &gt; 3&lt;/b&gt;" in text
    assert "Scope change" in text
    assert "€7,029" in text
    documents.write_document(document, tmp_path / "v.pdf")
    assert (tmp_path / "v.pdf").read_bytes().startswith(b"%PDF")


def test_the_burn_is_written_as_csv(tmp_path: Path) -> None:
    write_burn(tmp_path / "burn.csv", PAGE)
    lines = (tmp_path / "burn.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "day,actual_minor,plan_minor,low_minor,forecast_minor,high_minor"
    assert len(lines) == len(PAGE.burn) + 1


def test_axes_have_round_steps() -> None:
    assert [nice_step(most) for most in (0, 1, 130, 1_260, 9)] == [1.0, 0.25, 40.0, 400.0, 2.5]
    assert len(month_marks(DAY.replace(year=2020), DAY)) <= 9


@pytest.mark.parametrize("make", [BudgetsPage, PortfolioPage, ClientsPage])
def test_a_page_that_waits_for_its_first_list_keeps_its_head_at_the_top(
    qtbot: QtBot, make: type[BudgetsPage | PortfolioPage | ClientsPage]
) -> None:
    made = make()
    qtbot.addWidget(made)
    made.resize(1160, 820)
    made.show()
    assert made.title.geometry().bottom() < 80


def test_before_the_first_list_no_count_is_shown(qtbot: QtBot) -> None:
    made = PortfolioPage()
    qtbot.addWidget(made)
    made.show()
    assert made._filters.isHidden()


def test_without_a_budget_nothing_is_over(qtbot: QtBot, page: BudgetsPage) -> None:
    page.show_list(LISTED, replace(PAGE, row=NO_BUDGET.row, versions=()))
    model = page.detail.phase_table.row_model if page.detail.phase_table is not None else None
    assert model is not None
    variance = next(n for n, column in enumerate(model.columns) if column.key == "variance")
    said = {model.data(model.index(row, variance), Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())}
    assert said == {"–"}
    assert not page.detail.no_budget.isHidden()
    assert page.detail.edit_button.isHidden(), "one invitation is enough"


def test_a_figures_note_that_has_no_room_is_said_in_its_tip(qtbot: QtBot) -> None:
    strip = FigureStrip()
    qtbot.addWidget(strip)
    figure = Figure("ETC", "€12,518", "38 h, partly typed", least="38 h")
    strip.show_figures((figure, figure))

    def tip(width: int) -> str:
        strip.resize(width, 72)
        return strip.tip_at(QPoint(20, 55))

    # How wide letters are depends on the text size that is chosen.
    assert tip(1_200) == ""
    assert "ETC: 38 h, partly typed" in {tip(width) for width in range(120, 1_200, 4)}
