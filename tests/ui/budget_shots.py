"""The pictures of budgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from engagedesk.ui.pages.budgets import BudgetsPage
from tests.ui import budget_rows
from tests.ui.gallery_rows import FAILED
from tests.ui.shot import WINDOW, Shot, opened


def budgets(show: Callable[[BudgetsPage], None]) -> QWidget:
    made, page = opened("budgets", BudgetsPage)
    show(page)
    return made


def budget_shots() -> Iterator[Shot]:
    listed = budget_rows.LISTED
    hours_only = replace(listed, rows=(budget_rows.HOURS_ONLY.row,), stale=True)
    shown: dict[str, Callable[[BudgetsPage], None]] = {
        "empty": lambda page: page.show_list(replace(listed, rows=(), total=0), None),
        "error": lambda page: page.show_error(FAILED),
        "no-match": lambda page: page.show_list(replace(listed, rows=()), None),
        "hours": lambda page: page.show_list(hours_only, budget_rows.HOURS_ONLY),
        "none-yet": lambda page: page.show_list(listed, budget_rows.NO_BUDGET),
        "table": lambda page: page.detail.burn.table_link.click(),
    }
    for name, show in shown.items():
        yield Shot(f"budgets-{name}", WINDOW, lambda s=show: budgets(s))  # type: ignore[misc]
    for name, (size, make) in budget_rows.BUDGET_FORMS.items():
        yield Shot(f"form-{name}", size, make)
