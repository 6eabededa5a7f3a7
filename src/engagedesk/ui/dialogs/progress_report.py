"""The dialog of a progress report: its days, how clients are named, what it says, and where it goes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QWidget

from engagedesk.errors import UserError
from engagedesk.services.queries.progress_report import ProgressReport
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.documents import INDENT_PX, Document, markdown, page, sheet_for
from engagedesk.ui.report_words import progress_document
from engagedesk.ui.theme import Icon, Tone, px, tokens_of
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.form import DayEntry, TickEntry
from engagedesk.ui.widgets.text import Label


class ProgressReportDialog(Sheet):
    """In by ``show_report``, out by ``days_wanted`` for other days and ``save_wanted`` for a file."""

    days_wanted = Signal(object, object)
    save_wanted = Signal(object, str)
    """The ``Document``, and the file name's ending."""

    def __init__(self, first: date, last: date, *, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Progress report"), width=760, icon=Icon.SHEET, parent=parent)
        self._report: ProgressReport | None = None
        self.first = DayEntry(self.tr("From"), field="report.first", needed=True)
        self.last = DayEntry(self.tr("To"), field="report.last", needed=True)
        self.names = TickEntry(
            self.tr("Clients by name"), field="report.names", hint=self.tr("Otherwise by their code names.")
        )
        self.first.set_value(first)
        self.last.set_value(last)
        top = QHBoxLayout()
        top.setSpacing(16)
        for entry in (self.first, self.last, self.names):
            top.addWidget(entry)
        self.text = QTextBrowser()
        self.text.setAccessibleName(self.tr("What the report says"))
        self.text.setOpenLinks(False)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(px(12))
        self.text.document().setIndentWidth(INDENT_PX)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setMinimumHeight(px(380))
        self.note = Label("", tone=Tone.SECOND)
        self.column.addLayout(top)
        paper = Card(padding=2)
        paper.column.addWidget(self.text)
        self.column.addWidget(paper, 1)
        self.close_button = Button(self.tr("Close"), hint=self.tr("Esc"))
        self.copy_button = Button(self.tr("Copy as Markdown"), icon=Icon.COPY)
        self.markdown_button = Button(self.tr("Save Markdown"), icon=Icon.SAVE)
        self.pdf_button = Button(self.tr("Save PDF"), kind=ButtonKind.PRIMARY)
        self.footer.row.addWidget(self.note)
        self.footer.row.addStretch(1)
        for button in (self.close_button, self.copy_button, self.markdown_button, self.pdf_button):
            self.footer.row.addWidget(button)
        self.close_button.clicked.connect(self.accept)
        self.copy_button.clicked.connect(self._copy)
        self.markdown_button.clicked.connect(self._save_markdown)
        self.pdf_button.clicked.connect(self._save_pdf)
        self.first.edited.connect(self._days_changed)
        self.last.edited.connect(self._days_changed)
        self.names.edited.connect(self._fill)
        self._ready(ready=False)

    @Slot(object)
    def show_report(self, report: ProgressReport) -> None:
        self._report = report
        self._ready(ready=True)
        self._fill()

    @property
    def document(self) -> Document | None:
        """What is shown; None until it is there."""
        return None if self._report is None else progress_document(self._report, names=self.names.value())

    def _ready(self, *, ready: bool) -> None:
        for button in (self.copy_button, self.markdown_button, self.pdf_button):
            button.setEnabled(ready)

    @Slot()
    def _fill(self) -> None:
        document = self.document
        if document is not None:
            tokens = tokens_of(self)
            self.text.document().setDefaultStyleSheet(sheet_for(tokens.text, tokens.second, tokens.third))
            self.text.setHtml(page(document))

    @Slot()
    def _days_changed(self) -> None:
        """Ask for other days once both are days; a half-typed one is none yet, and says so when it is left."""
        try:
            first, last = self.first.day(), self.last.day()
        except UserError:
            return
        if first <= last:
            self.days_wanted.emit(first, last)

    @Slot()
    def _copy(self) -> None:
        document = self.document
        if document is not None:
            QGuiApplication.clipboard().setText(markdown(document))
            self.note.setText(self.tr("Copied"))

    @Slot()
    def _save_markdown(self) -> None:
        self._save(".md")

    @Slot()
    def _save_pdf(self) -> None:
        self._save(".pdf")

    def _save(self, ending: str) -> None:
        document = self.document
        if document is not None:
            self.save_wanted.emit(document, ending)
