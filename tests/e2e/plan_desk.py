"""The store of the story about a plan and its budget: one engagement that runs, the firm's rate card, a colleague.

It is Wednesday, 25 November 2026. Lanternbank waits for nothing yet; its bridge letter is pinned to a day.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from sqlalchemy import select

from engagedesk.clock import SystemClock, system_ids
from engagedesk.domain.civil import civil
from engagedesk.domain.firm_profile import FirmProfile, RateSight
from engagedesk.domain.ids import PersonId
from engagedesk.domain.states import ServiceLine
from engagedesk.models.key_derivation import MIB, KdfCost, KdfPolicy
from engagedesk.models.people import Person
from engagedesk.paths import Profile
from engagedesk.services.commands.engagements import (
    AddClient,
    AddCode,
    AddEngagement,
    ClientFacts,
    CodeFacts,
    EngagementFacts,
)
from engagedesk.services.commands.firm import ChangeSetting, SetFirmProfile
from engagedesk.services.commands.people import AddPerson, AddRateCard, SetGrade, SetRate
from engagedesk.services.commands.plan_items import AddPlanTask, TaskPlan
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.opening import Surroundings, create
from engagedesk.services.workspace import Workspace
from tests.e2e.week import OWNER, WORDS

NOW: Final = "2026-11-25T08:05:00+00:00"
HOUR_S: Final = 3_600
COLLEAGUE: Final = "Cleo Park"
CARD: Final = "Firm card 2026"
RATES: Final = (("Manager", 300_00), ("Senior", 150_00))
"""Pence an hour."""
OTHER: Final = "Lanternbank · ISAE 3402"
LETTER: Final = "Bridge letter"


def make_desk(folder: Path) -> None:
    cheap = KdfCost(memory_kib=8 * MIB, passes=1, lanes=1)
    clock = SystemClock()
    around = Surroundings(clock=clock, new_id=system_ids(clock), policy=KdfPolicy(floor=cheap, fixed=cheap))
    workspace = create(Profile(folder), WORDS, around, with_keyring=False, owner=OWNER).workspace
    me = PersonId(workspace.read(lambda session: session.scalar(select(Person.id).where(Person.is_me))))
    workspace.execute(SetGrade(me, "Manager", date(2020, 1, 1)))
    workspace.execute(AddPerson(COLLEAGUE, "Senior"))
    card = workspace.execute(AddRateCard(CARD, "GBP")).result
    for grade, pence in RATES:
        workspace.execute(SetRate(card, grade, date(2026, 1, 1), pence, pence // 2))
    workspace.execute(SetFirmProfile(FirmProfile(rates=RateSight.EVERYTHING)))
    _add_other(workspace, me)
    workspace.execute(ChangeSetting("lock.after_min", 0))
    workspace.close()


def _add_other(workspace: Workspace, me: PersonId) -> None:
    client = workspace.execute(AddClient(ClientFacts("Lanternbank"))).result
    facts = EngagementFacts("ISAE 3402", ServiceLine.AUDIT, starts=date(2026, 11, 2), ends=date(2026, 12, 31))
    engagement = workspace.execute(AddEngagement(client, facts)).result
    workspace.execute(AddCode(engagement, CodeFacts("520044-01")))
    for name, first, last, pinned in (
        ("Controls testing", date(2026, 11, 30), date(2026, 12, 3), False),
        (LETTER, date(2026, 12, 16), date(2026, 12, 17), True),
    ):
        place = (civil(first, 9 * HOUR_S), civil(last, 17 * HOUR_S))
        plan = TaskPlan(owner=me, starts=place[0], ends=place[1], pinned=pinned, demand_percent=50)
        workspace.execute(AddPlanTask(engagement, TaskFacts(name, estimate_s=16 * HOUR_S), plan))
