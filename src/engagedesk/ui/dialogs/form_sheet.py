"""A form in a sheet: fields in one or two columns, what is wrong beside each, one command out.

``wanted`` carries a command; whoever carries it out answers with ``done`` or ``refuse``, and the form waits meanwhile.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from engagedesk.errors import UserError
from engagedesk.services.command import Command
from engagedesk.ui.actions import shown_keys
from engagedesk.ui.controllers.messages import sentences, words_for
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.theme import Icon, Style, px
from engagedesk.ui.view_rows import Kind
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.form import FormField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.text import Label

_FRAME: Final = 190
"""What a sheet needs around its fields: title, notice, footer."""


class FormSheet(Sheet):
    """In by ``done`` and ``refuse``, out by ``wanted``. A subclass lays out fields and builds the command."""

    wanted = Signal(object)
    """The ``Command`` that the form came to."""

    def __init__(
        self,
        title: str,
        *,
        width: int,
        save: str,
        icon: Icon | None = None,
        remove: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``save`` and ``remove`` are words of buttons; no ``remove`` = there is nothing to remove."""
        super().__init__(title, width=width, icon=icon, parent=parent)
        self.fields: list[FormField] = []
        self._busy = False
        self.notice = NoticeStrip()
        self.notice.hide()
        self._held = QWidget()
        self.grid = QGridLayout(self._held)
        self.grid.setContentsMargins(0, 0, 4, 0)
        self.grid.setHorizontalSpacing(16)
        self.grid.setVerticalSpacing(12)
        self.grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(self._held)
        # Only now: the area takes what it is given onto a ground of its own.
        self._held.setAutoFillBackground(False)
        self._held.installEventFilter(self)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.body.addWidget(area, 1)
        self.column.addWidget(self.notice)
        self.column.addLayout(self.body, 1)
        self.remove_button = Button(remove, kind=ButtonKind.DANGER, icon=Icon.DELETE)
        set_shown(self.remove_button, shown=bool(remove))
        self.remove_button.clicked.connect(self._remove)
        self.cancel_button = Button(self.tr("Cancel"), hint=self.tr("Esc"))
        self.cancel_button.clicked.connect(self.reject)
        self.save_button = Button(save, kind=ButtonKind.PRIMARY)
        self.save_button.setToolTip(shown_keys("Ctrl+Return"))
        self.save_button.clicked.connect(self.save)
        self.footer.row.addWidget(self.remove_button)
        self.footer.row.addStretch(1)
        self.footer.row.addWidget(self.cancel_button)
        self.footer.row.addWidget(self.save_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)

    # -- building ----------------------------------------------------------------------------------------------------

    def lay_row(self, *fields: FormField, shares: Sequence[int] = ()) -> None:
        """Add a row of fields that shares twelve columns, equally where nothing is said."""
        widths = list(shares) or [12 // len(fields)] * len(fields)
        row, at = self.grid.rowCount(), 0
        for field, width in zip(fields, widths, strict=True):
            self.grid.addWidget(field, row, at, 1, width, Qt.AlignmentFlag.AlignTop)
            at += width
            self._keep(field)
        for column in range(12):
            self.grid.setColumnStretch(column, 1)

    def lay_heading(self, text: str) -> None:
        label = Label(text, style=Style.SECTION)
        label.setContentsMargins(0, px(6), 0, 0)
        self.grid.addWidget(label, self.grid.rowCount(), 0, 1, 12)

    def lay_widget(self, widget: QWidget) -> None:
        self.grid.addWidget(widget, self.grid.rowCount(), 0, 1, 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Words that wrap, and what is said beside a field, change the height that the fields need.
        if watched is self._held and event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Grow to show all fields where the screen has room for them; call it once they are laid out."""
        wanted = self.grid.totalSizeHint().height() + px(8)
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry().height() if screen is not None else 900
        above = self.parentWidget()
        if above is not None:
            room = min(room, above.window().height())
        self._area.setMinimumHeight(max(px(60), min(wanted, room - px(_FRAME))))

    def _keep(self, field: FormField) -> None:
        self.fields.append(field)
        if isinstance(field.control, QLineEdit):
            field.control.returnPressed.connect(self.save)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        if self.fields:
            control = self.fields[0].control
            control.setFocus()
            if isinstance(control, QLineEdit):
                control.selectAll()

    # -- what a subclass says ----------------------------------------------------------------------------------------

    def command(self) -> Command[Any]:
        """Return what the fields come to; ``UserError`` where together they mean nothing."""
        raise NotImplementedError

    def removal(self) -> Command[Any] | None:
        """Return what the button at the start of the footer does."""
        return None

    # -- in ----------------------------------------------------------------------------------------------------------

    def refuse(self, error: UserError) -> None:
        """Say an error beside its field, or above all of them."""
        self.set_busy(busy=False)
        owner = next((field for field in self.fields if field.isVisibleTo(self) and field.owns(error)), None)
        if owner is None:
            words = words_for(error)
            self.notice.say(Kind.WARN, sentences(words.title, words.detail, words.hint))
            return
        owner.refuse(error)
        self._go_to(owner)

    def done(self, result: int) -> None:
        self.set_busy(busy=False)
        super().done(result)

    def set_busy(self, *, busy: bool) -> None:
        """Wait for an answer; nothing is sent twice."""
        self._busy = busy
        self.save_button.setEnabled(not busy)
        self.remove_button.setEnabled(not busy)

    # -- inside ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A choice and a tick have no use for Enter of their own: there it saves too, as it does in a line of text.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            self.focusWidget(), QComboBox | QCheckBox
        ):
            self.save()
            return
        super().keyPressEvent(event)

    @Slot()
    def save(self) -> None:
        """Send the command where every field can be used, else go to the first that cannot."""
        if self._busy:
            return
        self.notice.hide()
        wrong = [field for field in self.fields if field.isVisibleTo(self) and not field.check()]
        if wrong:
            self._go_to(wrong[0])
            return
        try:
            command = self.command()
        except UserError as error:
            self.refuse(error)
            return
        self.set_busy(busy=True)
        self.wanted.emit(command)

    @Slot()
    def _remove(self) -> None:
        command = self.removal()
        if command is not None and not self._busy:
            self.set_busy(busy=True)
            self.wanted.emit(command)

    def _go_to(self, field: FormField) -> None:
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(field)
