"""Views of a page that somebody named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.models.schedule import SavedView


@dataclass(frozen=True, slots=True)
class ViewRow:
    """``data`` is what the page put there; it alone knows what it means."""

    id: bytes
    name: str
    data: Mapping[str, Any] = field(hash=False)


def saved_views(session: Session, page: str) -> tuple[ViewRow, ...]:
    """Return a page's views by name."""
    query = select(SavedView.id, SavedView.name, SavedView.data).where(SavedView.page == page).order_by(SavedView.name)
    return tuple(ViewRow(row.id, row.name, row.data) for row in session.execute(query))
