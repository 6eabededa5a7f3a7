"""Which entries of a week, and why: returned by the firm, reversed, or the whole week recalled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QListWidgetItem, QWidget

from engagedesk.domain.ids import EntryId
from engagedesk.services.queries.rows import EntryRow
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import hm, weekday_number
from engagedesk.ui.intents import TreatWeekEntries, WeekEntriesPurpose
from engagedesk.ui.theme import Icon, Tone, px
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import Field, TextField
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.widgets.tick_list import TickList

_ID = int(Qt.ItemDataRole.UserRole)


class WeekEntriesDialog(Sheet):
    """Sends ``TreatWeekEntries`` once; a recall may go without a reason, the others may not."""

    intent = Signal(object)

    def __init__(
        self, week: str, purpose: WeekEntriesPurpose, rows: tuple[EntryRow, ...], *, parent: QWidget | None = None
    ) -> None:
        recall, returned = purpose is WeekEntriesPurpose.RECALL, purpose is WeekEntriesPurpose.RETURN
        title = (
            self.tr("Recall the week")
            if recall
            else self.tr("The firm returned time")
            if returned
            else self.tr("Reverse posted time")
        )
        super().__init__(title, width=520, icon=Icon.UNDO, parent=parent)
        self._week, self._purpose = week, purpose
        about = (
            self.tr("Its submitted entries can be changed again. Posted time stays posted.")
            if recall
            else self.tr("Choose what came back. It can be changed and submitted again; its reason stays with it.")
            if returned
            else self.tr("Each gets a reversing entry on its own day. Both stay on record; enter the right time anew.")
        )
        self.column.addWidget(Label(about, tone=Tone.SECOND, wrap=True))
        self.list = TickList(name=self.tr("Entries"))
        self.list.setMinimumHeight(px(220))
        set_shown(self.list, shown=not recall)
        for row in rows:
            self._add(row, checked=returned)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._look)
        self.column.addWidget(self.list, 1)
        self.reason = TextField(name=self.tr("Reason"))
        self.reason.textChanged.connect(self._look)
        self.reason.returnPressed.connect(self._send)
        self.field = Field(self.tr("Why (optional)") if recall else self.tr("Why"), self.reason)
        self.column.addWidget(self.field)
        if recall:
            self.column.addStretch(1)
        self.cancel_button = Button(self.tr("Cancel"), hint=self.tr("Esc"))
        self.cancel_button.clicked.connect(self.reject)
        act = self.tr("Recall") if recall else self.tr("Note the return") if returned else self.tr("Reverse")
        self.ok_button = Button(act, kind=ButtonKind.PRIMARY)
        self.ok_button.clicked.connect(self._send)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.cancel_button)
        self.footer.row.addWidget(self.ok_button)
        self._look()
        self.reason.setFocus()

    def _add(self, row: EntryRow, *, checked: bool) -> None:
        what = " · ".join(part for part in (row.engagement, row.engagement_detail) if part)
        line = self.tr("{day}  {what}, {code}, {hours} h").format(
            day=weekday_number(row.work_day), what=what, code=row.code or "–", hours=hm(row.seconds)
        )
        item = QListWidgetItem(line, self.list)
        item.setData(_ID, bytes(row.id))
        item.setToolTip(row.narrative)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    @property
    def chosen(self) -> tuple[EntryId, ...]:
        items = (self.list.item(n) for n in range(self.list.count()))
        return tuple(EntryId(i.data(_ID)) for i in items if i.checkState() is Qt.CheckState.Checked)

    @Slot()
    def _look(self) -> None:
        recall = self._purpose is WeekEntriesPurpose.RECALL
        self.ok_button.setEnabled(recall or (bool(self.chosen) and bool(self.reason.text().strip())))

    @Slot()
    def _send(self) -> None:
        if self.ok_button.isEnabled():
            self.intent.emit(TreatWeekEntries(self._week, self._purpose, self.chosen, self.reason.text().strip()))
            self.accept()
