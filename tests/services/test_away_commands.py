"""Away time in the store: the entry ends where the person left, and each answer does what it says, once."""

from __future__ import annotations

from typing import Any

import pytest

from engagedesk.domain.away import AwayPolicy, Then
from engagedesk.domain.firm_profile import CheckKind
from engagedesk.domain.ids import AwayId, EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import AwayAnswer, AwayCause, EntryState
from engagedesk.errors import UserError
from engagedesk.services.commands.away import AwayPart, BeginAway, DiscardAway, EndAway, KeepAway, SplitAway
from engagedesk.services.commands.time import (
    AddEntry,
    DeleteEntry,
    EditEntry,
    EntryEdit,
    StartTimer,
    StopTimer,
    Target,
    Work,
)
from engagedesk.services.queries.away import away_question, open_away, unanswered_away
from engagedesk.services.queries.today import today
from engagedesk.services.queries.weeks import week_view
from tests.services.building import LONDON, WEEK, Desk, at

LEFT = at("2026-11-20T12:38")
BACK = at("2026-11-20T13:21")
POLICY = AwayPolicy()


def work(desk: Desk, code: str = "410118-10", narrative: str = "") -> Work:
    return Work(Target(code=desk.code(code)), narrative=narrative)


def leave(desk: Desk, *, back: int | None = BACK) -> tuple[EntryId, AwayId]:
    """Have a timer run from 11:25, its person leave at 12:38 and, mostly, come back at 13:21."""
    entry = desk.do(StartTimer(work(desk, narrative="EQR note 14"), at("2026-11-20T11:25"), LONDON)).started
    away = desk.do(BeginAway(LEFT, AwayCause.IDLE, LEFT + 900, LONDON, entry))
    assert away is not None
    if back is not None:
        ended = desk.do(EndAway(back, back, POLICY))
        assert ended is not None
        assert not ended.counted
    return entry, away


def spans(desk: Desk) -> list[tuple[str, str, str | None]]:
    """Return the entries of the day as (code, start, end) by the clock, oldest first."""
    rows = [row for row in desk.rows()["time_entry"].values() if (row["start_utc"] or 0) >= at("2026-11-20T00:00")]
    codes = {one: row["code"] for one, row in desk.rows()["charge_code"].items()}
    return [
        (
            codes.get(row["code_id"], ""),
            clock(row["start_utc"]),
            None if row["end_utc"] is None else clock(row["end_utc"]),
        )
        for row in sorted(rows, key=lambda row: row["start_utc"])
    ]


def clock(utc: int) -> str:
    minutes = (utc - at("2026-11-20T00:00")) // 60
    return f"{minutes // 60}:{minutes % 60:02d}"


def day(desk: Desk) -> Any:
    return desk.read(today, day=WEEK.days[4], zone=LONDON, now_utc=desk.clock.now_s())


def test_the_running_entry_ends_where_the_person_left_and_the_time_since_belongs_to_nobody(desk: Desk) -> None:
    entry, away = leave(desk, back=None)
    assert spans(desk) == [("410118-10", "11:25", "12:38")]
    row = desk.read(open_away)
    assert row is not None
    assert (row.id, row.entry, row.start_utc, row.end_utc) == (away, entry, LEFT, None)


def test_nobody_is_away_from_a_timer_that_does_not_run(desk: Desk) -> None:
    assert desk.do(BeginAway(LEFT, AwayCause.IDLE, LEFT + 900, LONDON)) is None
    entry = desk.do(StartTimer(work(desk), LEFT, LONDON)).started
    desk.do(StartTimer(work(desk, "520007-01"), LEFT + 60, LONDON))
    assert desk.do(BeginAway(LEFT, AwayCause.IDLE, LEFT + 900, LONDON, entry)) is None
    assert desk.do(EndAway(BACK, BACK, POLICY)) is None


def test_an_absence_never_begins_before_its_entry(desk: Desk) -> None:
    desk.do(StartTimer(work(desk), LEFT, LONDON))
    desk.do(BeginAway(LEFT - 600, AwayCause.SLEEP, BACK, LONDON))
    row = desk.read(open_away)
    assert row is not None
    assert row.start_utc == LEFT


def test_unanswered_time_stays_unallocated_in_sight_and_in_no_gap(desk: Desk) -> None:
    leave(desk)
    desk.do(StartTimer(work(desk), BACK, LONDON))
    desk.do(StopTimer(BACK + 600))
    view = day(desk)
    assert [(row.start_utc, row.end_utc) for row in view.away] == [(LEFT, BACK)]
    assert view.gaps == ()
    assert view.unallocated_s == BACK - LEFT
    assert view.recorded_s == LEFT - at("2026-11-20T11:25") + 600


