"""What first run and lock share: the program's bar, and the bars of a passphrase's strength."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from engagedesk.ui.passphrase_words import MINIMUM, Judgement, Strength
from engagedesk.ui.theme import Style, Tone, draw_logo, font, px, tokens_of
from engagedesk.ui.theme.tokens import TOP_BAR
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import tr


class ProgramBar(QWidget):
    """The mark and the name, and a note at the other end."""

    def __init__(self, note: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(px(TOP_BAR))
        self.note = Label(note, tone=Tone.SECOND)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.addStretch(1)
        row.addWidget(self.note)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))
        side = px(24)
        draw_logo(painter, QRectF(24, (self.height() - side) / 2, side, side), tokens)
        painter.setFont(font(Style.SECTION))
        painter.setPen(QColor(tokens.text))
        painter.drawText(self.rect().adjusted(px(58), 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), "EngageDesk")


class Logo(QWidget):
    """The mark alone."""

    def __init__(self, size: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(px(size), px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_logo(QPainter(self), QRectF(self.rect()), tokens_of(self))


class _Bars(QWidget):
    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strength = Strength.EMPTY
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        lit = {Strength.TOO_SHORT: tokens.danger, Strength.WEAK: tokens.warn}.get(self.strength, tokens.accent)
        filled = int(self.strength)
        bars = 4
        across = (self.width() - 4 * (bars - 1)) / bars
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(bars):
            painter.setBrush(QColor(lit if number < filled else tokens.border))
            painter.drawRoundedRect(QRectF(number * (across + 4), 0, across, 4), 2, 2)


class StrengthLine(QWidget):
    """Bars and words for how good a passphrase is."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars()
        self.words = Label("", style=Style.CAPTION_STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._bars)
        column.addWidget(self.words)

    def show_judgement(self, judgement: Judgement) -> None:
        self._bars.strength = judgement.strength
        self._bars.update()
        text, tone = strength_words(judgement)
        self.words.setText(text)
        self.words.set_tone(tone)


def strength_words(judgement: Judgement) -> tuple[str, Tone]:
    """Return the words for a passphrase's strength, and their tone."""
    counted = tr("Passphrase", "{words} words, {characters} characters").format(
        words=judgement.words, characters=judgement.characters
    )
    match judgement.strength:
        case Strength.EMPTY:
            return tr("Passphrase", "At least {n} characters").format(n=MINIMUM), Tone.THIRD
        case Strength.TOO_SHORT:
            return tr("Passphrase", "Too short: {n} characters are needed").format(n=MINIMUM), Tone.DANGER
        case Strength.WEAK:
            return tr("Passphrase", "Weak: {counted}; another word helps").format(counted=counted), Tone.WARN
        case Strength.GOOD:
            return tr("Passphrase", "Good: {counted}").format(counted=counted), Tone.ACCENT
        case Strength.STRONG:
            return tr("Passphrase", "Strong: {counted}").format(counted=counted), Tone.ACCENT
