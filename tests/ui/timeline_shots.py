"""The pictures of the timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from engagedesk.ui.pages.timeline import TimelinePage
from engagedesk.ui.timeline.intents import What
from engagedesk.ui.timeline.look import Look
from engagedesk.ui.timeline.rows import Plan, Push
from engagedesk.ui.timeline.scale import Level
from engagedesk.ui.timeline.wanted import Grouping, Wanted
from tests.ui import timeline_rows
from tests.ui.gallery_rows import FAILED
from tests.ui.shot import SMALL, WINDOW, Shot, on_screen, opened


def timeline(
    change: Callable[[TimelinePage], None] | None = None, *, plan: Plan = timeline_rows.PLAN, size: QSize = WINDOW
) -> QWidget:
    made, page = opened("timeline", TimelinePage)
    on_screen(made, size)
    page.show_calendars(timeline_rows.calendar_of, timeline_rows.half_day_s)
    page.show_plan(plan)
    if change is not None:
        change(page)
    return made


def timeline_drag(page: TimelinePage) -> None:
    """Hold the tax provision three days later, with what it pushes."""
    view, item = page.view, timeline_rows.ident("prov")
    view.jump_to(item)
    view.pane.nudge(item, 6)
    hand = view.pane.hand
    assert hand is not None
    last = timeline_rows.ends(date(2026, 12, 22))
    page.show_pushes(item, hand.place, (Push(timeline_rows.ident("find"), last, last),))
    view.pane.show_today()


def timeline_by(grouping: Grouping) -> Callable[[TimelinePage], None]:
    return lambda page: page.take_look(Look(Wanted(grouping=grouping)))


def loading() -> QWidget:
    made = TimelinePage()
    on_screen(made, WINDOW)
    made.spinner.show()
    made.skeleton.show()
    made.skeleton.raise_()
    return made


def timeline_shots() -> Iterator[Shot]:
    yield Shot("timeline", WINDOW, timeline)
    yield Shot("timeline-small", SMALL, lambda: timeline(size=SMALL))
    yield Shot("timeline-small-drawer", SMALL, lambda: timeline(lambda page: page.view.show_drawer(), size=SMALL))
    yield Shot("timeline-loading", WINDOW, loading)
    yield Shot("timeline-drag", WINDOW, lambda: timeline(timeline_drag))
    yield Shot("timeline-empty", WINDOW, lambda: timeline(plan=timeline_rows.EMPTY))
    yield Shot("timeline-error", WINDOW, lambda: timeline(lambda page: page.show_error(FAILED)))
    yield Shot("timeline-no-match", WINDOW, lambda: timeline(lambda page: page.search.setText("zebra")))
    for grouping in (Grouping.PERSON, Grouping.SERVICE):
        yield Shot(f"timeline-{grouping}", WINDOW, lambda g=grouping: timeline(timeline_by(g)))  # type: ignore[misc]
    for level in ("day", "month", "quarter"):
        yield Shot(
            f"timeline-{level}",
            WINDOW,
            lambda k=level: timeline(lambda page: page.view.pane.zoom_to(Level(k))),  # type: ignore[misc]
        )
    yield Shot("timeline-overview", WINDOW, lambda: timeline(lambda page: page.do(What.FIT_ALL), plan=large_plan()))


def large_plan() -> Plan:
    """Return a plan of 400 engagements: rows too low to be read."""
    plan, first = timeline_rows.PLAN, timeline_rows.PLAN.engagements[0]
    engagements, items = list(plan.engagements), list(plan.items)
    for number in range(400):
        one = replace(first, id=timeline_rows.ident(f"x{number}"), client=f"Client {number:03}", colour=number % 11)
        engagements.append(one)
        for part in range(5):
            by = (number * 37 % 300 - 150 + part * 12) * 86_400
            item = plan.items[part]
            items.append(
                replace(item, id=timeline_rows.ident(f"x{number}.{part}"), engagement=one.id, starts=item.starts + by,
                        ends=item.ends + by)
            )  # fmt: skip
    return replace(plan, engagements=tuple(engagements), items=tuple(items))
