"""The panel beside a week: the check as a list that fixes, what would go to the firm, and the way there and back.

Arrow keys walk, Enter does what is proposed, and the list goes on to its next line by itself. When nothing is left the
keyboard stands on Submit, then on Copy timesheet.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from engagedesk.domain.ids import AwayId
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.timesheet import decimal_hours
from engagedesk.domain.week_fixes import AnswerAway, Fix, Leave, LookAt, NameActivity, Narrate
from engagedesk.services.queries.week_check import WeekCheck
from engagedesk.services.queries.weeks import WeekState
from engagedesk.ui import intents
from engagedesk.ui.check_words import event_words
from engagedesk.ui.format import hm, locale, moment
from engagedesk.ui.intent import sending
from engagedesk.ui.intents import SheetFormat, WeekEntriesPurpose
from engagedesk.ui.pages.check_row import CheckRow
from engagedesk.ui.tab_order import follow_in_turn
from engagedesk.ui.theme import Icon, Style, Tone, px
from engagedesk.ui.widgets.button import Button, ButtonKind, LinkButton
from engagedesk.ui.widgets.card import Card, CardHeader, Hairline
from engagedesk.ui.widgets.states import IconMark
from engagedesk.ui.widgets.text import Label
from engagedesk.ui.words import counted

PANEL = 296


class _Figure(QWidget):
    """A name, its value at the other end, and a tick where it is a check that holds."""

    def __init__(self, name: str, *, ticked: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark(Icon.CHECK, size=14, tone=Tone.OK) if ticked else None
        self.name = Label(name, tone=Tone.SECOND)
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        self.value = Label("", style=Style.CAPTION if ticked else Style.BODY_MEDIUM, align=end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        if self._mark is not None:
            row.addWidget(self._mark)
        row.addWidget(self.name, 1)
        row.addWidget(self.value)

    def show_value(self, text: str, *, good: bool = True) -> None:
        self.value.setText(text)
        if self._mark is not None:
            self._mark.show_icon(Icon.CHECK if good else Icon.INFO, Tone.OK if good else Tone.WARN)
            self.value.set_tone(Tone.SECOND if good else Tone.WARN)
        self.setAccessibleName(f"{self.name.text()}: {text}")


class WeekCheckPanel(Card):
    """In by ``show_check`` and ``show_refusal``, out by ``intent``."""

    intent = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self._check: WeekCheck | None = None
        self._current = 0
        self._busy = False
        self._handed_in = False
        self._is_awaited = False
        """The keyboard comes here with the next answer."""
        self.rows: list[CheckRow] = []
        self.setMinimumWidth(px(PANEL))
        self.setMaximumWidth(px(PANEL))
        self.column.setSpacing(0)
        self.header = CardHeader(self.tr("Friday check"))
        self.header.row.setContentsMargins(16, 0, 16, 0)
        self.column.addSpacing(12)
        self.column.addWidget(self.header)
        self.column.addSpacing(4)
        self.column.addWidget(self._build_middle(), 1)
        self.column.addWidget(self._build_bottom())
        submit = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        submit.activated.connect(self._go_on)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build_middle(self) -> QScrollArea:
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 8, 8)
        column.setSpacing(0)
        self.returned = Label("", tone=Tone.DANGER, wrap=True)
        self.returned_button = LinkButton(self.tr("Show what came back"))
        self.returned_button.clicked.connect(self._show_returned)
        column.addLayout(_inset(self.returned, self.returned_button, bottom=4))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column.addLayout(self._list)
        self.clear = Label(self.tr("Nothing is left to look at."), tone=Tone.SECOND, wrap=True)
        column.addLayout(_inset(self.clear, bottom=8))
        self.left_button = LinkButton("")
        self.left_button.clicked.connect(self._show_left)
        column.addLayout(_inset(self.left_button, bottom=0))
        figures = QVBoxLayout()
        figures.setContentsMargins(8, 8, 8, 0)
        figures.setSpacing(2)
        self.standard = _Figure(self.tr("Standard hours"), ticked=True)
        self.adds_up = _Figure(self.tr("Every day adds up"), ticked=True)
        self.names = _Figure(self.tr("No other client named"), ticked=True)
        self.chargeable = _Figure(self.tr("Chargeable"))
        self.other = _Figure(self.tr("Not chargeable"))
        self.utilization = _Figure(self.tr("Utilization"))
        for figure in (self.standard, self.adds_up, self.names):
            figures.addWidget(figure)
        figures.addSpacing(6)
        figures.addWidget(Hairline())
        figures.addSpacing(6)
        for figure in (self.chargeable, self.other, self.utilization):
            figures.addWidget(figure)
        column.addLayout(figures)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.viewport().setAutoFillBackground(False)
        self.area.setWidget(inside)
        # The area has just made it opaque again.
        inside.setAutoFillBackground(False)
        return self.area

    def _build_bottom(self) -> QWidget:
        bottom = QWidget()
        column = QVBoxLayout(bottom)
        column.setContentsMargins(16, 8, 16, 16)
        column.setSpacing(2)
        column.addWidget(Hairline())
        column.addSpacing(6)
        self.held = _Figure(self.tr("Held back as drafts"))
        self.held_why = Label("", style=Style.CAPTION, tone=Tone.SECOND, wrap=True)
        self.happened = Label("", style=Style.CAPTION, tone=Tone.SECOND, wrap=True)
        column.addWidget(self.held)
        column.addWidget(self.held_why)
        column.addWidget(self.happened)
        column.addSpacing(8)
        self.submit_button = _WideButton("", kind=ButtonKind.PRIMARY, hint=self.tr("Ctrl Enter"))
        self.submit_button.clicked.connect(self._submit)
        self.copy_button = _WideButton(self.tr("Copy timesheet"), icon=Icon.COPY)
        self.copy_button.clicked.connect(self._copy)
        self.more_button = Button(icon=Icon.MORE, name=self.tr("More with this week"))
        self.more_button.clicked.connect(self._open_menu)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy_button, 1)
        row.addWidget(self.more_button)
        column.addWidget(self.submit_button)
        column.addSpacing(6)
        column.addLayout(row)
        return bottom

    def sizeHint(self) -> QSize:
        return QSize(px(PANEL), px(640))

    # -- showing -----------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_check(self, check: WeekCheck) -> None:
        """Show a week's check; after a fix the keyboard goes on to the next line, after the last to Submit."""
        before = self._check
        same_week = before is not None and before.week == check.week
        held_focus = self._holds_focus()
        place = self._current if same_week else 0
        key = self.rows[place].item.key if same_week and place < len(self.rows) else ""
        handed_in = same_week and self._handed_in and not check.goes
        awaited, self._is_awaited = self._is_awaited, False
        if before == check:
            self._busy = False
            if awaited:
                self.take_focus()
            return
        self._check, self._busy, self._handed_in = check, False, False
        self._show_items(check)
        places = {row.item.key: n for n, row in enumerate(self.rows)}
        self._set_current(places.get(key, min(place, max(0, len(self.rows) - 1))))
        self._show_figures(check)
        self._show_way(check)
        if handed_in:
            self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif held_focus or awaited:
            self.take_focus()

    def await_focus(self) -> None:
        """Take the keyboard once the check of the week that was asked for is here."""
        self._is_awaited = True

    @Slot(str, str)
    def show_refusal(self, key: str, words: str) -> None:
        """Say beside an item why its fix was refused."""
        self._busy = False
        self._handed_in = False
        for row in self.rows:
            if row.item.key == key:
                row.show_refusal(words)

    def take_focus(self) -> None:
        """Put the keyboard on the current line; where there is none, on what comes next for the week."""
        if self.rows:
            self.rows[self._current].take_focus()
        elif self.submit_button.isEnabled() and not self.submit_button.isHidden():
            self.submit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and focus.hasFocus()

    def _show_items(self, check: WeekCheck) -> None:
        gone, self.rows = self.rows, []
        # The keyboard runs from line to line as they go; that is nobody's wish.
        for old in gone:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        entries = {bytes(row.id): row for row in check.entries}
        self.rows = [CheckRow(item, entries, check.zone) for item in check.items]
        for row in self.rows:
            row.fixed.connect(self._fix)
            row.walked.connect(self._walk)
            row.jumped.connect(self._jump)
            row.focused.connect(self._on_focused)
            self._list.addWidget(row)
            # Else it would be shown a turn later, and the next key would go elsewhere.
            row.show()
        follow_in_turn(self.returned_button, *self.rows, self.left_button)
        count = len(self.rows)
        blocked = bool(check.blocks)
        self.header.note.setText(
            self.tr("{n} open").format(n=locale().toString(count)) if count else self.tr("All clear")
        )
        self.header.note.set_tone(Tone.DANGER if blocked else Tone.WARN if count else Tone.OK)
        self.clear.setVisible(not count)
        self.left_button.setVisible(check.left > 0)
        self.left_button.setText(
            counted(check.left, self.tr("{n} left as it is: show again"), self.tr("{n} left as they are: show again"))
        )
        self.left_button.setAccessibleName(self.left_button.text())

    def _show_figures(self, check: WeekCheck) -> None:
        full = check.worked_s >= check.standard_s
        self.standard.show_value(
            self.tr("{worked} of {standard} h").format(worked=hm(check.worked_s), standard=hm(check.standard_s)),
            good=full,
        )
        self.adds_up.show_value(self.tr("residual {time}").format(time=hm(check.residual_s)))
        self.names.show_value(
            self.tr("see above") if check.names_other_client else self.tr("all narratives"),
            good=not check.names_other_client,
        )
        self.chargeable.show_value(self.tr("{hours} h").format(hours=hm(check.chargeable_s)))
        self.other.show_value(self.tr("{hours} h").format(hours=hm(check.worked_s - check.chargeable_s)))
        per_mille = check.utilization_per_mille
        text = "–" if per_mille is None else self.tr("{n} %").format(n=locale().toString(round(per_mille / 10)))
        self.utilization.show_value(text)

    def _show_way(self, check: WeekCheck) -> None:
        """Show what would go, what stays, what has happened, and what is next."""
        reasons = dict.fromkeys(row.returned_reason for row in check.returned if row.returned_reason)
        words = counted(len(check.returned), self.tr("{n} entry was returned"), self.tr("{n} entries were returned"))
        self.returned.setText(self.tr("{what}: {why}").format(what=words, why="; ".join(reasons)) if reasons else words)
        self.returned.setVisible(bool(check.returned))
        self.returned_button.setVisible(bool(check.returned))
        self.held.setVisible(bool(check.held))
        self.held.show_value(self.tr("{hours} h").format(hours=hm(check.held_s)))
        why = self._held_words(check)
        self.held_why.setText(why)
        self.held_why.setVisible(bool(why))
        self.happened.setText(self._happened_words(check))
        goes = bool(check.goes)
        submitted = check.state in (WeekState.SUBMITTED, WeekState.POSTED, WeekState.PARTLY_SUBMITTED)
        hours = locale().toString(float(decimal_hours(check.sheet_s, check.increment_s)), "f", 2)
        self.submit_button.setText(
            self.tr("Submit the rest, {hours} h").format(hours=hm(check.goes_s))
            if submitted or check.returned
            else self.tr("Submit {hours} h").format(hours=hours)
        )
        self.submit_button.setAccessibleName(self.submit_button.text())
        self.submit_button.setVisible(goes)
        self.submit_button.setEnabled(goes and not check.blocks)
        self.copy_button.set_kind(ButtonKind.SECONDARY if goes else ButtonKind.PRIMARY)
        self.copy_button.setEnabled(bool(check.sheet_s))

    def _held_words(self, check: WeekCheck) -> str:
        if check.blocks:
            return counted(
                len(check.blocks),
                self.tr("{n} finding must be settled before the week can go."),
                self.tr("{n} findings must be settled before the week can go."),
            )
        standings = [standing for _, standing in check.held]
        awaiting = sum(one is CodeStanding.MISSING for one in standings)
        running = sum(one is CodeStanding.OPEN for one in standings)
        closed = len(standings) - awaiting - running
        parts = [
            counted(n, one, many)
            for n, one, many in (
                (closed, self.tr("{n} on a closed code"), self.tr("{n} on a closed code")),
                (awaiting, self.tr("{n} awaiting a code"), self.tr("{n} awaiting a code")),
                (running, self.tr("{n} still running"), self.tr("{n} still running")),
            )
            if n
        ]
        return ", ".join(parts)

    def _happened_words(self, check: WeekCheck) -> str:
        cutoff = self.tr("Cut-off {moment}").format(moment=moment(check.cutoff_utc, check.zone))
        if not check.events:
            return cutoff
        last = check.events[-1]
        said = self.tr("{what} {moment}").format(what=event_words(last), moment=moment(last.at_utc, check.zone))
        if last.reason:
            said = self.tr("{what}: {why}").format(what=said, why=last.reason)
        return self.tr("{first}. {second}").format(first=said, second=cutoff) if check.goes else said

    # -- walking and fixing ------------------------------------------------------------------------------------------

    def _set_current(self, place: int) -> None:
        self._current = place
        for n, row in enumerate(self.rows):
            if row.is_current != (n == place):
                row.set_current(current=n == place)

    @Slot(int)
    def _walk(self, step: int) -> None:
        place = self._current + step
        if not 0 <= place < len(self.rows):
            if step > 0:
                self.submit_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_current(place)
        self.rows[place].take_focus()
        self.area.ensureWidgetVisible(self.rows[place], 0, px(16))

    @Slot()
    def _on_focused(self) -> None:
        sender = self.sender()
        for n, row in enumerate(self.rows):
            if row is sender and n != self._current:
                self._set_current(n)
                row.take_focus()

    @Slot(object, str)
    def _fix(self, fix: Fix, text: str) -> None:
        check = self._check
        if check is None or self._busy or not self.rows:
            return
        row = self.rows[self._current]
        if isinstance(fix, LookAt):
            self._jump()
            return
        if isinstance(fix, AnswerAway):
            # Its own dialog asks; until that is answered the line stays.
            self.intent.emit(intents.AskAway(AwayId(fix.period)))
            return
        if isinstance(fix, Narrate) and text == fix.text and fix.wrong:
            # Read again and found right as it stands.
            fix = Leave()
        if isinstance(fix, Narrate | NameActivity) and not text:
            row.show_refusal(self.tr("Nothing was written."))
            return
        self._busy = True
        if isinstance(fix, Leave):
            self.intent.emit(intents.LeaveItem(check.week.label, row.item.key))
        else:
            self.intent.emit(intents.FixFinding(check.week.label, row.item.key, fix, text))

    @Slot()
    def _jump(self) -> None:
        if self.rows:
            finding = self.rows[self._current].item.finding
            self.intent.emit(intents.ShowEntry(finding.day, finding.entry, finding.span))

    @Slot()
    def _show_returned(self) -> None:
        if self._check is not None and self._check.returned:
            first = self._check.returned[0]
            self.intent.emit(intents.ShowEntry(first.work_day, first.id))

    @Slot()
    def _show_left(self) -> None:
        if self._check is not None:
            self.intent.emit(intents.ShowLeftItems(self._check.week.label))

    # -- to the firm and back ----------------------------------------------------------------------------------------

    @Slot()
    def _go_on(self) -> None:
        """Ctrl+Enter: the next step of the week, wherever the keyboard stands."""
        if not self.submit_button.isHidden():
            self._submit()
        else:
            self._copy()

    @Slot()
    def _submit(self) -> None:
        if self._check is not None and self.submit_button.isEnabled() and not self._busy:
            self._busy = self._handed_in = True
            self.intent.emit(intents.SubmitWeek(self._check.week.label))

    @Slot()
    def _copy(self) -> None:
        if self._check is not None and self.copy_button.isEnabled():
            self.intent.emit(intents.WriteTimesheet(self._check.week.label, SheetFormat.CLIPBOARD))

    @Slot()
    def _open_menu(self) -> None:
        self.menu().popup(self.more_button.mapToGlobal(self.more_button.rect().topLeft()))

    def menu(self) -> QMenu:
        """Return the menu of what else can be done with the week; what cannot be is grey."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        check = self._check
        if check is None:
            return menu
        week = check.week.label
        choose = intents.ChooseWeekEntries
        ways: tuple[tuple[str, intents.Intent, bool] | None, ...] = (
            (self.tr("Save as Excel…"), intents.WriteTimesheet(week, SheetFormat.XLSX), bool(check.sheet_s)),
            (self.tr("Save as CSV…"), intents.WriteTimesheet(week, SheetFormat.CSV), bool(check.sheet_s)),
            None,
            (self.tr("Recall the week…"), choose(week, WeekEntriesPurpose.RECALL), bool(check.submitted)),
            (self.tr("The firm returned it…"), choose(week, WeekEntriesPurpose.RETURN), bool(check.submitted)),
            (self.tr("Reverse posted time…"), choose(week, WeekEntriesPurpose.REVERSE), bool(check.posted)),
        )
        for way in ways:
            if way is None:
                menu.addSeparator()
                continue
            words, intent, possible = way
            menu.addAction(words, sending(self, intent)).setEnabled(possible)
        return menu


def _inset(*widgets: QWidget, bottom: int) -> QVBoxLayout:
    """Stand widgets in line with the words of the list."""
    column = QVBoxLayout()
    column.setContentsMargins(8, 0, 8, bottom)
    column.setSpacing(2)
    for widget in widgets:
        if isinstance(widget, LinkButton):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeading)
        else:
            column.addWidget(widget)
    return column


class _WideButton(Button):
    """A button as wide as its column."""

    def __init__(
        self, text: str, *, kind: ButtonKind = ButtonKind.SECONDARY, icon: Icon | None = None, hint: str = ""
    ) -> None:
        super().__init__(text, kind=kind, icon=icon, hint=hint)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.setSizePolicy(policy)
