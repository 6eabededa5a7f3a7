"""The forms of a client and of its contacts."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QWidget

from engagedesk.domain.client import ClientPreferences, UpdateChannel, UpdateFormat, UpdateFrequency
from engagedesk.domain.ids import ClientId
from engagedesk.services.command import Command
from engagedesk.services.commands.clients import (
    AddContact,
    ChangeClient,
    ContactFacts,
    EditContact,
    RemoveClient,
    RemoveContact,
)
from engagedesk.services.commands.engagements import AddClient, ClientFacts
from engagedesk.services.queries.clients import ClientPage, ContactRow
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.theme import Icon, make_icon
from engagedesk.ui.theme.theme import tokens_of
from engagedesk.ui.widgets.form import ChoiceEntry, NoteEntry, TextEntry, TickEntry
from engagedesk.ui.words import tr


def format_word(value: UpdateFormat) -> str:
    return {
        UpdateFormat.EMAIL: tr("Client", "E-mail text"),
        UpdateFormat.DOCUMENT: tr("Client", "Document"),
        UpdateFormat.SLIDES: tr("Client", "Slides"),
        UpdateFormat.SPREADSHEET: tr("Client", "Spreadsheet"),
    }[value]


def frequency_word(value: UpdateFrequency) -> str:
    return {
        UpdateFrequency.WEEKLY: tr("Client", "Weekly"),
        UpdateFrequency.FORTNIGHTLY: tr("Client", "Every two weeks"),
        UpdateFrequency.MONTHLY: tr("Client", "Monthly"),
        UpdateFrequency.MILESTONES: tr("Client", "At milestones"),
        UpdateFrequency.ON_REQUEST: tr("Client", "When asked"),
    }[value]


def channel_word(value: UpdateChannel) -> str:
    return {
        UpdateChannel.EMAIL: tr("Client", "E-mail"),
        UpdateChannel.CALL: tr("Client", "Call"),
        UpdateChannel.MEETING: tr("Client", "Meeting"),
        UpdateChannel.PORTAL: tr("Client", "Portal"),
    }[value]


def colour_names() -> tuple[str, ...]:
    """Return the palette's colours by name, in its order."""
    return (
        tr("Client", "Violet"),
        tr("Client", "Magenta"),
        tr("Client", "Olive"),
        tr("Client", "Slate"),
        tr("Client", "Clay"),
        tr("Client", "Indigo"),
        tr("Client", "Lilac"),
        tr("Client", "Graphite"),
        tr("Client", "Plum"),
        tr("Client", "Ochre"),
        tr("Client", "Moss"),
    )


def _or_nothing(values: Sequence[tuple[StrEnum, str]]) -> list[tuple[StrEnum | None, str]]:
    return [(None, tr("Client", "Not said")), *values]


