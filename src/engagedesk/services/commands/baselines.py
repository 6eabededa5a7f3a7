"""Commands that keep the plan as it stood when it was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sqlalchemy import select

from engagedesk.domain.ids import EngagementId
from engagedesk.errors import UserError
from engagedesk.models.engagements import Engagement
from engagedesk.models.schedule import Baseline, BaselineItem
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.text import required
from engagedesk.services.queries.plan_book import plan_book


@dataclass(frozen=True)
class TakeBaseline(Command[bytes]):
    """Keep where every item stands now: of an engagement, or of the whole live portfolio."""

    label: ClassVar[str] = "take baseline"

    name: str
    now_utc: int
    today: date
    engagement: EngagementId | None = None

    def apply(self, session: WriteSession) -> bytes:
        name = required(self.name, "baseline.name")
        if self.engagement is not None:
            state = session.one(Engagement, self.engagement).state
            book = plan_book(session, today=self.today, states=(state,))
        else:
            book = plan_book(session, today=self.today)
        wanted = [
            item
            for item in book.items.values()
            if (item.engagement == self.engagement if self.engagement else book.engagements[item.engagement].live)
        ]
        if not wanted:
            raise UserError("baseline.empty")
        taken = Baseline(id=session.new_id(), engagement_id=self.engagement, name=name, taken_utc=self.now_utc)
        session.add(taken)
        for item in wanted:
            session.add(
                BaselineItem(
                    id=session.new_id(),
                    baseline_id=taken.id,
                    engagement_id=item.engagement,
                    item_kind=item.kind,
                    item_id=item.id,
                    name=item.name,
                    starts_civil=item.starts,
                    ends_civil=item.ends,
                    estimate_s=item.estimate_s,
                )
            )
        return taken.id


@dataclass(frozen=True)
class RenameBaseline(Command[None]):
    label: ClassVar[str] = "rename baseline"

    baseline: bytes
    name: str

    def apply(self, session: WriteSession) -> None:
        session.one(Baseline, self.baseline).name = required(self.name, "baseline.name")


@dataclass(frozen=True)
class RemoveBaseline(Command[None]):
    label: ClassVar[str] = "remove baseline"

    baseline: bytes

    def apply(self, session: WriteSession) -> None:
        row = session.one(Baseline, self.baseline)
        for item in session.scalars(select(BaselineItem).where(BaselineItem.baseline_id == row.id)):
            session.delete(item)
        session.delete(row)
