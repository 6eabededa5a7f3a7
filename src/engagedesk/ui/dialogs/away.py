"""The question after an absence: keep the time, discard it, or split it; and whether the timer goes on.

Bound to one entry and one period. A key opens each answer, Enter saves, Esc decides later: the time then stays
unallocated and in sight. Nothing is saved in the first moment, because a person who comes back is often typing.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from engagedesk.domain.away import Then
from engagedesk.domain.states import AwayAnswer
from engagedesk.services.queries.away import AwayQuestion
from engagedesk.ui.dialogs.away_split import SplitRows
from engagedesk.ui.dialogs.sheet import Sheet
from engagedesk.ui.format import clock, clock_range, day_with_weekday, local, minutes_words
from engagedesk.ui.intents import AnswerAway
from engagedesk.ui.theme import Icon, Style, Tone, elided, px, tokens_of
from engagedesk.ui.theme.tokens import FOCUS_RING, RADIUS_CARD
from engagedesk.ui.view_rows import Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Dot
from engagedesk.ui.widgets.chip import KeyCap
from engagedesk.ui.widgets.inputs import Choice
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.segments import Segments
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.widgets.text import Label

WIDTH: Final = 600
DEAF_MS: Final = 500
"""An Enter this soon was meant for another window."""
_LABELS_GIVE: Final = 4
"""What the labels of the footer ask for and can do without."""
LONG_S: Final = 2 * 3600
"""From here on keeping it all is no longer what Enter alone does."""


class _Option(QWidget):
    """One answer with its key; the chosen one has a ring around all of it."""

    def __init__(self, title: str, detail: str, key: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Choice(title, detail)
        self.choice.setAccessibleName(f"{title}. {detail}" if detail else title)
        self.choice.toggled.connect(self.update)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.choice, 1)
        head.addWidget(KeyCap(key))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), 6, px(16), 6)
        self._column.setSpacing(4)
        self._column.addLayout(head)

    def hold(self, body: QWidget) -> None:
        """Put a widget under the words; it stands where they begin."""
        row = QHBoxLayout()
        row.setContentsMargins(px(28), 0, 0, 0)
        row.addWidget(body)
        self._column.addLayout(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.choice.isChecked():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self).accent), FOCUS_RING))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)


class AwayDialog(Sheet):
    """Out by ``intent``, and closed by whoever took it; ``show_message`` says why it was not taken."""

    intent = Signal(object)

    def __init__(
        self, question: AwayQuestion, *, resume_utc: int, running: bool, parent: QWidget | None = None
    ) -> None:
        """``resume_utc`` is where a timer would go on; ``running``: another one runs already and stays."""
        away = question.away
        end_utc = away.end_utc or away.start_utc
        self.away = away.id
        self._seconds = end_utc - away.start_utc
        length = minutes_words(self._seconds)
        super().__init__("", width=WIDTH, icon=Icon.AWAY, parent=parent)
        title = self.tr("You were away {length}").format(length=length)
        self.setWindowTitle(self.tr("Time away"))
        self.setAccessibleName(title)
        self.title.setText(title)
        times = clock_range(away.start_utc, end_utc, away.zone)
        self.aside.setText(times)
        self._what = "  ·  ".join(part for part in (away.label, away.detail) if part)
        self.column.setContentsMargins(px(16), 4, px(16), px(16))
        self.column.setSpacing(2)
        self.column.addLayout(self._subject(question))
        self.notice = NoticeStrip(one_line=True)
        self.notice.hide()
        self.column.addWidget(self.notice)
        self._group = QButtonGroup(self)
        self._options: dict[AwayAnswer, _Option] = {}
        gone = away.entry is None
        keep = self.tr("Keep all {length} on {what}") if self._what else self.tr("Keep all {length}")
        self._add(
            AwayAnswer.KEEP,
            keep.format(length=length, what=self._what),
            self.tr("The entry that ran was deleted") if gone else self.tr("Goes on as if you had never left"),
        )
        self._add(AwayAnswer.DISCARD, self.tr("Discard"), self.tr("{times} stays unallocated").format(times=times))
        self._add(AwayAnswer.SPLIT, self.tr("Split over several codes or a break"), "")
        self.rows = SplitRows(question)
        self.rows.changed.connect(self._check)
        self._options[AwayAnswer.SPLIT].hold(self.rows)
        self.column.addStretch(1)
        self._options[AwayAnswer.KEEP].choice.setEnabled(not gone)
        self._build_footer(question, resume_utc=resume_utc, running=running)
        long = self._seconds > LONG_S
        proposed = AwayAnswer.DISCARD if gone or long else AwayAnswer.KEEP
        self._options[proposed].choice.setChecked(True)
        self.then.show_chosen((Then.STOP if long else Then.CONTINUE).value)
        self._hears = QTimer(self)
        self._hears.setSingleShot(True)
        self._hears.setInterval(DEAF_MS)
        self._group.buttonToggled.connect(self._on_chosen)
        self._on_chosen()
        self.rows.order_tabs()

    # -- building ----------------------------------------------------------------------------------------------------

    def _subject(self, question: AwayQuestion) -> QHBoxLayout:
        away = question.away
        row = QHBoxLayout()
        row.setContentsMargins(px(8 + 18 + 12), 0, px(8), px(12))
        row.setSpacing(8)
        at = clock(away.start_utc, away.zone)
        if away.entry is None:
            words = self.tr("What was running and ended at {time} was deleted since.").format(time=at)
        elif self._what:
            words = self.tr("{what} was running and ended at {time}.").format(what=self._what, time=at)
            row.addWidget(Dot(away.colour))
        else:
            words = self.tr("A timer without an engagement was running and ended at {time}.").format(time=at)
        day = day_with_weekday(local(away.start_utc, away.zone).date())
        self.aside.setToolTip(day)
        row.addWidget(Label(words, tone=Tone.SECOND), 1)
        return row

    def _add(self, answer: AwayAnswer, title: str, detail: str) -> None:
        key = str(len(self._options) + 1)
        option = _Option(title, detail, key)
        self._options[answer] = option
        self._group.addButton(option.choice, int(key))
        self.column.addWidget(option)

    def _build_footer(self, question: AwayQuestion, *, resume_utc: int, running: bool) -> None:
        away = question.away
        short = elided(Style.BODY_MEDIUM, away.detail or away.label, px(104))
        go_on = self.tr("Continue {what}").format(what=short) if short else self.tr("Continue")
        since = self.tr("From {time}").format(time=clock(resume_utc, away.zone))
        other = self.tr("Another timer runs and goes on.")
        can_go_on = not running and away.entry is not None
        self.since = Label(other if running else since, tone=Tone.SECOND)
        self.since.setMinimumWidth(self.since.sizeHint().width() - 2)
        set_shown(self.since, shown=running or can_go_on)
        self.then = Segments(name=since)
        self.then.add(Then.CONTINUE.value, go_on)
        self.then.add(Then.STOP.value, self.tr("Stop"))
        self.continue_button, self.stop_button = self.then.segments
        set_shown(self.then, shown=can_go_on)
        self.later_button = Button(self.tr("Decide later"), hint=self.tr("Esc"))
        self.later_button.clicked.connect(self.reject)
        self.save_button = Button(self.tr("Save"), kind=ButtonKind.PRIMARY, hint=self.tr("Enter"))
        self.save_button.clicked.connect(self._save)
        row = self.footer.row
        row.addWidget(self.since)
        row.addWidget(self.then)
        row.addStretch(1)
        row.addWidget(self.later_button)
        row.addWidget(self.save_button)
        if can_go_on and row.sizeHint().width() > px(WIDTH) + _LABELS_GIVE:
            # In a long language the name of what goes on stands above anyway.
            self.continue_button.setText(self.tr("Continue"))
            self.continue_button.updateGeometry()
            self.then.adjustSize()
            self.then.updateGeometry()
        self.setMinimumWidth(max(px(WIDTH), row.sizeHint().width() - _LABELS_GIVE))

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Say why an answer was not taken."""
        self.notice.say(message.kind, " ".join(part for part in (message.title + ".", message.detail) if part))
        self.save_button.setEnabled(True)
        self.adjustSize()

    @property
    def answer(self) -> AwayAnswer:
        """What is chosen."""
        return next(answer for answer, option in self._options.items() if option.choice.isChecked())

    def choose(self, answer: AwayAnswer) -> None:
        """Choose as its key does."""
        option = self._options[answer]
        if not option.choice.isEnabled():
            return
        option.choice.setChecked(True)
        if answer is AwayAnswer.SPLIT:
            self.rows.take_focus()
        else:
            option.choice.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- inside ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._hears.start()
        self._options[self.answer].choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        number = event.key() - Qt.Key.Key_1
        plain = not isinstance(focus, QLineEdit | QComboBox)
        if 0 <= number < len(self._options) and (plain or event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.choose(tuple(self._options)[number])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_chosen(self) -> None:
        self.rows.setVisible(self._options[AwayAnswer.SPLIT].choice.isChecked())
        self._check()
        self.adjustSize()

    @Slot()
    def _check(self) -> None:
        self.save_button.setEnabled(self.answer is not AwayAnswer.SPLIT or self.rows.can_save)

    @Slot()
    def _save(self) -> None:
        if not self.save_button.isEnabled() or self._hears.isActive():
            return
        self.save_button.setEnabled(False)
        then = Then.CONTINUE if self.continue_button.isChecked() else Then.STOP
        shares = self.rows.shares if self.answer is AwayAnswer.SPLIT else ()
        self.intent.emit(AnswerAway(self.away, self.answer, then, shares))
