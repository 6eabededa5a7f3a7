"""The form that notes a contact with the client: when, how, with whom, about what; and mends what was noted before."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from engagedesk.domain.client import UpdateChannel
from engagedesk.services.command import Command
from engagedesk.services.commands.clients import NOTE_LIMIT, EditContactNote, NoteContact, RemoveContactNote
from engagedesk.services.queries.clients import ClientPage, ContactNoteRow
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.ui.dialogs.client_form import channel_word
from engagedesk.ui.dialogs.engagement_parts import PartForm
from engagedesk.ui.format import day_short
from engagedesk.ui.theme import Icon
from engagedesk.ui.widgets.form import ChoiceEntry, DayEntry, TextEntry
from engagedesk.ui.widgets.showing import set_shown
from engagedesk.ui.words import tr

MOST_LETTERS: Final = 60
"""Of a note in the list to choose from; the field below has all of it."""


class ContactNoteForm(PartForm):
    """A contact about one engagement, a new one first of all; the last one shows in the portfolio."""

    def __init__(
        self,
        book: EngagementBook,
        client: ClientPage,
        notes: tuple[ContactNoteRow, ...] = (),
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("PartForm", "Note a contact"), book, icon=Icon.USERS, parent=parent)
        self._new = ContactNoteRow(
            b"", 0, today, client.preferences.channel or UpdateChannel.CALL,
            client.contacts[0].id if len(client.contacts) == 1 else None, "",
        )  # fmt: skip
        self._notes = {one.id: one for one in (self._new, *notes)}
        which = [(one.id, _words(one)) for one in notes]
        self.which = ChoiceEntry(
            tr("PartForm", "Contact"), [(b"", tr("PartForm", "A new one")), *which], field="contact.which"
        )
        self.day = DayEntry(tr("PartForm", "Day"), field="contact.day", needed=True)
        ways = [(way, channel_word(way)) for way in UpdateChannel]
        self.channel = ChoiceEntry(tr("PartForm", "How"), ways, field="contact.channel")
        people: list[tuple[bytes | None, str]] = [(None, tr("PartForm", "Nobody in particular"))]
        people += [(one.id, one.facts.name) for one in client.contacts]
        self.contact = ChoiceEntry(tr("PartForm", "With"), people, field="contact.person")
        self.note = TextEntry(tr("PartForm", "About"), field="contact.note", limit=NOTE_LIMIT)
        self.lay_row(self.which)
        self.lay_row(self.day, self.channel)
        self.lay_row(self.contact)
        self.lay_row(self.note)
        self.remove_button.setText(tr("PartForm", "Remove the note"))
        self.remove_button.setAccessibleName(self.remove_button.text())
        set_shown(self.which, shown=bool(notes))
        self.which.set_value(b"")
        self.which.edited.connect(self._show_chosen)
        self._show_chosen()
        self.fit()

    def begin(self) -> None:
        # Most often a new one is noted: the choice of an earlier one is a step back.
        self.day.control.setFocus()

    def command(self) -> Command[Any]:
        day, seen = self.day.value(), self._notes[self.which.value()]
        assert day is not None  # noqa: S101  # the form does not save without it
        channel, contact, note = self.channel.value(), self.contact.value(), self.note.value()
        if seen is self._new:
            return NoteContact(self.book.id, day, channel, contact=contact, note=note)
        return EditContactNote(seen.id, day, channel, contact, note, seen.version)

    def removal(self) -> Command[Any] | None:
        seen = self._notes[self.which.value()]
        return None if seen is self._new else RemoveContactNote(seen.id)

    @Slot()
    def _show_chosen(self) -> None:
        seen = self._notes[self.which.value()]
        self.day.set_value(seen.day)
        self.channel.set_value(seen.channel)
        self.contact.set_value(seen.contact)
        self.note.set_value(seen.note)
        set_shown(self.remove_button, shown=seen is not self._new)


def _words(note: ContactNoteRow) -> str:
    about = note.note if len(note.note) <= MOST_LETTERS else note.note[: MOST_LETTERS - 1] + "…"
    words = tr("PartForm", "{day}, {way}: {note}") if about else tr("PartForm", "{day}, {way}")
    return words.format(day=day_short(note.day), way=channel_word(note.channel), note=about)
