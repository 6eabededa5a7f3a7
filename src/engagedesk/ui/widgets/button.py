"""Buttons: one primary a view, secondary with a border, ghost as text; chips that filter; icon-only ones."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from engagedesk.ui.format import isolate
from engagedesk.ui.theme import Icon, Style, Tokens, draw_icon, font, metrics, px, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import CONTROL, CONTROL_TOOLBAR, FOCUS_RING, RADIUS_CONTROL

_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class ButtonKind(Enum):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    GHOST = "ghost"
    DANGER = "danger"


class Button(QPushButton):
    """A push button painted from the tokens; its focus ring shows when the keyboard brought the focus."""

    def __init__(
        self,
        text: str = "",
        *,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        hint: str = "",
        height: int = CONTROL,
        name: str = "",
        filled_icon: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``hint`` is a key shown inside ("Enter"); ``name`` is the accessible name where no text says it."""
        super().__init__(text, parent)
        self._kind = kind
        self._icon = icon
        self._hint = hint
        self._height = height
        self._filled_icon = filled_icon
        self._ring = False
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def setText(self, text: str) -> None:
        """Show other words; a name that was the words before follows them."""
        if self.accessibleName() == self.text():
            self.setAccessibleName(text)
        super().setText(text)

    def set_icon(self, icon: Icon | None) -> None:
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        self._hint = hint
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        height = px(self._height)
        width = 0
        if self.text():
            width += metrics(self._text_style()).horizontalAdvance(self.text())
        if self._icon is not None:
            width += self._icon_px() + (px(7) if self.text() else 0)
        if self._hint:
            width += metrics(Style.CAPTION_STRONG).horizontalAdvance(self._hint) + px(12)
        padding = px(12) if self.text() else (height - self._icon_px()) // 2
        if self._kind is ButtonKind.GHOST and self.text():
            padding = self._ghost_padding()
        return QSize(max(height, width + 2 * padding), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter presses the button that has the focus, also outside of dialogs.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        ink = self._paint_ground(painter, tokens)
        self._paint_content(painter, ink)

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> str:
        """Paint the ground and the ring; return the ink's colour."""
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pressed = self.isDown()
        hover = self.underMouse() and self.isEnabled()
        fill, line, ink = tokens.surface, tokens.control_border, tokens.text
        if not self.isEnabled():
            fill, line, ink = tokens.sunken, tokens.border, tokens.third
            if self._kind is ButtonKind.GHOST:
                fill = line = "transparent"
        elif self._kind is ButtonKind.PRIMARY:
            fill = tokens.accent_press if pressed else tokens.accent_hover if hover else tokens.accent
            line, ink = fill, tokens.on_accent
        elif self._kind is ButtonKind.DANGER:
            fill, line, ink = tokens.danger_soft if hover or pressed else tokens.surface, tokens.danger, tokens.danger
        elif self._kind is ButtonKind.GHOST:
            fill = tokens.sunken if pressed else tokens.hover if hover else "transparent"
            line = "transparent"
        elif self.isChecked():
            fill, ink = tokens.selection, tokens.accent_text
            line = tokens.accent
        elif pressed or hover:
            fill = tokens.sunken if pressed else tokens.hover
        painter.setBrush(QColor(fill))
        painter.setPen(QColor(line))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self._ring and self.hasFocus():
            on_fill = self._kind is ButtonKind.PRIMARY and self.isEnabled()
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.on_accent if on_fill else tokens.accent), FOCUS_RING))
            inset = 2.5 if on_fill else 0.5
            painter.drawRoundedRect(
                box.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL - inset, RADIUS_CONTROL - inset
            )
        return ink

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        style = self._text_style()
        text_px = metrics(style).horizontalAdvance(self.text())
        icon_px = self._icon_px() if self._icon is not None else 0
        gap = px(7) if icon_px and self.text() else 0
        hint_px = metrics(Style.CAPTION_STRONG).horizontalAdvance(self._hint) + px(12) if self._hint else 0
        x = (self.width() - (text_px + icon_px + gap + hint_px)) / 2
        if self._icon is not None:
            box = mirrored(self, QRectF(x, (self.height() - icon_px) / 2, icon_px, icon_px))
            draw_icon(painter, self._icon, box, colour=ink, fill=ink if self._filled_icon else "")
            x += icon_px + gap
        painter.setPen(QColor(ink))
        painter.setFont(font(style))
        words = mirrored(self, QRectF(x, 0, text_px + 2, self.height()))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), isolate(self.text()))
        if self._hint:
            painter.setFont(font(Style.CAPTION_STRONG))
            hint = mirrored(self, QRectF(x + text_px + px(12), 0, hint_px, self.height()))
            painter.drawText(hint, int(Qt.AlignmentFlag.AlignVCenter), self._hint)

    def _ghost_padding(self) -> int:
        return px(8)

    def _text_style(self) -> Style:
        if self._height < CONTROL_TOOLBAR:
            return Style.CAPTION_STRONG
        return Style.BODY_STRONG if self._kind is ButtonKind.PRIMARY else Style.BODY_MEDIUM

    def _icon_px(self) -> int:
        return px(12 if self._filled_icon else 16 if self._height >= CONTROL_TOOLBAR else 14)


class FilterChip(Button):
    """A button that stays pressed, with a word and how many it would show."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, height=CONTROL_TOOLBAR, parent=parent)
        self._word = text
        self._count = 0
        self.setCheckable(True)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self._word}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        extra = metrics(Style.BODY).horizontalAdvance(str(self._count)) + px(8)
        hint = super().sizeHint()
        return QSize(hint.width() + extra, hint.height())

    def _paint_content(self, painter: QPainter, ink: str) -> None:
        word_px = metrics(Style.BODY_MEDIUM).horizontalAdvance(self._word)
        painter.setPen(QColor(ink))
        painter.setFont(font(Style.BODY_STRONG if self.isChecked() else Style.BODY_MEDIUM))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(mirrored(self, QRectF(px(12), 0, word_px + px(6), self.height())), flags, self._word)
        tokens = tokens_of(self)
        painter.setPen(QColor(tokens.accent_text if self.isChecked() else tokens.third))
        painter.setFont(font(Style.BODY))
        right = mirrored(self, QRectF(0, 0, self.width() - px(12), self.height()))
        painter.drawText(right, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing), str(self._count))


class LinkButton(Button):
    """An action as text; it is underlined under the mouse, and in the accent where the keyboard stands on it."""

    def __init__(self, text: str, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, kind=ButtonKind.GHOST, height=24, name=name, parent=parent)

    def _text_style(self) -> Style:
        return Style.CAPTION_STRONG

    def _ghost_padding(self) -> int:
        # Its words stand on the line that everything else in their column stands on: a ring would cut into them.
        return 0

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> str:
        low = self.height() / 2 + px(8)
        if self._ring and self.hasFocus():
            painter.fillRect(QRectF(0, low, self.width(), FOCUS_RING), QColor(tokens.accent))
            return tokens.accent_text
        if not self.isEnabled():
            return tokens.third
        if self.underMouse():
            painter.fillRect(QRectF(0, low, self.width(), 1), QColor(tokens.text))
        return tokens.text