def test_kept_time_goes_on_under_the_same_id(desk: Desk) -> None:
    entry, away = leave(desk)
    answered = desk.do(KeepAway(away, Then.CONTINUE, BACK + 60))
    assert (answered.entries, answered.running) == ((entry,), entry)
    assert spans(desk) == [("410118-10", "11:25", None)]
    assert day(desk).away == ()


def test_kept_time_ends_with_the_return_where_the_timer_is_to_stop(desk: Desk) -> None:
    entry, away = leave(desk)
    assert desk.do(KeepAway(away, Then.STOP, BACK + 60)).running is None
    assert spans(desk) == [("410118-10", "11:25", "13:21")]
    assert desk.row("time_entry", entry)["seconds"] == BACK - at("2026-11-20T11:25")


def test_discarded_time_is_a_gap_and_the_work_goes_on_from_the_return(desk: Desk) -> None:
    entry, away = leave(desk)
    running = desk.do(DiscardAway(away, Then.CONTINUE, BACK + 60)).running
    assert running not in (None, entry)
    assert spans(desk) == [("410118-10", "11:25", "12:38"), ("410118-10", "13:21", None)]
    assert [(gap.start_utc, gap.end_utc) for gap in day(desk).gaps] == [(LEFT, BACK)]


def test_a_split_over_two_codes_and_a_break_fills_the_period_and_the_break_is_no_gap(desk: Desk) -> None:
    entry, away = leave(desk)
    parts = (AwayPart(1500, work(desk)), AwayPart(600, work(desk, "520007-01", "PBC")), AwayPart(480, None))
    answered = desk.do(SplitAway(away, parts, Then.CONTINUE, BACK + 60))
    assert answered.entries[0] == entry, "the first part is the entry's own work"
    assert spans(desk) == [
        ("410118-10", "11:25", "13:03"),
        ("520007-01", "13:03", "13:13"),
        ("410118-10", "13:21", None),
    ]
    view = day(desk)
    assert (view.gaps, view.away) == ((), ())
    week = desk.read(week_view, WEEK, zone=LONDON, now_utc=desk.clock.now_s())
    assert not [found for found in week.checks if found.kind is CheckKind.GAP and found.day == WEEK.days[4]]
    assert desk.row("time_entry", answered.entries[1])["source"] == "away"


def test_what_a_split_leaves_over_is_a_gap(desk: Desk) -> None:
    _, away = leave(desk)
    desk.do(SplitAway(away, (AwayPart(1500, work(desk)),), Then.CONTINUE, BACK))
    assert [gap.end_utc - gap.start_utc for gap in day(desk).gaps] == [BACK - LEFT - 1500]


def test_a_break_of_the_whole_period_is_one_answer(desk: Desk) -> None:
    _, away = leave(desk)
    desk.do(SplitAway(away, (AwayPart(BACK - LEFT, None),), Then.CONTINUE, BACK))
    assert desk.row("away_period", away)["answer"] == AwayAnswer.BREAK.value
    assert len(desk.rows()["away_period"]) == 1
    assert day(desk).gaps == ()


@pytest.mark.parametrize("kind", ["keep", "discard", "split"])
def test_an_answer_is_one_step_of_undo_and_the_question_is_open_again(desk: Desk, kind: str) -> None:
    _, away = leave(desk)
    before, steps = desk.rows(), len(desk.workspace.history.undoable)
    answer = {
        "keep": KeepAway(away, Then.CONTINUE, BACK),
        "discard": DiscardAway(away, Then.CONTINUE, BACK),
        "split": SplitAway(away, (AwayPart(600, work(desk, "520007-01")), AwayPart(60, None)), Then.STOP, BACK),
    }[kind]
    desk.do(answer)
    assert len(desk.workspace.history.undoable) == steps + 1
    desk.undo()
    assert desk.rows() == before
    assert [row.id for row in desk.read(unanswered_away)] == [away]


def test_the_same_answer_twice_changes_nothing_and_another_one_is_refused(desk: Desk) -> None:
    _, away = leave(desk)
    desk.do(KeepAway(away, Then.STOP, BACK))
    before = desk.rows()
    assert not desk.do(KeepAway(away, Then.CONTINUE, BACK)).changed
    assert desk.rows() == before
    with pytest.raises(UserError, match=r"^away\.answered$"):
        desk.do(DiscardAway(away, Then.STOP, BACK))


def test_a_short_lock_is_taken_back_without_a_question(desk: Desk) -> None:
    entry = desk.do(StartTimer(work(desk), LEFT - 600, LONDON)).started
    desk.do(BeginAway(LEFT, AwayCause.SCREEN_LOCK, LEFT, LONDON))
    ended = desk.do(EndAway(LEFT + 90, LEFT + 91, POLICY))
    assert ended is not None
    assert ended.counted
    assert desk.row("time_entry", entry)["end_utc"] is None
    assert desk.read(unanswered_away) == ()


