"""What a person wants done with engagements and clients; sent by their pages, done by ``controllers/portfolio.py``."""

from __future__ import annotations

from enum import StrEnum

from engagedesk.domain.ids import ClientId, EngagementId
from engagedesk.domain.states import EngagementState, GateKind
from engagedesk.services.queries.clients import ClientFilter
from engagedesk.services.queries.engagement_list import EngagementFilter
from engagedesk.ui.intent import Intent


class Part(StrEnum):
    """A part of an engagement that has a form of its own."""

    CODE = "code"
    MEMBER = "member"
    PHASE = "phase"
    TASK = "task"
    MILESTONE = "milestone"
    RATE = "rate"


class ListEngagements(Intent):
    """Show the engagements of a filter, and remember it."""

    wanted: EngagementFilter


class BeginEngagements(Intent):
    """Show the engagements of the filter that was left the last time."""


class NewEngagement(Intent):
    """Open the form for a new engagement; ``client`` None = it is chosen there."""

    client: ClientId | None = None


class EditEngagement(Intent):
    id: EngagementId


class ChangeState(Intent):
    """Ask what should happen with what is still open, then change the state."""

    id: EngagementId
    state: EngagementState


class RollForward(Intent):
    id: EngagementId


class EditPart(Intent):
    """Open the form of a part; ``part_id`` None = a new one, ``phase`` says where it starts."""

    engagement: EngagementId
    part: Part
    part_id: bytes | None = None
    phase: bytes | None = None


class ToggleDone(Intent):
    """Mark a task or milestone done today, or not done."""

    engagement: EngagementId
    part: Part
    part_id: bytes


class MovePhaseBy(Intent):
    engagement: EngagementId
    phase: bytes
    steps: int


class EditGate(Intent):
    """Open a gate's form; ``kind`` None = it is chosen there."""

    engagement: EngagementId
    kind: GateKind | None = None


class ChooseRateCard(Intent):
    engagement: EngagementId


class ListClients(Intent):
    """Show the clients of a search with one of them; ``chosen`` None = the one shown, else the first."""

    wanted: ClientFilter
    chosen: ClientId | None = None


class ShowCodeNames(Intent):
    """Show every client by its code name, or by its name again: while the screen is shared, and with whom."""

    on: bool
    but: ClientId | None = None


class NewClient(Intent):
    pass


class EditClient(Intent):
    id: ClientId


class EditContact(Intent):
    """Open a contact's form; ``contact`` None = a new one."""

    client: ClientId
    contact: bytes | None = None
