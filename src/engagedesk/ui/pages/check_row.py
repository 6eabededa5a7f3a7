"""One line of the week check: what was found, and, while it is the current one, what Enter would do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.domain.week_fixes import CheckItem, Fix, NameActivity, Narrate, Recode
from engagedesk.services.queries.rows import EntryRow
from engagedesk.ui.check_words import fix_words, item_detail, item_icon, item_title
from engagedesk.ui.theme import Icon, Style, Tone, draw_icon, elided, px, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CONTROL
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import TextField
from engagedesk.ui.widgets.text import Label

TILE = 32
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FixField(TextField):
    """What is typed as a fix; the keys that walk the list go through to it."""

    walked = Signal(int)
    turned = Signal(int)
    entered = Signal()
    _proposed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None:
            turning = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            (self.turned if turning else self.walked).emit(step)
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.undo_typing()
        else:
            super().keyPressEvent(event)

    def propose(self, text: str) -> None:
        """Show what is proposed, ready to be typed over."""
        self._proposed = text
        self.undo_typing()

    def undo_typing(self) -> None:
        self.setText(self._proposed)
        self.setModified(False)
        self.selectAll()


class CheckRow(QAbstractButton):
    """In by its item, out by ``fixed``, ``walked``, ``jumped`` and ``focused``."""

    fixed = Signal(object, str)
    """The fix that was chosen, and what was typed over its proposal."""
    walked = Signal(int)
    """One line down (1) or up (-1)."""
    jumped = Signal()
    focused = Signal()

    def __init__(
        self, item: CheckItem, entries: dict[bytes, EntryRow], zone: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.item = item
        self._choice = 0
        self._is_current = False
        self.title = Label(item_title(item), style=Style.BODY_STRONG)
        self.detail = Label(item_detail(item, entries, zone), style=Style.CAPTION, tone=Tone.SECOND)
        show_it = self.tr("Show it: {what}").format(what=self.title.text())
        self.go_button = Button(icon=Icon.RIGHT, kind=ButtonKind.GHOST, height=24, name=show_it)
        self.go_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.go_button.clicked.connect(self.jumped)
        self.field = FixField(name=self.title.text(), height=28)
        self.field.walked.connect(self.walked)
        self.field.turned.connect(self.turn)
        self.field.entered.connect(self.do)
        self.do_button = _Action()
        self.do_button.clicked.connect(self.do)
        self.next_button = _turner(Icon.DOWN, self.tr("Another proposal"))
        self.next_button.clicked.connect(self._turn_on)
        self.refusal = Label("", style=Style.CAPTION, tone=Tone.DANGER, wrap=True)
        self._lay_out()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_current(current=False)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        head = QHBoxLayout()
        # Room for the tile as an item, not as a margin: margins are not mirrored.
        head.addSpacing(px(TILE) + 12)
        head.setSpacing(4)
        head.addLayout(words, 1)
        head.addWidget(self.go_button)
        acting = QHBoxLayout()
        acting.setSpacing(2)
        acting.addWidget(self.do_button, 1)
        acting.addWidget(self.next_button)
        self._acting = QWidget()
        under = QVBoxLayout(self._acting)
        under.setContentsMargins(0, 8, 0, 0)
        under.setSpacing(4)
        under.addWidget(self.field)
        under.addLayout(acting)
        under.addWidget(self.refusal)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 12)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._acting)

    # -- what is chosen ----------------------------------------------------------------------------------------------

    @property
    def fix(self) -> Fix:
        return self.item.fixes[self._choice]

    @property
    def is_current(self) -> bool:
        return self._is_current

    def set_current(self, *, current: bool) -> None:
        """Open this line: show its fix, and take the keyboard into its field where it has one."""
        self._is_current = current
        self._acting.setVisible(current)
        # Tab goes from the line that it stands on to what else can be done with it, then to the next line.
        policy = Qt.FocusPolicy.TabFocus if current else Qt.FocusPolicy.NoFocus
        for button in (self.next_button, self.go_button):
            button.setFocusPolicy(policy)
        self._show_choice()
        self.update()

    @Slot(int)
    def turn(self, step: int) -> None:
        """Show the next or the last proposal."""
        count = len(self.item.fixes)
        if count < 2:
            return
        had_focus = self.hasFocus() or self.field.hasFocus()
        self._choice = (self._choice + step) % count
        self._show_choice()
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where this line wants it."""
        (self.field if self._wants_text() else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))
        self.field.set_wrong(words)

    def _wants_text(self) -> bool:
        fix = self.fix
        return isinstance(fix, Narrate | NameActivity) or (isinstance(fix, Recode) and fix.target is None)

    def _show_choice(self) -> None:
        fix, count = self.fix, len(self.item.fixes)
        words = fix_words(fix, self.item)
        wants_text = self._wants_text()
        self.show_refusal("")
        self.field.setVisible(wants_text)
        # A line with a field is entered by the field: else the keyboard would stand on both.
        entered = self._is_current and wants_text
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if entered else Qt.FocusPolicy.StrongFocus)
        if wants_text:
            self.field.setAccessibleName(f"{self.title.text()}, {self.detail.text()}: {words}")
            self.field.setPlaceholderText(
                self.tr("Code, client or engagement") if isinstance(fix, Recode) else self.tr("What was done")
            )
            self.field.propose(fix.text if isinstance(fix, Narrate | NameActivity) else "")
            self._mark_wrong(fix)
        self.do_button.show_action(self.tr("Save") if wants_text else words)
        self.next_button.setVisible(count > 1)
        position = self.tr("{n} of {count}").format(n=self._choice + 1, count=count) if count > 1 else ""
        self.next_button.setToolTip(position)
        said = (self.title.text(), self.detail.text(), words, position)
        self.setAccessibleName(", ".join(part for part in said if part))
        keys = self.tr("Enter does it, Alt+Enter shows it, the arrow keys walk.")
        if count > 1:
            keys = self.tr("Enter does it, Alt+Enter shows it, right and left turn the proposals, up and down walk.")
        for one in (self, self.field):
            one.setAccessibleDescription(keys)
        self.updateGeometry()

    def _mark_wrong(self, fix: Fix) -> None:
        """Select the first word that should not stand in a narrative: typing replaces it."""
        if not isinstance(fix, Narrate):
            return
        for word in fix.wrong:
            at = fix.text.casefold().find(word.casefold())
            if at >= 0:
                self.field.setSelection(at, len(word))
                return

    @Slot()
    def do(self) -> None:
        """Do what is proposed."""
        typed = self.field.text().strip() if self._wants_text() else ""
        self.fixed.emit(self.fix, typed)

    @Slot()
    def _turn_on(self) -> None:
        self.turn(1)

    # -- keyboard, mouse, paint --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.jumped.emit()
        elif (key in _ENTER or key == Qt.Key.Key_Space) and not control:
            if not event.isAutoRepeat():
                self.do()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turn(1 if key == forward else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.focused.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.jumped.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        box = QRectF(self.rect())
        if self._is_current or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        else:
            painter.fillRect(QRectF(8, box.height() - 1, box.width() - 16, 1), QColor(tokens.border))
        side = px(TILE)
        x = box.width() - 8 - side if self.isRightToLeft() else 8
        tile = QRectF(x, 16, side, side)
        tone = Tone.DANGER if self.item.finding.blocks else Tone.WARN
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soft(tone)))
        painter.drawRoundedRect(tile, RADIUS_CONTROL, RADIUS_CONTROL)
        inset = (side - px(16)) / 2
        draw_icon(painter, item_icon(self.item), tile.adjusted(inset, inset, -inset, -inset), colour=tokens.of(tone))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


class _Action(Button):
    """What Enter does, as a button that takes the width there is and elides its words."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("", icon=Icon.ENTER, height=28, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._whole = ""

    def show_action(self, words: str) -> None:
        self._whole = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - px(24) - px(23)
        self.setText(elided(self._text_style(), self._whole, max(px(40), room)))


def _turner(icon: Icon, name: str) -> Button:
    made = Button(icon=icon, kind=ButtonKind.GHOST, height=28, name=name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
