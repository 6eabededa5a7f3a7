"""A toolbar button that says what is chosen and opens its choices; a menu in which several can be ticked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from engagedesk.ui.theme import Icon, Style, draw_icon, font, px, text_width, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import CONTROL_TOOLBAR
from engagedesk.ui.widgets.button import Button


class StayMenu(QMenu):
    """A menu that stays open while its check marks are set."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._toggle():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() not in keys or not self._toggle():
            super().keyPressEvent(event)

    def _toggle(self) -> bool:
        action = self.activeAction()
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class Picker(Button):
    """A quiet word, what is chosen in strong letters, and a chevron."""

    about_to_open = Signal()
    """The menu is filled now."""

    def __init__(self, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(label, height=CONTROL_TOOLBAR, name=label, parent=parent)
        self._label = label
        self._value = ""
        self._brief = False
        self.menu_of = StayMenu(self)
        self.clicked.connect(self._open)

    def show_value(self, value: str) -> None:
        self._value = value
        self.setAccessibleName(f"{self._label}: {value}")
        self.setToolTip(f"{self._label}: {value}" if self._brief else "")
        self.updateGeometry()
        self.update()

    def set_brief(self, brief: bool) -> None:  # noqa: FBT001 -- a setter of one property
        """Leave the label out where there is little room."""
        if brief != self._brief:
            self._brief = brief
            self.show_value(self._value)

    def sizeHint(self) -> QSize:
        width = text_width(Style.BODY_STRONG, self._value) + px(12 + 10 + 14 + 10)
        if not self._brief:
            width += text_width(Style.BODY, self._label) + px(6)
        return QSize(width, px(CONTROL_TOOLBAR))

    @Slot()
    def _open(self) -> None:
        self.about_to_open.emit()
        at = self.rect().bottomRight() if self.isRightToLeft() else self.rect().bottomLeft()
        self.menu_of.setMinimumWidth(self.width())
        if self.isRightToLeft():
            at.setX(at.x() - self.menu_of.sizeHint().width())
        self.menu_of.popup(self.mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._open()
            return
        super().keyPressEvent(event)

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        x = px(12)
        if not self._brief:
            wide = text_width(Style.BODY, self._label)
            painter.setPen(QColor(tokens_of(self).second))
            painter.setFont(font(Style.BODY))
            painter.drawText(mirrored(self, QRectF(x, 0, wide + 2, self.height())), flags, self._label)
            x += wide + px(6)
        painter.setPen(QColor(ink))
        painter.setFont(font(Style.BODY_STRONG))
        wide = text_width(Style.BODY_STRONG, self._value)
        painter.drawText(mirrored(self, QRectF(x, 0, wide + 2, self.height())), flags, self._value)
        side = px(14)
        box = QRectF(self.width() - side - px(8), (self.height() - side) / 2, side, side)
        draw_icon(painter, Icon.DOWN, mirrored(self, box), colour=tokens_of(self).second)
