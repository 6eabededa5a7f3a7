"""Suggested: drafts for the day's free time, each with its reason; one key takes one, another throws it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from engagedesk.ui.format import clock_range, minutes_words
from engagedesk.ui.intents import AcceptDraft, DismissDraft
from engagedesk.ui.theme import Icon, Style, Tone, elided, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP, RADIUS_CONTROL
from engagedesk.ui.view_rows import DraftRow
from engagedesk.ui.widgets.button import Button, LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader
from engagedesk.ui.widgets.quick_parts import mirrored

ROW = 44
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class DraftLine(QWidget):
    """One draft: when, for what, why. Enter accepts, Delete dismisses, arrows go to its neighbours."""

    intent = Signal(object)
    step = Signal(int)

    def __init__(self, row: DraftRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(px(ROW))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        what = ", ".join(part for part in (row.label, row.detail, row.code) if part)
        times = clock_range(row.start_utc, row.end_utc, row.zone)
        self.setAccessibleName(self.tr("Suggested {times}: {what}. {why}").format(times=times, what=what, why=row.why))
        self.setAccessibleDescription(self.tr("Enter books it as a draft, Delete dismisses it"))
        self.accept_button = LinkButton(self.tr("Accept"), name=self.tr("Accept {what}").format(what=what))
        self.dismiss_button = Button(icon=Icon.CLOSE, height=24, name=self.tr("Dismiss {what}").format(what=what))
        self.dismiss_button.setToolTip(self.tr("Dismiss: it does not come back on this day"))
        self.accept_button.clicked.connect(self.accept)
        self.dismiss_button.clicked.connect(self.dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(8)
        line.addStretch(1)
        line.addWidget(self.accept_button)
        line.addWidget(self.dismiss_button)

    @property
    def has_keyboard(self) -> bool:
        return any(part.hasFocus() for part in (self, self.accept_button, self.dismiss_button))

    @Slot()
    def accept(self) -> None:
        self.intent.emit(AcceptDraft(self.row.id))

    @Slot()
    def dismiss(self) -> None:
        self.intent.emit(DismissDraft(self.row.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.accept()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.dismiss()
            case Qt.Key.Key_Down:
                self.step.emit(1)
            case Qt.Key.Key_Up:
                self.step.emit(-1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, row = tokens_of(self), self.row
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(8, 2, -8, -2), RADIUS_CONTROL, RADIUS_CONTROL)
        end = self.width() - self.accept_button.width() - self.dismiss_button.width() - 40
        # Dashed, as everything that is not there yet.
        times = clock_range(row.start_utc, row.end_utc, row.zone)
        box = QRectF(16, (self.height() - px(24)) / 2, text_width(Style.BODY, times) + 20, px(24))
        painter.setPen(QPen(QColor(tokens.control_border), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(mirrored(box, self).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        self._say(painter, box.adjusted(10, 0, 0, 0), times, Style.BODY, tone=Tone.SECOND)
        left = max(box.right() + 16, px(132))
        dot = QRectF(left, px(ROW) / 2 - px(10) - 4, 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.client(row.colour)))
        painter.drawEllipse(mirrored(dot, self))
        x = left + px(16)
        for text, style, tone in (
            (row.label, Style.BODY_STRONG, Tone.TEXT),
            (row.detail, Style.BODY, Tone.SECOND),
            (row.code, Style.BODY, Tone.SECOND),
        ):
            room = min(text_width(style, text) + 2, max(0.0, end - x))
            self._say(painter, QRectF(x, px(3), room, px(20)), text, style, tone=tone)
            x += room + px(8) if text else 0
        why = f"{minutes_words(row.end_utc - row.start_utc)}, {row.why}" if row.why else ""
        self._say(
            painter, QRectF(left + px(16), px(22), end - left - px(16), px(18)), why, Style.CAPTION, tone=Tone.THIRD
        )

    def _say(self, painter: QPainter, box: QRectF, text: str, style: Style, *, tone: Tone) -> None:
        painter.setFont(font(style))
        painter.setPen(QColor(tokens_of(self).of(tone)))
        painter.drawText(mirrored(box, self), _MIDDLE, elided(style, text, int(box.width())))


class SuggestedCard(Card):
    """All drafts of the day; nothing at all where there are none."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.column.setContentsMargins(1, 12, 1, 8)
        self.column.setSpacing(0)
        self.header = CardHeader(self.tr("Suggested"))
        self.header.row.setContentsMargins(15, 0, 15, 0)
        self.header.note.setText(self.tr("counts for nothing until you accept it"))
        self.column.addWidget(self.header)
        self.column.addSpacing(4)
        self.lines: list[DraftLine] = []
        self.setAccessibleName(self.tr("Suggested"))
        self.hide()

    @Slot(object)
    def show_drafts(self, rows: tuple[DraftRow, ...]) -> None:
        """Show the drafts of the day shown; the keyboard stays at its place in the list."""
        if rows == tuple(line.row for line in self.lines):
            return
        at = next((i for i, line in enumerate(self.lines) if line.has_keyboard), None)
        old, self.lines = self.lines, [DraftLine(row) for row in rows]
        for line in self.lines:
            line.intent.connect(self.intent)
            line.step.connect(self._step)
            self.column.addWidget(line)
            line.show()
        if at is not None and self.lines:
            # Before the old ones go: else the keyboard would go to whatever comes after them.
            self.lines[min(at, len(self.lines) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        for line in old:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(rows))

    @Slot(int)
    def _step(self, step: int) -> None:
        at = next((i for i, line in enumerate(self.lines) if line.has_keyboard), 0)
        self.lines[(at + step) % len(self.lines)].setFocus(Qt.FocusReason.OtherFocusReason)
