"""The Timeline page by mouse and keyboard: moving, linking, jumping, narrowing, and what a screen reader hears."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from engagedesk.domain.civil import DAY_S, civil
from engagedesk.domain.states import LinkKind
from engagedesk.ui.intents import Intent
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.theme import ThemeSwitch, px
from engagedesk.ui.timeline import intents as wants
from engagedesk.ui.timeline.export import finished, page_rows, pdf_steps, png_steps
from engagedesk.ui.timeline.look import Look, look_from
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.rows import Push
from engagedesk.ui.timeline.scale import Level
from engagedesk.ui.timeline.snapping import Place
from engagedesk.ui.timeline.tree_model import PlanModel
from engagedesk.ui.timeline.view import TimelineView
from engagedesk.ui.timeline.wanted import Grouping, Wanted
from engagedesk.ui.view_rows import Kind, Message
from tests.ui.timeline_rows import EMPTY, PLAN, TODAY, begins, calendar_of, ends, half_day_s, ident

WALK, CTRL, FIND, GERM, PROV, MEMO = (ident(key) for key in ("walk", "ctrl", "find", "germ", "prov", "memo"))


class Shown:
    """The page with the sample plan, and what it asked for."""

    def __init__(self, page: TimelinePage, qtbot: QtBot) -> None:
        self.page, self.qtbot = page, qtbot
        self.asked: list[Intent] = []
        page.intent.connect(self.asked.append)

    @property
    def pane(self) -> TimePane:
        return self.page.view.pane

    def asked_for(self, kind: type[Intent]) -> list[Intent]:
        return [one for one in self.asked if isinstance(one, kind)]

    def middle(self, item: bytes, *, part: float = 0.5) -> QPoint:
        """Return a point of an item's bar in the viewport; ``part`` 0 = its start, 1 = its end."""
        pane = self.pane
        bar = pane.bar_of(item)
        assert bar is not None
        start, end = float(pane.bars.start[bar]), float(pane.bars.end[bar])
        x = pane.scale.x(start + (end - start) * part)
        y = pane.header_px + int(pane.bars.row[bar]) * pane.row_px - pane.verticalScrollBar().value() + 12
        return QPoint(round(pane.viewport().width() - x if pane.mirrored else x), round(y))

    def drag(self, start: QPoint, by: QPoint, *, alt: bool = False, drop: bool = True) -> None:
        view = self.pane.viewport()
        keys = Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        QTest.mouseMove(view, start)
        QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 9):
            at = start + QPoint(round(by.x() * step / 8), round(by.y() * step / 8))
            _move(view, at, keys)
        if drop:
            QTest.mouseRelease(view, left, keys, start + by)

    def key(self, key: Qt.Key, *keys: Qt.KeyboardModifier) -> None:
        modifier = Qt.KeyboardModifier.NoModifier
        for one in keys:
            modifier |= one
        QTest.keyClick(self.page.view.tree, key, modifier)


def _move(view: object, at: QPoint, keys: Qt.KeyboardModifier) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    assert isinstance(view, QWidget)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(view.mapToGlobal(at)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, keys,
    )  # fmt: skip
    QApplication.sendEvent(view, event)


@pytest.fixture
def shown(qtbot: QtBot, theme: ThemeSwitch) -> Iterator[Shown]:
    page = TimelinePage()
    qtbot.addWidget(page)
    page.resize(1384, 844)
    made = Shown(page, qtbot)
    page.show_calendars(calendar_of, half_day_s)
    with qtbot.waitExposed(page):
        page.show()
    page.show_plan(PLAN)
    page.view.expand_all()
    yield made
    page.put_back()


# -- rows ------------------------------------------------------------------------------------------------------------


