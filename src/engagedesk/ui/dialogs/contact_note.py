"""The form that notes a contact with the client: when, how, with whom, about what."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from engagedesk.domain.client import UpdateChannel
from engagedesk.services.command import Command
from engagedesk.services.commands.clients import NOTE_LIMIT, NoteContact
from engagedesk.services.queries.clients import ClientPage
from engagedesk.services.queries.engagement_book import EngagementBook
from engagedesk.ui.dialogs.client_form import channel_word
from engagedesk.ui.dialogs.engagement_parts import PartForm
from engagedesk.ui.theme import Icon
from engagedesk.ui.widgets.form import ChoiceEntry, DayEntry, TextEntry
from engagedesk.ui.words import tr


class ContactNoteForm(PartForm):
    """A contact about one engagement; it shows in the portfolio as the last one."""

    def __init__(self, book: EngagementBook, client: ClientPage, *, today: date, parent: QWidget | None = None) -> None:
        super().__init__(tr("PartForm", "Note a contact"), book, icon=Icon.USERS, parent=parent)
        self.day = DayEntry(tr("PartForm", "Day"), field="contact.day", needed=True)
        ways = [(way, channel_word(way)) for way in UpdateChannel]
        self.channel = ChoiceEntry(tr("PartForm", "How"), ways, field="contact.channel")
        people: list[tuple[bytes | None, str]] = [(None, tr("PartForm", "Nobody in particular"))]
        people += [(one.id, one.facts.name) for one in client.contacts]
        self.contact = ChoiceEntry(tr("PartForm", "With"), people, field="contact.person")
        self.note = TextEntry(tr("PartForm", "About"), field="contact.note", limit=NOTE_LIMIT)
        self.day.set_value(today)
        self.channel.set_value(client.preferences.channel or UpdateChannel.CALL)
        self.contact.set_value(client.contacts[0].id if len(client.contacts) == 1 else None)
        self.lay_row(self.day, self.channel)
        self.lay_row(self.contact)
        self.lay_row(self.note)
        self.fit()

    def command(self) -> Command[Any]:
        day = self.day.value()
        assert day is not None  # noqa: S101  # the form does not save without it
        return NoteContact(
            self.book.id, day, self.channel.value(), contact=self.contact.value(), note=self.note.value()
        )
