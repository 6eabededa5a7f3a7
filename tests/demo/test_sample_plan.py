"""The sample's problems show in its plan as conflicts, each where it belongs."""

from __future__ import annotations

from datetime import date

import pytest

from engagedesk.domain.plan import Conflict, ConflictKind, PlanItem
from engagedesk.domain.states import CalendarEventKind, DeliverableState, PlanItemKind
from engagedesk.services.demo import DemoFilled
from engagedesk.services.queries.plan import PlanFilter, PlanView, plan_view
from engagedesk.services.workspace import Workspace
from tests.demo.making import SUNDAY

Made = tuple[Workspace, DemoFilled]


@pytest.fixture(scope="module")
def view(sample: Made) -> PlanView:
    return sample[0].read(lambda session: plan_view(session, PlanFilter(baseline=None), today=SUNDAY))


def name_of(view: PlanView, conflict: Conflict) -> str:
    title = next(one.client for one in view.engagements if one.id == conflict.engagements[0])
    person = next((one.name for one in view.people if one.id == conflict.person), "nobody")
    items = {one.id: one.name for one in view.items}
    return f"{title}: {items[conflict.items[0]]}, {person}"


def of_kind(view: PlanView, kind: ConflictKind) -> list[str]:
    return [name_of(view, one) for one in view.conflicts if one.kind is kind]


def item(view: PlanView, name: str) -> PlanItem:
    [found] = [one for one in view.items if one.name == name]
    return found


def test_the_german_component_is_silent_past_its_deadline(view: PlanView) -> None:
    assert of_kind(view, ConflictKind.DEADLINE) == ["Harrowgate: Acknowledgement, German component, Daniel Okoro"]


def test_the_reviewers_notes_end_after_the_release_that_they_hold_up(view: PlanView) -> None:
    assert of_kind(view, ConflictKind.LINK) == ["Northgate: Report release, Sarah Lindqvist"]


def test_tom_ashby_is_needed_twice_in_the_week_of_the_release(view: PlanView) -> None:
    [clash] = [one for one in view.conflicts if one.kind is ConflictKind.CLASH]
    assert clash.starts == date(2026, 11, 23)
    assert len(clash.engagements) == 3
    assert next(one.name for one in view.people if one.id == clash.person) == "Tom Ashby"
    assert clash.percent is not None
    assert clash.percent > 125
    assert of_kind(view, ConflictKind.OVERLOAD) == []


def test_the_specialist_of_the_tax_memo_is_not_booked(view: PlanView) -> None:
    assert of_kind(view, ConflictKind.OWNER) == ["Harrowgate: Memo, nobody"]


def test_open_gates_stand_before_work(view: PlanView) -> None:
    assert [gate.value for one in view.conflicts for gate in one.gates] == ["pre_approval", "continuance"]


def test_the_tax_memo_blocks_the_group_audit(view: PlanView) -> None:
    crossing = {link.from_id for link in view.links if link.crosses}
    assert item(view, "Memo, blocks the group audit").id in crossing


def test_nothing_else_stands_against_a_link(view: PlanView) -> None:
    assert len(view.book.network.broken()) == 1
    assert view.book.network.cyclic == ()


def test_everything_has_a_place_and_somebody_works_on_all_that_goes_on(view: PlanView) -> None:
    tasks = [one for one in view.items if one.kind is PlanItemKind.TASK]
    assert all(one.placed for one in tasks)
    assert {one.name for one in tasks if one.owner is None and not one.is_done} == {"Memo"}


def test_deliverables_stand_in_every_state_that_the_story_tells(view: PlanView) -> None:
    states = {one.state for one in view.items if one.kind is PlanItemKind.DELIVERABLE}
    assert states == {DeliverableState.PLANNED, DeliverableState.IN_PREPARATION, DeliverableState.IN_REVIEW}


def test_leave_long_weeks_and_bank_holidays_are_in_the_calendar(view: PlanView) -> None:
    me = next(one for one in view.people if one.is_me)
    hours = view.book.calendars.of(me.id)
    assert hours.day_seconds(date(2026, 8, 5)) == 0
    assert sum(hours.day_seconds(date(2026, 2, day)) for day in range(2, 9)) == 55 * 3600
    assert hours.day_seconds(date(2026, 12, 25)) == 0
    assert {one.kind for one in view.shading.days} == set(CalendarEventKind)


def test_the_october_baseline_shows_what_slipped(sample: Made) -> None:
    workspace, _ = sample
    baseline = next(one for one in workspace.read(lambda s: plan_view(s, PlanFilter(), today=SUNDAY)).baselines
                    if one.engagement is None)  # fmt: skip
    wanted = PlanFilter(baseline=baseline.id)
    view = workspace.read(lambda session: plan_view(session, wanted, today=SUNDAY))
    then = {one.item: one for one in view.baseline}
    assert item(view, "EQR notes").ends - then[item(view, "EQR notes").id].ends == 8 * 86_400
    assert baseline.items == len(view.baseline)


def test_the_group_audit_has_a_critical_path_from_its_testing_to_its_file(view: PlanView) -> None:
    audit = next(one.id for one in view.engagements if one.title == "Group audit")
    critical = [one.name for one in view.items if one.engagement == audit and view.times[one.id].critical]
    chain = ["Substantive testing", "Component clearance", "Completion memo", "Report", "Report", "File assembly"]
    assert critical == chain
    over_all = {one.id for one in view.items if view.times[one.id].portfolio_critical}
    assert item(view, "Cut-over support").id in over_all, "it is the last of everything"
