"""Security: the ways into the store, and when it locks by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engagedesk.ui.format import day_full
from engagedesk.ui.intents import ChangePassphrase, Lock, NewRecoveryKey, UseKeyring
from engagedesk.ui.pages.settings_groups.panel import Block
from engagedesk.ui.pages.settings_groups.stored import StoredPanel
from engagedesk.ui.pages.whole import StrengthLine
from engagedesk.ui.passphrase_words import judge
from engagedesk.ui.setting_words import Group
from engagedesk.ui.theme import Icon, Tone
from engagedesk.ui.view_rows import Message, SettingsView
from engagedesk.ui.widgets.button import Button
from engagedesk.ui.widgets.inputs import Check, Field, PassphraseField
from engagedesk.ui.widgets.message_bar import TONES, NoticeStrip


class SecurityPanel(StoredPanel):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Group.SECURITY, parent=parent)
        lock = Block(self.tr("Lock now"), self.tr("Closes the store and empties the clipboard."), key="security.lock")
        self.lock_button = Button(self.tr("Lock"), icon=Icon.LOCK)
        self.lock_button.clicked.connect(self._lock)
        lock.at_end(self.lock_button)
        self.add(lock)
        self.card(self.tr("Ways in"))
        self.keyring = Check("")
        self.keyring.setAccessibleName(self.tr("Unlock with this computer's keyring"))
        self.keyring.clicked.connect(self._keyring)
        keyring = Block(self.tr("Unlock with this computer's keyring"), " ", key="security.keyring")
        self.keyring_note = keyring.help
        keyring.at_end(self.keyring)
        self.add(keyring)
        self.add(self._build_passphrase())

    def _build_passphrase(self) -> Block:
        block = Block(
            self.tr("Passphrase and recovery key"),
            self.tr("Both open the store. Type the present passphrase to change either of them."),
            key="security.passphrase", also=self.tr("change password recovery card print"),
        )  # fmt: skip
        self.passphrase_note = block.help
        self.security_notice = NoticeStrip()
        self.security_notice.hide()
        block.below(self.security_notice)
        self.old = PassphraseField(name=self.tr("Present passphrase"))
        self.new = PassphraseField(name=self.tr("New passphrase"))
        self.again = PassphraseField(name=self.tr("New passphrase once more"))
        self._again_field = Field(self.tr("New passphrase once more"), self.again)
        self.strength = StrengthLine()
        body = QWidget()
        fields = QHBoxLayout(body)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(12)
        new_column = QVBoxLayout()
        new_column.setSpacing(4)
        new_column.addWidget(Field(self.tr("New passphrase"), self.new))
        new_column.addWidget(self.strength)
        fields.addWidget(Field(self.tr("Present passphrase"), self.old), 1, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(new_column, 1)
        fields.addWidget(self._again_field, 1, Qt.AlignmentFlag.AlignTop)
        block.below(body)
        self.change_button = Button(self.tr("Change passphrase"), height=28)
        self.change_button.clicked.connect(self._change)
        self.recovery_button = Button(self.tr("Make a new recovery key"), icon=Icon.KEY, height=28)
        self.recovery_button.setToolTip(
            self.tr("The old recovery key stops working. Type your present passphrase first.")
        )
        self.recovery_button.clicked.connect(self._recovery)
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.change_button)
        row.addWidget(self.recovery_button)
        row.addStretch(1)
        block.below(buttons)
        for field in (self.old, self.new, self.again):
            field.textChanged.connect(self._check)
        self._check()
        return block

    def show_settings(self, view: SettingsView) -> None:
        self.keyring.setEnabled(not view.keyring_reason)
        self.keyring.setChecked(view.keyring_on)
        self.keyring_note.setText(
            view.keyring_reason
            or self.tr(
                "{name}. Opens without typing while you are signed in; the passphrase still works if it is lost."
            ).format(name=view.keyring)
        )
        self.keyring.setAccessibleDescription(self.keyring_note.text())
        if view.passphrase_set_on:
            self.passphrase_note.setText(self.tr("Set on {day}.").format(day=day_full(view.passphrase_set_on)))

    def show_message(self, message: Message) -> None:
        """Answer to a change of keys, beside the fields."""
        self.security_notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))
        if TONES[message.kind] is Tone.OK:
            for field in (self.old, self.new, self.again):
                field.clear()

    @Slot()
    def _lock(self) -> None:
        self.intent.emit(Lock())

    @Slot()
    def _keyring(self) -> None:
        self.intent.emit(UseKeyring(self.keyring.isChecked()))

    @Slot()
    def _check(self) -> None:
        judgement = judge(self.new.text())
        self.strength.show_judgement(judgement)
        same = self.new.text() == self.again.text()
        differs = bool(self.again.text()) and not self.new.text().startswith(self.again.text())
        self._again_field.say(self.tr("This differs") if differs else "", Tone.DANGER)
        self.change_button.setEnabled(bool(self.old.text()) and judgement.acceptable and same)
        self.recovery_button.setEnabled(bool(self.old.text()))

    @Slot()
    def _change(self) -> None:
        self.intent.emit(ChangePassphrase(self.old.text(), self.new.text()))

    @Slot()
    def _recovery(self) -> None:
        self.intent.emit(NewRecoveryKey(self.old.text()))
