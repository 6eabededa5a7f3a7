"""How the day's canvas is painted; where everything stands is decided by ``day_geometry``."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engagedesk.domain.spans import Span
from engagedesk.domain.states import EntryState
from engagedesk.services.queries.timesheet_rows import DaySheet
from engagedesk.ui.format import clock, clock_range, hm, minutes_words
from engagedesk.ui.tables.geometry import Box
from engagedesk.ui.theme import Icon, Style, Tone, draw_chargeable, draw_icon, elided, font, px, text_width, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CHIP
from engagedesk.ui.timesheet.day_geometry import Block, DayShape, DraftBlock, GapBlock, Size
from engagedesk.ui.timesheet.day_items import entry_hours, entry_range
from engagedesk.ui.timesheet.drafts import DraftSource, DraftState
from engagedesk.ui.timesheet.words import tr

TINT_LIGHT: Final = 0.13
TINT_DARK: Final = 0.195
STRIPE_STEP: Final = 9
BAR_PX: Final = 4
TEXT_X: Final = 14

_SOURCE_ICON: Final = {
    DraftSource.RECENT: Icon.HISTORY,
    DraftSource.PLAN: Icon.TIMESHEET,
    DraftSource.CALENDAR: Icon.CALENDAR,
    DraftSource.SUGGESTION: Icon.QUICK,
}
_MIDDLE: Final = int(Qt.AlignmentFlag.AlignVCenter)


class DayPainter:
    """Paints one look at a day; made for a paint call."""

    def __init__(self, painter: QPainter, view: QWidget, shape: DayShape, sheet: DaySheet, *, now_utc: int) -> None:
        self.painter = painter
        self.view = view
        self.shape = shape
        self.sheet = sheet
        self.now_utc = now_utc
        self.tokens = tokens_of(view)
        self.mirrored = view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    # -- places ------------------------------------------------------------------------------------------------------

    def place(self, box: Box) -> QRectF:
        x = self.shape.width - box.x - box.w if self.mirrored else box.x
        return QRectF(x, box.y, box.w, box.h)

    def text(
        self, box: QRectF, text: str, style: Style, colour: str, *, end: bool = False, room: float | None = None
    ) -> float:
        """Draw one line at the box's start (or end) and return its width."""
        shown = elided(style, text, max(0, int(box.width() if room is None else room)))
        self.painter.setFont(font(style))
        self.painter.setPen(QColor(colour))
        side = Qt.AlignmentFlag.AlignTrailing if end else Qt.AlignmentFlag.AlignLeading
        # A painter on a mirrored widget mirrors by itself.
        flags = int(side | Qt.AlignmentFlag.AlignVCenter)
        self.painter.drawText(box, flags, shown)
        return text_width(style, shown)

    def cut_start(self, box: QRectF, by: float) -> QRectF:
        return box.adjusted(0, 0, -by, 0) if self.mirrored else box.adjusted(by, 0, 0, 0)

    def cut_end(self, box: QRectF, by: float) -> QRectF:
        return box.adjusted(by, 0, 0, 0) if self.mirrored else box.adjusted(0, 0, -by, 0)

    # -- ground ------------------------------------------------------------------------------------------------------

    def ground(self, top: float, bottom: float) -> None:
        """Hour lines and their labels, and the line between the lanes, between two heights."""
        shape, tokens = self.shape, self.tokens
        line_from, line_to = shape.entries_x - px(8), shape.width - px(16)
        for hour in shape.hours:
            if top - 40 <= hour.y <= bottom + 40:
                line = self.place(Box(line_from, hour.y, line_to - line_from, 1))
                self.painter.fillRect(line, QColor(tokens.border))
                if shape.now_y is not None and abs(hour.y - shape.now_y) < px(18):
                    continue  # The time of now stands there.
                label = self.place(Box(0, hour.y - px(10), shape.entries_x - px(16), px(20)))
                self.text(label, hour.label, Style.CAPTION, tokens.second, end=True)
        rule = self.place(Box(shape.drafts_x - px(8), 0, 1, shape.height))
        self.painter.fillRect(rule, QColor(tokens.border))

    def now_line(self) -> None:
        y = self.shape.now_y
        if y is None:
            return
        shape, tokens = self.shape, self.tokens
        self.painter.fillRect(
            self.place(Box(shape.entries_x - px(8), y - 1, shape.drafts_x - shape.entries_x, 2)), QColor(tokens.text)
        )
        label = self.place(Box(px(4), y - px(10), px(48), px(20)))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(tokens.text))
        self.painter.drawRoundedRect(label, RADIUS_CHIP, RADIUS_CHIP)
        self.painter.setFont(font(Style.CAPTION_STRONG))
        self.painter.setPen(QColor(tokens.surface))
        self.painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), clock(self.now_utc, self.sheet.zone))

    # -- entries -----------------------------------------------------------------------------------------------------

    def block(self, block: Block, *, chosen: bool, focused: bool, hovered: bool) -> None:
        row, tokens, painter = block.entry, self.tokens, self.painter
        box = self.place(block.box)
        colour = QColor(tokens.client(row.colour))
        if block.size is Size.BARE:
            self._bare(block, box, colour)
        else:
            tint = QColor(colour)
            tint.setAlphaF(TINT_DARK if tokens.dark else TINT_LIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
            painter.setBrush(tint)
            painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
            bar = QRectF(box.right() - BAR_PX if self.mirrored else box.x(), box.y(), BAR_PX, box.height())
            painter.setBrush(colour)
            painter.drawRoundedRect(bar, 2, 2)
            self._words(block, box)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING if focused else 1.5))
            # Around a low block, not over its words.
            inset = 1 if box.height() >= px(22) else -2
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), RADIUS_CHIP, RADIUS_CHIP)
        elif hovered:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.control_border), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)

    def _bare(self, block: Block, box: QRectF, colour: QColor) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        self.painter.drawRoundedRect(box, 2, 2)
        if block.label is None:
            return
        row, tokens, label = block.entry, self.tokens, self.place(block.label)
        used = self.text(label, entry_hours(row, self.now_utc), Style.CAPTION_STRONG, tokens.text, end=True)
        start = self.cut_end(self.cut_start(label, px(TEXT_X)), used + px(8))
        wide = self.text(start, row.engagement or row.code or "", Style.CAPTION_STRONG, tokens.text)
        self.text(self.cut_start(start, wide + px(10)), row.narrative, Style.CAPTION, tokens.second)

    def _words(self, block: Block, box: QRectF) -> None:
        row, tokens = block.entry, self.tokens
        inner = self.cut_end(self.cut_start(box, px(TEXT_X)), px(10))
        one_line = block.size is Size.LINE
        small = box.height() < px(19)
        strong, plain = (Style.CAPTION_STRONG, Style.CAPTION) if small else (Style.BODY_STRONG, Style.BODY)
        line = px(20)
        top = box.y() + (box.height() - line) / 2 if one_line else box.y() + px(5)
        first = QRectF(inner.x(), top, inner.width(), line)
        left = self.cut_end(first, self._end_marks(block, first, strong))
        name = row.engagement or tr("Timesheet", "Nothing chosen")
        activity = row.activity or row.task or ""
        title = f"{name} · {activity}" if activity else name
        used = self.text(left, title, strong, tokens.text if row.engagement else tokens.warn)
        rest = self.cut_start(left, used + px(10))
        if one_line:
            self._narrative(row.narrative, rest, needs=self._needs(block), style=plain)
            return
        code = row.code or tr("Timesheet", "awaiting code")
        if rest.width() > px(40):
            self.text(rest, code, Style.BODY, tokens.second if row.code else tokens.warn)
        below = QRectF(inner.x(), top + line - px(2), inner.width(), line)
        self._narrative(row.narrative, below, needs=self._needs(block))
        if box.height() >= px(72):
            foot = QRectF(inner.x(), box.bottom() - line - px(4), inner.width(), line)
            words = entry_range(row)
            if block.from_before:
                words = tr("Timesheet", "{range}, from the evening before").format(range=words)
            elif block.goes_on:
                words = tr("Timesheet", "{range}, into the next day").format(range=words)
            self.text(foot, words, Style.CAPTION, tokens.second)

    def _needs(self, block: Block) -> bool:
        row = block.entry
        return not row.narrative and not block.running and row.engagement_id is not None

    def _narrative(self, narrative: str, box: QRectF, *, needs: bool, style: Style = Style.BODY) -> None:
        if not needs:
            self.text(box, narrative, style, self.tokens.second)
            return
        side = px(14)
        x = box.right() - side if self.mirrored else box.x()
        mark = QRectF(x, box.center().y() - side / 2, side, side)
        if box.width() > side:
            draw_icon(self.painter, Icon.PENCIL, mark, colour=self.tokens.warn)
        words = tr("Timesheet", "No narrative")
        self.text(self.cut_start(box, side + px(6)), words, Style.BODY_MEDIUM, self.tokens.warn)

    def _end_marks(self, block: Block, line: QRectF, style: Style) -> float:
        """Draw hours, charge and state at a line's end; return their width."""
        row, tokens = block.entry, self.tokens
        used = float(self.text(line, entry_hours(row, self.now_utc), style, self._hours_ink(block), end=True))
        side = px(14)
        if block.running:
            dot = px(6)
            x = line.x() + used + px(5) if self.mirrored else line.right() - used - px(5) - dot
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(tokens.accent))
            self.painter.drawEllipse(QRectF(x, line.center().y() - dot / 2, dot, dot))
            used += dot + px(5)
        if line.width() > px(120):
            used += px(8)
            draw_chargeable(self.painter, self._mark(line, used, side), tokens, chargeable=row.chargeable)
            used += side
        icon = self._state_icon(block)
        if icon is not None and line.width() > px(160):
            used += px(6)
            which, colour = icon
            draw_icon(self.painter, which, self._mark(line, used, side), colour=colour)
            used += side
        return used + px(8)

    def _mark(self, line: QRectF, used: float, side: float) -> QRectF:
        x = line.x() + used if self.mirrored else line.right() - used - side
        return QRectF(x, line.center().y() - side / 2, side, side)

    def _hours_ink(self, block: Block) -> str:
        return self.tokens.accent_text if block.running else self.tokens.text

    def _state_icon(self, block: Block) -> tuple[Icon, str] | None:
        tokens = self.tokens
        if block.overlaps:
            return Icon.WARNING, tokens.warn
        return {
            EntryState.SUBMITTED: (Icon.SORT_UP, tokens.info),
            EntryState.POSTED: (Icon.LOCK, tokens.second),
            EntryState.RETURNED: (Icon.UNDO, tokens.danger),
        }.get(block.entry.state)

    # -- gaps and drafts ---------------------------------------------------------------------------------------------

    def gap(self, block: GapBlock, *, chosen: bool, hovered: bool) -> None:
        tokens, painter = self.tokens, self.painter
        box = self.place(block.box)
        dashes = QPen(QColor(tokens.accent if chosen else tokens.control_border), FOCUS_RING if chosen else 1)
        dashes.setStyle(Qt.PenStyle.CustomDashLine)
        dashes.setDashPattern([4, 3])
        painter.setPen(dashes)
        painter.setBrush(QColor(tokens.hover if hovered else tokens.surface))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
        gap = block.gap
        inner = self.cut_end(self.cut_start(box, px(TEXT_X)), px(10))
        if box.height() < px(14):
            return
        line = QRectF(inner.x(), box.center().y() - px(10), inner.width(), px(20))
        times = clock_range(gap.start_utc, gap.end_utc, gap.zone)
        used = self.text(line, times, Style.CAPTION, tokens.second, end=True)
        left = self.cut_end(line, used + px(10))
        length = minutes_words(gap.end_utc - gap.start_utc)
        words = tr("Timesheet", "Unallocated {length}:").format(length=length)
        wide = self.text(left, words, Style.BODY_MEDIUM, tokens.second)
        fill = self.cut_start(left, wide + px(6))
        used = self.text(fill, tr("Timesheet", "fill"), Style.BODY_STRONG, tokens.text)
        x = fill.right() - used if self.mirrored else fill.x()
        painter.fillRect(QRectF(x, fill.center().y() + px(8), used, 1), QColor(tokens.text))

    def draft(self, block: DraftBlock, *, chosen: bool, hovered: bool) -> None:
        tokens, painter, draft = self.tokens, self.painter, block.draft
        box = self.place(block.box).adjusted(0.5, 0.5, -0.5, -0.5)
        colour = QColor(tokens.client(draft.colour))
        is_open = draft.state is DraftState.OPEN
        painter.save()
        painter.setBrush(QColor(tokens.surface))
        if is_open:
            pen = QPen(colour, 1.2)
            pen.setStyle(Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([4, 3])
        else:
            pen = QPen(QColor(tokens.border), 1)
        painter.setPen(QPen(QColor(tokens.accent), FOCUS_RING) if chosen else pen)
        painter.drawRoundedRect(box, RADIUS_CHIP, RADIUS_CHIP)
        if is_open:
            # Striped: it counts for nothing yet.
            painter.setClipRect(box)
            stripe = QColor(colour)
            stripe.setAlphaF(0.22 if hovered else 0.14)
            painter.setPen(QPen(QBrush(stripe), 3))
            x = box.x() - box.height()
            while x < box.right():
                painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.y()))
                x += STRIPE_STEP
        painter.restore()
        self._draft_words(block, box)

    def _draft_words(self, block: DraftBlock, box: QRectF) -> None:
        tokens, draft = self.tokens, block.draft
        two = box.height() >= px(40)
        top = box.y() + px(3) if two else box.center().y() - px(10)
        inner = self.cut_end(self.cut_start(box, px(8)), px(8))
        room = self.cut_end(inner, 2 * px(28) if draft.state is DraftState.OPEN else 0)
        line = QRectF(room.x(), top, room.width(), px(20))
        side = px(14)
        icon = {DraftState.ACCEPTED: Icon.CHECK, DraftState.DISMISSED: Icon.CLOSE}.get(draft.state)
        x = line.right() - side if self.mirrored else line.x()
        mark = QRectF(x, line.center().y() - side / 2, side, side)
        draw_icon(self.painter, icon or _SOURCE_ICON[draft.source], mark, colour=tokens.second)
        words = self.cut_start(line, side + px(7))
        self.text(words, draft.title, Style.BODY_MEDIUM, tokens.text if icon is None else tokens.second)
        if two:
            below = QRectF(words.x(), top + px(18), words.width(), px(18))
            detail = f"{draft.detail}, {draft.why}" if draft.why and draft.why != draft.detail else draft.detail
            self.text(below, detail, Style.CAPTION, tokens.second)
        if draft.state is DraftState.OPEN:
            accept, dismiss = draft_buttons(box, mirrored=self.mirrored)
            for place, which in ((accept, Icon.CHECK), (dismiss, Icon.CLOSE)):
                self.painter.setPen(QColor(tokens.control_border))
                self.painter.setBrush(QColor(tokens.surface))
                self.painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CHIP, RADIUS_CHIP)
                inset = place.width() * 0.22
                draw_icon(self.painter, which, place.adjusted(inset, inset, -inset, -inset), colour=tokens.second)

    # -- what is being drawn -----------------------------------------------------------------------------------------

    def ghost(self, span: Span, *, overlaps: bool) -> None:
        """Paint the span that a drag would make, with its times."""
        shape, tokens = self.shape, self.tokens
        y, bottom = shape.y_of(span.start_utc), shape.y_of(span.end_utc)
        box = self.place(Box(shape.entries_x, y, shape.entries_w, max(2.0, bottom - y)))
        colour = QColor(tokens.warn if overlaps else tokens.accent)
        fill = QColor(colour)
        fill.setAlphaF(0.10)
        self.painter.setBrush(fill)
        self.painter.setPen(QPen(colour, FOCUS_RING))
        self.painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_CHIP, RADIUS_CHIP)
        words = f"{clock_range(span.start_utc, span.end_utc, self.sheet.zone)}   {hm(span.seconds)}"
        wide = text_width(Style.BODY_STRONG, words) + px(16)
        tip_y = box.y() - px(28) if box.y() > px(32) else box.bottom() + px(4)
        tip = QRectF(box.x() + px(8), tip_y, wide, px(24))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(tokens.text))
        self.painter.drawRoundedRect(tip, RADIUS_CHIP, RADIUS_CHIP)
        self.painter.setFont(font(Style.BODY_STRONG))
        self.painter.setPen(QColor(tokens.surface))
        self.painter.drawText(tip, int(Qt.AlignmentFlag.AlignCenter), words)

    def overlap_mark(self, block: Block) -> None:
        """Paint the bracket beside an entry that claims another's time."""
        box = block.box
        mark = self.place(Box(self.shape.entries_x - px(8), box.y, 2, box.h))
        self.painter.fillRect(mark, QColor(self.tokens.of(Tone.WARN)))


def draft_buttons(box: QRectF, *, mirrored: bool) -> tuple[QRectF, QRectF]:
    """Return where accept and dismiss stand on a draft."""
    side = min(float(px(24)), box.height() - 4)
    y = box.y() + (2 if box.height() < px(34) else px(4))
    if mirrored:
        return QRectF(box.x() + px(4) + side + px(4), y, side, side), QRectF(box.x() + px(4), y, side, side)
    right = box.right() - px(4)
    return QRectF(right - 2 * side - px(4), y, side, side), QRectF(right - side, y, side, side)
