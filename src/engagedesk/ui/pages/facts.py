"""Facts about one engagement: the strip of facts, its gates, its phases."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engagedesk.domain.states import GateState, PhaseState
from engagedesk.services.queries.rows import GateRow, PhaseRow
from engagedesk.ui import words
from engagedesk.ui.format import EN_DASH, day_short, days_short, hours, isolate
from engagedesk.ui.tables.geometry import bar_fill
from engagedesk.ui.theme import Icon, Style, Tokens, Tone, draw_icon, elided, font, metrics, px, text_width, tokens_of
from engagedesk.ui.theme.mirror import mirrored
from engagedesk.ui.widgets.card import Card

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and its value."""

    name: str
    value: str
    tone: Tone = Tone.TEXT


class FactStrip(QWidget):
    """Facts side by side between two hairlines; the row breaks where the window is narrow."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: tuple[Fact, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        self._facts = facts
        self.setAccessibleName("; ".join(f"{f.name}: {f.value}" for f in facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        return px(60) * max(1, -(-len(self._facts) // columns))

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(60))

    def _columns(self, width: int) -> int:
        """Return how many stand side by side: rows of equal length rather than a last one with two."""
        count = len(self._facts) or 1
        most = max(1, min(count, width // px(130)))
        return -(-count // -(-count // most))

    def _box(self, number: int) -> QRectF:
        """Return where a fact stands, read from left to right."""
        columns = self._columns(self.width())
        across = self.width() / columns
        return QRectF(number % columns * across, number // columns * px(60), across - 12, px(60))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().event(event)

    def tip_at(self, at: QPoint) -> str:
        """Return the whole of a fact that is cut off under the mouse; "" = nothing is."""
        for number, fact in enumerate(self._facts):
            box = self._box(number)
            cut = text_width(Style.CAPTION_STRONG, fact.name) > box.width() or (
                text_width(Style.BODY_MEDIUM, fact.value) > box.width()
            )
            if cut and mirrored(self, box).contains(at):
                return f"{fact.name}: {fact.value}"
        return ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens.border))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.border))
        for number, fact in enumerate(self._facts):
            box = self._box(number)
            x, y, room = box.x(), box.y(), box.width()
            painter.setFont(font(Style.CAPTION_STRONG))
            painter.setPen(QColor(tokens.third))
            name = elided(Style.CAPTION_STRONG, fact.name, int(room))
            painter.drawText(mirrored(self, QRectF(x, y + px(10), room + 2, px(16))), _MIDDLE, isolate(name))
            painter.setFont(font(Style.BODY_MEDIUM))
            painter.setPen(QColor(tokens.of(fact.tone)))
            shown = elided(Style.BODY_MEDIUM, fact.value, int(room))
            painter.drawText(mirrored(self, QRectF(x, y + px(29), room + 2, px(20))), _MIDDLE, isolate(shown))


class GateLine(QWidget):
    """The gates in a row: a mark, the gate, when it was settled; open ones stand out in words and icon."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gates: tuple[GateRow, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_gates(self, gates: tuple[GateRow, ...]) -> None:
        self._gates = tuple(sorted(gates, key=lambda g: g.state is not GateState.OPEN))
        said = "; ".join(f"{words.gate(g.kind)} {self._detail(g)}" for g in self._gates)
        self.setAccessibleName(self.tr("Gates: {gates}").format(gates=said))
        self.updateGeometry()
        self.update()

    def _detail(self, gate: GateRow) -> str:
        if gate.state is GateState.SETTLED and gate.on is not None:
            return day_short(gate.on)
        word = words.gate_state(gate.state)[0]
        return f"{word}, {gate.note}" if gate.note and gate.state is GateState.OPEN else word

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return px(24) * (1 + max((row for _, row, _ in self._places(width)), default=0))

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(24))

    def _start(self) -> float:
        """Return where the first gate begins: after the word for them all."""
        return float(max(px(58), text_width(Style.CAPTION_STRONG, self.tr("Gates")) + px(12)))

    def _places(self, width: int) -> list[tuple[float, int, GateRow]]:
        start = self._start()
        places, x, row = [], start, 0
        for gate in self._gates:
            need = (
                px(20)
                + text_width(Style.BODY_MEDIUM, words.gate(gate.kind))
                + px(7)
                + text_width(Style.CAPTION, self._detail(gate))
            )
            if x + need > width and x > start:
                x, row = start, row + 1
            places.append((x, row, gate))
            x += need + px(24)
        return places

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self)
        painter.setFont(font(Style.CAPTION_STRONG))
        painter.setPen(QColor(tokens.third))
        painter.drawText(mirrored(self, QRectF(0, 0, self._start(), px(24))), _MIDDLE, self.tr("Gates"))
        for start, row, gate in self._places(self.width()):
            x, y = start, row * px(24)
            _, tone, icon = words.gate_state(gate.state)
            side = px(14)
            mark = mirrored(self, QRectF(x, y + (px(24) - side) / 2, side, side))
            draw_icon(painter, icon, mark, colour=tokens.of(tone))
            x += px(20)
            for text, style, colour in (
                (words.gate(gate.kind), Style.BODY_MEDIUM, tokens.text),
                (self._detail(gate), Style.CAPTION, tokens.warn if gate.state is GateState.OPEN else tokens.third),
            ):
                painter.setFont(font(style))
                painter.setPen(QColor(colour))
                wide = text_width(style, text)
                painter.drawText(mirrored(self, QRectF(x, y, wide + 2, px(24))), _MIDDLE, isolate(text))
                x += wide + px(7)


