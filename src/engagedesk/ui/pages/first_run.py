"""First run: passphrase and recovery key, import or sample, first timer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engagedesk.services.queries.rows import RecentTarget
from engagedesk.ui.intents import ChooseImport, CreateStore, KeepRecoveryKey, LoadSample, Quit, RecoveryKeyTo
from engagedesk.ui.pages.today_side import RecentCard
from engagedesk.ui.pages.whole import ProgramBar, StrengthLine
from engagedesk.ui.passphrase_words import judge
from engagedesk.ui.theme import Icon, Style, Tone, font, px, tokens_of
from engagedesk.ui.theme.tokens import COLUMN_GAP, RADIUS_CONTROL
from engagedesk.ui.view_rows import Echo, Kind, Message
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.card import Card, Hairline
from engagedesk.ui.widgets.inputs import Check, Field, PassphraseField, TextField
from engagedesk.ui.widgets.message_bar import NoticeStrip
from engagedesk.ui.widgets.quick_line import QuickLine
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label

_WIDE = 968
_CHECKED_GROUPS = (3, 6)
_TIMER = 2
"""The step of the first timer."""


class Steps(QWidget):
    """1, 2, 3 with their names; the present one is filled."""

    def __init__(self, names: tuple[str, ...], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        self._at = at
        words = self.tr("Step {n} of {count}: {name}")
        self.setAccessibleName(words.format(n=at + 1, count=len(self._names), name=self._names[at]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        x, side = 0.5, px(23)
        for number, name in enumerate(self._names):
            now, done = number == self._at, number < self._at
            circle = QRectF(x, 0.5, side, side)
            painter.setBrush(QColor(tokens.accent if now or done else tokens.surface))
            painter.setPen(QColor(tokens.accent if now or done else tokens.control_border))
            painter.drawEllipse(circle)
            painter.setFont(font(Style.CAPTION_STRONG))
            painter.setPen(QColor(tokens.on_accent if now or done else tokens.text))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), "✓" if done else str(number + 1))
            x += side + px(10)
            style = Style.BODY_STRONG if now else Style.BODY_MEDIUM
            painter.setFont(font(style))
            painter.setPen(QColor(tokens.text if now else tokens.second))
            wide = painter.fontMetrics().horizontalAdvance(name)
            painter.drawText(QRectF(x, 0, wide + 2, px(24)), int(Qt.AlignmentFlag.AlignVCenter), name)
            x += wide + px(16)
            if number < len(self._names) - 1:
                painter.fillRect(QRectF(x, px(12), px(48), 1), QColor(tokens.control_border))
                x += px(48) + px(16)


class KeyGroups(QWidget):
    """The recovery key in numbered groups, four a line."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self.setFixedHeight(px(112))

    def show_groups(self, groups: tuple[str, ...]) -> None:
        self._groups = groups
        self.setAccessibleName(self.tr("Recovery key: {groups}").format(groups=" ".join(groups)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self)
        painter.setBrush(QColor(tokens.sunken))
        painter.setPen(QColor(tokens.border))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        across = (self.width() - 40) / 4
        lines = max(1, -(-len(self._groups) // 4))
        down = (self.height() - 24) / lines
        for number, group in enumerate(self._groups):
            x, y = 28 + number % 4 * across, 12 + number // 4 * down
            painter.setFont(font(Style.CAPTION))
            painter.setPen(QColor(tokens.third))
            painter.drawText(QRectF(x, y, px(16), down), int(Qt.AlignmentFlag.AlignVCenter), str(number + 1))
            painter.setFont(font(Style.PAGE))
            painter.setPen(QColor(tokens.text))
            painter.drawText(QRectF(x + px(16), y, across, down), int(Qt.AlignmentFlag.AlignVCenter), group)


class FirstRunPage(QWidget):
    """Three steps over the whole window. The composition root moves from step to step with ``show_step_*``.

    ``done`` says that the person goes on to Today.
    """

    intent = Signal(object)
    done = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._busy = False
        self.steps = Steps(
            (self.tr("Passphrase and recovery key"), self.tr("Import or sample"), self.tr("First timer"))
        )
        self.title = Label("", style=Style.PAGE)
        self.lead = Label("", tone=Tone.SECOND, wrap=True)
        self.notice = NoticeStrip()
        self.notice.hide()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_keys())
        self._stack.addWidget(self._build_import())
        self._stack.addWidget(self._build_timer())
        self.back_button = Button(self.tr("Quit"))
        self.back_button.clicked.connect(self._back)
        self.continue_button = Button(self.tr("Continue"), kind=ButtonKind.PRIMARY, hint=self.tr("Enter"))
        self.continue_button.clicked.connect(self._continue)
        foot = QHBoxLayout()
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.continue_button)
        inner = QWidget()
        inner.setMaximumWidth(px(_WIDE))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 24)
        column.setSpacing(8)
        column.addWidget(self.steps)
        column.addSpacing(22)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addWidget(self.notice)
        column.addSpacing(12)
        column.addWidget(self._stack)
        column.addSpacing(14)
        column.addLayout(foot)
        column.addStretch(1)
        held = QWidget()
        across = QHBoxLayout(held)
        across.setContentsMargins(24, 48, 24, 0)
        across.addStretch(1)
        across.addWidget(inner, 1000)
        across.addStretch(1)
        area = QScrollArea()
        area.setWidget(held)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        held.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ProgramBar(self.tr("First start, about two minutes")))
        whole.addWidget(area, 1)
        self.show_step_keys()

    # -- step 1 ------------------------------------------------------------------------------------------------------

    def _build_keys(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(24))
        row.addWidget(self._build_passphrase(), 1)
        row.addWidget(self._build_recovery(), 1)
        return page

    def _build_passphrase(self) -> QWidget:
        card = Card(padding=24)
        card.column.setSpacing(10)
        card.column.addLayout(_card_head(Icon.PADLOCK, self.tr("Passphrase"), note=self.tr("every day")))
        card.column.addWidget(
            Label(
                self.tr("Four or five unrelated words are easier to keep than a short riddle. You type it after each "
                        "lock."),
                tone=Tone.SECOND,
                wrap=True,
            )
        )  # fmt: skip
        self.passphrase = PassphraseField(name=self.tr("Passphrase"))
        self.strength = StrengthLine()
        self.again = PassphraseField(name=self.tr("Passphrase once more"))
        self.again_field = Field(self.tr("Once more"), self.again)
        self.keyring = Check(self.tr("Also unlock with this computer's keyring"))
        self.keyring_note = Label(
            self.tr("Opens without typing while you are signed in. The passphrase still works if the keyring is lost."),
            style=Style.CAPTION,
            tone=Tone.THIRD,
            wrap=True,
        )
        indent = QHBoxLayout()
        indent.setContentsMargins(px(28), 0, 0, 0)
        indent.addWidget(self.keyring_note)
        card.column.addWidget(Field(self.tr("Passphrase"), self.passphrase))
        card.column.addWidget(self.strength)
        card.column.addSpacing(4)
        card.column.addWidget(self.again_field)
        card.column.addSpacing(4)
        card.column.addWidget(Hairline())
        card.column.addSpacing(2)
        card.column.addWidget(self.keyring)
        card.column.addLayout(indent)
        card.column.addStretch(1)
        self.passphrase.textChanged.connect(self._check)
        self.again.textChanged.connect(self._check)
        return card

    def _build_recovery(self) -> QWidget:
        card = Card(padding=24)
        card.column.setSpacing(10)
        card.column.addLayout(_card_head(Icon.KEY, self.tr("Recovery key"), note=self.tr("for the day you forget")))
        card.column.addWidget(
            Label(
                self.tr("Opens the store and every backup when the passphrase is lost. It is shown here once and "
                        "cannot be shown again."),
                tone=Tone.SECOND,
                wrap=True,
            )
        )  # fmt: skip
        self.groups = KeyGroups()
        card.column.addWidget(self.groups)
        self.print_button = Button(self.tr("Print"), icon=Icon.PRINT)
        self.save_button = Button(self.tr("Save file"), icon=Icon.SAVE)
        self.copy_button = Button(self.tr("Copy"), icon=Icon.COPY)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self.copy_button.clicked.connect(self._copy)
        keep = QHBoxLayout()
        keep.setSpacing(8)
        for button in (self.print_button, self.save_button, self.copy_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            keep.addWidget(button)
        card.column.addLayout(keep)
        for icon, tone, text in (
            (Icon.CHECK, Tone.OK, self.tr("Keep it on paper, away from this computer.")),
            (Icon.CHECK, Tone.OK, self.tr("It resets nothing and sends nothing: it is a second key.")),
            (Icon.CLOSE, Tone.DANGER, self.tr("Never in a mail, a chat or the firm's file share.")),
        ):
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(IconMark(icon, size=16, tone=tone))
            line.addWidget(Label(text, tone=Tone.SECOND, wrap=True), 1)
            card.column.addLayout(line)
        card.column.addWidget(Hairline())
        first, second = _CHECKED_GROUPS
        words = self.tr("Type groups {first} and {second} to show that you have it")
        card.column.addWidget(
            Label(words.format(first=first, second=second), style=Style.CAPTION_STRONG, tone=Tone.SECOND)
        )
        self.check_fields = tuple(TextField(name=self.tr("Group {n}").format(n=n)) for n in _CHECKED_GROUPS)
        check = QHBoxLayout()
        check.setSpacing(12)
        for field in self.check_fields:
            field.setFixedWidth(px(96))
            field.setMaxLength(8)
            field.textChanged.connect(self._check)
            check.addWidget(field)
        self.right_mark = IconMark(Icon.CHECK, size=14, tone=Tone.OK)
        self.right_words = Label("", style=Style.CAPTION_STRONG, tone=Tone.OK)
        check.addWidget(self.right_mark)
        check.addWidget(self.right_words, 1)
        card.column.addLayout(check)
        card.column.addStretch(1)
        return card

    # -- steps 2 and 3 -----------------------------------------------------------------------------------------------

    def _build_import(self) -> QWidget:
        page = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(24))
        self.import_button = Button(self.tr("Choose a file"), kind=ButtonKind.PRIMARY, icon=Icon.IMPORT)
        self.import_button.clicked.connect(self._import)
        self.sample_button = Button(self.tr("Load the sample"))
        self.sample_button.clicked.connect(self._sample)
        row.addWidget(
            _offer(
                Icon.SHEET, self.tr("Bring in your own"), note=self.tr("XLSX or CSV"),
                text=self.tr("Your engagement list, your charge codes, or your old time export. Toggl Track, "
                        "Clockify and Harvest are recognised; for any other file you say once which column is which."),
                points=(self.tr("You see row by row what will happen before anything does."),
                 self.tr("The same file twice changes nothing."),
                 self.tr("The whole import can be undone.")),
                action=self.import_button,
            ), 1)  # fmt: skip
        row.addWidget(
            _offer(
                Icon.ENGAGEMENTS, self.tr("Look around first"), note=self.tr("invented"),
                text=self.tr("Twelve invented engagements with a year of time in them: enough to see every page at "
                        "work. Start over with an empty store whenever you like."),
                points=(self.tr("Audit, tax and advisory."), self.tr("No real client, no real name."),
                 self.tr("Delete the profile folder, and all is gone.")),
                action=self.sample_button,
            ), 1)  # fmt: skip
        return page

    def _build_timer(self) -> QWidget:
        card = Card(padding=0)
        card.column.setContentsMargins(1, 1, 1, 1)
        self.quick_line = QuickLine(large=True, for_timer=True)
        self.quick_line.intent.connect(self.intent)
        self.quick_line.sent.connect(self.done)
        self.quick_line.field.setPlaceholderText(self.tr("A client, and what you do"))
        self.quick_line.field.textChanged.connect(self._check)
        self.recent = RecentCard()
        self.recent.header.title.setText(self.tr("Or start one of these"))
        self.recent.header.note.setText("")
        self.recent.intent.connect(self._started)
        card.column.addWidget(self.quick_line)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(COLUMN_GAP)
        column.addWidget(card)
        column.addWidget(self.recent)
        column.addStretch(1)
        return page

    # -- in ----------------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_recovery_key(self, groups: tuple[str, ...]) -> None:
        """Take the recovery key that the store will be made with, in groups."""
        self._groups = groups
        self.groups.show_groups(groups)
        self._check()

    def show_keyring(self, *, usable: bool, reason: str = "") -> None:
        """Say whether this computer's keyring can be used, and why not."""
        self.keyring.setEnabled(usable)
        if not usable:
            self.keyring.setChecked(False)
            self.keyring_note.setText(reason or self.tr("This computer has no keyring that can be used safely."))

    def show_step_keys(self) -> None:
        self._show(0, title=self.tr("Two ways in, and only you have them"),
                   lead=self.tr("Everything you record is encrypted on this computer. Without the passphrase or the "
                           "recovery key nobody can read it: not the firm, not us."))  # fmt: skip
        self.back_button.setText(self.tr("Quit"))
        self.continue_button.setText(self.tr("Continue"))
        self.continue_button.show()
        self._check()

    def show_step_import(self) -> None:
        """The store is made: offer to fill it."""
        self._forget_typed()
        self._show(1, title=self.tr("Something to work on"),
                   lead=self.tr("Time goes on engagements. Bring in yours, or look around in the sample."))  # fmt: skip
        self.back_button.setText(self.tr("Start empty"))
        self.continue_button.hide()

    def show_step_timer(self, targets: tuple[RecentTarget, ...] = ()) -> None:
        """There are engagements: offer the first timer."""
        self._show(2, title=self.tr("What are you working on now?"),
                   lead=self.tr("Type a few letters of a client and press Ctrl+Enter: the timer runs, and keeps "
                           "running through a crash, a lock or an empty battery."))  # fmt: skip
        self.back_button.setText(self.tr("Later"))
        self.continue_button.setText(self.tr("Start timer"))
        self.continue_button.set_hint(self.tr("Ctrl Enter"))
        self.continue_button.show()
        self.show_recent(targets)
        self.quick_line.begin()
        self._check()

    def show_recent(self, targets: tuple[RecentTarget, ...]) -> None:
        """Take what can be started with one press, most recent first."""
        self.recent.show_targets(targets)
        self.recent.setVisible(bool(targets))

    @Slot(object)
    def show_echo(self, echo: Echo) -> None:
        self.quick_line.show_echo(echo)

    def show_busy(self, words: str) -> None:
        """Say what is being done; nothing can be pressed meanwhile. "" = done."""
        self._busy = bool(words)
        self.notice.say(Kind.INFO, words)
        for button in (self.import_button, self.sample_button, self.back_button):
            button.setEnabled(not words)
        self._check()

    @Slot(object)
    def show_message(self, message: Message) -> None:
        self._busy = False
        self.notice.say(message.kind, " ".join(p for p in (message.title + ".", message.detail, message.safe) if p))
        for button in (self.import_button, self.sample_button, self.back_button):
            button.setEnabled(True)
        self._check()

    @property
    def step(self) -> int:
        """0, 1 or 2."""
        return self._stack.currentIndex()

    # -- inside ------------------------------------------------------------------------------------------------------

    def _show(self, step: int, *, title: str, lead: str) -> None:
        self.steps.show_step(step)
        self.title.setText(title)
        self.lead.setText(lead)
        self.notice.hide()
        self._stack.setCurrentIndex(step)

    @Slot()
    def _check(self) -> None:
        judgement = judge(self.passphrase.text())
        self.strength.show_judgement(judgement)
        same = bool(self.again.text()) and self.again.text() == self.passphrase.text()
        if not self.again.text():
            self.again_field.say("")
        elif same:
            self.again_field.say(self.tr("Both are the same"), Tone.OK)
        elif self.passphrase.text().startswith(self.again.text()):
            self.again_field.say("")
        else:
            self.again_field.say(self.tr("This differs from the passphrase above"), Tone.DANGER)
        right = self._groups_right()
        self.right_mark.setVisible(right)
        self.right_words.setText(self.tr("Right") if right else "")
        if self.step == 0:
            self.continue_button.setEnabled(judgement.acceptable and same and right and not self._busy)
        elif self.step == _TIMER:
            self.continue_button.setEnabled(bool(self.quick_line.field.text().strip()))

    def _groups_right(self) -> bool:
        if len(self._groups) < max(_CHECKED_GROUPS):
            return False
        wanted = [self._groups[n - 1].upper() for n in _CHECKED_GROUPS]
        return [field.text().strip().upper() for field in self.check_fields] == wanted

    def _forget_typed(self) -> None:
        for field in (self.passphrase, self.again, *self.check_fields):
            field.clear()
        self._groups = ()
        self.groups.show_groups(())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.step == 0:
            self._continue()
            return
        super().keyPressEvent(event)

    @Slot()
    def _continue(self) -> None:
        if self.step == 0 and self.continue_button.isEnabled():
            self.show_busy(self.tr("Making the store: this takes about a second."))
            self.intent.emit(CreateStore(self.passphrase.text(), use_keyring=self.keyring.isChecked()))
        elif self.step == _TIMER:
            self.quick_line.start()

    @Slot()
    def _back(self) -> None:
        if self.step == 0:
            self.intent.emit(Quit())
        else:
            self.done.emit()

    @Slot()
    def _print(self) -> None:
        self.intent.emit(KeepRecoveryKey(RecoveryKeyTo.PRINTER))

    @Slot()
    def _save(self) -> None:
        self.intent.emit(KeepRecoveryKey(RecoveryKeyTo.FILE))

    @Slot()
    def _copy(self) -> None:
        self.intent.emit(KeepRecoveryKey(RecoveryKeyTo.CLIPBOARD))

    @Slot()
    def _import(self) -> None:
        self.intent.emit(ChooseImport())

    @Slot()
    def _sample(self) -> None:
        self.intent.emit(LoadSample())

    @Slot(object)
    def _started(self, intent: object) -> None:
        self.intent.emit(intent)
        self.done.emit()


def _card_head(icon: Icon, title: str, *, note: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(IconMark(icon, size=20))
    words = Label(title, style=Style.SECTION)
    words.setMinimumWidth(words.sizeHint().width())  # The note beside it gives way first.
    row.addWidget(words)
    row.addStretch(1)
    row.addWidget(Label(note, style=Style.CAPTION, tone=Tone.SECOND))
    return row


def _offer(icon: Icon, title: str, *, note: str, text: str, points: tuple[str, ...], action: Button) -> QWidget:
    card = Card(padding=24)
    card.column.setSpacing(12)
    card.column.addLayout(_card_head(icon, title, note=note))
    card.column.addWidget(Label(text, tone=Tone.SECOND, wrap=True))
    card.column.addWidget(Hairline())
    for point in points:
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(IconMark(Icon.CHECK, size=16, tone=Tone.OK))
        line.addWidget(Label(point, tone=Tone.SECOND, wrap=True), 1)
        card.column.addLayout(line)
    card.column.addStretch(1)
    card.column.addWidget(action)
    return card
