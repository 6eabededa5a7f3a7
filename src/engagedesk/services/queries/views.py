"""What a view remembered of its last look."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from engagedesk.models.journal import ViewState


def remembered(session: Session, key: str) -> str:
    """Return what a view kept under a key; "" where it kept nothing."""
    return session.scalar(select(ViewState.value).where(ViewState.key == key)) or ""
