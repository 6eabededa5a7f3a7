"""The timeline's frames: 10,000 bars with 10,000 links, and 100,000 bars; beside it plain graphics items.

A frame is what a wheel's step costs until the pixels are there: the pane and the tree beside it. On a virtual screen
(DISPLAY) or off screen, whichever there is.
"""

from __future__ import annotations

import gc
import os
import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QHBoxLayout, QWidget

from benchmarks.measuring import percentile, report, sample, seconds_of, spread
from engagedesk.domain.civil import DAY_S, Civil, civil
from engagedesk.domain.ids import PlanItemId
from engagedesk.domain.plan import PlanMove
from engagedesk.domain.states import LinkKind, PlanItemKind, ServiceLine
from engagedesk.services.commands.engagements import AddClient, AddEngagement, ClientFacts, EngagementFacts
from engagedesk.services.commands.links import AddLink
from engagedesk.services.commands.plan_items import AddPlanTask, CommitMoves, TaskPlan
from engagedesk.services.commands.plans import TaskFacts
from engagedesk.services.queries.plan import PlanFilter, plan_view, replanned
from engagedesk.services.workspace import Workspace
from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.theme import LIGHT, ThemeMode, ThemeSwitch
from engagedesk.ui.timeline.arranging import Arranged, arrange, columns_of, item_columns
from engagedesk.ui.timeline.hand import Hand
from engagedesk.ui.timeline.pane import TimePane
from engagedesk.ui.timeline.plan_rows import calendar_of, half_day_s, plan_of, pushes_of
from engagedesk.ui.timeline.rows import EngagementLine, ItemLine, LinkLine, PersonLine, PhaseLine, Plan
from engagedesk.ui.timeline.tree import PlanTree
from engagedesk.ui.timeline.tree_model import PlanModel
from engagedesk.ui.timeline.wanted import Wanted

TODAY = date(2026, 11, 22)
FRAMES = 120
WIDE, HIGH = 1440, 760
MEDIAN_MS, P95_MS, FIT_MS = 8.0, 16.0, 16.0
WORKED: list[float] = []
"""Processor time of the last frames: it tells a slow frame from a machine that had other things to do."""
MANY_FIT_MS, MANY_BUILT_MS, MANY_MB = 20.0, 100.0, 40.0


def ident(number: int) -> bytes:
    return number.to_bytes(16, "big")


