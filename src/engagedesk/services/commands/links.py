"""Commands about what waits for what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from sqlalchemy import select

from engagedesk.domain.ids import LinkId, PlanItemId
from engagedesk.domain.network import path_between
from engagedesk.domain.states import LinkKind
from engagedesk.errors import UserError
from engagedesk.models.schedule import PlanLink
from engagedesk.services.command import Command, WriteSession
from engagedesk.services.commands.engagements import assign
from engagedesk.services.commands.plan_parts import item_row

MOST_LAG_S: Final = 20_000 * 3600
"""Ten years of working time."""
MOST_NAMED: Final = 8
"""A longer circle is named by its beginning."""


@dataclass(frozen=True)
class AddLink(Command[LinkId]):
    """Let one item wait for another; a link that would close a circle is refused, and the circle named."""

    label: ClassVar[str] = "link"

    leader: PlanItemId
    follower: PlanItemId
    kind: LinkKind = LinkKind.FINISH_START
    lag_s: int = 0

    def apply(self, session: WriteSession) -> LinkId:
        from_kind, leader = item_row(session, self.leader)
        to_kind, follower = item_row(session, self.follower)
        if leader is follower:
            raise UserError("link.to_itself", name=leader.name)
        _refuse_twice(session, self.leader, self.follower, kind=self.kind, own=None)
        pairs = [(PlanItemId(a), PlanItemId(b)) for a, b in session.execute(select(PlanLink.from_id, PlanLink.to_id))]
        circle = path_between(pairs, self.follower, self.leader)
        if circle:
            raise UserError("link.cycle", circle=_named(session, (*circle, self.follower)))
        row = PlanLink(
            id=session.new_id(),
            from_kind=from_kind,
            from_id=self.leader,
            to_kind=to_kind,
            to_id=self.follower,
            kind=self.kind,
            lag_s=_checked(self.lag_s),
        )
        session.add(row)
        return LinkId(row.id)


@dataclass(frozen=True)
class EditLink(Command[None]):
    label: ClassVar[str] = "edit link"

    link: LinkId
    kind: LinkKind
    lag_s: int
    version: int | None = None

    def apply(self, session: WriteSession) -> None:
        row = session.seen(PlanLink, self.link, self.version)
        _refuse_twice(session, row.from_id, row.to_id, kind=self.kind, own=row.id)
        assign(row, {"kind": self.kind, "lag_s": _checked(self.lag_s)})


@dataclass(frozen=True)
class RemoveLink(Command[None]):
    label: ClassVar[str] = "remove link"

    link: LinkId

    def apply(self, session: WriteSession) -> None:
        session.delete(session.one(PlanLink, self.link))


def _refuse_twice(session: WriteSession, leader: bytes, follower: bytes, *, kind: LinkKind, own: bytes | None) -> None:
    there = session.scalar(
        select(PlanLink.id).where(PlanLink.from_id == leader, PlanLink.to_id == follower, PlanLink.kind == kind)
    )
    if there is not None and there != own:
        raise UserError(
            "link.twice", leader=item_row(session, leader)[1].name, follower=item_row(session, follower)[1].name
        )


def _checked(lag_s: int) -> int:
    if abs(lag_s) > MOST_LAG_S:
        raise UserError("link.lag")
    return lag_s


def _named(session: WriteSession, circle: tuple[PlanItemId, ...]) -> str:
    names = [item_row(session, one)[1].name for one in circle[:MOST_NAMED]]
    if len(circle) > MOST_NAMED:
        names += ["…", item_row(session, circle[-1])[1].name]
    return " → ".join(names)
