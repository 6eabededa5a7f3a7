"""The window's first look, by frozen statements, is what a session sees."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from engagedesk.domain.ids import EngagementId, TaskId
from engagedesk.services.commands.time import StartTimer, Target, Work
from engagedesk.services.entering import ByPassphrase, enter
from engagedesk.services.first_look import first_look, of_driver
from engagedesk.services.opening import workspace_in
from engagedesk.services.queries import day_view, freeze
from engagedesk.services.queries.asking import Question
from engagedesk.services.queries.frozen import FROZEN
from engagedesk.services.queries.today import frame
from tests.services.building import LONDON, PASSPHRASE, Desk, around_of

SUNDAY = date(2026, 11, 22)


def test_the_frozen_statements_are_those_of_today() -> None:
    assert freeze.TARGET.read_text(encoding="utf-8") == freeze.source(), "run engagedesk.services.queries.freeze"
    assert set(FROZEN) == set(Question)


@pytest.mark.parametrize("days_back", range(8))
def test_the_first_look_is_what_a_session_sees(desk: Desk, days_back: int) -> None:
    desk.add("2026-11-18T22:00", "2026-11-19T02:00", code=desk.code("410118-10"))
    [engagement], [task] = desk.ids("engagement", title="Group audit"), desk.ids("task", name="Stock count")
    target = Target(EngagementId(engagement), task=TaskId(task))
    desk.do(StartTimer(Work(target), desk.clock.now_s(), LONDON))
    now_utc, day = desk.clock.now_s() + 600, SUNDAY - timedelta(days=days_back)
    seen = desk.read(frame, zone=LONDON, now_utc=now_utc, day=day)
    assert seen.running is not None
    assert seen.recent
    desk.close()
    around = around_of(desk.clock, seed=3)
    entered = enter(desk.paths, ByPassphrase(PASSPHRASE), around)
    looked = day_view.frame(of_driver(entered.file.reader), zone=LONDON, now_utc=now_utc, day=day)
    entered.close()
    assert looked == seen


def test_a_file_that_was_looked_at_becomes_a_workspace(desk: Desk) -> None:
    desk.close()
    around = around_of(desk.clock, seed=3)
    entered = enter(desk.paths, ByPassphrase(PASSPHRASE), around)
    looked = first_look(entered, zone=LONDON, now_utc=desk.clock.now_s())
    workspace = workspace_in(entered, around)
    try:
        assert workspace.read(frame, zone=LONDON, now_utc=desk.clock.now_s()) == looked
        assert looked.today == SUNDAY
    finally:
        workspace.close()
