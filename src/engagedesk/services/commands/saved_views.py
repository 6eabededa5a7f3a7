"""Commands about views of a page that somebody named."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from sqlalchemy import select

from engagedesk.errors import UserError
from engagedesk.models.schedule import SavedView
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.text import required

MOST_LETTERS: Final = 20_000


@dataclass(frozen=True)
class SaveView(Command[bytes]):
    """Keep a page's view under a name; one of that name is replaced."""

    label: ClassVar[str] = "save view"

    page: str
    name: str
    data: Mapping[str, Any] = field(hash=False)
    """JSON-compatible; the page alone knows what it means."""

    def apply(self, session: WriteSession) -> bytes:
        name, page = required(self.name, "view.name"), required(self.page, "view.page", limit=40)
        data = dict(self.data)
        if len(json.dumps(data)) > MOST_LETTERS:
            raise UserError("view.too_large")
        row = session.scalar(select(SavedView).where(SavedView.page == page, SavedView.name == name))
        if row is None:
            row = SavedView(id=session.new_id(), page=page, name=name, data=data)
            session.add(row)
        elif row.data != data:
            row.data = data
        return row.id


@dataclass(frozen=True)
class RemoveView(Command[None]):
    label: ClassVar[str] = "remove view"

    view: bytes

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(SavedView, self.view))
