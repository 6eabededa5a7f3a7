"""The drawer of conflicts: one card each, which jumps to what it is about."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.ui.theme import Icon, Style, Tone, px, tokens_of
from engagedesk.ui.timeline.rows import ConflictLine, Severity
from engagedesk.ui.timeline.words import tr
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Dot
from engagedesk.ui.widgets.chip import Chip
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.text import Label

WIDTH_PX: Final = 288
MOST: Final = 60
"""Cards that are made; F8 goes round among all."""


class ConflictCard(QWidget):
    """One conflict. Enter or a click jumps to it."""

    jump = Signal(str)
    other_end = Signal(str)
    mend = Signal(str)
    """What mends it is asked for: somebody for its items, or the page where it is settled."""

    def __init__(self, conflict: ConflictLine, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self._chosen = False
        self.setAccessibleName(f"{conflict.word}: {conflict.title}. {conflict.text}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tone = Tone.DANGER if conflict.severity is Severity.DANGER else Tone.WARN
        chip = Chip(conflict.word, tone)
        week = (
            "" if conflict.day is None else tr("Timeline", "W{number}").format(number=conflict.day.isocalendar().week)
        )
        head = QHBoxLayout()
        head.addWidget(chip)
        head.addStretch(1)
        head.addWidget(Label(week, style=Style.CAPTION, tone=Tone.SECOND))
        title = QHBoxLayout()
        title.setSpacing(8)
        if conflict.colour is not None:
            title.addWidget(Dot(conflict.colour))
        title.addWidget(Label(conflict.title, style=Style.BODY_STRONG), 1)
        self.jump_button = Button(tr("Timeline", "Jump"), height=28)
        set_shown(self.jump_button, shown=bool(conflict.items))
        self.jump_button.clicked.connect(self._jump)
        actions = QHBoxLayout()
        actions.setContentsMargins(0, 6, 0, 0)
        actions.setSpacing(4)
        actions.addWidget(self.jump_button)
        self.other_button: Button | None = None
        """To the other end of its link."""
        self.mend_button: Button | None = None
        if conflict.two_ends:
            self.other_button = Button(tr("Timeline", "Other end"), kind=ButtonKind.GHOST, height=28)
            self.other_button.clicked.connect(self._other)
            actions.addWidget(self.other_button)
        if conflict.assigns or conflict.settles is not None:
            words = tr("Timeline", "Assign…") if conflict.assigns else tr("Timeline", "Settle")
            self.mend_button = Button(words, kind=ButtonKind.GHOST, height=28)
            self.mend_button.clicked.connect(self._mend)
            actions.addWidget(self.mend_button)
        actions.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(title)
        column.addWidget(Label(conflict.text, tone=Tone.SECOND, wrap=True))
        column.addLayout(actions)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 -- a setter of one property
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    @Slot()
    def _jump(self) -> None:
        self.jump.emit(self.conflict.key)

    @Slot()
    def _other(self) -> None:
        self.other_end.emit(self.conflict.key)

    @Slot()
    def _mend(self) -> None:
        self.mend.emit(self.conflict.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._jump()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        if self._chosen:
            painter.fillRect(self.rect(), QColor(tokens.hover if not tokens.dark else tokens.border))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))


class ConflictDrawer(QWidget):
    """In by ``show_conflicts``, out by ``jump`` and ``other_end``."""

    jump = Signal(object)
    """A ``ConflictLine`` to go to."""
    other_end = Signal(object)
    """A ``ConflictLine`` whose second item is meant."""
    mend = Signal(object, object)
    """A ``ConflictLine`` that shall be mended, and the place on the screen of the button that says so."""
    closed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts: tuple[ConflictLine, ...] = ()
        self._cards: list[ConflictCard] = []
        self._at: str = ""
        self.setFixedWidth(px(WIDTH_PX))
        self.setAccessibleName(tr("Timeline", "Conflicts"))
        self.title = Label(tr("Timeline", "Conflicts"), style=Style.SECTION)
        self.count = Label("", tone=Tone.SECOND)
        self.close_button = Button(icon=Icon.CLOSE, kind=ButtonKind.GHOST, height=28, name=tr("Timeline", "Close"))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 10, 0)
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.close_button)
        self._head = QWidget()
        self._head.setFixedHeight(px(48))
        self._head.setLayout(head)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.note = Label("", style=Style.CAPTION, tone=Tone.SECOND, wrap=True)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.addWidget(self.note)
        self._column.addLayout(foot)
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self._list)
        self._list.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._area, 1)

    def show_conflicts(self, conflicts: tuple[ConflictLine, ...]) -> None:
        """Show other conflicts; the one that was jumped to stays marked."""
        if conflicts == self._conflicts and self._cards:
            return
        self._conflicts = conflicts
        held = QApplication.focusWidget()
        at = next(
            (place for place, card in enumerate(self._cards) if held is not None and card.isAncestorOf(held)), None
        )
        # Laid out while nobody sees it: in sight each card would be laid out by itself, and painted squeezed before.
        self._list.hide()
        for card in self._cards:
            self._column.removeWidget(card)
            card.setParent(None)
            card.deleteLater()
        self._cards = []
        for number, conflict in enumerate(conflicts[:MOST]):
            card = ConflictCard(conflict)
            card.jump.connect(self._jump)
            card.other_end.connect(self._other)
            card.mend.connect(self._mend)
            card.set_chosen(conflict.key == self._at)
            self._cards.append(card)
            self._column.insertWidget(number, card)
        self.count.setText(str(len(conflicts)) if conflicts else "")
        words = [tr("Timeline", "F8 next, Shift+F8 previous")]
        if not conflicts:
            words = [tr("Timeline", "Nothing collides: every link holds, and nobody has too much.")]
        elif len(conflicts) > MOST:
            more = tr("Timeline", "{n} more; F8 goes round among all.")
            words.append(more.format(n=len(conflicts) - MOST))
        self.note.setText("\n".join(words))
        room = self._area.viewport().size()
        self._list.resize(room.width(), max(room.height(), self._column.totalHeightForWidth(room.width())))
        self._list.show()
        if at is not None:
            # Who has just mended one goes on with the one that took its place.
            button = self._cards[min(at, len(self._cards) - 1)].jump_button if self._cards else self.close_button
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> ConflictLine | None:
        """Mark the next conflict (or the previous one) and return it; None where there is none."""
        if not self._conflicts:
            return None
        keys = [one.key for one in self._conflicts]
        at = keys.index(self._at) + by if self._at in keys else (0 if by > 0 else -1)
        conflict = self._conflicts[at % len(keys)]
        self.mark(conflict.key)
        return conflict

    def mark(self, key: str) -> None:
        self._at = key
        for card in self._cards:
            card.set_chosen(card.conflict.key == key)
            if card.conflict.key == key:
                self._area.ensureWidgetVisible(card)

    def _find(self, key: str) -> ConflictLine | None:
        return next((one for one in self._conflicts if one.key == key), None)

    @Slot(str)
    def _jump(self, key: str) -> None:
        conflict = self._find(key)
        if conflict is not None:
            self.mark(key)
            self.jump.emit(conflict)

    @Slot(str)
    def _other(self, key: str) -> None:
        conflict = self._find(key)
        if conflict is not None:
            self.mark(key)
            self.other_end.emit(conflict)

    @Slot(str)
    def _mend(self, key: str) -> None:
        conflict = self._find(key)
        card = next((one for one in self._cards if one.conflict.key == key), None)
        button = None if card is None else card.mend_button
        if conflict is not None and button is not None:
            self.mark(key)
            self.mend.emit(conflict, button.mapToGlobal(button.rect().bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), tokens_of(self)
        painter.fillRect(QRectF(self.rect()), QColor(tokens.surface))
        x = self.width() - 1 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        painter.fillRect(x, 0, 1, self.height(), QColor(tokens.border))
        painter.fillRect(0, self._head.height() - 1, self.width(), 1, QColor(tokens.border))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
