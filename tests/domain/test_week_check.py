from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from engagedesk.domain.days import DayPart, Week, WorkDays
from engagedesk.domain.firm_profile import CheckKind, FirmProfile
from engagedesk.domain.ids import EngagementId, EntryId
from engagedesk.domain.spans import Span
from engagedesk.domain.states import CodeStanding
from engagedesk.domain.week_check import CheckEntry, Finding, UnansweredAway, check_week

LONDON = ZoneInfo("Europe/London")
WEEK = Week.parse("2026-W47")
MON = WEEK.first
SUNDAY_NIGHT = int(datetime(2026, 11, 22, 23, 0, tzinfo=LONDON).timestamp())
NO_HOURS = FirmProfile(standard_week_s=(0, 0, 0, 0, 0, 0, 0))
NORTHGATE = EngagementId(b"n" * 16)


def at(hour: int, minute: int = 0) -> int:
    return int(datetime(2026, 11, 16, hour, minute, tzinfo=LONDON).timestamp())


def entry(
    number: int,
    start: int,
    end: int,
    *,
    narrative: str = "Review notes",
    code: str | None = "410220-20",
    standing: CodeStanding = CodeStanding.OPEN,
    running: bool = False,
    open_gate: bool = False,
) -> CheckEntry:
    return CheckEntry(
        EntryId(bytes([number]) * 16),
        (DayPart(MON, end - start),),
        Span(start, end),
        LONDON,
        "Northgate",
        code,
        standing,
        narrative,
        engagement_id=NORTHGATE,
        running=running,
        open_gate=open_gate,
    )


def check(*entries: CheckEntry, profile: FirmProfile = NO_HOURS, now: int = SUNDAY_NIGHT) -> list[Finding]:
    return list(
        check_week(
            entries,
            WEEK.days,
            profile=profile,
            work_days=WorkDays(),
            home=LONDON,
            now_utc=now,
            other_clients={NORTHGATE: ("Harrowgate", "Kestrel Holdings")},
        )
    )


def kinds(*entries: CheckEntry, profile: FirmProfile = NO_HOURS, now: int = SUNDAY_NIGHT) -> list[CheckKind]:
    return [finding.kind for finding in check(*entries, profile=profile, now=now)]


def test_a_clean_week_says_nothing() -> None:
    assert kinds(entry(1, at(9), at(12)), entry(2, at(12), at(17))) == []


def test_a_forty_minute_gap_is_found_where_it_lies() -> None:
    (gap,) = check(entry(1, at(9), at(11)), entry(2, at(11, 40), at(13)))
    assert (gap.kind, gap.span, gap.params["minutes"], gap.day) == (
        CheckKind.GAP,
        Span(at(11), at(11, 40)),
        40,
        date(2026, 11, 16),
    )


def test_gaps_shorter_than_the_firm_minds_are_not_mentioned() -> None:
    assert kinds(entry(1, at(9), at(11)), entry(2, at(11, 14), at(13))) == []


def test_an_overlap_names_both_entries() -> None:
    (overlap,) = check(entry(1, at(9), at(11)), entry(2, at(10, 30), at(13)))
    assert (overlap.kind, overlap.span) == (CheckKind.OVERLAP, Span(at(10, 30), at(11)))
    assert {overlap.entry, overlap.other} == {EntryId(bytes([1]) * 16), EntryId(bytes([2]) * 16)}


def test_an_empty_narrative_and_a_closed_or_missing_code_are_found() -> None:
    assert kinds(entry(1, at(9), at(11), narrative=" ")) == [CheckKind.EMPTY_NARRATIVE]
    assert kinds(entry(1, at(9), at(11), standing=CodeStanding.CLOSED)) == [CheckKind.CLOSED_CODE]
    assert kinds(entry(1, at(9), at(11), code=None, standing=CodeStanding.MISSING)) == [CheckKind.MISSING_CODE]


def test_another_clients_name_in_a_narrative_is_found_as_a_whole_word() -> None:
    (found,) = check(entry(1, at(9), at(11), narrative="Call about HARROWGATE and Kestrel Holdings"))
    assert (found.kind, found.params["names"]) == (CheckKind.OTHER_CLIENT, "Harrowgate, Kestrel Holdings")
    assert kinds(entry(1, at(9), at(11), narrative="Harrowgates road")) == []


def test_forbidden_words_are_named() -> None:
    profile = FirmProfile(standard_week_s=(0,) * 7, forbidden_words=("misc",))
    (found,) = check(entry(1, at(9), at(11), narrative="Misc. work"), profile=profile)
    assert (found.kind, found.params["words"]) == (CheckKind.FORBIDDEN_WORD, "misc")


def test_a_running_timer_blocks_submission_and_a_closed_code_never_does() -> None:
    profile = FirmProfile(standard_week_s=(0,) * 7, blocks=frozenset(CheckKind))
    running, closed = (
        check(entry(1, at(9), at(11), running=True), profile=profile)[0],
        check(entry(1, at(9), at(11), standing=CodeStanding.CLOSED), profile=profile)[0],
    )
    assert running.blocks
    assert not closed.blocks
    assert not check(entry(1, at(9), at(11), narrative=""))[0].blocks


def test_work_before_an_open_gate_is_flagged_and_never_refused() -> None:
    (found,) = check(entry(1, at(9), at(11), open_gate=True))
    assert (found.kind, found.blocks) == (CheckKind.OPEN_GATE, False)


def test_time_in_the_future_is_found() -> None:
    assert kinds(entry(1, at(9), at(11)), now=at(10)) == [CheckKind.FUTURE]


def test_hours_are_held_against_the_standard_of_days_that_are_over() -> None:
    worked = entry(1, at(9), at(18))
    found = check(worked, profile=FirmProfile(), now=at(20) + 86_400 * 2)
    assert [(f.kind, f.day.isoformat()) for f in found] == [
        (CheckKind.OVER_DAY, "2026-11-16"),
        (CheckKind.SHORT_DAY, "2026-11-17"),
    ]
    for lacking_s, said in ((59, []), (60, [CheckKind.SHORT_DAY])):
        nearly = entry(1, at(9), at(16, 30) - lacking_s)
        assert kinds(nearly, profile=FirmProfile(), now=at(20) + 86_400) == said, "what is shown as 0 min is not short"
    after = check(worked, profile=FirmProfile(), now=SUNDAY_NIGHT + 86_400)
    assert after[-1].kind is CheckKind.SHORT_WEEK
    assert after[-1].params == {"seconds": 9 * 3600, "standard_seconds": 135_000}


def test_entries_of_another_week_are_not_mentioned() -> None:
    other = CheckEntry(
        EntryId(b"x" * 16),
        (DayPart(date(2026, 11, 9), 600),),
        None,
        LONDON,
        "Northgate",
        None,
        CodeStanding.MISSING,
        "",
    )
    assert kinds(other) == []


def test_time_away_that_nobody_answered_is_one_question_and_no_gap_beside_it() -> None:
    away = UnansweredAway(b"a" * 16, MON, Span(at(11), at(11, 40)))
    found = check_week(
        (entry(1, at(9), at(11)), entry(2, at(11, 40), at(13))), WEEK.days, profile=NO_HOURS, work_days=WorkDays(),
        home=LONDON, now_utc=SUNDAY_NIGHT, away=(away,),
    )  # fmt: skip
    assert [(f.kind, f.span) for f in found] == [(CheckKind.AWAY_UNANSWERED, away.span)]
