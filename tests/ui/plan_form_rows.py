"""The forms of the plan with the sample portfolio of the timeline."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.domain.civil import Civil
from engagedesk.domain.firm_profile import DEFAULT_PROFILE
from engagedesk.domain.ids import ClientId, EngagementId, LinkId, PersonId, PhaseId, PlanItemId
from engagedesk.domain.network import Network
from engagedesk.domain.plan import PlanItem, PlanLinkFacts
from engagedesk.domain.states import DeliverableState, EngagementState, PhaseState, PlanItemKind
from engagedesk.errors import UserError
from engagedesk.services.commands.baselines import TakeBaseline
from engagedesk.services.queries.kept_holidays import KeptHolidays
from engagedesk.services.queries.plan import PlanEngagement, PlanPerson, PlanPhase, PlanView, Shading
from engagedesk.services.queries.plan_book import PlanBook
from engagedesk.services.queries.plan_calendars import Calendars
from engagedesk.ui.dialogs.plan_forms import LinkForm, NameForm, item_form
from tests.ui.sample_rows import NOW
from tests.ui.timeline_rows import PLAN, TODAY, ident

ITEMS = tuple(
    PlanItem(
        PlanItemId(one.id), one.kind, EngagementId(one.engagement), None if one.phase is None else PhaseId(one.phase),
        one.name, one.position, None if one.owner is None else PersonId(one.owner), Civil(one.starts), Civil(one.ends),
        placed=True, due=one.due, pinned=one.pinned, progress_percent=round(one.progress * 100), estimate_s=162_000,
        state=DeliverableState.IN_REVIEW if one.kind is PlanItemKind.DELIVERABLE else None,
    )
    for one in PLAN.items
)  # fmt: skip

VIEW = PlanView(
    engagements=tuple(
        PlanEngagement(
            EngagementId(one.id), ClientId(ident("c")), one.client, one.colour, one.title, one.service,
            EngagementState.ACTIVE, 3, (), None, None, 40, (), "manager",
        )
        for one in PLAN.engagements
    ),
    phases=tuple(
        PlanPhase(
            PhaseId(phase.id), EngagementId(one.id), phase.name, phase.position, None, None, PhaseState.ACTIVE, 40
        )
        for one in PLAN.engagements
        for phase in one.phases
    ),
    items=ITEMS,
    links=tuple(
        PlanLinkFacts(LinkId(one.id), PlanItemId(one.from_id), PlanItemId(one.to_id), one.kind, 27_000, one.crosses)
        for one in PLAN.links
    ),
    far=(),
    people=tuple(
        PlanPerson(PersonId(one.id), one.name, one.initials, one.role, "", one.is_me) for one in PLAN.people
    ),
    bookings=(), times={}, shading=Shading((5, 6), ()), capacity=(), conflicts=(), baselines=(), baseline=(),
    today=TODAY,
    book=PlanBook(
        TODAY, Calendars(DEFAULT_PROFILE, {}, (), holidays=KeptHolidays({}), today=TODAY),
        {}, {}, {}, (), cast(Network, None), frozenset(),
    ),
)  # fmt: skip


def item(key: str) -> PlanItem:
    return next(one for one in ITEMS if one.id == ident(key))


def wrong_task() -> QWidget:
    form = item_form(VIEW, item("walk"), "")
    name = next(field for field in form.fields if field.field == "task.name")
    name.set_value("")  # type: ignore[attr-defined]
    form.save()
    return form


def refused_link() -> QWidget:
    form = LinkForm(VIEW, link=VIEW.links[0])
    form.refuse(UserError("link.cycle", circle="Walkthroughs → Controls testing, UK → Walkthroughs"))
    return form


def keep(name: str) -> TakeBaseline:
    return TakeBaseline(name, NOW, TODAY)


PLAN_FORMS = {
    "plan-task": (QSize(620, 800), lambda: item_form(VIEW, item("walk"), "Ask for the narratives first.")),
    "plan-task-wrong": (QSize(620, 800), wrong_task),
    "plan-milestone": (QSize(620, 360), lambda: item_form(VIEW, item("rele"), "")),
    "plan-deliverable": (QSize(620, 420), lambda: item_form(VIEW, item("repo"), "")),
    "plan-link": (QSize(560, 360), lambda: LinkForm(VIEW, link=VIEW.links[0])),
    "plan-link-refused": (QSize(560, 400), refused_link),
    "plan-baseline": (QSize(460, 220), lambda: NameForm("Keep the plan as it stands", keep, field="baseline.name")),
}
"""Every form with its size, filled."""
