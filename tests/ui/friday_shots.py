"""The pictures of a week's end: its check, the handover and what the firm recorded."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.services.queries.handover import Handover, Reconciliation
from engagedesk.services.queries.week_check import WeekCheck
from engagedesk.ui.dialogs.week_entries import WeekEntriesDialog
from engagedesk.ui.intents import WeekEntriesPurpose
from engagedesk.ui.pages.handover import HandoverView
from engagedesk.ui.pages.reconciliation import ReconciliationView
from engagedesk.ui.pages.week_check_panel import WeekCheckPanel
from tests.ui.friday_rows import (
    BLOCKED,
    CHECK,
    CLEAR,
    HANDOVER,
    NO_EXTRACT,
    NO_LINES,
    NO_WEEK,
    RECONCILED,
    RETURNED,
    STALE,
    SUBMITTED,
)
from tests.ui.sample_rows import ENTRIES
from tests.ui.shot import Shot


def week_check(check: WeekCheck) -> QWidget:
    panel = WeekCheckPanel()
    panel.show_check(check)
    return panel


def handover(rows: Handover) -> QWidget:
    view = HandoverView()
    view.show_handover(rows)
    return view


def recorded(rows: Reconciliation) -> QWidget:
    view = ReconciliationView()
    view.show_reconciliation(rows)
    return view


def week_entries(purpose: WeekEntriesPurpose) -> QWidget:
    return WeekEntriesDialog("2026-W47", purpose, ENTRIES)


def friday_shots() -> Iterator[Shot]:
    panel, narrow, view, small = QSize(296, 760), QSize(296, 480), QSize(864, 640), QSize(600, 480)
    checks = (
        ("check", CHECK), ("check-clear", CLEAR), ("check-submitted", SUBMITTED), ("check-returned", RETURNED),
        ("check-blocked", BLOCKED), ("check-empty", NO_WEEK),
    )  # fmt: skip
    for name, check in checks:
        yield Shot(name, panel, lambda c=check: week_check(c))  # type: ignore[misc]
    yield Shot("check-low", narrow, lambda: week_check(CHECK))
    yield Shot("handover", view, lambda: handover(HANDOVER))
    yield Shot("handover-small", small, lambda: handover(HANDOVER))
    yield Shot("handover-empty", view, lambda: handover(NO_LINES))
    for name, found in (("recorded", RECONCILED), ("recorded-stale", STALE), ("recorded-empty", NO_EXTRACT)):
        yield Shot(name, view, lambda r=found: recorded(r))  # type: ignore[misc]
    yield Shot("recorded-small", small, lambda: recorded(RECONCILED))
    for purpose in WeekEntriesPurpose:
        yield Shot(f"week-{purpose}", QSize(560, 480), lambda p=purpose: week_entries(p))  # type: ignore[misc]
