"""Suggestions and what is watched, on a real store: what is offered, booked, remembered, forgotten, and never told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from engagedesk.domain.activity import Stretch
from engagedesk.domain.ids import EngagementId
from engagedesk.domain.redaction import KeptTitle
from engagedesk.domain.spans import Span
from engagedesk.domain.states import DraftSource, EntrySource
from engagedesk.errors import UserError
from engagedesk.models.activity import ActivityStretch
from engagedesk.services.commands.activity import (
    AcceptDraft,
    DismissDraft,
    KeepActivity,
    PurgeActivity,
    TakeBackDismissal,
)
from engagedesk.services.commands.firm import ChangeSetting
from engagedesk.services.commands.time import AddEntry, DeleteEntry, Target, Work
from engagedesk.services.exporting import export_everything
from engagedesk.services.queries.reminders import reminder_facts, reminder_rules
from engagedesk.services.queries.suggestions import SuggestedRow, activity_span, suggestions, title_rules
from tests.services.building import LONDON, Desk, at

DAY = date(2026, 11, 18)
NOW = at("2026-11-18T18:00")
SECRET = "Zeisigvögelchen"


def offered(desk: Desk, day: date = DAY, now_utc: int = NOW) -> tuple[SuggestedRow, ...]:
    return desk.read(suggestions, day=day, zone=LONDON, now_utc=now_utc)


def engagement(desk: Desk, title: str = "Group audit") -> EngagementId:
    [found] = desk.ids("engagement", title=title)
    return EngagementId(found)


def watched(desk: Desk, start: str, end: str, title: str = "Alder walkthroughs") -> Stretch:
    one = Stretch(at(f"2026-11-18T{start}"), at(f"2026-11-18T{end}"), "soffice", title, engagement(desk))
    desk.do(KeepActivity((one,)))
    return one


def accept(desk: Desk, row: SuggestedRow) -> bytes:
    draft = row.draft
    command = AcceptDraft(
        draft.source, draft.target, DAY, span=draft.span, work=Work(row.book), zone=row.zone, now_utc=NOW
    )
    return desk.do(command)


def from_windows(desk: Desk) -> list[SuggestedRow]:
    return [row for row in offered(desk) if row.draft.source is DraftSource.ACTIVITY]


def test_what_was_in_front_is_suggested_on_a_code_that_is_open(desk: Desk) -> None:
    watched(desk, "19:00", "19:50")
    found = desk.read(suggestions, day=DAY, zone=LONDON, now_utc=at("2026-11-18T20:00"))
    [row] = [one for one in found if one.draft.source is DraftSource.ACTIVITY]
    assert (row.label, row.draft.span) == ("Harrowgate", Span(at("2026-11-18T19:00"), at("2026-11-18T19:50")))
    assert row.book.code is not None
    assert row.code.startswith("410118")


def test_an_accepted_draft_is_a_draft_entry_that_undo_takes_away_with_its_weight(desk: Desk) -> None:
    watched(desk, "17:00", "17:50")
    [row] = from_windows(desk)
    entry = accept(desk, row)
    kept = desk.row("time_entry", entry)
    assert (kept["state"], kept["source"], kept["narrative"]) == ("draft", EntrySource.SUGGESTION.value, "")
    assert from_windows(desk) == []
    assert desk.undo() == "accept suggestion"
    [again] = from_windows(desk)
    assert again.draft == row.draft, "taken back, the answer weighs nothing"


def test_a_dismissed_draft_stays_away_until_it_is_brought_back(desk: Desk) -> None:
    watched(desk, "17:00", "17:50")
    [row] = from_windows(desk)
    draft = row.draft
    answer = desk.do(DismissDraft(draft.source, draft.target, DAY, span=draft.span, now_utc=NOW))
    assert from_windows(desk) == []
    desk.do(TakeBackDismissal(answer))
    assert [one.draft for one in from_windows(desk)] == [draft]


def test_an_accepted_draft_raises_the_next_one_for_as_long_as_its_entry_is_there(desk: Desk) -> None:
    watched(desk, "17:00", "17:50")
    [row] = from_windows(desk)
    plain = row.draft.score
    entry = accept(desk, row)
    watched(desk, "16:00", "16:50")
    [raised] = from_windows(desk)
    assert raised.draft.score > plain
    desk.do(DeleteEntry(entry))  # type: ignore[arg-type]
    assert {one.draft.score for one in from_windows(desk)} == {plain}


def test_suggestions_can_be_switched_off(desk: Desk) -> None:
    watched(desk, "17:00", "17:50")
    desk.do(ChangeSetting("suggestions.on", value=False))
    assert offered(desk) == ()


def test_a_range_is_forgotten_for_good_and_nothing_of_it_is_undone_or_recorded(desk: Desk) -> None:
    early, late = watched(desk, "15:00", "15:30"), watched(desk, "17:00", "17:50")
    head, steps = desk.head, len(desk.workspace.history.undoable)
    assert desk.do(PurgeActivity(early.start_utc + 60, early.end_utc)) == 1
    assert desk.read(activity_span) == (1, late.start_utc, late.end_utc)
    assert (desk.head, len(desk.workspace.history.undoable)) == (head, steps)
    assert desk.do(PurgeActivity(0, NOW)) == 1
    assert desk.read(activity_span) == (0, 0, 0)
    with pytest.raises(UserError, match=r"^activity\.bad_range$"):
        desk.do(PurgeActivity(NOW, NOW))


def test_a_stretch_that_goes_on_grows_and_is_one_row(desk: Desk) -> None:
    first = watched(desk, "17:00", "17:01")
    watched(desk, "17:00", "17:05")
    assert desk.read(activity_span) == (1, first.start_utc, first.start_utc + 300)


def test_titles_are_private_columns_and_reach_no_audit_record_and_no_export(desk: Desk, tmp_path: Path) -> None:
    columns = {column.name: column.info for column in ActivityStretch.__table__.columns}
    assert columns["title"] == columns["app"] == {"private": True}
    assert "activity" not in set(desk.rows()), "no record: no image can hold it"
    watched(desk, "17:00", "17:50", SECRET)
    [row] = from_windows(desk)
    assert row.draft.why.text == SECRET
    accept(desk, row)
    payloads = desk.read(lambda s: s.connection().exec_driver_sql("SELECT payload FROM audit").scalars().all())
    assert payloads
    assert not any(SECRET.encode() in payload for payload in payloads)
    export_everything(desk.workspace.store, tmp_path / "out", now_utc=NOW)
    written = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"activity" in written
    assert SECRET.encode() not in written
    assert b"soffice" not in written


def test_the_rules_for_titles_know_every_client_and_its_code_name(desk: Desk) -> None:
    rules = desk.read(title_rules)
    kept = rules.kept("soffice", "Harrowgate Foods plc: walkthroughs")
    assert kept == KeptTitle("soffice", "Juniper: walkthroughs", engagement(desk))
    desk.do(ChangeSetting("activity.never", "walkthroughs"))
    assert desk.read(title_rules).kept("soffice", "Harrowgate Foods plc: walkthroughs") is None


def test_reminders_go_by_the_day_the_timer_and_the_next_cut_off(desk: Desk) -> None:
    facts = desk.read(reminder_facts, now_utc=at("2026-11-18T12:00"), zone=LONDON)
    assert (facts.day, facts.running, facts.standard_s) == (DAY, False, 27_000)
    assert facts.week == "2026-W47"
    assert facts.cut_off_utc == at("2026-11-23T12:00")
    before = facts.recorded_s
    span = Span(at("2026-11-18T10:00"), at("2026-11-18T11:00"))
    desk.do(AddEntry(Work(Target()), zone=LONDON, now_utc=NOW, span=span))
    after = desk.read(reminder_facts, now_utc=at("2026-11-18T12:00"), zone=LONDON)
    assert after.recorded_s == before + 3600
    assert after.last_end_utc is not None
    assert after.last_end_utc >= span.end_utc
    desk.do(ChangeSetting("remind.cut_off_h", 0))
    desk.do(ChangeSetting("remind.no_timer", value=False))
    assert {kind.value for kind in desk.read(reminder_rules).kinds} == {"away", "day_short"}