def test_the_model_keeps_qts_rules_through_other_rows(shown: Shown) -> None:
    tester = QAbstractItemModelTester(shown.page.view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for grouping in Grouping:
        shown.page.take_look(Look(Wanted(grouping=grouping)))
    shown.page.show_plan(EMPTY)
    shown.page.show_plan(PLAN)
    del tester


def test_a_screen_reader_hears_what_the_bar_shows(shown: Shown) -> None:
    view = shown.page.view
    view.jump_to(PROV)
    spoken = str(view.tree.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Group tax provision, ")
    assert "Priya Nair" in spoken
    assert spoken.endswith("Conflict")
    interface = QAccessible.queryAccessibleInterface(view.tree)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Tree


def test_closing_a_row_in_the_tree_closes_it_in_the_pane(shown: Shown) -> None:
    view = shown.page.view
    rows = shown.pane.bars.rows
    view.tree.collapse(view.model.index_of(view.arranged.roots[0] if view.arranged else 0))
    assert shown.pane.bars.rows == rows - 7
    assert shown.pane.bar_of(WALK) is None


def test_what_is_open_and_chosen_stays_through_a_reload(shown: Shown) -> None:
    view = shown.page.view
    view.jump_to(CTRL)
    view.tree.collapse(view.model.index_of(view.arranged.of_key["p" + ident("ha2").hex()] if view.arranged else 0))
    scale = shown.pane.scale
    shown.page.show_plan(replace(PLAN, now=civil(TODAY) + 50_000))
    assert view.chosen is not None
    assert view.chosen.name == "Controls testing, UK"
    assert shown.pane.bar_of(PROV) is None
    assert shown.pane.scale == scale


def test_tree_and_pane_scroll_as_one(shown: Shown) -> None:
    shown.page.resize(1384, 420)
    view = shown.page.view
    view.capacity.hide()
    QApplication.sendPostedEvents()
    view.tree.verticalScrollBar().setValue(56)
    assert shown.pane.verticalScrollBar().value() == 56
    shown.pane.verticalScrollBar().setValue(28)
    assert view.tree.verticalScrollBar().value() == 28


# -- moving ----------------------------------------------------------------------------------------------------------


def test_a_drag_moves_a_task_to_working_days_and_asks_what_it_pushes(shown: Shown) -> None:
    shown.drag(shown.middle(CTRL), QPoint(round(shown.pane.scale.day_px * 7), 0))
    first, last = begins(date(2026, 12, 2)), ends(date(2026, 12, 10))
    assert shown.asked_for(wants.PreviewMove)
    assert shown.asked_for(wants.MoveOnPlan) == [wants.MoveOnPlan(CTRL, first, last)]


def test_with_alt_a_drag_rests_anywhere(shown: Shown) -> None:
    shown.drag(shown.middle(CTRL), QPoint(round(shown.pane.scale.day_px * 4), 0), alt=True)
    (asked,) = shown.asked_for(wants.MoveOnPlan)
    assert isinstance(asked, wants.MoveOnPlan)
    # The fourth day from Wednesday is a Sunday.
    assert date.fromordinal(asked.starts // DAY_S + date(1970, 1, 1).toordinal()) == date(2026, 11, 29)


def test_an_end_is_dragged_by_itself(shown: Shown) -> None:
    grip = shown.middle(CTRL, part=1) - QPoint(2, 0)
    shown.drag(grip, QPoint(round(shown.pane.scale.day_px * 4), 0))
    (asked,) = shown.asked_for(wants.MoveOnPlan)
    assert asked == wants.MoveOnPlan(CTRL, begins(date(2026, 11, 25)), ends(date(2026, 12, 7)))


def test_escape_puts_a_drag_back(shown: Shown) -> None:
    shown.drag(shown.middle(CTRL), QPoint(90, 0), drop=False)
    assert shown.pane.hand is not None
    shown.key(Qt.Key.Key_Escape)
    assert shown.pane.hand is None
    QTest.mouseRelease(shown.pane.viewport(), Qt.MouseButton.LeftButton)
    assert shown.asked_for(wants.MoveOnPlan) == []


def test_a_click_moves_nothing_and_chooses_the_row(shown: Shown) -> None:
    QTest.mouseClick(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=shown.middle(GERM))
    assert shown.page.view.chosen is not None
    assert shown.page.view.chosen.name == "German report"
    assert shown.asked_for(wants.MoveOnPlan) == []


def test_what_a_move_pushes_is_shown_while_it_is_the_one_in_hand(shown: Shown) -> None:
    shown.drag(shown.middle(CTRL), QPoint(90, 0), drop=False)
    hand = shown.pane.hand
    assert hand is not None
    at = ends(date(2026, 12, 14))
    shown.page.show_pushes(CTRL, Place(0, 1), (Push(FIND, at, at),))
    assert shown.pane.pushes == ()
    shown.page.show_pushes(CTRL, hand.place, (Push(FIND, at, at),))
    assert len(shown.pane.pushes) == 1
    assert shown.pane.tip is not None
    assert "moves 1 more" in shown.pane.tip.detail
    assert not shown.pane.grab().toImage().isNull()


def test_arrows_nudge_by_half_days_and_settle_by_enter_as_one_step(shown: Shown) -> None:
    shown.page.view.jump_to(CTRL)
    for _ in range(4):
        shown.key(Qt.Key.Key_Right)
    assert shown.asked_for(wants.MoveOnPlan) == []
    shown.key(Qt.Key.Key_Return)
    assert shown.asked_for(wants.MoveOnPlan) == [
        wants.MoveOnPlan(CTRL, begins(date(2026, 11, 27)), ends(date(2026, 12, 7)))
    ]


def test_shift_and_arrows_change_the_length(shown: Shown) -> None:
    shown.page.view.jump_to(CTRL)
    shown.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    shown.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    shown.pane.settle_keys()
    assert shown.asked_for(wants.MoveOnPlan) == [
        wants.MoveOnPlan(CTRL, begins(date(2026, 11, 25)), ends(date(2026, 12, 2)))
    ]


def test_escape_takes_nudges_back(shown: Shown) -> None:
    shown.page.view.jump_to(CTRL)
    shown.key(Qt.Key.Key_Right)
    shown.key(Qt.Key.Key_Escape)
    shown.pane.settle_keys()
    assert shown.asked_for(wants.MoveOnPlan) == []


def test_another_row_lets_go_of_what_the_arrows_moved(shown: Shown) -> None:
    shown.page.view.jump_to(CTRL)
    shown.key(Qt.Key.Key_Right)
    shown.key(Qt.Key.Key_Down)
    assert len(shown.asked_for(wants.MoveOnPlan)) == 1


def test_a_refused_move_is_laid_back(shown: Shown) -> None:
    shown.drag(shown.middle(CTRL), QPoint(90, 0))
    assert shown.pane.hand is not None
    shown.page.put_back()
    assert shown.pane.hand is None


def test_keys_ask_for_the_form_for_a_link_and_for_removal(shown: Shown) -> None:
    shown.page.view.jump_to(CTRL)
    shown.key(Qt.Key.Key_Return)
    shown.key(Qt.Key.Key_Insert)
    shown.key(Qt.Key.Key_Delete)
    assert shown.asked[-3:] == [wants.EditPlanItem(CTRL), wants.BeginLink(CTRL), wants.RemovePlanItem(CTRL)]


def test_from_right_to_left_a_drag_to_the_left_goes_later(shown: Shown) -> None:
    shown.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.sendPostedEvents()
    shown.drag(shown.middle(CTRL), QPoint(-round(shown.pane.scale.day_px * 7), 0))
    (asked,) = shown.asked_for(wants.MoveOnPlan)
    assert asked == wants.MoveOnPlan(CTRL, begins(date(2026, 12, 2)), ends(date(2026, 12, 10)))


# -- links -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("from_end", "to_start", "kind"),
    [(True, True, LinkKind.FINISH_START), (False, True, LinkKind.START_START), (True, False, LinkKind.FINISH_FINISH),
     (False, False, LinkKind.START_FINISH)],
)  # fmt: skip
def test_a_link_is_drawn_between_ends(shown: Shown, from_end: bool, to_start: bool, kind: LinkKind) -> None:
    start = shown.middle(GERM, part=1 if from_end else 0) + QPoint(9 if from_end else -9, 0)
    target = shown.middle(CTRL, part=0 if to_start else 1) + QPoint(3 if to_start else -3, 0)
    QTest.mouseMove(shown.pane.viewport(), shown.middle(GERM))
    _move(shown.pane.viewport(), shown.middle(GERM), Qt.KeyboardModifier.NoModifier)
    shown.drag(start, target - start)
    assert shown.asked_for(wants.DrawLink) == [wants.DrawLink(GERM, CTRL, kind)]


def test_a_link_is_chosen_by_a_click_and_removed_by_a_key(shown: Shown) -> None:
    shown.pane.grab()
    place, corners = next(pair for pair in shown.pane._painted.routes if not shown.pane.links.crosses[pair[0]])
    (ax, ay), (bx, by) = corners[0], corners[1]
    at = QPoint(round((ax + bx) / 2), round((ay + by) / 2) + shown.pane.header_px)
    # Clear of the dots at the bars' ends.
    (ax, ay), (bx, by) = corners[1], corners[2]
    at = QPoint(round((ax + bx) / 2), round(ay + (by - ay) * 0.45) + shown.pane.header_px)
    QTest.mouseClick(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    link = shown.page.view.chosen_link
    assert link is not None
    assert link == PLAN.links[int(shown.pane.links.link[place])]
    shown.key(Qt.Key.Key_Delete)
    assert shown.asked[-1] == wants.RemoveLink(link.id)


def test_a_chip_leads_to_the_other_end_in_the_other_engagement(shown: Shown) -> None:
    shown.pane.grab()
    box, item = shown.pane._painted.chips[0]
    assert item == PROV
    at = box.center().toPoint() + QPoint(0, shown.pane.header_px)
    QTest.mouseClick(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.page.view.chosen is not None
    assert shown.page.view.chosen.name == "Group tax provision"


def test_the_menu_of_a_task_names_its_links(shown: Shown) -> None:
    shown.page.view.jump_to(WALK)
    menu = shown.page.menus.of_chosen()
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert "Links" in words
    assert "Pin" in words
    menu.deleteLater()


def test_p_offers_the_steps_of_progress_and_ticks_the_tasks_own(shown: Shown) -> None:
    shown.page.view.jump_to(WALK)
    QTest.keyClick(shown.page.view.tree, Qt.Key.Key_P)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["0 %", "25 %", "50 %", "75 %", "100 %, done"]
    menu.actions()[2].trigger()
    menu.close()
    assert shown.asked[-1] == wants.ProgressTo(WALK, 50)


def test_under_a_person_tasks_stand_by_their_dates_and_are_not_reordered(shown: Shown) -> None:
    shown.page.view.jump_to(WALK)
    menu = shown.page.menus.of_chosen()
    assert menu is not None
    assert any(action.text().startswith("Move up") for action in menu.actions())
    menu.deleteLater()
    shown.page.take_look(Look(wanted=Wanted(grouping=Grouping.PERSON)))
    shown.page.view.jump_to(WALK)
    menu = shown.page.menus.of_chosen()
    assert menu is not None
    assert not any(action.text().startswith("Move up") for action in menu.actions())
    menu.deleteLater()


# -- conflicts -------------------------------------------------------------------------------------------------------


def test_in_a_narrow_window_the_drawer_lies_over_the_plan(qtbot: QtBot, theme: ThemeSwitch) -> None:
    view = TimelineView()
    qtbot.addWidget(view)
    view.resize(1300, 600)
    view.show()
    view.show_drawer()

    def pane_ends_before_the_drawer() -> bool:
        return view.pane.mapTo(view, view.pane.rect().topRight()).x() < view.drawer.x()

    qtbot.waitUntil(pane_ends_before_the_drawer)
    view.resize(980, 600)
    qtbot.waitUntil(lambda: not pane_ends_before_the_drawer())
    assert view.drawer.isVisible()
    assert view.drawer.geometry().right() == view.rect().right()
    view.resize(1300, 600)
    qtbot.waitUntil(pane_ends_before_the_drawer)


def test_f8_goes_round_among_the_conflicts_and_opens_what_hides_them(shown: Shown) -> None:
    view = shown.page.view
    view.collapse_all()
    for name in ("Group tax provision", "Provision review"):
        shown.page.do(wants.What.NEXT_CONFLICT)
        assert view.chosen is not None
        assert view.chosen.name == name
    shown.page.do(wants.What.PREVIOUS_CONFLICT)
    assert view.chosen is not None
    assert view.chosen.name == "Group tax provision"
    assert view.drawer.isVisible()


def test_a_jump_takes_back_the_filter_that_hides_its_goal(shown: Shown) -> None:
    shown.page.search.setText("kestrel")
    assert shown.pane.bar_of(MEMO) is None
    shown.page.view.jump_to(MEMO)
    assert shown.pane.bar_of(MEMO) is not None


def test_a_conflict_has_another_end(shown: Shown) -> None:
    card = shown.page.view.drawer._cards[0]
    assert card.other_button is not None
    card.other_button.click()
    assert shown.page.view.chosen is not None
    assert shown.page.view.chosen.name == "Provision memo"


# -- narrowing, zooming, keeping -------------------------------------------------------------------------------------


def test_search_narrows_and_an_empty_result_offers_the_way_back(shown: Shown) -> None:
    shown.page.search.setText("walkthr")
    assert shown.pane.bars.rows == 3
    shown.page.search.setText("zebra")
    assert shown.page.no_match.isVisible()
    shown.page.no_match.button.click()
    assert shown.page.view.isVisible()
    assert shown.page.search.text() == ""


def test_what_a_search_finds_is_open_and_what_was_closed_stays_so(shown: Shown) -> None:
    view = shown.page.view
    view.collapse_all()
    assert shown.pane.bars.rows == 5
    shown.page.search.setText("walkthr")
    assert shown.pane.bar_of(WALK) is not None
    shown.page.search.clear()
    assert shown.pane.bars.rows == 5
    assert shown.pane.bar_of(WALK) is None


def test_the_wheel_zooms_at_the_pointer(shown: Shown) -> None:
    pane = shown.pane
    held = pane.scale.civil(300)
    event = QWheelEvent(
        QPointF(300, 200), QPointF(300, 200), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = pane.scale.day_px
    QApplication.sendEvent(pane.viewport(), event)
    assert pane.scale.day_px > before
    assert pane.scale.x(held) == pytest.approx(300, abs=0.5)


@pytest.mark.parametrize("level", [Level.DAY, Level.WEEK, Level.MONTH, Level.QUARTER])
def test_the_header_shows_which_zoom_is_on(shown: Shown, level: Level) -> None:
    shown.pane.zoom_to(level)
    checked = [segment.key for segment in shown.page.levels.segments if segment.isChecked()]
    assert checked == [level.value]


def test_everything_fits_and_a_double_click_comes_back(shown: Shown) -> None:
    shown.page.resize(1384, 420)
    QApplication.sendPostedEvents()
    shown.page.do(wants.What.FIT_ALL)
    assert shown.pane.is_overview
    assert not shown.page.view.tree.isVisible()
    QTest.mouseDClick(shown.pane.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(400, 100))
    assert shown.pane.row_px == px(28)
    assert shown.page.view.tree.isVisible()


def test_a_look_is_kept_and_taken(shown: Shown) -> None:
    shown.page.take_look(Look(Wanted(grouping=Grouping.PERSON, hide_done=True), 30.0, critical=False))
    kept = look_from(shown.page.look().as_data())
    shown.page.show_everything()
    shown.page.take_look(kept)
    assert shown.page.view.wanted == Wanted(grouping=Grouping.PERSON, hide_done=True)
    assert shown.pane.scale.day_px == pytest.approx(30, rel=0.01)
    assert shown.pane.show_critical is False


def test_capacity_tells_its_cells_in_words(shown: Shown) -> None:
    strip = shown.page.view.capacity
    strip.setFocus()
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert "Priya Nair" in strip.accessibleDescription()
    assert "h planned of" in strip.accessibleDescription()
    person, week = ident("ta"), date(2026, 11, 23)
    strip.chosen.emit(person, week)
    assert shown.page.view.chosen is not None
    assert shown.page.view.chosen.name == "Controls testing, UK"


def test_the_minimap_moves_the_part_in_sight(shown: Shown) -> None:
    before = shown.pane.scale.origin
    minimap = shown.page.view.minimap
    QTest.keyClick(minimap, Qt.Key.Key_Right)
    assert shown.pane.scale.origin > before
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=QPoint(12, 10))
    assert shown.pane.scale.origin < before


# -- states and paper ------------------------------------------------------------------------------------------------


def test_an_empty_plan_offers_a_beginning(shown: Shown) -> None:
    shown.page.show_plan(EMPTY)
    assert shown.page.empty.isVisible()


def test_an_error_keeps_what_was_shown_and_tries_again(shown: Shown) -> None:
    shown.page.show_error(Message(Kind.DANGER, "No", "It did not work."))
    assert shown.page.error.isVisible()
    assert shown.page.view.isVisible()
    shown.page.error.retry_button.click()
    assert shown.asked[-1] == wants.LoadPlan(ident("base"))


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_plan_goes_onto_paper(shown: Shown, mirrored: bool) -> None:
    if mirrored:
        shown.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    scene = shown.pane.scene()
    assert scene is not None
    picture = finished(png_steps(scene, title="Plan"))
    assert picture.height() > 24 * 28
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    paper = QBuffer()
    assert paper.open(QBuffer.OpenModeFlag.WriteOnly)
    assert finished(pdf_steps(scene, paper, title="Plan")) == 1
    told = bytes(paper.data().data())
    assert told.startswith(b"%PDF-")
    assert b"/Font" in told, "words are words, not pixels"


def test_a_long_plan_takes_several_pages(shown: Shown) -> None:
    items = [
        replace(item, id=ident(f"{n}{item.id.hex()[:8]}"), starts=item.starts + n * DAY_S, ends=item.ends + n * DAY_S)
        for n in range(8)
        for item in PLAN.items
    ]
    shown.page.show_plan(replace(PLAN, items=tuple(items), links=()))
    scene = shown.pane.scene()
    assert scene is not None
    paper = QBuffer()
    assert paper.open(QBuffer.OpenModeFlag.WriteOnly)
    pages = finished(pdf_steps(scene, paper, title="Plan"))
    assert pages > 2
    assert bytes(paper.data().data()).count(b"/Type /Page\n") == pages
    steps = list(png_steps(scene, title="Plan"))
    assert len(steps) > 4, "the window has its turn between"
    assert steps[-1] == (scene.bars.rows, scene.bars.rows)


def test_far_ends_of_the_calendar_are_no_trouble(shown: Shown) -> None:
    far = [
        replace(PLAN.items[0], id=ident("y1"), starts=civil(date(1, 1, 1)), ends=civil(date(1, 1, 2))),
        replace(PLAN.items[0], id=ident("y9"), starts=civil(date(9999, 12, 30)), ends=civil(date(9999, 12, 31))),
    ]
    shown.page.show_plan(replace(PLAN, items=(*PLAN.items, *far), links=()))
    shown.page.do(wants.What.FIT_ALL)
    shown.page.grab()
    shown.pane.fit()
    shown.pane.set_row_px(28)
    shown.page.view.jump_to(ident("y1"))
    shown.page.grab()
    shown.page.view.jump_to(ident("y9"))
    shown.page.grab()
    assert shown.pane.scale.x(far[1].starts) <= shown.pane.viewport().width()
    assert timedelta(days=1).total_seconds() == DAY_S


def test_the_model_answers_nothing_for_what_is_not_there() -> None:
    model = PlanModel()
    assert model.rowCount() == 0
    assert model.node(model.index(3, 0)) is None


@pytest.mark.parametrize("leave", ["fit", "week"])
def test_the_overview_is_left_by_fit_and_by_a_level(shown: Shown, leave: str) -> None:
    many = [replace(item, id=ident(f"{n}{item.id.hex()[:8]}")) for n in range(20) for item in PLAN.items]
    shown.page.show_plan(replace(PLAN, items=tuple(many), links=()))
    shown.page.view.expand_all()
    shown.page.do(wants.What.FIT_ALL)
    assert shown.pane.is_overview
    if leave == "fit":
        shown.page.fit_button.click()
    else:
        shown.page._zoom_to(Level.WEEK.value)
    assert not shown.pane.is_overview
    assert shown.page.view._left.currentWidget() is shown.page.view.tree


@pytest.mark.parametrize("each", [1, 2, 5, 7, 100])
def test_no_page_ends_with_a_name_whose_rows_are_on_the_next(shown: Shown, each: int) -> None:
    scene = shown.pane.scene()
    assert scene is not None
    pages = page_rows(scene, each)
    assert [row for page in pages for row in page] == list(range(len(scene.shown)))
    assert all(1 <= len(page) <= each for page in pages)
    depths = [scene.arranged.nodes[number].depth for number in scene.shown]
    for page, after in pairwise(pages):
        assert len(page) == 1 or depths[after.start] <= depths[page.stop - 1]


def test_the_keyboard_stays_in_the_list_when_a_conflict_is_mended(shown: Shown) -> None:
    drawer = shown.page.view.drawer
    shown.page.view.show_drawer()
    shown.page.activateWindow()
    drawer._cards[1].jump_button.setFocus()
    assert drawer._cards[1].jump_button.hasFocus()
    shown.page.show_plan(replace(PLAN, conflicts=(PLAN.conflicts[0], *PLAN.conflicts[2:])))
    assert drawer._cards[1].jump_button.hasFocus()
    assert drawer._cards[1].conflict == PLAN.conflicts[2]
    shown.page.show_plan(replace(PLAN, conflicts=()))
    assert drawer.close_button.hasFocus()
