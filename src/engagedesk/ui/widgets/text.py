"""A line or paragraph of text in a style and a tone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from engagedesk.ui.format import isolate
from engagedesk.ui.theme import Style, Tone, draw_line, elided, font, metrics, px, tokens_of

_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class Label(QLabel):
    """Text that knows its style; one line is elided, ``wrap`` makes a paragraph at the style's line height."""

    def __init__(
        self,
        text: str = "",
        *,
        style: Style = Style.BODY,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        align: Qt.AlignmentFlag = _LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._tone = tone
        self._wrap = wrap
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style))
        self.setAlignment(align)
        self.setText(text)
        horizontal = QSizePolicy.Policy.Preferred
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._wrap and self.width() > px(80):
            self.setFixedHeight(self.heightForWidth(self.width()))

    def set_tone(self, tone: Tone) -> None:
        if tone is not self._tone:
            self._tone = tone
            self.update()

    @property
    def tone(self) -> Tone:
        return self._tone

    def sizeHint(self) -> QSize:
        width = metrics(self._style).horizontalAdvance(self.text()) + 2
        if self._wrap:
            width = min(width, px(480))
            return QSize(width, self.heightForWidth(width))
        return QSize(width, px(self._style.line_px))

    def minimumSizeHint(self) -> QSize:
        line = px(self._style.line_px)
        if self._wrap:
            return QSize(px(80), line)
        return QSize(min(self.sizeHint().width(), px(24)), line)

    def heightForWidth(self, width: int) -> int:
        if not self._wrap:
            return px(self._style.line_px)
        return max(1, len(self._lines(width))) * px(self._style.line_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._wrap:
            # Scroll areas and stacks ask for no height for a width; the lines that the words need are held here.
            self.setFixedHeight(self.heightForWidth(self.width()))

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def is_elided(self) -> bool:
        return not self._wrap and metrics(self._style).horizontalAdvance(self.text()) > self.width()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self.is_elided():
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), self.text(), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        tokens = tokens_of(self)
        painter.setPen(QColor(tokens.of(self._tone if self.isEnabled() else Tone.THIRD)))
        if not self._wrap:
            shown = elided(self._style, self.text(), self.width())
            if self.alignment() == _LEFT and self.layoutDirection() is painter.layoutDirection():
                draw_line(painter, self._style, QRectF(self.rect()), shown)
            else:
                # Figures and signs read as they are written, also in a window that runs the other way.
                painter.drawText(self.rect(), int(self.alignment()), isolate(shown))
            return
        line_px = px(self._style.line_px)
        flags = int(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignVCenter)
        for number, line in enumerate(self._lines(self.width())):
            painter.drawText(QRectF(0, number * line_px, self.width(), line_px), flags, line)

    def _lines(self, width: int) -> list[str]:
        found: list[str] = []
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width))
                found.append(paragraph[line.textStart() : line.textStart() + line.textLength()].rstrip())
            layout.endLayout()
            if not paragraph:
                found.append("")
        return found
