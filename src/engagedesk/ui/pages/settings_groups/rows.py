"""Blocks that hold one value: yes or no, a number, a length of time, a choice, several choices, text, lines of text.

In by ``show_value`` and ``say``, out by ``edited``. What does not fit is said under the title and not sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from engagedesk.ui.format import hm, locale
from engagedesk.ui.pages.settings_groups.panel import Block
from engagedesk.ui.theme import Icon, Style, Tone, font, px
from engagedesk.ui.widgets.button import Button, ButtonKind
from engagedesk.ui.widgets.inputs import Check, Combo, TextField
from engagedesk.ui.widgets.text import Label

_NUMBER_PX: Final = 72
_TEXT_PX: Final = 260
_CHOICE_PX: Final = 220
_LONGEST: Final = 4_096


class ValueBlock(Block):
    """A block with a value, an undo to its default, and a line for what is wrong."""

    edited = Signal(object)
    """The new value; None = the default again."""

    def __init__(
        self, title: str, help_words: str = "", *, key: str = "", also: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, help_words, key=key, also=also, parent=parent)
        self._default: object = None
        self._resets = False
        self.wrong = Label("", style=Style.CAPTION_STRONG, tone=Tone.DANGER, wrap=True)
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.reset_button = Button(
            "", kind=ButtonKind.GHOST, icon=Icon.UNDO, height=28, name=self.tr("{what}: default").format(what=title)
        )
        self.reset_button.setToolTip(self.tr("Back to the default"))
        self.reset_button.clicked.connect(self._reset)

    def set_default(self, value: object) -> None:
        """Offer a way back to this value wherever another is shown."""
        self._default, self._resets = value, True
        # Before the control, so that the controls of all rows end in one line.
        self.row.insertWidget(1, self.reset_button, 0, Qt.AlignmentFlag.AlignTop)
        self.reset_button.hide()

    def show_value(self, value: Any) -> None:
        """Show a value; what was wrong before is gone."""
        self.say("")
        self.put(value)
        self.reset_button.setVisible(self._resets and value != self._default)

    def put(self, value: Any) -> None:
        raise NotImplementedError

    def say(self, words: str) -> None:
        """Say what is wrong; "" = nothing."""
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))

    @Slot()
    def _reset(self) -> None:
        self.edited.emit(None)


class SwitchBlock(ValueBlock):
    """Yes or no."""

    def __init__(self, title: str, help_words: str = "", *, key: str = "", also: str = "") -> None:
        super().__init__(title, help_words, key=key, also=also)
        self.check = Check("")
        self.check.setAccessibleName(title)
        self.check.setAccessibleDescription(help_words)
        self.check.clicked.connect(self._send)
        self.at_end(self.check)

    def put(self, value: bool) -> None:  # noqa: FBT001  # the value of the row
        self.check.setChecked(value)

    @Slot()
    def _send(self) -> None:
        self.edited.emit(self.check.isChecked())


class TextBlock(ValueBlock):
    """One line of text, sent when it is left or Enter is pressed."""

    def __init__(
        self,
        title: str,
        help_words: str = "",
        *,
        key: str = "",
        also: str = "",
        unit: str = "",
        width: int = _TEXT_PX,
        placeholder: str = "",
    ) -> None:
        super().__init__(title, help_words, key=key, also=also)
        self._shown = ""
        self.field = TextField(name=title, placeholder=placeholder)
        self.field.setAccessibleDescription(help_words)
        self.field.setMaxLength(_LONGEST)
        self.field.setFixedWidth(px(width))
        self.field.editingFinished.connect(self._send)
        self.field.installEventFilter(self)
        self.at_end(self.field)
        if unit:
            word = Label(unit, tone=Tone.SECOND)
            word.setFixedHeight(self.field.height())
            word.setMinimumWidth(px(36))
            self.at_end(word)

    def put(self, value: Any) -> None:
        self._shown = self.words_of(value)
        self.field.setText(self._shown)

    def say(self, words: str) -> None:
        super().say(words)
        self.field.set_wrong(words)

    def words_of(self, value: Any) -> str:
        return str(value)

    def value_of(self, text: str) -> Any:
        """Return the value of a text; ``ValueError`` with the words to show where it is none."""
        if "\0" in text:
            raise ValueError(self.tr("It has a letter that no text can hold"))
        return text.strip()

    def step(self, _up: int) -> None:
        """Go to the next value; a text has none."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            way = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if way is not None:
                self.step(way)
                return True
            if event.key() == Qt.Key.Key_Escape and self.field.text() != self._shown:
                self.field.setText(self._shown)
                self.say("")
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _send(self) -> None:
        text = self.field.text()
        if text == self._shown:
            self.say("")
            return
        try:
            value = self.value_of(text)
        except ValueError as error:
            self.say(str(error))
            return
        self.say("")
        self._shown = text
        self.edited.emit(value)


