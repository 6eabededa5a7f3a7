"""The timeline in the whole program: from the store to the page, a move with what it pushes, undo, links, names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from engagedesk.domain.civil import Civil, clock
from engagedesk.domain.ids import EngagementId, PlanItemId
from engagedesk.domain.states import LinkKind
from engagedesk.paths import Profile
from engagedesk.services.commands.links import AddLink
from engagedesk.services.commands.plan_items import AddPlanTask
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.opening import ByPassphrase, Surroundings, create, open_profile
from engagedesk.services.queries.plan import PlanFilter, PlanView, plan_view
from engagedesk.services.workspace import Workspace
from engagedesk.ui import intents
from engagedesk.ui.controllers.plan_files import PlanFiles
from engagedesk.ui.controllers.timeline import TimelineDesk
from engagedesk.ui.dialogs.form_sheet import FormSheet
from engagedesk.ui.dialogs.plan_forms import LinkForm, NameForm, TaskPlanForm
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.look import Look
from engagedesk.ui.timeline.plan_rows import calendar_of, plan_of, pushes_of
from engagedesk.ui.timeline.rows import ItemLine, Plan
from engagedesk.ui.timeline.wanted import Grouping, Wanted
from tests.shell.conftest import PASSPHRASE, Started, fill

Start = Callable[..., Started]


@pytest.fixture
def planned(profile: Profile, around: Surroundings) -> tuple[Profile, dict[str, PlanItemId]]:
    """A store with two engagements; the first has two tasks in a row, the second one on its own."""
    workspace = create(profile, PASSPHRASE, around, with_keyring=False).workspace
    audit, report = fill(workspace)

    def task(engagement: EngagementId, name: str, days: int) -> PlanItemId:
        command = AddPlanTask(engagement, TaskFacts(name, estimate_s=days * 27_000))
        return PlanItemId(workspace.execute(command).result)

    made = {
        "first": task(audit, "Walkthroughs", 3),
        "then": task(audit, "Findings", 2),
        "else": task(report, "Memo", 1),
    }
    workspace.execute(AddLink(made["first"], made["then"]))
    workspace.close()
    return profile, made


class Desk:
    """A started program with the timeline in sight."""

    def __init__(self, started: Started, qtbot: QtBot, *, expanded: bool = True) -> None:
        started.open()
        self.program, self.qtbot = started.program, qtbot
        self.program._build_rest()
        found = self.program.findChild(TimelineDesk)
        assert found is not None
        self.desk = found
        self.program.window.show()
        with qtbot.waitSignal(found.shown):
            self.program.take(wants.OnTimeline(wants.What.SHOW))
        page = found.page
        assert page is not None
        self.page: TimelinePage = page
        if expanded:
            page.view.expand_all()

    @property
    def plan(self) -> Plan:
        plan = self.page.view.plan
        assert plan is not None
        return plan

    def place(self, item: bytes) -> tuple[int, int]:
        return next((one.starts, one.ends) for one in self.plan.items if one.id == item)

    def do(self, intent: intents.Intent) -> None:
        """Do something that changes the plan, and wait until the page shows it."""
        with self.qtbot.waitSignal(self.desk.shown):
            self.program.take(intent)

    def form(self, intent: intents.Intent) -> Any:
        with self.qtbot.waitSignal(self.desk.opened) as opened:
            self.program.take(intent)
        assert opened.args is not None
        assert isinstance(opened.args[0], FormSheet)
        return opened.args[0]

    def saved(self, form: FormSheet) -> None:
        with self.qtbot.waitSignals([form.accepted, self.desk.shown]):
            form.save()


@pytest.fixture
def desk(qtbot: QtBot, start: Start, planned: tuple[Profile, dict[str, PlanItemId]]) -> Desk:
    return Desk(start(planned[0]), qtbot)


def test_a_move_takes_along_what_waits_for_it_and_comes_back_with_one_undo(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    first, then = planned[1]["first"], planned[1]["then"]
    before = desk.place(first), desk.place(then)
    assert desk.page.view.pane.nudge(first, 4)
    hand = desk.page.view.pane.hand
    assert hand is not None
    desk.qtbot.waitUntil(lambda: bool(desk.page.view.pane.pushes))
    assert [push.id for push in desk.page.view.pane.pushes] == [then]
    with desk.qtbot.waitSignal(desk.desk.shown):
        desk.page.view.pane.settle_keys()
    assert desk.page.view.pane.hand is None
    assert desk.place(first) == (hand.place.starts, hand.place.ends)
    assert desk.place(then)[0] >= hand.place.ends
    desk.do(intents.Undo())
    assert (desk.place(first), desk.place(then)) == before


def test_a_link_that_closes_a_circle_is_refused_in_words_and_nothing_changes(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    first, then = planned[1]["first"], planned[1]["then"]
    form = desk.form(wants.BeginLink(then))
    assert isinstance(form, LinkForm)
    form.follower.set_value(first)
    form.save()
    desk.qtbot.waitUntil(lambda: "circle" in form.follower._words.text())
    assert len(desk.plan.links) == 1
    form.reject()


def test_a_link_is_drawn_edited_and_removed(desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]) -> None:
    first, other = planned[1]["first"], planned[1]["else"]
    desk.do(wants.DrawLink(first, other, LinkKind.START_START))
    link = next(one for one in desk.plan.links if one.to_id == other)
    assert link.crosses
    assert link.kind is LinkKind.START_START
    form = desk.form(wants.EditLink(link.id))
    form.kind.set_value(LinkKind.FINISH_START)
    form.lag.control.setText("7.5")
    form.overlap.set_value(True)
    desk.saved(form)
    changed = next(one for one in desk.plan.links if one.id == link.id)
    assert (changed.kind, changed.lag_s) == (LinkKind.FINISH_START, -27_000)
    desk.do(wants.RemoveLink(link.id))
    assert all(one.id != link.id for one in desk.plan.links)


def test_the_form_of_a_task_keeps_all_its_facts(desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]) -> None:
    first = planned[1]["first"]
    form = desk.form(wants.EditPlanItem(first))
    assert isinstance(form, TaskPlanForm)
    form.name.set_value("Walkthroughs, sales")
    form.deadline.set_value(date(2030, 1, 31))
    form.progress.set_value(40)
    form.note.set_value("Ask for the narratives first.")
    form.pinned.set_value(True)
    desk.saved(form)
    item = next(one for one in desk.plan.items if one.id == first)
    assert (item.name, item.deadline, item.progress, item.pinned) == (
        "Walkthroughs, sales", date(2030, 1, 31), 0.4, True,
    )  # fmt: skip
    again = desk.form(wants.EditPlanItem(first))
    assert again.note.value() == "Ask for the narratives first."
    again.progress.control.setText("140")
    again.save()
    assert again.isVisible()
    again.reject()


def test_removing_an_item_takes_its_links_and_undo_brings_both_back(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    desk.do(wants.RemovePlanItem(planned[1]["then"]))
    assert (len(desk.plan.items), desk.plan.links) == (2, ())
    desk.do(intents.Undo())
    assert (len(desk.plan.items), len(desk.plan.links)) == (3, 1)


def test_a_baseline_is_kept_under_a_name_and_shown_beside_the_plan(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    form = desk.form(wants.TakeBaseline())
    assert isinstance(form, NameForm)
    form.name.set_value("As agreed")
    desk.saved(form)
    desk.qtbot.waitUntil(lambda: desk.plan.baseline is not None)
    assert [one.name for one in desk.plan.baselines] == ["As agreed"]
    first = next(one for one in desk.plan.items if one.id == planned[1]["first"])
    assert (first.base_starts, first.base_ends) == (first.starts, first.ends)
    desk.do(wants.LoadPlan(None))
    assert desk.plan.baseline is None


def test_a_view_is_kept_taken_and_forgotten(desk: Desk) -> None:
    desk.page.take_look(Look(Wanted(grouping=Grouping.PERSON)))
    form = desk.form(wants.KeepView(desk.page.look().as_data()))
    form.name.set_value("By person")
    desk.saved(form)
    (view,) = desk.page._views
    assert view.name == "By person"
    assert view.data["grouping"] == "person"
    desk.do(wants.DropView(view.id))
    assert desk.page._views == ()


def test_pinned_items_say_so(desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]) -> None:
    desk.do(wants.PinPlanItem(planned[1]["else"], True))
    assert next(one for one in desk.plan.items if one.id == planned[1]["else"]).pinned


def test_the_rows_of_the_page_are_those_of_the_plans_view(
    around: Surroundings, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    profile, items = planned
    workspace: Workspace = open_profile(profile, ByPassphrase(PASSPHRASE), around)
    today = date(2026, 11, 20)
    view: PlanView = workspace.read(plan_view, PlanFilter(), today=today)
    workspace.close()
    plan = plan_of(view, baseline=None, now=None, zone="Europe/London")
    assert {one.id for one in plan.items} == set(items.values())
    first = next(one for one in plan.items if one.id == items["first"])
    calendar = calendar_of(view, first)
    assert calendar.between(first.starts, first.ends) == 3 * 27_000
    assert any(one.word == "Staffing" and one.items[0] == items["first"] for one in plan.conflicts)
    later = calendar.add(first.ends, 10 * 27_000)
    (push,) = pushes_of(view, items["first"], first.starts, later)
    assert push.id == items["then"]
    assert push.starts >= later


def test_the_page_stands_after_a_restart_as_it_was_left(
    qtbot: QtBot, start: Start, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    started = start(planned[0])
    before = Desk(started, qtbot)
    form = before.form(wants.TakeBaseline())
    form.name.set_value("As agreed")
    before.saved(form)
    qtbot.waitUntil(lambda: before.plan.baseline is not None)
    view = before.page.view
    before.page.search.setText("findings")
    before.page.take_look(Look(Wanted(grouping=Grouping.ENGAGEMENT), day_px=30.0, critical=False))
    view.collapse_all()
    first = view.model.index_of(0)
    view.tree.expand(first)
    view.pane.pan(400)
    view.hide_drawer()
    left = before.page.stand()
    assert left.closed
    assert left.baseline == before.plan.baseline
    started.end()

    after = Desk(start(planned[0]), qtbot, expanded=False)
    now = after.page.stand()
    assert now == left
    assert after.page.view.tree.isExpanded(after.page.view.model.index_of(0))
    assert after.plan.baseline == left.baseline
    assert after.page.search.text() == ""
    # What was asked of it by now is not taken back by what was remembered.
    after.do(wants.LoadPlan(None))
    assert after.plan.baseline is None


def test_what_stands_too_early_on_the_day_that_it_waits_for_says_the_hour(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    first, then = planned[1]["first"], planned[1]["then"]
    ends = desk.place(first)[1]
    desk.do(wants.MoveOnPlan(then, ends - 7_200, ends + 27_000))
    [order] = [one for one in desk.plan.conflicts if one.word == "Order"]
    at = clock(Civil(ends - 7_200)), clock(Civil(ends))
    assert order.two_ends
    assert f"{at[0]:%H:%M}, before “Walkthroughs” allows it: that ends " in order.text
    assert order.text.endswith(f"{at[1]:%H:%M}.")
    desk.do(wants.MoveOnPlan(then, ends - 86_400 - 7_200, ends + 27_000))
    [order] = [one for one in desk.plan.conflicts if one.word == "Order"]
    assert ":" not in order.text.replace("it: that", "")


def test_what_nobody_does_is_given_to_somebody_from_its_card(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    cards = {card.conflict.title: card for card in desk.page.view.drawer._cards if card.conflict.word == "Staffing"}
    audit = next(card for title, card in cards.items() if title.endswith("Group audit"))
    assert "Nobody does 2 tasks" in audit.conflict.text
    assert audit.mend_button is not None
    assert audit.mend_button.text() == "Assign…"
    assert audit.other_button is None
    marked = {node.item.id for node in desk.page.view.arranged.nodes if node.item and node.severity}  # type: ignore[union-attr]
    assert marked >= {planned[1]["first"], planned[1]["then"]}
    menu = desk.page.menus.to_assign(audit.conflict)
    with desk.qtbot.waitSignal(desk.desk.shown):
        menu.actions()[0].trigger()
    me = next(one.id for one in desk.plan.people if one.is_me)
    assert {one.owner for one in desk.plan.items if one.id in audit.conflict.items} == {me}
    assert all(one.title != audit.conflict.title for one in desk.plan.conflicts if one.word == "Staffing")
    desk.do(intents.Undo())
    assert {one.owner for one in desk.plan.items if one.id in audit.conflict.items} == {None}


@pytest.mark.parametrize("paper", list(wants.Paper))
def test_the_plan_is_written_while_the_window_goes_on_and_given_up_leaves_what_was_there(
    desk: Desk, tmp_path: Path, paper: wants.Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engagedesk.ui.controllers.paper.STEPS_MS", 0)
    path = tmp_path / f"plan.{paper.value}"
    path.write_bytes(b"before")
    work, scene = desk.desk.paper, desk.page.view.pane.scene()
    assert scene is not None
    work.write(scene, path, paper=paper, title="Plan")
    assert work.busy, "nothing was painted yet"
    desk.program.take(wants.StopPaper())
    assert (work.busy, path.read_bytes()) == (False, b"before")
    with desk.qtbot.waitSignal(work.written):
        work.write(scene, path, paper=paper, title="Plan")
    assert path.read_bytes()[:4] in (b"%PDF", b"\x89PNG")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("plan.")] == [path.name]


def test_where_the_plan_cannot_be_written_it_is_said(desk: Desk, tmp_path: Path) -> None:
    scene = desk.page.view.pane.scene()
    assert scene is not None
    for paper in wants.Paper:
        desk.desk.paper.write(scene, tmp_path / "none" / f"plan.{paper.value}", paper=paper, title="Plan")
        desk.qtbot.waitUntil(lambda: desk.program.window.message_bar.message is not None)
        message = desk.program.window.message_bar.message
        assert message is not None
        assert message.title == "The file cannot be written"
        desk.program.window.message_bar.close_message()


def test_one_engagement_s_plan_is_written_alone_or_all_of_it(desk: Desk, tmp_path: Path) -> None:
    files = desk.program.findChild(PlanFiles)
    assert files is not None
    (every, _), *_ = menu = desk.page._files()
    assert every == "Everything (2)…"
    only = menu[-1][1].engagements
    assert len(only) == 1
    one, both = tmp_path / "one.csv", tmp_path / "both.csv"
    files.write(one, only)
    files.write(both)
    desk.qtbot.waitUntil(lambda: one.exists() and both.exists())
    assert ("Walkthroughs" in one.read_text("utf-8-sig")) is not ("Memo" in one.read_text("utf-8-sig"))
    assert {"Walkthroughs", "Memo"} <= set(both.read_text("utf-8-sig").replace(",", "\n").split("\n"))
    desk.page.search.setText("memo")
    assert [words for words, _ in desk.page._files()][1] == "Engagements that are shown (1)…"


def test_a_baseline_is_renamed_and_removed_and_both_come_back(desk: Desk) -> None:
    form = desk.form(wants.TakeBaseline())
    form.name.set_value("Kick-off")
    desk.saved(form)
    assert [one.name for one in desk.plan.baselines] == ["Kick-off"]
    baseline = desk.plan.baselines[0].id
    form = desk.form(wants.RenameBaseline(baseline))
    assert form.name.value() == "Kick-off"
    form.name.set_value("As agreed")
    desk.saved(form)
    assert [one.name for one in desk.plan.baselines] == ["As agreed"]
    assert desk.plan.baseline == baseline
    desk.do(wants.RemoveBaseline(baseline))
    assert desk.plan.baselines == ()
    assert desk.plan.baseline is None
    desk.do(intents.Undo())
    desk.do(intents.Undo())
    assert [one.name for one in desk.plan.baselines] == ["Kick-off"]


def test_a_task_goes_up_and_down_by_key_among_those_of_its_phase(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    first, then = planned[1]["first"], planned[1]["then"]

    def order() -> list[bytes]:
        arranged = desk.page.view.arranged
        assert arranged is not None
        return sorted((first, then), key=lambda item: arranged.of_item[item][0])

    assert order() == [first, then]
    desk.page.view.jump_to(first)
    tree = desk.page.view.tree
    QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # the first stays the first
    with desk.qtbot.waitSignal(desk.desk.shown):
        QTest.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order() == [then, first]
    with desk.qtbot.waitSignal(desk.desk.shown):
        QTest.keyClick(tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order() == [first, then]
    desk.do(intents.Undo())
    assert order() == [then, first]


def test_the_steps_of_progress_say_how_far_a_task_is_and_when_it_was_done(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    first = planned[1]["first"]

    def line() -> ItemLine:
        return next(one for one in desk.plan.items if one.id == first)

    desk.do(wants.ProgressTo(first, 50))
    assert (line().progress, line().started, line().done) == (0.5, True, False)
    desk.do(wants.ProgressTo(first, 100))
    assert line().done
    desk.do(intents.Undo())
    assert (line().progress, line().done) == (0.5, False)


def test_a_task_that_was_put_somewhere_is_planned_automatically_again(
    desk: Desk, planned: tuple[Profile, dict[str, PlanItemId]]
) -> None:
    item = planned[1]["else"]
    before = desk.place(item)
    assert desk.page.view.pane.nudge(item, 4)
    with desk.qtbot.waitSignal(desk.desk.shown):
        desk.page.view.pane.settle_keys()
    assert desk.place(item) != before
    desk.page.view.jump_to(item)
    menu = desk.page.menus.of_chosen()
    assert menu is not None
    free = next(action for action in menu.actions() if action.text() == "Plan automatically")
    with desk.qtbot.waitSignal(desk.desk.shown):
        free.trigger()
    menu.deleteLater()
    assert desk.place(item) == before
    desk.page.view.jump_to(item)
    again = desk.page.menus.of_chosen()
    assert again is not None
    assert "Plan automatically" not in [action.text() for action in again.actions()]
    again.deleteLater()
