"""The rows of a split: what each part of a time away was for, and how long it took."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionComboBox, QVBoxLayout, QWidget

from engagedesk.domain.away import with_length, with_part, without_part
from engagedesk.domain.ids import CodeId
from engagedesk.services.queries.away import AwayQuestion, TargetOffer
from engagedesk.ui.format import clock_range, hm, minutes_words
from engagedesk.ui.intents import AwayShare
from engagedesk.ui.theme import Icon, Style, Tone, elided, make_icon, px, tokens_of
from engagedesk.ui.typed_times import typed_length_s
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import Combo, TextField
from engagedesk.ui.widgets.text import Label

ROW: Final = 40
CONTROL: Final = 32
MOST: Final = 6
BREAK: Final = -1
"""What a row's choice holds for a break; else it is the number of an offer."""


class _TargetCombo(Combo):
    """Shows what does not fit with an ellipsis; its list shows all of it."""

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = elided(Style.BODY, option.currentText, self.width() - px(70))


class ShareRow(QWidget):
    """One part. ``length_s`` is set from outside, so that all rows together keep the total."""

    changed = Signal()
    length_typed = Signal(int)
    removed = Signal()

    def __init__(self, offers: tuple[TargetOffer, ...], number: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = offers
        self._shown_s = 0
        self.target = _TargetCombo(name=self.tr("Part {number}: what for").format(number=number))
        self.target.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setIconSize(QSize(px(12), px(12)))
        tokens = tokens_of(self)
        for place, offer in enumerate(offers):
            words = "  ·  ".join(part for part in (offer.label, offer.detail) if part)
            self.target.addItem(_dot(tokens.client(offer.colour)), words, place)
        self.target.addItem(make_icon(Icon.CIRCLE, tokens.third, 12), self.tr("Break, counts as no time"), BREAK)
        self.code = Combo(name=self.tr("Part {number}: charge code").format(number=number))
        self.code.setFixedWidth(px(124))
        self.span = Label("", style=Style.CAPTION, tone=Tone.SECOND, align=Qt.AlignmentFlag.AlignTrailing)
        self.span.setFixedWidth(px(80))
        self.length = TextField(name=self.tr("Part {number}: length").format(number=number))
        self.length.setFixedWidth(px(56))
        self.length.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        named = self.tr("Remove part {number}").format(number=number)
        self.remove = Button("", kind=ButtonKind.GHOST, icon=Icon.CLOSE, height=24, name=named)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.target, 1)
        for widget in (self.code, self.span, self.length, self.remove):
            row.addWidget(widget)
        self.setFixedHeight(px(ROW))
        self.target.currentIndexChanged.connect(self._show_codes)
        self.length.editingFinished.connect(self._read)
        self.remove.clicked.connect(self.removed)
        self._show_codes()

    @property
    def offer(self) -> TargetOffer | None:
        """What the part is for; None = a break."""
        place = self.target.currentData()
        return None if place is None or place == BREAK else self._offers[place]

    def choose(self, place: int, code: CodeId | None = None) -> None:
        """Set the target by the number of its offer, or ``BREAK``, and the code where it is offered."""
        self.target.setCurrentIndex(self.target.findData(place))
        self._choose_code(code)

    def show_length(self, seconds: int, span: str) -> None:
        self._shown_s = seconds
        self.length.setText(hm(seconds))
        self.length.set_wrong("" if seconds > 0 else self.tr("A part needs a length"))
        self.span.setText(span)

    def share(self, seconds: int) -> AwayShare:
        offer = self.offer
        if offer is None:
            return AwayShare(seconds)
        place = self.code.currentData()
        code = offer.code_id if place is None else offer.codes[place].id
        return AwayShare(seconds, offer.engagement_id, code)

    def _choose_code(self, code: CodeId | None) -> None:
        codes = () if self.offer is None else self.offer.codes
        place = next((n for n, one in enumerate(codes) if one.id == code), -1)
        if place >= 0:
            self.code.setCurrentIndex(place)

    @Slot()
    def _show_codes(self) -> None:
        offer = self.offer
        self.code.clear()
        shown = offer is not None and offer.engagement_id is not None
        self.code.setVisible(shown)
        if offer is not None and shown:
            for place, code in enumerate(offer.codes):
                self.code.addItem(code.code, place)
                self.code.setItemData(place, code.activity, Qt.ItemDataRole.ToolTipRole)
            if not offer.codes:
                self.code.addItem(self.tr("Awaiting code"), None)
            self._choose_code(offer.code_id)
        self.changed.emit()

    @Slot()
    def _read(self) -> None:
        text = self.length.text().strip()
        if text == hm(self._shown_s):
            return
        seconds = typed_length_s(text)
        if seconds is None:
            self.length.set_wrong(self.tr("Type a length as 0:25 or 25"))
        else:
            self.length_typed.emit(seconds)


