"""What a view remembers from one run to the next."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.models.journal import ViewState


def view_state(session: Session, key: str) -> str:
    """Return what ``RememberView`` kept under a key; "" where there is nothing."""
    return session.scalar(select(ViewState.value).where(ViewState.key == key)) or ""
