"""Lock: nothing readable, the passphrase or the recovery key, and the time of a timer that goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.ui.format import clock, hms
from engagedesk.ui.intents import Quit, Unlock, UnlockWithKey
from engagedesk.ui.pages.whole import Logo, StrengthLine
from engagedesk.ui.passphrase_words import judge
from engagedesk.ui.theme import Style, Tone, px
from engagedesk.ui.view_rows import LockReason, LockView, Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Card, Dot
from engagedesk.ui.widgets.inputs import Field, PassphraseField, TextField
from engagedesk.ui.widgets.text import Label

_CENTRE = Qt.AlignmentFlag.AlignCenter
_WIDE = 400


class LockPage(QWidget):
    """In by ``show_lock``, ``show_failure`` and ``show_busy``; out by ``intent``."""

    intent = Signal(object)

    def __init__(self, now: Callable[[], int], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._view: LockView | None = None
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self._tick)
        self.title = Label(self.tr("EngageDesk is locked"), style=Style.PAGE, align=_CENTRE)
        self.lead = Label(self.tr("Nothing can be read until you unlock it."), tone=Tone.SECOND, align=_CENTRE)
        self._by_passphrase = self._build_passphrase()
        self._by_key = self._build_recovery()
        self._by_key.hide()
        self.failure = Label("", style=Style.BODY_MEDIUM, tone=Tone.DANGER, wrap=True)
        self.failure.setAccessibleName(self.tr("Why it did not open"))
        self.failure.hide()
        card = Card(padding=24)
        card.column.setSpacing(12)
        card.column.addWidget(self._by_passphrase)
        card.column.addWidget(self._by_key)
        card.column.addWidget(self.failure)
        self._timer_card = Card(padding=0, sunken=True)
        self._timer_card.column.setContentsMargins(24, 0, 24, 0)
        self._timer_card.setFixedHeight(px(52))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Dot())
        row.addWidget(Label(self.tr("A timer goes on"), style=Style.BODY_MEDIUM))
        row.addStretch(1)
        self.elapsed = Label("", style=Style.SECTION)
        row.addWidget(self.elapsed)
        self._timer_card.column.addLayout(row)
        self._timer_card.hide()
        self.reason = Label("", style=Style.CAPTION, tone=Tone.THIRD, align=_CENTRE)
        inner = QWidget()
        inner.setFixedWidth(px(_WIDE))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Logo(56), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addSpacing(20)
        column.addWidget(card)
        column.addSpacing(12)
        column.addWidget(self._timer_card)
        column.addSpacing(8)
        column.addWidget(self.reason)
        self.version = Label("", style=Style.CAPTION, tone=Tone.THIRD)
        self.keyring = Label("", style=Style.CAPTION, tone=Tone.THIRD)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 16)
        foot.addWidget(self.version)
        foot.addStretch(1)
        foot.addWidget(self.keyring)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 24, 0, 0)
        whole.addStretch(4)
        whole.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(5)
        whole.addLayout(foot)

    def _build_passphrase(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.passphrase = PassphraseField(name=self.tr("Passphrase"))
        self.passphrase.returnPressed.connect(self._unlock)
        self.unlock_button = Button(self.tr("Unlock"), kind=ButtonKind.PRIMARY, hint=self.tr("Enter"), height=36)
        self.unlock_button.clicked.connect(self._unlock)
        self.key_button = Button(self.tr("Use recovery key"))
        self.key_button.clicked.connect(self._to_recovery)
        self.quit_button = Button(self.tr("Quit"))
        self.quit_button.clicked.connect(self._quit)
        column.addWidget(Field(self.tr("Passphrase"), self.passphrase))
        column.addSpacing(4)
        _widen(self.unlock_button)
        column.addWidget(self.unlock_button)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.key_button, self.quit_button):
            _widen(button)
            row.addWidget(button)
        column.addLayout(row)
        return page

    def _build_recovery(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.recovery_key = TextField(name=self.tr("Recovery key"), placeholder="XXXX-XXXX-XXXX-…")
        self.new_passphrase = PassphraseField(name=self.tr("New passphrase"))
        self.new_again = PassphraseField(name=self.tr("New passphrase once more"))
        self.new_again_field = Field(self.tr("Once more"), self.new_again)
        self.strength = StrengthLine()
        self.recover_button = Button(self.tr("Open and set the new passphrase"), kind=ButtonKind.PRIMARY, height=36)
        self.recover_button.clicked.connect(self._recover)
        self.back_button = Button(self.tr("Back to the passphrase"))
        self.back_button.clicked.connect(self._to_passphrase)
        column.addWidget(Field(self.tr("Recovery key, all eight groups"), self.recovery_key))
        column.addWidget(Field(self.tr("New passphrase"), self.new_passphrase))
        column.addWidget(self.strength)
        column.addWidget(self.new_again_field)
        for button in (self.recover_button, self.back_button):
            _widen(button)
            column.addWidget(button)
        for field in (self.recovery_key, self.new_passphrase, self.new_again):
            field.textChanged.connect(self._check)
        self._check()
        return page

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_lock(self, view: LockView) -> None:
        self._view = view
        self.version.setText(self.tr("EngageDesk {version}").format(version=view.version))
        self.keyring.setText(self.tr("Keyring: in use") if view.keyring_used else self.tr("Keyring: not used"))
        reasons = {
            LockReason.BY_HAND: self.tr("Locked by hand at {time}."),
            LockReason.IDLE: self.tr("Locked at {time}: nobody was at the keyboard."),
            LockReason.SUSPEND: self.tr("Locked at {time}: the computer went to sleep."),
            LockReason.SCREEN: self.tr("Locked at {time}, with the screen."),
            LockReason.START: "",
        }
        words = reasons[view.reason]
        self.reason.setText(words.format(time=clock(view.locked_utc, view.zone)) if view.locked_utc else "")
        self._timer_card.setVisible(view.running_since_utc is not None)
        self._tick()
        self._keep_time()
        self.passphrase.setFocus()

    @Slot(object)
    def show_failure(self, message: Message) -> None:
        """Say why it did not open and what to do; the typed passphrase is selected."""
        self.show_busy(busy=False)
        self.failure.setText(" ".join(p for p in (message.title + ".", message.detail, message.safe) if p))
        self.failure.show()
        field = self.passphrase if self._by_key.isHidden() else self.recovery_key
        field.set_wrong(message.title)
        field.selectAll()
        field.setFocus()

    def show_busy(self, *, busy: bool) -> None:
        """While the key is derived (about a second) nothing can be pressed."""
        self.unlock_button.setText(self.tr("Unlocking…") if busy else self.tr("Unlock"))
        for widget in (self.unlock_button, self.key_button, self.passphrase, self.recover_button, self.back_button):
            widget.setEnabled(not busy)
        if not busy:
            self._check()

    def show_closing(self) -> None:
        """While the store closes nothing can be typed: the process that follows would not know of it."""
        for widget in (self.unlock_button, self.key_button, self.quit_button, self.passphrase):
            widget.setEnabled(False)

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _unlock(self) -> None:
        if self.passphrase.text() and self.unlock_button.isEnabled():
            self._forget_failure()
            self.show_busy(busy=True)
            self.intent.emit(Unlock(self.passphrase.text()))

    @Slot()
    def _recover(self) -> None:
        self._forget_failure()
        self.show_busy(busy=True)
        self.intent.emit(UnlockWithKey(self.recovery_key.text().strip(), self.new_passphrase.text()))

    @Slot()
    def _check(self) -> None:
        judgement = judge(self.new_passphrase.text())
        self.strength.show_judgement(judgement)
        same = self.new_again.text() == self.new_passphrase.text()
        differs = bool(self.new_again.text()) and not self.new_passphrase.text().startswith(self.new_again.text())
        self.new_again_field.say(self.tr("This differs from the passphrase above") if differs else "", Tone.DANGER)
        self.recover_button.setEnabled(bool(self.recovery_key.text().strip()) and judgement.acceptable and same)

    @Slot()
    def _to_recovery(self) -> None:
        self._forget_failure()
        self._by_passphrase.hide()
        self._by_key.show()
        self.recovery_key.setFocus()

    @Slot()
    def _to_passphrase(self) -> None:
        self._forget_failure()
        self._by_key.hide()
        self._by_passphrase.show()
        self.passphrase.setFocus()

    @Slot()
    def _quit(self) -> None:
        self.intent.emit(Quit())

    def _forget_failure(self) -> None:
        self.failure.hide()
        self.passphrase.set_wrong("")
        self.recovery_key.set_wrong("")

    @Slot()
    def _tick(self) -> None:
        if self._view is not None and self._view.running_since_utc is not None:
            self.elapsed.setText(hms(self._now() - self._view.running_since_utc))

    def _keep_time(self) -> None:
        running = self._view is not None and self._view.running_since_utc is not None
        if running and self.isVisible():
            self._second.start()
        else:
            self._second.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._by_key.isHidden():
            self._to_passphrase()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_time()
        self.passphrase.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._second.stop()

    def sizeHint(self) -> QSize:
        return QSize(px(720), px(640))


def _widen(button: Button) -> None:
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