def made(items: int, links: int) -> Plan:
    """Return a portfolio of engagements with 50 items each; links mostly to the next item, one in ten anywhere."""
    chance = random.Random(7)
    people = tuple(PersonLine(ident(n), f"Person {n}", f"P{n}", "Senior") for n in range(40))
    engagements, lines = [], []
    for number in range(items // 50):
        first = civil(TODAY + timedelta(days=chance.randrange(-30, 20)))
        phases = tuple(PhaseLine(ident(10**9 + number * 5 + p), f"Phase {p}", p) for p in range(5))
        engagements.append(
            EngagementLine(ident(10**8 + number), f"Client {number:05}", "Audit", number % 11, ServiceLine.AUDIT, first,
                           first + 120 * DAY_S, chance.random(), phases=phases)
        )  # fmt: skip
        for place in range(50):
            start = first + place * DAY_S + 32_400
            end = start + chance.randrange(1, 12) * DAY_S
            point = place % 10 == 9
            lines.append(
                ItemLine(ident(number * 50 + place + 1), PlanItemKind.MILESTONE if point else PlanItemKind.TASK,
                         engagements[-1].id, phases[place // 10].id, f"Item {place} of {number}", place,
                         people[place % 40].id, end if point else start, end, progress=chance.random(),
                         critical=place % 7 == 0, base_starts=start - DAY_S, base_ends=end - DAY_S)
            )  # fmt: skip
    joined = []
    for number in range(links):
        one = chance.randrange(items - 1)
        two = chance.randrange(items) if number % 10 == 0 else min(items - 1, one + chance.randrange(1, 8))
        if one != two:
            joined.append(
                LinkLine(ident(number), ident(one + 1), ident(two + 1), LinkKind.FINISH_START,
                         crosses=one // 50 != two // 50, critical=number % 5 == 0)
            )  # fmt: skip
    return Plan(TODAY, tuple(engagements), tuple(lines), tuple(joined), people)


class Window(QWidget):
    """The tree and the pane as the page puts them together."""

    def __init__(self) -> None:
        super().__init__()
        self.model = PlanModel(self)
        self.tree = PlanTree(self.model)
        self.pane = TimePane()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tree)
        row.addWidget(self.pane)
        self.resize(WIDE, HIGH)
        self.dirty: QRect | None = None
        """What a step makes stale; None = all of the pane."""

    def take(self, plan: Plan, arranged: Arranged) -> None:
        self.model.show(plan, arranged)
        self.tree.expandAll()
        self.pane.show_rows(plan, arranged, arranged.open_rows(frozenset()), collapsed=frozenset())

    def frame(self) -> None:
        """Paint what is in sight, now."""
        # One window has one picture: this paints the tree too where it has changed.
        view = self.pane.viewport()
        view.repaint(self.dirty if self.dirty is not None else view.rect())


def settle() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()


def timed(window: Window, step: Callable[[int], None]) -> list[float]:
    """Return what each frame took, in ms; what of it was our own work goes to ``WORKED``."""
    found = []
    WORKED.clear()
    for number in range(FRAMES):

        def one(number: int = number) -> None:
            step(number)
            window.frame()

        began = time.thread_time()
        found.append(1000 * seconds_of(one))
        WORKED.append(1000 * (time.thread_time() - began))
        QCoreApplication.processEvents()
    return found


def told(name: str, found: list[float], *, limit: float, worst: float) -> None:
    note = f"{spread(found, 'ms')}; of the processor {median(WORKED):.2f} ms"
    report(f"{name}, median", median(found), "ms", limit=limit, note=note)
    report(f"{name}, p95", percentile(found, 95), "ms", limit=worst)


def memory_mb() -> float:
    """Return what the process holds for itself, in MB (Linux; 0 elsewhere)."""
    status = Path("/proc/self/smaps_rollup")
    if not status.exists():
        return 0.0
    for line in status.read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def ten_thousand() -> tuple[float, float]:
    """Measure 10,000 bars with 10,000 links; return the medians of scrolling and of fit-all for the ratio."""
    plan = made(10_000, 10_000)
    arranged = arrange(plan, Wanted(), service_names={}, nobody="")
    window = Window()
    window.take(plan, arranged)
    window.show()
    settle()
    pane = window.pane
    pane.show_today()
    settle()
    bar = pane.verticalScrollBar()

    def scroll(number: int) -> None:
        bar.setValue(number * 84)
        window.tree.verticalScrollBar().setValue(number * 84)

    window.dirty = QRect(0, pane.header_px, pane.viewport().width(), pane.viewport().height())
    scrolled = timed(window, scroll)
    window.dirty = None
    bar.setValue(3_000)
    seen = pane.bars.visible(*in_sight(pane), start=pane.scale.origin, end=pane.scale.civil(pane.viewport().width()))
    report("10,000 bars: of them in sight", len(seen), "bars", note=f"{len(pane._painted.routes)} links")
    told("10,000 bars: scroll", scrolled, limit=MEDIAN_MS, worst=P95_MS)
    told("10,000 bars: pan", timed(window, lambda n: pane.pan(40 if n % 40 < 20 else -40)), limit=MEDIAN_MS,
         worst=P95_MS)  # fmt: skip
    told("10,000 bars: zoom", timed(window, lambda n: pane.zoom(1.08 if n % 60 < 30 else 1 / 1.08, at_x=380)),
         limit=MEDIAN_MS, worst=P95_MS)  # fmt: skip
    window.tree.hide()
    settle()
    fits = timed(window, lambda _: pane.fit_all())
    report("10,000 bars: fit-all, median", median(fits), "ms", limit=FIT_MS, note=spread(fits, "ms"))
    rows = []
    for row_px in (4.0, 6.0, 10.0, 14.0):
        pane.set_row_px(row_px)
        rows += timed(window, lambda n: bar.setValue(n * 60))[:40]
    report("10,000 bars: low rows, p95", percentile(rows, 95), "ms", limit=P95_MS, note=spread(rows, "ms"))
    window.close()
    return median(scrolled), median(fits)


def in_sight(pane: TimePane) -> tuple[int, int]:
    scene = pane.scene()
    assert scene is not None
    return scene.rows_in_sight


def hundred_thousand() -> None:
    plan = made(100_000, 0)
    arranged = arrange(plan, Wanted(), service_names={}, nobody="")
    shown = arranged.open_rows(frozenset())
    gc.collect()
    before = memory_mb()
    window = Window()
    window.tree.hide()
    window.show()
    settle()
    pane = window.pane
    built = [1000 * seconds_of(lambda: columns_of(arranged, item_columns(plan), shown, ())) for _ in range(5)]
    taken = 1000 * seconds_of(partial(pane.show_rows, plan, arranged, shown, collapsed=frozenset()))
    settle()
    fits = timed(window, lambda _: pane.fit_all())
    gc.collect()
    report("100,000 bars: columns built", median(built), "ms", limit=MANY_BUILT_MS, note=spread(built, "ms"))
    report("100,000 bars: taken by the pane", taken, "ms")
    report("100,000 bars: memory", memory_mb() - before, "MB", limit=MANY_MB)
    report("100,000 bars: fit-all, median", median(fits), "ms", limit=MANY_FIT_MS, note=spread(fits, "ms"))
    window.close()


def a_drag() -> None:
    """Drag one task of 300 linked ones in 15 engagements: until its consequences are painted, and until it is kept."""
    with sample(lines=None) as workspace:
        first = linked_tasks(workspace)
        page = TimelinePage()
        page.resize(WIDE, HIGH)
        page.show()
        settle()
        today = datetime.now(tz=UTC).date()
        opened = []
        for _ in range(21):
            started = time.perf_counter()
            view = workspace.read(plan_view, PlanFilter(), today=today)
            page.show_calendars(partial(calendar_of, view), partial(half_day_s, view))
            page.show_plan(plan_of(view, baseline=None, now=None, zone="Europe/London"))
            page.view.expand_all()
            page.view.pane.viewport().repaint()
            opened.append(1000 * (time.perf_counter() - started))
        pane = page.view.pane
        item = next(one for one in page.view.plan.items if one.id == first) if page.view.plan else None
        assert item is not None
        page.view.jump_to(item.id)
        shown, kept = [], []
        for number in range(40):
            pane.nudge(item.id, 1 if number % 20 < 10 else -1)
            hand = pane.hand
            assert hand is not None

            def consequences(hand: Hand = hand) -> None:
                pushes = pushes_of(view, item.id, hand.place.starts, hand.place.ends)
                page.show_pushes(item.id, hand.place, pushes)
                pane.viewport().repaint()

            shown.append(1000 * seconds_of(consequences))
        pane.drop_hand()
        for number in range(20):
            starts = Civil(item.starts + (number % 2 + 1) * 7 * DAY_S)
            ends = Civil(item.ends + (number % 2 + 1) * 7 * DAY_S)

            def commit(starts: Civil = starts, ends: Civil = ends) -> None:
                pushes = replanned(view.book, {PlanItemId(item.id): (starts, ends)}).pushes
                moves = [PlanMove(PlanItemId(item.id), starts, ends)]
                moves += [PlanMove(push.id, push.starts, push.ends) for push in pushes if push.stored]
                workspace.execute(CommitMoves(tuple(moves)))

            kept.append(1000 * seconds_of(commit))
        report("a drag's consequences shown, p95", percentile(shown, 95), "ms", limit=50.0, note=spread(shown, "ms"))
        report("a drag committed, p95", percentile(kept, 95), "ms", limit=100.0, note=spread(kept, "ms"))
        # The first one makes the tables of words and shapes.
        again = opened[1:]
        report("the page shown, 300 tasks, p95", percentile(again, 95), "ms", limit=100.0, note=spread(again, "ms"))
        page.close()


def linked_tasks(workspace: Workspace) -> bytes:
    """Plan 15 engagements of 20 tasks in a row each, every third chain waiting for the one before; return the first."""
    first: bytes = b""
    last: PlanItemId | None = None
    start = civil(datetime.now(tz=UTC).date())
    for number in range(15):
        client = workspace.execute(AddClient(ClientFacts(f"Client {number:02}"))).result
        made = workspace.execute(AddEngagement(client, EngagementFacts("Audit", ServiceLine.AUDIT))).result
        for place in range(20):
            begins = Civil(start + (number + place * 2) * DAY_S + 9 * 3600)
            plan = TaskPlan(starts=begins, ends=Civil(begins + DAY_S - 16 * 3600))
            task = PlanItemId(workspace.execute(AddPlanTask(made, TaskFacts(f"Task {place}"), plan)).result)
            first = first or task
            if last is not None and (place or number % 3 == 0):
                workspace.execute(AddLink(last, task))
            last = task
    return first


def graphics_items(scroll_ms: float, fit_ms: float) -> None:
    """Show the 10,000 bars and links as plain items of a graphics scene, and print the ratio."""
    plan = made(10_000, 10_000)
    arranged = arrange(plan, Wanted(), service_names={}, nobody="")
    bars = columns_of(arranged, item_columns(plan), arranged.open_rows(()), ())
    scene = QGraphicsScene()
    first = bars.first or 0.0
    px_per_s = 12.25 / DAY_S
    place_of: dict[bytes, int] = {}
    for place, (row, start, end, colour, node) in enumerate(
        zip(bars.row.tolist(), bars.start.tolist(), bars.end.tolist(), bars.colour.tolist(), bars.node.tolist(),
            strict=True)
    ):  # fmt: skip
        box = QRectF((start - first) * px_per_s, row * 28 + 5, max(2.0, (end - start) * px_per_s), 14)
        scene.addRect(box, QPen(Qt.PenStyle.NoPen), QBrush(QColor(LIGHT.client(colour))))
        item = arranged.nodes[node].item
        if item is not None:
            place_of[item.id] = place
    for link in plan.links:
        one, two = place_of[link.from_id], place_of[link.to_id]
        path = QPainterPath()
        path.moveTo((float(bars.end[one]) - first) * px_per_s, float(bars.row[one]) * 28 + 12)
        path.lineTo((float(bars.end[one]) - first) * px_per_s + 8, float(bars.row[one]) * 28 + 12)
        path.lineTo((float(bars.end[one]) - first) * px_per_s + 8, float(bars.row[two]) * 28 + 12)
        path.lineTo((float(bars.start[two]) - first) * px_per_s, float(bars.row[two]) * 28 + 12)
        scene.addPath(path, QPen(QColor(LIGHT.control_border)))
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(WIDE, HIGH)
    view.show()
    settle()
    view.horizontalScrollBar().setValue(round((civil(TODAY) - first) * px_per_s - WIDE * 0.34))
    settle()
    scrolls = []
    for number in range(20):

        def step(number: int = number) -> None:
            view.verticalScrollBar().setValue(number * 84)
            view.viewport().update()
            view.viewport().repaint()

        scrolls.append(1000 * seconds_of(step))

    def fit() -> None:
        view.fitInView(scene.sceneRect())
        view.viewport().repaint()

    fits = [1000 * seconds_of(fit) for _ in range(3)]
    report("graphics items: scroll, times ours", median(scrolls) / scroll_ms, "x", note=spread(scrolls, "ms"))
    report("graphics items: fit-all, times ours", median(fits) / fit_ms, "x", note=spread(fits, "ms"))
    view.close()


def main() -> None:
    app = QApplication(["bench"])
    theme = ThemeSwitch(app, ThemeMode.LIGHT)
    print(f"drawn by {app.platformName()}", flush=True)
    scroll_ms, fit_ms = ten_thousand()
    hundred_thousand()
    a_drag()
    graphics_items(scroll_ms, fit_ms)
    del theme


if __name__ == "__main__":
    main()
