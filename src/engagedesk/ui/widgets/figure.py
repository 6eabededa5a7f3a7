"""A figure on a card: what it is, the number, and a note that explains it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.card import Card
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label


class FigureCard(Card):
    """One of the figures over a page."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=15, parent=parent)
        self.column.setContentsMargins(15, 11, 15, 11)
        self.column.setSpacing(4)
        self._label = label
        self.column.addWidget(Label(label, style=Style.CAPTION_STRONG, tone=Tone.SECOND))
        self.figure = Label("–", style=Style.FIGURE)
        self.column.addWidget(self.figure)
        self._mark = IconMark(Icon.ALERT, size=14)
        self._mark.hide()
        self.note = Label("", tone=Tone.SECOND)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self.note, 1)
        self.column.addLayout(row)
        self.setFixedHeight(px(100))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: str, note: str, *, tone: Tone = Tone.SECOND, icon: Icon | None = None) -> None:
        """Show the number and its note; a tone other than second comes with an icon."""
        self.figure.setText(figure)
        self.note.setText(note)
        self.note.set_tone(tone)
        self._mark.setVisible(icon is not None)
        if icon is not None:
            self._mark.show_icon(icon, tone)
        self.setAccessibleName(f"{self._label}: {figure}, {note}")

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(100))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(140), px(100))