class ClientForm(FormSheet):
    """A client's names, colour and wishes; None as ``page`` makes a new one."""

    def __init__(self, page: ClientPage | None, *, free_code_name: str, parent: QWidget | None = None) -> None:
        title = tr("Client", "Edit client") if page else tr("Client", "New client")
        removable = page is not None and not page.engagements
        super().__init__(title, width=620, icon=Icon.USERS, save=tr("Client", "Save"),
                         remove=tr("Client", "Remove client") if removable else "", parent=parent)  # fmt: skip
        self._page = page
        facts = page.facts if page else ClientFacts("", code_name=free_code_name)
        wishes = page.preferences if page else ClientPreferences()
        self.name = TextEntry(tr("Client", "Name"), field="client.name", needed=True)
        self.short = TextEntry(tr("Client", "Short name"), field="client.short_name", limit=40,
                               hint=tr("Client", "For narrow places; made from the name if empty."))  # fmt: skip
        self.code_name = TextEntry(tr("Client", "Code name"), field="client.code_name", limit=60,
                                   codes=("client.code_name_missing",),
                                   hint=tr("Client", "Stands in exports, calendars and notifications."))  # fmt: skip
        self.everywhere = TickEntry(
            tr("Client", "Show the code name everywhere"),
            field="client.code_name_everywhere",
            hint=tr("Client", "In lists, the sidebar and the timer too. The name stays in this form."),
        )
        colours = [(None, tr("Client", "Least used"))] if page is None else []
        named = [(number, name) for number, name in enumerate(colour_names())]
        self.colour = ChoiceEntry(tr("Client", "Colour"), [*colours, *named], field="client.colour")
        for number in range(len(named)):
            icon = make_icon(Icon.DOT, tokens_of(self).client(number), 12)
            self.colour.control.setItemIcon(number + len(colours), icon)
        self.note = NoteEntry(tr("Client", "Note"), field="client.note", rows=2)
        self.language = TextEntry(tr("Client", "Language"), field="client.language",
                                  offers=("English", "German", "French", "Spanish", "Italian", "Dutch"))  # fmt: skip
        self.format = ChoiceEntry(tr("Client", "Format"), _or_nothing([(f, format_word(f)) for f in UpdateFormat]),
                                  field="client.format")  # fmt: skip
        often = [(f, frequency_word(f)) for f in UpdateFrequency]
        self.frequency = ChoiceEntry(tr("Client", "How often"), _or_nothing(often), field="client.frequency")
        ways = [(c, channel_word(c)) for c in UpdateChannel]
        self.channel = ChoiceEntry(tr("Client", "By"), _or_nothing(ways), field="client.channel")
        self.recipients = TextEntry(tr("Client", "To whom"), field="client.recipients", limit=4_000,
                                    codes=("client.recipients",),
                                    hint=tr("Client", "Several are separated by commas."))  # fmt: skip
        self.best_time = TextEntry(tr("Client", "Best time"), field="client.best_time",
                                   placeholder=tr("Client", "Tuesday mornings, not at month end"))  # fmt: skip
        self.name.set_value(facts.name)
        self.short.set_value(facts.short_name)
        self.code_name.set_value(facts.code_name)
        self.everywhere.set_value(facts.code_name_everywhere)
        self.colour.set_value(facts.colour)
        self.note.set_value(facts.note)
        self.language.set_value(wishes.language)
        self.format.set_value(wishes.format)
        self.frequency.set_value(wishes.frequency)
        self.channel.set_value(wishes.channel)
        self.recipients.set_value(", ".join(wishes.recipients))
        self.best_time.set_value(wishes.best_time)
        self.lay_row(self.name)
        self.lay_row(self.short, self.code_name, self.colour, shares=(4, 4, 4))
        self.lay_row(self.everywhere)
        wanted = [self.language, self.format, self.frequency, self.channel, self.recipients, self.best_time]
        if page is not None:
            self.lay_heading(tr("Client", "How it wants to hear from the team"))
            self.lay_row(self.language, self.format, self.frequency, self.channel, shares=(3, 3, 3, 3))
            self.lay_row(self.recipients, self.best_time, shares=(6, 6))
        else:
            for field in wanted:
                field.setParent(self)
                field.hide()
        self.lay_row(self.note)
        self.fit()

    def command(self) -> Command[Any]:
        facts = ClientFacts(
            self.name.value(),
            self.code_name.value(),
            self.short.value(),
            self.colour.value(),
            self.everywhere.value(),
            self.note.value(),
        )
        if self._page is None:
            return AddClient(facts)
        wishes = ClientPreferences(
            self.language.value(),
            self.format.value(),
            self.frequency.value(),
            self.channel.value(),
            tuple(one.strip() for one in self.recipients.value().replace(";", ",").split(",") if one.strip()),
            self.best_time.value(),
        )
        return ChangeClient(self._page.id, facts, wishes, self._page.version)

    def removal(self) -> Command[Any] | None:
        return None if self._page is None else RemoveClient(self._page.id)


class ContactForm(FormSheet):
    """A person at a client."""

    def __init__(self, client: ClientId, label: str, row: ContactRow | None, *, parent: QWidget | None = None) -> None:
        title = tr("Client", "Contact") if row else tr("Client", "New contact")
        super().__init__(title, width=480, icon=Icon.USERS, save=tr("Client", "Save"),
                         remove=tr("Client", "Remove contact") if row else "", parent=parent)  # fmt: skip
        self._client, self._row = client, row
        self.aside.setText(label)
        facts = row.facts if row else ContactFacts("")
        self.name = TextEntry(tr("Client", "Name"), field="contact.name", needed=True)
        self.role = TextEntry(tr("Client", "Role"), field="contact.role",
                              placeholder=tr("Client", "Finance director"))  # fmt: skip
        self.email = TextEntry(tr("Client", "E-mail"), field="contact.email", limit=320)
        self.phone = TextEntry(tr("Client", "Phone"), field="contact.phone", limit=100)
        self.name.set_value(facts.name)
        self.role.set_value(facts.role)
        self.email.set_value(facts.email)
        self.phone.set_value(facts.phone)
        self.lay_row(self.name, self.role)
        self.lay_row(self.email, self.phone)
        self.fit()

    def command(self) -> Command[Any]:
        facts = ContactFacts(self.name.value(), self.role.value(), self.email.value(), self.phone.value())
        if self._row is None:
            return AddContact(self._client, facts)
        return EditContact(self._row.id, facts, self._row.version)

    def removal(self) -> Command[Any] | None:
        return None if self._row is None else RemoveContact(self._row.id)
