"""A list whose lines are ticked: a press anywhere on a line, or Space, turns it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from engagedesk.ui.theme import Style, draw_line, elided, font, px, tokens_of
from engagedesk.ui.theme.mirror import mirrored_in
from engagedesk.ui.theme.tokens import RADIUS_CHIP
from engagedesk.ui.widgets.inputs import draw_tick

AnyIndex = QModelIndex | QPersistentModelIndex
_LINE = 28


class _Delegate(QStyledItemDelegate):
    """Paints the box from the tokens: the style's own has no edge that could be seen in the dark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), px(_LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        held = self.parent()
        assert isinstance(held, QWidget)  # noqa: S101  # a list is what it paints for
        tokens, row = tokens_of(held), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selection if chosen else tokens.hover))
            painter.drawRoundedRect(row, RADIUS_CHIP, RADIUS_CHIP)
        side = px(16)
        top = row.y() + (row.height() - side) // 2
        box = QRectF(row.x() + px(8) + 0.5, top + 0.5, side - 1, side - 1)
        on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        draw_tick(painter, mirrored_in(row, held, box), tokens, on=on)
        painter.setPen(QColor(tokens.text))
        words = row.adjusted(px(34), 0, -px(8), 0)
        shown = elided(Style.BODY, str(index.data() or ""), int(words.width()))
        draw_line(painter, Style.BODY, mirrored_in(row, held, words), shown)
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        if isinstance(event, QMouseEvent):
            pressed = event.type() is QEvent.Type.MouseButtonRelease and event.button() is Qt.MouseButton.LeftButton
            if pressed:
                on = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
                turned = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
                model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)
            return pressed
        return super().editorEvent(event, model, option, index)


class TickList(QListWidget):
    """A ``QListWidget`` that looks like the rest."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("boxed", "true")
        self.setFont(font(Style.BODY))
        self.setMouseTracking(True)
        self.setItemDelegate(_Delegate(self))
