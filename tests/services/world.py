"""What a command can name in a store, drawn by Hypothesis."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st

from engagedesk.domain.ids import CodeId, EngagementId, TaskId
from engagedesk.domain.spans import Span
from engagedesk.services.commands import time
from tests.services.building import LONDON, Desk, Rows, at

Draw = Callable[[st.SearchStrategy[Any]], Any]

TEXT: Final = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)
NAME: Final = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20)
DAYS: Final = st.dates(date(2026, 1, 1), date(2027, 12, 31))
NEAR: Final = st.sampled_from([date(2026, 11, 10) + timedelta(days=n) for n in range(14)])
MAYBE_DAY: Final = st.none() | DAYS
MONEY: Final = st.integers(0, 10**9)
ZONES: Final = st.sampled_from([LONDON, "Asia/Kolkata", "America/New_York", "Pacific/Apia", "UTC"])


class World:
    """What a command can name in the store as it is now."""

    draw: Draw
    rows: Rows
    now: int

    def __init__(self, desk: Desk, draw: Draw) -> None:
        self.desk = desk
        self.draw = draw
        self.rows: Rows = desk.rows()
        self.now = desk.clock.now_s()

    def some(self, table: str, **wanted: object) -> Any:
        """Return one id of a table, most often of a record that fits."""
        fitting = [one for one, row in self.rows[table].items() if all(row[n] == v for n, v in wanted.items())]
        return self.draw(st.sampled_from(sorted(fitting or self.rows[table] or {bytes(16): {}})))

    def several(self, table: str, **wanted: object) -> tuple[Any, ...]:
        fitting = [one for one, row in self.rows[table].items() if all(row[n] == v for n, v in wanted.items())]
        if not fitting:
            return ()
        return tuple(self.draw(st.lists(st.sampled_from(sorted(fitting)), min_size=1, max_size=4, unique=True)))

    def editable(self) -> Any:
        state = self.draw(st.sampled_from(["draft", "draft", "draft", "ready", "returned", "submitted"]))
        return self.some("time_entry", state=state)

    def target(self) -> time.Target:
        kind = self.draw(st.sampled_from(["code", "engagement", "task", "nothing"]))
        if kind == "code":
            return time.Target(code=CodeId(self.some("charge_code")))
        if kind == "engagement":
            return time.Target(engagement=EngagementId(self.some("engagement")))
        if kind == "task" and self.rows["task"]:
            task = self.some("task")
            return time.Target(EngagementId(self.rows["task"][task]["engagement_id"]), task=TaskId(task))
        return time.Target()

    def work(self) -> time.Work:
        draw = self.draw
        return time.Work(self.target(), draw(TEXT), draw(TEXT), draw(st.none() | st.booleans()))

    def span(self) -> Span:
        start = at("2026-11-16T00:00") + self.draw(st.integers(-7 * 86_400, 7 * 86_400))
        return Span(start, start + self.draw(st.integers(1, 86_400)))