def test_a_timer_that_was_started_before_the_return_was_seen_ends_the_absence(desk: Desk) -> None:
    _, away = leave(desk, back=None)
    desk.do(StartTimer(work(desk, "520007-01"), BACK - 600, LONDON))
    desk.do(EndAway(BACK, BACK, POLICY))
    assert desk.row("away_period", away)["end_utc"] == BACK - 600
    desk.do(KeepAway(away, Then.CONTINUE, BACK))
    assert spans(desk) == [("410118-10", "11:25", "13:11"), ("520007-01", "13:11", None)]


def test_time_that_another_entry_claimed_meanwhile_is_not_given_twice(desk: Desk) -> None:
    _, away = leave(desk)
    span = Span(at("2026-11-20T12:50"), at("2026-11-20T13:00"))
    desk.do(AddEntry(work(desk, "520007-01"), zone=LONDON, now_utc=BACK, span=span))
    desk.do(KeepAway(away, Then.STOP, BACK))
    assert spans(desk) == [
        ("410118-10", "11:25", "12:50"),
        ("520007-01", "12:50", "13:00"),
        ("410118-10", "13:00", "13:21"),
    ]


def test_a_period_that_entries_fill_is_no_question_any_more(desk: Desk) -> None:
    leave(desk)
    desk.do(AddEntry(work(desk), zone=LONDON, now_utc=BACK, span=Span(LEFT, BACK)))
    assert desk.read(unanswered_away) == ()
    assert day(desk).away == ()


def test_an_entry_that_was_edited_meanwhile_stays_as_it_was_edited(desk: Desk) -> None:
    entry, away = leave(desk)
    desk.do(EditEntry(entry, EntryEdit(end_utc=at("2026-11-20T12:30")), BACK))
    desk.do(KeepAway(away, Then.STOP, BACK))
    assert spans(desk) == [("410118-10", "11:25", "12:30"), ("410118-10", "12:38", "13:21")]


def test_a_submitted_entry_stays_as_it_was_submitted(desk: Desk) -> None:
    entry, away = leave(desk)
    desk.sql("UPDATE time_entry SET state = 'submitted' WHERE id = ?", entry)
    desk.do(KeepAway(away, Then.CONTINUE, BACK))
    assert desk.row("time_entry", entry)["state"] == EntryState.SUBMITTED.value
    assert spans(desk) == [
        ("410118-10", "11:25", "12:38"),
        ("410118-10", "12:38", "13:21"),
        ("410118-10", "13:21", None),
    ]


def test_a_deleted_entry_cannot_be_kept_but_its_time_can_be_split_or_discarded(desk: Desk) -> None:
    entry, away = leave(desk)
    desk.do(DeleteEntry(entry))
    question = desk.read(away_question, away)
    assert question is not None
    assert (question.away.entry, question.away.label) == (None, "")
    with pytest.raises(UserError, match=r"^away\.entry_gone$"):
        desk.do(KeepAway(away, Then.CONTINUE, BACK))
    assert desk.do(SplitAway(away, (AwayPart(600, work(desk)),), Then.CONTINUE, BACK)).running is None
    assert spans(desk) == [("410118-10", "12:38", "12:48")]


def test_an_answer_on_the_next_morning_makes_no_night_of_work(desk: Desk) -> None:
    _, away = leave(desk)
    morning = at("2026-11-21T09:00")
    desk.do(KeepAway(away, Then.CONTINUE, morning))
    assert spans(desk) == [("410118-10", "11:25", "13:21"), ("410118-10", "33:00", None)]


def test_who_answers_before_the_desktop_saw_them_return_is_back(desk: Desk) -> None:
    _, away = leave(desk, back=None)
    desk.do(DiscardAway(away, Then.STOP, BACK))
    assert desk.row("away_period", away)["end_utc"] == BACK


def test_a_return_that_nobody_saw_ends_with_the_next_timer(desk: Desk) -> None:
    _, first = leave(desk, back=None)
    desk.do(StartTimer(work(desk), BACK, LONDON))
    desk.do(BeginAway(BACK + 600, AwayCause.IDLE, BACK + 1500, LONDON))
    assert desk.row("away_period", first)["end_utc"] == BACK
    assert len(desk.read(unanswered_away)) == 2


def test_a_question_offers_what_was_worked_on_last_first_and_open_codes_only(desk: Desk) -> None:
    _, away = leave(desk)
    desk.clock.advance(minutes=1)
    question = desk.read(away_question, away)
    assert question is not None
    codes = {code.code for offer in question.offers for code in offer.codes}
    assert "410118-10" in codes
    assert "630001-01" not in codes, "the code is closed"
    named = [offer for offer in question.offers if offer.label == "Harrowgate" and offer.detail == "Group audit"]
    assert len(named) == 1
    assert named[0].code_id in {code.id for code in named[0].codes}