class PhaseStrip(Card):
    """The phases side by side: state, dates, and how much of the own time lies in each."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._phases: tuple[PhaseRow, ...] = ()
        self.setFixedHeight(px(96))

    def show_phases(self, phases: tuple[PhaseRow, ...]) -> None:
        self._phases = phases
        self.setVisible(bool(phases))
        said = "; ".join(f"{p.name} {words.phase_state(p.state)} {hours(p.own_s)} h" for p in phases)
        self.setAccessibleName(self.tr("Phases: {phases}").format(phases=said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        most = max((p.own_s for p in self._phases), default=0)
        across = self.width() / max(1, len(self._phases))
        for number, phase in enumerate(self._phases):
            if number:
                rule = QRectF(number * across, 14, 1, self.height() - 28)
                painter.fillRect(mirrored(self, rule), QColor(tokens.border))
            self._paint_phase(painter, phase, QRectF(number * across + 16, 0, across - 32, self.height()), most, tokens)

    def _paint_phase(self, painter: QPainter, phase: PhaseRow, box: QRectF, most: int, tokens: Tokens) -> None:
        icon = {PhaseState.DONE: Icon.CHECK, PhaseState.ACTIVE: Icon.CONTRAST, PhaseState.PLANNED: Icon.CIRCLE}[
            phase.state
        ]
        side = px(14)
        top = QRectF(box.x(), px(12), box.width(), px(20))
        mark = mirrored(self, QRectF(box.x(), top.center().y() - side / 2, side, side))
        draw_icon(painter, icon, mark, colour=tokens.second)
        dates = ""
        if phase.starts and phase.ends:
            dates = days_short(phase.starts, phase.ends)
        style = Style.BODY_STRONG if phase.state is PhaseState.ACTIVE else Style.BODY_MEDIUM
        name_room = box.width() - px(22)
        dates_px = text_width(Style.CAPTION, dates)
        if text_width(style, phase.name) + dates_px + px(8) > name_room:
            dates, dates_px = "", 0
        painter.setFont(font(style))
        painter.setPen(QColor(tokens.text))
        shown = metrics(style).elidedText(phase.name, Qt.TextElideMode.ElideRight, int(name_room - dates_px))
        painter.drawText(mirrored(self, top.adjusted(px(22), 0, 2, 0)), _MIDDLE, shown)
        end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
        painter.setFont(font(Style.CAPTION))
        painter.setPen(QColor(tokens.second))
        painter.drawText(mirrored(self, top), end, dates)
        bar = QRectF(box.x(), px(42), box.width(), 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border))
        painter.drawRoundedRect(mirrored(self, bar), 3, 3)
        filled = bar_fill(phase.own_s, most, bar.width()) if phase.own_s else 0
        if filled:
            painter.setBrush(QColor(tokens.second))
            painter.drawRoundedRect(mirrored(self, QRectF(bar.x(), bar.y(), filled, 6)), 3, 3)
        bottom = mirrored(self, QRectF(box.x(), px(58), box.width(), px(20)))
        painter.setFont(font(Style.BODY_MEDIUM))
        painter.setPen(QColor(tokens.text))
        text = self.tr("{hours} h").format(hours=hours(phase.own_s)) if phase.own_s else EN_DASH
        painter.drawText(bottom, _MIDDLE, isolate(text))
        painter.setFont(font(Style.CAPTION))
        painter.setPen(QColor(tokens.third))
        painter.drawText(bottom, end, words.phase_state(phase.state))
