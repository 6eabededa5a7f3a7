"""Restore a backup: first what would happen, then the secret and the place, then what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import isolate, locale, moment
from engagedesk.ui.intents import CheckBackup, OpenRestored, RestoreBackup
from engagedesk.ui.pages.settings_groups.backups import age_words
from engagedesk.ui.theme import Icon, Style, Tone
from engagedesk.ui.view_rows import Kind, Message, RestoreView
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import Field, PassphraseField, TextField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.states import Spinner
from engagedesk.ui.widgets.text import Label


class RestoreDialog(Sheet):
    """Sends ``CheckBackup``, ``RestoreBackup`` and ``OpenRestored``."""

    intent = Signal(object)

    def __init__(self, view: RestoreView, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Restore a backup"), width=620, icon=Icon.HISTORY, parent=parent)
        self._view = view
        self._restored: Path | None = None
        facts = self.tr("{made}  ·  {age}  ·  {rows} records  ·  {size}").format(
            made=moment(view.made_utc, view.zone),
            age=age_words(view.age_s),
            rows=locale().toString(view.rows),
            size=locale().formattedDataSize(view.size_bytes, 1),
        )
        self.column.addWidget(Label(facts, style=Style.BODY_STRONG))
        self.column.addWidget(Label(view.file.name, style=Style.CAPTION, tone=Tone.THIRD))
        what = self.tr(
            "A new profile is made of it, in a folder of its own. What you have now is not touched: both can be "
            "opened and compared, and the one that you do not want can be deleted later. What was recorded after the "
            "backup is only in the profile that you have now."
        )
        self.column.addWidget(Label(what, tone=Tone.SECOND, wrap=True))
        self.notice = NoticeStrip()
        self.notice.hide()
        self.column.addWidget(self.notice)
        self.folder = TextField(name=self.tr("Folder of the new profile"))
        self.folder.setText(str(view.to))
        self.folder.textChanged.connect(self._check)
        choose = Button(self.tr("Choose…"), icon=Icon.FOLDER)
        choose.clicked.connect(self._choose)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.folder, 1)
        row.addWidget(choose)
        self._place = Field(self.tr("Folder of the new profile"), place)
        self.column.addWidget(self._place)
        self.secret = PassphraseField(name=self.tr("Passphrase or recovery key of that day"))
        self.secret.textChanged.connect(self._check)
        self.secret.returnPressed.connect(self._restore)
        self._secret = Field(self.tr("Passphrase or recovery key of that day"), self.secret)
        self.column.addWidget(self._secret)
        self.column.addStretch(1)
        self.busy = Spinner(self.tr("Every byte is verified; this takes some seconds."))
        self.verify_button = Button(self.tr("Only read it back"), icon=Icon.CHARGEABLE)
        self.verify_button.setToolTip(self.tr("Reads the backup whole, and says whether it is what was written"))
        self.verify_button.clicked.connect(self._verify)
        self.cancel_button = Button(self.tr("Close"))
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button = Button(self.tr("Restore"), kind=ButtonKind.PRIMARY)
        self.restore_button.clicked.connect(self._restore)
        foot = self.footer.row
        foot.addWidget(self.verify_button)
        foot.addWidget(self.busy)
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.restore_button)
        self.secret.setFocus()
        self._check()

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Say what a check or a restore found; the dialog stays."""
        self._rest()
        self.notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail) if p))

    def show_restored(self, folder: Path, rows: int) -> None:
        """Offer to open the profile that was made."""
        self._rest()
        self._restored = folder
        self.secret.clear()
        for widget in (self._place, self._secret, self.verify_button):
            widget.hide()
        words = self.tr("Restored: {rows} records in {folder}")
        self.notice.say(Kind.OK, words.format(rows=locale().toString(rows), folder=isolate(str(folder))))
        self.notice.setToolTip(str(folder))
        self.restore_button.setText(self.tr("Open it in a second window"))
        self.restore_button.setAccessibleName(self.restore_button.text())
        self.restore_button.updateGeometry()
        self.restore_button.setEnabled(True)
        self.restore_button.setFocus()

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot()
    def _check(self) -> None:
        ready = bool(self.secret.text()) and bool(self.folder.text().strip())
        self.restore_button.setEnabled(self._restored is not None or (ready and self.busy.isHidden()))

    def _work(self) -> None:
        self.notice.hide()
        self.busy.begin()
        self.restore_button.setEnabled(False)
        self.verify_button.setEnabled(False)

    def _rest(self) -> None:
        self.busy.end()
        self.verify_button.setEnabled(True)
        self._check()

    @Slot()
    def _verify(self) -> None:
        self._work()
        self.intent.emit(CheckBackup(self._view.file))

    @Slot()
    def _restore(self) -> None:
        if self._restored is not None:
            self.intent.emit(OpenRestored(self._restored))
            self.accept()
        elif self.restore_button.isEnabled():
            self._work()
            self.intent.emit(RestoreBackup(self._view.file, Path(self.folder.text().strip()), self.secret.text()))

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose an empty folder"))
        dialog.setDirectory(str(self._view.to.parent))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
