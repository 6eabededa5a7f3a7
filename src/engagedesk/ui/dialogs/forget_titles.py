"""Forget window titles: which days, and that it is for good."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.format import day_full
from engagedesk.ui.intents import ForgetTitles
from engagedesk.ui.theme import Style, Tone, px
from engagedesk.ui.view_rows import Kind, WatchedView
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import DateField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted


class ForgetTitlesDialog(QDialog):
    """Out by ``intent``: one ``ForgetTitles``, then it closes."""

    intent = Signal(object)

    def __init__(self, view: WatchedView, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Forget window titles"))
        self.setMinimumWidth(px(540))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(self.tr("Forget window titles"), style=Style.PAGE))
        column.addWidget(Label(self._said(view), tone=Tone.SECOND, wrap=True))
        self.first = self._day(self.tr("First day"), view.first or today)
        self.last = self._day(self.tr("Last day"), view.last or today)
        days = QHBoxLayout()
        days.setSpacing(8)
        days.addWidget(Label(self.tr("From")))
        days.addWidget(self.first)
        days.addWidget(Label(self.tr("to")))
        days.addWidget(self.last)
        days.addStretch(1)
        column.addLayout(days)
        self.notice = NoticeStrip()
        column.addWidget(self.notice)
        self.notice.say(Kind.WARN, self.tr("This cannot be undone. Earlier backups keep them."))
        self.forget_button = Button(self.tr("Forget them"), kind=ButtonKind.DANGER)
        self.forget_button.clicked.connect(self._forget)
        self.forget_button.setEnabled(view.count > 0)
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.forget_button)
        column.addLayout(row)
        self.first.dateChanged.connect(self._check)
        self.last.dateChanged.connect(self._check)
        self._count = view.count
        self.cancel_button.setFocus()

    def _said(self, view: WatchedView) -> str:
        if not view.count or view.first is None or view.last is None:
            return self.tr("No window title is kept.")
        kept = counted(view.count, self.tr("{n} title is kept"), self.tr("{n} titles are kept"))
        words = self.tr("{kept}, from {first} to {last}. Those older than {days} days go by themselves.")
        return words.format(kept=kept, first=day_full(view.first), last=day_full(view.last), days=view.days_kept)

    def _day(self, name: str, day: date) -> DateField:
        field = DateField(name=name)
        field.setDate(QDate(day.year, day.month, day.day))
        field.setFixedWidth(px(136))
        return field

    @Slot()
    def _check(self) -> None:
        self.forget_button.setEnabled(self._count > 0 and self.first.date() <= self.last.date())

    @Slot()
    def _forget(self) -> None:
        self.intent.emit(ForgetTitles(_date(self.first), _date(self.last)))
        self.accept()


def _date(field: DateField) -> date:
    chosen = field.date()
    return date(chosen.year(), chosen.month(), chosen.day())
