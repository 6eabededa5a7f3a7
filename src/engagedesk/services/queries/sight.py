"""What may be seen of figures that were worked out before: as long as names and amounts are shown as they were then."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engagedesk.domain.firm_profile import RateSight
from engagedesk.models.engagements import Client
from engagedesk.models.journal import Audit
from engagedesk.services import rules
from engagedesk.services.queries.selects import client_label


@dataclass(frozen=True, slots=True)
class Sight:
    """Under which names clients are shown, and who sees rates."""

    names: frozenset[tuple[bytes, str]]
    rates: RateSight


def sight(session: Session) -> Sight:
    """Return how names and amounts are shown now; what was kept under another sight must not be shown again."""
    rows = session.execute(select(Client.id, client_label))
    return Sight(frozenset((row[0], row[1]) for row in rows), rules.firm_profile(session).rates)


def last_change(session: Session) -> int:
    """Return the number of the last change of any record."""
    return session.scalar(select(func.max(Audit.seq))) or 0