class NumberBlock(TextBlock):
    """A whole number in a range; the arrow keys step it. ``scale`` is how many of the value make one shown."""

    def __init__(
        self,
        title: str,
        help_words: str = "",
        *,
        key: str = "",
        also: str = "",
        unit: str = "",
        low: int | None = None,
        high: int | None = None,
        scale: int = 1,
    ) -> None:
        super().__init__(title, help_words, key=key, also=also, unit=unit, width=_NUMBER_PX)
        self._unit = unit
        self._low, self._high, self._scale = low, high, scale
        self.field.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def words_of(self, value: int) -> str:
        return locale().toString(value // self._scale)

    def value_of(self, text: str) -> int:
        number, is_number = locale().toLongLong(text.strip())
        low, high = self._low, self._high
        if not is_number:
            raise ValueError(self.tr("Type a whole number"))
        if (low is not None and number < low) or (high is not None and number > high):
            ends = {"low": locale().toString(low or 0), "high": locale().toString(high or 0), "unit": self._unit}
            raise ValueError(self.tr("From {low} to {high} {unit}").format(**ends).strip())
        return int(number) * self._scale

    def step(self, up: int) -> None:
        number, is_number = locale().toLongLong(self.field.text().strip())
        if is_number:
            nearest = max(number + up, self._low if self._low is not None else number + up)
            self.field.setText(locale().toString(min(nearest, self._high if self._high is not None else nearest)))


class LengthBlock(TextBlock):
    """A length of time or a time of day as ``h:mm``; the value is in units of ``unit_s`` seconds."""

    def __init__(
        self, title: str, help_words: str = "", *, key: str = "", also: str = "", unit_s: int = 1, most_s: int = 86_400
    ) -> None:
        super().__init__(title, help_words, key=key, also=also, width=_NUMBER_PX)
        self._unit_s, self._most_s = unit_s, most_s
        self.field.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)

    def words_of(self, value: int) -> str:
        return hm(value * self._unit_s)

    def value_of(self, text: str) -> int:
        seconds = seconds_of(text)
        if seconds is None or seconds > self._most_s:
            raise ValueError(self.tr("Type hours and minutes, as in 7:30"))
        return seconds // self._unit_s


class ChoiceBlock(ValueBlock):
    """One of several values, each with its words."""

    def __init__(
        self,
        title: str,
        help_words: str,
        options: Sequence[tuple[object, str]],
        *,
        key: str = "",
        also: str = "",
    ) -> None:
        super().__init__(title, help_words, key=key, also=" ".join((also, *(words for _, words in options))))
        self._values = [value for value, _ in options]
        self.combo = Combo(name=title)
        self.combo.setAccessibleDescription(help_words)
        self.combo.setMinimumWidth(px(_CHOICE_PX))
        self.combo.addItems([words for _, words in options])
        self.combo.activated.connect(self._send)
        self.at_end(self.combo)

    def put(self, value: object) -> None:
        self.combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @Slot()
    def _send(self) -> None:
        self.edited.emit(self._values[self.combo.currentIndex()])


