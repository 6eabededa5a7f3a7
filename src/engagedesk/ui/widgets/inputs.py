"""Fields, check boxes and choices at the control heights, each with a label that names it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engagedesk.ui.format import locale
from engagedesk.ui.theme import Icon, Style, Tokens, Tone, draw_icon, font, make_icon, metrics, px, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.theme.tokens import CONTROL, FOCUS_RING, RADIUS_CHIP
from engagedesk.ui.widgets.text import Label


class TextField(QLineEdit):
    """One line of text; ``set_wrong`` turns its border to danger, the words for it stand beside the field."""

    def __init__(
        self, *, name: str, placeholder: str = "", height: int = CONTROL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(px(height))
        self.setFont(font(Style.BODY))

    def event(self, event: QEvent) -> bool:
        # Ctrl+Z belongs to the window again once there is nothing typed to take back.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def set_wrong(self, wrong: str) -> None:
        """Mark as wrong with a reason, or as right with ""."""
        if self.property("wrong") != bool(wrong):
            self.setProperty("wrong", bool(wrong))
            self.style().unpolish(self)
            self.style().polish(self)
        self.setAccessibleDescription(wrong)


class PassphraseField(TextField):
    """A field that hides what is typed until the eye is pressed; it keeps no undo history and no input history."""

    def __init__(self, *, name: str, height: int = CONTROL, parent: QWidget | None = None) -> None:
        super().__init__(name=name, height=height, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._eye = QAction(self)
        self._eye.triggered.connect(self._toggle)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_eye"):
            self._dress()

    @Slot()
    def _toggle(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._dress()

    def _dress(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self._eye.setIcon(make_icon(Icon.EYE if hidden else Icon.EYE_OFF, tokens_of(self).second, 16))
        self._eye.setText(self.tr("Show the passphrase") if hidden else self.tr("Hide the passphrase"))


def draw_tick(painter: QPainter, box: QRectF, tokens: Tokens, *, on: bool) -> None:
    """Draw the box of a tick, ticked or not."""
    painter.setBrush(QColor(tokens.accent if on else tokens.surface))
    painter.setPen(QColor(tokens.accent if on else tokens.control_border))
    painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
    if on:
        draw_icon(painter, Icon.CHECK, box.adjusted(1.5, 1.5, -1.5, -1.5), colour=tokens.on_accent)


class Check(QCheckBox):
    """A check box with room for its words; the box itself is painted from the tokens."""

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setFont(font(Style.BODY_MEDIUM))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if not self.text():
            return QSize(px(16), px(24))
        return QSize(px(28) + metrics(Style.BODY_MEDIUM).horizontalAdvance(self.text()), px(24))

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        side = px(16)
        box = mirrored(self, QRectF(0.5, (self.height() - side) / 2 + 0.5, side - 1, side - 1))
        on = self.isChecked()
        draw_tick(painter, box, tokens, on=on)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text if on else tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.third))
        painter.setFont(self.font())
        words = mirrored(self, QRectF(self.rect()).adjusted(px(28), 0, 0, 0))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.text())


class Choice(QRadioButton):
    """One of several answers, with a second line of words."""

    def __init__(self, text: str, detail: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._detail = detail
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = px(36) + max(
            metrics(Style.BODY_MEDIUM).horizontalAdvance(self.text()),
            metrics(Style.CAPTION).horizontalAdvance(self._detail),
        )
        return QSize(width, px(44 if self._detail else 28))

    def hitButton(self, _pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        side = px(16)
        dot = mirrored(self, QRectF(1, (self.height() - side) / 2, side, side))
        on = self.isChecked()
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(QPen(QColor(tokens.accent if on else tokens.control_border), 5 if on else 1))
        inset = 2.5 if on else 0.5
        painter.drawEllipse(dot.adjusted(inset, inset, -inset, -inset))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.text), FOCUS_RING))
            painter.drawEllipse(dot)
        left = px(28)
        painter.setPen(QColor(tokens.text))
        painter.setFont(font(Style.BODY_MEDIUM))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        line = px(20)
        top = (self.height() - (line + px(16) if self._detail else line)) / 2
        painter.drawText(mirrored(self, QRectF(left, top, self.width() - left, line)), flags, self.text())
        painter.setPen(QColor(tokens.third))
        painter.setFont(font(Style.CAPTION))
        below = mirrored(self, QRectF(left, top + line, self.width() - left, px(16)))
        painter.drawText(below, flags, self._detail)


class Combo(QComboBox):
    """A choice from a list, as a button with a chevron."""

    def __init__(self, *, name: str, height: int = CONTROL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(px(height))
        self.setFont(font(Style.BODY))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_chevron(self)


class DateField(QDateEdit):
    """A day, typed or taken from a calendar."""

    def __init__(self, *, name: str, height: int = CONTROL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setLocale(locale())
        self.setDisplayFormat(locale().dateFormat(QLocale.FormatType.ShortFormat))
        self.setFixedHeight(px(height))
        self.setFont(font(Style.BODY))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_chevron(self)


def _draw_chevron(widget: QWidget) -> None:
    side = px(14)
    box = mirrored(widget, QRectF(widget.width() - side - px(8), (widget.height() - side) / 2, side, side))
    draw_icon(QPainter(widget), Icon.DOWN, box, colour=tokens_of(widget).second)


class Field(QWidget):
    """A label above a control and a line of words below it, which takes no room while empty."""

    def __init__(self, label: str, control: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._name = name = Label(label, style=Style.CAPTION_STRONG, tone=Tone.SECOND)
        name.setBuddy(control)
        self._words = Label("", style=Style.CAPTION_STRONG, tone=Tone.THIRD, wrap=True)
        self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(control)
        column.addWidget(self._words)

    def hide_label(self) -> None:
        """Leave the label out where the control says its own words."""
        self._name.hide()

    def say(self, words: str, tone: Tone = Tone.THIRD) -> None:
        """Show words under the control; danger also marks the control."""
        self._words.setText(words)
        self._words.set_tone(tone)
        self._words.setVisible(bool(words))
        if isinstance(self.control, TextField):
            self.control.set_wrong(words if tone is Tone.DANGER else "")
        else:
            self.control.setAccessibleDescription(words)
