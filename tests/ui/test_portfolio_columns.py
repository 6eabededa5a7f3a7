"""What the columns of the portfolio say of an engagement's budget."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from engagedesk.ui.pages.portfolio_columns import portfolio_columns
from tests.ui.sample_standings import HOUR, STANDINGS, WORKDAY


def test_the_share_beside_the_hours_is_that_of_the_hours_and_not_of_the_money(qapp: QApplication) -> None:
    [used] = [column for column in portfolio_columns(WORKDAY) if column.key == "used"]
    one = STANDINGS[0]
    assert one.budget is not None
    dearer = replace(one.budget, actual_s=20 * HOUR, budget_s=140 * HOUR, used_per_mille=160)
    row = replace(one, budget=dearer)
    assert used.text(row) == "14 %, 20 of 140 h"
    assert used.cell(row).parts[0].text == "14 %"
    nearly = replace(one, budget=replace(dearer, actual_s=2690 * HOUR, budget_s=2600 * HOUR))
    assert used.cell(nearly).parts[0].text == "103 %", "103.46, and not 103.5 made 104"
    without_hours = replace(one, budget=replace(dearer, budget_s=0))
    assert used.cell(without_hours).parts[0].text == "–"