class SplitRows(QWidget):
    """All parts, a row to add one, and how much of the time they cover."""

    changed = Signal()

    def __init__(self, question: AwayQuestion, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        away = question.away
        self._start_utc = away.start_utc
        self._total_s = (away.end_utc or away.start_utc) - away.start_utc
        self._lengths: tuple[int, ...] = ()
        self.rows: list[ShareRow] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add_button = Button(self.tr("Add a row"), kind=ButtonKind.GHOST, icon=Icon.PLUS, height=28)
        self.add_button.clicked.connect(self._add)
        self.covered = Label("", style=Style.CAPTION, tone=Tone.SECOND)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, px(32), 4)
        foot.setSpacing(12)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.covered)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addLayout(foot)
        self._begin()

    @property
    def shares(self) -> tuple[AwayShare, ...]:
        return tuple(row.share(length) for row, length in zip(self.rows, self._lengths, strict=True))

    @property
    def can_save(self) -> bool:
        return bool(self._lengths) and all(length > 0 for length in self._lengths)

    def order_tabs(self) -> None:
        """Have Tab go from part to part, then to the button below; for when all of it has its place."""
        stops = [stop for row in self.rows for stop in (row.target, row.code, row.length, row.remove)]
        for first, second in pairwise([*stops, self.add_button]):
            QWidget.setTabOrder(first, second)

    def take_focus(self) -> None:
        if self.rows:
            self.rows[0].target.setFocus(Qt.FocusReason.TabFocusReason)

    def _begin(self) -> None:
        """Begin with the work that ran and the work before it."""
        away, offers = self._question.away, self._question.offers
        own = next((n for n, o in enumerate(offers) if _is_its_target(o, self._question)), 0 if offers else BREAK)
        other = next((n for n in range(len(offers)) if n != own), BREAK)
        self._lengths = with_part((self._total_s,), total_s=self._total_s)
        for place in (own, other):
            self._make_row().choose(place, away.code_id if place == own else None)
        self._show()

    def _make_row(self) -> ShareRow:
        row = ShareRow(self._question.offers, len(self.rows) + 1)
        row.changed.connect(self.changed)
        row.length_typed.connect(self._on_typed)
        row.removed.connect(self._on_removed)
        self.rows.append(row)
        self._column.addWidget(row)
        return row

    @Slot()
    def _add(self) -> None:
        if len(self.rows) >= MOST:
            return
        self._lengths = with_part(self._lengths, total_s=self._total_s)
        row = self._make_row()
        row.choose(BREAK)
        self.order_tabs()
        self._show()
        row.target.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _on_typed(self, seconds: int) -> None:
        number = self.rows.index(self.sender())  # type: ignore[arg-type]  # only rows are connected here
        self._lengths = with_length(self._lengths, number, seconds, total_s=self._total_s)
        self._show()

    @Slot()
    def _on_removed(self) -> None:
        row = self.sender()
        if not isinstance(row, ShareRow) or len(self.rows) < 2:
            return
        number = self.rows.index(row)
        self._lengths = without_part(self._lengths, number)
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.rows[max(0, number - 1)].target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _show(self) -> None:
        at, zone = self._start_utc, self._question.away.zone
        for row, length in zip(self.rows, self._lengths, strict=True):
            row.show_length(length, clock_range(at, at + length, zone))
            row.remove.setEnabled(len(self.rows) > 1)
            at += length
        self.add_button.setEnabled(len(self.rows) < MOST)
        left_s = self._total_s - sum(self._lengths)
        if left_s >= 60:
            words = self.tr("{left} of {total} stay unallocated")
            self.covered.setText(words.format(left=minutes_words(left_s), total=minutes_words(self._total_s)))
        else:
            self.covered.setText(self.tr("All of {total}").format(total=minutes_words(self._total_s)))
        self.changed.emit()


def _is_its_target(offer: TargetOffer, question: AwayQuestion) -> bool:
    away = question.away
    if away.engagement_id is not None:
        return offer.engagement_id == away.engagement_id
    return offer.engagement_id is None and away.code_id is not None and offer.code_id == away.code_id


def _dot(colour: str) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(4, 4, 16, 16)
    painter.end()
    return QIcon(pixmap)
