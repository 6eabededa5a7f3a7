"""Fields of a form: each reads a typed value, says beside itself what is wrong, and knows which errors are its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

from engagedesk.errors import UserError
from engagedesk.ui.controllers.messages import sentences, words_for
from engagedesk.ui.format import locale
from engagedesk.ui.theme import Style, Tone, font, px
from engagedesk.ui.typed_facts import (
    amount_text,
    day_text,
    hours_text,
    typed_amount,
    typed_day,
    typed_hours,
)
from engagedesk.ui.widgets.inputs import Check, Combo, Field, TextField
from engagedesk.ui.words import tr

_ROOM: Final = 1_000_000
"""Letters that a field takes: what is too long is said, never cut in silence."""
_EXAMPLE: Final = date(2026, 12, 31)
_STEPS: Final = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}


def field_words(error: UserError) -> str:
    """Return an error as one line beside the field that it is about."""
    if error.code == "text.required":
        return tr("Form", "Please fill this in.")
    if error.code == "text.too_long":
        length, limit = error.params["length"], error.params["limit"]
        assert isinstance(length, int)  # noqa: S101  # as ``commands/text.py`` raises it
        assert isinstance(limit, int)  # noqa: S101
        return tr("Form", "{length} letters are too many; {limit} are possible.").format(
            length=locale().toString(length), limit=locale().toString(limit)
        )
    words = words_for(error)
    return sentences(words.title, words.hint)


class FormField(Field):
    """A labelled control; ``field`` is the code that errors name it by, ``codes`` are errors that are its own."""

    edited = Signal()

    def __init__(self, label: str, control: QWidget, *, field: str, codes: Sequence[str] = (), hint: str = "") -> None:
        super().__init__(label, control)
        self.field = field
        self.codes = frozenset(codes)
        self._hint = hint
        if hint:
            self.say(hint)

    def value(self) -> Any:
        """Return what is meant; ``UserError`` where it means nothing."""
        raise NotImplementedError

    def check(self) -> bool:
        """Say what is wrong, or nothing; return whether the value can be used."""
        try:
            self.value()
        except UserError as error:
            self.refuse(error)
            return False
        self.say(self._hint)
        return True

    def owns(self, error: UserError) -> bool:
        return error.params.get("field") == self.field or error.code in self.codes

    def refuse(self, error: UserError) -> None:
        self.say(field_words(error), Tone.DANGER)

    @Slot()
    def _changed(self) -> None:
        # While somebody types, an error goes as soon as it is put right; a new one waits until the field is left.
        self.say(self._hint)
        self.edited.emit()

    @Slot()
    def _left(self) -> None:
        self.check()


class TextEntry(FormField):
    """A line of text."""

    control: TextField

    def __init__(
        self,
        label: str,
        *,
        field: str,
        codes: Sequence[str] = (),
        hint: str = "",
        limit: int = 200,
        needed: bool = False,
        placeholder: str = "",
        offers: Sequence[str] = (),
    ) -> None:
        control = TextField(name=label, placeholder=placeholder)
        control.setMaxLength(_ROOM)
        super().__init__(label, control, field=field, codes=codes, hint=hint)
        self._limit = limit
        self._needed = needed
        if offers:
            completer = QCompleter(list(offers), control)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            control.setCompleter(completer)
        control.textChanged.connect(self._changed)
        control.editingFinished.connect(self._left)

    def set_value(self, text: str) -> None:
        self.control.setText(text)
        self.control.setCursorPosition(0)

    def value(self) -> str:
        text = self.control.text().strip()
        if self._needed and not text:
            raise UserError("text.required", field=self.field)
        if len(text) > self._limit:
            raise UserError("text.too_long", field=self.field, limit=self._limit, length=len(text))
        return text

    @Slot()
    def _left(self) -> None:
        # An empty field that was only passed through is not wrong yet.
        if self.control.text():
            super()._left()


class NoteEntry(FormField):
    """Several lines of text."""

    control: QPlainTextEdit

    def __init__(
        self,
        label: str,
        *,
        field: str,
        codes: tuple[str, ...] = (),
        limit: int = 2_000,
        rows: int = 3,
        hint: str = "",
    ) -> None:
        control = QPlainTextEdit()
        control.setAccessibleName(label)
        control.setTabChangesFocus(True)
        control.setFont(font(Style.BODY))
        control.setFixedHeight(px(14 + 20 * rows))
        super().__init__(label, control, field=field, codes=codes, hint=hint)
        self._limit = limit
        control.textChanged.connect(self._changed)

    def set_value(self, text: str) -> None:
        self.control.setPlainText(text)

    def value(self) -> str:
        text = self.control.toPlainText().strip()
        if len(text) > self._limit:
            raise UserError("text.too_long", field=self.field, limit=self._limit, length=len(text))
        return text


class DayEntry(FormField):
    """A day; Up and Down move it by a day, Page Up and Page Down by a week."""

    control: TextField

    def __init__(
        self, label: str, *, field: str, codes: Sequence[str] = (), needed: bool = False, hint: str = ""
    ) -> None:
        example = day_text(_EXAMPLE)
        control = TextField(name=label, placeholder=example)
        control.setMaxLength(_ROOM)
        control.setAccessibleDescription(tr("Form", "A date such as {example}").format(example=example))
        super().__init__(label, control, field=field, codes=codes, hint=hint)
        self._needed = needed
        control.installEventFilter(self)
        control.textChanged.connect(self._changed)
        control.editingFinished.connect(self._left)

    def set_value(self, day: date | None) -> None:
        self.control.setText(day_text(day))

    def value(self) -> date | None:
        day = typed_day(self.control.text())
        if day is None and self._needed:
            raise UserError("form.day_missing", field=self.field)
        return day

    def day(self) -> date:
        """Return the value of a field that needs one."""
        found = self.value()
        if found is None:
            raise UserError("form.day_missing", field=self.field)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _move(self, days: int) -> None:
        try:
            day = typed_day(self.control.text())
            if day is not None:
                self.set_value(day + timedelta(days=days))
        except (UserError, OverflowError):
            # What is no date cannot be moved; leaving the field says so.
            return

    @Slot()
    def _left(self) -> None:
        if self.control.text() and self.check():
            day = typed_day(self.control.text())
            if self.control.text() != day_text(day):
                self.control.setText(day_text(day))


class AmountEntry(FormField):
    """An amount in whole units of a currency that may change while the form is open."""

    control: TextField

    def __init__(self, label: str, *, field: str, codes: Sequence[str] = (), needed: bool = False) -> None:
        control = TextField(name=label)
        control.setMaxLength(_ROOM)
        super().__init__(label, control, field=field, codes=codes)
        self.currency = "GBP"
        self._needed = needed
        control.textChanged.connect(self._changed)
        control.editingFinished.connect(self._left)

    def set_value(self, minor: int | None, currency: str) -> None:
        self.currency = currency
        self.control.setText(amount_text(minor, currency))

    def value(self) -> int | None:
        minor = typed_amount(self.control.text(), self.currency)
        if minor is None and self._needed:
            raise UserError("text.required", field=self.field)
        return minor

    @Slot()
    def _left(self) -> None:
        if self.control.text():
            super()._left()


class HoursEntry(FormField):
    """Hours, as decimals or as h:mm."""

    control: TextField

    def __init__(self, label: str, *, field: str, codes: Sequence[str] = (), hint: str = "") -> None:
        control = TextField(name=label)
        control.setMaxLength(_ROOM)
        super().__init__(label, control, field=field, codes=codes, hint=hint)
        control.textChanged.connect(self._changed)
        control.editingFinished.connect(self._left)

    def set_value(self, seconds: int | None) -> None:
        self.control.setText(hours_text(seconds))

    def value(self) -> int | None:
        return typed_hours(self.control.text())


class ChoiceEntry(FormField):
    """One of several values."""

    control: Combo

    def __init__(
        self, label: str, choices: Sequence[tuple[Any, str]], *, field: str, codes: Sequence[str] = (), hint: str = ""
    ) -> None:
        control = Combo(name=label)
        super().__init__(label, control, field=field, codes=codes, hint=hint)
        self._values = [value for value, _ in choices]
        control.addItems([words for _, words in choices])
        control.setMinimumContentsLength(6)
        control.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        control.currentIndexChanged.connect(self._changed)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; the first one is chosen, and nothing is told."""
        quiet = QSignalBlocker(self.control)
        self._values = [value for value, _ in choices]
        self.control.clear()
        self.control.addItems([words for _, words in choices])
        quiet.unblock()

    def set_value(self, value: Any) -> None:
        """Choose a value; the first one where it is not offered."""
        self.control.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def value(self) -> Any:
        place = self.control.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None


class TickEntry(FormField):
    """Yes or no; its words stand beside the box."""

    control: Check

    def __init__(self, text: str, *, field: str, hint: str = "") -> None:
        control = Check(text)
        super().__init__("", control, field=field, hint=hint)
        self.hide_label()
        control.toggled.connect(self._changed)

    def set_value(self, on: bool) -> None:  # noqa: FBT001 -- a setter of one property
        self.control.setChecked(on)

    def value(self) -> bool:
        return self.control.isChecked()