class ManyBlock(ValueBlock):
    """Several of some values, as check boxes; the value is a frozen set."""

    def __init__(
        self, title: str, help_words: str, options: Sequence[tuple[Any, str]], *, key: str = "", also: str = ""
    ) -> None:
        super().__init__(title, help_words, key=key, also=" ".join((also, *(words for _, words in options))))
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        self.checks: dict[Any, Check] = {}
        half = (len(options) + 1) // 2
        for number, (value, words) in enumerate(options):
            check = Check(words)
            check.clicked.connect(self._send)
            self.checks[value] = check
            grid.addWidget(check, number % half, number // half)
        self.below(body)

    def put(self, value: Iterable[object]) -> None:
        wanted = set(value)
        for one, check in self.checks.items():
            check.setChecked(one in wanted)

    @Slot()
    def _send(self) -> None:
        self.edited.emit(frozenset(value for value, check in self.checks.items() if check.isChecked()))


class LinesBlock(ValueBlock):
    """Some lines of text, sent when they are left. ``read`` raises ``ValueError`` with words for a bad line."""

    def __init__(
        self,
        title: str,
        help_words: str,
        *,
        write: Callable[[Any], str],
        read: Callable[[str], Any],
        key: str = "",
        also: str = "",
    ) -> None:
        super().__init__(title, help_words, key=key, also=also)
        self._write, self._read = write, read
        self._shown = ""
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(title)
        self.edit.setAccessibleDescription(help_words)
        self.edit.setTabChangesFocus(True)
        self.edit.setFont(font(Style.BODY))
        self.edit.setFixedHeight(px(92))
        self.edit.installEventFilter(self)
        self.below(self.edit)

    def put(self, value: Any) -> None:
        self._shown = self._write(value)
        self.edit.setPlainText(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and event.type() == QEvent.Type.FocusOut:
            self._send()
        return super().eventFilter(watched, event)

    def _send(self) -> None:
        text = self.edit.toPlainText()
        if text == self._shown:
            self.say("")
            return
        try:
            value = self._read(text)
        except ValueError as error:
            self.say(str(error))
            return
        self._shown = text
        self.edited.emit(value)


class WeekBlock(ValueBlock):
    """Seven lengths of time, Monday to Sunday, side by side; the value is a tuple of seconds."""

    def __init__(self, title: str, help_words: str, days: Sequence[str], *, key: str = "", also: str = "") -> None:
        """``days`` are the names of the weekdays, Monday first."""
        super().__init__(title, help_words, key=key, also=also)
        self._value: tuple[int, ...] = ()
        self.fields: list[TextField] = []
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(2)
        for number, day in enumerate(days):
            field = TextField(name=self.tr("{what}, {day}").format(what=title, day=day))
            field.setMaxLength(8)
            field.setFixedWidth(px(72))
            field.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            field.editingFinished.connect(self._send)
            self.fields.append(field)
            grid.addWidget(Label(day, style=Style.CAPTION, tone=Tone.SECOND), 0, number)
            grid.addWidget(field, 1, number)
        across = QHBoxLayout()
        across.addWidget(body)
        across.addStretch(1)
        self.column.addLayout(across)

    def put(self, value: Sequence[int]) -> None:
        self._value = tuple(value)
        for field, seconds in zip(self.fields, value, strict=True):
            field.setText(hm(seconds))

    @Slot()
    def _send(self) -> None:
        found = [seconds_of(field.text()) for field in self.fields]
        for field, seconds in zip(self.fields, found, strict=True):
            field.set_wrong("" if seconds is not None and seconds <= 86_400 else self.title)
        if None in found or max(seconds or 0 for seconds in found) > 86_400:
            self.say(self.tr("Type hours and minutes, as in 7:30"))
            return
        value = tuple(seconds or 0 for seconds in found)
        self.say("")
        if value != self._value:
            self._value = value
            self.edited.emit(value)


def seconds_of(text: str) -> int | None:
    """Return the seconds of ``7:30``, ``7.5``, ``7,5`` or ``7``; None where it is none of them."""
    hours, colon, minutes = text.strip().partition(":")
    if colon:
        fits = hours.isascii() and hours.isdigit() and minutes.isascii() and minutes.isdigit()
        if not fits or len(hours) > 3 or len(minutes) != 2 or int(minutes) > 59:
            return None
        return int(hours) * 3600 + int(minutes) * 60
    whole, _, part = text.strip().replace(",", ".").partition(".")
    if not (whole.isascii() and whole.isdigit()) or len(whole) > 3 or len(part) > 2 or not (part or "0").isdigit():
        return None
    return int(whole) * 3600 + round(int((part or "0").ljust(2, "0")) * 36)
